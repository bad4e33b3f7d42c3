// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

/// What another host says is cleaned here, where it enters, and nowhere behind: control characters and bidirectional
/// marks become \uXXXX (i18n::printable), so that no terminal, log or list obeys them. Line feeds and tabs stay.
namespace bondwright::host
{

/// Text that is not UTF-8 becomes it.
QByteArray withoutControls(const QByteArray &said);
/// What a program complained of: ssh ends its lines with CR LF.
QString complaintIn(const QByteArray &errors);
/// All texts and names of members in it. @param line the object as it came: most lines show at once that there is nothing
/// to do
QJsonObject withoutControls(const QJsonObject &said, const QByteArray &line);

} // namespace bondwright::host
