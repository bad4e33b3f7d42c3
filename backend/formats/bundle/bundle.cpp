// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/bundle/bundle.h"

#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/ifcfgformat.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE declares a function and so must stand outside every namespace.
static void initResources()
{
    Q_INIT_RESOURCE(formats);
}

namespace bondwright::formats
{

namespace
{

constexpr auto endMark = "BONDWRIGHT_END";

QString pingTargetOf(const BondPlan &plan, const BundleOptions &options)
{
    if (!options.pingTarget.isEmpty())
        return options.pingTarget;
    return plan.ipv4.gateway.text();
}

Result<void> checkOptions(const BondPlan &plan, const BundleOptions &options)
{
    using namespace std::chrono_literals;
    if (options.release < 5 || options.release > 8)
        return fail(u"bundle.release"_s,
                    QCoreApplication::translate("formats", "There are bundles for the releases 5 to 8, not for %1.")
                        .arg(options.release));
    const QString ping = pingTargetOf(plan, options);
    if (!ping.isEmpty() && !IpAddress::fromString(ping))
        return fail(u"bundle.ping"_s, QCoreApplication::translate("formats", "The ping target must be an address."),
                    QCoreApplication::translate("formats", "Names cannot be looked up while the network restarts."));
    if (options.confirmWithin < 10s || options.confirmWithin > 3600s)
        return fail(u"bundle.deadline"_s,
                    QCoreApplication::translate("formats", "The time to confirm must be between 10 and 3600 seconds."));
    return {};
}

QByteArray kindOf(const QString &path, const BondPlan &plan)
{
    if (path.startsWith(u"/etc/modprobe") || path == ifcfg::networkPath())
        return "line";
    for (const SlavePlan &slave : plan.slaves) {
        if (path == ifcfg::ifcfgPath(slave.name))
            return "merge";
    }
    return "whole";
}

/// A shell function that prints a text: a quoted here-document, in which nothing is expanded.
QByteArray textFunction(const QByteArray &number, const QByteArray &text)
{
    return "text_" + number + "() {\n    cat <<'" + endMark + "'\n" + text + endMark + "\n}\n\n";
}

QByteArray slaveNames(const BondPlan &plan)
{
    QByteArrayList names;
    for (const SlavePlan &slave : plan.slaves)
        names.append(slave.name.toUtf8());
    return names.join(' ');
}

/// "eth0=02:00:5e:10:00:01 …", of the NICs that the plan ties to an address.
QByteArray slaveMacs(const BondPlan &plan)
{
    QByteArrayList pairs;
    for (const SlavePlan &slave : plan.slaves) {
        if (const MacAddress &mac = slave.mac.value(); !mac.isEmpty())
            pairs.append(slave.name.toUtf8() + '=' + mac.toString().toLatin1());
    }
    return pairs.join(' ');
}

} // namespace

Result<Bundle> makeBundle(const BondPlan &plan, const BundleOptions &options)
{
    if (auto checked = checkOptions(plan, options); !checked)
        return tl::unexpected(checked.error());
    const auto dialect = ifcfg::Dialect::forRelease(options.release);
    const auto rendering = ifcfg::IfcfgFormat(*dialect).render(plan, {});
    if (!rendering)
        return tl::unexpected(rendering.error());

    QByteArray list;
    QByteArray texts;
    int number = 0;
    for (const FileChange &change : rendering->changes.files) {
        const QByteArray n = QByteArray::number(++number);
        list += kindOf(change.path, plan) + ' ' + n + ' ' + change.path.toUtf8() + '\n';
        texts += textFunction(n, *change.newText);
    }
    for (const SlavePlan &slave : plan.slaves) {
        for (const bool isV6 : {false, true})
            list += "delete " + QByteArray::number(++number) + ' ' + ifcfg::routePath(slave.name, isV6).toUtf8() + '\n';
    }

    initResources();
    QFile templateFile(u":/bondwright/formats/bundle.sh"_s);
    if (!templateFile.open(QIODevice::ReadOnly))
        return fail(u"bundle.template"_s, templateFile.errorString());
    QByteArray script = templateFile.readAll();
    // Every value has been checked by the renderer: names, addresses and numbers, no quotes among them.
    script.replace("@BOND@", plan.name.toUtf8());
    script.replace("@RELEASE@", QByteArray::number(options.release));
    script.replace("@SLAVES@", slaveNames(plan));
    script.replace("@MACS@", slaveMacs(plan));
    script.replace("@PING@", pingTargetOf(plan, options).toUtf8());
    script.replace("@WAIT@", QByteArray::number(options.confirmWithin.count()));
    script.replace("@VERSION@", BONDWRIGHT_VERSION);
    script.replace("@FILES@", list);
    script.replace("@TEXTS@", texts);
    return Bundle{script, rendering->findings};
}

} // namespace bondwright::formats
