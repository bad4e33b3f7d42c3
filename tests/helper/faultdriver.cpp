// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// faultdriver ROOT apply|resume|stop:STATE: one change of four files below ROOT, confirmed; what the next start makes
// of what is left of it; the change again, by a process that stops itself in STATE. Exit status as bondctl's: 0 kept
// or nothing to do, 4 rolled back, 1 refused or failed, 2 wrong arguments.

#include "fakekernelsource.h"
#include "helper/transaction/transactor.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;

namespace
{

/// A backend that has nothing to do: only the files matter here.
class NoBackend final : public Activator
{
public:
    void prepare(const Record &, std::function<void(const Result<QJsonObject> &)> done) override
    {
        QTimer::singleShot(0, this, [done] { done(QJsonObject()); });
    }
    void activate(const Record &, Done done) override { answer(done); }
    void restore(const Record &, Done done) override { answer(done); }
    void commit(const Record &, Done done) override { answer(done); }

private:
    void answer(const Done &done)
    {
        QTimer::singleShot(0, this, [done] { done({}); });
    }
};

PlannedChange fourFiles()
{
    PlannedChange work;
    work.action = ChangeAction::Apply;
    work.bond = u"bond7"_s;
    work.backend = Backend::NetworkManager;
    const QString folder = u"/etc/NetworkManager/system-connections/"_s;
    const auto add = [&](const QString &name, std::optional<QByteArray> before, std::optional<QByteArray> after) {
        formats::FileChange change;
        change.path = folder + name;
        change.oldText = std::move(before);
        change.newText = std::move(after);
        change.mode = 0600;
        change.owner = ::getuid();
        change.group = ::getgid();
        work.changes.files.append(change);
    };
    add(u"bond7.nmconnection"_s, {}, "the bond\n");
    add(u"eth0.nmconnection"_s, "old eth0\n", "new eth0\n");
    add(u"eth1.nmconnection"_s, "old eth1\n", QByteArray(20'000, 'n'));
    add(u"eth2.nmconnection"_s, "old eth2\n", {});
    return work;
}

int exitCode(TransactionState state)
{
    const bool isGood = state == TransactionState::Done || state == TransactionState::None; // nothing was left
    return isGood ? 0 : state == TransactionState::RolledBack ? 4 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray task(argc == 3 ? argv[2] : "");
    if (task != "apply" && task != "resume" && !task.startsWith("stop:"))
        return 2;
    Environment environment;
    environment.root = QFile::decodeName(argv[1]);
    FakeKernelSource kernel; // without links: only the files matter here
    const SystemClock clock;
    Transactor transactor({environment, kernel, clock, [](Backend) { return std::make_unique<NoBackend>(); },
                           [](const Record &, const Done &done) { done({}); }, [] { return Result<void>(); },
                           [] { return [] { return true; }; }});
    const Caller caller{u":1.1"_s, ::getuid()};
    const bool isToApply = task != "resume";
    QObject::connect(&transactor, &Transactor::changed, &app, [&](const Transaction &transaction) {
        if (task == "stop:" + transactionStateName(transaction.state).toLatin1())
            ::raise(SIGSTOP);
        if (transaction.state == TransactionState::AwaitingConfirm) {
            // A process that takes over does not know the answer; it rolls the change back here.
            QTimer::singleShot(0, &transactor, [&, id = transaction.id] {
                if (task != "apply" || !transactor.confirm(id, caller))
                    (void)transactor.rollBack(id, caller);
            });
        }
    });
    QObject::connect(
        &transactor, &Transactor::ended, &app, [&] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    if (isToApply) {
        ApplyOptions options;
        options.confirmWithin = Transactor::minConfirm;
        const auto ticket = transactor.begin(fourFiles(), options, u"request"_s, caller);
        if (!ticket) {
            std::printf("%s\n", qPrintable(ticket.error().message));
            return 1;
        }
    } else {
        transactor.resume();
    }
    QCoreApplication::exec();
    const Transaction last = transactor.current();
    std::printf("%s %s\n", qPrintable(last.reason), qPrintable(last.manualSteps.join(u' ')));
    return exitCode(last.state);
}
