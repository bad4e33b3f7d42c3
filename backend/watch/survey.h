// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/healthkeeper.h"
#include "neighbours/finder.h"
#include "watch/nmprofiles.h"

#include <QDBusObjectPath>
#include <QDBusPendingReply>

#include <functional>

namespace bondwright::watch
{

using diagnosis::Surveyed;

/// Asks NetworkManager for its profiles, reads the files of the others, and asks for LLDP neighbours. Unprivileged:
/// what may not be read is left out. Nothing blocks; done() comes within about 3 s.
class Survey : public QObject
{
    Q_OBJECT
public:
    explicit Survey(QObject *parent = nullptr);

    /// While one runs, another is not begun.
    void begin(const kernel::Snapshot &snapshot);
    const Surveyed &surveyed() const { return m_surveyed; } ///< the last whole one

    /// Surveys for a caller that asks repeatedly (diagnosis::HealthKeeper, a session of `bondctl serve`): each question
    /// gets the answer of the running survey, or begins one.
    void ask(QObject *context, const kernel::Snapshot &snapshot, std::function<void(const Surveyed &)> answer);
    /// ask(), to be handed on; this outlives it.
    diagnosis::HealthKeeper::AskSurvey asker();

Q_SIGNALS:
    void done();

private:
    void askProfiles();
    void askNextProfile();
    void takeProfile(const QDBusPendingReply<NmSettings> &answer);
    void askSystemd();
    void askNetworkd();
    void finish();

    neighbours::NeighbourFinder m_finder;
    Surveyed m_surveyed;
    bool m_hasNetworkd = false;
    std::optional<bool> m_isChangePending;
    QList<NmSettings> m_profiles; ///< those of bonds
    QList<QDBusObjectPath> m_paths; ///< of the profiles that are to be asked for
    bool m_hasProfiles = false;
    bool m_areProfilesWhole = true;
    int m_profilesToCome = 0;
    int m_waiting = 0;
};

} // namespace bondwright::watch
