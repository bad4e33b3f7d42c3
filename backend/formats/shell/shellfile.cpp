// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellfile.h"

#include "formats/shell/shellquote.h"
#include "formats/shell/shellword.h"

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

bool isAt(const QByteArray &text, qsizetype at, QByteArrayView piece)
{
    return QByteArrayView(text).sliced(at).startsWith(piece);
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
    m_problems = {};
    m_problems.hasCrlf = m_text.contains("\r\n");
    m_problems.hasBom = m_text.startsWith(byteOrderMark);
    m_brokenAt = -1;
    m_problems.isBroken = m_text.contains('\0');
    qsizetype at = m_problems.hasBom ? byteOrderMark.size() : 0;
    while (at < m_text.size()) {
        const char c = m_text.at(at);
        if (c == '#')
            at = endOfLine(m_text, at);
        else if (isAt(m_text, at, "\\\n"))
            at += 2;
        else if (isShellBlank(c) || c == '\n' || (c == '\r' && isAt(m_text, at, "\r\n")))
            ++at;
        else
            at = parseCommand(at);
    }
}

/// One simple command: assignments alone change variables; in front of a command they do not.
qsizetype ShellFile::parseCommand(qsizetype at)
{
    const qsizetype begin = at;
    const auto markBroken = [&] {
        m_problems.isBroken = true;
        m_brokenAt = m_brokenAt < 0 ? begin : m_brokenAt;
    };
    if (m_text.at(at) == ';') { // no command before it: a syntax error
        markBroken();
        return at + 1;
    }
    QList<ShellWord> words;
    bool isOnlyAssignments = true;
    bool isExport = false;
    while (at < m_text.size()) {
        const char c = m_text.at(at);
        if (c == '\n' || c == ';' || (c == '\r' && isAt(m_text, at, "\r\n")))
            break;
        if (isShellBlank(c)) {
            ++at;
        } else if (isAt(m_text, at, "\\\n")) {
            at += 2;
        } else if (c == '#') {
            break; // a comment: the word before it has ended with a blank
        } else if (isShellOperator(c)) {
            isOnlyAssignments = false;
            ++at;
        } else {
            const ShellWord word = readShellWord(m_text, at);
            at = word.end;
            if (word.isUnterminated)
                markBroken();
            if (words.isEmpty() && !isExport && m_text.mid(word.begin, word.end - word.begin) == "export")
                isExport = true;
            else if (isExport && word.nameLength == 0 && !word.isDynamic && isShellName(word.value))
                continue; // "export DEVICE": marks, changes nothing
            else if (word.nameLength == 0)
                isOnlyAssignments = false;
            else
                words.append(word);
            if (word.isUnterminated)
                isOnlyAssignments = false;
        }
    }
    if (at < m_text.size() && m_text.at(at) == ';')
        ++at;
    m_problems.hasCommands = m_problems.hasCommands || (!isOnlyAssignments && !m_problems.isBroken);
    if (!isOnlyAssignments)
        return at;
    for (const ShellWord &word : std::as_const(words)) {
        Assignment assignment;
        assignment.key = word.value.left(word.nameLength);
        assignment.value = word.value.mid(word.nameLength + 1);
        assignment.isDynamic = word.isDynamic;
        assignment.begin = word.begin;
        assignment.end = word.end;
        placeOnLines(&assignment, begin);
        assignment.isAlone = assignment.isAlone && words.size() == 1;
        m_assignments.append(assignment);
    }
    return at;
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
    const Assignment *assignment = find(key);
    if (!assignment || assignment->isDynamic)
        return std::nullopt;
    return QString::fromUtf8(assignment->value);
}

bool ShellFile::contains(const QByteArray &key) const
{
    return find(key);
}

bool ShellFile::isDynamic(const QByteArray &key) const
{
    const Assignment *assignment = find(key);
    return assignment && assignment->isDynamic;
}

QList<QByteArray> ShellFile::keys() const
{
    QList<QByteArray> keys;
    for (const Assignment &assignment : m_assignments) {
        if (!keys.contains(assignment.key))
            keys.append(assignment.key);
    }
    return keys;
}

bool ShellFile::set(const QByteArray &key, const QString &value)
{
    if (this->value(key) == value)
        return true;
    const auto quoted = shellQuote(value);
    if (!quoted || !isShellName(key))
        return false;
    if (const Assignment *last = find(key)) {
        const qsizetype begin = last->begin;
        m_text.replace(begin, last->end - begin, key + '=' + *quoted);
        parse();
        // Earlier ones would confuse whoever greps instead of sourcing, as the boot scripts do.
        while (true) {
            const auto it = std::find_if(m_assignments.cbegin(), m_assignments.cend(),
                                         [&](const Assignment &a) { return a.key == key; });
            if (it == m_assignments.cend() || &*it == find(key))
                return true;
            erase(*it);
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

void ShellFile::cutBroken()
{
    m_text.replace(QByteArrayView("\0", 1), QByteArrayView());
    parse();
    if (m_brokenAt < 0)
        return;
    m_text.truncate(m_brokenAt);
    parse();
}

void ShellFile::normalize()
{
    if (m_problems.hasBom)
        m_text.remove(0, byteOrderMark.size());
    m_text.replace("\r\n", "\n");
    parse();
}

} // namespace bondwright::formats
