// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "domain/result.h"
#include "history/outagematcher.h"
#include "kernel/counters.h"
#include "kernel/event.h"
#include "kernel/recording/recorder.h"

#include <QWidget>

#include <functional>

class QLabel;
class QSplitter;
class QTabWidget;

namespace bondwright::ui
{

class BalanceView;
class BondFeed;
class ChartBar;
class EventPanel;
class LiveChart;
class PingPanel;
class SlaveCards;
class StateHeader;

/// Everything about one bond on one time axis, live.
class MonitorWindow : public QWidget
{
    Q_OBJECT
public:
    /// @param bond by name; a bond that is not there yet is waited for
    MonitorWindow(const Services &services, const QString &bond, QWidget *parent = nullptr);
    ~MonitorWindow() override;

    EventPanel *events() const { return m_events; }

Q_SIGNALS:
    /// An event got its measured outage, or an outage that belongs to none was measured.
    void outageMeasured(const bondwright::kernel::BondEvent &event);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void connectParts();
    void retranslate();
    void buildExportMenu();
    void onSnapshot();
    void onSample(const kernel::CounterSample &sample);
    void onEvent(const kernel::BondEvent &event);
    void onOutage(const ping::PingOutage &outage, const QString &target);
    void pingGateway();
    void activateSlave(const QString &slave);
    void say(const QString &message);
    void exportTo(const QString &suffix, const std::function<Result<void>(const QString &)> &write);
    void toggleRecording();
    QString recordingText() const;
    void copySummary();
    void restoreState();
    void saveState();
    QString settingsKey(const QString &name) const;

    Services m_services;
    QString m_bond;
    BondFeed *m_feed;
    kernel::Recorder m_recorder;
    QString m_recordingTo; ///< path
    bool m_closeAsked = false; ///< while it records
    history::OutageMatcher m_matcher;
    bool m_hasPinged = false; ///< the gateway was proposed once; the user may have removed it
    StateHeader *m_strip;
    LiveChart *m_chart;
    ChartBar *m_bar;
    SlaveCards *m_cards;
    EventPanel *m_events;
    PingPanel *m_pings;
    BalanceView *m_balance;
    QTabWidget *m_tabs;
    QSplitter *m_columns;
    QSplitter *m_rows;
    QLabel *m_message;
};

} // namespace bondwright::ui
