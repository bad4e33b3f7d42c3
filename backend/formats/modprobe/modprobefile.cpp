// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/modprobe/modprobefile.h"

#include "domain/interfacename.h"

#include <algorithm>

namespace bondwright::formats
{

namespace
{

/// "options  bond0 \⏎ mode="1"" → {"options", "bond0", "mode=1"}; comments → {}.
QByteArrayList wordsOf(QByteArray line)
{
    line.replace("\r\n", "\n");
    line.replace("\\\n", " ");
    QByteArrayList words{QByteArray()};
    bool isQuoted = false;
    for (const char c : line.trimmed()) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'))
            words.append(QByteArray());
        else
            words.last() += c;
    }
    words.removeAll(QByteArray());
    return words.value(0).startsWith('#') ? QByteArrayList() : words;
}

/// modprobe treats "-" and "_" in module names alike.
QByteArray normalized(QByteArray name)
{
    return name.replace('-', '_');
}

bool isAbout(const QByteArrayList &words, const QByteArray &directive, const QByteArray &name)
{
    return words.size() >= 2 && words.at(0) == directive && normalized(words.at(1)) == normalized(name);
}

} // namespace

ModprobeFile::ModprobeFile(const QByteArray &text)
{
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isContinued = at > 0 && (text.at(at - 1) == '\\' || text.mid(at - 2, 2) == "\\\r");
        if (text.at(at) == '\n' && !isContinued) {
            m_lines.append(text.mid(begin, at + 1 - begin));
            begin = at + 1;
        }
    }
    if (begin < text.size())
        m_lines.append(text.mid(begin));
}

QList<ModprobeLine> ModprobeFile::lines() const
{
    QList<ModprobeLine> lines;
    int number = 1;
    for (const QByteArray &line : m_lines) {
        if (const QByteArrayList words = wordsOf(line); !words.isEmpty())
            lines.append({number, words});
        number += int(line.count('\n'));
    }
    return lines;
}

bool ModprobeFile::hasCrlf() const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(), [](const QByteArray &line) { return line.endsWith("\r\n"); });
}

QByteArrayList ModprobeFile::aliasesOf(const QByteArray &module) const
{
    QByteArrayList names;
    for (const QByteArray &line : m_lines) {
        const QByteArrayList words = wordsOf(line);
        if (words.size() >= 3 && words.at(0) == "alias" && normalized(words.at(2)) == normalized(module))
            names.append(words.at(1));
    }
    return names;
}

QByteArrayList ModprobeFile::options(const QByteArray &name) const
{
    QByteArrayList all;
    for (const QByteArray &line : m_lines) {
        if (const QByteArrayList words = wordsOf(line); isAbout(words, "options", name))
            all += words.mid(2);
    }
    return all;
}

bool ModprobeFile::isOverridden(const QByteArray &name) const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(), [&](const QByteArray &line) {
        const QByteArrayList words = wordsOf(line);
        return isAbout(words, "install", name) || isAbout(words, "blacklist", name);
    });
}

bool ModprobeFile::addAlias(const QByteArray &name, const QByteArray &module)
{
    if (newNameProblem(QString::fromUtf8(name)))
        return false;
    if (aliasesOf(module).contains(name))
        return true;
    if (!m_lines.isEmpty() && !m_lines.last().endsWith('\n'))
        m_lines.last() += '\n';
    // A file that ends within a continued line would swallow ours.
    if (!m_lines.isEmpty() && m_lines.last().endsWith("\\\n"))
        m_lines.append("\n");
    m_lines.append("alias " + name + ' ' + module + '\n');
    return true;
}

void ModprobeFile::removeLines(const QByteArray &directive, const QByteArray &name)
{
    m_lines.removeIf([&](const QByteArray &line) { return isAbout(wordsOf(line), directive, name); });
}

void ModprobeFile::removeAlias(const QByteArray &name)
{
    removeLines("alias", name);
}

void ModprobeFile::removeOptions(const QByteArray &name)
{
    removeLines("options", name);
}

bool ModprobeFile::isBlank() const
{
    return std::all_of(m_lines.cbegin(), m_lines.cend(),
                       [](const QByteArray &line) { return line.trimmed().isEmpty(); });
}

} // namespace bondwright::formats
