// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <memory>
#include <vector>

namespace lab
{

/// A bond for each thing that can be made wrong with it here, named after the rule that has to tell it, all in one
/// guest. They are gone with the guest.
class SickBonds
{
public:
    SickBonds();
    ~SickBonds();
    SickBonds(const SickBonds &) = delete;
    SickBonds &operator=(const SickBonds &) = delete;

    static QStringList rules();
    bool make();
    /// Faults during the observation: half a minute, and the traffic goes on.
    bool hurt();
    /// Frames that the switch floods, once; a silent slave is found by what the others receive.
    void flood();

private:
    std::vector<std::unique_ptr<QProcess>> m_traffic;
};

} // namespace lab
