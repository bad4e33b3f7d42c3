// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/keyfiletext.h"

namespace bondwright::formats::nm
{

namespace
{

bool isHeader(const QByteArray &line)
{
    return line.trimmed().startsWith('[');
}

bool isKey(const QByteArray &line, const QByteArray &key)
{
    const QByteArray trimmed = line.trimmed();
    const qsizetype equals = trimmed.indexOf('=');
    return equals > 0 && !trimmed.startsWith('#') && trimmed.left(equals).trimmed() == key;
}

} // namespace

KeyfileText::KeyfileText(const QByteArray &text)
    : m_lines(text.split('\n'))
{
    if (m_lines.last().isEmpty())
        m_lines.removeLast();
}

qsizetype KeyfileText::groupBegin(const QByteArray &group) const
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).trimmed() == '[' + group + ']')
            return i + 1;
    }
    return -1;
}

qsizetype KeyfileText::groupEnd(qsizetype begin) const
{
    qsizetype end = begin;
    for (qsizetype i = begin; i < m_lines.size() && !isHeader(m_lines.at(i)); ++i) {
        // Blank lines and comments before the next header belong to that one.
        if (const QByteArray line = m_lines.at(i).trimmed(); !line.isEmpty() && !line.startsWith('#'))
            end = i + 1;
    }
    return end;
}

void KeyfileText::set(const QByteArray &group, const QByteArray &key, const QByteArray &rawValue)
{
    const QByteArray line = key + '=' + rawValue;
    const qsizetype begin = groupBegin(group);
    if (begin < 0) {
        if (!m_lines.isEmpty() && !m_lines.last().trimmed().isEmpty())
            m_lines.append(QByteArray());
        m_lines.append('[' + group + ']');
        m_lines.append(line);
        return;
    }
    const qsizetype end = groupEnd(begin);
    for (qsizetype i = end - 1; i >= begin; --i) {
        if (isKey(m_lines.at(i), key)) {
            m_lines[i] = line;
            return;
        }
    }
    m_lines.insert(end, line);
}

void KeyfileText::remove(const QByteArray &group, const QByteArray &key)
{
    const qsizetype begin = groupBegin(group);
    if (begin < 0)
        return;
    for (qsizetype i = groupEnd(begin) - 1; i >= begin; --i) {
        if (isKey(m_lines.at(i), key))
            m_lines.removeAt(i);
    }
}

QByteArray KeyfileText::text() const
{
    return m_lines.join('\n') + '\n';
}

} // namespace bondwright::formats::nm
