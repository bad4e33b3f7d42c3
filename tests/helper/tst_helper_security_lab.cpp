// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"
#include "lab/guest.h"
#include "othercaller.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>

#include <pwd.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

/// In the lab, with the real bus, polkitd and the shipped policies: who may do what, and what hostile
/// input does. Nothing here needs NetworkManager.
class HelperSecurityLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_lab = std::make_unique<HelperLab>(); }

    void unprivileged_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("mayView");
        QTest::newRow("nobody") << u"nobody"_s << false;
        QTest::newRow("one who may look") << u"games"_s << true;
    }

    void unprivileged()
    {
        QFETCH(QString, user);
        QFETCH(bool, mayView);
        const QMap<QString, QString> answers = answersFor(user);
        QVERIFY2(answers.size() >= 16, qPrintable(answers.keys().join(u' ')));
        const QStringList views{u"GetCapabilities"_s, u"GetConfiguration"_s, u"ListBackups"_s,  u"GetBackupDiff"_s,
                                u"GetTransaction"_s,  u"Preview"_s,          u"PreviewRemove"_s};
        for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
            if (it.key() == u"own")
                QCOMPARE(it.value(), u"0"_s);
            else if (mayView && views.contains(it.key()))
                QVERIFY2(it.value() != u"org.bondwright.Error.NotAuthorized", qPrintable(it.key()));
            else if (it.key() == u"Set" || it.key() == u"deleteLater")
                QVERIFY2(it.value() == u"org.freedesktop.DBus.Error.AccessDenied", qPrintable(it.value()));
            else
                QVERIFY2(it.value() == u"org.bondwright.Error.NotAuthorized",
                         qPrintable(it.key() + u": "_s + it.value()));
        }
    }

    void authorised()
    {
        const QMap<QString, QString> answers = answersFor(u"daemon"_s);
        QCOMPARE(answers.value(u"GetCapabilities"_s), u"ok"_s);
        QCOMPARE(answers.value(u"GetTransaction"_s), u"ok"_s);
        // "bond0" is neither a plan nor a bond: past the authorisation, refused for what it is.
        QCOMPARE(answers.value(u"Apply"_s), u"org.bondwright.Error.Invalid"_s);
        QCOMPARE(answers.value(u"SetSlaveLink"_s), u"org.bondwright.Error.Invalid"_s);
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u"$(touch /tmp/pwned)"_s,
                                u"`touch /tmp/pwned`"_s,
                                u"x;touch /tmp/pwned"_s,
                                u"x\ntouch /tmp/pwned"_s,
                                u"x\r\nACTION"_s,
                                u"'\"\\"_s,
                                u"../../../etc/passwd"_s,
                                u"/etc/shadow"_s,
                                u"-h"_s,
                                u"%s%n%d"_s,
                                u"\u202ebond"_s,
                                u"<img src=x>"_s,
                                QString(4096, u'a'),
                                QString(100'000, u'b')};
        for (const QString &text : texts)
            QTest::newRow(text.left(20).toUtf8().constData()) << text;
    }

    /// Every text argument of every method, and every text of a plan.
    void hostileTexts()
    {
        QFETCH(QString, text);
        const QVariantMap none;
        const QList<std::pair<QString, QVariantList>> calls{
            {u"GetBackupDiff"_s, {text, u"en"_s}},
            {u"Preview"_s, {text, u"auto"_s, u"en"_s}},
            {u"Preview"_s, {planWith(text), u"auto"_s, u"en"_s}},
            {u"Preview"_s, {u"{}"_s, text, u"en"_s}},
            {u"PreviewRemove"_s, {text, u"auto"_s, u"en"_s}},
            {u"PreviewRemove"_s, {u"bond0"_s, text, u"en"_s}},
            {u"Apply"_s, {text, planWith(u"bond9"_s), none}},
            {u"Apply"_s, {u"r1"_s, planWith(text), none}},
            {u"Apply"_s, {u"r2"_s, planWith(u"bond9"_s), QVariantMap{{u"ping-target"_s, text}}}},
            {u"Apply"_s, {u"r3"_s, planWith(u"bond9"_s), QVariantMap{{text, true}}}},
            {u"Remove"_s, {u"r4"_s, text, none}},
            {u"Restore"_s, {u"r5"_s, text, none}},
            {u"Confirm"_s, {text, text}},
            {u"ActivateSlave"_s, {text, text}},
            {u"SetSlaveLink"_s, {text, text, false, 5U}},
            {u"Identify"_s, {text, 5U}},
        };
        for (const auto &[method, arguments] : calls) {
            const QDBusMessage reply = call(method, arguments);
            QVERIFY2(reply.type() == QDBusMessage::ErrorMessage || method == u"Preview", qPrintable(method));
            QVERIFY2(!reply.errorName().contains(u"NoReply"), qPrintable(method));
        }
        QVERIFY(!QFile::exists(u"/tmp/pwned"_s));
        QCOMPARE(m_lab->current().state, TransactionState::None);
    }

    void wrongSignatures()
    {
        QCOMPARE(call(u"Apply"_s, {1U}).errorName(), u"org.bondwright.Error.Invalid"_s);
        QCOMPARE(call(u"GetCapabilities"_s, {}).errorName(), u"org.bondwright.Error.Invalid"_s);
        QCOMPARE(call(u"Format"_s, {u"x"_s}).errorName(), u"org.bondwright.Error.Invalid"_s);
        QVERIFY(call(u"GetCapabilities"_s, {u"en"_s}).type() == QDBusMessage::ReplyMessage);
    }

    void aFloodDoesNotStopOthers()
    {
        QList<QDBusPendingCall> calls;
        for (int i = 0; i < 500; ++i)
            calls.append(QDBusConnection::systemBus().asyncCall(message(u"GetConfiguration"_s, {u"en"_s})));
        int refused = 0;
        for (QDBusPendingCall &pending : calls) {
            pending.waitForFinished();
            refused += pending.reply().errorName() == u"org.bondwright.Error.Busy";
        }
        QVERIFY2(refused > 0, "the queue has no end");
        QCOMPARE(call(u"GetCapabilities"_s, {u"en"_s}).type(), QDBusMessage::ReplyMessage);
        const QList<qint64> helpers = HelperLab::processes(u"libexec/bondwright-helper"_s);
        QCOMPARE(helpers.size(), 1);
        QFile status(u"/proc/%1/status"_s.arg(helpers.first()));
        QVERIFY(status.open(QIODevice::ReadOnly));
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                qInfo("%s", line.constData());
        }
    }

    void unprivilegedUsersDoNotBlockADecision_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("lines");
        QTest::newRow("three big messages") << u"big"_s << 3;
        QTest::newRow("questions that nobody answers") << u"ask"_s << 2; // of all that it asks for
    }

    /// A user without any right keeps neither the owner nor an administrator from deciding.
    void unprivilegedUsersDoNotBlockADecision()
    {
        QFETCH(QString, what);
        QFETCH(int, lines);
        m_lab->makeAddresses();
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(300));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QProcess nobody;
        nobody.start(QCoreApplication::applicationFilePath(), {u"--as"_s, uidOf(u"nobody"_s), what});
        QByteArray said;
        QVERIFY2(m_lab->waitFor(
                     [&] {
                         said += nobody.readAllStandardOutput();
                         return said.count('\n') >= lines;
                     },
                     120),
                 said.constData());
        // Another user, whom polkit would let decide. The ticket is not known, so it is asked, and allowed.
        QElapsedTimer elapsed;
        elapsed.start();
        const QMap<QString, QString> answers = answersFor(u"daemon"_s);
        QCOMPARE(answers.value(u"Confirm"_s), u"org.bondwright.Error.Invalid"_s);
        qInfo("%d calls of an administrator answered in %lld ms", int(answers.size()), elapsed.elapsed());
        elapsed.start();
        const auto extended = m_lab->ask<HelperClient::Nothing>(
            [this](auto done) { m_lab->client().extend(*m_lab->ticket(), nullptr, done); });
        QVERIFY2(extended, qPrintable(extended ? QString() : extended.error().message));
        qInfo("the owner was answered after %lld ms", elapsed.elapsed());
        QVERIFY(elapsed.elapsed() < 2000 * std::max(1.0, lab::slowness()));
        QCOMPARE(nobody.state(), QProcess::Running);
        nobody.kill();
        nobody.waitForFinished();
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
    }

private:
    static QString uidOf(const QString &user)
    {
        const passwd *entry = ::getpwnam(qPrintable(user));
        return QString::number(entry ? entry->pw_uid : 65534);
    }

    static QDBusMessage message(const QString &method, const QVariantList &arguments)
    {
        auto message = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath),
                                                      QLatin1String(interfaceName), method);
        message.setArguments(arguments);
        return message;
    }

    static QDBusMessage call(const QString &method, const QVariantList &arguments)
    {
        return QDBusConnection::systemBus().call(message(method, arguments), QDBus::Block, 60'000);
    }

    static QString planWith(const QString &text)
    {
        BondPlan plan;
        plan.name = text;
        plan.slaves = {SlavePlan{text, {}, {}, {}}};
        plan.options.insert(u"primary"_s, text);
        plan.options.insert(text, text);
        plan.ipv4.search = {text};
        return QString::fromUtf8(planToJson(plan));
    }

    static QMap<QString, QString> answersFor(const QString &user)
    {
        QByteArray output;
        HelperLab::run(QCoreApplication::applicationFilePath(), {u"--as"_s, uidOf(user)}, &output);
        QMap<QString, QString> answers;
        for (const QString &line : QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts))
            answers.insert(line.section(u' ', 0, 0), line.section(u' ', 1));
        return answers;
    }

    std::unique_ptr<HelperLab> m_lab;
};

int main(int argc, char **argv)
{
    if (argc > 2 && qstrcmp(argv[1], "--as") == 0)
        return actAs(argc, argv);
    QCoreApplication app(argc, argv);
    HelperSecurityLab test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_helper_security_lab.moc"
