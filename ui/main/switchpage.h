// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bondwright::ui
{

class SwitchPane;

/// The other side of one bond's cables: which ports they end in, and what these must be set to.
class SwitchPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SwitchPage(const Services &services, QWidget *parent = nullptr);
    void showBond(int ifindex);

private:
    void refresh();
    void listen();

    Services m_services;
    int m_bond = 0;
    bool m_isListening = false;
    QLabel *m_heading;
    QLabel *m_cables;
    QPushButton *m_listen;
    QLabel *m_answer;
    SwitchPane *m_pane;
};

} // namespace bondwright::ui
