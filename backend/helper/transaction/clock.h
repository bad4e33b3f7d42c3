// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright::helper
{

/// Time that neither "date -s" nor a suspend can bend: a deadline stays where it was put.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 bootMs() const = 0; ///< CLOCK_BOOTTIME
    virtual QString bootId() const = 0; ///< changes with every boot
};

class SystemClock final : public Clock
{
public:
    qint64 bootMs() const override;
    QString bootId() const override;
};

} // namespace bondwright::helper
