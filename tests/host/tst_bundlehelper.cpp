// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/bundle/bundlehelper.h"
#include "tests/formats/scratchroot.h"
#include "tests/support/plans.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;

namespace
{

const QString scripts = u"/etc/sysconfig/network-scripts/"_s;

/// The "host" is a shell of this computer, in a root of its own.
BundleHelper::Shell shellIn(const ScratchRoot &root)
{
    return [path = root.path()](BundleHelper::Way, BundleHelper::Rights, const QStringList &arguments) {
        return Command{u"sh"_s, QStringList{u"-s"_s} + arguments, {{u"BONDWRIGHT_ROOT"_s, path}}};
    };
}

template <typename T>
struct Answer {
    std::optional<Result<T>> value;
    std::function<void(const Result<T> &)> take()
    {
        return [this](const Result<T> &answer) { value = answer; };
    }
    QByteArray why() const { return value && !*value ? value->error().message.toUtf8() : QByteArray(); }
};

} // namespace

class TestBundleHelper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void plansComeFromTheHostsOwnFiles();
    void whatChangesIsShown();
    void theScriptIsSentAndStarted();
    void filesThatChangedMeanwhile();
    void anotherChangeIsLeftAlone();
    void aChangeThatNeverBegan();
    void aChangeThatIsRefused();
    void aLoginScriptThatPrints();
    void anotherSystemIsReported();
    void commandsForADistribution_data();
    void commandsForADistribution();
    void namesThatAShellWouldRead();
    void onlyOurProcessIsEnded_data();
    void onlyOurProcessIsEnded();
    void noLinkGoesDownWithoutItsUndo();
    void theFormerUndoStaysWhereALinkIsRefused();

private:
    /// Programs of the host beside its own; `ip` writes down how it was called.
    BundleHelper::Shell shellWith(const QByteArray &ip, const QByteArray &nohup);

    std::unique_ptr<ScratchRoot> m_root;
};

void TestBundleHelper::init()
{
    m_root = std::make_unique<ScratchRoot>();
    QVERIFY(m_root->write(u"/etc/redhat-release"_s, "CentOS release 6.10 (Final)\n"));
    QVERIFY(
        m_root->write(scripts + u"ifcfg-eth0"_s, "DEVICE=eth0\nIPADDR=192.0.2.10\nNETMASK=255.255.255.0\nONBOOT=yes"));
}

void TestBundleHelper::plansComeFromTheHostsOwnFiles()
{
    QVERIFY(m_root->write(scripts + u"ifcfg-bond7"_s, "DEVICE=bond7\nONBOOT=yes\nBONDING_OPTS=\"mode=1 miimon=50\"\n"));
    QVERIFY(m_root->write(scripts + u"ifcfg-eth1"_s, "DEVICE=eth1\nMASTER=bond7\nSLAVE=yes\nONBOOT=yes\n"));
    QVERIFY(m_root->write(scripts + u"keys-wlan0"_s, "KEY=secret\n"));
    QVERIFY(!lookProgram().contains("keys-"));
    BundleHelper helper(shellIn(*m_root), u"root@srv1"_s);
    QSignalSpy reachable(&helper, &helper::HelperClient::reachableChanged);
    helper.arrive();
    QTRY_VERIFY(helper.isReachable());
    Answer<helper::Configuration> answer;
    helper.configuration(this, answer.take());
    QTRY_VERIFY(answer.value);
    QVERIFY(*answer.value);
    const helper::Configuration &found = **answer.value;
    QCOMPARE(found.plans.size(), 1);
    QCOMPARE(found.plans.first().name, u"bond7"_s);
    QCOMPARE(found.plans.first().options.value(u"miimon"_s), u"50"_s);
    QCOMPARE(found.plans.first().slaves.first().name, u"eth1"_s);
    QCOMPARE(found.filesOfBond.value(u"bond7"_s).size(), 2);
    helper.leave();
    QCOMPARE(reachable.size(), 2);
}

void TestBundleHelper::whatChangesIsShown()
{
    const auto before = m_root->tree();
    BundleHelper helper(shellIn(*m_root), u"root@srv1"_s);
    Answer<helper::Preview> answer;
    helper.preview(usualPlan(), helper::Backend::Auto, this, answer.take());
    QTRY_VERIFY(answer.value);
    QVERIFY2(*answer.value, answer.why().constData());
    const helper::Preview &preview = **answer.value;
    QStringList paths;
    for (const helper::FileDiff &file : preview.files)
        paths.append((file.existed ? u"~"_s : u"+"_s) + file.path);
    paths.sort();
    QStringList expected{u'+' + scripts + u"ifcfg-bond0"_s, u'+' + scripts + u"ifcfg-eth1"_s,
                         u"+/etc/modprobe.d/bonding.conf"_s, u'~' + scripts + u"ifcfg-eth0"_s};
    expected.sort();
    QCOMPARE(paths, expected);
    QVERIFY(preview.interruptions.size() == 1 && !preview.digest.isEmpty());
    QCOMPARE(m_root->tree(), before); // looking writes nothing there
}

void TestBundleHelper::theScriptIsSentAndStarted()
{
    BundleHelper helper(shellIn(*m_root), u"root@srv1"_s);
    QStringList steps;
    connect(&helper, &helper::HelperClient::stepProgressed, this, [&steps](const helper::StepProgress &step) {
        if (step.finished)
            steps.append(step.step);
    });
    QList<helper::TransactionState> states;
    connect(&helper, &helper::HelperClient::transactionChanged, this, [&states](const helper::Transaction &now) {
        states.append(now.state);
        QVERIFY(!now.isCompared); // it is not called as planned
    });
    Answer<helper::Ticket> ticket;
    helper.apply(u"r1"_s, usualPlan(), {}, this, ticket.take());
    QTRY_VERIFY_WITH_TIMEOUT(ticket.value, 20'000);
    QVERIFY2(*ticket.value, ticket.why().constData());
    QCOMPARE((*ticket.value)->id, u"r1"_s);
    QCOMPARE(steps, (QStringList{u"send"_s, u"start"_s}));
    // Below a root nothing is restarted, so no confirmation is needed.
    QTRY_VERIFY_WITH_TIMEOUT(states.last() == helper::TransactionState::Done, 20'000);
    QVERIFY(m_root->read(scripts + u"ifcfg-eth0"_s).contains("MASTER=bond0\n"));
    // Again: nothing to do, and the state of the change before is not taken for its own.
    Answer<helper::Ticket> again;
    helper.apply(u"r2"_s, usualPlan(), {}, this, again.take());
    QTRY_VERIFY_WITH_TIMEOUT(again.value && *again.value, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(states.last() == helper::TransactionState::Done, 20'000);
    // Another program learns of it, and that no confirmation is awaited.
    BundleHelper other(shellIn(*m_root), u"root@srv1"_s);
    Answer<helper::Transaction> seen;
    other.transaction(this, seen.take());
    QTRY_VERIFY(seen.value && *seen.value);
    QCOMPARE((*seen.value)->state, helper::TransactionState::None);
}

/// One that another program has begun waits there: it stays as it is, and so does its script.
void TestBundleHelper::anotherChangeIsLeftAlone()
{
    const QString folder = u"/var/lib/bondwright-bundle/"_s;
    BundleHelper helper(shellIn(*m_root), u"root@srv1"_s);
    Answer<helper::Ticket> ticket;
    helper.apply(u"r1"_s, usualPlan(), {}, this, ticket.take());
    QTRY_VERIFY_WITH_TIMEOUT(ticket.value && *ticket.value, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_root->read(folder + u"bond0/state"_s) == "confirmed\n", 20'000);
    QCOMPARE(m_root->read(folder + u"bond0/name"_s), QByteArray("r1\n"));
    QVERIFY(QFile::remove(m_root->path() + folder + u"bond0/decided"_s));
    QVERIFY(m_root->write(folder + u"bond0/state"_s, "waiting\n"));
    const auto before = m_root->tree();
    const auto there = m_root->tree(folder);
    BondPlan changed = usualPlan();
    changed.options[u"miimon"_s] = u"200"_s;
    BundleHelper other(shellIn(*m_root), u"root@srv1"_s);
    Answer<helper::Ticket> refused;
    other.apply(u"r2"_s, changed, {}, this, refused.take());
    QTRY_VERIFY_WITH_TIMEOUT(refused.value, 20'000);
    QVERIFY(!*refused.value);
    QCOMPARE(refused.value->error().code, u"helper.busy"_s);
    QCOMPARE(m_root->tree(), before);
    QCOMPARE(m_root->tree(folder), there);
    // A name that is not the one there decides nothing.
    for (const QByteArray &program : {confirmProgram(u"bond0"_s, u"r2"_s), rollbackProgram(u"bond0"_s, u"r2"_s)}) {
        QProcess shell;
        shell.setProcessEnvironment([&] {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"BONDWRIGHT_ROOT"_s, m_root->path());
            return environment;
        }());
        shell.start(u"sh"_s, {u"-s"_s});
        shell.write(program);
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished());
    }
    QCOMPARE(m_root->tree(folder), there);
    QCOMPARE(m_root->tree(), before);
    // The name that is there does, in spite of the scripts that came since.
    Answer<helper::HelperClient::Nothing> kept;
    other.confirm({u"r1"_s, {}}, this, kept.take());
    QTRY_VERIFY_WITH_TIMEOUT(kept.value, 20'000);
    QVERIFY2(*kept.value, kept.why().constData());
    QCOMPARE(m_root->read(folder + u"bond0/state"_s), QByteArray("confirmed\n"));
}

/// The connection was lost with the order to start it: nobody waits for it for ever.
void TestBundleHelper::aChangeThatNeverBegan()
{
    const auto works = shellIn(*m_root);
    int asRoot = 0;
    BundleHelper helper(
        [&](BundleHelper::Way way, BundleHelper::Rights rights, const QStringList &arguments) {
            if (rights == BundleHelper::Rights::Root && ++asRoot == 2)
                return Command{u"sh"_s, {u"-c"_s, u"exit 255"_s}, {}};
            return works(way, rights, arguments);
        },
        u"root@srv1"_s);
    helper::Transaction now;
    connect(&helper, &helper::HelperClient::transactionChanged, this,
            [&now](const helper::Transaction &told) { now = told; });
    Answer<helper::Ticket> ticket;
    helper.apply(u"r1"_s, usualPlan(), {}, this, ticket.take());
    QTRY_VERIFY_WITH_TIMEOUT(ticket.value && *ticket.value, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(now.state, helper::TransactionState::RolledBack, 20'000);
    QVERIFY2(now.reason.contains(u"does not know"), qPrintable(now.reason));
    QVERIFY(!m_root->exists(scripts + u"ifcfg-bond0"_s));
}

/// After it was shown. What the change before has left there is not its own.
void TestBundleHelper::aChangeThatIsRefused()
{
    const QString folder = u"/var/lib/bondwright-bundle/"_s;
    const auto works = shellIn(*m_root);
    bool isSecond = false;
    int asRoot = 0;
    BundleHelper helper(
        [&](BundleHelper::Way way, BundleHelper::Rights rights, const QStringList &arguments) {
            if (isSecond && rights == BundleHelper::Rights::Root && ++asRoot == 2)
                m_root->write(scripts + u"ifcfg-eth0"_s, "IPADDR='never closed\n");
            return works(way, rights, arguments);
        },
        u"root@srv1"_s);
    Answer<helper::Ticket> first;
    helper.apply(u"r1"_s, usualPlan(), {}, this, first.take());
    QTRY_VERIFY_WITH_TIMEOUT(first.value && *first.value, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_root->read(folder + u"bond0/state"_s) == "confirmed\n", 20'000);
    isSecond = true;
    helper::Transaction now;
    connect(&helper, &helper::HelperClient::transactionChanged, this,
            [&now](const helper::Transaction &told) { now = told; });
    BondPlan changed = usualPlan();
    changed.options[u"miimon"_s] = u"200"_s;
    Answer<helper::Ticket> refused;
    helper.apply(u"r2"_s, changed, {}, this, refused.take());
    QTRY_VERIFY_WITH_TIMEOUT(refused.value, 20'000);
    QVERIFY(!*refused.value);
    QVERIFY2(refused.why().contains("a quote is never closed"), refused.why().constData());
    QCOMPARE(now.state, helper::TransactionState::None);
    QCOMPARE(QDir(m_root->path() + folder).entryList({u"*.r2"_s}), QStringList());
}

/// What it prints is another text each time, ends no line, and would speak to a terminal.
void TestBundleHelper::aLoginScriptThatPrints()
{
    BundleHelper helper(
        [path = m_root->path()](BundleHelper::Way, BundleHelper::Rights, const QStringList &arguments) {
            return Command{u"sh"_s,
                           QStringList{u"-c"_s, u"printf '%s\\n--- /a\\033[2J' $$; exec sh -s \"$@\""_s, u"sh"_s}
                               + arguments,
                           {{u"BONDWRIGHT_ROOT"_s, path}}};
        },
        u"root@srv1"_s);
    Answer<helper::Preview> shown;
    helper.preview(usualPlan(), helper::Backend::Auto, this, shown.take());
    QTRY_VERIFY(shown.value);
    QVERIFY2(*shown.value, shown.why().constData());
    QCOMPARE((*shown.value)->files.size(), 4);
    for (const helper::FileDiff &file : (*shown.value)->files)
        QVERIFY(file.path.startsWith(u"/etc/") && !file.unified.contains(u'\033'));
    helper::ApplyOptions options;
    options.digest = (*shown.value)->digest;
    Answer<helper::Ticket> ticket;
    helper.apply(u"r1"_s, usualPlan(), options, this, ticket.take());
    QTRY_VERIFY_WITH_TIMEOUT(ticket.value, 20'000);
    QVERIFY2(*ticket.value, ticket.why().constData());
    QTRY_VERIFY_WITH_TIMEOUT(m_root->exists(scripts + u"ifcfg-bond0"_s), 20'000);
}

void TestBundleHelper::filesThatChangedMeanwhile()
{
    BundleHelper helper(shellIn(*m_root), u"root@srv1"_s);
    Answer<helper::Preview> shown;
    helper.preview(usualPlan(), helper::Backend::Auto, this, shown.take());
    QTRY_VERIFY(shown.value && *shown.value);
    QVERIFY(m_root->write(scripts + u"ifcfg-eth0"_s, "DEVICE=eth0\nIPADDR=192.0.2.99\n"));
    helper::ApplyOptions options;
    options.digest = (*shown.value)->digest;
    Answer<helper::Ticket> ticket;
    helper.apply(u"r1"_s, usualPlan(), options, this, ticket.take());
    QTRY_VERIFY(ticket.value);
    QVERIFY(!*ticket.value);
    QCOMPARE(ticket.value->error().code, u"helper.conflict"_s);
    QVERIFY(!m_root->exists(scripts + u"ifcfg-bond0"_s));
}

void TestBundleHelper::anotherSystemIsReported()
{
    QVERIFY(QFile::remove(m_root->path() + u"/etc/redhat-release"_s));
    QVERIFY(m_root->write(u"/etc/os-release"_s, "ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n"));
    BundleHelper helper(shellIn(*m_root), u"root@srv1"_s);
    helper.arrive();
    Answer<helper::Preview> answer;
    helper.preview(usualPlan(), helper::Backend::Auto, this, answer.take());
    QTRY_VERIFY(answer.value);
    QVERIFY(!*answer.value);
    QVERIFY2(answer.value->error().message.contains(u"Debian GNU/Linux 12"), qPrintable(answer.value->error().message));
    QCOMPARE(answer.value->error().code, u"bundle.release"_s);
    const QString hint = answer.value->error().hint;
    QVERIFY2(hint.contains(u"scp bondwright_*.deb root@srv1:/tmp/\nssh -t root@srv1 'sudo apt install"),
             qPrintable(hint));
    QVERIFY(!helper.isReachable());
}

void TestBundleHelper::commandsForADistribution_data()
{
    QTest::addColumn<QByteArray>("release");
    QTest::addColumn<QByteArray>("redhat");
    QTest::addColumn<QStringList>("tools");
    const auto row = [](const char *name, const QByteArray &release, const QStringList &tools,
                        const QByteArray &redhat = {}) { QTest::newRow(name) << release << redhat << tools; };
    row("Debian", "PRETTY_NAME=\"Debian\"\nID=debian\n", {u"apt"_s});
    row("Mint", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"", {u"apt"_s});
    row("Rocky", "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", {u"dnf"_s});
    row("openEuler", "ID=\"openEuler\"\n", {u"dnf"_s});
    row("SLES", "ID=\"sles\"\nID_LIKE=\"suse\"\n", {u"zypper"_s});
    row("openSUSE", "ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\n", {u"zypper"_s});
    row("RHEL 6", {}, {u"dnf"_s}, "CentOS release 6.10 (Final)\n");
    row("not known", {}, {u"apt"_s, u"dnf"_s, u"zypper"_s});
    row("another", "ID=arch\n", {u"apt"_s, u"dnf"_s, u"zypper"_s});
}

void TestBundleHelper::commandsForADistribution()
{
    QFETCH(QByteArray, release);
    QFETCH(QByteArray, redhat);
    QFETCH(QStringList, tools);
    const Packages packages = packagesOf(release, redhat);
    const QString commands = installCommands(u"root@srv1"_s, packages);
    for (const QString &tool : {u"apt"_s, u"dnf"_s, u"zypper"_s})
        QCOMPARE(commands.contains(u"sudo "_s + tool + u" install"_s), tools.contains(tool));
    QVERIFY(commands.contains(u" root@srv1:/tmp/\n"_s));
    // They are to be copied into a shell.
    QVERIFY(installCommands(u"ops@2001:db8::1"_s, packages).contains(u" 'ops@[2001:db8::1]:/tmp/'\n"_s));
    QVERIFY(installCommands(u"a;reboot"_s, packages).contains(u"ssh -t 'a;reboot' "_s));
}

void TestBundleHelper::namesThatAShellWouldRead()
{
    BundleHelper helper(shellIn(*m_root), u"root@srv1"_s);
    Answer<helper::HelperClient::Nothing> answer;
    helper.setSlaveLink(u"bond0"_s, u"eth0;touch canary"_s, false, std::chrono::seconds(5), this, answer.take());
    QVERIFY(answer.value && !*answer.value);
}

BundleHelper::Shell TestBundleHelper::shellWith(const QByteArray &ip, const QByteArray &nohup)
{
    const QByteArray called = "#!/bin/sh\ncd \"$BONDWRIGHT_ROOT\"\n";
    for (const auto &[program, text] :
         {std::pair(u"/bin/ip"_s, called + "echo \"$*\" >>calls\n" + ip), std::pair(u"/bin/nohup"_s, called + nohup)}) {
        if (!m_root->write(program, text)
            || !QFile::setPermissions(m_root->path() + program, QFile::ReadOwner | QFile::ExeOwner))
            qFatal("no program");
    }
    return [path = m_root->path()](BundleHelper::Way, BundleHelper::Rights, const QStringList &arguments) {
        return Command{u"sh"_s,
                       QStringList{u"-s"_s} + arguments,
                       {{u"BONDWRIGHT_ROOT"_s, path}, {u"PATH"_s, path + u"/bin:"_s + qEnvironmentVariable("PATH")}}};
    };
}

void TestBundleHelper::onlyOurProcessIsEnded_data()
{
    QTest::addColumn<QByteArray>("started");
    QTest::addColumn<bool>("isEnded");
    QTest::newRow("it waits to take the link up") << QByteArray("exec \"$@\"") << true;
    QTest::newRow("another has its number by now") << QByteArray("echo $$; exec >/dev/null; exec sleep 600") << false;
}

/// The host is asked to end the process that would undo what has been undone.
void TestBundleHelper::onlyOurProcessIsEnded()
{
    QFETCH(QByteArray, started);
    QFETCH(bool, isEnded);
    BundleHelper helper(shellWith({}, "echo $$ >pid\n" + started + '\n'), u"root@srv1"_s);
    Answer<helper::HelperClient::Nothing> down;
    helper.setSlaveLink(u"bond0"_s, u"eth1"_s, false, std::chrono::seconds(600), this, down.take());
    QTRY_VERIFY_WITH_TIMEOUT(down.value && *down.value, 20'000);
    const int pid = m_root->read(u"/pid"_s).trimmed().toInt();
    QVERIFY(pid > 1);
    const auto isThere = [pid] { return ::kill(pid, 0) == 0; };
    QVERIFY(isThere());
    const auto commandLine = [pid] {
        QFile file(u"/proc/%1/cmdline"_s.arg(pid));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(commandLine().contains("; ip link set eth1 up"), isEnded, 20'000);
    Answer<helper::HelperClient::Nothing> up;
    helper.setSlaveLink(u"bond0"_s, u"eth1"_s, true, {}, this, up.take());
    QTRY_VERIFY_WITH_TIMEOUT(up.value && *up.value, 20'000);
    if (isEnded) {
        QTRY_VERIFY_WITH_TIMEOUT(!isThere(), 20'000);
    } else {
        QVERIFY(isThere());
        ::kill(pid, SIGKILL);
    }
}

void TestBundleHelper::noLinkGoesDownWithoutItsUndo()
{
    BundleHelper helper(shellWith({}, "exit 1\n"), u"root@srv1"_s);
    Answer<helper::HelperClient::Nothing> down;
    helper.setSlaveLink(u"bond0"_s, u"eth1"_s, false, std::chrono::seconds(600), this, down.take());
    QTRY_VERIFY_WITH_TIMEOUT(down.value, 60'000);
    QVERIFY(!*down.value);
    QCOMPARE(down.value->error().code, u"bundle.host"_s);
    QVERIFY2(down.why().contains("cannot start the process"), down.why().constData());
    QVERIFY(!m_root->exists(u"/calls"_s));
}

void TestBundleHelper::theFormerUndoStaysWhereALinkIsRefused()
{
    BundleHelper helper(shellWith("[ ! -e refuses ]\n", "echo $$ >>pids\nexec \"$@\"\n"), u"root@srv1"_s);
    const auto ask = [&](bool up) {
        Answer<helper::HelperClient::Nothing> answer;
        helper.setSlaveLink(u"bond0"_s, u"eth1"_s, up, std::chrono::seconds(600), this, answer.take());
        return QTest::qWaitFor([&answer] { return answer.value.has_value(); }, 60'000) && *answer.value;
    };
    const auto undoing = [&] {
        QList<int> there;
        for (const QByteArray &pid : m_root->read(u"/pids"_s).split('\n')) {
            if (pid.toInt() > 1 && ::kill(pid.toInt(), 0) == 0)
                there.append(pid.toInt());
        }
        return there;
    };
    QVERIFY(ask(false));
    const QList<int> first = undoing();
    QCOMPARE(first.size(), 1);
    QVERIFY(m_root->write(u"/refuses"_s, {}));
    for (const bool up : {false, true}) {
        QVERIFY(!ask(up));
        QTRY_COMPARE_WITH_TIMEOUT(undoing(), first, 20'000); // and the one of what was refused has gone
    }
    QVERIFY(QFile::remove(m_root->path() + u"/refuses"_s));
    QVERIFY(ask(false));
    QTRY_VERIFY_WITH_TIMEOUT(undoing().size() == 1 && undoing() != first, 20'000); // one after the other
    QVERIFY(ask(true));
    QTRY_VERIFY_WITH_TIMEOUT(undoing().isEmpty(), 20'000);
}

QTEST_GUILESS_MAIN(TestBundleHelper)
#include "tst_bundlehelper.moc"
