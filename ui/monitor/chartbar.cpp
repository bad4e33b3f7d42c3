// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/chartbar.h"

#include "chart/livechart.h"
#include "common/toolbarfocus.h"

#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <array>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::array<std::chrono::seconds, 8> spans{1min, 2min, 5min, 10min, 30min, 1h, 6h, 24h};

} // namespace

ChartBar::ChartBar(LiveChart *chart, QWidget *parent)
    : QToolBar(parent)
    , m_chart(chart)
    , m_span(new QComboBox(this))
    , m_pause(new QAction(this))
    , m_now(new QAction(this))
    , m_zoomIn(new QAction(this))
    , m_zoomOut(new QAction(this))
    , m_view(new QAction(this))
    , m_bits(new QAction(this))
    , m_bytes(new QAction(this))
    , m_lines(new QAction(this))
    , m_stacked(new QAction(this))
    , m_separate(new QAction(this))
    , m_totals(new QAction(this))
    , m_export(new QAction(this))
    , m_exportMenu(new QMenu(this))
{
    for (const auto span : spans)
        m_span->addItem(QString(), int(span.count()));
    m_pause->setCheckable(true);
    for (QAction *action : {m_bits, m_bytes, m_lines, m_stacked, m_separate, m_totals})
        action->setCheckable(true);
    m_bits->setChecked(true);
    m_lines->setChecked(true);
    m_totals->setChecked(true);
    auto *units = new QActionGroup(this);
    units->addAction(m_bits);
    units->addAction(m_bytes);
    auto *styles = new QActionGroup(this);
    styles->addAction(m_lines);
    styles->addAction(m_stacked);
    auto *menu = new QMenu(this);
    menu->addActions({m_bits, m_bytes});
    menu->addSeparator();
    menu->addActions({m_lines, m_stacked});
    menu->addSeparator();
    menu->addActions({m_separate, m_totals});
    m_view->setMenu(menu);
    m_export->setMenu(m_exportMenu);

    setToolButtonStyle(Qt::ToolButtonTextOnly);
    addWidget(m_span);
    addActions({m_pause, m_now, m_zoomIn, m_zoomOut, m_view, m_export});
    for (QAction *action : {m_view, m_export}) {
        if (auto *button = qobject_cast<QToolButton *>(widgetForAction(action)))
            button->setPopupMode(QToolButton::InstantPopup);
    }
    focusByTab(this);
    connectParts();
    retranslate();
    showSpan();
}

void ChartBar::connectParts()
{
    connect(m_span, &QComboBox::activated, this,
            [this] { m_chart->setSpan(std::chrono::seconds(m_span->currentData().toInt())); });
    connect(m_pause, &QAction::toggled, m_chart, &LiveChart::setPaused);
    connect(m_chart, &LiveChart::pausedChanged, m_pause, &QAction::setChecked);
    connect(m_chart, &LiveChart::spanChanged, this, &ChartBar::showSpan);
    connect(m_now, &QAction::triggered, m_chart, &LiveChart::followNow);
    connect(m_zoomIn, &QAction::triggered, m_chart, &LiveChart::zoomIn);
    connect(m_zoomOut, &QAction::triggered, m_chart, &LiveChart::zoomOut);
    connect(m_bits, &QAction::toggled, this,
            [this](bool on) { m_chart->setUnit(on ? RateUnit::BitsPerSecond : RateUnit::BytesPerSecond); });
    connect(m_stacked, &QAction::toggled, this,
            [this](bool on) { m_chart->setTrafficStyle(on ? TrafficStyle::Stacked : TrafficStyle::Lines); });
    connect(m_separate, &QAction::toggled, this,
            [this](bool on) { m_chart->setTrafficLayout(on ? TrafficLayout::Separate : TrafficLayout::Mirrored); });
    connect(m_totals, &QAction::toggled, this, &ChartBar::applyTotals);
}

QStringList ChartBar::choices() const
{
    QStringList names;
    for (const auto &[action, name] :
         {std::pair(m_bytes, u"bytes"_s), std::pair(m_stacked, u"stacked"_s), std::pair(m_separate, u"separate"_s)}) {
        if (action->isChecked())
            names.append(name);
    }
    if (!m_totals->isChecked())
        names.append(u"no-totals"_s);
    return names;
}

void ChartBar::choose(const QStringList &choices)
{
    const auto turn = [&choices](QAction *on, QAction *off, const QString &name) {
        (choices.contains(name) ? on : off)->setChecked(true);
    };
    turn(m_bytes, m_bits, u"bytes"_s);
    turn(m_stacked, m_lines, u"stacked"_s);
    m_separate->setChecked(choices.contains(u"separate"_s));
    m_totals->setChecked(!choices.contains(u"no-totals"_s));
}

void ChartBar::applyTotals()
{
    if (!m_chart->data())
        return;
    for (const TrafficSeries &series : m_chart->data()->series()) {
        if (series.isTotal)
            m_chart->setShown(series.id, m_totals->isChecked());
    }
}

void ChartBar::showSpan()
{
    const int seconds = int(m_chart->span().count());
    m_span->setCurrentIndex(m_span->findData(seconds)); // -1, an empty box, between the usual ones
}

void ChartBar::retranslate()
{
    //: @title:toolbar
    setWindowTitle(tr("Chart"));
    for (int i = 0; i < m_span->count(); ++i) {
        const int minutes = m_span->itemData(i).toInt() / 60;
        //: @item:inlistbox the stretch of time that the chart shows
        m_span->setItemText(i,
                            minutes < 60 ? tr("%1 min").arg(minutes)
                                         //: @item:inlistbox the stretch of time that the chart shows
                                         : tr("%1 h").arg(minutes / 60));
    }
    m_span->setAccessibleName(tr("Stretch of time shown"));
    m_span->setToolTip(tr("Stretch of time shown"));
    //: @action freezes the chart; sampling goes on
    m_pause->setText(tr("Pause"));
    //: @info:tooltip
    m_pause->setToolTip(tr("Freeze the chart; sampling goes on (Space)"));
    //: @action goes to the present
    m_now->setText(tr("Now"));
    //: @info:tooltip
    m_now->setToolTip(tr("Return to now (End)"));
    m_zoomIn->setText(QStringLiteral("+"));
    //: @info:tooltip
    m_zoomIn->setToolTip(tr("Shorter time (+)"));
    widgetForAction(m_zoomIn)->setAccessibleName(tr("Shorter time"));
    m_zoomOut->setText(QStringLiteral("−"));
    //: @info:tooltip
    m_zoomOut->setToolTip(tr("Longer time (−)"));
    widgetForAction(m_zoomOut)->setAccessibleName(tr("Longer time"));
    //: @title:menu
    m_view->setText(tr("View"));
    //: @option:radio
    m_bits->setText(tr("Bits per second"));
    //: @option:radio
    m_bytes->setText(tr("Bytes per second"));
    //: @option:radio
    m_lines->setText(tr("Lines"));
    //: @option:radio
    m_stacked->setText(tr("Stacked"));
    //: @option:check
    m_separate->setText(tr("Sent in a pane of its own"));
    //: @option:check
    m_totals->setText(tr("Total of the bond"));
    //: @title:menu
    m_export->setText(tr("Export"));
}

void ChartBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

} // namespace bondwright::ui
