// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/networkd/unitfolder.h"

#include <functional>

namespace bondwright::formats::networkd
{

/// Collects changes to units. What lies in /usr/lib belongs to a package: the changed file goes to /etc, where it hides
/// the other. Files in /run are generated at every start: they are not changed ("networkd.made-anew").
class UnitEditor final
{
public:
    explicit UnitEditor(const FileSnapshot &snapshot);

    /// In the drop-in that says it now, or the unit's own file.
    void set(const Unit &unit, const QString &section, const QString &key, const QStringList &values);
    /// The unit's own file, and its drop-ins; what they say of these keys is taken out of them first.
    QList<UnitFile *> own(const Unit &unit, const std::function<bool(const Assignment &)> &isGoverned);
    void create(const QString &path, const UnitFile &file);
    void remove(const Unit &unit);
    void removeFile(const QString &path);

    Result<ChangeSet> changes() const;

private:
    UnitFile &edited(const UnitSource &source);

    const FileSnapshot &m_snapshot;
    QMap<QString, UnitFile> m_edited; ///< by the path they have now
    QStringList m_removed;
};

} // namespace bondwright::formats::networkd
