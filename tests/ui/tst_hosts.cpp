// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accessibility.h"
#include "common/settings.h"
#include "cuttexts.h"
#include "host/protocol/message.h"
#include "hosts/addhostdialog.h"
#include "hosts/allhostspage.h"
#include "hosts/cablespanel.h"
#include "hosts/hostpage.h"
#include "hosts/installdialog.h"
#include "hosts/questiondialog.h"
#include "hosts/rolloutwindow.h"
#include "hostsframe.h"
#include "keyboard.h"
#include "mainwindowframe.h"
#include "mnemonics.h"
#include "models/hostbondsmodel.h"

#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTreeView>
#include <QTreeWidget>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// The window with several hosts; ssh is a program of the test.
class HostsTest : public QObject, private HostsFrame
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { build(); }
    void cleanup() { strike(); }
    void alone();
    void severalHosts();
    void theRollOutHasNames();
    void aHostThatGoesAway();
    void anOlderHostSaysWhatIsMissing();
    void aHostWithoutBondctl();
    void hostsAreRemembered();
    void addingAHost();
    void stepsSayWhatToDo_data();
    void stepsSayWhatToDo();
    void polkitsQuestionIsAskedHere();
    void thePracticeHostSaysWhatIsMissing();
    void thePanelOfCables();
    void cablesLeaveTheNamesTheirRoom_data();
    void cablesLeaveTheNamesTheirRoom();
    void hostsOfAnInventory();
    void aGroupIsShownAlone();

private:
    void answer(const QString &host, const QByteArray &shell) { m_hosts->answer(host, shell); }
    void serve(const QString &host, const kernel::Snapshot &state, const QByteArray &more = {})
    {
        m_hosts->serve(host, state, more);
    }
};

void HostsTest::initTestCase()
{
    prepareWindows(u"hosts"_s);
    i18n::installLanguage(u"en"_s);
}

/// As long as there is no other host, nothing of it is seen.
void HostsTest::alone()
{
    open();
    QVERIFY(!m_window->findChild<QListView *>(u"host-list"_s)->isVisible());
    QVERIFY(m_window->here()->isVisible());
    QCOMPARE(m_window->windowTitle(), u"Bondwright — "_s + QSysInfo::machineHostName());
}

void HostsTest::severalHosts()
{
    serve(u"srv1"_s, hostWithDeadLink());
    serve(u"root@srv2"_s, hostWithBonds());
    settings::setHosts({u"srv1"_s, u"root@srv2"_s});
    open();
    auto *table = m_window->findChild<QTreeView *>(u"all-hosts"_s);
    QVERIFY(table->isVisible()); // the first page
    QTRY_COMPARE(table->model()->rowCount(), 6);
    QStringList muted = mutedControls(m_window.get());
    // The worst stands first, with its cause.
    using Model = models::HostBondsModel;
    const QModelIndex worst = table->model()->index(0, Model::State);
    QCOMPARE(worst.data(models::NameRole).toString(), u"srv1"_s);
    QCOMPARE(worst.data(Model::BondRole).toString(), u"bond0"_s);
    QVERIFY2(worst.data(Qt::ToolTipRole).toString().contains(u"eth3"),
             qPrintable(worst.data(Qt::ToolTipRole).toString()));
    const QByteArray csv = m_window->findChild<AllHostsPage *>()->shownCsv();
    QVERIFY2(csv.startsWith("Host,Bond,Mode,State,"), csv.constData());
    QCOMPARE(csv.count("\r\n"), 7);
    // Enter opens the host with that bond; titles name it.
    table->setCurrentIndex(worst);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_window->windowTitle(), u"Bondwright — srv1"_s);
    const auto pages = m_window->findChildren<HostPage *>();
    const auto shown = std::ranges::find_if(pages, [](HostPage *one) { return one->isVisible(); });
    QVERIFY(shown != pages.end());
    HostPage *page = *shown;
    QVERIFY(page->window()->isVisible());
    QVERIFY(says(page, u"eth3"_s));
    muted += mutedControls(m_window.get());
    QVERIFY2(muted.isEmpty(), qPrintable(muted.join(u'\n')));
    page->window()->openBackups();
    const auto *backups = page->window()->findChild<QDialog *>();
    QVERIFY2(backups->windowTitle().endsWith(u" — srv1"), qPrintable(backups->windowTitle()));
    // ssh was given exactly what the protocol's page says.
    QFile calls(m_hosts->path(u"calls"_s));
    QVERIFY(calls.open(QIODevice::ReadOnly));
    QVERIFY(calls.readAll().contains("root@srv2 bondctl serve --stdio\n"));
}

void HostsTest::theRollOutHasNames()
{
    RolloutWindow::Start start;
    start.plan.name = u"bond0"_s;
    start.from = u"srv1"_s;
    start.hosts = {u"srv1"_s, u"srv2"_s};
    auto *window = new RolloutWindow(start);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    const QStringList muted = mutedControls(window);
    window->close();
    QVERIFY2(muted.isEmpty(), qPrintable(muted.join(u'\n')));
}

void HostsTest::aHostThatGoesAway()
{
    serve(u"srv1"_s, hostWithBonds());
    open();
    m_window->openHost(u"srv1"_s);
    auto *page = m_window->findChild<HostPage *>();
    QTRY_VERIFY(page->window());
    QVERIFY(page->window()->centralWidget()->isEnabled());
    const auto *reach = page->findChild<QLabel *>(u"reach"_s);
    QVERIFY(!reach->isVisible());
    answer(u"gone-srv1"_s, {});
    QTRY_VERIFY(reach->isVisible());
    QVERIFY2(reach->text().startsWith(u"srv1 was last seen "), qPrintable(reach->text()));
    QVERIFY2(reach->text().contains(u"closed by remote host"), qPrintable(reach->text()));
    QVERIFY(!page->window()->centralWidget()->isEnabled()); // what was last seen stays, greyed
    QVERIFY(page->window()->isVisible());
    const auto *list = m_window->findChild<QListView *>(u"host-list"_s);
    QVERIFY2(list->model()->index(2, 0).data().toString().startsWith(u"srv1 — last seen "),
             qPrintable(list->model()->index(2, 0).data().toString()));
    QVERIFY(QFile::remove(m_hosts->path(u"gone-srv1"_s)));
    QTest::mouseClick(page->findChild<QPushButton *>(u"retry"_s), Qt::LeftButton);
    QTRY_VERIFY(page->window()->centralWidget()->isEnabled());
    QVERIFY(!reach->isVisible());
}

/// A bondctl of an earlier release: it knows the state and the helper, and says which it is where it is asked for more.
void HostsTest::anOlderHostSaysWhatIsMissing()
{
    serve(u"old"_s, hostWithDeadLink());
    answer(u"old"_s, QByteArray(R"(sed -i 's/"program":"[^"]*"/"program":"0.0.9"/' "$dir/lines-$host"
exec 3<&0
(while read -r line <&3; do
  case $line in *'"request"'*) id=${line#*'"id":'}; id=${id%%[!0-9]*}
    case $line in
      *'"method":"events"'*) echo '{"type":"reply","id":'$id',"error":{"code":"protocol.method","message":"No.","hint":""}}' ;;
      *) echo '{"type":"reply","id":'$id',"result":{"helper-version":"0.0.9"}}' ;;
    esac ;;
  esac
done) &
)") + FakeHosts::serving);
    open();
    m_window->openHost(u"old"_s);
    auto *page = m_window->findChild<HostPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->window(), 10'000);
    const auto *reach = page->findChild<QLabel *>(u"reach"_s);
    QTRY_VERIFY2(reach->isVisible() && reach->text().contains(u"old runs Bondwright 0.0.9"), qPrintable(reach->text()));
    QVERIFY2(reach->text().contains(u"events from before"), qPrintable(reach->text()));
    QVERIFY(!page->findChild<QPushButton *>(u"install"_s)->isVisible());
    QVERIFY(page->window()->centralWidget()->isEnabled()); // what both know works
    QVERIFY(says(page, u"eth3"_s));
    auto *remote = page->window()->findChild<QAction *>(u"create"_s);
    QTRY_VERIFY(remote->isEnabled());
}

/// The program of the shell, in a shell of this computer.
void HostsTest::aHostWithoutBondctl()
{
    answer(u"old"_s, "[ \"$1\" = bondctl ] && { echo 'sh: bondctl: not found' >&2; exit 127; }\neval \"$@\"\n");
    open();
    m_window->openHost(u"old"_s);
    auto *page = m_window->findChild<HostPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->window(), 10'000);
    QVERIFY(says(page, u"old has no bondctl"_s));
    // It pings by its own program.
    answer(u"ping"_s,
           "#!/bin/sh\necho \"$*\" > \"${0%/*}/pinged\"\necho '64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.5 "
           "ms'\nsleep 9\n");
    QVERIFY(QFile::setPermissions(m_hosts->path(u"ping"_s), QFile::ReadOwner | QFile::ExeOwner));
    const auto remote = FakeHosts::make(u"old"_s);
    remote->services.source->start();
    QTRY_VERIFY_WITH_TIMEOUT(remote->remote->reach() == host::Reach::Watched, 10'000);
    const std::unique_ptr<ping::Pinger> pinger(
        remote->remote->createPinger({*ping::parseTarget(u"192.0.2.1"_s), u"bond0"_s}, nullptr));
    QSignalSpy replied(pinger.get(), &ping::Pinger::replied);
    pinger->start();
    QTRY_COMPARE(replied.size(), 1);
    QFile pinged(m_hosts->path(u"pinged"_s));
    QVERIFY(pinged.open(QIODevice::ReadOnly));
    const QByteArray arguments = pinged.readAll();
    QVERIFY2(arguments.contains("-I bond0 192.0.2.1"), arguments.constData());
    QVERIFY(page->window()->centralWidget()->isEnabled());
    auto *install = page->findChild<QPushButton *>(u"install"_s);
    QVERIFY(install->isVisible());
    QTest::mouseClick(install, Qt::LeftButton);
    const auto *dialog = m_window->findChild<InstallDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"old:/tmp/"_s));
}

void HostsTest::hostsAreRemembered()
{
    answer(u"srv1"_s, "echo 'ssh: connect to host srv1 port 22: No route to host' >&2; exit 255\n");
    settings::setHosts({u"srv1"_s, u"-oProxyCommand=x"_s});
    open();
    const auto *list = m_window->findChild<QListView *>(u"host-list"_s);
    QCOMPARE(list->model()->rowCount(), 3); // "All hosts", this computer, srv1; what is no name of a host is left out
    QTRY_COMPARE(list->model()->index(2, 0).data().toString(), u"srv1 — not reached"_s);
    QVERIFY(list->model()->index(2, 0).data(Qt::ToolTipRole).toString().contains(u"No route to host"));
}

void HostsTest::addingAHost()
{
    serve(u"srv1"_s, hostWithBonds());
    // The helper's answer comes after the question, to each that is asked.
    answer(u"srv1"_s, QByteArray(R"(exec 3<&0
(while read -r line <&3; do
  case $line in *'"request"'*) id=${line#*'"id":'}; id=${id%%[!0-9]*}
    echo '{"type":"reply","id":'$id',"result":{"helper-version":"0.1.0"}}' ;; esac
done) &
)") + FakeHosts::serving);
    QVERIFY(QDir(m_hosts->path({})).mkpath(u".ssh"_s));
    QFile config(m_hosts->path(u".ssh/config"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("Host srv1 web*\n");
    config.close();
    open();
    m_window->addHost();
    auto *dialog = m_window->findChild<AddHostDialog *>();
    QVERIFY(dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(u"name"_s);
    auto *add = dialog->findChild<QPushButton *>(u"add"_s);
    QVERIFY(!add->isEnabled());
    name->setText(u"-x"_s);
    QVERIFY(!add->isEnabled());
    QVERIFY(says(dialog, u"no name of a host"_s));
    name->setText(u"srv1"_s);
    QVERIFY(add->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"test"_s), Qt::LeftButton);
    const auto *steps = dialog->findChild<QTreeWidget *>(u"steps"_s);
    QTRY_COMPARE_WITH_TIMEOUT(steps->topLevelItem(5)->text(1), u"in order"_s, 30'000); // several processes
    QVERIFY2(steps->topLevelItem(3)->text(1).contains(QStringLiteral(BONDWRIGHT_VERSION)),
             qPrintable(steps->topLevelItem(3)->text(1)));
    QTest::mouseClick(add, Qt::LeftButton);
    QCOMPARE(settings::hosts(), QStringList{u"srv1"_s});
    QTRY_COMPARE(m_window->windowTitle(), u"Bondwright — srv1"_s);
    m_window->addHost();
    auto *again = m_window->findChildren<AddHostDialog *>().last();
    again->findChild<QLineEdit *>(u"name"_s)->setText(u"srv1"_s);
    QVERIFY(!again->findChild<QPushButton *>(u"add"_s)->isEnabled());
}

void HostsTest::stepsSayWhatToDo_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("failed"); // host::ConnectStep
    QTest::addColumn<QString>("advice");
    const auto row = [](const char *name, const QByteArray &said, host::ConnectStep step, const QString &advice) {
        QTest::newRow(name) << said << int(step) << advice;
    };
    using enum host::ConnectStep;
    row("no such name", "echo 'ssh: Could not resolve hostname srv1: Name or service not known' >&2; exit 255", Name,
        u"Look at the name"_s);
    row("no sshd", "echo 'ssh: connect to host srv1 port 22: Connection refused' >&2; exit 255", Reach, u"sshd"_s);
    row("no way in", "echo 'ops@srv1: Permission denied (publickey).' >&2; exit 255", Login, u"terminal"_s);
    row("unknown key", "echo 'Host key verification failed.' >&2; exit 255", Login, u"host key"_s);
    row("changed key",
        "printf '@@@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @@@\\nHost key verification failed.\\n' >&2; "
        "exit 255",
        Login, u"Find out why"_s);
    row("no shell for the user", "echo 'This account is currently not available.'; exit 1", Login, u"terminal"_s);
    row("a greeting, and the end", "echo Welcome!; exit 1", Bondctl, u"login scripts"_s);
    row("a complaint, and the end", "echo 'Go away' >&2; exit 3", Bondctl, u"terminal"_s);
    row("not a word", "exit 0", Bondctl, u"It said nothing"_s);
    row("our own words", "cat", Bondctl, u"login scripts"_s);
}

void HostsTest::stepsSayWhatToDo()
{
    QFETCH(QByteArray, said);
    QFETCH(int, failed);
    QFETCH(QString, advice);
    answer(u"srv1"_s, said);
    AddHostDialog dialog(FakeHosts::make, {});
    dialog.show();
    dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"srv1"_s);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"test"_s), Qt::LeftButton);
    const auto *steps = dialog.findChild<QTreeWidget *>(u"steps"_s);
    QTRY_VERIFY2(says(&dialog, advice), qPrintable(steps->topLevelItem(failed)->text(1)));
    for (int step = 0; step < failed; ++step)
        QCOMPARE(steps->topLevelItem(step)->text(1), u"in order"_s);
    for (int step = failed + 1; step < steps->topLevelItemCount(); ++step)
        QCOMPARE(steps->topLevelItem(step)->text(1), QString());
}

void HostsTest::polkitsQuestionIsAskedHere()
{
    serve(u"srv1"_s, hostWithBonds(),
          host::toLine(host::Notice{u"authentication"_s,
                                    {{u"authentication"_s, 7},
                                     {u"message"_s, u"To change bonds <b>of</b> this host"_s},
                                     {u"user"_s, u"root"_s},
                                     {u"prompt"_s, u"Password: "_s},
                                     {u"echo"_s, false}}})
              + '\n');
    // A background process has no standard input by itself.
    answer(u"srv1"_s, QByteArray("exec 3<&0; cat <&3 > \"$dir/heard\" &\n") + FakeHosts::serving);
    open();
    m_window->openHost(u"srv1"_s);
    QTRY_VERIFY(m_window->findChild<QuestionDialog *>());
    auto *dialog = m_window->findChild<QuestionDialog *>();
    QVERIFY(says(dialog, u"Authentication is required on srv1"_s));
    QVERIFY(says(dialog, u"To change bonds <b>of</b> this host"_s)); // as it is: no markup
    QVERIFY(says(dialog, u"root, Password:"_s));
    auto *field = dialog->findChild<QLineEdit *>(u"answer"_s);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field, u"secret"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->text(), QString()); // it is not kept
    const auto heard = [this] {
        QFile file(m_hosts->path(u"heard"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY(heard().contains(R"("text":"secret")"));
    QVERIFY(heard().contains(R"("authentication":7)"));
}

void HostsTest::thePracticeHostSaysWhatIsMissing()
{
    if (!QStandardPaths::findExecutable(u"linux.uml"_s, {u"/usr/sbin"_s, u"/sbin"_s}).isEmpty())
        QSKIP("User-Mode Linux is where it is looked for whatever PATH says");
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    open();
    m_window->here()->findChild<QAction *>(u"practice"_s)->trigger();
    qputenv("PATH", path);
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->isVisible());
    QVERIFY2(box->text().contains(u"User-Mode Linux"), qPrintable(box->text()));
    QVERIFY2(box->informativeText().contains(u"apt install user-mode-linux"), qPrintable(box->informativeText()));
    QCOMPARE(m_window->findChildren<HostPage *>().size(), 0);
}

/// The machine does not run: everything is to be seen, and nothing can be pulled. With a machine: tst_practice.
void HostsTest::thePanelOfCables()
{
    host::PracticeMachine machine;
    host::Cables cables(machine);
    CablesPanel panel(cables);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QCOMPARE(cutTexts(&panel) + duplicateMnemonics(&panel), QStringList());
    for (const char *name : {"cable-0", "cable-3", "loss-1", "delay-2", "cabling", "switch-0", "switch-1"}) {
        const auto *control = panel.findChild<QWidget *>(QLatin1String(name));
        QVERIFY2(control && control->isVisible() && !control->isEnabled(), name);
    }
    QVERIFY(says(&panel, u"eth1 – B"_s));
    cables.setPlugged(0, false);
    QVERIFY(cables.cable(0).isPlugged);
}

void HostsTest::cablesLeaveTheNamesTheirRoom_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isBeside");
    for (const QString &language : i18n::languages()) {
        QTest::addRow("%s, 1024x600", qPrintable(language)) << language << QSize(1024, 560) << false;
        QTest::addRow("%s, 1600x900", qPrintable(language)) << language << QSize(1600, 860) << true;
    }
}

/// The practice host's window with its cables: beside it where there is room, else below.
void HostsTest::cablesLeaveTheNamesTheirRoom()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(bool, isBeside);
    i18n::installLanguage(language);
    const auto english = qScopeGuard([] { i18n::installLanguage(u"en"_s); });
    serve(u"srv1"_s, hostWithBonds());
    Services services;
    services.source = &m_source;
    services.helper = m_helper.get();
    m_window = std::make_unique<HostsWindow>(services, [](const QString &name) {
        auto host = FakeHosts::make(name);
        host->machine = std::make_unique<host::PracticeMachine>();
        host->cables = std::make_unique<host::Cables>(*host->machine);
        return host;
    });
    m_window->show();
    m_window->openHost(u"srv1"_s);
    m_window->resize(size);
    auto *page = m_window->findChild<HostPage *>();
    QTRY_VERIFY(page->window() && page->window()->isVisible());
    QTest::qWait(50);
    QCOMPARE(m_window->size(), size);
    const auto *panel = page->findChild<CablesPanel *>();
    QCOMPARE(panel->height() > panel->width(), isBeside);
    QCOMPARE(panel->y() < page->window()->geometry().bottom(), isBeside);
    QCOMPARE(cutNames(m_window.get()) + cutTexts(m_window.get()) + duplicateMnemonics(page), QStringList());
    for (const char *name : {"cable-0", "cable-3", "loss-3", "delay-3", "cabling", "switch-0", "switch-1"}) {
        const auto *control = panel->findChild<QWidget *>(QLatin1String(name));
        QVERIFY2(m_window->rect().contains(QRect(control->mapTo(m_window.get(), QPoint()), control->size())), name);
    }
}

void HostsTest::hostsOfAnInventory()
{
    serve(u"ops@srv1"_s, hostWithBonds());
    serve(u"srv2"_s, hostWithBonds());
    const auto write = [this](const QByteArray &json) {
        answer(u"ansible-inventory"_s, "#!/bin/sh\ncat <<'END'\n" + json + "\nEND\n");
        QVERIFY(QFile::setPermissions(m_hosts->path(u"ansible-inventory"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    };
    write(R"({"rack1":{"hosts":["srv1","srv2"]},"_meta":{"hostvars":{"srv1":{"ansible_user":"ops"}}}})");
    answer(u"rack.ini"_s, "srv1\n");
    open();
    m_window->openInventory(m_hosts->path(u"rack.ini"_s));
    const auto *list = m_window->findChild<QListView *>(u"host-list"_s);
    const auto names = [list] {
        QStringList all;
        for (int row = 2; row < list->model()->rowCount(); ++row)
            all.append(list->model()->index(row, 0).data(models::NameRole).toString());
        return all;
    };
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"rack1"_s, u"ops@srv1"_s, u"srv2"_s}), 30'000);
    QCOMPARE(settings::hosts(), QStringList()); // they are the inventory's
    QCOMPARE(settings::inventory(), m_hosts->path(u"rack.ini"_s));
    // It keeps itself in step.
    write(R"({"rack1":{"hosts":["srv2"]},"_meta":{"hostvars":{}}})");
    answer(u"rack.ini"_s, "srv2\n");
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"rack1"_s, u"srv2"_s}), 30'000);
}

void HostsTest::aGroupIsShownAlone()
{
    serve(u"srv1"_s, hostWithBonds());
    serve(u"srv2"_s, hostWithBonds());
    settings::setHosts({u"srv1"_s, u"srv2"_s}, {{u"srv2"_s, u"rack2"_s}});
    open();
    auto *list = m_window->findChild<QListView *>(u"host-list"_s);
    const auto *table = m_window->findChild<QTreeView *>(u"all-hosts"_s);
    QTRY_COMPARE(table->model()->rowCount(), 6);
    list->setCurrentIndex(list->model()->index(3, 0)); // "rack2"
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(says(m_window->findChild<AllHostsPage *>(), u"rack2"_s));
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(table->model()->rowCount(), 6);
}

QTEST_MAIN(HostsTest)
#include "tst_hosts.moc"
