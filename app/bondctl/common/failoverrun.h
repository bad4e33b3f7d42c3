// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include "failovertest/failovertest.h"

#include <QObject>

namespace bondwright::cli
{

/// One failover test at the terminal: says what to do, and what was measured.
class TestRun : public QObject
{
    Q_OBJECT
public:
    /// @param talks print the instructions and the progress
    TestRun(const failover::TestSettings &settings, Context &context, bool talks);
    ~TestRun() override;

    /// Runs the event loop until the test is over; SIGINT and SIGTERM cancel it and give the link back.
    failover::TestResult exec();
    void printResult(const failover::TestResult &result);
    /// The helper refused: not authorised.
    bool wasNotAuthorized() const { return m_wasNotAuthorized; }

private:
    void tell();
    void catchSignals();

    failover::TestSettings m_settings;
    Context &m_context;
    bool m_talks;
    bool m_wasNotAuthorized = false;
    std::unique_ptr<failover::FailoverTest> m_test;
};

} // namespace bondwright::cli
