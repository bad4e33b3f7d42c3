// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "formats/ifcfg/folder.h"

#include <QString>
#include <QStringList>

namespace bondwright::formats::ifcfg
{

/// "/path:12": where a finding points. Line 0: the file as a whole.
QString placeOf(const QString &path, int line);

/// The values of one file, and a finding with its line for each that its service cannot use.
class KeyReader final
{
public:
    KeyReader(const Folder &folder, const IfcfgFile &file, QList<Finding> *findings);

    const Folder &folder() const { return m_folder; }
    const IfcfgFile &file() const { return m_file; }
    bool isByService() const { return m_folder.isReadByService(m_file); }

    bool contains(const QByteArray &key) const { return m_file.file.contains(key); }
    /// Without the blanks around it, which the scripts do not see.
    QString text(const QByteArray &key) const;
    QStringList words(const QByteArray &key) const;
    /// As text(), and what /etc/sysconfig/network says where the file says nothing.
    QString inherited(const QByteArray &key) const;

    void complain(Severity severity, const QString &code, const QByteArray &key, const QString &message,
                  const QString &advice = {}) const;
    /// The value is dropped: %1 in the message is the key, %2 its text.
    void complainOfValue(const QByteArray &key, const QString &advice) const;
    /// Blanks within the quotes, which only the scripts do not mind.
    void complainOfBlanks(const QByteArray &key) const;

private:
    const Folder &m_folder;
    const IfcfgFile &m_file;
    QList<Finding> *m_findings;
};

} // namespace bondwright::formats::ifcfg
