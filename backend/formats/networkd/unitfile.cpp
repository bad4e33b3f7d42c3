// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/unitfile.h"

#include <algorithm>

namespace bondwright::formats::networkd
{

namespace
{

bool isRemark(const QByteArray &trimmed)
{
    return trimmed.startsWith('#') || trimmed.startsWith(';');
}

/// parse_line() in conf-parser.c, string_is_safe()
bool isHeader(const QByteArray &line)
{
    return line.endsWith(']') && std::none_of(line.cbegin(), line.cend(), [](char c) {
               return (c >= 0 && c < ' ') || c == 0x7f || c == '"' || c == '\'' || c == '\\';
           });
}

QByteArray lineOf(const QString &key, const QString &value)
{
    return key.toUtf8() + '=' + value.toUtf8() + '\n';
}

} // namespace

UnitFile::UnitFile(QByteArray text)
    : m_text(std::move(text))
{
    parse();
}

void UnitFile::readLine(const QByteArray &line, qsizetype begin, qsizetype end, int number)
{
    const QByteArray trimmed = line.trimmed();
    if (trimmed.isEmpty() || m_refusedLine)
        return;
    const bool opensSection = trimmed.startsWith('[');
    if (!trimmed.isValidUtf8() || (opensSection && !isHeader(trimmed))) {
        m_refusedLine = number;
        return;
    }
    if (opensSection) {
        if (!m_sections.isEmpty())
            m_sections.last().end = begin;
        m_sections.append({QString::fromUtf8(trimmed.mid(1, trimmed.size() - 2)), begin, m_text.size(), end});
        return;
    }
    const qsizetype equals = trimmed.indexOf('=');
    if (m_sections.isEmpty() || equals <= 0) {
        m_strayLines.append(number);
        return;
    }
    Assignment assignment;
    assignment.section = m_sections.last().name;
    assignment.instance = int(m_sections.size()) - 1;
    assignment.key = QString::fromUtf8(trimmed.left(equals).trimmed());
    assignment.value = QString::fromUtf8(trimmed.mid(equals + 1).trimmed());
    assignment.begin = begin;
    assignment.end = end;
    assignment.line = number;
    m_assignments.append(assignment);
    m_sections.last().textEnd = end;
}

void UnitFile::parse()
{
    m_assignments.clear();
    m_sections.clear();
    m_strayLines.clear();
    m_refusedLine.reset();
    QByteArray whole; // the lines that are continued so far
    qsizetype begin = 0;
    int first = 0;
    bool isContinued = false;
    int number = 0;
    for (qsizetype at = 0; at < m_text.size();) {
        const qsizetype newline = m_text.indexOf('\n', at);
        const qsizetype end = newline < 0 ? m_text.size() : newline + 1;
        QByteArray line = m_text.mid(at, (newline < 0 ? m_text.size() : newline) - at);
        ++number;
        if (at == 0 && line.startsWith("\xef\xbb\xbf"))
            line.remove(0, 3);
        if (isRemark(line.trimmed())) {
            at = end; // also between continued lines
            continue;
        }
        if (!isContinued) {
            whole.clear();
            begin = at;
            first = number;
        }
        qsizetype slashes = 0;
        while (slashes < line.size() && line.at(line.size() - 1 - slashes) == '\\')
            ++slashes;
        isContinued = slashes % 2 == 1;
        whole += isContinued ? line.chopped(1) + ' ' : line;
        if (!isContinued || end == m_text.size())
            readLine(whole, begin, end, first);
        at = end;
    }
}

bool UnitFile::contains(const QString &section, const QString &key) const
{
    return std::any_of(m_assignments.cbegin(), m_assignments.cend(),
                       [&](const Assignment &a) { return a.section == section && a.key == key; });
}

void UnitFile::set(const QString &section, const QString &key, const QStringList &values)
{
    qsizetype place = -1;
    for (qsizetype i = m_assignments.size() - 1; i >= 0; --i) {
        const Assignment &a = m_assignments.at(i);
        if (a.section != section || a.key != key)
            continue;
        place = a.begin;
        m_text.remove(a.begin, a.end - a.begin);
    }
    parse();
    if (values.isEmpty())
        return;
    if (place < 0) {
        const auto last = std::find_if(m_sections.crbegin(), m_sections.crend(),
                                       [&section](const UnitSection &s) { return s.name == section; });
        if (last == m_sections.crend()) {
            QList<std::pair<QString, QString>> content;
            for (const QString &value : values)
                content.append({key, value});
            return appendSection(section, content);
        }
        place = last->textEnd;
    }
    QByteArray lines;
    if (place > 0 && m_text.at(place - 1) != '\n')
        lines += '\n';
    for (const QString &value : values)
        lines += lineOf(key, value);
    m_text.insert(place, lines);
    parse();
}

void UnitFile::appendSection(const QString &section, const QList<std::pair<QString, QString>> &content)
{
    if (!m_text.isEmpty() && !m_text.endsWith('\n'))
        m_text += '\n';
    if (!m_text.isEmpty() && !m_text.endsWith("\n\n"))
        m_text += '\n';
    m_text += '[' + section.toUtf8() + "]\n";
    for (const auto &[key, value] : content)
        m_text += lineOf(key, value);
    parse();
}

void UnitFile::removeSection(int instance)
{
    if (instance < 0 || instance >= m_sections.size())
        return;
    const UnitSection section = m_sections.at(instance);
    m_text.remove(section.begin, section.textEnd - section.begin); // a remark behind it stays
    if (section.begin < m_text.size() && m_text.at(section.begin) == '\n')
        m_text.remove(section.begin, 1);
    while (section.begin == m_text.size() && m_text.endsWith("\n\n"))
        m_text.chop(1);
    parse();
}

std::optional<quint32> unitNumber(QString text)
{
    if (text.startsWith(u"0o", Qt::CaseInsensitive))
        text.remove(1, 1);
    bool isNumber = false;
    const quint32 number = text.toUInt(&isNumber, 0);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace bondwright::formats::networkd
