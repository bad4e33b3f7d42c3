// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

#include <functional>

class QFileDialog;
class QWidget;

namespace bondwright::ui
{

/// Asks where to save something, without waiting for the answer.
/// @param title words of the button or menu entry that asks; the mark of its key is left out
/// @param name proposed, in the user's documents; its suffix is added to a name without one
/// @param save called with the path, unless the parent is gone
/// @param filters as QFileDialog takes them; empty: all files
QFileDialog *askWhereToSave(QWidget *parent, QString title, QString name, std::function<void(const QString &path)> save,
                            const QStringList &filters = {});
/// What came of it, in words: where it is saved, or why not.
QString savedText(const QString &path, const Result<void> &written);

} // namespace bondwright::ui
