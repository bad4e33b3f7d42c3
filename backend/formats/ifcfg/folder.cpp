// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/folder.h"

#include "domain/macaddress.h"
#include "formats/files/rootfolder.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/ifcfg/managertext.h"
#include "formats/naturalorder.h"
#include "formats/vlanonvlan.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

constexpr auto filePrefix = "ifcfg-"_L1;

template <std::size_t n>
bool isOneOf(const QString &value, const std::array<QLatin1StringView, n> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](QLatin1StringView w) { return value.compare(w, Qt::CaseInsensitive) == 0; });
}

/// 0: no id. Base 0 is strtoul's, as `ip` asks it to: 0100 is octal, 0x64 hexadecimal.
int vlanIdOf(const QString &text, int base = 10)
{
    const int id = text.toInt(nullptr, base);
    return id > 0 && id < 4095 ? id : 0;
}

/// What stands behind the dot of bond0.100, as ifup looks for it: '^.+\.[0-9]{1,4}$'. Empty: nothing of the kind.
QString numberOfName(const QString &device)
{
    const QString number = device.indexOf(u'.', 1) > 0 ? device.section(u'.', -1) : QString();
    const bool isNumber = !number.isEmpty() && number.size() <= 4
        && std::all_of(number.cbegin(), number.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? number : QString();
}

/// Kinds that ifup hands to scripts of their own, which know no slaves: ifup-ppp, -ippp, -sit, -tunnel, … By the TYPE
/// that the boot script greps for, else by the name.
bool isOtherKind(const IfcfgFile &file)
{
    static const QRegularExpression type(uR"(^\s*TYPE=["']?(xDSL|Modem|ISDN|IPSEC|CIPE|GRE6?|IPIP6?|SIT|sit|OVS))"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression name(uR"(^(ppp|ippp|isdn|sit|tunnel|plip|sl|cipcb)[0-9])"_s);
    return type.match(QString::fromUtf8(file.file.toBytes())).hasMatch()
        || name.match(fileNameOf(file.path).mid(filePrefix.size())).hasMatch();
}

} // namespace

QString scriptsFolder()
{
    return u"/etc/sysconfig/network-scripts"_s;
}

QString networkPath()
{
    return u"/etc/sysconfig/network"_s;
}

QString ifcfgPath(const QString &device)
{
    return scriptsFolder() + u'/' + filePrefix + device;
}

QString routePath(const QString &device, bool isV6)
{
    return scriptsFolder() + (isV6 ? u"/route6-"_s : u"/route-"_s) + device;
}

bool isIgnoredName(const QString &fileName, int release)
{
    static constexpr std::array ignored{"~"_L1,        ".bak"_L1,     ".orig"_L1,   ".rej"_L1,   ".rpmnew"_L1,
                                        ".rpmorig"_L1, ".rpmsave"_L1, ".augnew"_L1, ".augtmp"_L1};
    return !fileName.startsWith(filePrefix) || fileName == u"ifcfg-lo" || (release > 6 && fileName.endsWith(u".old"))
        || std::any_of(ignored.begin(), ignored.end(), [&](QLatin1StringView s) { return fileName.endsWith(s); });
}

bool isYes(const QString &value)
{
    static constexpr std::array words{"yes"_L1, "true"_L1, "on"_L1, "1"_L1, "y"_L1, "t"_L1};
    return isOneOf(value, words);
}

bool isNo(const QString &value)
{
    static constexpr std::array words{"no"_L1, "false"_L1, "off"_L1, "0"_L1, "n"_L1, "f"_L1};
    return isOneOf(value, words);
}

int vlanIdOfName(const QString &device)
{
    const bool isNumbered = device.startsWith(u"vlan");
    return vlanIdOf(isNumbered ? device.mid(4) : device.contains(u'.') ? device.section(u'.', -1) : QString());
}

bool IfcfgFile::isRange() const
{
    return fileNameOf(path).contains(u"-range");
}

Folder::Folder(const FileSnapshot &snapshot, const Dialect &dialect)
    : m_snapshot(snapshot)
    , m_dialect(dialect)
    , m_module(snapshot, dialect)
{
    if (const FileState *network = snapshot.find(networkPath()))
        m_network = ShellFile(network->content);
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (folderOf(it.key()) != scriptsFolder() || isIgnoredName(fileNameOf(it.key()), dialect.release))
            continue;
        IfcfgFile file{it.key(), ShellFile(it->content), {}};
        file.device = deviceOf(file);
        m_files.append(file);
    }
    // A file without DEVICE is for the NIC that another file names together with the same MAC.
    for (IfcfgFile &file : m_files) {
        const QString mac = file.device.isEmpty() ? file.text("HWADDR").toLower() : QString();
        const auto named = std::find_if(m_files.cbegin(), m_files.cend(), [&mac](const IfcfgFile &other) {
            return !mac.isEmpty() && !other.device.isEmpty() && other.text("HWADDR").toLower() == mac;
        });
        if (named != m_files.cend())
            file.device = named->device;
    }
    findVlanParents();
    for (const IfcfgFile &file : std::as_const(m_files)) {
        // The file of that name first: two files may claim one device.
        if (!file.device.isEmpty() && (!m_byDevice.contains(file.device) || file.path == ifcfgPath(file.device)))
            m_byDevice.insert(file.device, &file);
        if (isBond(file) && !m_bonds.contains(file.device))
            m_bonds.append(file.device);
    }
    std::sort(m_bonds.begin(), m_bonds.end(), naturalLess);
}

QString Folder::deviceOf(const IfcfgFile &file) const
{
    if (const QString named = file.text("DEVICE"); !named.isEmpty())
        return named;
    const MacAddress mac = MacAddress::fromString(file.text("HWADDR"));
    if (!mac.isEmpty())
        return m_snapshot.nicNames.value(mac);
    if (isVlan(file) && !file.text("PHYSDEV").isEmpty() && vlanId(file) > 0)
        return u"%1.%2"_s.arg(file.text("PHYSDEV")).arg(vlanId(file));
    if (file.isRange()) // ifcfg-bond0-range0 has no DEVICE
        return fileNameOf(file.path).mid(filePrefix.size()).section(u"-range"_s, 0, 0) + u":range"_s;
    return fileNameOf(file.path).mid(filePrefix.size());
}

const IfcfgFile *Folder::find(const QString &device) const
{
    return m_byDevice.value(device);
}

QString Folder::routePathOf(const QString &device, bool isV6) const
{
    const QString usual = routePath(device, isV6);
    const IfcfgFile *file = find(device);
    const QString own = file ? routePath(fileNameOf(file->path).mid(filePrefix.size()), isV6) : usual;
    // NetworkManager reads the one that is called like the ifcfg file, ifup-routes both.
    const bool isOwnOnly = file && !isReadByService(*file) && !m_dialect.isAssumed;
    return isOwnOnly || (!m_snapshot.find(usual) && m_snapshot.find(own)) ? own : usual;
}

const IfcfgFile *Folder::findByMac(const MacAddress &mac) const
{
    const auto it = std::find_if(m_files.cbegin(), m_files.cend(), [&](const IfcfgFile &file) {
        return !mac.isEmpty() && MacAddress::fromString(file.text("HWADDR")) == mac;
    });
    return it == m_files.cend() ? nullptr : &*it;
}

QList<IfcfgFile> Folder::allAliasesOf(const QString &device) const
{
    QList<IfcfgFile> aliases;
    std::copy_if(m_files.cbegin(), m_files.cend(), std::back_inserter(aliases),
                 [&](const IfcfgFile &file) { return file.isAlias() && file.baseDevice() == device; });
    std::sort(aliases.begin(), aliases.end(),
              [](const IfcfgFile &a, const IfcfgFile &b) { return naturalLess(a.device, b.device); });
    return aliases;
}

QList<IfcfgFile> Folder::aliasesOf(const QString &device) const
{
    QList<IfcfgFile> aliases = allAliasesOf(device);
    aliases.removeIf([this](const IfcfgFile &file) {
        const QString text = file.text("ONPARENT");
        // NetworkManager does not look at it.
        return isReadByService(file) ? text == u"no" || text == u"NO"
                                     : m_dialect.isAssumed && text.compare(u"no", Qt::CaseInsensitive) == 0;
    });
    return aliases;
}

bool Folder::isReadByService(const IfcfgFile &file) const
{
    return m_dialect.readByService() || isNo(file.text("NM_CONTROLLED"));
}

bool Folder::isBond(const IfcfgFile &file) const
{
    if (file.isAlias() || file.device.isEmpty())
        return false;
    const QString type = file.text("TYPE").toLower();
    if (type == u"bond" || type == u"bonding")
        return true;
    // NetworkManager: BONDING_MASTER=yes without TYPE; TYPE=Ethernet with BONDING_OPTS as the scripts have it.
    if (!type.isEmpty() && type != u"ethernet")
        return false;
    return isYes(file.text("BONDING_MASTER")) || file.file.contains("BONDING_OPTS") || m_module.names(file.device);
}

QStringList Folder::moduleWords(const QString &bond) const
{
    const IfcfgFile *asked = find(bond);
    // With BONDING_OPTS the driver is loaded by its own name, not by the bond's.
    const bool isByName = !asked || asked->text("BONDING_OPTS").isEmpty();
    if (const QStringList own = m_module.installed(bond); isByName && !own.isEmpty())
        return own;
    QStringList words = m_module.options(u"bonding"_s); // each bond that is made takes them over
    const QString first = bonds().value(0);
    const IfcfgFile *file = find(first);
    if (file && file->text("BONDING_OPTS").isEmpty() && m_module.hasAlias(first))
        words += m_module.options(first);
    return words;
}

bool Folder::namesMaster(const IfcfgFile &file, const QString &bond) const
{
    if (file.isAlias() || file.device == bond)
        return false;
    const QString named = file.text("MASTER");
    if (named == bond)
        return true;
    const IfcfgFile *master = find(bond);
    const QString uuid = master ? master->text("UUID") : QString();
    return !uuid.isEmpty() && (named == uuid || file.text("MASTER_UUID") == uuid);
}

bool Folder::saysYes(const IfcfgFile &file, const QByteArray &key) const
{
    // ifup compares SLAVE and VLAN with "yes"; NetworkManager takes every word of that meaning.
    return isReadByService(file) ? file.text(key) == u"yes" : isYes(file.text(key));
}

bool Folder::mayBeSlave(const IfcfgFile &file) const
{
    if (file.isAlias() || isOtherKind(file))
        return false;
    // NetworkManager runs nothing: what it reads is in the lines.
    if (!isReadByService(file) && !m_dialect.isAssumed && file.text("MASTER").isEmpty()) {
        const QMap<QByteArray, QByteArray> values = managerValues(file.file.toBytes());
        if (values.value("MASTER").isEmpty() && values.value("MASTER_UUID").isEmpty())
            return false;
    }
    if (file.file.problems().unclear == 0)
        return file.file.isUncertain("MASTER") || (file.file.isUncertain("SLAVE") && !file.text("MASTER").isEmpty());
    return !file.file.contains("IPADDR") && !file.file.contains("BONDING_OPTS");
}

bool Folder::isSlaveOf(const IfcfgFile &file, const QString &bond) const
{
    // NetworkManager takes MASTER alone; for the scripts it is nothing without SLAVE.
    return namesMaster(file, bond) && (saysYes(file, "SLAVE") || !isReadByService(file));
}

bool Folder::isVlan(const IfcfgFile &file) const
{
    return saysYes(file, "VLAN") || (!isReadByService(file) && file.text("TYPE").toLower() == u"vlan");
}

QString Folder::vidOf(const IfcfgFile &file) const
{
    return m_dialect.isAssumed || (isReadByService(file) && m_dialect.release >= 6) ? file.text("VID") : QString();
}

int Folder::vlanId(const IfcfgFile &file) const
{
    return vlanId(file, readerOf(file));
}

int Folder::vlanId(const IfcfgFile &file, Reader reader) const
{
    const QString device
        = file.text("DEVICE").isEmpty() ? fileNameOf(file.path).mid(filePrefix.size()) : file.text("DEVICE");
    const QString vid = vidOf(file);
    const QString ofManager = file.text("VLAN_ID");
    if (reader == Reader::NetworkService) {
        // `ip` gets the number as it is written; vconfig of release 5 reads it with atoi(), and knows no VID.
        const int base = m_dialect.release >= 6 ? 0 : 10;
        const QString number = numberOfName(device);
        return !vid.isEmpty()   ? vlanIdOf(vid, base)
            : !number.isEmpty() ? vlanIdOf(number, base)
                                : vlanIdOf(device.startsWith(u"vlan") ? device.mid(4) : QString());
    }
    if (!ofManager.isEmpty() || !vid.isEmpty())
        return vlanIdOf(ofManager.isEmpty() ? vid : ofManager);
    // NetworkManager takes the part after the first dot, which must be a number.
    const bool hasDot = device.contains(u'.');
    if (hasDot && m_dialect.isAssumed)
        return vlanIdOfName(device);
    return vlanIdOf(hasDot ? device.section(u'.', 1) : device.startsWith(u"vlan") ? device.mid(4) : QString());
}

void Folder::findVlanParents()
{
    QHash<QString, QString> byUuid;
    for (const IfcfgFile &file : m_files)
        byUuid.insert(file.text("UUID"), file.device);
    byUuid.remove(QString());
    for (const IfcfgFile &file : m_files) {
        if (file.isAlias() || !isVlan(file))
            continue;
        const bool isByService = isReadByService(file);
        const QString named = file.text("PHYSDEV");
        // With the scripts the name bond0.100 tells the parent, whatever PHYSDEV says, unless there is a VID.
        if (isByService ? numberOfName(file.device).isEmpty() || !vidOf(file).isEmpty() : !named.isEmpty())
            m_vlanParents.insert(file.path, byUuid.value(named, named));
        else if (file.device.contains(u'.'))
            m_vlanParents.insert(file.path, file.device.section(u'.', 0, isByService || m_dialect.isAssumed ? -2 : 0));
    }
}

bool Folder::isVlanOn(const IfcfgFile &file, const QString &bond) const
{
    return !bond.isEmpty() && vlanParent(file) == bond;
}

QByteArray Folder::bridgeKey(const IfcfgFile &file) const
{
    const bool isByUuid = !isReadByService(file) && !file.text("BRIDGE_UUID").isEmpty();
    return isByUuid ? "BRIDGE_UUID" : "BRIDGE";
}

QString Folder::bridgeOf(const IfcfgFile &file) const
{
    const QString named = file.text(bridgeKey(file));
    const auto bridge = std::find_if(m_files.cbegin(), m_files.cend(), [&named](const IfcfgFile &other) {
        return !named.isEmpty() && other.text("UUID") == named;
    });
    return bridge == m_files.cend() ? named : bridge->device;
}

bool Folder::isOnBoot(const IfcfgFile &file) const
{
    const QString text = file.text("ONBOOT");
    // The boot script greps for what begins with "no", in release 8 asks is_false; NetworkManager takes every word of
    // that meaning.
    const bool isGrep = isReadByService(file) && m_dialect.release < 8;
    return isGrep ? !text.startsWith(u"no", Qt::CaseInsensitive) : !isNo(text);
}

QList<IfcfgFile> Folder::slavesOf(const QString &bond) const
{
    QList<IfcfgFile> slaves;
    std::copy_if(m_files.cbegin(), m_files.cend(), std::back_inserter(slaves),
                 [&](const IfcfgFile &file) { return isSlaveOf(file, bond); });
    const IfcfgFile *master = find(bond);
    const QStringList order
        = master ? master->file.remark(orderRemark).value_or(QString()).split(u' ', Qt::SkipEmptyParts) : QStringList();
    const auto rank = [&](const IfcfgFile &file) {
        const qsizetype at = order.indexOf(file.device);
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(slaves.begin(), slaves.end(),
                     [&](const IfcfgFile &a, const IfcfgFile &b) { return rank(a) < rank(b); });
    return slaves;
}

QList<IfcfgFile> Folder::vlansOn(const QString &bond) const
{
    QList<IfcfgFile> vlans;
    std::copy_if(m_files.cbegin(), m_files.cend(), std::back_inserter(vlans),
                 [&](const IfcfgFile &file) { return isVlanOn(file, bond); });
    std::stable_sort(vlans.begin(), vlans.end(),
                     [this](const IfcfgFile &a, const IfcfgFile &b) { return vlanId(a) < vlanId(b); });
    return vlans;
}

QList<IfcfgFile> Folder::vlansAbove(const QString &bond) const
{
    QList<IfcfgFile> above;
    const auto namesOn = [this](const QString &parent) {
        QStringList names;
        for (const IfcfgFile &vlan : vlansOn(parent))
            names.append(vlan.device);
        return names;
    };
    for (const StackedVlan &vlan : stackedVlans(bond, namesOn))
        above.append(*find(vlan.name));
    return above;
}

} // namespace bondwright::formats::ifcfg
