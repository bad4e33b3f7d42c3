// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/guest.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <grp.h>
#include <memory>
#include <unistd.h>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What the helper's listener hears, under systemd and with polkit: the flows that a bond sends, and LLDP. "daemon" plays
/// the administrator (rules).
class HelperListenerLab : public QObject
{
    Q_OBJECT
public:
    QString bondctl;

private:
    static constexpr uid_t administrator = 1; ///< "daemon"
    static constexpr uid_t nobody = 65534;
    static constexpr int notAuthorized = 3; ///< of bondctl

    std::unique_ptr<QProcess> start(const QStringList &arguments, uid_t user) const
    {
        auto process = std::make_unique<QProcess>();
        process->setChildProcessModifier([user] {
            if (user != 0 && (::setgroups(0, nullptr) != 0 || ::setgid(user) != 0 || ::setuid(user) != 0))
                ::_exit(127);
        });
        process->start(bondctl, arguments);
        return process;
    }
    /// Processes of the listener; bondctl has an option of the same name.
    static QStringList listeners()
    {
        QStringList found;
        for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            const QString command = pid.toInt() > 0 ? lab::text(u"/proc/%1/cmdline"_s.arg(pid)) : QString();
            if (command.contains(u"bondwright-helper"_s) && command.contains(u"--listen"_s))
                found.append(pid);
        }
        return found;
    }
    static QDBusPendingCall countFlows(uint seconds)
    {
        auto call = QDBusMessage::createMethodCall(u"org.bondwright.Helper1"_s, u"/org/bondwright/Helper1"_s,
                                                   u"org.bondwright.Helper1"_s, u"CountFlows"_s);
        call << u"bond0"_s << seconds;
        return QDBusConnection::systemBus().asyncCall(call, 60'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(lab::isGuest(), "runs in the lab's guest");
        qputenv("LC_ALL", "C.UTF-8");
        QVERIFY(lab::ip({u"link add bond0 type bond mode balance-xor miimon 100 xmit_hash_policy layer2"_s,
                         u"link set eth0 master bond0"_s, u"link set eth1 master bond0"_s,
                         u"address add 192.0.2.1/24 dev bond0"_s, u"link set bond0 up"_s}));
        QVERIFY(lab::eventually([] { return lab::ping(u"192.0.2.254"_s); }, 30s));
        // The first call starts the helper, which in a busy guest takes longer than bondctl waits.
        QVERIFY(lab::eventually(
            [] {
                QDBusPendingCall call = countFlows(1);
                call.waitForFinished();
                return !call.isError();
            },
            120s));
    }
    void init()
    {
        QVERIFY(lab::eventually([] { return listeners().isEmpty(); }, 30s));
    }

    void flowsAreCounted()
    {
        std::vector<std::unique_ptr<QUdpSocket>> connections;
        for (int i = 0; i < 60; ++i)
            connections.push_back(std::make_unique<QUdpSocket>());
        const auto process = start({u"flows"_s, u"bond0"_s, u"--seconds"_s, u"5"_s, u"--json"_s}, administrator);
        QString privileges;
        while (!process->waitForFinished(100)) {
            for (const auto &one : connections)
                one->writeDatagram(QByteArray(1000, 'x'), QHostAddress(u"192.0.2.254"_s), 9);
            const QStringList running = listeners();
            if (!running.isEmpty() && privileges.isEmpty())
                privileges = lab::text(u"/proc/%1/status"_s.arg(running.first()))
                    + lab::text(u"/proc/%1/cgroup"_s.arg(running.first()));
        }
        const QByteArray output = process->readAllStandardOutput();
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        const QJsonObject count = QJsonDocument::fromJson(output).object();
        QVERIFY2(count.value(u"flows"_s).toInt() >= 60, output.constData());
        QVERIFY2(count.value(u"bytes"_s).toInt() >= 60 * 1000, output.constData());
        QCOMPARE(count.value(u"present"_s).toString(), u"layer2"_s);
        // One peer: layer2 sends all over one link.
        QCOMPARE(count.value(u"better"_s).toString(), u"layer3+4"_s);
        for (const QJsonValue &policy : count.value(u"policies"_s).toArray())
            QCOMPARE(policy.toObject().value(u"bytes"_s).toArray().size(), 2);
        // A unit of its own, not root, and nothing but raw sockets.
        QVERIFY2(privileges.contains(u"bondwright-listener@"), qPrintable(privileges));
        QVERIFY2(privileges.contains(u"CapEff:\t0000000000002000"), qPrintable(privileges));
        QVERIFY2(!privileges.contains(u"Uid:\t0\t"), qPrintable(privileges));
    }

    /// As another host's: "ssh" starts bondctl's other end here.
    void flowsOfAnotherHost()
    {
        QTemporaryDir programs;
        QFile ssh(programs.filePath(u"ssh"_s));
        QVERIFY(ssh.open(QIODevice::WriteOnly));
        ssh.write("#!/bin/sh\nexec " + bondctl.toUtf8() + " serve --stdio\n");
        ssh.close();
        QVERIFY(ssh.setPermissions(QFile::Permissions(0x7755)));
        QVERIFY(QFile::setPermissions(programs.path(), QFile::Permissions(0x7755)));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", programs.path().toUtf8() + ':' + path);
        const QStringList arguments{u"--host"_s,    u"srv1"_s, u"flows"_s, u"bond0"_s,
                                    u"--seconds"_s, u"3"_s,    u"--json"_s};
        const auto process = start(arguments, administrator);
        const auto refused = start(arguments, nobody);
        qputenv("PATH", path);
        while (!process->waitForFinished(100))
            lab::ping(u"192.0.2.254"_s);
        const QByteArray output = process->readAllStandardOutput();
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        QVERIFY2(QJsonDocument::fromJson(output).object().value(u"frames"_s).toInt() > 0, output.constData());
        QVERIFY(refused->waitForFinished(60'000));
        QCOMPARE(refused->exitCode(), notAuthorized);
    }

    void anOrdinaryUserMayNot_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("flows") << QStringList{u"flows"_s, u"bond0"_s, u"--seconds"_s, u"1"_s};
        QTest::newRow("LLDP") << QStringList{u"neighbours"_s, u"--listen"_s};
    }
    void anOrdinaryUserMayNot()
    {
        QFETCH(QStringList, arguments);
        const auto process = start(arguments, nobody);
        while (!process->waitForFinished(50)) {
            const QStringList running = listeners();
            QVERIFY2(running.isEmpty(), qPrintable(running.join(u' ')));
        }
        QCOMPARE(process->exitCode(), notAuthorized);
        QVERIFY(process->readAllStandardOutput().isEmpty());
        QVERIFY(!process->readAllStandardError().trimmed().isEmpty());
    }

    void fourAtOnce()
    {
        QList<QDBusPendingCall> calls;
        for (int i = 0; i < 5; ++i)
            calls.append(countFlows(2));
        int busy = 0;
        for (QDBusPendingCall &call : calls) {
            call.waitForFinished();
            busy += call.reply().errorName() == u"org.bondwright.Error.Busy" ? 1 : 0;
            QVERIFY2(!call.isError() || call.reply().errorName() == u"org.bondwright.Error.Busy",
                     qPrintable(call.reply().errorMessage()));
        }
        QCOMPARE(busy, 1);
        QVERIFY(lab::eventually([] { return listeners().isEmpty(); }, 10s));
    }

    /// Told, and not counted as nothing.
    void theBondIsGone()
    {
        const auto process = start({u"flows"_s, u"bond7"_s, u"--seconds"_s, u"1"_s}, administrator);
        QVERIFY(process->waitForFinished(60'000));
        QCOMPARE(process->exitCode(), 1);
    }

    void switchesAreHeard()
    {
        QVERIFY(QDir().mkpath(u"/run/lldpd"_s));
        QProcess there;
        there.setProcessChannelMode(QProcess::SeparateChannels);
        there.start(u"ip"_s,
                    {u"netns"_s, u"exec"_s, u"switch"_s, u"lldpd"_s, u"-d"_s, u"-u"_s, u"/run/switch.socket"_s, u"-I"_s,
                     u"port*"_s, u"-S"_s, u"sw1"_s});
        QVERIFY2(there.waitForStarted(), "lldpd (.ci/packages lab)");
        const auto process = start({u"neighbours"_s, u"--listen"_s, u"--json"_s}, administrator);
        QVERIFY(process->waitForFinished(90'000));
        const QByteArray output = process->readAllStandardOutput();
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        there.kill();
        there.waitForFinished();
        QVERIFY2(output.contains("port0") && output.contains("port1"), output.constData());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    HelperListenerLab test;
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("usage: tst_helper_listener_lab BONDCTL");
    test.bondctl = arguments.takeAt(1);
    return QTest::qExec(&test, arguments);
}

#include "tst_helper_listener_lab.moc"
