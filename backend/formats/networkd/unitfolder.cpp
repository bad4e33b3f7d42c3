// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/unitfolder.h"

#include "domain/errorcode.h"
#include "domain/macaddress.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::networkd
{

namespace
{

QString folderOfRank(int rank)
{
    return UnitFolder::folders().at(rank);
}

bool isPattern(const QString &name)
{
    static const QRegularExpression special(u"[*?\\[!\\\\]"_s);
    return name.contains(special);
}

/// fnmatch() with the usual "*", "?" and "[…]".
bool fits(const QString &pattern, const QString &name)
{
    if (!isPattern(pattern))
        return pattern == name;
    return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern)).match(name).hasMatch();
}

QList<MacAddress> macsOf(const QStringList &texts)
{
    QList<MacAddress> macs;
    for (const QString &text : texts)
        macs.append(MacAddress::fromString(text));
    return macs;
}

} // namespace

bool fitsAny(const QStringList &patterns, const QString &text)
{
    bool hasPositive = false;
    bool isFit = false;
    for (const QString &pattern : patterns) {
        const bool isTurned = pattern.startsWith(u'!');
        const bool isThis = !text.isNull() && fits(isTurned ? pattern.sliced(1) : pattern, text);
        if (isTurned && isThis)
            return false;
        hasPositive = hasPositive || !isTurned;
        isFit = isFit || isThis;
    }
    return isFit || !hasPositive;
}

bool isInRun(const QString &path)
{
    return path.startsWith(folderOfRank(1) + u'/');
}

bool isInEtc(const QString &path)
{
    return path.startsWith(folderOfRank(0) + u'/');
}

QStringList Unit::paths() const
{
    QStringList all;
    for (const UnitSource &source : sources)
        all.append(source.path);
    return all;
}

QList<UnitValue> Unit::said(const QString &section, const QString &key) const
{
    QList<UnitValue> found;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        for (const Assignment &a : sources.at(i).file.assignments()) {
            if (a.section == section && a.key == key)
                found.append({a.value, u"%1:%2"_s.arg(sources.at(i).path).arg(a.line), {i, a.line}});
        }
    }
    return found;
}

QStringList Unit::values(const QString &section, const QString &key) const
{
    QStringList found;
    for (const UnitValue &value : said(section, key)) {
        if (value.text.isEmpty())
            found.clear();
        else
            found.append(value.text);
    }
    return found;
}

QString Unit::value(const QString &section, const QString &key) const
{
    const QStringList all = values(section, key);
    return all.isEmpty() ? QString() : all.last();
}

QStringList Unit::words(const QString &section, const QString &key) const
{
    QStringList found;
    for (const QString &value : values(section, key))
        found += wordsOf(value);
    return found;
}

QStringList Unit::patterns(const QString &key) const
{
    QStringList found;
    for (const QString &value : values(u"Match"_s, key)) {
        const bool isTurned = value.startsWith(u'!');
        for (const QString &word : wordsOf(isTurned ? value.sliced(1) : value))
            found.append(isTurned ? u'!' + word : word);
    }
    return found;
}

QList<UnitObject> Unit::each(const QString &section) const
{
    QList<UnitObject> found;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const UnitSource &source = sources.at(i);
        int instance = -1;
        for (const Assignment &a : source.file.assignments()) {
            if (a.section != section)
                continue;
            if (a.instance != instance)
                found.append({{}, {}, a.instance, {i, a.line}});
            instance = a.instance;
            found.last().values.insert(a.key, a.value);
            found.last().places.insert(a.key, u"%1:%2"_s.arg(source.path).arg(a.line));
        }
    }
    return found;
}

QString Unit::placeOf(const QString &section, const QString &key) const
{
    const QList<UnitValue> all = said(section, key);
    return all.isEmpty() ? path() : all.last().place;
}

std::optional<bool> Unit::boolean(const QString &section, const QString &key) const
{
    static const QStringList yes{u"1"_s, u"yes"_s, u"y"_s, u"true"_s, u"t"_s, u"on"_s};
    static const QStringList no{u"0"_s, u"no"_s, u"n"_s, u"false"_s, u"f"_s, u"off"_s};
    const QString text = value(section, key).toLower();
    if (yes.contains(text))
        return true;
    return no.contains(text) ? std::optional(false) : std::nullopt;
}

QStringList Unit::hostsConditions()
{
    return {u"Host"_s,       u"Virtualization"_s, u"KernelCommandLine"_s, u"KernelVersion"_s,
            u"Credential"_s, u"Architecture"_s,   u"Firmware"_s,          u"Path"_s,
            u"Driver"_s,     u"Property"_s,       u"WLANInterfaceType"_s, u"SSID"_s,
            u"BSSID"_s};
}

QStringList UnitFolder::folders()
{
    return {u"/etc/systemd/network"_s, u"/run/systemd/network"_s, u"/usr/lib/systemd/network"_s};
}

bool UnitFolder::isUnit(const QString &path)
{
    const QString unit = path.endsWith(u".conf") ? folderOf(path).chopped(u".d"_s.size()) : path;
    return unit.endsWith(u".netdev") || unit.endsWith(u".network");
}

QStringList UnitFolder::dropInFolders(const FileSnapshot &snapshot)
{
    QSet<QString> names;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (folders().contains(folderOf(it.key())) && (it.key().endsWith(u".network") || it.key().endsWith(u".netdev")))
            names.insert(fileNameOf(it.key()));
    }
    QStringList wanted;
    for (const QString &folder : folders()) {
        for (const QString &name : std::as_const(names))
            wanted.append(folder + u'/' + name + u".d"_s);
    }
    wanted.sort();
    return wanted;
}

UnitFolder::UnitFolder(const FileSnapshot &snapshot)
    : m_snapshot(snapshot)
{
    m_netdevs = inForce(u".netdev"_s);
    m_networks = inForce(u".network"_s);
    for (const Unit &unit : std::as_const(m_netdevs)) {
        if (const QString name = unit.value(u"NetDev"_s, u"Name"_s); !m_netdevOf.contains(name))
            m_netdevOf.insert(name, &unit);
    }
}

QList<Unit> UnitFolder::inForce(const QString &suffix)
{
    QStringList names;
    const auto note = [&](const QString &path) {
        if (path.endsWith(suffix) && folders().contains(folderOf(path)))
            names.append(fileNameOf(path));
    };
    for (auto it = m_snapshot.files.cbegin(); it != m_snapshot.files.cend(); ++it)
        note(it.key());
    for (auto it = m_snapshot.unreadable.cbegin(); it != m_snapshot.unreadable.cend(); ++it)
        note(it.key());
    names.sort();
    names.removeDuplicates();
    QList<Unit> units;
    for (const QString &name : std::as_const(names)) {
        Unit unit = load(name);
        if (!unit.sources.isEmpty())
            units.append(std::move(unit));
    }
    return units;
}

Unit UnitFolder::load(const QString &name)
{
    Unit unit;
    unit.name = name;
    for (const QString &folder : folders()) {
        const QString path = folder + u'/' + name;
        if (const auto it = m_snapshot.unreadable.constFind(path); it != m_snapshot.unreadable.cend()) {
            // It hides the others as well. What else cannot be read is said for all formats.
            if (it->code == errorcode::filesSymlink)
                m_findings.append(finding(Severity::Advice, it->code, path, it->message, it->hint));
            return unit;
        }
        if (const FileState *state = m_snapshot.find(path)) {
            if (state->content.isEmpty())
                return unit;
            unit.sources.append({path, UnitFile(state->content)});
            break;
        }
    }
    QMap<QString, QString> dropIns; // name to path; the first folder's counts
    for (const QString &folder : folders()) {
        const QString inside = folder + u'/' + name + u".d/"_s;
        for (auto it = m_snapshot.files.lowerBound(inside);
             it != m_snapshot.files.cend() && it.key().startsWith(inside); ++it) {
            if (it.key().endsWith(u".conf") && !dropIns.contains(fileNameOf(it.key())))
                dropIns.insert(fileNameOf(it.key()), it.key());
        }
    }
    for (const QString &path : std::as_const(dropIns))
        unit.sources.append({path, UnitFile(m_snapshot.find(path)->content)});
    nameStrayLines(unit);
    const bool isRefused = std::any_of(unit.sources.cbegin(), unit.sources.cend(),
                                       [](const UnitSource &source) { return source.file.refusedLine(); });
    return isRefused || isForNothing(unit) ? Unit{name, {}} : unit;
}

/// Without a valid line in [Match] networkd passes over a .network, though systemd.network(5) says otherwise
/// (network_verify()).
bool UnitFolder::isForNothing(const Unit &unit)
{
    const auto isSaid = [&unit](const QString &key) { return !unit.values(u"Match"_s, key).isEmpty(); };
    const QStringList keys = QStringList{u"Name"_s, u"MACAddress"_s, u"PermanentMACAddress"_s, u"Type"_s, u"Kind"_s}
        + Unit::hostsConditions();
    if (!unit.name.endsWith(u".network") || unit.sources.isEmpty() || std::any_of(keys.cbegin(), keys.cend(), isSaid))
        return false;
    m_findings.append(finding(
        Severity::Warning, u"networkd.no-match"_s, unit.path(),
        QCoreApplication::translate(
            "formats", "systemd-networkd ignores this file: its [Match] section has no condition that it knows."),
        QCoreApplication::translate("formats", "Write there which interfaces are meant, “Name=*” for all.")));
    return true;
}

void UnitFolder::nameStrayLines(const Unit &unit)
{
    for (const UnitSource &source : unit.sources) {
        if (const auto line = source.file.refusedLine())
            m_findings.append(finding(
                Severity::Warning, u"networkd.refused-file"_s, u"%1:%2"_s.arg(source.path).arg(*line),
                QCoreApplication::translate("formats", "systemd-networkd refuses this line, and all of “%1” for it.")
                    .arg(unit.name),
                QCoreApplication::translate("formats", "Correct the line, or take it out.")));
        for (const int line : source.file.strayLines())
            m_findings.append(
                finding(Severity::Warning, u"networkd.stray-line"_s, u"%1:%2"_s.arg(source.path).arg(line),
                        QCoreApplication::translate("formats", "systemd-networkd ignores this line."),
                        QCoreApplication::translate("formats", "Write “Key=Value” below a “[Section]”.")));
    }
}

const Unit *UnitFolder::netdev(const QString &interface) const
{
    return m_netdevOf.value(interface);
}

bool UnitFolder::matches(const Unit &network, const QString &interface) const
{
    const QStringList names = network.patterns(u"Name"_s);
    if (!names.isEmpty() && !fitsAny(names, interface))
        return false;
    const MacAddress mac = m_snapshot.nicNames.key(interface);
    for (const QString &key : {u"PermanentMACAddress"_s, u"MACAddress"_s}) {
        const QList<MacAddress> macs = macsOf(network.words(u"Match"_s, key));
        if (!macs.isEmpty() && (mac.isEmpty() || !macs.contains(mac)))
            return false;
    }
    const Unit *made = netdev(interface);
    const QString kind = made ? made->value(u"NetDev"_s, u"Kind"_s) : QString();
    // The driver's DEVTYPE goes over "ether" (net_get_type_string()); of other kinds only the kernel knows whether they
    // have one.
    static const QStringList ownTypes{u"bond"_s, u"vlan"_s, u"bridge"_s, u"vxlan"_s};
    const QStringList types = network.patterns(u"Type"_s);
    const bool fitsKind = made && fitsAny(types, kind);
    if (!fitsKind && (ownTypes.contains(kind) || !fitsAny(types, u"ether"_s)))
        return false;
    return fitsAny(network.patterns(u"Kind"_s), kind); // Unit::hostsConditions() may be so
}

const Unit *UnitFolder::network(const QString &interface) const
{
    const auto it = std::find_if(m_networks.cbegin(), m_networks.cend(),
                                 [&](const Unit &unit) { return matches(unit, interface); });
    return it == m_networks.cend() ? nullptr : &*it;
}

QStringList UnitFolder::candidates(const Unit &network) const
{
    QStringList names;
    for (const QString &name : network.patterns(u"Name"_s)) {
        if (!isPattern(name))
            names.append(name);
    }
    for (const QString &name : m_snapshot.nicNames)
        names.append(name);
    names.removeDuplicates();
    names.removeIf([&](const QString &name) { return !matches(network, name); });
    return names;
}

} // namespace bondwright::formats::networkd
