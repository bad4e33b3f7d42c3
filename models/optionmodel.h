// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/options.h"
#include "models/roles.h"
#include "models/syncedmodel.h"

#include <QMap>

namespace bondwright::models
{

/// The options that do something in one mode, with a draft's values. Column Value is editable; what the
/// kernel would refuse is refused here.
class OptionModel : public SyncedModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Value, Unit, Default, Help, ColumnCount };
    enum Role {
        KindRole = FirstOwnRole, ///< int, OptionKind
        MinimumRole, ///< qint64; Integer only
        MaximumRole,
        ChoicesRole, ///< QStringList, Enum and Bool
        ValueRole, ///< QString, canonical; the default if not set
        DefaultRole, ///< QString
        UnitRole,
        IsSetRole, ///< bool: the draft names it
        IsChangedRole, ///< bool: differs from the kernel's default
        GroupsRole, ///< int, OptionGroups
        ChangeRole, ///< int, OptionChange
        SinceRole, ///< kernel release
        HelpRole, ///< in the program's language
    };

    explicit OptionModel(QObject *parent = nullptr);

    /// Rows come and go with what has an effect in that mode; values of options without a row are kept.
    void setMode(Mode mode);
    /// Takes over the draft's values. Does not emit optionChanged().
    void setOptions(const QMap<QString, QString> &options);
    const QMap<QString, QString> &options() const { return m_options; }
    /// Takes the option out of the draft: the kernel's default holds.
    void resetOption(const QString &name);
    QModelIndex optionIndex(const QString &name, int column = Value) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// An empty value resets. @return false if the kernel would refuse the value
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// By setData() or resetOption(); an empty value: no longer set.
    void optionChanged(const QString &name, const QString &value);

private:
    void updateRows();
    void setOption(const OptionSpec &spec, const QString &value);
    QVariant textData(const OptionSpec &spec, int column) const;
    QString valueOf(const OptionSpec &spec) const;
    void retranslate();

    QList<const OptionSpec *> m_rows; ///< into the static table
    QMap<QString, QString> m_options;
    Mode m_mode = Mode::ActiveBackup;
};

} // namespace bondwright::models
