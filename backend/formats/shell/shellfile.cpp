// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellfile.h"

#include "formats/shell/shellquote.h"

#include <algorithm>

namespace bondwright::formats
{

namespace
{

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

qsizetype endOfLine(const QByteArray &text, qsizetype at)
{
    const qsizetype newline = text.indexOf('\n', at);
    return newline < 0 ? text.size() : newline + 1;
}

bool isBlank(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return isShellBlank(c) || c == '\r' || c == '\n'; });
}

} // namespace

ShellFile::ShellFile(const QByteArray &text)
    : m_text(text)
{
    parse();
}

void ShellFile::parse()
{
    m_assignments.clear();
    m_keys.clear();
    m_variables.clear();
    m_slips.clear();
    m_problems = {};
    m_lineEnds.clear();
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1))
        m_lineEnds.append(at);
    if (const qsizetype at = m_text.indexOf("\r\n"); at >= 0)
        m_problems.crlf = lineAt(at);
    m_problems.bom = m_text.startsWith(byteOrderMark) ? 1 : 0;
    const ShellScript script = parseShellScript(m_text);
    for (const ShellCommand &command : script.commands)
        follow(command);
    m_problems.isOpenQuote = script.isUnterminated;
    if (const qsizetype nul = m_text.indexOf('\0'); nul >= 0)
        m_problems.broken = lineAt(nul);
    else if (script.brokenAt >= 0)
        m_problems.broken = lineAt(script.brokenAt);
    if (script.unclearAt >= 0 && m_problems.unclear == 0)
        m_problems.unclear = lineAt(script.unclearAt);
    if (m_problems.unclear
        > 0) { // it may have changed what was assigned before, or what is assigned behind it is not read
        for (Variable &variable : m_variables)
            variable = {std::nullopt, m_problems.unclear, false};
    }
}

void ShellFile::follow(const ShellCommand &command)
{
    followAssignments(command);
    noteSlips(command);
    for (const QByteArray &key : command.touched)
        note(key, {std::nullopt, lineAt(command.begin), false});
    if (command.isUnclear && m_problems.unclear == 0)
        m_problems.unclear = lineAt(command.begin);
}

void ShellFile::followAssignments(const ShellCommand &command)
{
    for (const ShellWord &word : command.assignments) {
        Assignment assignment;
        assignment.key = word.value.left(word.nameLength);
        assignment.value = word.value.mid(word.nameLength + 1);
        assignment.begin = word.begin;
        assignment.end = word.end;
        placeOnLines(&assignment, command.begin);
        assignment.isAlone = assignment.isAlone && command.assignments.size() == 1;
        m_assignments.append(assignment);
        Variable variable{std::nullopt, lineAt(word.begin), true};
        // Text in another encoding is known byte by byte, but not as text.
        if (!word.isDynamic && QString::fromUtf8(assignment.value).toUtf8() == assignment.value)
            variable.value = assignment.value;
        note(assignment.key, variable);
    }
}

void ShellFile::note(const QByteArray &key, const Variable &variable)
{
    if (!m_variables.contains(key))
        m_keys.append(key);
    m_variables.insert(key, variable);
}

void ShellFile::noteSlips(const ShellCommand &command)
{
    const ShellWord &name = command.name;
    for (const ShellWord &word : command.lost)
        m_slips.append(
            {ShellSlip::Kind::BehindValue, word.value.left(word.nameLength), name.value, lineAt(word.begin)});
    const QByteArray key = name.nameLength == 0 ? name.value : name.value.left(name.nameLength);
    const qsizetype equals = name.value.indexOf('=');
    if (name.nameLength == 0 && equals > 0 && !isShellName(name.value.left(equals)))
        m_slips.append({ShellSlip::Kind::NoName, name.value.left(equals), {}, lineAt(name.begin)});
    if (command.lost.isEmpty() && isShellName(key) && command.firstArgument.startsWith('='))
        m_slips.append({ShellSlip::Kind::BlankBeforeEquals, key, {}, lineAt(name.begin)});
}

int ShellFile::lineAt(qsizetype at) const
{
    return 1 + int(std::lower_bound(m_lineEnds.cbegin(), m_lineEnds.cend(), at) - m_lineEnds.cbegin());
}

void ShellFile::placeOnLines(Assignment *assignment, qsizetype commandBegin) const
{
    assignment->lineBegin = m_text.lastIndexOf('\n', commandBegin == 0 ? 0 : commandBegin - 1) + 1;
    if (commandBegin == 0)
        assignment->lineBegin = 0;
    assignment->lineEnd = endOfLine(m_text, assignment->end);
    QByteArray behind = m_text.mid(assignment->end, assignment->lineEnd - assignment->end).trimmed();
    if (behind.startsWith(';'))
        behind = behind.mid(1).trimmed();
    assignment->isAlone = (behind.isEmpty() || behind.startsWith('#'))
        && isBlank(QByteArrayView(m_text).sliced(assignment->lineBegin, commandBegin - assignment->lineBegin));
}

const ShellFile::Assignment *ShellFile::find(const QByteArray &key) const
{
    const auto it = std::find_if(m_assignments.crbegin(), m_assignments.crend(),
                                 [&](const Assignment &a) { return a.key == key; });
    return it == m_assignments.crend() ? nullptr : &*it;
}

std::optional<QString> ShellFile::value(const QByteArray &key) const
{
    const auto it = m_variables.constFind(key);
    if (it == m_variables.cend() || !it->value)
        return std::nullopt;
    return QString::fromUtf8(*it->value);
}

bool ShellFile::contains(const QByteArray &key) const
{
    return m_variables.contains(key);
}

bool ShellFile::isUncertain(const QByteArray &key) const
{
    const auto it = m_variables.constFind(key);
    return it == m_variables.cend() ? m_problems.unclear > 0 : !it->value;
}

int ShellFile::lineOf(const QByteArray &key) const
{
    const auto it = m_variables.constFind(key);
    return it == m_variables.cend() ? m_problems.unclear : it->line;
}

QList<QByteArray> ShellFile::keys() const
{
    return m_keys;
}

/// Only a value that stands in one place, which every shell reaches, can be changed for sure.
bool ShellFile::mayChange(const QByteArray &key)
{
    const int line = m_problems.broken                           ? m_problems.broken
        : m_problems.unclear                                     ? m_problems.unclear
        : contains(key) && !m_variables.value(key).isReplaceable ? lineOf(key)
                                                                 : 0;
    if (line > 0 && m_refusedLine == 0)
        m_refusedLine = line;
    return line == 0;
}

bool ShellFile::set(const QByteArray &key, const QString &value)
{
    if (this->value(key) == value)
        return true;
    const auto quoted = shellQuote(value);
    if (!quoted || !isShellName(key) || !mayChange(key))
        return false;
    if (const Assignment *last = find(key)) {
        const qsizetype begin = last->begin;
        m_text.replace(begin, last->end - begin, key + '=' + *quoted);
        parse();
        // Earlier ones would confuse readers that grep instead of sourcing, as the boot scripts do.
        while (true) {
            const auto it = std::find_if(m_assignments.cbegin(), m_assignments.cend(),
                                         [&](const Assignment &a) { return a.key == key; });
            if (it == m_assignments.cend() || &*it == find(key))
                return true;
            erase(Assignment(*it));
        }
    }
    if (!m_text.isEmpty() && !m_text.endsWith('\n'))
        m_text += '\n';
    const qsizetype end = m_text.size();
    m_text += key + '=' + *quoted + '\n';
    parse();
    if (this->value(key) != value) { // the last line is a continued one: an empty one ends it
        m_text.insert(end, '\n');
        parse();
    }
    return true;
}

void ShellFile::erase(const Assignment &assignment)
{
    if (assignment.isAlone) {
        m_text.remove(assignment.lineBegin, assignment.lineEnd - assignment.lineBegin);
    } else {
        qsizetype end = assignment.end;
        while (end < m_text.size() && (isShellBlank(m_text.at(end)) || m_text.at(end) == ';'))
            ++end;
        m_text.remove(assignment.begin, end - assignment.begin);
    }
    parse();
}

void ShellFile::remove(const QByteArray &key)
{
    if (!contains(key) || !mayChange(key))
        return;
    while (const Assignment *assignment = find(key))
        erase(Assignment(*assignment));
}

void ShellFile::setOrRemove(const QByteArray &key, const QString &value)
{
    value.isEmpty() ? remove(key) : void(set(key, value));
}

void ShellFile::removeIf(const std::function<bool(const QByteArray &)> &isUnwanted)
{
    for (const QByteArray &key : keys()) { // a copy: remove() changes the list
        if (isUnwanted(key))
            remove(key);
    }
}

qsizetype ShellFile::remarkLine(const QByteArray &prefix) const
{
    for (qsizetype at = 0; at < m_text.size(); at = endOfLine(m_text, at)) {
        const auto isWithin = [at](const Assignment &a) { return a.begin < at && at < a.end; };
        if (m_text.mid(at, prefix.size() + 2) == "# " + prefix
            && std::none_of(m_assignments.cbegin(), m_assignments.cend(), isWithin))
            return at;
    }
    return -1;
}

std::optional<QString> ShellFile::remark(const QByteArray &prefix) const
{
    const qsizetype at = remarkLine(prefix);
    if (at < 0)
        return std::nullopt;
    const qsizetype begin = at + 2 + prefix.size();
    return QString::fromUtf8(m_text.mid(begin, endOfLine(m_text, at) - begin)).trimmed();
}

void ShellFile::setRemark(const QByteArray &prefix, const QString &text)
{
    const qsizetype at = remarkLine(prefix);
    const QByteArray line = text.isEmpty() ? QByteArray() : "# " + prefix + ' ' + text.toUtf8() + '\n';
    if (at >= 0)
        m_text.replace(at, endOfLine(m_text, at) - at, line);
    else
        m_text.prepend(line);
    parse();
}

void ShellFile::normalize()
{
    if (m_problems.bom)
        m_text.remove(0, byteOrderMark.size());
    m_text.replace("\r\n", "\n");
    parse();
}

} // namespace bondwright::formats
