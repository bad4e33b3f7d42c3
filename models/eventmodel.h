// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/event.h"
#include "models/roles.h"

#include <QAbstractTableModel>
#include <QList>

namespace bondwright::models
{

/// Events, oldest first; bounded: the oldest go when there are too many. Sorting the other way round is a
/// proxy's work.
class EventModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int defaultLimit = 10'000;

    enum Column { Time, Bond, Slave, What, Outage, ColumnCount };
    enum Role {
        KindRole = FirstOwnRole, ///< int, kernel::EventKind
        SeverityRole, ///< int, kernel::EventSeverity
        MonotonicRole, ///< qint64 ns, 0: from before this boot's start of the program
        WallTimeRole, ///< QDateTime
        BondRole,
        SlaveRole,
        TextRole, ///< translated sentence
    };

    explicit EventModel(QObject *parent = nullptr, int limit = defaultLimit);

    /// Adds at the end.
    void append(const QList<kernel::BondEvent> &events);
    void append(const kernel::BondEvent &event) { append(QList<kernel::BondEvent>{event}); }
    /// Adds earlier events at the beginning, as far as there is room.
    void prepend(QList<kernel::BondEvent> events);
    /// Replaces the event of the same id, e.g. once its outage has been measured; nothing if it is gone.
    void update(const kernel::BondEvent &event);
    void clear();
    const kernel::BondEvent &eventAt(int row) const { return m_events.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant textData(const kernel::BondEvent &event, int column) const;
    void removeFirst(qsizetype count);
    void retranslate();

    QList<kernel::BondEvent> m_events;
    int m_limit;
};

} // namespace bondwright::models
