// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/wizardpage.h"

#include "common/retranslate.h"

#include <QShowEvent>

namespace bondwright::ui
{

WizardPage::WizardPage(PageId id, PlanDraft *draft, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_draft(draft)
{
    connect(draft, &PlanDraft::changed, this, [this] {
        if (isVisible())
            refreshNow();
    });
}

QString WizardPage::title(PageId id)
{
    switch (id) {
    case PageId::Mode:
        //: @title a step of the wizard
        return tr("Goal and mode");
    case PageId::Nics:
        //: @title a step of the wizard
        return tr("NICs");
    case PageId::Monitoring:
        //: @title a step of the wizard
        return tr("Link monitoring");
    case PageId::Options:
        //: @title a step of the wizard
        return tr("Options");
    case PageId::Address:
        //: @title a step of the wizard
        return tr("Address");
    case PageId::Review:
        //: @title a step of the wizard
        return tr("Review");
    case PageId::Apply:
        //: @title a step of the wizard
        return tr("Apply");
    }
    return {};
}

QString WizardPage::question(PageId id)
{
    switch (id) {
    case PageId::Mode:
        return tr("What should the bond do for you?");
    case PageId::Nics:
        return tr("Which network interface cards (NICs) work together?");
    case PageId::Monitoring:
        return tr("How is a dead link noticed?");
    case PageId::Options:
        return tr("Anything special for this mode?");
    case PageId::Address:
        return tr("Which address does the bond get?");
    case PageId::Review:
        return tr("Is this what you want?");
    case PageId::Apply:
        return tr("Apply the change");
    }
    return {};
}

void WizardPage::showField(const QString &)
{
    setFocus();
}

void WizardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshNow();
}

void WizardPage::refreshNow()
{
    if (m_isRefreshing)
        return;
    m_isRefreshing = true;
    refresh();
    m_isRefreshing = false;
}

} // namespace bondwright::ui
