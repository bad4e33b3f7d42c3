// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/bondsettings.h"

#include "common/arguments.h"
#include "common/suggestion.h"
#include "common/values.h"
#include "common/words.h"

#include "domain/ipaddress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

struct Setting {
    const OptionSpec *spec;
    QString value; ///< canonical; empty: reset
};

QString modesOf(const OptionSpec &spec)
{
    QStringList names;
    for (const ModeInfo &info : allModes()) {
        if (acceptsMode(spec, info.mode))
            names.append(info.kernelName);
    }
    return names.join(u", "_s);
}

Error wrongValue(const OptionSpec &spec, const QString &value)
{
    const QString given = shortened(value);
    QStringList names;
    for (const OptionName &known : spec.names)
        names.append(known.name);
    switch (spec.kind) {
    case OptionKind::Integer:
        //: @error %1 an option, %2 and %3 numbers, %4 what was given
        return {u"usage"_s,
                Words::tr("%1 takes a whole number from %2 to %3, not “%4”.")
                    .arg(spec.name)
                    .arg(spec.minimum)
                    .arg(spec.maximum)
                    .arg(given),
                {}};
    case OptionKind::Enum:
    case OptionKind::Bool:
        //: @error %1 an option, %2 a list of values, %3 what was given
        return {u"usage"_s, Words::tr("%1 takes one of %2, not “%3”.").arg(spec.name, names.join(u", "), given),
                didYouMean(value, names)};
    case OptionKind::IfName:
        //: @error %1 an option, %2 what was given
        return {u"usage"_s, Words::tr("%1 takes the name of an interface, not “%2”.").arg(spec.name, given), {}};
    case OptionKind::Ip4List:
        //: @error %1 an option, %2 what was given
        return {u"usage"_s,
                Words::tr("%1 takes up to 16 IPv4 addresses separated by commas, not “%2”.").arg(spec.name, given),
                {}};
    case OptionKind::Ip6List:
        //: @error %1 an option, %2 what was given
        return {u"usage"_s,
                Words::tr("%1 takes up to 16 IPv6 addresses separated by commas, not “%2”.").arg(spec.name, given),
                {}};
    case OptionKind::Mac:
        break;
    }
    //: @error %1 an option, %2 what was given
    return {u"usage"_s, Words::tr("%1 takes a MAC address, not “%2”.").arg(spec.name, given), {}};
}

Error unknownSetting(const QString &name)
{
    if (name == u"mode")
        return {u"usage"_s, Words::tr("The mode is not an option of this kind."),
                Words::tr("Use --mode, for example: --mode 802.3ad")};
    QStringList names;
    for (const OptionSpec *spec : settableOptions({}))
        names += QStringList{spec->name} + spec->aliases;
    const QString hint = didYouMean(name, names);
    return {u"usage"_s, Words::tr("There is no bond option “%1”.").arg(shortened(name)),
            hint.isEmpty() ? Words::tr("“bondctl options” lists them.") : hint};
}

/// @param mode that it is for; none: known later
Result<Setting> parseSetting(const QString &text, std::optional<Mode> mode)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return usageError(Words::tr("“%1” is not of the form NAME=VALUE.").arg(shortened(text)),
                          Words::tr("For example: miimon=100"));
    const QString name = text.first(equals);
    const QString value = text.sliced(equals + 1);
    const OptionSpec *spec = findOption(name);
    if (spec && spec->name == u"active_slave")
        return usageError(Words::tr("“%1” is a runtime-only setting.").arg(name),
                          Words::tr("“bondctl activate BOND SLAVE” makes a slave the active one."));
    if (spec && spec->scope != OptionScope::Bond)
        return usageError(Words::tr("“%1” is not an option of a bond.").arg(name),
                          Words::tr("“bondctl options” says what it belongs to."));
    if (!spec || spec->name == u"mode")
        return tl::unexpected(unknownSetting(name));
    if (value.isEmpty())
        return Setting{spec, {}};
    if (mode && !acceptsMode(*spec, *mode))
        //: @error %1 an option, %2 a mode
        return usageError(Words::tr("“%1” cannot be set in mode %2.").arg(spec->name, kernelName(*mode)),
                          //: @info hint, %1 a list of modes
                          Words::tr("It belongs to: %1.").arg(modesOf(*spec)));
    const auto canonical = canonicalValue(*spec, value);
    return canonical ? Result<Setting>(Setting{spec, *canonical}) : tl::unexpected(wrongValue(*spec, value));
}

/// ARP and MII monitoring exclude each other: the one that is set to an interval is meant.
Result<void> chooseMonitoring(PlanDraft &draft, const QList<Setting> &settings)
{
    const auto turnsOn = [&](QStringView name) {
        return std::any_of(settings.begin(), settings.end(), [&](const Setting &setting) {
            return setting.spec->name == name && setting.value.toLongLong() > 0;
        });
    };
    if (turnsOn(u"miimon") && turnsOn(u"arp_interval"))
        return usageError(
            Words::tr("miimon and arp_interval cannot be combined: links are monitored by MII or by ARP."));
    if (turnsOn(u"arp_interval"))
        draft.setMonitoring(MonitoringKind::Arp);
    if (turnsOn(u"miimon"))
        draft.setMonitoring(MonitoringKind::Mii);
    return {};
}

bool isV6(const QString &address)
{
    return address.contains(u':');
}

/// Of the values of an option, those of one family.
QStringList ofFamily(const QStringList &addresses, bool ipv6)
{
    QStringList found;
    for (const QString &address : addresses) {
        if (isV6(address) == ipv6)
            found.append(address);
    }
    return found;
}

Result<void> checkAddresses(const Arguments &arguments)
{
    for (const QString &address : arguments.values(u"ip"_s)) {
        if (!address.contains(u'/') || !IpNetwork::fromString(address))
            return usageError(
                Words::tr("--ip takes an address with its prefix length, not “%1”.").arg(shortened(address)),
                Words::tr("For example: --ip 192.0.2.10/24"));
    }
    for (const QString &option : {u"gateway"_s, u"dns"_s, u"dhcp"_s, u"auto6"_s}) {
        if (arguments.has(u"no-ip"_s) && arguments.has(option))
            //: @error %1 and %2 options
            return usageError(Words::tr("--%1 and %2 cannot be combined.").arg(option, u"--no-ip"_s));
    }
    for (const QString &option : {u"gateway"_s, u"dns"_s}) {
        for (const QString &address : arguments.values(option)) {
            if (!IpAddress::fromString(address))
                //: @error %1 an option, %2 what was given
                return usageError(
                    Words::tr("%1 takes an IP address, not “%2”.").arg(u"--"_s + option, shortened(address)));
        }
    }
    for (const bool ipv6 : {false, true}) {
        const QString automatic = ipv6 ? u"auto6"_s : u"dhcp"_s;
        if (arguments.has(automatic) && !ofFamily(arguments.values(u"ip"_s), ipv6).isEmpty())
            //: @error %1 and %2 options
            return usageError(Words::tr("--%1 and %2 cannot be combined.")
                                  .arg(automatic, ipv6 ? u"--ip (IPv6)"_s : u"--ip (IPv4)"_s));
        if (ofFamily(arguments.values(u"gateway"_s), ipv6).size() > 1)
            return usageError(Words::tr("A bond has one gateway of each family."));
    }
    return {};
}

/// One family of the bond: what was not mentioned stays.
IpConfig withAddresses(IpConfig config, const Arguments &arguments, bool ipv6)
{
    const QStringList addresses = ofFamily(arguments.values(u"ip"_s), ipv6);
    const QStringList gateway = ofFamily(arguments.values(u"gateway"_s), ipv6);
    const QStringList dns = ofFamily(arguments.values(u"dns"_s), ipv6);
    if (arguments.has(u"no-ip"_s))
        return {};
    if (arguments.has(ipv6 ? u"auto6"_s : u"dhcp"_s)) {
        config = {};
        config.method = IpMethod::Auto;
    }
    if (!addresses.isEmpty()) {
        config.method = IpMethod::Manual;
        config.addresses = addresses;
    }
    if (!gateway.isEmpty())
        config.gateway = gateway.first();
    if (!dns.isEmpty())
        config.dns = dns;
    return config;
}

bool hasAny(const Arguments &arguments, const QStringList &names)
{
    return std::any_of(names.begin(), names.end(), [&](const QString &name) { return arguments.has(name); });
}

} // namespace

QList<const OptionSpec *> settableOptions(std::optional<Mode> mode)
{
    QList<const OptionSpec *> found;
    for (const OptionSpec &spec : allOptions()) {
        if (isLasting(spec) && (!mode || acceptsMode(spec, *mode)))
            found.append(&spec);
    }
    return found;
}

QList<Option> bondOptions()
{
    //: @info what an option does
    Option mode{u"mode"_s, Words::tr("bonding mode, by name or number"), takes::of(Value::Kind::Mode, u"MODE"_s)};
    //: @info what an option does
    Option ip{u"ip"_s, Words::tr("address with its prefix length, IPv4 or IPv6"), takes::text(u"ADDRESS/LENGTH"_s)};
    //: @info what an option does
    Option gateway{u"gateway"_s, Words::tr("default gateway"), takes::text(u"ADDRESS"_s)};
    //: @info what an option does
    Option dns{u"dns"_s, Words::tr("DNS server"), takes::text(u"ADDRESS"_s)};
    ip.isRepeatable = gateway.isRepeatable = dns.isRepeatable = true;
    //: @info what an option does
    Option dhcp{u"dhcp"_s, Words::tr("get IPv4 addresses by DHCP")};
    //: @info what an option does
    Option auto6{u"auto6"_s, Words::tr("get IPv6 addresses from routers and DHCPv6")};
    //: @info what an option does
    Option noIp{u"no-ip"_s, Words::tr("no addresses, for a bond below a bridge or VLANs")};
    noIp.insteadOf = u"ip"_s;
    //: @info what an option does
    Option mtu{u"mtu"_s, Words::tr("largest packet in bytes"), takes::number(u"BYTES"_s, 68, 65'535)};
    return {mode, ip, noIp, gateway, dns, dhcp, auto6, mtu};
}

Word settingWord(int minimum)
{
    return {takes::of(Value::Kind::Setting, u"NAME=VALUE"_s),
            //: @info what an argument is
            Words::tr("an option of the driver; an empty value resets it"), minimum, -1};
}

Result<void> checkBondArguments(const Arguments &arguments)
{
    for (const QString &setting : arguments.words().mid(1)) {
        if (const auto parsed = parseSetting(setting, {}); !parsed)
            return tl::unexpected(parsed.error());
    }
    return checkAddresses(arguments);
}

Result<void> applyBondOptions(PlanDraft &draft, const Arguments &arguments)
{
    if (const auto mode = modeFromText(arguments.value(u"mode"_s)))
        draft.setMode(*mode);
    if (arguments.has(u"mtu"_s))
        draft.setMtu(quint32(arguments.number(u"mtu"_s, 0)));
    if (!hasAny(arguments, {u"ip"_s, u"gateway"_s, u"dns"_s, u"dhcp"_s, u"auto6"_s, u"no-ip"_s}))
        return {};
    const IpConfig ipv4 = withAddresses(draft.ipv4(), arguments, false);
    const IpConfig ipv6 = withAddresses(draft.ipv6(), arguments, true);
    for (const IpConfig *config : {&ipv4, &ipv6}) {
        if (!config->gateway.isEmpty() && config->method != IpMethod::Manual)
            return usageError(
                Words::tr("The gateway %1 needs an address of its family: --ip.").arg(config->gateway.text()),
                Words::tr("Where addresses come automatically, the gateway does too."));
    }
    // A value equal to the draft's proposal would not count as chosen, and the next proposal would replace it.
    IpConfig other = ipv4;
    other.method = ipv4.method == IpMethod::Disabled ? IpMethod::LinkLocal : IpMethod::Disabled;
    draft.setIpv4(other);
    draft.setIpv4(ipv4);
    draft.setIpv6(ipv6);
    return {};
}

Result<void> applyToNewBond(PlanDraft &draft, const Arguments &arguments)
{
    const QStringList slaves = arguments.values(u"slave"_s);
    if (!hasAny(arguments, {u"ip"_s, u"dhcp"_s, u"auto6"_s, u"no-ip"_s}))
        draft.setSlaves(slaves); // what they have is proposed, and not yet chosen
    return applyBondOptions(draft, arguments).map([&] { draft.setSlaves(slaves); });
}

Result<void> applySettings(PlanDraft &draft, const QStringList &settings)
{
    QList<Setting> parsed;
    for (const QString &text : settings) {
        const auto setting = parseSetting(text, draft.mode());
        if (!setting)
            return tl::unexpected(setting.error());
        parsed.append(*setting);
    }
    if (const auto good = chooseMonitoring(draft, parsed); !good)
        return good;
    for (const Setting &setting : parsed)
        draft.setOption(setting.spec->name, setting.value);
    const BondPlan plan = draft.plan();
    for (const Setting &setting : parsed) {
        // "arp_interval=0" beside miimon says what is so anyway.
        const bool asksForEffect = !setting.value.isEmpty() && setting.value != setting.spec->defaultValue;
        if (asksForEffect && !plan.options.isSet(setting.spec->name))
            return usageError(
                draft.monitoring() == MonitoringKind::Arp
                    //: @error %1 an option
                    ? Words::tr("“%1” has no effect while links are monitored by ARP.").arg(setting.spec->name)
                    //: @error %1 an option
                    : Words::tr("“%1” has no effect while links are monitored by MII.").arg(setting.spec->name),
                draft.monitoring() == MonitoringKind::Arp
                    //: @info hint
                    ? Words::tr("Use miimon instead of arp_interval, for example: miimon=100")
                    //: @info hint
                    : Words::tr("Set arp_interval too, for example: arp_interval=1000"));
    }
    return {};
}

} // namespace bondwright::cli
