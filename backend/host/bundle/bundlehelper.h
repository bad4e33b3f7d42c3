// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"
#include "host/bundle/bundletalk.h"
#include "host/transport/commandrun.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace bondwright::host
{

/// Changes a host that has no Bondwright, by the script of formats/bundle: shown, sent, started apart from the
/// connection, and confirmed over a new one; otherwise the script's own watchdog reverts the change. Plans come
/// from the host's own files. There are no backups to choose from, and no bond is removed. Errors beside the helper's:
/// "bundle.host" with what the host says, "bundle.not-here", and "bundle.release" where there is no script for the
/// host's system, with the commands that install Bondwright there.
class BundleHelper final : public helper::HelperClient
{
    Q_OBJECT
public:
    enum class Way : quint8 {
        Shared, ///< over the connection that is there
        New, ///< over one of its own
    };
    enum class Rights : quint8 { User, Root };
    /// A command that runs `sh -s` with these arguments on the host; the program comes on its standard input.
    using Shell = std::function<Command(Way way, Rights rights, const QStringList &arguments)>;

    /// @param host its name for ssh, for the commands that are shown
    explicit BundleHelper(Shell shell, const QString &host, QObject *parent = nullptr);
    /// The user's ssh to this host. A user who is not root there needs sudo without a password. @param host
    /// isHostName()
    static Shell bySsh(const QString &host, const QString &askpass = {});

    /// The host answers: looks whether there is a bundle for it.
    void arrive();
    void leave();

    void capabilities(QObject *context, Callback<helper::Capabilities> done) override;
    void configuration(QObject *context, Callback<helper::Configuration> done) override;
    void backups(QObject *context, Callback<QList<helper::BackupInfo>> done) override;
    void backupDiff(const QString &backupId, QObject *context, Callback<QList<helper::FileDiff>> done) override;
    void transaction(QObject *context, Callback<helper::Transaction> done) override;
    void preview(const BondPlan &plan, helper::Backend backend, QObject *context,
                 Callback<helper::Preview> done) override;
    void previewRemove(const QString &bond, helper::Backend backend, QObject *context,
                       Callback<helper::Preview> done) override;

    void apply(const QString &requestId, const BondPlan &plan, const helper::ApplyOptions &options, QObject *context,
               Callback<helper::Ticket> done) override;
    void remove(const QString &requestId, const QString &bond, const helper::ApplyOptions &options, QObject *context,
                Callback<helper::Ticket> done) override;
    void restore(const QString &requestId, const QString &backupId, const helper::ApplyOptions &options,
                 QObject *context, Callback<helper::Ticket> done) override;
    void confirm(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void rollback(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void extend(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;

    void activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done) override;
    void setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                      QObject *context, Callback<Nothing> done) override;
    void identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done) override;

    bool isReachable() const override { return m_isReachable; }

    /// What only the helper can do.
    static tl::unexpected<Error> notHere();

private:
    using Done = std::function<void(const CommandOutcome &)>;
    void run(Way way, Rights rights, const QStringList &arguments, const QByteArray &program, QObject *context,
             Done done);
    /// Runs it as root there. @param done gets what it said, or "bundle.host", "host.offline"
    void asRoot(Way way, const QByteArray &program, QObject *context, Callback<QByteArray> done);
    void look(QObject *context, Callback<BundleHost> done);
    void setReachable(bool isReachable);
    void start(const QString &bond, const Callback<helper::Ticket> &done);
    void tellStep(const char *name, const QString &text, int index, bool isFinished);
    void ask();
    void takeOwn(const QList<BundleStatus> &all);
    void take(const BundleStatus &status);
    void setState(helper::TransactionState state);
    /// The change of this id, also of another program. Error "helper.invalid"
    void find(const QString &id, QObject *context, Callback<BundleStatus> done);
    void keep(const BundleStatus &change, int triesLeft, const QPointer<QObject> &guard, const Callback<Nothing> &done);
    void learnFate(const BundleStatus &change, int triesLeft, const QPointer<QObject> &guard,
                   const Callback<Nothing> &done);

    Shell m_shell;
    QString m_host;
    bool m_isReachable = false;
    helper::Transaction m_now; ///< the last change from here
    bool m_isOffline = false; ///< a change is under way, and the host was not reached the last time
    int m_missed = 0; ///< looks at the host that have not found it there
    QTimer m_ask;
    QElapsedTimer m_step;
    QMap<QString, QByteArray> m_undoing; ///< the process that takes a slave's link up again
};

} // namespace bondwright::host
