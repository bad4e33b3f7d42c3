// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/linkrecords.h"

#include "domain/safename.h"
#include "formats/files/replacefile.h"
#include "formats/files/rootfolder.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <unistd.h>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

/// One file for each test, so that removing it cannot hit the record of the next one.
QString fileName(const LinkRecord &record)
{
    return record.slave + u'+' + record.token;
}

} // namespace

LinkRecords::LinkRecords(Environment environment)
    : m_environment(std::move(environment))
{
}

QString LinkRecords::folder() const
{
    return m_environment.stateFolder + u"/links"_s;
}

Result<void> LinkRecords::add(const LinkRecord &record) const
{
    const auto root = formats::RootFolder::open(m_environment.root);
    if (!root)
        return tl::unexpected(root.error());
    const auto opened = root->openFolder(folder(), true);
    if (!opened)
        return tl::unexpected(opened.error());
    formats::FileState state;
    state.content = QJsonDocument(QJsonObject{{u"slave"_s, record.slave},
                                              {u"token"_s, record.token},
                                              {u"client"_s, record.client},
                                              {u"deadline-boot-ms"_s, record.deadlineBootMs},
                                              {u"boot-id"_s, record.bootId}})
                        .toJson();
    state.mode = 0600;
    return formats::replaceFile(opened->get(), fileName(record), state, folder() + u'/' + fileName(record));
}

QList<LinkRecord> LinkRecords::all() const
{
    QList<LinkRecord> records;
    const auto root = formats::RootFolder::open(m_environment.root);
    const auto names = root ? root->list(folder()) : Result<QStringList>();
    for (const QString &name : names ? *names : QStringList()) {
        const auto state = root->read(folder() + u'/' + name);
        if (!state || !*state)
            continue;
        const QJsonObject object = QJsonDocument::fromJson((*state)->content).object();
        const LinkRecord record{object.value(u"slave"_s).toString(), object.value(u"token"_s).toString(),
                                object.value(u"client"_s).toString(), object.value(u"deadline-boot-ms"_s).toInteger(),
                                object.value(u"boot-id"_s).toString()};
        if (isSafeInterfaceName(record.slave) && isSafeId(record.token) && fileName(record) == name)
            records.append(record);
    }
    return records;
}

bool LinkRecords::contains(const LinkRecord &record) const
{
    return QFile::exists(m_environment.path(folder() + u'/' + fileName(record)));
}

void LinkRecords::remove(const LinkRecord &record) const
{
    const auto root = formats::RootFolder::open(m_environment.root);
    const auto opened = root ? root->openFolder(folder()) : tl::unexpected(root.error());
    if (opened)
        ::unlinkat(opened->get(), QFile::encodeName(fileName(record)).constData(), 0);
}

} // namespace bondwright::helper
