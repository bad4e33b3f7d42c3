// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/flowcensus.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace bondwright::helper
{
class HelperClient;
}

namespace bondwright::ui
{

/// Lets the helper count what a bond sends for some seconds, and says which policy would spread it.
class FlowCounter final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds duration{10};

    explicit FlowCounter(QWidget *parent = nullptr);
    /// @param helper null: hidden; must outlive this
    void setHelper(helper::HelperClient *helper);
    /// Hidden for a bond that does not send by a hash.
    void setBond(const kernel::BondState &bond);

Q_SIGNALS:
    void counted(const bondwright::kernel::FlowCount &count);

protected:
    void changeEvent(QEvent *event) override;

private:
    void start();
    void advance();
    void take(const Result<kernel::FlowCount> &count);
    void retranslate();

    helper::HelperClient *m_helper = nullptr;
    kernel::BondState m_bond;
    std::optional<Result<kernel::FlowCount>> m_last;
    QPushButton *m_button;
    QProgressBar *m_progress;
    QLabel *m_message;
    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace bondwright::ui
