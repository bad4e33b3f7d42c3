// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/event.h"
#include "models/filtermodel.h"

#include <QSet>

namespace bondwright::models
{

/// Picks from an EventModel by bond, severity, kind and text; sorts by raw values.
class EventFilterModel : public FilterModel
{
    Q_OBJECT
public:
    explicit EventFilterModel(QObject *parent = nullptr);

    /// Empty: all bonds. By name, because earlier events have no index that still means anything.
    void setBond(const QString &bond);
    void setMinimumSeverity(kernel::EventSeverity severity);
    /// Empty: all kinds.
    void setKinds(const QSet<kernel::EventKind> &kinds);
    /// Case-insensitive part of the time as it is shown, the bond, slave or sentence.
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_bond;
    QString m_text;
    QSet<kernel::EventKind> m_kinds;
    kernel::EventSeverity m_minimum = kernel::EventSeverity::Info;
};

} // namespace bondwright::models
