// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plandraft.h"
#include "wizard/pageid.h"

#include <QWidget>

namespace bondwright::ui
{

/// One page: shows the draft and writes to it, keeps nothing of its own. refresh() is called when the page
/// comes into view and whenever the draft changes while it is.
class WizardPage : public QWidget
{
    Q_OBJECT
public:
    WizardPage(PageId id, PlanDraft *draft, QWidget *parent);

    PageId id() const { return m_id; }
    /// A few words for the side list.
    static QString title(PageId id);
    /// The question the page asks, as its heading.
    static QString question(PageId id);
    /// It is on the screen now and is read from its beginning: nothing of it scrolls by itself any more.
    virtual void begin() { }
    /// Another draft is worked on: nothing that was asked, found or typed for the former one is left.
    virtual void beginDraft() { }
    /// Puts the focus on the control for this field of the plan.
    virtual void showField(const QString &field);

Q_SIGNALS:
    void fieldRequested(const QString &field); ///< another page's field is to be shown

protected:
    PlanDraft *draft() const { return m_draft; }
    virtual void refresh() = 0;
    void showEvent(QShowEvent *event) override;
    bool isRefreshing() const { return m_isRefreshing; }

private:
    void refreshNow();

    PageId m_id;
    PlanDraft *m_draft;
    bool m_isRefreshing = false;
};

} // namespace bondwright::ui
