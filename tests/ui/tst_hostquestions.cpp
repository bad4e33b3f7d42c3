// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/askpass.h"
#include "hosts/installdialog.h"
#include "hosts/questiondialog.h"
#include "i18n/language.h"
#include "mainwindowframe.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

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
    void commandsForADistribution_data();
    void commandsForADistribution();
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

void HostQuestionsTest::commandsForADistribution_data()
{
    QTest::addColumn<QStringList>("release");
    QTest::addColumn<bool>("hasApt");
    QTest::addColumn<bool>("hasDnf");
    QTest::newRow("Debian") << QStringList{u"PRETTY_NAME=\"Debian\""_s, u"ID=debian"_s} << true << false;
    QTest::newRow("Mint") << QStringList{u"ID=linuxmint"_s, u"ID_LIKE=\"ubuntu debian\""_s} << true << false;
    QTest::newRow("Rocky") << QStringList{u"ID=\"rocky\""_s, u"ID_LIKE=\"rhel centos fedora\""_s} << false << true;
    QTest::newRow("openEuler") << QStringList{u"ID=\"openEuler\""_s} << false << true;
    QTest::newRow("not known") << QStringList() << true << true;
    QTest::newRow("another") << QStringList{u"ID=arch"_s} << true << true;
}

void HostQuestionsTest::commandsForADistribution()
{
    QFETCH(QStringList, release);
    QFETCH(bool, hasApt);
    QFETCH(bool, hasDnf);
    const QString commands = InstallDialog::commandsFor(u"root@srv1"_s, release);
    QCOMPARE(commands.contains(u"apt install"), hasApt);
    QCOMPARE(commands.contains(u"dnf install"), hasDnf);
    QVERIFY(commands.contains(u"root@srv1:/tmp/"));
}

QTEST_MAIN(HostQuestionsTest)
#include "tst_hostquestions.moc"
