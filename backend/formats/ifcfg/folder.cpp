// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/folder.h"

#include "formats/files/rootfolder.h"
#include "formats/modprobe/modprobefile.h"
#include "formats/naturalorder.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

constexpr auto filePrefix = "ifcfg-"_L1;

bool isModprobePath(const QString &path)
{
    return path == u"/etc/modprobe.conf" || (folderOf(path) == u"/etc/modprobe.d" && path.endsWith(u".conf"));
}

} // namespace

QString scriptsFolder()
{
    return u"/etc/sysconfig/network-scripts"_s;
}

QString ifcfgPath(const QString &device)
{
    return scriptsFolder() + u'/' + filePrefix + device;
}

QString routePath(const QString &device, bool isV6)
{
    return scriptsFolder() + (isV6 ? u"/route6-"_s : u"/route-"_s) + device;
}

bool isIgnoredName(const QString &fileName)
{
    static constexpr std::array ignored{"~"_L1,       ".bak"_L1,     ".old"_L1,     ".orig"_L1,   ".rej"_L1,
                                        ".rpmnew"_L1, ".rpmorig"_L1, ".rpmsave"_L1, ".augnew"_L1, ".augtmp"_L1};
    return !fileName.startsWith(filePrefix) || fileName == u"ifcfg-lo"
        || std::any_of(ignored.begin(), ignored.end(), [&](QLatin1StringView s) { return fileName.endsWith(s); });
}

bool isYes(const QString &value)
{
    static constexpr std::array words{"yes"_L1, "true"_L1, "on"_L1, "1"_L1, "y"_L1, "t"_L1};
    return std::any_of(words.begin(), words.end(),
                       [&](QLatin1StringView w) { return value.compare(w, Qt::CaseInsensitive) == 0; });
}

QString IfcfgFile::device() const
{
    const QString named = file.text("DEVICE");
    return named.isEmpty() ? fileNameOf(path).mid(filePrefix.size()) : named;
}

QString IfcfgFile::baseDevice() const
{
    return device().section(u':', 0, 0);
}

bool IfcfgFile::isAlias() const
{
    return device().contains(u':');
}

Folder::Folder(const FileSnapshot &snapshot)
{
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (folderOf(it.key()) == scriptsFolder() && !isIgnoredName(fileNameOf(it.key()))) {
            IfcfgFile file{it.key(), ShellFile(it->content), {}};
            file.problems = file.file.problems();
            if (file.problems.isBroken)
                file.file.cutBroken();
            m_files.append(file);
        } else if (isModprobePath(it.key())) {
            m_aliases += ModprobeFile(it->content).aliasesOf("bonding");
        }
    }
}

const IfcfgFile *Folder::find(const QString &device) const
{
    // The file of that name first: two files may claim one device.
    const IfcfgFile *found = nullptr;
    for (const IfcfgFile &file : m_files) {
        if (file.device() == device && (!found || file.path == ifcfgPath(device)))
            found = &file;
    }
    return found;
}

const IfcfgFile *Folder::findByMac(const QString &mac) const
{
    const auto it = std::find_if(m_files.cbegin(), m_files.cend(), [&](const IfcfgFile &file) {
        return !mac.isEmpty() && file.file.text("HWADDR").toLower() == mac;
    });
    return it == m_files.cend() ? nullptr : &*it;
}

QList<IfcfgFile> Folder::aliasesOf(const QString &device) const
{
    QList<IfcfgFile> aliases;
    std::copy_if(m_files.cbegin(), m_files.cend(), std::back_inserter(aliases),
                 [&](const IfcfgFile &file) { return file.isAlias() && file.baseDevice() == device; });
    std::sort(aliases.begin(), aliases.end(),
              [](const IfcfgFile &a, const IfcfgFile &b) { return naturalLess(a.device(), b.device()); });
    return aliases;
}

bool Folder::isBond(const IfcfgFile &file) const
{
    if (file.isAlias())
        return false;
    const QString type = file.file.text("TYPE").toLower();
    if (type == u"bond" || type == u"bonding")
        return true;
    // NetworkManager: BONDING_MASTER=yes without TYPE; TYPE=Ethernet with BONDING_OPTS as the scripts have it.
    if (!type.isEmpty() && type != u"ethernet")
        return false;
    return isYes(file.file.text("BONDING_MASTER")) || file.file.contains("BONDING_OPTS")
        || m_aliases.contains(file.device().toUtf8());
}

bool Folder::isSlaveOf(const IfcfgFile &file, const QString &bond) const
{
    if (file.isAlias() || file.device() == bond)
        return false;
    if (const QString uuid = file.file.text("MASTER_UUID"); !uuid.isEmpty()) {
        const IfcfgFile *master = find(bond);
        if (master && master->file.text("UUID") == uuid)
            return true;
    }
    return file.file.text("MASTER") == bond;
}

int Folder::vlanId(const IfcfgFile &file)
{
    for (const char *key : {"VLAN_ID", "VID"}) {
        if (const int id = file.file.text(key).toInt(); id > 0 && id < 4095)
            return id;
    }
    const QString device = file.device();
    const bool isNumbered = device.startsWith(u"vlan");
    const int id = isNumbered ? device.mid(4).toInt() : device.section(u'.', -1).toInt();
    return (isNumbered || device.contains(u'.')) && id > 0 && id < 4095 ? id : 0;
}

bool Folder::isVlanOn(const IfcfgFile &file, const QString &bond) const
{
    if (file.isAlias() || !(isYes(file.file.text("VLAN")) || file.file.text("TYPE").toLower() == u"vlan"))
        return false;
    const QString parent = file.file.text("PHYSDEV");
    const QString device = file.device();
    if (parent.isEmpty())
        return device.section(u'.', 0, -2) == bond;
    const IfcfgFile *master = find(bond);
    return parent == bond || (master && parent == master->file.text("UUID"));
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
        const qsizetype at = order.indexOf(file.device());
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
                     [](const IfcfgFile &a, const IfcfgFile &b) { return vlanId(a) < vlanId(b); });
    return vlans;
}

} // namespace bondwright::formats::ifcfg
