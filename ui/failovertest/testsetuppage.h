// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failovertest/testmachine.h"
#include "kernel/snapshot.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QRadioButton;
class QSpinBox;

namespace bondwright::ui
{

/// What to test and how.
class TestSetupPage : public QWidget
{
    Q_OBJECT
public:
    TestSetupPage(const QString &bond, QWidget *parent = nullptr);

    void setSnapshot(const kernel::Snapshot &snapshot);
    /// Without the helper only the way by hand is open.
    void setHelperReachable(bool reachable);
    failover::TestSettings settings() const;
    /// Translated: why the test cannot start; empty if it can.
    QString obstacle() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showObstacle();

    QString m_bond;
    kernel::Snapshot m_snapshot;
    bool m_targetEdited = false;
    bool m_limitEdited = false;
    QLabel *m_intro;
    QLabel *m_slavesLabel;
    QListWidget *m_slaves;
    QSet<QString> m_unmarked; ///< they stay so when they leave the bond and return
    QLabel *m_targetLabel;
    QLineEdit *m_target;
    QRadioButton *m_byHand;
    QRadioButton *m_automatic;
    QLabel *m_automaticHint;
    QLabel *m_limitLabel;
    QSpinBox *m_limit;
    QLabel *m_obstacle;
};

} // namespace bondwright::ui
