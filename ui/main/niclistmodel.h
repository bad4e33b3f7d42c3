// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace bondwright::ui
{

/// The NICs in the order an administrator looks for them: free, in use, not usable; then by name, with
/// eth2 before eth10.
class NicListModel final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit NicListModel(QObject *parent = nullptr);

    /// In one narrow column: what a NIC is used for or why it is not usable.
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator m_names;
};

} // namespace bondwright::ui
