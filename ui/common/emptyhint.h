// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QAbstractItemView;

namespace bondwright::ui
{

/// Words in the middle of a view for as long as it has no rows: an empty table must not look like a broken one.
class EmptyHint final : public QLabel
{
    Q_OBJECT
public:
    /// @param view has its model already and keeps it
    explicit EmptyHint(QAbstractItemView *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QAbstractItemView *m_view;
};

} // namespace bondwright::ui
