// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/filejudge.h"

#include "formats/findinglist.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifupdown
{

namespace
{

/// Whether ifupdown has that family with that method (its *.defn).
bool isKnownMethod(const QString &family, const QString &method)
{
    static const QMap<QString, QStringList> methods{
        {u"inet"_s,
         {u"loopback"_s, u"static"_s, u"manual"_s, u"dhcp"_s, u"bootp"_s, u"tunnel"_s, u"ppp"_s, u"wvdial"_s,
          u"ipv4ll"_s}},
        {u"inet6"_s,
         {u"loopback"_s, u"auto"_s, u"static"_s, u"manual"_s, u"dhcp"_s, u"tunnel"_s, u"v4tunnel"_s, u"6to4"_s}},
        {u"ipx"_s, {u"static"_s, u"dynamic"_s}},
        {u"can"_s, {u"static"_s}},
        {u"meta"_s, {u"none"_s}}};
    return methods.value(family).contains(method);
}

/// Lines at which ifupdown stops reading (config.c).
QList<int> refusedLines(const InterfacesFile &file, const InterfacesTree &tree)
{
    QList<int> lines = file.strayLines();
    for (const Stanza &stanza : file.stanzas()) {
        if (stanza.keyword != u"iface")
            continue;
        const QString base = stanza.base();
        const bool isRefused = stanza.words.contains(u"inherits"_s)
            ? tree.ifacesOf(base).isEmpty()
            : !isKnownMethod(stanza.words.value(1), stanza.words.value(2));
        if (isRefused)
            lines.append(stanza.line);
        for (const StanzaOption &option : stanza.options) {
            if (option.value.isEmpty())
                lines.append(option.line);
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Lines that no plan comes from.
void nameStrayLines(const QString &path, const InterfacesFile &file, const InterfacesTree &tree,
                    QList<Finding> *findings)
{
    const bool isIfupdown2 = tree.isIfupdown2();
    for (const int line : isIfupdown2 ? QList<int>() : refusedLines(file, tree))
        findings->append(finding(
            Severity::Warning, u"ifupdown.stray-line"_s, u"%1:%2"_s.arg(path).arg(line),
            path == InterfacesTree::mainPath()
                ? QCoreApplication::translate("formats", "ifup refuses this line, and the whole file for it.")
                : QCoreApplication::translate("formats", "ifup refuses this line, and what follows it in the file."),
            QCoreApplication::translate("formats", "Correct the line, or take it out.")));
    static const QRegularExpression templates(u"^[ \\t]*%|\\$\\{"_s, QRegularExpression::MultilineOption);
    if (isIfupdown2 && templates.match(QString::fromUtf8(file.text())).hasMatch())
        findings->append(finding(
            Severity::Warning, u"ifupdown.template"_s, path,
            QCoreApplication::translate("formats", "What the templates (%) in this file make only ifupdown2 knows."),
            QCoreApplication::translate("formats", "Look at what “ifquery -a” prints.")));
}

} // namespace

void judgeFiles(const InterfacesTree &tree, QList<Finding> *findings)
{
    for (const auto &[path, file] : tree.files())
        nameStrayLines(path, file, tree, findings);
}

void nameMappings(const BondPlan &plan, const InterfacesTree &tree, QList<Finding> *findings)
{
    QStringList interfaces = QStringList(plan.name) + plan.slaveNames();
    for (const VlanPlan &vlan : plan.vlans)
        interfaces.append(vlan.interfaceName(plan.name));
    for (const QString &interface : std::as_const(interfaces)) {
        for (const StanzaPlace &place : tree.mappingsOf(interface)) {
            const Stanza &mapping = tree.at(place);
            findings->append(finding(
                Severity::Warning, u"ifupdown.mapping"_s, u"%1:%2"_s.arg(place.path).arg(mapping.line),
                QCoreApplication::translate("formats", "ifup lets “%1” choose the stanza of %2: it may be another one.")
                    .arg(mapping.value(u"script"_s), interface),
                QCoreApplication::translate("formats", "Take the mapping out if it is not needed.")));
        }
    }
}

} // namespace bondwright::formats::ifupdown
