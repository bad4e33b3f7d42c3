// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/bondtreemodel.h"

#include "domain/sentences.h"
#include "kernel/bondview.h"
#include "models/stateshape.h"
#include "models/texts.h"

namespace bondwright::models
{

namespace
{

bool isNumber(int column)
{
    return column == BondTreeModel::Speed || (column >= BondTreeModel::Failures && column <= BondTreeModel::Transmit);
}

QString speedText(const kernel::NicState &nic)
{
    return nic.speedMbps ? Texts::speed(nic.speedMbps) : QStringLiteral("–");
}

QVariant speedValue(const kernel::NicState &nic)
{
    return nic.speedMbps ? QVariant(*nic.speedMbps) : QVariant();
}

} // namespace

QString BondTreeModel::roleText(kernel::SlaveRole role)
{
    switch (role) {
    case kernel::SlaveRole::Active:
        //: @status of a slave: carries traffic
        return tr("active");
    case kernel::SlaveRole::Standby:
        //: @status of a slave: ready to take over
        return tr("standby");
    case kernel::SlaveRole::GoingDown:
        return Texts::mii(kernel::MiiStatus::GoingDown);
    case kernel::SlaveRole::GoingBack:
        return Texts::mii(kernel::MiiStatus::GoingBack);
    case kernel::SlaveRole::Down:
        return Texts::mii(kernel::MiiStatus::Down);
    case kernel::SlaveRole::NoLink:
        //: @status of a slave: cable out or switch port off
        return tr("link down");
    case kernel::SlaveRole::Unknown:
        break;
    }
    return Texts::mii(kernel::MiiStatus::Unknown);
}

QVariant BondTreeModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole || role == NumericRole) {
        const bool isRight = index.isValid() && isNumber(index.column());
        if (role == NumericRole)
            return index.isValid() ? QVariant(isRight) : QVariant();
        return isRight ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    }
    if (const BondRow *bond = bondAt(index))
        return bondData(*bond, index.column(), role);
    if (const SlaveRow *slave = slaveAt(index))
        return slaveData(m_bonds.at(parent(index).row()), *slave, index.column(), role);
    return {};
}

QVariant BondTreeModel::bondData(const BondRow &bond, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        switch (column) {
        case Name:
            return bond.state.name;
        case State:
            return role == SortRole ? QVariant(int(bond.health.verdict))
                                    : QVariant(diagnosis::verdictWord(bond.health.verdict));
        case Link:
            return Texts::link(bond.nic);
        case Speed:
            return role == SortRole ? speedValue(bond.nic) : QVariant(speedText(bond.nic));
        case Mii:
            return Texts::mii(bond.state.miiUp ? kernel::MiiStatus::Up : kernel::MiiStatus::Down);
        case Receive:
        case Transmit:
            return rateData(bond.state.ifindex, column, role);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return bond.health.cause;
    case Qt::AccessibleDescriptionRole:
        return column == Name ? QVariant(joinSentences({asSentence(bond.health.word), bond.health.cause})) : QVariant();
    case ShapeRole:
        return column == Name ? QVariant::fromValue(shapeOf(bond.health.verdict)) : QVariant();
    case NameRole:
        return bond.state.name;
    case IfindexRole:
    case BondIndexRole:
        return bond.state.ifindex;
    case IsBondRole:
        return true;
    default:
        return {};
    }
}

QVariant BondTreeModel::slaveCell(const SlaveRow &slave, kernel::SlaveRole does, int column, int role) const
{
    switch (column) {
    case Name:
        return slave.state.name;
    case State:
        return roleText(does);
    case Link:
        return Texts::link(slave.nic);
    case Speed:
        return role == SortRole ? speedValue(slave.nic) : QVariant(speedText(slave.nic));
    case Mii:
        return Texts::mii(slave.state.mii);
    case Failures:
        return slave.state.linkFailures;
    case SwitchPort:
        return slave.port ? neighbours::shortSwitchPortText(*slave.port) : QString();
    case Receive:
    case Transmit:
        return rateData(slave.state.ifindex, column, role);
    default:
        return {};
    }
}

QVariant BondTreeModel::slaveData(const BondRow &bond, const SlaveRow &slave, int column, int role) const
{
    const kernel::SlaveRole does
        = kernel::roleOf(bond.state, slave.state, slave.nic.ifindex > 0 ? &slave.nic : nullptr);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return slaveCell(slave, does, column, role);
    case Qt::ToolTipRole:
        return slave.port ? neighbours::switchPortText(*slave.port) : QVariant();
    case Qt::AccessibleDescriptionRole: {
        if (column != Name)
            return {};
        QStringList words{roleText(does), Texts::link(slave.nic)};
        if (slave.port)
            words.append(neighbours::switchPortText(*slave.port));
        return Texts::list(words);
    }
    case ShapeRole:
        return column == Name ? QVariant::fromValue(shapeOf(does)) : QVariant();
    case NameRole:
        return slave.state.name;
    case IfindexRole:
        return slave.state.ifindex;
    case IsBondRole:
        return false;
    case BondIndexRole:
        return bond.state.ifindex;
    case CanBeMadeActiveRole:
        return kernel::canBeMadeActive(bond.state, slave.state, &slave.nic);
    default:
        return {};
    }
}

QVariant BondTreeModel::rateData(int ifindex, int column, int role) const
{
    const auto rate = m_rates.constFind(ifindex);
    if (rate == m_rates.cend() || !rate->rates)
        return {};
    const double bytes = column == Receive ? rate->rates->rxBytes : rate->rates->txBytes;
    return role == SortRole ? QVariant(bytes) : QVariant(Texts::rate(bytes));
}

QVariant BondTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        //: @title:column name of a bond or slave
        return tr("Name");
    case State:
        //: @title:column
        return tr("State");
    case Link:
        //: @title:column
        return tr("Link");
    case Speed:
        //: @title:column
        return tr("Speed");
    case Mii:
        //: @title:column link state as the bond's monitoring sees it
        return tr("MII");
    case Failures:
        //: @title:column how often a slave lost its link
        return tr("Failures");
    case Receive:
        //: @title:column data rate
        return tr("Received");
    case Transmit:
        //: @title:column data rate
        return tr("Sent");
    case SwitchPort:
        //: @title:column where a NIC's cable ends: a switch and its port
        return tr("Switch port");
    default:
        return {};
    }
}

} // namespace bondwright::models
