// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/steplist.h"
#include "common/actionicon.h"
#include "common/retranslate.h"
#include "common/stateicon.h"
#include "wizard/wizardpage.h"

#include <algorithm>

namespace bondwright::ui
{

StepList::StepList(PlanDraft *draft, QWidget *parent)
    : QListWidget(parent)
    , m_draft(draft)
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setAutoFillBackground(false);
    const int side = fontMetrics().height();
    setIconSize({side, side});
    QPixmap nothing(side, side);
    nothing.fill(Qt::transparent);
    m_blank = QIcon(nothing); // keeps the titles in line
    for (int at = 0; at < pageCount; ++at)
        addItem(new QListWidgetItem);
    connect(draft, &PlanDraft::changed, this, &StepList::refresh);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_isRefreshing && row >= 0)
            Q_EMIT pageChosen(PageId(row));
    });
    retranslateWith(this, [this] {
        describe(this, tr("Steps of the wizard"), tr("Every page can be opened at any time"));
        refresh();
    });
}

void StepList::setCurrentPage(PageId page)
{
    m_current = page;
    m_visited |= quint8(1U << unsigned(page));
    refresh();
}

void StepList::refresh()
{
    m_isRefreshing = true;
    int widest = 0;
    for (int at = 0; at < pageCount; ++at) {
        const PageId page = PageId(at);
        QListWidgetItem *row = item(at);
        const QString title = WizardPage::title(page);
        const bool isVisited = (m_visited & (1U << unsigned(at))) != 0;
        const QList<Finding> found = isVisited ? findingsOn(*m_draft, page) : QList<Finding>{};
        const bool hasWarning = std::any_of(
            found.cbegin(), found.cend(), [](const Finding &finding) { return finding.severity == Severity::Warning; });
        QString spoken = title;
        if (hasErrors(found)) {
            row->setIcon(stateIcon(StateShape::Down));
            spoken = tr("%1, has errors").arg(title);
        } else if (hasWarning) {
            row->setIcon(stateIcon(StateShape::Degraded));
            spoken = tr("%1, has warnings").arg(title);
        } else if (isVisited && page != m_current) {
            row->setIcon(actionIcon(ActionIcon::Keep));
            spoken = tr("%1, done").arg(title);
        } else {
            row->setIcon(m_blank);
        }
        row->setText(title);
        row->setData(Qt::AccessibleTextRole, spoken);
        QFont bold = font();
        bold.setBold(true);
        widest = std::max(widest, QFontMetrics(bold).horizontalAdvance(title));
        row->setFont(page == m_current ? bold : font());
        row->setSizeHint({0, fontMetrics().height() + 14});
    }
    setCurrentRow(int(m_current));
    setFixedWidth(widest + fontMetrics().height() + 34);
    m_isRefreshing = false;
}

} // namespace bondwright::ui
