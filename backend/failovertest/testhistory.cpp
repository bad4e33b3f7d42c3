// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testhistory.h"

#include "posix/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>

namespace bondwright::failover
{

using namespace Qt::StringLiterals;

namespace
{

struct HistoryText {
    Q_DECLARE_TR_FUNCTIONS(bondwright::failover::TestHistory)
};

} // namespace

TestHistory::TestHistory(const QString &folder)
    : m_folder(folder)
{
}

QString TestHistory::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/bondwright/tests"_s;
}

QStringList TestHistory::files() const
{
    return QDir(m_folder).entryList({u"*.json"_s}, QDir::Files | QDir::Readable, QDir::Name);
}

Result<QString> TestHistory::save(const TestResult &result)
{
    if (!QDir().mkpath(m_folder))
        //: @error
        return fail(u"test.history"_s, HistoryText::tr("The folder %1 cannot be made.").arg(m_folder));
    // The bond's name comes from the kernel and may hold anything but a slash: the file is named by time and id.
    const QString name = result.startedAt.toUTC().toString(u"yyyyMMdd-HHmmss"_s) + u'-' + result.id.left(8);
    QString safe;
    std::copy_if(name.cbegin(), name.cend(), std::back_inserter(safe),
                 [](QChar c) { return c.isDigit() || (c >= u'a' && c <= u'z') || c == u'-'; });
    const QString path = m_folder + u'/' + safe + u".json"_s;
    const QByteArray json = QJsonDocument(toJson(result)).toJson(QJsonDocument::Compact);
    if (const auto written = writeWhole(path, json, u"test.history"_s); !written)
        return tl::unexpected(written.error());
    QStringList others = files();
    others.removeOne(safe + u".json"_s); // not the oldest, though its name may say so where the clock was set back
    while (others.size() >= maxResults)
        QFile::remove(m_folder + u'/' + others.takeFirst());
    return path;
}

QList<TestResult> TestHistory::results(const QString &host, const QString &bond, qsizetype most) const
{
    QList<TestResult> list;
    QStringList all = files();
    std::reverse(all.begin(), all.end());
    for (const QString &name : std::as_const(all)) {
        if (list.size() >= most)
            break;
        QFile file(m_folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly) || file.size() > maxFileBytes)
            continue;
        const auto result = testResultFromJson(QJsonDocument::fromJson(file.readAll()).object());
        if (result && result->host == host && result->bond == bond)
            list.append(*result);
    }
    return list;
}

} // namespace bondwright::failover
