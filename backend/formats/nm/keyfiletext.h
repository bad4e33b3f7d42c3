// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace bondwright::formats::nm
{

/// A keyfile as lines: changes single keys and leaves every other byte alone, which GKeyFile does not
/// (it moves blank lines and comments).
class KeyfileText final
{
public:
    explicit KeyfileText(const QByteArray &text);

    /// Replaces the last line of that key, or adds one at the end of the group, or the group at the end.
    void set(const QByteArray &group, const QByteArray &key, const QByteArray &rawValue);
    /// Takes away every line of that key.
    void remove(const QByteArray &group, const QByteArray &key);
    QByteArray text() const;

private:
    qsizetype groupBegin(const QByteArray &group) const; ///< first line behind the header, -1 if there is none
    qsizetype groupEnd(qsizetype begin) const; ///< behind the last line of the group that holds text

    QByteArrayList m_lines;
};

} // namespace bondwright::formats::nm
