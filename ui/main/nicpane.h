// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bondwright::diagnosis
{
class HealthKeeper;
}

namespace bondwright::ui
{

class StateHeader;

/// What is known of one NIC.
class NicPane final : public QWidget
{
    Q_OBJECT
public:
    explicit NicPane(const Services &services, QWidget *parent = nullptr);
    void showNic(int ifindex);

private:
    void refresh();
    void blink();

    Services m_services;
    diagnosis::HealthKeeper *m_health; ///< of the source, which outlives this
    StateHeader *m_strip;
    QLabel *m_facts;
    QPushButton *m_blink;
    QLabel *m_answer;
    int m_nic = 0;
};

} // namespace bondwright::ui
