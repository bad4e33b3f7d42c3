// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plandraft.h"
#include "wizard/pageid.h"

#include <QListWidget>

namespace bondwright::ui
{

/// The pages by name: the current one bold, visited ones ticked, those with findings marked.
class StepList final : public QListWidget
{
    Q_OBJECT
public:
    explicit StepList(PlanDraft *draft, QWidget *parent = nullptr);

    void setCurrentPage(PageId page);
    /// Another draft begins: no page was visited.
    void reset() { m_visited = 0; }

Q_SIGNALS:
    void pageChosen(bondwright::ui::PageId page);

private:
    void refresh();

    PlanDraft *m_draft;
    PageId m_current = PageId::Mode;
    quint8 m_visited = 0; ///< bit per page
    QIcon m_blank;
    bool m_isRefreshing = false;
};

} // namespace bondwright::ui
