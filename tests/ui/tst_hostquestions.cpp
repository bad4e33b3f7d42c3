// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehosts.h"
#include "host/practice/practicemachine.h"
#include "hosts/addhostdialog.h"
#include "hosts/askpass.h"
#include "hosts/questiondialog.h"
#include "i18n/language.h"
#include "mainwindowframe.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// What is asked and told about a host beside its window.
class HostQuestionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        prepareWindows(u"hostquestions"_s);
        i18n::installLanguage(u"en"_s);
    }
    void whatSshAsks_data();
    void whatSshAsks();
    void aKeyIsNotTrustedByEnter();
    void thePracticeHostIsWithinReach();
    void withoutBondctlTheTestGoesOn_data();
    void withoutBondctlTheTestGoesOn();
};

void HostQuestionsTest::whatSshAsks_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("yes");
    const QString key = u"The authenticity of host 'srv1 (192.0.2.1)' can't be established.\n"
                        "ED25519 key fingerprint is SHA256:abc.\n"
                        "Are you sure you want to continue connecting (yes/no/[fingerprint])? "_s;
    QTest::newRow("password") << u"root@srv1's password: "_s << QString() << u"root@srv1's password:"_s << QString()
                              << QString();
    QTest::newRow("passphrase") << u"Enter passphrase for key '/home/u/.ssh/id_ed25519': "_s << QString()
                                << u"Enter passphrase for key '/home/u/.ssh/id_ed25519':"_s << QString() << QString();
    QTest::newRow("challenge") << u"(ops@srv1) Code sent.\nOne-time password: "_s << QString()
                               << u"One-time password:"_s << u"(ops@srv1) Code sent."_s << QString();
    QTest::newRow("unknown key") << key << QString() << QString() << key.trimmed() << u"&Trust this key and connect"_s;
    QTest::newRow("agent") << u"Allow use of key x?"_s << u"confirm"_s << QString() << u"Allow use of key x?"_s
                           << u"&Allow"_s;
    QTest::newRow("touch") << u"Confirm user presence for key"_s << u"none"_s << QString()
                           << u"Confirm user presence for key"_s << QString();
}

void HostQuestionsTest::whatSshAsks()
{
    QFETCH(QString, asked);
    QFETCH(QString, kind);
    QFETCH(QString, prompt);
    QFETCH(QString, text);
    QFETCH(QString, yes);
    const QuestionDialog::Question question = askpassQuestion(u"srv1"_s, asked, kind);
    QCOMPARE(question.prompt, prompt);
    QCOMPARE(question.text, text);
    QCOMPARE(question.yes, yes);
    QCOMPARE(question.isSecret, !prompt.isEmpty());
    QCOMPARE(question.isNotice, kind == u"none");
    QCOMPARE(question.host, u"srv1"_s);
}

void HostQuestionsTest::aKeyIsNotTrustedByEnter()
{
    QuestionDialog dialog(askpassQuestion(u"srv1"_s, u"… continue connecting (yes/no/[fingerprint])? "_s, {}));
    QSignalSpy answered(&dialog, &QuestionDialog::answered);
    QSignalSpy refused(&dialog, &QuestionDialog::refused);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QVERIFY(!dialog.findChild<QLineEdit *>(u"answer"_s)->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(answered.size(), 0);
    QCOMPARE(refused.size(), 1);
}

/// Where only Debian's package is missing it is offered all the same, and says what to install.
void HostQuestionsTest::thePracticeHostIsWithinReach()
{
    QTemporaryDir folder;
    const QByteArray before = qgetenv("PATH");
    const auto place = [&folder](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    };
    qputenv("PATH", folder.path().toLocal8Bit());
    if (const auto missing = host::PracticeMachine::obstacle()) { // User-Mode Linux may lie in /usr/sbin
        QCOMPARE(missing->code, u"practice.no-uml"_s);
        QVERIFY(!host::PracticeMachine::isWithinReach());
        QVERIFY(place(u"apt-get"_s));
        QVERIFY(host::PracticeMachine::isWithinReach());
    }
    QVERIFY(place(u"linux.uml"_s));
    QVERIFY(!host::PracticeMachine::obstacle() && host::PracticeMachine::isWithinReach());
    qputenv("PATH", before);
}

void HostQuestionsTest::withoutBondctlTheTestGoesOn_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("helper"); ///< what is said of it
    QTest::addColumn<QString>("advice");
    QTest::newRow("release 6") << u"redhat-release"_s << QByteArray("CentOS release 6.10 (Final)\n")
                               << u"none: CentOS release 6.10 (Final) is changed by a script"_s
                               << u"changed by a script that reverts by itself"_s;
    QTest::newRow("Debian") << u"os-release"_s << QByteArray("ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n")
                            << u"The host runs Debian GNU/Linux 12. Without Bondwright only RHEL 5 to 8"_s
                            << u"ssh -t old 'sudo apt install"_s;
}

/// Whether the host can be changed all the same, and if not what to do.
void HostQuestionsTest::withoutBondctlTheTestGoesOn()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, helper);
    QFETCH(QString, advice);
    FakeHosts hosts;
    QVERIFY(QDir().mkpath(hosts.path(u"root/etc"_s)));
    hosts.answer(u"root/etc/"_s + file, text);
    hosts.answer(u"old"_s, "[ \"$1\" = bondctl ] && exit 127\nexport BONDWRIGHT_ROOT=\"$dir/root\"\neval \"$@\"\n");
    AddHostDialog dialog(FakeHosts::make, {});
    dialog.show();
    dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"old"_s);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"test"_s), Qt::LeftButton);
    const auto *steps = dialog.findChild<QTreeWidget *>(u"steps"_s);
    const auto of = [steps](host::ConnectStep step) { return steps->topLevelItem(int(step))->text(1); };
    QTRY_VERIFY2_WITH_TIMEOUT(of(host::ConnectStep::Helper).startsWith(helper),
                              qPrintable(of(host::ConnectStep::Helper)), 20'000);
    QVERIFY(of(host::ConnectStep::Bondctl).contains(u"no bondctl"));
    QVERIFY(says(&dialog, advice));
}

QTEST_MAIN(HostQuestionsTest)
#include "tst_hostquestions.moc"
