// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/linesplitter.h"

namespace bondwright
{

LineSplitter::LineSplitter(qsizetype maximumLine)
    : m_maximumLine(maximumLine)
{
}

std::optional<QList<QByteArray>> LineSplitter::add(const QByteArray &bytes)
{
    QList<QByteArray> lines;
    qsizetype from = 0;
    while (!m_isBroken && from < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype length = (end < 0 ? bytes.size() : end) - from;
        if (m_begun.size() + length > m_maximumLine) {
            m_isBroken = true;
            break;
        }
        m_begun.append(bytes.sliced(from, length));
        if (end < 0)
            break;
        if (m_begun.endsWith('\r'))
            m_begun.chop(1);
        if (!m_begun.isEmpty())
            lines.append(std::exchange(m_begun, {}));
        from = end + 1;
    }
    if (m_isBroken)
        return std::nullopt;
    return lines;
}

} // namespace bondwright
