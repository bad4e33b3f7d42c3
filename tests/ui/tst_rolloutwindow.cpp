// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/diffview.h"
#include "cuttexts.h"
#include "fakeansible.h"
#include "hosts/nicruledialog.h"
#include "hosts/questiondialog.h"
#include "hosts/rolloutreport.h"
#include "hosts/rolloutwindow.h"
#include "mainwindowframe.h"
#include "mnemonics.h"
#include "watchdog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// "Roll out…": ansible-playbook is a program of the test.
class RolloutWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindows(u"rollout"_s); }
    void init();
    void cleanup() { m_window.reset(); }
    void nothingRunsWithoutACheck();
    void rowsFollow();
    void stopsBeforeTheNextBatch();
    void mistakesAreNamed();
    void marksChangedMeanwhile();
    void whatAHostSaysIsNotExecuted();
    void nothingOfOneHostGoesToOthers();
    void nicsByRule();
    void sudosPassword();
    void withoutAnsible();
    void ansibleGoesBetweenTwoRuns();
    void anotherPlanAnswersElsewhere();
    void hostsOfAnInventory();
    void addressesOfATable();
    void twoHundredHosts();

private:
    void write(const QString &name, const QByteArray &text);
    QByteArray read(const QString &name);
    void open(const QString &bond = u"bond0"_s, const QStringList &others = {u"a"_s, u"b"_s})
    {
        openWith(planOf(bond, u"192.0.2"_s), others);
    }
    static BondPlan planOf(const QString &bond, const QString &network);
    void openWith(const BondPlan &plan, const QStringList &others);
    QPushButton *button(const char *name) { return m_window->findChild<QPushButton *>(QLatin1String(name)); }
    QString cell(int row, int column)
    {
        return m_window->findChild<models::RolloutModel *>()->index(row, column).data().toString();
    }
    QString said() { return m_window->findChild<QLabel *>(u"rollout-state"_s)->text(); }
    void check();

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path = qgetenv("PATH");
    std::unique_ptr<RolloutWindow> m_window;
};

using Column = models::RolloutModel;

void RolloutWindowTest::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("PATH", m_folder->path().toLocal8Bit() + ':' + m_path);
    write(u"ansible-playbook"_s, ansible);
}

void RolloutWindowTest::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QByteArray RolloutWindowTest::read(const QString &name)
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

BondPlan RolloutWindowTest::planOf(const QString &bond, const QString &network)
{
    BondPlan plan;
    plan.name = bond;
    plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}};
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {network + u".1/24"_s};
    plan.ipv4.gateway = network + u".254"_s;
    return plan;
}

void RolloutWindowTest::openWith(const BondPlan &plan, const QStringList &others)
{
    RolloutWindow::Start start;
    start.plan = plan;
    start.remark = u"Check its addresses."_s;
    start.from = u"srv1"_s;
    start.hosts = QStringList{u"srv1"_s} + others;
    start.verdictOf = [](const QString &host) { return host + u" is well"_s; };
    m_window = std::make_unique<RolloutWindow>(start);
    m_window->setAttribute(Qt::WA_DeleteOnClose, false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void RolloutWindowTest::check()
{
    QTest::mouseClick(button("check"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button("go")->isEnabled(), 30'000);
}

void RolloutWindowTest::nothingRunsWithoutACheck()
{
    open();
    QCOMPARE(m_window->findChild<models::RolloutModel *>()->rowCount(), 2); // the host that it is of does not take part
    QCOMPARE(cell(0, Column::Address), u"192.0.2.2/24"_s); // the first one is that host's own
    QCOMPARE(cell(1, Column::Address), u"192.0.2.3/24"_s);
    QCOMPARE(cell(1, Column::Verdict), u"b is well"_s);
    QVERIFY(!button("go")->isEnabled());
    check();
    QVERIFY2(read(u"calls"_s).contains(" --check --diff"), read(u"calls"_s).constData());
    QVERIFY2(!read(u"playbook"_s).contains("serial"), read(u"playbook"_s).constData()); // all at once
    QVERIFY(read(u"playbook"_s).contains(R"(bondwright_addresses: {"a":"192.0.2.2/24","b":"192.0.2.3/24"})"));
    QVERIFY(read(u"inventory"_s).contains("\"b\""));
    QCOMPARE(cell(0, Column::Stage), u"would change"_s);
    QCOMPARE(cutTexts(m_window.get()) + duplicateMnemonics(m_window.get()), QStringList());
    QCOMPARE(cell(1, Column::Own), u"address=192.0.2.2/24"_s); // what the other one does not have
    QVERIFY2(said().contains(u"Nothing was changed yet"), qPrintable(said()));
    m_window->findChild<QTreeView *>()->setCurrentIndex(m_window->findChild<models::RolloutModel *>()->index(1, 0));
    QVERIFY(m_window->findChild<DiffView *>()->toPlainText().contains(u"+address=192.0.2.2/24"_s));
    // Another choice is not the one that was checked.
    m_window->findChild<QLineEdit *>(u"batches"_s)->setText(u"50%"_s);
    QVERIFY(!button("go")->isEnabled());
}

void RolloutWindowTest::rowsFollow()
{
    open();
    check();
    QTest::mouseClick(button("go"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, Column::Stage), u"gate passed"_s, 30'000);
    QVERIFY(!button("check")->isEnabled() && button("stop")->isVisible());
    QVERIFY(read(u"playbook"_s).contains(R"(serial: [1,"10%","50%"])"));
    QVERIFY(read(u"playbook"_s).contains("bondwright_ping: \"192.0.2.254\""));
    write(u"go-on"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(button("save-report")->isEnabled(), 30'000);
    QCOMPARE(cell(1, Column::Stage), u"reverted"_s);
    QVERIFY2(cell(1, Column::Details).contains(u"no link"), qPrintable(cell(1, Column::Details)));
    QVERIFY2(said().contains(u"1 reverted"), qPrintable(said()));
    // Why is more than a column holds.
    const auto *why = m_window->findChild<QLabel *>(u"rollout-why"_s);
    QVERIFY(why->isVisible());
    QCOMPARE(why->text(), u"b: The host reverted the change: no link"_s);
    QVERIFY(!button("go")->isEnabled());
}

void RolloutWindowTest::stopsBeforeTheNextBatch()
{
    open();
    check();
    QTest::mouseClick(button("go"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, Column::Stage), u"gate passed"_s, 30'000);
    m_window->close(); // is a wish to stop first
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(button("save-report")->isEnabled(), 30'000);
    QCOMPARE(cell(1, Column::Stage), u"waits"_s);
    // What is kept of it.
    rollout::RolloutRun run(m_window->settings(), {m_folder->filePath(u"x"_s), {}, false, false, {}});
    QVERIFY(writeRolloutReport(run, m_folder->filePath(u"report.pdf"_s)));
    QVERIFY(read(u"report.pdf"_s).startsWith("%PDF-"));
    QVERIFY(writeRolloutReport(run, m_folder->filePath(u"report.html"_s)));
    QVERIFY(read(u"report.html"_s).startsWith("<!DOCTYPE html>"));
    const auto refused = writeRolloutReport(run, m_folder->filePath(u"none/report.pdf"_s));
    QVERIFY(!refused && refused.error().code == u"report.write");
}

void RolloutWindowTest::mistakesAreNamed()
{
    open();
    m_window->findChild<QLineEdit *>(u"batches"_s)->setText(u"1, x"_s);
    QVERIFY(said().contains(u"Batches are"_s) && !button("check")->isEnabled());
    m_window->findChild<QLineEdit *>(u"batches"_s)->setText(u"1"_s);
    m_window->findChild<QLineEdit *>(u"ping"_s)->setText(u"gateway"_s);
    QVERIFY2(said().contains(u"“gateway”"_s) && !button("check")->isEnabled(), qPrintable(said()));
    m_window->findChild<QLineEdit *>(u"ping"_s)->clear();
    m_window->findChild<QCheckBox *>(u"test"_s)->setChecked(true);
    QVERIFY(said().contains(u"needs an address"_s) && !button("check")->isEnabled());
    m_window->findChild<QCheckBox *>(u"test"_s)->setChecked(false);
    auto *model = m_window->findChild<models::RolloutModel *>();
    model->setData(model->index(1, Column::Address), u"192.0.2.2/25"_s, Qt::EditRole);
    QVERIFY2(said().contains(u"address of its own"_s), qPrintable(said())); // a has it, with another prefix
    model->setData(model->index(1, Column::Address), u"192.0.2.77/24"_s, Qt::EditRole);
    QVERIFY(button("check")->isEnabled());
    for (int row = 0; row < 2; ++row)
        model->setData(model->index(row, Column::Host), Qt::Unchecked, Qt::CheckStateRole);
    QCOMPARE(said(), u"No host is marked."_s);
}

void RolloutWindowTest::marksChangedMeanwhile()
{
    open();
    auto *model = m_window->findChild<models::RolloutModel *>();
    model->setData(model->index(1, Column::Host), Qt::Unchecked, Qt::CheckStateRole);
    QTest::mouseClick(button("check"), Qt::LeftButton);
    model->setData(model->index(1, Column::Host), Qt::Checked, Qt::CheckStateRole);
    QTRY_VERIFY_WITH_TIMEOUT(button("check")->isEnabled(), 30'000);
    QVERIFY2(!button("go")->isEnabled(), "b was not checked");
}

void RolloutWindowTest::whatAHostSaysIsNotExecuted()
{
    open(u"{{lookup('x')}}"_s);
    QVERIFY2(said().contains(u"would execute"_s), qPrintable(said()));
    QVERIFY(!button("check")->isEnabled() && !button("save-playbook")->isEnabled());
}

// A bond by DHCP has the MAC address of its host written down, and a VLAN may have the only fixed address.
void RolloutWindowTest::nothingOfOneHostGoesToOthers()
{
    BondPlan plan = planOf(u"bond0"_s, u"192.0.2"_s);
    plan.mac = u"02:00:00:00:00:01"_s;
    plan.ipv4 = {IpMethod::Auto, {}, {}, {}, {}, {}, {}};
    openWith(plan, {u"a"_s});
    QVERIFY2(button("check")->isEnabled(), qPrintable(said()));
    check();
    QVERIFY2(!read(u"playbook"_s).contains("02:00:00:00:00:01"), read(u"playbook"_s).constData());

    VlanPlan vlan;
    vlan.id = 5;
    vlan.ipv4.method = IpMethod::Manual;
    vlan.ipv4.addresses = {u"192.0.2.1/24"_s};
    plan.vlans = {vlan};
    openWith(plan, {u"a"_s});
    QVERIFY2(said().contains(u"the same address: 192.0.2.1/24"_s), qPrintable(said()));
    QVERIFY(!button("check")->isEnabled() && !button("save-playbook")->isEnabled());
}

void RolloutWindowTest::nicsByRule()
{
    open();
    const auto *table = m_window->findChild<QTreeView *>();
    QVERIFY(table->isColumnHidden(Column::Nics));
    const auto dialog = [this] {
        QTest::mouseClick(button("nics"), Qt::LeftButton);
        return m_window->findChild<NicRuleDialog *>();
    };
    const auto mark = [](NicRuleDialog *where, const QString &name) { return where->findChild<QCheckBox *>(name); };
    NicRuleDialog *first = dialog();
    QVERIFY(first && first->isVisible());
    QVERIFY(!mark(first, u"by-rule"_s)->isChecked() && !first->findChild<QLineEdit *>(u"driver"_s)->isEnabled());
    QCOMPARE(cutTexts(first) + duplicateMnemonics(first), QStringList());
    mark(first, u"by-rule"_s)->click();
    QTest::keyClicks(first->findChild<QLineEdit *>(u"driver"_s), u"ixgbe"_s);
    QTest::keyClicks(first->findChild<QLineEdit *>(u"slots"_s), u"0000:3b:*; 0000:3c:*"_s);
    first->findChild<QSpinBox *>(u"speed"_s)->setValue(10'000);
    mark(first, u"same-switch"_s)->click();
    QTest::keyClick(first, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<NicRuleDialog *>());
    QVERIFY(!table->isColumnHidden(Column::Nics));
    const auto *rule = m_window->findChild<QLabel *>(u"rule"_s);
    QVERIFY2(rule->text().startsWith(u"NICs by rule: 0000:3b:*/0000:3c:*, driver ixgbe, at least 10000 Mbit/s, "
                                     "link up, at the same switch, 2 NIC"_s),
             qPrintable(rule->text()));
    check();
    const QByteArray said = R"(bondwright_choose: {"count":2,"driver":"ixgbe","link":true,"same_switch":true,)"
                            R"("slots":["0000:3b:*","0000:3c:*"],"speed":10000})";
    QVERIFY2(read(u"playbook"_s).contains(said), read(u"playbook"_s).constData());
    QCOMPARE(cell(0, Column::Nics), u"enp1s0 + enp2s0"_s); // known before anything is done
    QVERIFY(button("go")->isEnabled());
    // What was said before is there again; without a rule it is the plan's NICs.
    NicRuleDialog *again = dialog();
    QCOMPARE(again->findChild<QSpinBox *>(u"speed"_s)->value(), 10'000);
    mark(again, u"by-rule"_s)->click();
    QTest::keyClick(again, Qt::Key_Return);
    QVERIFY(table->isColumnHidden(Column::Nics) && !rule->isVisible());
    QVERIFY(!m_window->settings().choose && !button("go")->isEnabled());
}

/// Asked for once, and seen by nobody but Ansible.
void RolloutWindowTest::sudosPassword()
{
    write(u"expected"_s, "secret of sudo\n");
    write(u"leaks"_s, {});
    open();
    m_window->findChild<QCheckBox *>(u"sudo"_s)->setChecked(true);
    const auto answer = [this](const QString &password) {
        auto *dialog = m_window->findChild<QuestionDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *field = dialog->findChild<QLineEdit *>(u"answer"_s);
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field, password);
        QTest::keyClick(field, Qt::Key_Return);
    };
    QTest::mouseClick(button("check"), Qt::LeftButton);
    QVERIFY2(read(u"calls"_s).isEmpty(), "nothing runs before it is answered");
    QTest::keyClick(m_window->findChild<QuestionDialog *>(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QuestionDialog *>());
    QVERIFY(read(u"calls"_s).isEmpty() && button("check")->isEnabled());
    QTest::mouseClick(button("check"), Qt::LeftButton);
    answer(u"wrong"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"did not take the password"), qPrintable(said()), 30'000);
    QTRY_VERIFY(!m_window->findChild<QuestionDialog *>());
    QTest::mouseClick(button("check"), Qt::LeftButton);
    answer(u"secret of sudo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button("go")->isEnabled(), 30'000);
    write(u"go-on"_s, {});
    QTest::mouseClick(button("go"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button("save-report")->isEnabled(), 30'000);
    QCOMPARE(cell(0, Column::Stage), u"gate passed"_s);
    QVERIFY(!m_window->findChild<QuestionDialog *>());
    QVERIFY(!read(u"calls"_s).contains("secret"));
    QCOMPARE(read(u"leaks"_s), QByteArray());
    QTest::mouseClick(button("save-report"), Qt::LeftButton);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>()->setText(m_folder->filePath(u"report.html"_s));
    QMetaObject::invokeMethod(dialog, "accept");
    QVERIFY(read(u"report.html"_s).startsWith("<!DOCTYPE html>") && !read(u"report.html"_s).contains("secret of sudo"));
}

void RolloutWindowTest::withoutAnsible()
{
    qputenv("PATH", "/nowhere");
    open();
    QTest::mouseClick(button("check"), Qt::LeftButton);
    QVERIFY2(said().contains(u"ansible-playbook is not installed"), qPrintable(said()));
    QVERIFY(button("check")->isEnabled());
}

void RolloutWindowTest::ansibleGoesBetweenTwoRuns()
{
    open();
    check();
    QVERIFY(QFile::remove(m_folder->filePath(u"ansible-playbook"_s)));
    qputenv("PATH", "/nowhere");
    QTest::mouseClick(button("check"), Qt::LeftButton);
    QVERIFY2(said().contains(u"ansible-playbook is not installed"), qPrintable(said()));
    // What was checked before is gone, and so is what it allowed.
    QVERIFY(!button("go")->isEnabled() && !button("save-report")->isEnabled());
    i18n::installLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    i18n::installLanguage(u"en"_s);
    QTRY_VERIFY2(said().contains(u"Nothing is changed"), qPrintable(said()));
}

void RolloutWindowTest::anotherPlanAnswersElsewhere()
{
    open();
    auto *ping = m_window->findChild<QLineEdit *>(u"ping"_s);
    QCOMPARE(ping->text(), u"192.0.2.254"_s);
    const BondPlan plan = planOf(u"bond1"_s, u"198.51.100"_s);
    write(u"bond1.json"_s, planToJson(plan).replace(0, 1, "{\"colour\": 1,"));
    const auto openPlan = [this] {
        QTest::mouseClick(button("open-plan"), Qt::LeftButton);
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(m_folder->filePath(u"bond1.json"_s));
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    };
    auto *remark = m_window->findChild<QLabel *>(u"remark"_s);
    QVERIFY(remark->isVisible() && remark->text() == u"Check its addresses.");
    openPlan();
    QVERIFY(!remark->isVisible()); // it was on the former plan
    QCOMPARE(ping->text(), u"198.51.100.254"_s);
    QVERIFY2(said().contains(u"left out: colour"_s), qPrintable(said()));
    QCOMPARE(cell(0, Column::Host), u"srv1"_s); // is no plan's own host any more
    ping->setText(u"198.51.100.9"_s);
    openPlan();
    QCOMPARE(ping->text(), u"198.51.100.9"_s); // the user's own
}

void RolloutWindowTest::hostsOfAnInventory()
{
    write(u"ansible-inventory"_s,
          "#!/bin/sh\necho '{\"rack1\":{\"hosts\":[\"a\",\"b\",\"x\",\"z*\"]},\"_meta\":{}}'\n");
    write(u"rack.ini"_s, "x\n");
    open();
    auto *model = m_window->findChild<models::RolloutModel *>();
    auto *source = m_window->findChild<QComboBox *>(u"source"_s);
    source->addItem(m_folder->filePath(u"rack.ini"_s), m_folder->filePath(u"rack.ini"_s));
    source->setCurrentIndex(1);
    QTRY_COMPARE_WITH_TIMEOUT(model->chosen(), (QStringList{u"a"_s, u"b"_s, u"x"_s, u"z*"_s}), 30'000);
    QCOMPARE(model->addresses().value(u"z*"_s), u"192.0.2.5/24"_s);
    // Only the marked ones; their names come by a file, for there may be thousands.
    model->setData(model->index(2, 0), Qt::Unchecked, Qt::CheckStateRole);
    check();
    QCOMPARE(read(u"limit"_s), QByteArray("a\nb\n~^z\\*$\n")); // not all that begin with z
    // Ansible takes all hosts of a group with the name of a marked host: here it says that a takes part.
    model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
    QTest::mouseClick(button("check"), Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"not marked: a."), qPrintable(said()), 30'000);
    model->setData(model->index(0, 0), Qt::Checked, Qt::CheckStateRole);
    check();
    write(u"ansible-inventory"_s, "#!/bin/sh\necho 'no such group' >&2\nexit 1\n");
    source->setCurrentIndex(0);
    source->setCurrentIndex(1);
    QVERIFY(!button("go")->isEnabled()); // while it is read, nothing is checked
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"no such group"), 30'000);
}

void RolloutWindowTest::addressesOfATable()
{
    open();
    const auto readTable = [this](const QByteArray &text) {
        write(u"table.csv"_s, text);
        m_window->readAddresses(m_folder->filePath(u"table.csv"_s));
    };
    readTable("\xef\xbb\xbfhost;address\r\nb;192.0.2.50/24\r\nelsewhere;192.0.2.51/24\r\n");
    QCOMPARE(cell(1, Column::Address), u"192.0.2.50/24"_s);
    QCOMPARE(cell(0, Column::Address), u"192.0.2.2/24"_s); // a is not in it
    QVERIFY2(said().contains(u"names 1 of the 2 hosts"_s), qPrintable(said()));
    readTable("host,address\na,192.0.2.50/24\n");
    QVERIFY2(said().contains(u"address of its own"_s), qPrintable(said())); // b has it
    readTable({});
    QVERIFY2(said().contains(u"no hosts"_s), qPrintable(said()));
    m_window->readAddresses(u"/nowhere.csv"_s);
    QVERIFY2(said().contains(u"cannot be read"_s), qPrintable(said()));
}

/// Whatever comes at once, the window stays quick: it paints and takes keys in between.
void RolloutWindowTest::twoHundredHosts()
{
    QStringList hosts;
    QByteArray lines;
    for (int i = 1; i <= 200; ++i)
        hosts.append(u"srv%1"_s.arg(i));
    const QByteArray all = QJsonDocument(QJsonArray::fromStringList(hosts)).toJson(QJsonDocument::Compact);
    lines += R"({"type":"play","check":true,"hosts":)" + all + R"(,"batch":)" + all + "}\n";
    for (const QString &host : std::as_const(hosts))
        lines += R"({"type":"state","host":")" + host.toUtf8()
            + R"(","state":"rehearsed","result":{"outcome":"passed","failover_ms":104.4}})" + '\n';
    QByteArray file;
    for (int i = 0; i < 60; ++i)
        file += "key" + QByteArray::number(i) + "=value\\n";
    for (const QString &host : std::as_const(hosts))
        lines += R"({"type":"result","host":")" + host.toUtf8()
            + R"(","outcome":"ok","action":"bondwright.bond.bond","result":)"
              R"({"changed":true,"outcome":"passed","failover_ms":104.4,"diff":[{"after_header":"/etc/a","before":"","after":")"
            + file + R"(address=)" + host.toUtf8() + R"(\n"},{"after_header":"/etc/b","before":"","after":")" + file
            + R"("}]}})" + '\n';
    lines += "{\"type\":\"stats\",\"hosts\":{}}\n";
    write(u"lines"_s, lines);
    write(u"ansible-playbook"_s, "#!/bin/sh\ncat \"${0%/*}/lines\"\n");
    open(u"bond0"_s, hosts);
    auto *watchdog = static_cast<Watchdog *>(qApp);
    watchdog->reset();
    check();
    const Watchdog::Report report = watchdog->report();
    qInfo() << "longest event:" << std::chrono::duration<double, std::milli>(report.longestWork).count() << "ms,"
            << report.longestWorkWhere;
    QVERIFY2(report.longestWork <= Watchdog::limit(), qPrintable(report.longestWorkWhere));
    QCOMPARE(cell(198, Column::Own), u"address=srv200"_s);
    // Of so many, the one that fails is shown.
    const QByteArray good = R"("host":"srv150","outcome":"ok","action":"bondwright.bond.bond","result":{)";
    const QByteArray bad
        = R"("host":"srv150","outcome":"failed","action":"bondwright.bond.bond","result":{"msg":"no link",)";
    write(u"lines"_s, QByteArray(lines).replace(good, bad));
    QTest::mouseClick(button("check"), Qt::LeftButton);
    auto *table = m_window->findChild<QTreeView *>();
    QTRY_COMPARE_WITH_TIMEOUT(table->currentIndex().row(), 148, 30'000);
    QTest::qWait(100);
    QVERIFY(table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()));
    write(u"table.csv"_s, "host,address\n" + hosts.join(",192.0.2.1/24\n"_L1).toUtf8() + ",192.0.2.1/24\n");
    m_window->readAddresses(m_folder->filePath(u"table.csv"_s));
    QVERIFY2(said().contains(u"address of its own"_s) && said().size() < 300, qPrintable(said()));
}

int main(int argc, char **argv)
{
    Watchdog app(argc, argv);
    RolloutWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_rolloutwindow.moc"
