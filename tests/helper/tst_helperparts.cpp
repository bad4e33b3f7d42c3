// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/changeset.h"
#include "helper/bus/methods.h"
#include "helper/live/lldpsockets.h"
#include "helper/plan/planner.h"
#include "helper/system/auditlog.h"
#include "helper/transaction/verifier.h"
#include "helperclient/request.h"
#include "helperclient/wire.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

#include <limits>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;

namespace
{

QByteArray shipped(const QString &name)
{
    QFile file(QStringLiteral(PACKAGING_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the table in docs/SECURITY.md says of a unit, in tenths; 0 where it leaves the unit out.
int documentedExposure(const QString &unit)
{
    QFile file(QStringLiteral(SECURITY_DOCUMENT));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() == 4 && cells.at(1).trimmed().split(u", "_s).contains(unit))
            return qRound(cells.at(2).toDouble() * 10);
    }
    return 0;
}

} // namespace

class TestHelperParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A new method without a thought about who may call it fails here.
    void methodsAndActions_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("action");
        const QString view = u"org.bondwright.helper.view"_s;
        for (const char *name : {"GetCapabilities", "GetConfiguration", "ListBackups", "GetBackupDiff",
                                 "GetTransaction", "Preview", "PreviewRemove"})
            QTest::newRow(name) << QString::fromLatin1(name) << view;
        for (const char *name : {"Apply", "Remove"})
            QTest::newRow(name) << QString::fromLatin1(name) << u"org.bondwright.helper.change"_s;
        QTest::newRow("Restore") << u"Restore"_s << u"org.bondwright.helper.restore"_s;
        for (const char *name : {"Confirm", "Rollback", "Extend"})
            QTest::newRow(name) << QString::fromLatin1(name) << u"org.bondwright.helper.confirm-other"_s;
        for (const char *name : {"ActivateSlave", "SetSlaveLink", "Identify"})
            QTest::newRow(name) << QString::fromLatin1(name) << u"org.bondwright.helper.test"_s;
        QTest::newRow("Listen") << u"Listen"_s << u"org.bondwright.helper.listen"_s;
        QTest::newRow("CountFlows") << u"CountFlows"_s << u"org.bondwright.helper.count-flows"_s;
        QTest::newRow("Rehearse") << u"Rehearse"_s << u"org.bondwright.helper.rehearse"_s;
    }

    void methodsAndActions()
    {
        QFETCH(QString, method);
        QFETCH(QString, action);
        const MethodSpec *spec = findMethod(method);
        QVERIFY(spec);
        QCOMPARE(QString(actionId(spec->action)), action);
        QCOMPARE(spec->changes, !action.endsWith(u"view"));
        QVERIFY(introspectionXml().contains(u"<method name=\"%1\">"_s.arg(method)));
    }

    void noOtherMethods() { QCOMPARE(int(allMethods().size()), 19); }

    /// method(verb) goes by position.
    void tableIsInTheOrderOfVerbs()
    {
        for (int i = 0; i < int(allMethods().size()); ++i)
            QCOMPARE(int(allMethods()[size_t(i)].verb), i);
    }

    void requestsTravel()
    {
        for (const MethodSpec &spec : allMethods()) {
            Request request;
            request.verb = spec.verb;
            request.bond = u"bond0"_s;
            request.slave = u"eth0"_s;
            request.nic = u"eth1"_s;
            request.backupId = u"b"_s;
            request.plan = "{}";
            request.requestId = u"r"_s;
            request.ticket = {u"i"_s, u"t"_s};
            request.options.backend = Backend::Ifcfg;
            request.rehearsal = {u"lacp"_s, true, {u"eth0"_s, u"eth1"_s}, u"en"_s};
            request.up = true;
            request.duration = std::chrono::seconds(7);
            request.texts = Texts::Recorded;
            const QVariantList arguments = toArguments(request);
            const auto read = requestFrom(spec.verb, arguments);
            QVERIFY2(read, qPrintable(spec.name));
            QCOMPARE(toArguments(*read), arguments);
            QCOMPARE(arguments.size(), spec.in.size());
        }
    }

    /// docs/dbus.md has one row for each method: | name | in | out | action |
    void documentation()
    {
        const auto words = [](const QList<Argument> &arguments) {
            QStringList texts;
            for (const Argument &argument : arguments)
                texts.append(u"%1 %2"_s.arg(argument.type, argument.name));
            return texts.join(u", "_s);
        };
        QStringList rows;
        for (const MethodSpec &method : allMethods()) {
            const bool isNamed = !method.out.isEmpty() && method.out.first().name != "result"_L1;
            const QString out = isNamed || method.out.isEmpty() ? words(method.out) : QString(method.out.first().type);
            const QString action = QString(actionId(method.action)).section(u'.', -1);
            rows.append(u"| %1 | %2 | %3 | %4 |"_s
                            .arg(method.name, words(method.in), out,
                                 method.ownerMayActFreely ? u"owner, else "_s + action : action)
                            .replace(u"|  |"_s, u"| |"_s));
        }
        QStringList documented;
        for (const QString &line : QString::fromUtf8(shipped(u"../../docs/dbus.md"_s)).split(u'\n')) {
            if (line.startsWith(u"| ") && !line.startsWith(u"| method"))
                documented.append(line);
        }
        QCOMPARE(documented, rows);
    }

    void everyTextHasABound()
    {
        for (const MethodSpec &method : allMethods()) {
            for (const Argument &argument : method.in)
                QVERIFY2(argument.type != "s"_L1 || argument.maxSize > 0, qPrintable(method.name));
        }
    }

    void policySaysNoYesForChanges()
    {
        QXmlStreamReader xml(shipped(u"org.bondwright.helper.policy"_s));
        QString action;
        QSet<QString> seen;
        int defaults = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"action") {
                action = xml.attributes().value(u"id"_s).toString();
                seen.insert(action);
            } else if (xml.name().startsWith(u"allow_")) {
                const QString name = xml.name().toString();
                const QString value = xml.readElementText();
                ++defaults;
                if (action.endsWith(u"view"))
                    QVERIFY(value == u"yes" ? name == u"allow_active" : value.startsWith(u"auth_admin"));
                else if (action.endsWith(u"rehearse")) // changes nothing, and is asked for several switches
                    QCOMPARE(value, u"auth_admin_keep"_s);
                else
                    QCOMPARE(value, name == u"allow_active" ? u"auth_admin_keep"_s : u"auth_admin"_s);
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(defaults, 3 * int(seen.size()));
        for (const MethodSpec &method : allMethods())
            QVERIFY2(seen.contains(actionId(method.action)), qPrintable(method.name));
    }

    void busPolicyIsMinimal()
    {
        QXmlStreamReader xml(shipped(u"org.bondwright.Helper1.conf"_s));
        int owners = 0;
        QString policy;
        QStringList reachable;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto attributes = xml.attributes();
            if (xml.name() == u"policy") {
                policy = attributes.hasAttribute(u"user"_s) ? attributes.value(u"user"_s).toString() : u"default"_s;
            } else if (xml.name() == u"allow") {
                QVERIFY(!attributes.hasAttribute(u"eavesdrop"_s));
                if (attributes.hasAttribute(u"own"_s)) {
                    QCOMPARE(policy, u"root"_s);
                    ++owners;
                    continue;
                }
                QCOMPARE(attributes.value(u"send_destination"_s), u"org.bondwright.Helper1");
                reachable.append(u"%1 %2 %3"_s.arg(policy, attributes.value(u"send_interface"_s),
                                                   attributes.value(u"send_member"_s)));
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(owners, 1);
        QCOMPARE(reachable,
                 (QStringList{u"default org.bondwright.Helper1 "_s, u"default org.freedesktop.DBus.Introspectable "_s,
                              u"default org.freedesktop.DBus.Peer "_s, u"default org.freedesktop.DBus.Properties Get"_s,
                              u"default org.freedesktop.DBus.Properties GetAll"_s}));
    }

    /// The listener is another process, with no rights but to raw sockets: what it writes is not trusted either.
    void listenersLinesAreRead()
    {
        const auto frames = framesFromLines("eth0 0180c2\n../x 00\neth1 zz\n\neth2 "
                                            + QByteArray(2 * neighbours::HeardFrame::maxSize + 2, '0') + "\neth3 ff");
        QVERIFY(frames);
        QCOMPARE(frames->size(), 2);
        QCOMPARE(frames->at(0).nic, u"eth0"_s);
        QCOMPARE(frames->at(0).bytes, QByteArray::fromHex("0180c2"));
        QCOMPARE(frames->at(1).nic, u"eth3"_s);
        QCOMPARE(framesFromLines("!1\n").error().code, u"helper.failed"_s);
        kernel::NicState nic;
        nic.kind = InterfaceKind::Physical;
        nic.adminUp = true;
        QVERIFY(!isListenedOn(nic));
        nic.carrier = true;
        QVERIFY(isListenedOn(nic));
        nic.kind = InterfaceKind::Bond;
        QVERIFY(!isListenedOn(nic));
    }

    void sandbox_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const QString &folder : {QStringLiteral(UNIT_FOLDER), QStringLiteral(WATCH_UNIT_FOLDER)}) {
            for (const QString &unit : QDir(folder).entryList({u"bondwright-*.service"_s})) {
                const int tenths = documentedExposure(unit);
                QTest::addRow("%s, exposure of %.1f at most", qPrintable(unit), tenths / 10.0)
                    << QStringList{u"security"_s, u"--offline=true"_s, u"--threshold=%1"_s.arg(tenths), u"--no-pager"_s,
                                   folder + u'/' + unit};
            }
        }
        for (const char *unit :
             {"bondwright-helper", "bondwright-recover", "bondwright-watchdog@", "bondwright-last-resort"})
            QTest::addRow("%s, nothing systemd does not know", unit)
                << QStringList{u"verify"_s, u"--man=no"_s, u"--recursive-errors=no"_s,
                               QStringLiteral(UNIT_FOLDER "/%1.service").arg(QLatin1String(unit))};
        QTest::addRow("bondwright-listener, nothing systemd does not know")
            << QStringList{u"verify"_s, u"--man=no"_s, u"--recursive-errors=no"_s,
                           QStringLiteral(UNIT_FOLDER "/bondwright-listener.socket"),
                           QStringLiteral(UNIT_FOLDER "/bondwright-listener@.service")};
        QTest::addRow("bondwright-rehearsal, nothing systemd does not know")
            << QStringList{u"verify"_s, u"--man=no"_s, u"--recursive-errors=no"_s,
                           QStringLiteral(UNIT_FOLDER "/bondwright-rehearsal.socket"),
                           QStringLiteral(UNIT_FOLDER "/bondwright-rehearsal@.service")};
    }

    void sandbox()
    {
        QFETCH(QStringList, arguments);
        const QString program = QStandardPaths::findExecutable(u"systemd-analyze"_s);
        QVERIFY2(!program.isEmpty(), "systemd-analyze (.ci/packages lab)");
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        QVERIFY(process.waitForFinished(30'000));
        QVERIFY2(process.exitCode() == 0, process.readAll().right(400).constData());
    }

    /// A rollback with fewer rights than the change would leave it half undone.
    void rollbackHasTheHelpersSandbox()
    {
        const auto sandboxOf = [](const QString &unit) {
            QFile file(QStringLiteral(UNIT_FOLDER "/") + unit);
            QStringList lines;
            if (!file.open(QIODevice::ReadOnly))
                return lines;
            const QString text = QString::fromUtf8(file.readAll());
            for (const QString &line : text.mid(text.indexOf(u"StateDirectory="_s)).split(u'\n')) {
                if (!line.isEmpty() && !line.startsWith(u'#'))
                    lines.append(line);
            }
            return lines;
        };
        const QStringList helper = sandboxOf(u"bondwright-helper.service"_s);
        QVERIFY(helper.size() > 20);
        QCOMPARE(sandboxOf(u"bondwright-watchdog@.service"_s), helper);
        QCOMPARE(sandboxOf(u"bondwright-last-resort.service"_s), helper);
    }

    void logLinesCannotBeForged()
    {
        const QString escaped = escapedForLog(u"eth0\n<0>forged\u202e\x1b[2J"_s);
        QVERIFY(!escaped.contains(u'\n'));
        QVERIFY(!escaped.contains(QChar(0x202e)));
        QVERIFY(!escaped.contains(QChar(0x1b)));
        QVERIFY(escaped.startsWith(u"eth0\\u000a<0>forged"));
        QVERIFY(escapedForLog(QString(100'000, u'x')).size() <= 1024);
    }

    void secretsStayIn_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"psk=canary", "wep-key0=canary", "password=canary", "WPA_PSK='canary'", "KEY1=canary",
                                 "IEEE_8021X_PASSWORD=canary", "private-key-password=canary", "  pin = canary"})
            QTest::newRow(line) << QByteArray(line);
    }

    void secretsStayIn()
    {
        QFETCH(QByteArray, line);
        formats::FileChange change;
        change.path = u"/etc/x"_s;
        change.oldText = "[connection]\nid=x\n" + line + "\nDEVICE=eth0\n";
        change.newText = "[connection]\nid=y\n" + line + "\nDEVICE=eth0\n";
        const QList<FileDiff> diffs = toDiffs({{change}});
        QCOMPARE(diffs.size(), 1);
        for (const QString &text : {diffs.first().oldText, diffs.first().newText, diffs.first().unified}) {
            QVERIFY2(!text.contains(u"canary"), qPrintable(text));
            QVERIFY(text.contains(u"DEVICE=eth0"));
        }
    }

    void requestOptionsAreStrict()
    {
        const auto good
            = wire::applyOptionsFrom({{u"backend"_s, u"nm"_s}, {u"confirm-within"_s, 30U}, {u"confirm-now"_s, true}});
        QVERIFY(good);
        QCOMPARE(good->backend, Backend::NetworkManager);
        QCOMPARE(good->confirmWithin, std::chrono::seconds(30));
        QVERIFY(good->confirmNow);
        QVERIFY(!wire::applyOptionsFrom({{u"confirm_now"_s, true}}));
        QVERIFY(!wire::applyOptionsFrom({{u"confirm-now"_s, u"true"_s}}));
        QVERIFY(!wire::applyOptionsFrom({{u"backend"_s, u"shell"_s}}));
        QVERIFY(!wire::applyOptionsFrom({{u"digest"_s, QString(4096, u'a')}}));
        QVERIFY(!wire::applyOptionsFrom({{u"confirm-within"_s, -1}}));
    }

    void stepsAreBounded_data()
    {
        QTest::addColumn<QVariant>("said");
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("count");
        QTest::newRow("first") << QVariant(0) << 0 << 0;
        QTest::newRow("last") << QVariant(63) << 63 << 63;
        QTest::newRow("one too many") << QVariant(64) << 63 << 64;
        QTest::newRow("negative") << QVariant(-1) << 0 << 0;
        QTest::newRow("least") << QVariant(std::numeric_limits<int>::min()) << 0 << 0;
        QTest::newRow("greatest") << QVariant(std::numeric_limits<int>::max()) << 63 << 64;
        QTest::newRow("a number of another host") << QVariant(2e9) << 63 << 64;
        QTest::newRow("no number") << QVariant(u"x"_s) << 0 << 0;
    }

    void stepsAreBounded()
    {
        QFETCH(QVariant, said);
        StepProgress step;
        wire::fromMap({{u"index"_s, said}, {u"count"_s, said}}, step);
        QTEST(step.index, "index");
        QTEST(step.count, "count");
    }

    void namesRoundTrip()
    {
        for (int i = 0; i <= int(TransactionState::Failed); ++i) {
            const auto state = TransactionState(i);
            QCOMPARE(transactionStateFromName(transactionStateName(state)), state);
        }
        for (int i = 0; i <= int(Backend::RuntimeOnly); ++i)
            QCOMPARE(backendFromName(backendName(Backend(i))), Backend(i));
        QVERIFY(!transactionStateFromName(u"Done"));
        QVERIFY(!backendFromName(u""));
    }

    void settleTimeKnowsSlowThings()
    {
        using namespace std::chrono_literals;
        BondPlan plan;
        plan.mode = Mode::ActiveBackup;
        QCOMPARE(settleTime({plan}, false), 10s);
        QCOMPARE(settleTime({plan}, true), 50s);
        plan.ipv4.method = IpMethod::Auto;
        QCOMPARE(settleTime({plan}, false), 45s);
        plan.mode = Mode::Ieee8023ad;
        QCOMPARE(settleTime({plan}, false), 60s);
        plan.options.insert(u"lacp_rate"_s, u"fast"_s);
        QCOMPARE(settleTime({plan}, false), 45s);

        // What ARP monitoring has not judged yet is up only by its word.
        QCOMPARE(monitorTime({plan}), 0s);
        plan.mode = Mode::ActiveBackup;
        plan.ipv4.method = IpMethod::Disabled;
        plan.options = {{u"arp_interval"_s, u"500"_s}};
        QCOMPARE(monitorTime({plan}), 2s);
        plan.options.insert(u"arp_missed_max"_s, u"5"_s);
        QCOMPARE(monitorTime({plan}), 3500ms);
        QCOMPARE(settleTime({plan}, false), 10s);
        plan.options.insert(u"arp_interval"_s, u"2147483647"_s);
        QCOMPARE(monitorTime({plan}), 60s);
        QCOMPARE(settleTime({plan}, false), 62s);
    }

    void gatewaysThatAreGivenUp_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after"); ///< "none": the bond goes
        QTest::addColumn<bool>("isGivenUp");
        QTest::newRow("a new bond") << u"none"_s << u"192.0.2.254"_s << false;
        QTest::newRow("the bond goes") << u"192.0.2.254"_s << u"none"_s << true;
        QTest::newRow("a bond with another one goes") << u"192.0.2.253"_s << u"none"_s << false;
        QTest::newRow("by DHCP") << u"auto"_s << u"none"_s << true;
        QTest::newRow("another gateway") << u"192.0.2.254"_s << u"192.0.2.253"_s << true;
        QTest::newRow("the same") << u"192.0.2.254"_s << u"192.0.2.254"_s << false;
        QTest::newRow("forgotten") << u"192.0.2.254"_s << QString() << false;
        QTest::newRow("from now on by DHCP") << u"192.0.2.254"_s << u"auto"_s << false;
    }
    void gatewaysThatAreGivenUp()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, isGivenUp);
        const auto plansOf = [](const QString &gateway) {
            BondPlan plan;
            plan.name = u"bond0"_s;
            plan.ipv4.method = gateway == u"auto" ? IpMethod::Auto : IpMethod::Manual;
            if (plan.ipv4.method == IpMethod::Manual)
                plan.ipv4.gateway = gateway;
            return gateway == u"none" ? QList<BondPlan>() : QList<BondPlan>{plan};
        };
        PlannedChange planned;
        planned.bond = u"bond0"_s;
        planned.before = plansOf(before);
        planned.after = plansOf(after);
        QCOMPARE(planned.givesUp(*IpAddress::fromString(u"192.0.2.254")), isGivenUp);
        planned.loneNics = {u"eth0"_s};
        QVERIFY(!planned.givesUp(*IpAddress::fromString(u"192.0.2.254")));
    }
};

QTEST_GUILESS_MAIN(TestHelperParts)
#include "tst_helperparts.moc"
