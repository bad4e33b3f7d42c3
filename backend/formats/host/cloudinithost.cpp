// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/cloudinithost.h"

#include "formats/findinglist.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

bool switchesNetworkOff(const QByteArray &text)
{
    static const QRegularExpression form(
        u"^network:\\s*(\\{\\s*config:\\s*disabled\\s*\\}|\\n\\s+config:\\s*disabled\\b)"_s,
        QRegularExpression::MultilineOption);
    return form.match(QString::fromUtf8(text)).hasMatch();
}

/// By its name (netplan, networkd, ifupdown, NetworkManager), or by its first lines (ifcfg).
bool isByCloudInit(const FileChange &change)
{
    static const QRegularExpression head(u"^#.*\\bcloud-init\\b"_s, QRegularExpression::MultilineOption);
    return fileNameOf(change.path).contains(u"cloud-init")
        || head.match(QString::fromUtf8(change.oldText.value_or(QByteArray()).left(512))).hasMatch();
}

} // namespace

bool doesCloudInitWrite(const RootFolder &root)
{
    const QString folder = u"/etc/cloud/cloud.cfg.d"_s;
    const auto text = [&root](const QString &path) -> std::optional<QByteArray> {
        const auto state = root.readLinked(path);
        return state && *state ? std::optional((*state)->content) : std::nullopt;
    };
    const auto main = text(u"/etc/cloud/cloud.cfg"_s);
    if (!main || text(u"/etc/cloud/cloud-init.disabled"_s) || switchesNetworkOff(*main))
        return false;
    const QStringList names = root.list(folder).value_or(QStringList());
    return std::none_of(names.cbegin(), names.cend(), [&](const QString &name) {
        return name.endsWith(u".cfg") && switchesNetworkOff(text(folder + u'/' + name).value_or(QByteArray()));
    });
}

QList<Finding> cloudInitFindings(const ChangeSet &changes, const FileSnapshot &snapshot)
{
    QList<Finding> findings;
    for (const FileChange &change : changes.files) {
        if (snapshot.isWrittenByCloudInit && !change.isCreation() && isByCloudInit(change))
            findings.append(
                finding(Severity::Warning, u"format.cloud-init"_s, change.path,
                        QCoreApplication::translate("formats", "cloud-init may write this file anew at the next boot."),
                        QCoreApplication::translate("formats",
                                                    "Put “network: {config: disabled}” into "
                                                    "/etc/cloud/cloud.cfg.d/99-disable-network-config.cfg.")));
    }
    return findings;
}

} // namespace bondwright::formats
