// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"

#include <QPlainTextEdit>

namespace bondwright::ui
{

/// Unified diffs of several files, removed and added lines marked by sign and by colour.
class DiffView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    void setFiles(const QList<helper::FileDiff> &files);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    QList<helper::FileDiff> m_files;
};

} // namespace bondwright::ui
