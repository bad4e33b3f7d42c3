// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/optionmodel.h"

#include "i18n/language.h"
#include "models/languagewatcher.h"

namespace bondwright::models
{

namespace
{

/// A plan carries the mode apart, and the active slave is a matter of the moment.
bool belongsInPlan(const OptionSpec &spec)
{
    return spec.scope == OptionScope::Bond && spec.change != OptionChange::LoadTime && spec.name != u"mode"
        && spec.name != u"active_slave" && spec.name != u"slaves";
}

QString help(const OptionSpec &spec)
{
    return i18n::currentLanguage() == u"zh_CN" ? spec.help.zh : spec.help.en;
}

} // namespace

OptionModel::OptionModel(QObject *parent)
    : SyncedModel(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, &OptionModel::retranslate);
    updateRows();
}

void OptionModel::setMode(Mode mode)
{
    m_mode = mode;
    updateRows();
}

void OptionModel::updateRows()
{
    QList<const OptionSpec *> next;
    for (const OptionSpec &spec : allOptions()) {
        if (belongsInPlan(spec) && actsInMode(spec, m_mode))
            next.append(&spec);
    }
    syncKeys(m_rows, next, [](const OptionSpec *spec) { return spec; });
}

void OptionModel::setOptions(const QMap<QString, QString> &options)
{
    const QMap<QString, QString> before = std::exchange(m_options, options);
    changeRows(
        m_rows.size(),
        [&](qsizetype row) {
            const QString &name = m_rows.at(row)->name;
            return before.contains(name) != options.contains(name) || before.value(name) != options.value(name);
        },
        [](qsizetype) {});
}

void OptionModel::setOption(const OptionSpec &spec, const QString &value)
{
    if (m_options.value(spec.name) == value)
        return;
    if (value.isEmpty())
        m_options.remove(spec.name);
    else
        m_options.insert(spec.name, value);
    if (const QModelIndex at = optionIndex(spec.name, 0); at.isValid())
        Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
    Q_EMIT optionChanged(spec.name, value);
}

void OptionModel::resetOption(const QString &name)
{
    if (const OptionSpec *spec = findOption(name))
        setOption(*spec, {});
}

QModelIndex OptionModel::optionIndex(const QString &name, int column) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row)->name == name)
            return index(int(row), column);
    }
    return {};
}

int OptionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OptionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OptionModel::valueOf(const OptionSpec &spec) const
{
    return m_options.value(spec.name, spec.defaultValue);
}

QVariant OptionModel::textData(const OptionSpec &spec, int column) const
{
    switch (column) {
    case Name:
        return spec.name;
    case Value:
        return valueOf(spec);
    case Unit:
        return spec.unit;
    case Default:
        //: @info default value of an option that has none
        return spec.defaultValue.isEmpty() ? tr("none") : spec.defaultValue;
    default:
        return help(spec);
    }
}

QVariant OptionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OptionSpec &spec = *m_rows.at(index.row());
    const bool isInteger = spec.kind == OptionKind::Integer;
    switch (role) {
    case Qt::DisplayRole:
        return textData(spec, index.column());
    case Qt::EditRole:
        return index.column() == Value ? QVariant(valueOf(spec)) : QVariant();
    case SortRole:
        return index.column() == Value && isInteger ? QVariant(valueOf(spec).toLongLong())
                                                    : textData(spec, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
    case HelpRole:
        return help(spec);
    case NumericRole:
        return isInteger && (index.column() == Value || index.column() == Default);
    case NameRole:
        return spec.name;
    case StateRole:
        return m_options.contains(spec.name) ? QStringLiteral("set") : QStringLiteral("default");
    case KindRole:
        return int(spec.kind);
    case MinimumRole:
        return isInteger ? QVariant(qint64(spec.minimum)) : QVariant();
    case MaximumRole:
        return isInteger ? QVariant(qint64(spec.maximum)) : QVariant();
    case ChoicesRole: {
        QStringList names;
        for (const OptionName &name : spec.names)
            names.append(name.name);
        return names;
    }
    case ValueRole:
        return valueOf(spec);
    case DefaultRole:
        return spec.defaultValue;
    case UnitRole:
        return spec.unit;
    case IsSetRole:
        return m_options.contains(spec.name);
    case IsChangedRole:
        return valueOf(spec) != spec.defaultValue;
    case GroupsRole:
        return int(spec.groups);
    case ChangeRole:
        return int(spec.change);
    case SinceRole:
        return spec.since;
    default:
        return {};
    }
}

bool OptionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Value)
        return false;
    const OptionSpec &spec = *m_rows.at(index.row());
    const QString text = value.toString().trimmed();
    if (text.isEmpty()) {
        setOption(spec, {});
        return true;
    }
    const std::optional<QString> canonical = canonicalValue(spec, text);
    if (!canonical)
        return false;
    setOption(spec, *canonical);
    return true;
}

Qt::ItemFlags OptionModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Value)
        flags |= Qt::ItemIsEditable;
    return flags;
}

void OptionModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QVariant OptionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        //: @title:column name of a bonding option
        return tr("Option");
    case Value:
        //: @title:column value of a bonding option
        return tr("Value");
    case Unit:
        //: @title:column unit of a bonding option
        return tr("Unit");
    case Default:
        //: @title:column the kernel's default of a bonding option
        return tr("Default");
    case Help:
        //: @title:column what a bonding option does
        return tr("Meaning");
    default:
        return {};
    }
}

QHash<int, QByteArray> OptionModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {Qt::EditRole, "edit"},       {SortRole, "sort"},
            {NameRole, "name"},           {StateRole, "state"},         {KindRole, "kind"},
            {MinimumRole, "minimum"},     {MaximumRole, "maximum"},     {ChoicesRole, "choices"},
            {ValueRole, "value"},         {DefaultRole, "default"},     {UnitRole, "unit"},
            {IsSetRole, "isSet"},         {IsChangedRole, "isChanged"}, {GroupsRole, "groups"},
            {ChangeRole, "change"},       {SinceRole, "since"},         {HelpRole, "help"}};
}

} // namespace bondwright::models
