// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/nicmodel.h"

#include "domain/sentences.h"
#include "models/followsource.h"
#include "models/languagewatcher.h"
#include "models/texts.h"

#include <algorithm>

namespace bondwright::models
{

NicModel::NicModel(QObject *parent)
    : SyncedModel(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, &NicModel::retranslate);
}

void NicModel::follow(kernel::KernelSource *source)
{
    if (m_health)
        m_health->disconnect(this);
    m_health = source ? diagnosis::HealthKeeper::of(source) : nullptr;
    followSource(this, m_source, source);
    if (source)
        connect(m_health, &diagnosis::HealthKeeper::portsChanged, this,
                [this, source] { setSnapshot(source->snapshot()); });
}

void NicModel::setSnapshot(const kernel::Snapshot &snapshot)
{
    m_snapshot = snapshot;
    QList<Row> next;
    for (const kernel::NicState &nic : snapshot.nics) {
        if (nic.kind == InterfaceKind::Bond)
            continue;
        const auto master = snapshot.nics.constFind(nic.masterIndex);
        Row row{nic, NicJudge::usage(nic, snapshot), master == snapshot.nics.cend() ? QString() : master->name, {}};
        if (m_health && m_health->ports().contains(nic.name))
            row.port = m_health->ports().value(nic.name);
        next.append(row);
    }
    syncRows(m_rows, next, [](const Row &row) { return row.nic.ifindex; });
}

void NicModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    for (Row &row : m_rows)
        row.usage = NicJudge::usage(row.nic, m_snapshot);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QModelIndex NicModel::nicIndex(int ifindex) const
{
    const auto at = std::lower_bound(m_rows.cbegin(), m_rows.cend(), ifindex,
                                     [](const Row &row, int wanted) { return row.nic.ifindex < wanted; });
    return at == m_rows.cend() || at->nic.ifindex != ifindex ? QModelIndex() : index(int(at - m_rows.cbegin()), 0);
}

QModelIndex NicModel::nicIndex(const QString &name) const
{
    const auto at
        = std::find_if(m_rows.cbegin(), m_rows.cend(), [&name](const Row &row) { return row.nic.name == name; });
    return at == m_rows.cend() ? QModelIndex() : index(int(at - m_rows.cbegin()), 0);
}

int NicModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NicModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NicModel::textData(const Row &row, int column) const
{
    const kernel::NicState &nic = row.nic;
    switch (column) {
    case Name:
        return nic.name;
    case Use:
        if (row.usage.use == NicUse::Free)
            //: @status of a NIC that carries nothing
            return tr("Free");
        if (row.usage.use == NicUse::NotUsable)
            //: @status of a NIC that cannot be bonded; %1 why, in a word or two
            return tr("Not usable: %1").arg(NicJudge::whyInAWord(nic));
        if (nic.masterIndex != 0)
            return row.usage.reason;
        //: @status of a NIC that carries an address
        return nic.carriesDefaultRoute ? tr("In use, default route") : tr("In use");
    case Link:
        return Texts::link(nic);
    case Speed:
        return nic.speedMbps ? Texts::speed(nic.speedMbps) : QStringLiteral("–");
    case Driver:
        return nic.driver.isEmpty() ? nic.kind.toString() : nic.driver;
    case Place:
        return nic.busAddress;
    case Address:
        return nic.addresses.toStrings().join(QStringLiteral(", "));
    case Mac:
        return nic.ownMac().toString();
    case SwitchPort:
        return row.port ? neighbours::shortSwitchPortText(*row.port) : QString();
    default:
        return {};
    }
}

QVariant NicModel::sortData(const Row &row, int column) const
{
    switch (column) {
    case Use:
        return int(row.usage.use);
    case Link:
        return row.nic.adminUp ? (row.nic.carrier ? 0 : 1) : 2;
    case Speed:
        return row.nic.speedMbps ? QVariant(*row.nic.speedMbps) : QVariant();
    default:
        return textData(row, column);
    }
}

/// What a screen reader says of the row at its name: the columns beside it are heard one by one only.
QString NicModel::spoken(const Row &row) const
{
    const QString use = textData(row, Use).toString();
    const QString &reason = row.usage.reason;
    return joinSentences({reason.startsWith(use) ? QString() : asSentence(use), reason,
                          row.port ? neighbours::switchPortText(*row.port) : QString()});
}

QVariant NicModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textData(row, index.column());
    case SortRole:
        return sortData(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Speed ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case NumericRole:
        return index.column() == Speed;
    case Qt::ToolTipRole:
        if (index.column() == SwitchPort && row.port)
            return neighbours::switchPortText(*row.port);
        return row.usage.reason;
    case ReasonRole:
        return row.usage.reason;
    case Qt::AccessibleTextRole:
        return index.column() == Speed ? Texts::speed(row.nic.speedMbps) : QVariant(); // a dash says nothing
    case Qt::AccessibleDescriptionRole:
        return index.column() == Name ? QVariant(spoken(row)) : QVariant();
    case ShapeRole:
        return index.column() == Name ? QVariant::fromValue(shapeOf(row.usage.use)) : QVariant();
    case NameRole:
        return row.nic.name;
    case IfindexRole:
        return row.nic.ifindex;
    case UseRole:
        return int(row.usage.use);
    case SelectableRole:
        return row.usage.selectable;
    case MasterNameRole:
        return row.master;
    default:
        return {};
    }
}

QVariant NicModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Speed ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        //: @title:column NIC
        return tr("NIC");
    case Use:
        //: @title:column free, used or not usable
        return tr("Use");
    case Link:
        //: @title:column whether there is a link
        return tr("Link");
    case Speed:
        //: @title:column link speed
        return tr("Speed");
    case Driver:
        //: @title:column kernel driver of a NIC
        return tr("Driver");
    case Place:
        //: @title:column bus address of a NIC, e.g. 0000:03:00.1
        return tr("Slot");
    case Address:
        //: @title:column IP addresses
        return tr("Addresses");
    case Mac:
        //: @title:column hardware address
        return tr("MAC address");
    case SwitchPort:
        //: @title:column where a NIC's cable ends: a switch and its port
        return tr("Switch port");
    default:
        return {};
    }
}

} // namespace bondwright::models
