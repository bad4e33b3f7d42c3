// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QTextStream>

namespace bondwright::cli
{

/// Columns a text takes on a terminal: Chinese characters are two wide.
int displayWidth(const QString &text);
/// The text filled up with blanks to `width` columns.
QString padded(const QString &text, int width, bool toTheRight = false);

/// Rows of text in aligned columns.
class TextTable
{
public:
    /// @param numeric columns that are aligned to the right
    explicit TextTable(const QStringList &headers, const QList<int> &numeric = {});
    void addRow(const QStringList &cells);
    void print(QTextStream &out, const QString &indent = {}) const;

private:
    QList<QStringList> m_rows; ///< headers first
    QList<int> m_numeric;
};

} // namespace bondwright::cli
