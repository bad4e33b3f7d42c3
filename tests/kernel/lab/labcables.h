// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/linkwriter.h"

#include <QHash>

#include <memory>

/// The far ends of the guest's cables (docs/LAB.md), moved from within this process: starting "pull" takes
/// longer in the guest than what is measured.
class LabCables
{
public:
    explicit LabCables(int count);

    bool pull(int nic) { return setPort(nic, false); }
    bool plug(int nic) { return setPort(nic, true); }
    /// Builds another switch; all cables are plugged in afterwards.
    bool recable(const QString &topology);

private:
    struct Far {
        std::unique_ptr<bondwright::kernel::LinkWriter> writer;
        int index = 0;
    };
    bool setPort(int nic, bool up);
    bool enterAll();

    int m_count;
    QHash<int, std::shared_ptr<Far>> m_far;
};
