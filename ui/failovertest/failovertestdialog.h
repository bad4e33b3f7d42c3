// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "failovertest/failovertest.h"

#include <QDialog>
#include <QPointer>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;
class QThread;

namespace bondwright::ui
{

class TestResultPage;
class TestRunPage;
class TestSetupPage;

/// The guided cable-pull test of one bond: what to test, the test, its result. Closing it in mid-test gives
/// the link back.
class FailoverTestDialog : public QDialog
{
    Q_OBJECT
public:
    FailoverTestDialog(const Services &services, const QString &bond, QWidget *parent = nullptr);
    ~FailoverTestDialog() override;

public Q_SLOTS:
    void startTest();
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void retranslate();
    void showPage();
    void onFinished(const failover::TestResult &result);
    void saveReport(bool asPdf);
    void showEarlier();
    void offerEarlier(const QList<failover::TestResult> &results);

    Services m_services;
    QString m_bond;
    std::unique_ptr<failover::FailoverTest> m_test; ///< under way, or its link is; null: none is
    QPointer<QThread> m_reader; ///< of earlier tests
    QStackedWidget *m_pages;
    TestSetupPage *m_setup;
    TestRunPage *m_run;
    TestResultPage *m_result;
    QLabel *m_message;
    QString m_stillDown; ///< words about a link that the test could not give back
    QPushButton *m_earlier;
    QPushButton *m_pdf;
    QPushButton *m_html;
    QPushButton *m_again;
    QPushButton *m_start;
    QPushButton *m_cancel;
};

} // namespace bondwright::ui
