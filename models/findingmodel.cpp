// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/findingmodel.h"

#include "models/iconnames.h"
#include "models/languagewatcher.h"

#include <algorithm>

namespace bondwright::models
{

namespace
{

QString icon(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return icons::error;
    case Severity::Warning:
        return icons::warning;
    case Severity::Advice:
        break;
    }
    return icons::advice;
}

QString word(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        //: @label severity of a finding
        return FindingModel::tr("Error");
    case Severity::Warning:
        //: @label severity of a finding
        return FindingModel::tr("Warning");
    case Severity::Advice:
        break;
    }
    //: @label severity of a finding
    return FindingModel::tr("Advice");
}

} // namespace

FindingModel::FindingModel(QObject *parent)
    : SyncedModel(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, &FindingModel::retranslate);
}

void FindingModel::setFindings(const QList<Finding> &findings)
{
    QList<Row> next;
    QHash<QString, int> seen;
    for (const Finding &finding : findings) {
        const QString key = finding.code + u'\n' + finding.field;
        next.append({QStringLiteral("%1\n%2").arg(key).arg(seen[key]++), finding});
    }
    if (next == m_rows)
        return;
    syncRows(m_rows, next, [](const Row &row) { return row.key; });
    Q_EMIT findingsChanged();
}

bool FindingModel::hasErrors() const
{
    return count(bondwright::Severity::Error) > 0;
}

int FindingModel::count(bondwright::Severity severity) const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                             [severity](const Row &row) { return row.finding.severity == severity; }));
}

void FindingModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding &finding = m_rows.at(index.row()).finding;
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        switch (index.column()) {
        case Severity:
            return role == SortRole ? QVariant(int(finding.severity)) : QVariant(word(finding.severity));
        case Message:
            return finding.message;
        case Advice:
            return finding.advice;
        default:
            return finding.field;
        }
    case Qt::ToolTipRole:
    case AdviceRole:
        return finding.advice;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(word(finding.severity), finding.message);
    case IconNameRole:
        return index.column() == Severity ? QVariant(icon(finding.severity)) : QVariant();
    case NameRole:
    case CodeRole:
        return finding.code;
    case StateRole:
        return severityName(finding.severity);
    case SeverityRole:
        return int(finding.severity);
    case ScopeRole:
        return int(finding.scope);
    case FieldRole:
        return finding.field;
    case MessageRole:
        return finding.message;
    default:
        return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Severity:
        //: @title:column severity of a finding
        return tr("Severity");
    case Message:
        //: @title:column what is wrong with a plan
        return tr("Finding");
    case Advice:
        //: @title:column what to do about a finding
        return tr("What to do");
    case Field:
        //: @title:column which field of a plan a finding is about
        return tr("Field");
    default:
        return {};
    }
}

QHash<int, QByteArray> FindingModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IconNameRole, "iconName"}, {SortRole, "sort"}, {StateRole, "state"},
            {SeverityRole, "severity"},   {ScopeRole, "scope"},       {CodeRole, "code"}, {FieldRole, "field"},
            {MessageRole, "message"},     {AdviceRole, "advice"}};
}

} // namespace bondwright::models
