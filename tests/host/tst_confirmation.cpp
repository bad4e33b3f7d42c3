// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/wire.h"
#include "host/bundle/bundlehelper.h"
#include "host/protocol/wirejson.h"
#include "host/remote/confirmation.h"
#include "host/remote/remotehelper.h"
#include "host/transport/commandchannel.h"
#include "host/transport/stdiochannel.h"
#include "tests/formats/scratchroot.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QTest>

#include <sys/socket.h>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using helper::TransactionState;

namespace
{

/// A host that is reached so many times, and goes away when it has been told to keep the change for the first time.
class LeavingHost
{
public:
    std::unique_ptr<LineChannel> open()
    {
        if (connections++ == reachedTimes)
            return std::make_unique<CommandChannel>(lastWord, 1024);
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            qFatal("socketpair");
        m_channel = std::make_unique<StdioChannel>(ends[0], ends[0], maximumRequestLine);
        QObject::connect(m_channel.get(), &LineChannel::lineReceived, m_channel.get(),
                         [this, end = ends[0]](const QByteArray &line) {
                             const auto message = messageFromLine(line);
                             if (const auto *request = message ? std::get_if<Request>(&*message) : nullptr)
                                 take(*request, end);
                         });
        m_channel->send(toLine(Hello{1, u"1"_s, u"srv"_s, {}, {}, 1}));
        return std::make_unique<StdioChannel>(ends[1], ends[1], maximumReplyLine);
    }

    int reachedTimes = 100;
    Command lastWord{u"sh"_s, {u"-c"_s, u"exit 255"_s}, {}}; ///< instead of one connection more
    helper::Transaction now; ///< as it is found after that
    int connections = 0;
    int confirmed = 0;

private:
    void take(const Request &request, int end)
    {
        if (request.method == Method::Confirm && confirmed++ == 0) {
            ::shutdown(end, SHUT_RDWR);
        } else {
            m_channel->send(toLine(Reply{request.id, toJson(helper::wire::toMap(now)), {}}));
        }
    }

    std::unique_ptr<StdioChannel> m_channel;
};

} // namespace

/// The connection breaks between a confirmation and its answer: one answer comes, and it is the truth.
class TestConfirmation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatHasComeOfItIsTold_data()
    {
        QTest::addColumn<TransactionState>("state");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("told"); ///< a part of the error; empty: it is kept
        QTest::addColumn<int>("confirmed");
        QTest::newRow("it had arrived") << TransactionState::Done << u"t"_s << QString() << 1;
        QTest::newRow("it had not") << TransactionState::AwaitingConfirm << u"t"_s << QString() << 2;
        QTest::newRow("the host reverts")
            << TransactionState::RollingBack << u"t"_s << u"did not reach the host in time"_s << 1;
        QTest::newRow("it has reverted") << TransactionState::RolledBack << u"t"_s
                                         << u"did not reach the host in time"_s << 1;
        QTest::newRow("another change") << TransactionState::Done << u"u"_s << u"unknown"_s << 1;
    }

    void whatHasComeOfItIsTold()
    {
        QFETCH(QString, told);
        LeavingHost there;
        QFETCH(TransactionState, state);
        there.now.state = state;
        QFETCH(QString, id);
        there.now.id = id;
        Connection connection([&] { return there.open(); });
        RemoteHelper helper(connection, [&] { return there.open(); });
        QList<ConfirmResult> answers;
        helper.confirm({u"t"_s, u"k"_s}, this, [&](const ConfirmResult &answer) { answers.append(answer); });
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 20'000);
        QCOMPARE(answers.first().has_value(), told.isEmpty());
        if (!told.isEmpty())
            QVERIFY2(answers.first().error().message.contains(told), qPrintable(answers.first().error().message));
        QTEST(there.confirmed, "confirmed");
        QTest::qWait(100);
        QCOMPARE(answers.size(), 1);
    }

    void nobodyKnows_data()
    {
        QTest::addColumn<Command>("lastWord");
        QTest::newRow("not reached within the time") << Command{u"sh"_s, {u"-c"_s, u"sleep 60"_s}, {}};
        QTest::newRow("not tried again") << Command{u"/no/such/program"_s, {}, {}};
    }

    void nobodyKnows()
    {
        LeavingHost there;
        there.reachedTimes = 1;
        QFETCH(Command, lastWord);
        there.lastWord = lastWord;
        QList<ConfirmResult> answers;
        auto *confirmation = new Confirmation([&] { return there.open(); }, {u"t"_s, u"k"_s},
                                              [&](const ConfirmResult &answer) { answers.append(answer); }, 2s);
        QPointer<Confirmation> guard(confirmation);
        confirmation->start();
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 20'000);
        QVERIFY(!answers.first());
        QVERIFY2(answers.first().error().message.contains(u"unknown"), qPrintable(answers.first().error().message));
        QVERIFY2(answers.first().error().hint.contains(u"reverts unless"), qPrintable(answers.first().error().hint));
        QTRY_VERIFY(!guard);
        QCOMPARE(answers.size(), 1);
    }

    void withoutBondwrightThere_data()
    {
        QTest::addColumn<QByteArray>("broken"); ///< the connection that carries the word
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QByteArray>("state");
        const QByteArray works = "exec sh -s";
        QTest::newRow("it had arrived") << QByteArray("sh -s; exit 255") << works << QString()
                                        << QByteArray("confirmed\n");
        QTest::newRow("it had not") << QByteArray("exit 255") << works << QString() << QByteArray("confirmed\n");
        QTest::newRow("not reached again")
            << QByteArray("exit 255") << QByteArray("exit 255") << u"unknown"_s << QByteArray("waiting\n");
        QTest::newRow("too late") << QByteArray("echo rolled-back >\"$BONDWRIGHT_ROOT/var/lib/bondwright-bundle/bond0/"
                                                "state\"; exit 255")
                                  << works << u"did not reach the host in time"_s << QByteArray("rolled-back\n");
    }

    void withoutBondwrightThere()
    {
        QFETCH(QByteArray, broken);
        QFETCH(QByteArray, next);
        QFETCH(QString, told);
        const ScratchRoot root;
        QVERIFY(root.write(u"/etc/redhat-release"_s, "CentOS release 6.10 (Final)\n"));
        QList<QByteArray> ways; // of the new connections, in turn; then as usual
        BundleHelper helper(
            [&](BundleHelper::Way way, BundleHelper::Rights, const QStringList &arguments) {
                const bool isNext = way == BundleHelper::Way::New && !ways.isEmpty();
                const QByteArray shell = isNext ? ways.takeFirst() : QByteArray("exec sh -s \"$@\"");
                return Command{u"sh"_s,
                               QStringList{u"-c"_s, QString::fromUtf8(shell), u"sh"_s} + arguments,
                               {{u"BONDWRIGHT_ROOT"_s, root.path()}}};
            },
            u"root@srv1"_s);
        helper::Transaction now;
        connect(&helper, &helper::HelperClient::transactionChanged, this,
                [&now](const helper::Transaction &changed) { now = changed; });
        std::optional<Result<helper::Ticket>> ticket;
        helper.apply(u"r1"_s, usualPlan(), {}, this, [&](const Result<helper::Ticket> &answer) { ticket = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(ticket && *ticket, 20'000);
        const QString state = u"/var/lib/bondwright-bundle/bond0/state"_s;
        QTRY_VERIFY_WITH_TIMEOUT(root.read(state) == "confirmed\n", 20'000); // below a root at once
        QTRY_COMPARE_WITH_TIMEOUT(now.state, TransactionState::Done, 20'000); // it asks no more
        QVERIFY(root.write(state, "waiting\n"));
        QFileInfo decided(root.path() + u"/var/lib/bondwright-bundle/bond0/decided"_s);
        QFile::remove(decided.filePath());
        ways = {"exec sh -s", broken, next};
        QList<ConfirmResult> answers;
        helper.confirm(**ticket, this, [&](const ConfirmResult &answer) { answers.append(answer); });
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 20'000);
        QVERIFY2(answers.first().has_value() == told.isEmpty(),
                 answers.first() ? "" : qPrintable(answers.first().error().text()));
        if (!told.isEmpty())
            QVERIFY2(answers.first().error().message.contains(told), qPrintable(answers.first().error().message));
        decided.refresh(); // a decision is a link that names it
        QTEST(decided.isSymLink() ? QFileInfo(decided.symLinkTarget()).fileName().toUtf8() + '\n' : root.read(state),
              "state");
    }
};

QTEST_GUILESS_MAIN(TestConfirmation)
#include "tst_confirmation.moc"
