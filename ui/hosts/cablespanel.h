// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/practice/cables.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace bondwright::ui
{

/// The practice host's cables and switches, to pull and plug.
class CablesPanel final : public QWidget
{
    Q_OBJECT
public:
    /// @param cables outlives this
    explicit CablesPanel(host::Cables &cables, QWidget *parent = nullptr);

private:
    struct Row {
        QLabel *icon;
        QLabel *name;
        QPushButton *link;
        QSpinBox *loss;
        QSpinBox *delay;
    };

    Row makeRow(int nic);
    void retranslate();
    void showState();

    host::Cables &m_cables;
    QLabel *m_heading;
    QLabel *m_label;
    QComboBox *m_cabling;
    std::array<QPushButton *, 2> m_switches;
    std::array<QLabel *, 3> m_titles; ///< of the columns link, loss, delay
    std::array<Row, host::PracticeMachine::nics> m_rows;
    QLabel *m_trouble;
};

} // namespace bondwright::ui
