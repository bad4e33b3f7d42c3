// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failovertest/testresult.h"

#include <QWidget>

class QTextBrowser;

namespace bondwright::ui
{

/// A finished test in words, as the report says it.
class TestResultPage : public QWidget
{
    Q_OBJECT
public:
    explicit TestResultPage(QWidget *parent = nullptr);
    void setResult(const failover::TestResult &result);
    const failover::TestResult &result() const { return m_result; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void show();
    failover::TestResult m_result;
    QTextBrowser *m_text;
};

} // namespace bondwright::ui
