// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/ifupdown/ifupdownactivator.h"
#include "helper/netplan/netplanactivator.h"
#include "helper/networkd/networkdactivator.h"
#include "support/fakenetwork.h"

#include <QDir>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;

namespace
{

void put(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), qint64(text.size()));
}

} // namespace

/// The activators whose services are driven by programs, with programs that fail.
class TestActivatorsPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeNetwork>();
        m_source = std::make_unique<FakeNetworkSource>(*m_network);
        m_network->addNic(u"eth0"_s, {u"192.0.2.10/24"_s});
        m_network->addNic(u"eth1"_s);
        m_network->links[u"eth0"_s].kind = InterfaceKind::fromString(u"veth"); // a container's
        m_source->refresh();
        m_ran.clear();
        m_failing.clear();
        m_hangs = false;
        put(m_root->filePath(u"etc/network/interfaces"_s), "iface eth0 inet static\n  address 192.0.2.10/24\n");
    }

    /// Whatever a program says in a rollback: the rest is done, and its error is told.
    void errorInTheRollback_data()
    {
        QTest::addColumn<Backend>("backend");
        QTest::addColumn<QString>("failing");
        QTest::addColumn<QString>("alsoRuns");
        QTest::addRow("netplan") << Backend::Netplan << u"netplan generate"_s << u"networkctl reload"_s;
        QTest::addRow("its renderer") << Backend::Netplan << u"networkctl reload"_s << u"netplan generate"_s;
        QTest::addRow("networkd") << Backend::Networkd << u"networkctl reload"_s << QString();
        QTest::addRow("a NIC of networkd's")
            << Backend::Networkd << u"networkctl reconfigure eth0"_s << u"networkctl reload"_s;
        QTest::addRow("a NIC of ifupdown's") << Backend::Ifupdown << u"ifup eth0"_s << QString();
        QTest::addRow("a NIC without a stanza") << Backend::Ifupdown << QString() << u"ifup eth1"_s;
    }
    void errorInTheRollback()
    {
        QFETCH(Backend, backend);
        QFETCH(QString, failing);
        QFETCH(QString, alsoRuns);
        Record record;
        record.backend = backend;
        record.transaction.id = u"1"_s;
        record.runtime = *m_network->capture({u"eth0"_s, u"eth1"_s});
        QVERIFY(m_network->removeAddress(u"eth0"_s, *IpNetwork::fromString(u"192.0.2.10/24")));
        m_source->refresh();
        m_failing = failing.isEmpty() ? alsoRuns : failing;
        const auto activator = make(backend);
        std::optional<Result<void>> answer;
        activator->restore(record, [&answer](const Result<void> &result) { answer = result; });
        QVERIFY(QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000));
        QVERIFY(m_network->links.value(u"eth0"_s).addresses.contains(*IpNetwork::fromString(u"192.0.2.10/24")));
        QVERIFY2(alsoRuns.isEmpty() || m_ran.contains(alsoRuns), qPrintable(m_ran.join(u", "_s)));
        QCOMPARE(answer->has_value(), failing.isEmpty());
        if (!failing.isEmpty())
            QVERIFY2(answer->error().message.contains(failing), qPrintable(answer->error().message));
    }

    void whatHangsEndsBeforeTheRestore_data()
    {
        QTest::addColumn<Backend>("backend");
        QTest::addRow("netplan") << Backend::Netplan;
        QTest::addRow("networkd") << Backend::Networkd;
        QTest::addRow("ifupdown") << Backend::Ifupdown;
    }

    /// The activation has its time, and its programs must not act beside those of the restoration.
    void whatHangsEndsBeforeTheRestore()
    {
        QFETCH(Backend, backend);
        QVERIFY(QDir().mkpath(m_root->filePath(u"var/lib/bondwright"_s)));
        Record record;
        record.backend = backend;
        record.transaction.id = u"1"_s;
        record.runtime = *m_network->capture({u"eth0"_s, u"eth1"_s});
        BondPlan plan;
        plan.name = u"bond7"_s;
        plan.slaves.append(SlavePlan{});
        plan.slaves.last().name = u"eth1"_s;
        record.after = {plan};
        const auto activator = make(backend);
        m_hangs = true;
        activator->activate(record, [](const Result<void> &) { QFAIL("nothing has ended"); });
        QTRY_VERIFY(m_hanging);
        m_hangs = false;
        std::optional<Result<void>> answer;
        activator->restore(record, [&answer](const Result<void> &result) { answer = result; });
        QTRY_VERIFY(!m_hanging);
        QTRY_VERIFY_WITH_TIMEOUT(answer, 30'000);
    }

    /// The flat copy of ifupdown's files holds what they hold, passwords of wireless networks too.
    void flatFileIsForRootAlone()
    {
        Record record;
        record.backend = Backend::Ifupdown;
        record.transaction.id = u"1"_s;
        put(m_root->filePath(u"etc/network/interfaces"_s), "iface wlan0 inet dhcp\n  wpa-psk secret\n");
        QVERIFY(QDir().mkpath(m_root->filePath(u"var/lib/bondwright"_s)));
        const auto activator = make(Backend::Ifupdown);
        std::optional<Result<QJsonObject>> answer;
        activator->prepare(record, [&answer](const Result<QJsonObject> &result) { answer = result; });
        QVERIFY(QTest::qWaitFor([&answer] { return answer.has_value(); }));
        QVERIFY(*answer);
        QFile flat(m_root->filePath(u"var/lib/bondwright/kept-1-interfaces-before"_s));
        QVERIFY(flat.open(QIODevice::ReadOnly));
        QVERIFY(flat.readAll().contains("wpa-psk secret"));
        QCOMPARE(flat.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

private:
    std::unique_ptr<Activator> make(Backend backend)
    {
        Environment environment;
        environment.root = m_root->path();
        const ProgramRunner run
            = [this](QObject *context, const QString &program, const QStringList &arguments, const Done &done) {
                  const QString call = (QStringList(program) + arguments).join(u' ');
                  m_ran.append(call);
                  if (m_hangs && program != u"netplan") {
                      m_hanging = context;
                      return;
                  }
                  const bool fails = call == m_failing;
                  QTimer::singleShot(0, context, [=] {
                      done(fails ? Result<void>(fail(u"helper.failed"_s, call + u" failed"_s)) : Result<void>());
                  });
              };
        if (backend == Backend::Ifupdown)
            return std::make_unique<IfupdownActivator>(environment, *m_source, *m_network, run);
        if (backend == Backend::Networkd)
            return std::make_unique<NetworkdActivator>(environment, *m_source, *m_network, run);
        return std::make_unique<NetplanActivator>(
            environment, [this](Backend renderer) { return make(renderer); }, run);
    }

    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<FakeNetworkSource> m_source;
    QStringList m_ran;
    QString m_failing;
    bool m_hangs = false;
    QPointer<QObject> m_hanging; ///< the context of a program that does not end
};

QTEST_GUILESS_MAIN(TestActivatorsPrograms)
#include "tst_activators_programs.moc"
