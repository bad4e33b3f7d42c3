// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartdata.h"
#include "ping/ping.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <chrono>
#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QTreeWidget;
class QTreeWidgetItem;

namespace bondwright::kernel
{
class ReplaySource;
}

namespace bondwright::ui
{

/// Ping targets of a bond, added and removed live; their answers go into the chart.
class PingPanel : public QWidget
{
    Q_OBJECT
public:
    using MakePinger = std::function<ping::Pinger *(const ping::PingTarget &, QObject *)>;
    static constexpr int maxTargets = 8;

    PingPanel(const QString &bond, ChartData *chartData, QWidget *parent = nullptr);
    ~PingPanel() override;
    void setPingerFactory(MakePinger make) { m_makePinger = std::move(make); }

    /// From now on the pings of a recording are shown, and nothing is sent or chosen here.
    void showRecorded(kernel::ReplaySource *replay);

    /// @return whether it was added; otherwise the panel says why not
    bool addTarget(const QString &text);
    void removeTarget(int row);
    QStringList targets() const;
    std::chrono::milliseconds interval() const;
    void setInterval(std::chrono::milliseconds interval);

Q_SIGNALS:
    void replied(const QString &target, const bondwright::ping::PingReply &reply);
    void outageEnded(const bondwright::ping::PingOutage &outage, const QString &target);
    void targetsChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QPointer<ping::Pinger> pinger;
        int track = 0;
        int colour = 0; ///< no other row has it
        QString text;
    };
    void connectParts();
    void retranslate();
    void refresh();
    void startPinger(Row &row);
    /// @param target whose answer will show that it is over; empty: none will
    void showTrouble(const QString &message, const QString &target);
    void takeRecorded(const QString &target, const ping::PingReply &reply);

    QString m_bond;
    QPointer<ChartData> m_data;
    MakePinger m_makePinger;
    QList<Row> m_rows;
    QTreeWidget *m_table;
    QLineEdit *m_edit;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_intervalLabel;
    QComboBox *m_interval;
    QLabel *m_message;
    QString m_troubled; ///< the target that m_message is about
    QElapsedTimer m_sinceTrouble;
    QLabel *m_hint;
    QTimer *m_refresh;
};

} // namespace bondwright::ui
