// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rolloutmodel.h"

#include "models/languagewatcher.h"
#include "models/stateshape.h"
#include "rollout/playbook.h"
#include "rollout/report.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::models
{

namespace
{

constexpr qsizetype shownOwnLines = 4;

StateShape shapeOfStage(rollout::Stage stage)
{
    switch (stage) {
    case rollout::Stage::Waiting:
        return StateShape::Unknown;
    case rollout::Stage::Begun:
    case rollout::Stage::Rehearsed:
    case rollout::Stage::Applied:
    case rollout::Stage::Confirmed:
        return StateShape::Changing;
    case rollout::Stage::WouldChange:
        return StateShape::Info;
    case rollout::Stage::Unchanged:
    case rollout::Stage::GatePassed:
    case rollout::Stage::Tested:
        return StateShape::Ok;
    case rollout::Stage::Reverted:
        return StateShape::Degraded;
    case rollout::Stage::Failed:
    case rollout::Stage::Unreachable:
        return StateShape::Down;
    }
    return StateShape::Unknown;
}

} // namespace

RolloutModel::RolloutModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    });
}

void RolloutModel::setHosts(const QStringList &names)
{
    QList<Row> next;
    for (const QString &name : names) {
        const auto before = std::ranges::find(m_rows, name, &Row::name);
        next.append(before != m_rows.end() ? *before : Row{name, true, {}, false, {}, {}});
    }
    beginResetModel();
    m_rows = next;
    propose();
    endResetModel();
}

void RolloutModel::setFirstAddress(const QString &first, const QString &owner, const QStringList &taken)
{
    beginResetModel();
    m_first = first;
    m_owner = owner;
    m_taken = taken;
    propose();
    endResetModel();
}

int RolloutModel::takeAddresses(const QMap<QString, QString> &byHost)
{
    int named = 0;
    for (Row &row : m_rows) {
        const auto at = byHost.constFind(row.name);
        if (at == byHost.cend())
            continue;
        row.address = *at;
        row.isTyped = true;
        ++named;
    }
    if (named > 0)
        Q_EMIT dataChanged(index(0, Address), index(rowCount() - 1, Address));
    return named;
}

void RolloutModel::propose()
{
    QStringList taken = m_taken;
    if (!m_owner.isEmpty())
        taken.append(m_first);
    for (const Row &row : std::as_const(m_rows)) {
        if (row.isTyped)
            taken.append(row.address);
    }
    QStringList free = rollout::addressesFrom(m_first, int(m_rows.size()), taken);
    for (Row &row : m_rows) {
        if (row.isTyped)
            continue;
        if (row.name == m_owner)
            row.address = m_first;
        else
            row.address = free.isEmpty() ? QString() : free.takeFirst();
    }
}

void RolloutModel::refreshVerdicts()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Verdict), index(rowCount() - 1, Verdict));
}

void RolloutModel::setProgress(const rollout::Progress &progress)
{
    QHash<QString, const rollout::HostProgress *> known;
    for (const rollout::HostProgress &host : progress.hosts())
        known.insert(host.host, &host);
    for (int row = 0; row < rowCount(); ++row) {
        Row &now = m_rows[row];
        const rollout::HostProgress *host = known.value(now.name);
        const auto next = host ? std::optional(*host) : std::nullopt;
        const QStringList own = host ? progress.ownLines(*host) : QStringList();
        if (now.progress == next && now.own == own)
            continue;
        now.progress = next;
        now.own = own;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

QStringList RolloutModel::chosen() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        if (row.isChosen)
            names.append(row.name);
    }
    return names;
}

QMap<QString, QString> RolloutModel::addresses() const
{
    QMap<QString, QString> all;
    for (const Row &row : m_rows) {
        if (row.isChosen && isAddressed())
            all.insert(row.name, row.address);
    }
    return all;
}

QList<rollout::FileChange> RolloutModel::files(int row) const
{
    const auto &progress = m_rows.at(row).progress;
    return progress ? progress->files : QList<rollout::FileChange>();
}

QString RolloutModel::trouble(int row) const
{
    const auto &progress = m_rows.at(row).progress;
    return progress && rollout::isTrouble(progress->stage) ? rollout::remarksOf(*progress) : QString();
}

int RolloutModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RolloutModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RolloutModel::textOf(const Row &row, int column) const
{
    switch (column) {
    case Host:
        return row.name;
    case Address:
        return isAddressed() ? row.address : QString();
    case Nics:
        return row.progress ? row.progress->nics.join(u" + "_s) : QString();
    case Stage:
        return row.progress ? rollout::stageText(row.progress->stage) : QString();
    case Verdict:
        return m_verdictOf ? m_verdictOf(row.name) : QString();
    case Own:
        return row.own.mid(0, shownOwnLines).join(u" · "_s);
    case Details:
        return row.progress ? rollout::remarksOf(*row.progress) : QString();
    default:
        return {};
    }
}

QVariant RolloutModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Own ? row.own.join(u'\n') : textOf(row, index.column());
    case Qt::CheckStateRole:
        return index.column() == Host ? QVariant(row.isChosen ? Qt::Checked : Qt::Unchecked) : QVariant();
    case NameRole:
        return row.name;
    case ShapeRole:
        return index.column() == Stage && row.progress ? QVariant::fromValue(shapeOfStage(row.progress->stage))
                                                       : QVariant();
    default:
        return {};
    }
}

bool RolloutModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Row &row = m_rows[index.row()];
    if (role == Qt::CheckStateRole && index.column() == Host)
        row.isChosen = value.toInt() == Qt::Checked;
    else if (role == Qt::EditRole && index.column() == Address)
        row = Row{row.name, row.isChosen, value.toString().trimmed(), true, row.progress, row.own};
    else
        return false;
    Q_EMIT dataChanged(index, index);
    return true;
}

Qt::ItemFlags RolloutModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Host)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Address && isAddressed())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RolloutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Host:
        //: @title:column a computer
        return tr("Host");
    case Address:
        //: @title:column the address that a host's bond gets
        return tr("Address");
    case Nics:
        //: @title:column those that a rule has chosen on a host
        return tr("NICs");
    case Stage:
        //: @title:column how far a host of a roll-out has come
        return tr("State");
    case Verdict:
        //: @title:column how the bond of a host is now
        return tr("Bond now");
    case Own:
        //: @title:column what of the files other hosts do not have
        return tr("Only on this host");
    case Details:
        //: @title:column
        return tr("Details");
    default:
        return {};
    }
}

} // namespace bondwright::models
