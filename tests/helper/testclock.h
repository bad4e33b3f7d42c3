// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/transaction/clock.h"

namespace bondwright::helper::test
{

/// It stands until the test moves it.
class TestClock final : public Clock
{
public:
    qint64 bootMs() const override { return m_ms; }
    QString bootId() const override { return m_bootId; }
    qint64 m_ms = 1'000'000;
    QString m_bootId = QStringLiteral("boot-1");
};

} // namespace bondwright::helper::test
