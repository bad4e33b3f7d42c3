// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace bondwright::ui
{

/// A heading that folds and unfolds the part of a page below it.
class FoldButton final : public QToolButton
{
    Q_OBJECT
public:
    /// @param part shown while unfolded; begins folded
    explicit FoldButton(QWidget *part, QWidget *parent = nullptr);
    void setUnfolded(bool unfolded);
};

} // namespace bondwright::ui
