// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/keyreader.h"

#include "formats/findinglist.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

QString placeOf(const QString &path, int line)
{
    return line > 0 ? u"%1:%2"_s.arg(path).arg(line) : path;
}

KeyReader::KeyReader(const Folder &folder, const IfcfgFile &file, QList<Finding> *findings)
    : m_folder(folder)
    , m_file(file)
    , m_findings(findings)
{
}

QString KeyReader::text(const QByteArray &key) const
{
    return m_file.file.text(key).simplified();
}

QStringList KeyReader::words(const QByteArray &key) const
{
    return text(key).split(u' ', Qt::SkipEmptyParts);
}

QString KeyReader::inherited(const QByteArray &key) const
{
    return contains(key) ? text(key) : m_folder.network().text(key).simplified();
}

void KeyReader::complain(Severity severity, const QString &code, const QByteArray &key, const QString &message,
                         const QString &advice) const
{
    m_findings->append(finding(severity, code, placeOf(m_file.path, m_file.file.lineOf(key)), message, advice));
}

void KeyReader::complainOfValue(const QByteArray &key, const QString &advice) const
{
    complain(Severity::Error, u"ifcfg.value"_s, key,
             QCoreApplication::translate("formats", "%1=%2 cannot be used, and is left out.")
                 .arg(QString::fromLatin1(key), text(key).left(80)),
             advice);
}

void KeyReader::complainOfBlanks(const QByteArray &key) const
{
    if (isByService() || m_file.file.text(key) == text(key))
        return;
    complain(Severity::Warning, u"ifcfg.blanks"_s, key,
             QCoreApplication::translate("formats",
                                         "%1 has blanks within its quotes: the network service does not mind, "
                                         "NetworkManager refuses the file.")
                 .arg(QString::fromLatin1(key)),
             QCoreApplication::translate("formats", "Take them out."));
}

} // namespace bondwright::formats::ifcfg
