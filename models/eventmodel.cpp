// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/eventmodel.h"

#include "models/languagewatcher.h"
#include "models/stateshape.h"
#include "models/texts.h"

#include <QLocale>

namespace bondwright::models
{

EventModel::EventModel(QObject *parent, int limit)
    : QAbstractTableModel(parent)
    , m_limit(std::max(1, limit))
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, &EventModel::retranslate);
}

void EventModel::append(const QList<kernel::BondEvent> &events)
{
    const QList<kernel::BondEvent> fresh = events.mid(std::max<qsizetype>(0, events.size() - m_limit));
    if (fresh.isEmpty())
        return;
    removeFirst(m_events.size() + fresh.size() - m_limit);
    const int at = int(m_events.size());
    beginInsertRows({}, at, at + int(fresh.size()) - 1);
    m_events += fresh;
    endInsertRows();
}

void EventModel::prepend(QList<kernel::BondEvent> events)
{
    const qsizetype room = m_limit - m_events.size();
    if (events.size() > room)
        events.remove(0, events.size() - room);
    if (events.isEmpty())
        return;
    beginInsertRows({}, 0, int(events.size()) - 1);
    m_events = events + m_events;
    endInsertRows();
}

void EventModel::update(const kernel::BondEvent &event)
{
    // What is updated is nearly always among the latest.
    for (qsizetype row = m_events.size() - 1; row >= 0; --row) {
        if (m_events.at(row).id != event.id)
            continue;
        if (m_events.at(row) == event)
            return;
        m_events[row] = event;
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
        return;
    }
}

void EventModel::clear()
{
    removeFirst(m_events.size());
}

void EventModel::removeFirst(qsizetype count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, int(std::min(count, m_events.size())) - 1);
    m_events.remove(0, std::min(count, m_events.size()));
    endRemoveRows();
}

void EventModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_events.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_events.size()) - 1, ColumnCount - 1));
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::textData(const kernel::BondEvent &event, int column) const
{
    switch (column) {
    case Time:
        return event.wallTime.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    case Bond:
        return event.bond;
    case Slave:
        return event.slave;
    case What:
        return kernel::eventText(event);
    case Outage:
        return event.outage ? Texts::duration(*event.outage) : QString();
    default:
        return {};
    }
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const kernel::BondEvent &event = m_events.at(index.row());
    const QVariant outage = event.outage ? QVariant(qint64(event.outage->count())) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return textData(event, index.column());
    case SortRole:
        if (index.column() == Time)
            return event.wallTime;
        return index.column() == Outage ? outage : textData(event, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Outage ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case NumericRole:
        return index.column() == Outage;
    case Qt::ToolTipRole:
    case TextRole:
        return textData(event, What);
    case ShapeRole:
        return index.column() == Time ? QVariant::fromValue(shapeOf(kernel::eventSeverity(event))) : QVariant();
    case NameRole:
    case BondRole:
        return event.bond;
    case IfindexRole:
        return event.bondIndex;
    case KindRole:
        return int(event.kind);
    case SeverityRole:
        return int(kernel::eventSeverity(event));
    case MonotonicRole:
        return event.monotonicNs;
    case WallTimeRole:
        return event.wallTime;
    case SlaveRole:
        return event.slave;
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        //: @title:column when an event happened
        return tr("Time");
    case Bond:
        //: @title:column name of a bond
        return tr("Bond");
    case Slave:
        //: @title:column name of a slave
        return tr("Slave");
    case What:
        //: @title:column what happened, a sentence
        return tr("Event");
    case Outage:
        //: @title:column how long nothing got through, as measured by ping
        return tr("Outage");
    default:
        return {};
    }
}

} // namespace bondwright::models
