// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"

#include <QWidget>

namespace bondwright::ui
{

class BondFeed;
class LiveChart;

/// Everything about one bond on one time axis, live.
class MonitorWindow : public QWidget
{
    Q_OBJECT
public:
    /// @param bond by name; a bond that is not there yet is waited for
    MonitorWindow(const Services &services, const QString &bond, QWidget *parent = nullptr);
    ~MonitorWindow() override;

    const QString &bond() const { return m_bond; }
    LiveChart *chart() const { return m_chart; }

private:
    Services m_services;
    QString m_bond;
    BondFeed *m_feed = nullptr;
    LiveChart *m_chart = nullptr;
};

} // namespace bondwright::ui
