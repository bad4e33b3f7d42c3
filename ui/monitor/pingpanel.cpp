// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/pingpanel.h"

#include "chart/chartaxis.h"
#include "common/palette.h"
#include "common/retranslate.h"
#include "kernel/replaysource.h"
#include "ping/replayedpinger.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QString rtt(std::chrono::nanoseconds time)
{
    return formatMilliseconds(double(time.count()) / 1e6);
}

constexpr qint64 shownAtLeastMs = 3000; ///< a line of trouble, long enough to be read
constexpr std::array intervals{10ms, 20ms, 50ms, 100ms, 200ms, 500ms, 1000ms, 5000ms, 10'000ms};

} // namespace

PingPanel::PingPanel(const QString &bond, ChartData *chartData, QWidget *parent)
    : QWidget(parent)
    , m_bond(bond)
    , m_data(chartData)
    , m_makePinger(ping::createPinger)
    , m_table(new QTreeWidget(this))
    , m_edit(new QLineEdit(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_intervalLabel(new QLabel(this))
    , m_interval(new QComboBox(this))
    , m_message(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_refresh(new QTimer(this))
{
    m_table->setRootIsDecorated(false);
    m_table->setColumnCount(8);
    // An IPv6 address is the longest thing in it.
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    for (const auto step : intervals)
        m_interval->addItem(QString(), int(step.count()));
    setInterval(100ms);
    m_intervalLabel->setBuddy(m_interval);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addWidget(m_intervalLabel);
    row->addWidget(m_interval);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(row);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_hint);
    connectParts();
    m_remove->setEnabled(false);
    retranslate();
}

void PingPanel::connectParts()
{
    const auto add = [this] {
        if (addTarget(m_edit->text().trimmed()))
            m_edit->clear();
    };
    connect(m_edit, &QLineEdit::returnPressed, this, add);
    connect(m_add, &QPushButton::clicked, this, add);
    connect(m_remove, &QPushButton::clicked, this,
            [this] { removeTarget(m_table->indexOfTopLevelItem(m_table->currentItem())); });
    connect(m_table, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { m_remove->setEnabled(item != nullptr); });
    connect(m_interval, &QComboBox::currentIndexChanged, this, [this] {
        for (Row &target : m_rows) {
            delete target.pinger;
            startPinger(target);
        }
        Q_EMIT targetsChanged();
    });
    m_refresh->setInterval(1s);
    connect(m_refresh, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
}

PingPanel::~PingPanel()
{
    while (!m_rows.isEmpty())
        removeTarget(0);
}

void PingPanel::retranslate()
{
    //: @info:placeholder
    m_edit->setPlaceholderText(tr("Address to ping"));
    describe(m_edit, tr("Address to ping"), tr("An IPv4 or IPv6 address; Enter adds it"));
    //: @action:button
    m_add->setText(tr("&Add"));
    describe(m_add, tr("Add"), tr("Pings this address too"));
    //: @action:button
    m_remove->setText(tr("&Remove"));
    describe(m_remove, tr("Remove"), tr("The marked target is pinged no longer"));
    //: @label:listbox
    m_intervalLabel->setText(tr("&Every"));
    describe(m_interval, tr("Interval"), tr("How often each target is pinged"));
    for (int i = 0; i < m_interval->count(); ++i)
        m_interval->setItemText(i, formatMilliseconds(m_interval->itemData(i).toInt()));
    //: @title:column
    m_table->setHeaderLabels(
        {tr("Target"), tr("Sent"), tr("Lost"), tr("Mean"), tr("50 %"), tr("95 %"), tr("99 %"), tr("Longest")});
    //: @info
    m_hint->setText(tr("Pings leave through the bond. They cannot be sent through a single slave: its answers arrive "
                       "as the bond's."));
    describe(m_table, tr("Ping targets"), m_hint->text());
    m_table->setToolTip(m_hint->text());
    refresh();
}

void PingPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PingPanel::resizeEvent(QResizeEvent *event)
{
    // A sentence that does not fit below a few rows of the table becomes the table's tool tip.
    m_hint->setVisible(height() >= m_hint->heightForWidth(width()) + 10 * fontMetrics().height());
    QWidget::resizeEvent(event);
}

QStringList PingPanel::targets() const
{
    QStringList list;
    for (const Row &row : m_rows)
        list.append(row.text);
    return list;
}

std::chrono::milliseconds PingPanel::interval() const
{
    return std::chrono::milliseconds(m_interval->currentData().toInt());
}

void PingPanel::setInterval(std::chrono::milliseconds interval)
{
    const int index = m_interval->findData(int(interval.count()));
    if (index >= 0)
        m_interval->setCurrentIndex(index);
}

void PingPanel::startPinger(Row &row)
{
    const auto address = ping::parseTarget(row.text);
    if (!address || !m_data)
        return;
    ping::PingTarget target;
    target.address = *address;
    target.boundTo = m_bond;
    target.interval = interval();
    row.pinger = m_makePinger(target, this);
    ChartData *chartData = m_data;
    const int track = row.track;
    const QString text = row.text;
    connect(row.pinger, &ping::Pinger::replied, chartData, [chartData, track](const ping::PingReply &reply) {
        chartData->appendPing(track, reply.sentMonotonicNs,
                              reply.rtt ? std::optional(double(reply.rtt->count()) / 1e6) : std::nullopt);
        // The chart's own pace is that of the traffic samples; pings between them wait for the next one,
        // except losses, which are seen at once.
        if (!reply.rtt)
            chartData->commit();
    });
    connect(row.pinger, &ping::Pinger::replied, this, [this, text](const ping::PingReply &reply) {
        if (reply.rtt && text == m_troubled && m_sinceTrouble.elapsed() >= shownAtLeastMs)
            showTrouble({}, {}); // it answers: that is over
        Q_EMIT replied(text, reply);
    });
    connect(row.pinger, &ping::Pinger::outageStarted, chartData, [chartData, track](const ping::PingOutage &outage) {
        chartData->startOutage({track, outage.startMonotonicNs, 0, outage.packets});
        chartData->commit();
    });
    connect(row.pinger, &ping::Pinger::outageEnded, this,
            [this, chartData, track, text](const ping::PingOutage &outage) {
                chartData->endOutage({track, outage.startMonotonicNs, outage.endMonotonicNs, outage.packets});
                chartData->commit();
                Q_EMIT outageEnded(outage, text);
            });
    connect(row.pinger, &ping::Pinger::troubleOccurred, this,
            [this, text](const QString &message, ping::Pinger::Trouble trouble) {
                showTrouble(message, trouble == ping::Pinger::Trouble::Lasting ? QString() : text);
            });
    row.pinger->start();
}

void PingPanel::showTrouble(const QString &message, const QString &target)
{
    m_troubled = target;
    m_sinceTrouble.start();
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void PingPanel::showRecorded(kernel::ReplaySource *replay)
{
    for (QWidget *control : QList<QWidget *>{m_edit, m_add, m_remove, m_intervalLabel, m_interval})
        control->hide();
    m_makePinger
        = [](const ping::PingTarget &target, QObject *parent) { return new ping::ReplayedPinger(target, parent); };
    connect(replay, &kernel::ReplaySource::pinged, this,
            [this](const kernel::recording::PingResult &recorded, qint64 sentMonotonicNs) {
                if (recorded.bond != m_bond)
                    return;
                ping::PingReply reply{recorded.sequence, sentMonotonicNs, std::nullopt};
                if (recorded.rttNs)
                    reply.rtt = std::chrono::nanoseconds(*recorded.rttNs);
                takeRecorded(recorded.target, reply);
            });
}

void PingPanel::takeRecorded(const QString &target, const ping::PingReply &reply)
{
    if (!targets().contains(target) && !addTarget(target))
        return;
    for (const Row &row : std::as_const(m_rows)) {
        if (auto *pinger = qobject_cast<ping::ReplayedPinger *>(row.pinger); pinger && row.text == target)
            pinger->take(reply);
    }
}

bool PingPanel::addTarget(const QString &text)
{
    showTrouble({}, {});
    const auto refuse = [this](const QString &why) {
        showTrouble(why, {});
        return false;
    };
    const auto address = ping::parseTarget(text);
    if (!address)
        //: @info:status
        return refuse(tr("“%1” is not an address that can be pinged.").arg(text));
    const QString canonical = address->toString();
    if (targets().contains(canonical))
        //: @info:status
        return refuse(tr("%1 is being pinged already.").arg(canonical));
    if (m_rows.size() >= maxTargets)
        //: @info:status
        return refuse(tr("At most %n targets.", nullptr, maxTargets));
    if (!m_data)
        return false;
    Row row;
    row.text = canonical;
    // Behind the colours of the first slaves, so that a target seldom shares one with a slave.
    row.colour = 4;
    while (std::ranges::find(m_rows, row.colour, &Row::colour) != m_rows.end())
        ++row.colour;
    row.track = m_data->addPingTrack(canonical, seriesColour(row.colour, palette()));
    startPinger(row);
    m_rows.append(row);
    auto *item = new QTreeWidgetItem(m_table);
    for (int column = 1; column < m_table->columnCount(); ++column)
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_refresh->start();
    refresh();
    Q_EMIT targetsChanged();
    return true;
}

void PingPanel::removeTarget(int index)
{
    if (index < 0 || index >= m_rows.size())
        return;
    const Row row = m_rows.takeAt(index);
    delete row.pinger;
    showTrouble({}, {}); // what it complained of, in its last moment too, goes with it
    if (m_data)
        m_data->remove(row.track);
    delete m_table->takeTopLevelItem(index);
    if (m_rows.isEmpty())
        m_refresh->stop();
    Q_EMIT targetsChanged();
}

void PingPanel::refresh()
{
    for (int i = 0; i < m_rows.size() && i < m_table->topLevelItemCount(); ++i) {
        const Row &row = m_rows.at(i);
        QTreeWidgetItem *item = m_table->topLevelItem(i);
        item->setText(0, row.text);
        if (!row.pinger)
            continue;
        const ping::PingStatistics s = row.pinger->statistics();
        item->setText(1, QString::number(s.sent));
        const double lost = s.sent > 0 ? 100.0 * double(s.sent - std::min(s.sent, s.received)) / double(s.sent) : 0;
        item->setText(2, QString::number(lost, 'f', 1) + u" %"_s);
        item->setText(3, rtt(s.mean));
        item->setText(4, rtt(s.p50));
        item->setText(5, rtt(s.p95));
        item->setText(6, rtt(s.p99));
        item->setText(7, rtt(s.maximum));
    }
}

} // namespace bondwright::ui
