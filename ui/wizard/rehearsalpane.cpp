// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/rehearsalpane.h"
#include "chart/bondfeed.h"
#include "chart/livechart.h"
#include "common/foldbutton.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/statesign.h"
#include "helperclient/helperclient.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui
{

namespace
{

constexpr std::chrono::seconds rehearsalSpan{5}; ///< on the screen while it runs

StateShape shapeOfOutcome(RehearsalOutcome outcome)
{
    switch (outcome) {
    case RehearsalOutcome::Passed:
        return StateShape::Ok;
    case RehearsalOutcome::Failed:
        return StateShape::Down;
    case RehearsalOutcome::NotPossible:
        break;
    }
    return StateShape::Unknown;
}

} // namespace

RehearsalPane::RehearsalPane(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_icon(new StateSign(StateShape::Unknown, this))
    , m_line(textLabel(this))
    , m_hint(textLabel(this, {}, true))
    , m_again(new QPushButton(this))
    , m_byHelper(new QPushButton(this))
    , m_detailBox(new QWidget(this))
    , m_chart(new LiveChart(m_detailBox))
    , m_text(textLabel(m_detailBox, {}, true))
{
    setObjectName(u"rehearsal"_s);
    m_line->setObjectName(u"rehearsal-line"_s);
    m_again->setObjectName(u"rehearse"_s);
    m_byHelper->setObjectName(u"rehearse-by-helper"_s);
    m_text->setObjectName(u"rehearsal-report"_s);
    m_details = new FoldButton(m_detailBox, this);
    m_details->setObjectName(u"rehearsal-details"_s);
    for (QPushButton *button : {m_again, m_byHelper})
        button->setAutoDefault(false);
    m_chart->setMinimumHeight(fontMetrics().height() * 12);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_line, 1);
    row->addWidget(m_byHelper, 0, Qt::AlignTop);
    row->addWidget(m_again, 0, Qt::AlignTop);
    auto *details = new QVBoxLayout(m_detailBox);
    details->setContentsMargins(0, 0, 0, 0);
    details->addWidget(m_chart);
    details->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_hint);
    layout->addWidget(m_details, 0, Qt::AlignLeft);
    layout->addWidget(m_detailBox);
    connect(m_again, &QPushButton::clicked, this, [this] { start(Way::AsThisUser); });
    connect(m_byHelper, &QPushButton::clicked, this, [this] { start(Way::ByHelper); });
    connect(services.helper, &helper::HelperClient::reachableChanged, this, &RehearsalPane::say);
    retranslateWith(this, [this] { retranslate(); });
}

RehearsalPane::~RehearsalPane() = default;

void RehearsalPane::retranslate()
{
    //: @action:button tries the plan in this kernel (once more)
    m_again->setText(tr("&Rehearse"));
    describe(m_again, tr("Rehearse the plan"),
             tr("Tries the plan in this kernel, in namespaces of its own: the host stays as it is"));
    //: @action:button
    m_byHelper->setText(tr("Rehearse through the &helper"));
    describe(m_byHelper, tr("Rehearse through the helper"),
             tr("The helper loads the driver and makes the namespaces; it may ask for a password"));
    //: @action:button unfolds the chart and the report
    m_details->setText(tr("Details of the rehearsal"));
    // The process speaks the language that it was started in; the helper is asked only by the user.
    if (m_report && m_way == Way::AsThisUser && isVisible())
        start(Way::AsThisUser);
    say();
}

void RehearsalPane::rehearse(const BondPlan &plan, const HostFacts &host)
{
    if (m_plan == plan && (m_report || m_rehearsal))
        return;
    m_plan = plan;
    m_host = host;
    start(Way::AsThisUser);
}

void RehearsalPane::clear(const QString &why)
{
    stop();
    m_plan.reset();
    m_report.reset();
    m_why = why;
    say();
}

void RehearsalPane::start(Way way)
{
    if (!m_plan)
        return;
    stop();
    m_way = way;
    m_report.reset();
    m_rehearsal = std::make_unique<rehearsal::Rehearsal>(*m_plan, m_host, std::nullopt);
    connect(m_rehearsal.get(), &rehearsal::Rehearsal::finished, this, &RehearsalPane::take);
    watch();
    if (way == Way::ByHelper)
        m_rehearsal->startBy(*m_services.helper);
    else
        m_rehearsal->start(m_services.rehearsalProgram);
    say();
}

/// The chart shows the bond that is made for the rehearsal, in its own kernel state.
void RehearsalPane::watch()
{
    m_chart->setData(nullptr);
    m_source = std::make_unique<kernel::RecordedSource>();
    m_chart->setFinished(false);
    m_chart->setSpan(rehearsalSpan);
    m_chart->setData(BondFeed::of(m_source.get(), m_plan->name)->data());
    m_chart->followNow();
    connect(m_rehearsal.get(), &rehearsal::Rehearsal::recorded, m_source.get(),
            [source = m_source.get()](const kernel::recording::Record &record) { source->take(record); });
}

void RehearsalPane::stop()
{
    if (m_rehearsal)
        m_rehearsal.release()->deleteLater(); // it may be what calls
}

void RehearsalPane::take(const rehearsal::Report &report)
{
    stop();
    m_report = report;
    m_chart->setFinished(true);
    m_chart->showAll();
    say();
}

void RehearsalPane::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        stop();
    QWidget::hideEvent(event);
}

void RehearsalPane::say()
{
    const bool isPossible = m_report && m_report->outcome != RehearsalOutcome::NotPossible;
    QString line = m_why;
    if (m_report)
        line = rehearsal::summary(*m_report);
    else if (m_plan)
        //: @status
        line = tr("Rehearsing in this kernel…");
    m_line->setText(line);
    m_line->setAccessibleDescription(line);
    const StateShape shape = m_report ? shapeOfOutcome(m_report->outcome) : StateShape::Changing;
    m_icon->setShape(m_plan ? shape : StateShape::Unknown);
    const QString hint = m_report && !isPossible ? m_report->error.hint : QString();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_again->setEnabled(m_plan && !m_rehearsal);
    m_byHelper->setVisible(m_report && rehearsal::helperCould(*m_report) && m_services.helper->isReachable());
    m_details->setVisible(m_plan.has_value());
    if (!m_plan)
        m_details->setUnfolded(false);
    m_text->setText(m_report ? rehearsal::reportText(*m_report) : QString());
}

} // namespace bondwright::ui
