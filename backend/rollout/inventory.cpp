// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/inventory.h"

#include "rollout/playbook.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <langinfo.h>
#include <locale.h>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

constexpr qsizetype maxName = 255;

/// As ssh takes it. A name that looks like an option or like another host's, or holds blanks, is refused.
bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= maxName && !text.startsWith(u'-')
        && std::ranges::none_of(text, [](QChar c) {
               return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
           });
}

QString sshNameOf(const QString &name, const QJsonObject &variables)
{
    const auto text = [&variables](const QString &modern, const QString &old) {
        const QJsonValue value = variables.contains(modern) ? variables[modern] : variables[old];
        // ansible-inventory leaves templates as they are: what one says, only a play knows.
        const QString said = value.isDouble() ? QString::number(value.toInt()) : value.toString();
        return hasTemplate(said) ? QString() : said;
    };
    const QString host = text(u"ansible_host"_s, u"ansible_ssh_host"_s);
    const QString user = text(u"ansible_user"_s, u"ansible_ssh_user"_s);
    const int port = text(u"ansible_port"_s, u"ansible_ssh_port"_s).toInt();
    const QString whole = (user.isEmpty() ? QString() : user + u'@') + (host.isEmpty() ? name : host);
    if (port <= 0 || port > 65535 || port == 22)
        return whole;
    const bool isIpv6 = host.contains(u':');
    return u"ssh://%1%2:%3"_s
        .arg(user.isEmpty() ? QString() : user + u'@', isIpv6 ? u"[%1]"_s.arg(host) : (host.isEmpty() ? name : host))
        .arg(port);
}

struct SshName {
    QString user; ///< empty: ssh decides
    QString host;
    int port = 0; ///< 0: ssh decides
};

/// "srv1", "ops@srv1", "ssh://ops@[2001:db8::1]:2222".
SshName sshNameFrom(const QString &text)
{
    constexpr QLatin1String scheme("ssh://");
    const bool isUri = text.startsWith(scheme);
    SshName name;
    name.host = isUri ? text.mid(scheme.size()) : text;
    if (const qsizetype at = name.host.lastIndexOf(u'@'); at > 0) {
        name.user = name.host.left(at);
        name.host = name.host.mid(at + 1);
    }
    if (const qsizetype colon = name.host.lastIndexOf(u':'); isUri && colon > name.host.lastIndexOf(u']')) {
        name.port = name.host.mid(colon + 1).toInt();
        name.host = name.host.left(colon);
    }
    if (name.host.startsWith(u'[') && name.host.endsWith(u']'))
        name.host = name.host.mid(1, name.host.size() - 2);
    return name;
}

/// Ansible ends at once in a locale that this machine does not have, as ssh hands it on from another, or that is not
/// UTF-8. Its own words are English in every one.
bool isLocaleOfAnsible()
{
    const locale_t locale = ::newlocale(LC_ALL_MASK, "", nullptr);
    if (locale == nullptr)
        return false;
    const bool isUtf8 = QByteArrayView(::nl_langinfo_l(CODESET, locale)) == "UTF-8";
    ::freelocale(locale);
    return isUtf8;
}

} // namespace

Result<QList<InventoryHost>> inventoryFromJson(const QByteArray &json)
{
    const QJsonObject all = QJsonDocument::fromJson(json.left(maxInventoryBytes)).object();
    const QJsonObject variables = all[u"_meta"_s][u"hostvars"_s].toObject();
    if (all.isEmpty())
        return fail(u"inventory.format"_s,
                    //: @error
                    QCoreApplication::translate("Rollout", "ansible-inventory did not answer with an inventory."));
    struct Place {
        QString group;
        qsizetype size;
    };
    QHash<QString, Place> places;
    QStringList order;
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (it.key() == u"_meta")
            continue;
        const QJsonArray hosts = it.value()[u"hosts"_s].toArray();
        const bool isGroup = it.key() != u"all" && it.key() != u"ungrouped";
        for (const QJsonValue &value : hosts) {
            const QString name = value.toString();
            if (!isName(name) || (!places.contains(name) && order.size() >= maxInventoryHosts))
                continue;
            if (!places.contains(name))
                order.append(name);
            Place &place = places[name];
            if (isGroup && (place.group.isEmpty() || hosts.size() < place.size))
                place = {it.key().left(maxName), hosts.size()};
        }
    }
    QList<InventoryHost> found;
    for (const QString &name : std::as_const(order)) {
        const QString sshName = sshNameOf(name, variables[name].toObject());
        // Of "ops@-oProxyCommand=…" the rest would be taken for an option once the user is split off.
        if (isName(sshName) && isName(sshNameFrom(sshName).host))
            found.append({name, sshName, places[name].group});
    }
    return found;
}

QList<InventoryHost> hostsOf(const QStringList &sshNames)
{
    QList<InventoryHost> hosts;
    for (const QString &sshName : sshNames) {
        const SshName parts = sshNameFrom(sshName);
        // Ansible takes brackets as a range of hosts, and a colon as the beginning of a port.
        const QString name = parts.port == 0
            ? sshName
            : (parts.user.isEmpty() ? QString() : parts.user + u'@') + u"%1#%2"_s.arg(parts.host).arg(parts.port);
        hosts.append({name, sshName, {}});
    }
    return hosts;
}

QByteArray inventoryOf(const QList<InventoryHost> &hosts)
{
    QJsonObject all;
    for (const InventoryHost &host : hosts) {
        const SshName parts = sshNameFrom(host.sshName);
        QJsonObject variables;
        if (!parts.user.isEmpty())
            variables.insert(u"ansible_user"_s, parts.user);
        if (parts.port != 0)
            variables.insert(u"ansible_port"_s, parts.port);
        if (parts.host != host.name)
            variables.insert(u"ansible_host"_s, parts.host);
        all.insert(host.name, variables);
    }
    return QJsonDocument(QJsonObject{{u"all"_s, QJsonObject{{u"hosts"_s, all}}}}).toJson();
}

QProcessEnvironment ansibleEnvironment()
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    if (!isLocaleOfAnsible())
        all.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    const QString key = u"ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED"_s;
    if (!all.contains(key))
        all.insert(key, u"True"_s);
    return all;
}

InventoryReader::~InventoryReader()
{
    if (m_process)
        m_process->disconnect(this);
}

void InventoryReader::read(const QString &path)
{
    if (m_process)
        m_process->disconnect(this);
    const QString program = QStandardPaths::findExecutable(u"ansible-inventory"_s);
    if (program.isEmpty()) {
        Q_EMIT failed({u"rollout.no-ansible"_s, tr("ansible-inventory is not installed here."),
                       tr("Install ansible-core 2.14 or later.")});
        return;
    }
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(ansibleEnvironment());
    connect(m_process.get(), &QProcess::finished, this, &InventoryReader::take);
    m_process->start(program, {u"-i"_s, path, u"--list"_s});
    m_process->closeWriteChannel();
}

void InventoryReader::take()
{
    const QByteArray out = m_process->readAllStandardOutput();
    const QString said = QString::fromUtf8(m_process->readAllStandardError().right(4096)).trimmed();
    if (m_process->exitStatus() != QProcess::NormalExit || m_process->exitCode() != 0) {
        Q_EMIT failed({u"inventory.read"_s,
                       //: @error
                       tr("The inventory cannot be read."), said});
        return;
    }
    const auto hosts = inventoryFromJson(out);
    if (hosts)
        Q_EMIT done(*hosts);
    else
        Q_EMIT failed(hosts.error());
}

InventoryWatch::InventoryWatch(QObject *parent)
    : QObject(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(500); // an editor writes more than once
    connect(&m_later, &QTimer::timeout, this, [this] {
        watch();
        m_reader.read(m_path);
    });
    for (const auto signal : {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
        connect(&m_files, signal, &m_later, qOverload<>(&QTimer::start));
    connect(&m_reader, &InventoryReader::done, this, &InventoryWatch::changed);
    connect(&m_reader, &InventoryReader::failed, this, &InventoryWatch::failed);
}

void InventoryWatch::follow(const QString &path)
{
    m_path = path;
    watch();
    m_reader.read(path);
}

/// The folder too: the file may be replaced by another one, and group_vars may be added.
void InventoryWatch::watch()
{
    if (const QStringList before = m_files.files() + m_files.directories(); !before.isEmpty())
        m_files.removePaths(before);
    const QFileInfo info(m_path);
    QStringList paths{info.isDir() ? m_path : info.path()};
    if (info.isFile())
        paths.append(m_path);
    m_files.addPaths(paths);
}

} // namespace bondwright::rollout
