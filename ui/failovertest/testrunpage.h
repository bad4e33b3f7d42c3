// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "failovertest/failovertest.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QTimer;
class QTreeWidget;

namespace bondwright::ui
{

class LiveChart;

/// A test under way: what to do now, what was measured so far, and the chart behind it.
class TestRunPage : public QWidget
{
    Q_OBJECT
public:
    TestRunPage(const Services &services, const QString &bond, QWidget *parent = nullptr);
    ~TestRunPage() override;

    /// Not owned; shown until it is destroyed.
    void setTest(failover::FailoverTest *test);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPhase();
    void showSteps();
    void followPings();

    QString m_bond;
    Services m_services;
    failover::FailoverTest *m_test = nullptr;
    QLabel *m_instruction;
    QLabel *m_detail;
    QTreeWidget *m_steps;
    LiveChart *m_chart;
    QTimer *m_refresh;
    QList<int> m_tracks; ///< of the chart; taken away again with the test
};

} // namespace bondwright::ui
