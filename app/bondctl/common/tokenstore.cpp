// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/tokenstore.h"

#include "posix/wholefile.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

TokenStore::TokenStore()
{
    // Not QStandardPaths: it makes a folder in /tmp up where there is none, and says so on standard error.
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.startsWith(u'/'))
        return;
    m_folder = runtime + u"/bondwright"_s;
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QString TokenStore::pathOf(const QString &id) const
{
    // The id comes from the bus or the command line: only what the helper makes becomes a file name.
    static const QRegularExpression valid(u"\\A[A-Za-z0-9._-]{1,64}\\z"_s);
    if (m_folder.isEmpty() || id.startsWith(u'.') || !valid.match(id).hasMatch())
        return {};
    return m_folder + u'/' + id;
}

bool TokenStore::save(const helper::Ticket &ticket) const
{
    const QString path = pathOf(ticket.id);
    if (path.isEmpty())
        return false;
    return writeWhole(path, ticket.token.toLatin1(), u"token.write"_s, QFile::ReadOwner | QFile::WriteOwner)
        .has_value();
}

helper::Ticket TokenStore::find(const QString &id) const
{
    QFile file(pathOf(id));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return {id, {}};
    return {id, QString::fromLatin1(file.read(128)).trimmed()};
}

void TokenStore::forget(const QString &id) const
{
    if (const QString path = pathOf(id); !path.isEmpty())
        QFile::remove(path);
}

} // namespace bondwright::cli
