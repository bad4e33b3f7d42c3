// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace bondwright::json
{

/// A place in a text as editors count it: both from 1, the column in characters.
struct TextPosition {
    int line = 1;
    int column = 1;
};

/// @param offset in bytes; one beyond the text is the place behind its end
TextPosition positionOf(const QByteArray &text, qsizetype offset);

/// Any value, also one that is no object and no array, on one line.
QByteArray textOf(const QJsonValue &value);

struct RepeatedMember {
    QString name;
    TextPosition position; ///< of the second one
};

/// The first member that one object names twice. QJsonDocument silently keeps the last, while a reviewer
/// may have read the first.
/// @param json what QJsonDocument has accepted
std::optional<RepeatedMember> repeatedMember(const QByteArray &json);

} // namespace bondwright::json
