// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accessibility.h"
#include "common/findingsview.h"
#include "common/pendingchange.h"
#include "common/settings.h"
#include "common/switchpane.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/backupsdialog.h"
#include "dialogs/helpdialog.h"
#include "dialogs/importdialog.h"
#include "dialogs/preferencesdialog.h"
#include "dialogs/removedialog.h"
#include "dialogs/renamedialog.h"
#include "domain/switchside.h"
#include "fakehelperclient.h"
#include "i18n/language.h"
#include "mainwindowframe.h"
#include "samplehost.h"
#include "tests/support/plans.h"
#include "wizard/otherhost.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void removeShowsWhatComesBack();
    void anotherHostIsNamed();
    void refusedRemovalIsReported();
    void outdatedReviewIsAskedForAgain();
    void waitsForTheEndOfAnotherChange();
    void renameShowsWhatChanges();
    void backupsAreListedAndRestored();
    void damagedBackupIsMarked();
    void unreadableBackupShowsNoOther();
    void backupsFollowTheChanges();
    void preferencesAreKept();
    void controlsHaveNames();
    void otherHostFilesAreMade_data();
    void otherHostFilesAreMade();
    void otherHostFilesAreNotOverwritten();
    void importReadsAFolder();
    void importTakesTheLastAnswer();
    void importOfNothingSaysSo();
    void importTakesAPlaceAsItIsTyped();
    void importIsClosedWhileItReads();
    void theSwitchIsAskedForWhatThePlanNeeds();

private:
    std::unique_ptr<FakeHelperClient> m_helper;
    std::unique_ptr<PendingChange> m_pending;
    Services m_services;
};

void DialogsTest::initTestCase()
{
    prepareWindows(u"tst_dialogs"_s);
    i18n::installLanguage(u"en"_s);
}

void DialogsTest::init()
{
    m_helper = std::make_unique<FakeHelperClient>();
    fillHelper(m_helper.get());
    m_pending = std::make_unique<PendingChange>(m_helper.get());
    m_services.helper = m_helper.get();
}

void DialogsTest::cleanup()
{
    m_pending.reset();
    m_helper.reset();
}

void DialogsTest::removeShowsWhatComesBack()
{
    RemoveDialog dialog(m_services, m_pending.get(), u"bond0"_s);
    dialog.show();
    auto *go = dialog.findChild<QPushButton *>(u"go"_s);
    QVERIFY(!go->isEnabled()); // before it is known what would happen
    QTRY_VERIFY(go->isEnabled());
    QVERIFY(dialog.findChild<QPlainTextEdit *>()->toPlainText().contains(u"eth0.nmconnection"_s));
    QTest::keyClick(go, Qt::Key_Space);
    QTRY_VERIFY(!dialog.isVisible());
    QVERIFY(m_helper->calls.contains(u"remove bond0"_s));
    QCOMPARE(m_helper->appliedOptions.digest, u"digest-1"_s);
    QTRY_VERIFY(m_pending->isRunning());
}

/// What goes to another host must say so, in the title and on the button.
void DialogsTest::anotherHostIsNamed()
{
    m_services.host = u"root@srv1"_s;
    RemoveDialog remove(m_services, m_pending.get(), u"bond0"_s);
    BackupsDialog backups(m_services, m_pending.get());
    for (QDialog *dialog : {static_cast<QDialog *>(&remove), static_cast<QDialog *>(&backups)}) {
        QVERIFY2(dialog->windowTitle().endsWith(u" — root@srv1"), qPrintable(dialog->windowTitle()));
        const QString go = dialog->findChild<QPushButton *>(u"go"_s)->text();
        QVERIFY2(go.endsWith(u" on root@srv1"), qPrintable(go));
    }
}

void DialogsTest::refusedRemovalIsReported()
{
    m_helper->refusal = Error{u"helper.busy"_s, u"Another change is under way."_s, u"Wait."_s};
    RemoveDialog dialog(m_services, m_pending.get(), u"bond0"_s);
    dialog.show();
    auto *go = dialog.findChild<QPushButton *>(u"go"_s);
    QTRY_VERIFY(go->isEnabled());
    QTest::keyClick(go, Qt::Key_Space);
    QTRY_VERIFY(says(&dialog, u"Another change is under way. Wait."_s));
    QVERIFY(dialog.isVisible());
}

/// The files were changed after it had shown them: what it begins next is what it shows by then.
void DialogsTest::outdatedReviewIsAskedForAgain()
{
    m_helper->refusal = Error{u"helper.conflict"_s, u"It was changed."_s, u"Check it and try again."_s};
    RemoveDialog dialog(m_services, m_pending.get(), u"bond0"_s);
    dialog.show();
    auto *go = dialog.findChild<QPushButton *>(u"go"_s);
    QTRY_VERIFY(go->isEnabled());
    m_helper->previewed.digest = u"digest-2"_s;
    m_helper->previewed.files.removeLast();
    go->click();
    QTRY_VERIFY(!dialog.findChild<QPlainTextEdit *>()->toPlainText().contains(u"eth0.nmconnection"_s));
    QVERIFY(says(&dialog, u"It was changed. Check it and try again."_s));
    m_helper->refusal.reset();
    QTRY_VERIFY(go->isEnabled());
    go->click();
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(m_helper->appliedOptions.digest, u"digest-2"_s);
}

void DialogsTest::waitsForTheEndOfAnotherChange()
{
    m_helper->now.id = u"of-another"_s;
    m_helper->now.bond = u"bond7"_s;
    m_helper->advance(helper::TransactionState::AwaitingConfirm, 60);
    RemoveDialog dialog(m_services, m_pending.get(), u"bond0"_s);
    dialog.show();
    auto *go = dialog.findChild<QPushButton *>(u"go"_s);
    QTRY_VERIFY(says(&dialog, u"Another change is waiting"_s));
    QVERIFY(!go->isEnabled());
    m_helper->advance(helper::TransactionState::Done);
    QVERIFY(go->isEnabled() && !says(&dialog, u"Another change is waiting"_s));
    // One that begins while this is open is said as well.
    m_helper->advance(helper::TransactionState::Preparing);
    QVERIFY(!go->isEnabled() && says(&dialog, u"Another change is waiting"_s));
    m_helper->advance(helper::TransactionState::RolledBack);
    // Its own is not another one: it is told of before it is answered.
    go->click();
    m_helper->advance(helper::TransactionState::Preparing);
    QVERIFY(!go->isEnabled() && says(&dialog, u"Asking for permission…"_s));
}

void DialogsTest::renameShowsWhatChanges()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.vlans = {{10, u"bond0.10"_s, {}, {}, {}}};
    RenameDialog dialog(m_services, m_pending.get(), plan);
    dialog.show();
    auto *go = dialog.findChild<QPushButton *>(u"go"_s);
    auto *name = dialog.findChild<QLineEdit *>(u"newName"_s);
    QCOMPARE(name->text(), u"bond0"_s);
    QVERIFY(!go->isEnabled()); // the same name is none to rename it to
    QTest::keyClicks(name, u"uplink"_s);
    QTRY_VERIFY(go->isEnabled());
    QVERIFY(dialog.findChild<QPlainTextEdit *>()->toPlainText().contains(u"eth0.nmconnection"_s));
    // What the helper would refuse is said before anything is begun.
    m_helper->previewed.findings
        = {{Severity::Error, FindingScope::Host, u"name.taken"_s, u"name"_s, u"Taken."_s, u"Choose another."_s}};
    QTest::keyClicks(name, u"9"_s);
    QTRY_VERIFY(says(&dialog, u"Taken. Choose another."_s));
    QVERIFY(!go->isEnabled());
    m_helper->previewed.findings.clear();
    QTest::keyClick(name, Qt::Key_Backspace);
    QTRY_VERIFY(go->isEnabled());
    QTest::keyClick(go, Qt::Key_Space);
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(m_helper->applied.name, u"uplink"_s);
    QCOMPARE(m_helper->applied.replaces, u"bond0"_s);
    QVERIFY(m_helper->applied.vlans.constFirst().name.isEmpty()); // becomes uplink.10
    QCOMPARE(m_helper->appliedOptions.digest, u"digest-1"_s);
}

void DialogsTest::backupsAreListedAndRestored()
{
    BackupsDialog dialog(m_services, m_pending.get());
    dialog.show();
    auto *list = dialog.findChild<QTreeWidget *>(u"backups"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QTRY_VERIFY(m_helper->calls.contains(u"backupDiff b2"_s));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_VERIFY(m_helper->calls.contains(u"backupDiff b1"_s));
    auto *go = dialog.findChild<QPushButton *>(u"go"_s);
    QTRY_VERIFY(go->isEnabled());
    QTest::keyClick(go, Qt::Key_Space);
    QTRY_VERIFY(m_helper->calls.contains(u"restore b1"_s));
}

void DialogsTest::damagedBackupIsMarked()
{
    BackupsDialog dialog(m_services, m_pending.get());
    auto *list = dialog.findChild<QTreeWidget *>(u"backups"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(3), u"intact"_s);
    QCOMPARE(list->topLevelItem(1)->text(3), u"damaged"_s);
}

void DialogsTest::unreadableBackupShowsNoOther()
{
    BackupsDialog dialog(m_services, m_pending.get());
    dialog.show();
    auto *list = dialog.findChild<QTreeWidget *>(u"backups"_s);
    const auto *files = dialog.findChild<QPlainTextEdit *>();
    QTRY_VERIFY(files->toPlainText().contains(u"eth0.nmconnection"_s));
    m_helper->trouble = Error{u"backup.damaged"_s, u"It is damaged."_s, u"Take another one."_s};
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_VERIFY(says(&dialog, u"It is damaged. Take another one."_s));
    QCOMPARE(files->toPlainText(), QString());
    QVERIFY(!dialog.findChild<QPushButton *>(u"go"_s)->isEnabled());
}

/// A change makes a backup, and is another present state than the one that was compared with.
void DialogsTest::backupsFollowTheChanges()
{
    BackupsDialog dialog(m_services, m_pending.get());
    dialog.show();
    auto *list = dialog.findChild<QTreeWidget *>(u"backups"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    list->setCurrentItem(list->topLevelItem(1));
    QTRY_COMPARE(m_helper->calls.count(u"backupDiff b1"_s), 1);
    m_helper->saved.prepend({u"b3"_s, QDateTime({2026, 11, 23}, {8, 0}), u"apply bond0"_s, {}, true});
    m_helper->now.id = u"of-the-wizard"_s;
    m_helper->advance(helper::TransactionState::AwaitingConfirm, 60);
    m_helper->advance(helper::TransactionState::Done);
    QTRY_COMPARE(list->topLevelItemCount(), 3);
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 2); // still b1
    QTRY_VERIFY(m_helper->calls.count(u"backupDiff b1"_s) > 1);
    QTRY_VERIFY(dialog.findChild<QPushButton *>(u"go"_s)->isEnabled());
}

void DialogsTest::preferencesAreKept()
{
    PreferencesDialog dialog;
    dialog.show();
    const auto boxes = dialog.findChildren<QComboBox *>();
    QCOMPARE(boxes.size(), 3);
    boxes.at(1)->setFocus();
    QTest::keyClick(boxes.at(1), Qt::Key_Down); // bytes
    QVERIFY(!settings::ratesInBits());
    QTest::keyClick(boxes.at(1), Qt::Key_Up);
    QVERIFY(settings::ratesInBits());
    QSignalSpy spy(&dialog, &PreferencesDialog::languageChosen);
    QTest::keyClick(boxes.at(0), Qt::Key_Down);
    QCOMPARE(spy.constFirst().constFirst().toString(), u"zh_CN"_s);
}

void DialogsTest::controlsHaveNames()
{
    BackupsDialog backups(m_services, m_pending.get());
    RemoveDialog remove(m_services, m_pending.get(), u"bond0"_s);
    BondPlan plan;
    plan.name = u"bond0"_s;
    RenameDialog rename(m_services, m_pending.get(), plan);
    ImportDialog import;
    PreferencesDialog preferences;
    AboutDialog about(m_helper->caps);
    HelpDialog help;
    for (QDialog *dialog : QList<QDialog *>{&backups, &remove, &rename, &import, &preferences, &about, &help}) {
        dialog->show();
        QTest::qWait(20);
        const QStringList muted = mutedControls(dialog);
        QVERIFY2(muted.isEmpty(), qPrintable(dialog->windowTitle() + u": "_s + muted.join(u'\n')));
    }
}

void DialogsTest::otherHostFilesAreMade_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("release");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("path");
    QTest::newRow("RHEL 6") << int(TargetKind::Folder) << 6 << u"ifcfg"_s
                            << u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s;
    QTest::newRow("profiles") << int(TargetKind::Folder) << 9 << u"nm"_s
                              << u"/etc/NetworkManager/system-connections/bond0.nmconnection"_s;
    QTest::newRow("script") << int(TargetKind::Script) << 6 << u"ifcfg"_s << u"/make-bond0.sh"_s;
}

void DialogsTest::otherHostFilesAreMade()
{
    QFETCH(int, kind);
    QFETCH(int, release);
    QFETCH(QString, format);
    QFETCH(QString, path);
    std::optional<Result<QList<helper::FileDiff>>> answer;
    renderForOtherHost(usualPlan(u"192.168.1.11/24"_s), {TargetKind(kind), release, *formatFromName(format)}, this,
                       [&answer](const Result<QList<helper::FileDiff>> &files) { answer = files; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000);
    QVERIFY2(answer->has_value(), qPrintable(*answer ? QString() : answer->error().message + answer->error().hint));
    QStringList paths;
    for (const helper::FileDiff &file : **answer)
        paths.append(file.path);
    QVERIFY2(paths.contains(path), qPrintable(paths.join(u' ')));
    // The other host's files, and nothing that making them left behind (backups, locks).
    for (const QString &one : std::as_const(paths))
        QVERIFY2(one.startsWith(u"/etc/") || one == path, qPrintable(one));
}

void DialogsTest::otherHostFilesAreNotOverwritten()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &text, bool overwrite) {
        helper::FileDiff file;
        file.path = u"/etc/x"_s;
        file.newText = text;
        return writeForOtherHost({file}, {TargetKind::Folder, 6, FormatId::Ifcfg}, folder.path(), overwrite);
    };
    const auto written = [&folder] {
        QFile file(folder.filePath(u"etc/x"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(write(u"new\n"_s, false).has_value());
    QCOMPARE(written(), QByteArray("new\n"));
    const auto again = write(u"newer\n"_s, false);
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"otherhost.exists"_s);
    QCOMPARE(written(), QByteArray("new\n"));
    QVERIFY(write(u"newer\n"_s, true).has_value());
    QCOMPARE(written(), QByteArray("newer\n"));
}

/// The etc of a host with a bond, as RHEL has it.
static bool writeHost(const QString &folder, const QByteArray &bond)
{
    const QDir root(folder);
    const auto put = [&root](const QByteArray &name, const QByteArray &text) {
        QFile file(root.filePath(u"etc/sysconfig/network-scripts/"_s + QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    return root.mkpath(u"etc/sysconfig/network-scripts"_s)
        && put("ifcfg-" + bond,
               "DEVICE=" + bond
                   + "\nONBOOT=yes\nBOOTPROTO=none\nIPADDR=192.168.1.11\n"
                     "NETMASK=255.255.255.0\nBONDING_OPTS=\"mode=1 miimon=100\"\n")
        && put("ifcfg-eth0", "DEVICE=eth0\nONBOOT=yes\nMASTER=" + bond + "\nSLAVE=yes\n")
        && put("ifcfg-eth1", "DEVICE=eth1\nONBOOT=yes\nMASTER=" + bond + "\nSLAVE=yes\n");
}

void DialogsTest::importReadsAFolder()
{
    QTemporaryDir folder;
    QVERIFY(writeHost(folder.path(), "bond0"));
    ImportDialog dialog;
    dialog.show();
    dialog.read(folder.path());
    auto *found = dialog.findChild<QListWidget *>(u"found"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found->count(), 1, 20'000);
    QCOMPARE(found->item(0)->text(), u"bond0 · active-backup"_s);
    const auto *findings = dialog.findChild<FindingsView *>();
    QVERIFY(findings->isHidden());

    // What its reader would not take as the files say is told with the bond.
    QFile broken(folder.filePath(u"etc/sysconfig/network-scripts/ifcfg-bond0"_s));
    QVERIFY(broken.open(QIODevice::Append) && broken.write("IPADDR1=300.1.1.1\n") > 0);
    broken.close();
    dialog.read(folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(found->count(), 1, 20'000);
    QVERIFY(!findings->findings().isEmpty());
    QVERIFY(says(&dialog, u"ifcfg-bond0:7: IPADDR1=300.1.1.1"_s));
    // In the window's language.
    i18n::installLanguage(u"zh_CN"_s);
    dialog.read(folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(says(&dialog, u"ifcfg-bond0:7：IPADDR1=300.1.1.1 无法使用"_s), 20'000);
    i18n::installLanguage(u"en"_s);
}

/// Another one chosen while it reads, and the button pressed twice.
void DialogsTest::importTakesTheLastAnswer()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    QVERIFY(writeHost(one.path(), "bond0") && writeHost(other.path(), "bond1"));
    ImportDialog dialog;
    dialog.show();
    for (const QString &path : {one.path(), other.path(), other.path()})
        dialog.read(path);
    auto *found = dialog.findChild<QListWidget *>(u"found"_s);
    QTRY_VERIFY_WITH_TIMEOUT(found->count() > 0, 20'000);
    QTest::qWait(500); // the other two programs end as well
    QCOMPARE(found->count(), 1);
    QCOMPARE(found->item(0)->text(), u"bond1 · active-backup"_s);
}

void DialogsTest::importOfNothingSaysSo()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"etc"_s)); // without it another complaint
    ImportDialog dialog;
    dialog.show();
    dialog.read(folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(says(&dialog, u"No bond was found there."_s), 20'000);
    QCOMPARE(dialog.findChild<QListWidget *>(u"found"_s)->count(), 0);
    // Nor is this host another one.
    dialog.read(u" "_s);
    QVERIFY(says(&dialog, u"Enter a folder or an archive first."_s));
}

void DialogsTest::importTakesAPlaceAsItIsTyped()
{
    QVERIFY(writeHost(QDir::home().filePath(u"of-srv1"_s), "bond3"));
    ImportDialog dialog;
    dialog.show();
    dialog.read(u" ~/of-srv1 "_s);
    const auto *found = dialog.findChild<QListWidget *>(u"found"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found->count(), 1, 20'000);
    QCOMPARE(found->item(0)->text(), u"bond3 · active-backup"_s);
}

void DialogsTest::importIsClosedWhileItReads()
{
    const QTemporaryDir folder;
    {
        ImportDialog dialog;
        dialog.read(folder.path());
    }
    QTest::qWait(300); // the program it ran ends, and tells nobody
}

/// A bond that NetworkManager balances by itself is of a mode that needs a group, and needs none.
void DialogsTest::theSwitchIsAskedForWhatThePlanNeeds()
{
    SwitchPane pane;
    pane.setVisible(true);
    const auto *text = pane.findChild<QPlainTextEdit *>();
    BondPlan plan = usualPlan(Mode::BalanceXor);
    pane.setPlan(plan);
    QVERIFY(text->isVisible() && !text->toPlainText().isEmpty());
    plan.options.insert(QLatin1StringView(balanceSlbOption), u"1"_s);
    pane.setPlan(plan);
    QVERIFY(!text->isVisible());
    plan.mode = Mode::Ieee8023ad;
    pane.setPlan(plan);
    QVERIFY(text->isVisible());
}

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
