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

class StateSign;

/// The practice host's cables and switches, to pull and plug.
class CablesPanel final : public QWidget
{
    Q_OBJECT
public:
    /// @param cables outlives this
    explicit CablesPanel(host::Cables &cables, QWidget *parent = nullptr);

    /// A column beside the host's window, or a strip below it.
    enum class Shape : quint8 { Column, Strip };
    void setShape(Shape shape);
    /// What a column needs, whatever the shape is now.
    int columnWidth() const;

private:
    struct Row {
        StateSign *icon;
        QLabel *name;
        QPushButton *link;
        QSpinBox *loss;
        QSpinBox *delay;
    };

    Row makeRow(int nic);
    void arrange();
    void setTabs();
    void retranslate();
    void showState();

    host::Cables &m_cables;
    QLabel *m_heading;
    QLabel *m_label;
    QComboBox *m_cabling;
    std::array<QPushButton *, 2> m_switches;
    static constexpr int blocksOfStrip = 2; ///< NICs side by side
    std::array<std::array<QLabel *, 3>, blocksOfStrip> m_titles; ///< of the columns link, loss, delay
    std::array<Row, host::PracticeMachine::nics> m_rows;
    QLabel *m_trouble;
    Shape m_shape = Shape::Column;
};

} // namespace bondwright::ui
