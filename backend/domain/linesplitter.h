// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace bondwright
{

/// Cuts a stream into lines, and holds no more than one line of the length that is allowed. Pure.
class LineSplitter final
{
public:
    explicit LineSplitter(qsizetype maximumLine);

    /// The whole lines that @p bytes complete, without their ends ("\n" or "\r\n"), empty ones left out;
    /// nullopt once a line is too long: what follows cannot be trusted any more.
    std::optional<QList<QByteArray>> add(const QByteArray &bytes);

private:
    qsizetype m_maximumLine;
    QByteArray m_begun;
    bool m_isBroken = false;
};

} // namespace bondwright
