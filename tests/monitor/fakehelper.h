// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"

#include <QTimer>

namespace bondwright
{

/// A helper that does what a test wants with links and answers everything else with "unreachable".
class FakeHelper : public helper::HelperClient
{
    Q_OBJECT
public:
    using HelperClient::HelperClient;

    std::function<void(const QString &slave, bool up)> onLink;
    std::optional<Error> refusal;
    QStringList activated;
    QStringList linkCalls; ///< "eth0 down"
    bool reachable = true;

    template <typename T>
    void later(QObject *context, Callback<T> done, Result<T> result)
    {
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
    template <typename T>
    void refuse(QObject *context, Callback<T> done)
    {
        later<T>(context, done, fail(QStringLiteral("helper.unreachable"), QStringLiteral("The helper is not there.")));
    }

    void capabilities(QObject *c, Callback<helper::Capabilities> d) override { refuse(c, d); }
    void configuration(QObject *c, Callback<helper::Configuration> d) override { refuse(c, d); }
    void backups(QObject *c, Callback<QList<helper::BackupInfo>> d) override { refuse(c, d); }
    void backupDiff(const QString &, QObject *c, Callback<QList<helper::FileDiff>> d) override { refuse(c, d); }
    void transaction(QObject *c, Callback<helper::Transaction> d) override { refuse(c, d); }
    void preview(const BondPlan &, helper::Backend, QObject *c, Callback<helper::Preview> d) override { refuse(c, d); }
    void previewRemove(const QString &, QObject *c, Callback<helper::Preview> d) override { refuse(c, d); }
    void apply(const QString &, const BondPlan &, const helper::ApplyOptions &, QObject *c,
               Callback<helper::Ticket> d) override
    {
        refuse(c, d);
    }
    void remove(const QString &, const QString &, const helper::ApplyOptions &, QObject *c,
                Callback<helper::Ticket> d) override
    {
        refuse(c, d);
    }
    void restore(const QString &, const QString &, const helper::ApplyOptions &, QObject *c,
                 Callback<helper::Ticket> d) override
    {
        refuse(c, d);
    }
    void confirm(const helper::Ticket &, QObject *c, Callback<Nothing> d) override { refuse(c, d); }
    void rollback(const helper::Ticket &, QObject *c, Callback<Nothing> d) override { refuse(c, d); }
    void extend(const helper::Ticket &, QObject *c, Callback<Nothing> d) override { refuse(c, d); }

    void activateSlave(const QString &, const QString &slave, QObject *c, Callback<Nothing> d) override
    {
        activated.append(slave);
        answer(c, d);
    }
    void setSlaveLink(const QString &, const QString &slave, bool up, std::chrono::seconds, QObject *c,
                      Callback<Nothing> d) override
    {
        linkCalls.append(slave + (up ? QStringLiteral(" up") : QStringLiteral(" down")));
        if (!refusal && onLink)
            onLink(slave, up);
        answer(c, d);
    }
    void identify(const QString &, std::chrono::seconds, QObject *c, Callback<Nothing> d) override { answer(c, d); }
    bool isReachable() const override { return reachable; }

private:
    void answer(QObject *context, Callback<Nothing> done)
    {
        if (refusal)
            later<Nothing>(context, done, tl::unexpected(*refusal));
        else
            later<Nothing>(context, done, Nothing{});
    }
};

} // namespace bondwright
