// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/yaml/netplanchange.h"

#include "domain/options.h"
#include "formats/yaml/netplanroutes.h"
#include "formats/yaml/netplanyaml.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::formats::netplan
{

using yaml::Node;

namespace
{

/// Of a definition: what two plans make of it.
struct Difference {
    IpPair ipBefore;
    IpPair ipWanted;
    QList<yaml::Entry> before;
    QList<yaml::Entry> wanted;
};

const VlanPlan *find(const BondPlan &plan, const QString &name)
{
    const auto it = std::find_if(plan.vlans.cbegin(), plan.vlans.cend(),
                                 [&](const VlanPlan &vlan) { return vlan.interfaceName(plan.name) == name; });
    return it == plan.vlans.cend() ? nullptr : &*it;
}

bool isSame(const Node &a, const Node &b)
{
    return yaml::textOf(a) == yaml::textOf(b);
}

/// They are changed one by one.
Node takeParameters(QList<yaml::Entry> *entries)
{
    const Node parameters = Node::ofMap(*entries).at(u"parameters");
    entries->removeIf([](const yaml::Entry &entry) { return entry.key == u"parameters"; });
    return parameters;
}

QList<Setting> changedEntries(const QStringList &definition, const Difference &difference, const Definitions &in)
{
    QList<Setting> settings;
    const Node present = in.at(definition);
    const Node before = Node::ofMap(difference.before);
    for (yaml::Entry entry : difference.wanted) {
        const bool isOther = isOtherGateway(entry.key, difference.ipBefore, difference.ipWanted);
        if (isSame(before.at(entry.key), entry.value) && !(isOther && present.contains(entry.key)))
            continue;
        if (entry.key == u"routes")
            entry.value = changedRoutes(present, difference.ipBefore, difference.ipWanted);
        if (entry.key == u"addresses")
            entry.value = changedAddresses(present, entry.value);
        if (entry.key != u"routes" || !entry.value.says(present.at(entry.key)))
            settings.append({definition + QStringList(entry.key), entry.value});
    }
    return settings;
}

QList<Setting> changedParameters(const BondPlan &plan, const BondPlan &old, const Node &before, const Node &wanted,
                                 const Definitions &in)
{
    QList<Setting> settings;
    for (const OptionSpec &spec : allOptions()) {
        const OptionSpelling *spelling = spellingOf(spec, FileFormat::Netplan);
        if (!spelling)
            continue;
        const QStringList path{u"bonds"_s, plan.name, u"parameters"_s, spelling->key};
        const bool isRounded = isRoundedAnew(spec.name, old.options, plan.options) && in.isSaid(path);
        if (!isSame(wanted.at(spelling->key), before.at(spelling->key)) || isRounded)
            settings.append({path, wanted.at(spelling->key)});
    }
    const QStringList whole{u"bonds"_s, plan.name, u"parameters"_s};
    Node present = in.at(whole.mid(0, 2)).at(whole.last());
    if (settings.isEmpty() || !present.isFlow || present.entries.isEmpty())
        return settings;
    // Within braces none can be set alone.
    present.isFlow = false;
    for (const Setting &setting : std::as_const(settings))
        present = present.with({setting.path.last()}, setting.value);
    return {{whole, present}};
}

QList<Setting> changedVlans(const BondPlan &plan, const BondPlan &old, const Definitions &in)
{
    QList<Setting> settings;
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlan.interfaceName(plan.name);
        Difference difference{{}, {vlan.ipv4, vlan.ipv6}, {}, vlanEntries(plan, vlan, in.isByNetworkd)};
        if (const VlanPlan *former = find(old, name)) {
            difference.ipBefore = {former->ipv4, former->ipv6};
            difference.before = vlanEntries(old, *former, in.isByNetworkd);
        }
        settings += changedEntries({u"vlans"_s, name}, difference, in);
    }
    return settings + withoutVlans(plan, old);
}

} // namespace

QList<Setting> withoutVlans(const BondPlan &plan, const BondPlan &old)
{
    QList<Setting> settings;
    for (const VlanPlan &vlan : old.vlans) {
        const QString name = vlan.interfaceName(old.name);
        if (!find(plan, name))
            settings.append({{u"vlans"_s, name}, Node()});
    }
    return settings;
}

QList<Setting> settingsFor(const BondPlan &plan, const BondPlan &old, const Definitions &present,
                           QList<Finding> *findings)
{
    QList<Finding> ofOld;
    Difference difference{{old.ipv4, old.ipv6},
                          {plan.ipv4, plan.ipv6},
                          bondEntries(old, present.idOf, present.program, present.isByNetworkd, &ofOld),
                          bondEntries(plan, present.idOf, present.program, present.isByNetworkd, findings)};
    const Node parametersBefore = takeParameters(&difference.before);
    const Node parameters = takeParameters(&difference.wanted);
    for (yaml::Entry &entry : difference.wanted) {
        if (entry.key == u"interfaces" && !isSame(entry.value, Node::ofMap(difference.before).at(entry.key)))
            entry.value = Node::ofStrings(entry.value.strings() + present.unnamedPorts, true);
    }
    return changedParameters(plan, old, parametersBefore, parameters, present)
        + changedEntries({u"bonds"_s, plan.name}, difference, present) + changedVlans(plan, old, present);
}

Result<void> setIn(yaml::Editor *editor, const Setting &setting)
{
    const QStringList path = QStringList(u"network"_s) + setting.path;
    if (auto done = editor->set(path, setting.value); !done || !setting.value.isNull() || setting.path.size() < 2)
        return done;
    // netplan takes no mapping without entries.
    const QStringList section = path.mid(0, 2);
    const auto root = yaml::parse(editor->text());
    if (!root || !root->at(section).entries.isEmpty())
        return {};
    return editor->set(section, Node());
}

} // namespace bondwright::formats::netplan
