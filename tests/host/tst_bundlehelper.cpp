// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/bundle/bundlehelper.h"
#include "tests/formats/scratchroot.h"

#include <QSignalSpy>
#include <QTest>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;

namespace
{

const QString scripts = u"/etc/sysconfig/network-scripts/"_s;

BondPlan bundlePlan()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.options = {{u"miimon"_s, u"100"_s}};
    plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}};
    return plan;
}

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
    void anotherSystemIsSaid();
    void diffsAreRead_data();
    void diffsAreRead();
    void statesAreRead();
    void namesThatAShellWouldRead();

private:
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
    BundleHelper helper(shellIn(*m_root));
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
    BundleHelper helper(shellIn(*m_root));
    Answer<helper::Preview> answer;
    helper.preview(bundlePlan(), helper::Backend::Auto, this, answer.take());
    QTRY_VERIFY(answer.value);
    QVERIFY2(*answer.value, qPrintable(answer.value->error().message));
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
    BundleHelper helper(shellIn(*m_root));
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
    helper.apply(u"r1"_s, bundlePlan(), {}, this, ticket.take());
    QTRY_VERIFY_WITH_TIMEOUT(ticket.value, 20'000);
    QVERIFY2(*ticket.value, qPrintable(ticket.value->error().message));
    QCOMPARE((*ticket.value)->id, u"r1"_s);
    QCOMPARE(steps, (QStringList{u"send"_s, u"start"_s}));
    // Below a root nothing is restarted, so no confirmation is needed.
    QTRY_VERIFY_WITH_TIMEOUT(states.last() == helper::TransactionState::Done, 20'000);
    QVERIFY(m_root->read(scripts + u"ifcfg-eth0"_s).contains("MASTER=bond0\n"));
    // Again: nothing to do, and the state of the change before is not taken for its own.
    Answer<helper::Ticket> again;
    helper.apply(u"r2"_s, bundlePlan(), {}, this, again.take());
    QTRY_VERIFY_WITH_TIMEOUT(again.value && *again.value, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(states.last() == helper::TransactionState::Done, 20'000);
    // Another program learns of it, and that no confirmation is awaited.
    BundleHelper other(shellIn(*m_root));
    Answer<helper::Transaction> seen;
    other.transaction(this, seen.take());
    QTRY_VERIFY(seen.value && *seen.value);
    QCOMPARE((*seen.value)->state, helper::TransactionState::None);
}

void TestBundleHelper::filesThatChangedMeanwhile()
{
    BundleHelper helper(shellIn(*m_root));
    Answer<helper::Preview> shown;
    helper.preview(bundlePlan(), helper::Backend::Auto, this, shown.take());
    QTRY_VERIFY(shown.value && *shown.value);
    QVERIFY(m_root->write(scripts + u"ifcfg-eth0"_s, "DEVICE=eth0\nIPADDR=192.0.2.99\n"));
    helper::ApplyOptions options;
    options.digest = (*shown.value)->digest;
    Answer<helper::Ticket> ticket;
    helper.apply(u"r1"_s, bundlePlan(), options, this, ticket.take());
    QTRY_VERIFY(ticket.value);
    QVERIFY(!*ticket.value);
    QCOMPARE(ticket.value->error().code, u"helper.conflict"_s);
    QVERIFY(!m_root->exists(scripts + u"ifcfg-bond0"_s));
}

void TestBundleHelper::anotherSystemIsSaid()
{
    QVERIFY(QFile::remove(m_root->path() + u"/etc/redhat-release"_s));
    QVERIFY(m_root->write(u"/etc/os-release"_s, "ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n"));
    BundleHelper helper(shellIn(*m_root));
    helper.arrive();
    Answer<helper::Preview> answer;
    helper.preview(bundlePlan(), helper::Backend::Auto, this, answer.take());
    QTRY_VERIFY(answer.value);
    QVERIFY(!*answer.value);
    QVERIFY2(answer.value->error().message.contains(u"Debian GNU/Linux 12"), qPrintable(answer.value->error().message));
    QVERIFY(!helper.isReachable());
}

void TestBundleHelper::diffsAreRead_data()
{
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QStringList>("paths"); ///< "+" new, "-" deleted, "~" changed
    QTest::newRow("nothing") << QByteArray() << QStringList{};
    QTest::newRow("one of each") << QByteArray(
        "--- /dev/null\n+++ /a\n@@ -0,0 +1 @@\n+x\n--- /b\n+++ /dev/null\n@@ -1 +0,0 "
        "@@\n-x\n--- /c\n+++ /c\n@@ -1 +1 @@\n-x\n+y\n")
                                 << QStringList{u"+/a"_s, u"-/b"_s, u"~/c"_s};
    QTest::newRow("lines that look like a beginning")
        << QByteArray("--- /a\n+++ /a\n@@ -1,2 +1,2 @@\n--- /b\n-x\n+++ /c\n+y\n") << QStringList{u"~/a"_s};
    QTest::newRow("no end of line") << QByteArray("--- /a\n+++ /a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n")
                                    << QStringList{u"~/a"_s};
    QTest::newRow("junk") << QByteArray("+++ \n@@ -9,99999999999 @@\n--- \nhello\n") << QStringList{u"~"_s};
}

void TestBundleHelper::diffsAreRead()
{
    QFETCH(QByteArray, shown);
    QFETCH(QStringList, paths);
    QStringList seen;
    for (const helper::FileDiff &file : readDiffs(shown))
        seen.append((file.removed ? u"-"_s : file.existed ? u"~"_s : u"+"_s) + file.path);
    QCOMPARE(seen, paths);
}

void TestBundleHelper::statesAreRead()
{
    const auto all
        = readStatus("bond bond0\nid r1\nstate: waiting\nseconds left: 42\n|bondwright: bond0 is up.\n|status 0\n"
                     "bond bond1\nid r2\nstate: starting\n|bondwright: only root can do this\n|status 1\nend\n");
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->at(0).state, u"waiting"_s);
    QCOMPARE(all->at(0).secondsLeft, 42);
    QCOMPARE(all->at(1).said, u"only root can do this"_s);
    QCOMPARE(all->at(1).exitStatus, std::optional(1));
    QVERIFY(!readStatus("bond bond0\nid r1\nstate: waiting\n")); // cut off
    QVERIFY(!readLook("Welcome!\nend\n"));
}

void TestBundleHelper::namesThatAShellWouldRead()
{
    for (const QString &name : {u""_s, u"a;b"_s, u"$(x)"_s, u"../x"_s, u"-n"_s, u"a b"_s, u"größe"_s, u"a\nb"_s})
        QVERIFY2(!isBundleName(name), qPrintable(name));
    QVERIFY(isBundleName(u"bond0.5_x-y"_s));
    BundleHelper helper(shellIn(*m_root));
    Answer<helper::HelperClient::Nothing> answer;
    helper.setSlaveLink(u"bond0"_s, u"eth0;touch canary"_s, false, std::chrono::seconds(5), this, answer.take());
    QVERIFY(answer.value && !*answer.value);
}

QTEST_GUILESS_MAIN(TestBundleHelper)
#include "tst_bundlehelper.moc"
