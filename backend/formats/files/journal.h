// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/files/record.h"

#include <QString>

#include <optional>

namespace bondwright::formats
{

/// How far a transaction has come, as the disk knows it.
enum class JournalState : quint8 {
    Prepared, ///< nothing renamed yet
    Writing, ///< some files may be new, others old
    Written, ///< all files are new; not confirmed
    RollingBack,
};
QString journalStateName(JournalState state); ///< "prepared", "writing", "written", "rolling-back"
std::optional<JournalState> journalStateFromName(QStringView name);

/// The write-ahead record of one transaction: a record with a file "state".
class Journal final
{
public:
    static Result<Journal> create(const RecordPlace &place, const Manifest &manifest,
                                  const QList<QByteArray> &oldContents);
    static Result<Journal> open(const RecordPlace &place, const QString &id);
    /// One that is damaged, by a manifest that was kept elsewhere too. How far it had come is not known.
    static Journal of(const RecordPlace &place, const Manifest &manifest);

    Result<void> setState(JournalState state);
    Result<FileState> oldFile(const ManifestEntry &entry) const;
    /// Ends the record. @param keepAs see removeRecord()
    Result<void> close(const QString &keepAs = {});

    const Manifest &manifest() const { return m_manifest; }
    JournalState state() const { return m_state; }

private:
    RecordPlace m_place;
    Manifest m_manifest;
    JournalState m_state = JournalState::Prepared;
};

} // namespace bondwright::formats
