// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/journal.h"

#include "domain/nametable.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

constexpr std::array stateNames{Named{JournalState::Prepared, "prepared"_L1},
                                Named{JournalState::Writing, "writing"_L1}, Named{JournalState::Written, "written"_L1},
                                Named{JournalState::RollingBack, "rolling-back"_L1}};
constexpr auto stateFile = "state"_L1;
constexpr qsizetype stateBytes = 16; ///< longer than any name: each state is written over the one before

} // namespace

QString journalStateName(JournalState state)
{
    return nameIn(stateNames, state);
}

std::optional<JournalState> journalStateFromName(QStringView name)
{
    return valueIn(stateNames, name);
}

Result<Journal> Journal::create(const RecordPlace &place, const Manifest &manifest,
                                const QList<QByteArray> &oldContents)
{
    const QByteArray state = journalStateName(JournalState::Prepared).toLatin1().leftJustified(stateBytes);
    if (auto done = writeRecord(place, manifest, oldContents, {{stateFile, state}}); !done)
        return tl::unexpected(done.error());
    Journal journal;
    journal.m_place = place;
    journal.m_manifest = manifest;
    return journal;
}

Result<Journal> Journal::open(const RecordPlace &place, const QString &id)
{
    auto manifest = readManifest(place, id);
    if (!manifest)
        return tl::unexpected(manifest.error());
    auto state = readExtra(place, id, stateFile);
    if (!state)
        return tl::unexpected(state.error());
    const auto known = journalStateFromName(QString::fromLatin1(state->trimmed()));
    if (!known)
        return fail(u"manifest.broken"_s,
                    QCoreApplication::translate("formats", "The record of transaction “%1” is damaged.").arg(id),
                    QCoreApplication::translate("formats", "Nothing was changed. Look at the folder by hand."));
    Journal journal;
    journal.m_place = place;
    journal.m_manifest = std::move(*manifest);
    journal.m_state = *known;
    return journal;
}

Journal Journal::of(const RecordPlace &place, const Manifest &manifest)
{
    Journal journal;
    journal.m_place = place;
    journal.m_manifest = manifest;
    journal.m_state = JournalState::Writing;
    return journal;
}

Result<void> Journal::setState(JournalState state)
{
    const QByteArray name = journalStateName(state).toLatin1().leftJustified(stateBytes);
    auto done = overwriteExtra(m_place, m_manifest.id, stateFile, name);
    if (done)
        m_state = state;
    return done;
}

Result<FileState> Journal::oldFile(const ManifestEntry &entry) const
{
    return readStored(m_place, m_manifest.id, entry);
}

Result<void> Journal::close(const QString &keepAs)
{
    return removeRecord(m_place, m_manifest.id, keepAs);
}

} // namespace bondwright::formats
