// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"
#include "terminal.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <pwd.h>

using namespace bondwright;
using namespace bondwright::cli::test;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

/// In the lab: the commands that change something, as scripts and as people use them.
class BondctlLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<HelperLab>();
        m_lab->makeProfiles();
        m_files = HelperLab::files();
        m_runtime = m_lab->runtime();
        put(u"plan.json"_s, planToJson(m_lab->plan(Mode::ActiveBackup)));
        BondPlan wrong = m_lab->plan(Mode::ActiveBackup);
        wrong.options.insert(u"primary"_s, u"eth9"_s);
        put(u"wrong.json"_s, planToJson(wrong));
        const passwd *entry = ::getpwnam("nobody");
        m_nobody = entry ? entry->pw_uid : 65534;
    }

    void cleanup() { m_lab->verifyBack(m_files, m_runtime, 60); }

    void statuses()
    {
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/wrong.json"_s, u"--confirm"_s}), 1);
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/plan.json"_s, u"--confirm-within"_s, u"5"_s}), 2);
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/plan.json"_s, u"--ping"_s, u"-f"_s}), 2);
        QCOMPARE(bondctl({u"confirm"_s}), 1);
        QCOMPARE(bondctl({u"remove"_s, u"bond7"_s, u"--confirm"_s}), 1);
        QCOMPARE(bondctl({u"activate"_s, u"bond7"_s, u"eth0"_s}), 1);
        for (const QStringList &arguments :
             {QStringList{u"apply"_s, u"/tmp/plan.json"_s, u"--confirm"_s}, QStringList{u"status"_s},
              QStringList{u"remove"_s, u"bond0"_s, u"--confirm"_s}, QStringList{u"activate"_s, u"bond0"_s, u"eth0"_s}})
            QCOMPARE(bondctl(arguments, u"nobody"_s), 3);
    }

    void keptByAScript()
    {
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/plan.json"_s, u"--confirm"_s, u"--ping"_s, u"192.0.2.254"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return m_lab->isPort(u"eth0"_s, u"bond0"_s); }, 10));
        QCOMPARE(bondctl({u"activate"_s, u"bond0"_s, u"eth1"_s}), 0);
        const int eth1 = m_lab->kernel().nicByName(u"eth1")->ifindex;
        QVERIFY(m_lab->waitFor([&] { return m_lab->kernel().bondByName(u"bond0")->activeSlave == eth1; }, 10));
        // What is shown is what would be done: by the kernel alone no file of NetworkManager's goes.
        QCOMPARE(bondctl({u"remove"_s, u"bond0"_s, u"--backend"_s, u"runtime"_s, u"--dry-run"_s}), 0);
        QVERIFY2(!m_output.contains(".nmconnection"), m_output.constData());
        QCOMPARE(bondctl({u"remove"_s, u"bond0"_s, u"--dry-run"_s}), 0);
        QVERIFY2(m_output.contains(".nmconnection"), m_output.constData());
        QCOMPARE(bondctl({u"remove"_s, u"bond0"_s, u"--confirm"_s}), 0);
    }

    /// A whole life without a plan file: created, changed, NICs added and removed, removed.
    void withoutAPlanFile()
    {
        const QStringList create{u"create"_s,  u"bond0"_s,         u"--mode"_s,    u"active-backup"_s,
                                 u"--slave"_s, u"eth0"_s,          u"--slave"_s,   u"eth1"_s,
                                 u"--ip"_s,    u"192.0.2.10/24"_s, u"--gateway"_s, u"192.0.2.254"_s};
        QCOMPARE(bondctl(create + QStringList{u"--dry-run"_s}), 0);
        QVERIFY2(m_output.contains("+mode=active-backup"), m_output.constData());
        QVERIFY(!m_lab->kernel().bondByName(u"bond0"));
        QCOMPARE(bondctl(create + QStringList{u"--confirm"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return m_lab->isPort(u"eth0"_s, u"bond0"_s); }, 10));
        QCOMPARE(bondctl(create + QStringList{u"--confirm"_s}), 1); // it exists
        QCOMPARE(bondctl({u"show"_s, u"bond0"_s}), 0);
        QVERIFY2(m_output.contains("active-backup"), m_output.constData());

        const auto option = [this](const QString &name) {
            const kernel::BondState *bond = m_lab->kernel().bondByName(u"bond0");
            return bond ? bond->options.value(name) : QString();
        };
        QCOMPARE(bondctl({u"set"_s, u"bond0"_s, u"miimon=200"_s, u"primary=eth1"_s, u"--confirm"_s}), 0);
        QVERIFY(m_lab->waitFor([&] { return option(u"miimon"_s) == u"200" && option(u"primary"_s) == u"eth1"; }, 10));
        QCOMPARE(bondctl({u"set"_s, u"bond0"_s, u"miimon=200"_s, u"--confirm"_s}), 0);
        QVERIFY2(m_output.contains("Nothing to do"), m_output.constData());
        QCOMPARE(bondctl({u"set"_s, u"bond0"_s, u"primary="_s, u"--confirm"_s, u"--json"_s}), 0);
        QVERIFY2(m_output.contains("\"state\": \"done\""), m_output.constData());
        QVERIFY(m_lab->waitFor([&] { return option(u"primary"_s).isEmpty(); }, 10));

        QCOMPARE(bondctl({u"add-slave"_s, u"bond0"_s, u"eth2"_s, u"--confirm"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return m_lab->isPort(u"eth2"_s, u"bond0"_s); }, 10));
        QCOMPARE(bondctl({u"add-slave"_s, u"bond0"_s, u"eth2"_s, u"--confirm"_s}), 1);
        QCOMPARE(bondctl({u"remove-slave"_s, u"bond0"_s, u"eth2"_s, u"--confirm"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return !m_lab->isPort(u"eth2"_s, u"bond0"_s); }, 10));
        QCOMPARE(bondctl({u"remove-slave"_s, u"bond0"_s, u"eth0"_s, u"eth1"_s, u"--confirm"_s}), 1);
        QCOMPARE(bondctl({u"set"_s, u"bond0"_s, u"mimon=200"_s}), 2);
        QVERIFY2(m_output.contains("Did you mean “miimon”?"), m_output.constData());
        QCOMPARE(bondctl({u"complete"_s, u"--"_s, u"remove-slave"_s, u"bond0"_s, u""_s}), 0);
        QVERIFY2(m_output.contains("eth0\tbond0\n") && !m_output.contains("eth2"), m_output.constData());
        // One transaction: the other bond comes with all this one had, and this one is gone.
        QCOMPARE(bondctl({u"rename"_s, u"bond0"_s, u"uplink"_s, u"--dry-run"_s}), 0);
        QVERIFY2(m_output.contains("+interface-name=uplink"), m_output.constData());
        QCOMPARE(bondctl({u"rename"_s, u"bond0"_s, u"uplink"_s, u"--confirm"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return m_lab->isPort(u"eth1"_s, u"uplink"_s); }, 10));
        QVERIFY(!m_lab->kernel().bondByName(u"bond0"));
        QCOMPARE(m_lab->kernel().bondByName(u"uplink")->options.value(u"miimon"_s), u"200"_s);
        QVERIFY(m_lab->kernel().nicByName(u"uplink")->addresses.toStrings().contains(u"192.0.2.10/24"_s));
        QCOMPARE(bondctl({u"rename"_s, u"uplink"_s, u"eth2"_s, u"--confirm"_s}), 1); // taken
        QCOMPARE(bondctl({u"rename"_s, u"bond0"_s, u"uplink"_s, u"--confirm"_s}), 1);
        QCOMPARE(bondctl({u"remove"_s, u"uplink"_s, u"--confirm"_s}), 0);
    }

    /// A plan that the driver refuses is not applied; one that works is, and the change says that it was rehearsed.
    void appliedOnlyIfTheRehearsalPasses()
    {
        BondPlan refused = m_lab->plan(Mode::BalanceRr);
        refused.options.insert(u"primary"_s, u"eth0"_s);
        put(u"refused.json"_s, planToJson(refused));
        const QString before = lastChange().value(u"id"_s).toString();
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/refused.json"_s, u"--rehearse"_s, u"--confirm"_s}), 1);
        QVERIFY2(m_output.contains("options.primary") && m_output.contains("Nothing was changed"),
                 m_output.constData());
        QCOMPARE(lastChange().value(u"id"_s).toString(), before);
        QVERIFY(!m_lab->kernel().bondByName(u"bond0"));
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/plan.json"_s, u"--rehearse"_s, u"--confirm"_s}), 0);
        QVERIFY2(m_output.contains("Rehearsed in this kernel: works"), m_output.constData());
        QCOMPARE(lastChange().value(u"rehearsed"_s).toString(), u"passed"_s);
        QCOMPARE(bondctl({u"remove"_s, u"bond0"_s, u"--confirm"_s}), 0);
        QCOMPARE(lastChange().value(u"rehearsed"_s).toString(), QString());
    }

    void rehearsedThroughTheHelper()
    {
        const QString setting = u"/proc/sys/user/max_user_namespaces"_s;
        QFile file(setting);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray former = file.readAll();
        QVERIFY(file.seek(0) && file.write("0") > 0 && file.flush()); // elsewhere the kernel passes it over
        const QString nobody = u"nobody"_s;
        const int refused = bondctl({u"rehearse"_s, u"/tmp/plan.json"_s}, nobody);
        const QByteArray offer = m_output;
        const int forbidden = bondctl({u"rehearse"_s, u"/tmp/plan.json"_s, u"--helper"_s}, nobody);
        const QByteArray refusal = m_output;
        const int passed = bondctl({u"rehearse"_s, u"/tmp/plan.json"_s, u"--helper"_s});
        const QByteArray report = m_output;
        QVERIFY(file.seek(0) && file.write(former) > 0 && file.flush());
        QCOMPARE(refused, 1);
        QVERIFY2(offer.contains("bondctl rehearse --helper"), offer.constData());
        QVERIFY2(forbidden != 0 && !refusal.contains("works"), refusal.constData());
        QVERIFY2(passed == 0 && report.contains("works"), report.constData());
        QVERIFY2(report.contains("With another switch this would be seen"), report.constData());
    }

    void leftPending()
    {
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/plan.json"_s, u"--confirm-within"_s, u"60"_s}), 0);
        QVERIFY2(m_output.contains("bondctl confirm "), m_output.constData());
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/plan.json"_s, u"--confirm"_s}), 1); // busy
        QVERIFY2(m_output.contains("root") && m_output.contains("bond0"), m_output.constData());
        QCOMPARE(bondctl({u"extend"_s}), 0);
        QCOMPARE(bondctl({u"extend"_s}), 1);
        QCOMPARE(bondctl({u"status"_s}), 0);
        QVERIFY2(m_output.contains("(configuration, bond0) by root: waits for confirmation"), m_output.constData());
        QCOMPARE(bondctl({u"status"_s, u"--json"_s}), 0);
        const QJsonObject change = QJsonDocument::fromJson(m_output).object().value(u"transaction"_s).toObject();
        QCOMPARE(change.value(u"state"_s).toString(), u"awaiting-confirm"_s);
        QVERIFY(change.value(u"extended"_s).toBool());
        QCOMPARE(bondctl({u"confirm"_s, change.value(u"id"_s).toString()}), 0);
        QCOMPARE(bondctl({u"restore"_s, change.value(u"backup"_s).toString(), u"--confirm"_s}), 0);
    }

    void rolledBackAtTheDeadline()
    {
        QCOMPARE(bondctl({u"apply"_s, u"/tmp/plan.json"_s, u"--wait"_s, u"--confirm-within"_s, u"10"_s}), 4);
    }

    /// What the README and the guides show, on a terminal: nobody is asked, and it is kept.
    void scriptOnATerminal()
    {
        const QString script = u"%1 --lang en apply /tmp/plan.json --yes --no-wait --confirm-within 60 && %1 confirm"_s;
        Terminal terminal({u"/bin/sh"_s, u"-c"_s, script.arg(QStringLiteral(BONDCTL))}, 0);
        QCOMPARE(terminal.exitStatus(), 0);
        QVERIFY2(!terminal.transcript().contains(u"Reverting"), terminal.raw().constData());
        QCOMPARE(bondctl({u"status"_s, u"--json"_s}), 0);
        const QJsonObject change = QJsonDocument::fromJson(m_output).object().value(u"transaction"_s).toObject();
        QCOMPARE(change.value(u"state"_s).toString(), u"done"_s);
        QCOMPARE(bondctl({u"restore"_s, change.value(u"backup"_s).toString(), u"--confirm"_s}), 0);
    }

    void answeredElsewhere()
    {
        Terminal terminal({QStringLiteral(BONDCTL), u"--lang"_s, u"en"_s, u"apply"_s, u"/tmp/plan.json"_s}, 0);
        QVERIFY2(terminal.waitFor(u"+++ "_s), terminal.raw().constData());
        QVERIFY2(terminal.waitFor(u"Type “yes”: "_s), terminal.raw().constData());
        terminal.type(u"yes\n"_s);
        QVERIFY2(terminal.waitFor(u"bondctl confirm "_s), terminal.raw().constData());
        QVERIFY2(terminal.waitFor(u"Reverting in "_s), terminal.raw().constData());
        QVERIFY2(terminal.waitFor(u"Reverting in "_s), terminal.raw().constData());
        QCOMPARE(bondctl({u"confirm"_s}), 0); // the second terminal
        QCOMPARE(terminal.exitStatus(), 0);
        show(terminal);
        for (const QString &line : terminal.transcript().split(u'\n').filter(u"Reverting"_s))
            QVERIFY2(line.section(u"Reverting"_s, -1).size() < 70, qPrintable(line)); // one row, or it scrolls
        QCOMPARE(bondctl({u"remove"_s, u"bond0"_s, u"--confirm"_s}), 0);
    }

    void answeredHereInChinese()
    {
        Terminal terminal({QStringLiteral(BONDCTL), u"--lang"_s, u"zh_CN"_s, u"apply"_s, u"/tmp/plan.json"_s}, 0);
        QVERIFY2(terminal.waitFor(u"yes"_s), terminal.raw().constData());
        terminal.type(u"是\n"_s);
        QVERIFY2(terminal.waitFor(u"bondctl confirm "_s), terminal.raw().constData());
        QVERIFY2(terminal.waitFor(u"秒后自动恢复："_s), terminal.raw().constData());
        terminal.type(u"否\n"_s);
        QCOMPARE(terminal.exitStatus(), 4);
        show(terminal);
    }

    void nothingBegunWithoutYes()
    {
        Terminal terminal({QStringLiteral(BONDCTL), u"--lang"_s, u"en"_s, u"apply"_s, u"/tmp/plan.json"_s}, 0);
        QVERIFY2(terminal.waitFor(u"Type “yes”: "_s), terminal.raw().constData());
        terminal.type(u"no\n"_s);
        QCOMPARE(terminal.exitStatus(), 1);
        QVERIFY(terminal.transcript().contains(u"Nothing was changed."));
    }

    /// A user without rights on a terminal without an agent is asked for the administrator's password there.
    void agentOfTheTerminal()
    {
        // The build may lie where nobody but root can look, in /root for one.
        const QString program = u"/tmp/bondctl-for-everybody"_s;
        QVERIFY(QFile::copy(QStringLiteral(BONDCTL), program));
        Terminal terminal({program, u"--lang"_s, u"en"_s, u"apply"_s, u"/tmp/plan.json"_s}, m_nobody);
        QVERIFY2(terminal.waitFor(u"org.bondwright.helper."_s), terminal.raw().constData());
        QVERIFY2(terminal.waitFor(u"Password"_s, 60), terminal.raw().constData());
        // What is typed before the agent has turned the echo off is thrown away.
        int status = -1;
        for (int tries = 0; tries < 20 && status < 0; ++tries) {
            terminal.type(u"wrong\n"_s);
            status = terminal.exitStatus(10);
        }
        show(terminal);
        QCOMPARE(status, 3);
    }

private:
    static void put(const QString &name, const QByteArray &text)
    {
        QFile file(u"/tmp/"_s + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
        file.write(text);
    }

    int bondctl(const QStringList &arguments, const QString &user = {})
    {
        QStringList command{QStringLiteral(BONDCTL), u"--lang"_s, u"en"_s};
        if (!user.isEmpty())
            command = QStringList{u"setpriv"_s, u"--reuid"_s, user, u"--clear-groups"_s} + command;
        command += arguments;
        const int status = HelperLab::run(command.takeFirst(), command, &m_output);
        for (const QByteArrayView sign : {"QDBus", "QObject::", "QSocketNotifier"}) {
            if (m_output.contains(sign)) // what Qt says of a mistake of ours
                QTest::qFail(m_output.constData(), __FILE__, __LINE__);
        }
        return status;
    }

    QJsonObject lastChange()
    {
        bondctl({u"status"_s, u"--json"_s});
        return QJsonDocument::fromJson(m_output).object().value(u"transaction"_s).toObject();
    }

    static void show(const Terminal &terminal) { qInfo("the terminal:\n%s", qPrintable(terminal.transcript())); }

    std::unique_ptr<HelperLab> m_lab;
    QMap<QString, QByteArray> m_files;
    QStringList m_runtime;
    QByteArray m_output;
    uid_t m_nobody = 65534;
};

QTEST_GUILESS_MAIN(BondctlLab)
#include "tst_bondctl_lab.moc"
