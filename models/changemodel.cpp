// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/changemodel.h"

#include "models/iconnames.h"
#include "models/languagewatcher.h"

namespace bondwright::models
{

namespace
{

QString icon(const QString &state)
{
    if (state == u"new")
        return icons::fileNew;
    return state == u"deleted" ? icons::fileDeleted : icons::fileChanged;
}

QString word(const QString &state)
{
    if (state == u"new")
        //: @label what happens to a file
        return ChangeModel::tr("New");
    if (state == u"deleted")
        //: @label what happens to a file
        return ChangeModel::tr("Deleted");
    if (state == u"unchanged")
        //: @label what happens to a file
        return ChangeModel::tr("Unchanged");
    //: @label what happens to a file
    return ChangeModel::tr("Changed");
}

} // namespace

ChangeModel::ChangeModel(QObject *parent)
    : SyncedModel(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, &ChangeModel::retranslate);
}

ChangeModel::Row ChangeModel::makeRow(const helper::FileDiff &file)
{
    Row row{file.path, file.oldText, file.newText, file.unified, QStringLiteral("changed"), 0, 0};
    if (file.removed)
        row.state = QStringLiteral("deleted");
    else if (!file.existed)
        row.state = QStringLiteral("new");
    else if (file.oldText == file.newText)
        row.state = QStringLiteral("unchanged");
    // A "+" or "-" counts inside a hunk only: "--- a/file" stands before the first "@@".
    bool isInHunk = false;
    for (const QStringView line : QStringView(file.unified).split(u'\n')) {
        isInHunk = isInHunk || line.startsWith(u"@@");
        row.added += isInHunk && line.startsWith(u'+');
        row.removed += isInHunk && line.startsWith(u'-');
    }
    return row;
}

void ChangeModel::setFiles(const QList<helper::FileDiff> &files)
{
    QList<Row> next;
    QSet<QString> seen;
    for (const helper::FileDiff &file : files) {
        if (seen.contains(file.path))
            continue;
        seen.insert(file.path);
        next.append(makeRow(file));
    }
    syncRows(m_rows, next, [](const Row &row) { return row.path; });
}

void ChangeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int ChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        switch (index.column()) {
        case Path:
            return row.path;
        case Change:
            return word(row.state);
        case Added:
            return row.added;
        default:
            return row.removed;
        }
    case Qt::ToolTipRole:
    case NameRole:
        return row.path;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(row.path, word(row.state));
    case IconNameRole:
        return index.column() == Path ? QVariant(icon(row.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= Added ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case NumericRole:
        return index.column() >= Added;
    case StateRole:
        return row.state;
    case OldTextRole:
        return row.oldText;
    case NewTextRole:
        return row.newText;
    case UnifiedRole:
        return row.unified;
    case AddedRole:
        return row.added;
    case RemovedRole:
        return row.removed;
    default:
        return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Path:
        //: @title:column path of a file
        return tr("File");
    case Change:
        //: @title:column what happens to a file
        return tr("Change");
    case Added:
        //: @title:column number of lines
        return tr("Added lines");
    case Removed:
        //: @title:column number of lines
        return tr("Removed lines");
    default:
        return {};
    }
}

QHash<int, QByteArray> ChangeModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IconNameRole, "iconName"}, {SortRole, "sort"},
            {NameRole, "path"},           {StateRole, "state"},       {OldTextRole, "oldText"},
            {NewTextRole, "newText"},     {UnifiedRole, "unified"},   {AddedRole, "added"},
            {RemovedRole, "removed"}};
}

} // namespace bondwright::models
