// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "neighbours/finder.h"
#include "watch/nmprofiles.h"

namespace bondwright::watch
{

/// What the kernel does not tell, but the diagnosis asks for: what the bonds are meant to be, and where the cables end.
struct Surveyed {
    Plans plans; ///< of the bonds whose configuration can be read
    neighbours::SwitchPorts ports;
    neighbours::SwitchPorts formerPorts; ///< where each cable ended when it was first heard

    diagnosis::Diagnosis judge(const kernel::BondState &bond, const kernel::Snapshot &snapshot,
                               const diagnosis::Window *window = nullptr) const;
};

/// Asks NetworkManager for its profiles, reads ifcfg files and asks for LLDP neighbours. Unprivileged: what may not be
/// read is left out. Nothing blocks; done() comes within about 3 s.
class Survey : public QObject
{
    Q_OBJECT
public:
    explicit Survey(QObject *parent = nullptr);

    /// While one runs, another is not begun.
    void begin(const kernel::Snapshot &snapshot);
    const Surveyed &surveyed() const { return m_surveyed; } ///< the last whole one

Q_SIGNALS:
    void done();

private:
    void askProfiles();
    void readFiles();
    void finish();

    neighbours::NeighbourFinder m_finder;
    Surveyed m_surveyed;
    Plans m_plans;
    QList<NmSettings> m_profiles;
    int m_profilesToCome = 0;
    int m_waiting = 0;
};

} // namespace bondwright::watch
