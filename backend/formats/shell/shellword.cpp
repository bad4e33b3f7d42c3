// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellword.h"

#include "formats/shell/shellquote.h"
#include "formats/shell/shellscript.h"

#include <algorithm>

namespace bondwright::formats
{

namespace
{

bool startsExpansion(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("_{([@*#?-$!").contains(c);
}

/// Reads one word; a small recursive descent over the quoting rules of POSIX 2.2 and bash's $'…'.
class WordReader
{
public:
    WordReader(const QByteArray &text, qsizetype at)
        : m_text(text)
        , m_at(at)
    {
        m_word.begin = at;
    }

    ShellWord read()
    {
        while (m_at < m_text.size()) {
            const char c = m_text.at(m_at);
            if (isShellBlank(c) || isShellOperator(c) || (c == '\r' && peek(1) == '\n'))
                break;
            readPart(c);
        }
        m_word.end = m_at;
        m_word.value.replace("\r\n", "\n");
        return m_word;
    }

private:
    char peek(qsizetype ahead) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : '\0'; }

    void readPart(char c)
    {
        switch (c) {
        case '\\':
            readEscape();
            break;
        case '\'':
            readSingleQuoted();
            break;
        case '"':
            readDoubleQuoted();
            break;
        case '$':
            readDollar(false);
            break;
        case '`':
            skipBackquoted();
            break;
        default:
            readPlain(c);
        }
    }

    void readPlain(char c)
    {
        if (c == '=' && m_word.nameLength == 0 && m_isPlain) {
            const bool isAppended = m_word.value.endsWith('+');
            const QByteArray name = isAppended ? m_word.value.chopped(1) : m_word.value;
            if (isShellName(name)) {
                m_word.nameLength = name.size();
                m_word.isAppended = isAppended;
            }
        }
        // Only where the shell would expand it: at the beginning of a value or behind a colon in one.
        if (c == '~' && m_word.nameLength > 0 && m_isPlain
            && (m_word.value.endsWith('=') || m_word.value.endsWith(':')))
            m_word.isDynamic = true;
        m_word.value += c;
        ++m_at;
    }

    /// A quoted character is no part of a variable's name.
    void notPlain()
    {
        m_word.isQuoted = true;
        if (m_word.nameLength == 0)
            m_isPlain = false;
    }

    void readEscape()
    {
        if (peek(1) == '\n') { // a continued line
            m_at += 2;
            return;
        }
        notPlain();
        if (m_at + 1 >= m_text.size()) { // the last byte of the file: bash keeps it or not
            m_word.isUnclear = true;
            ++m_at;
            return;
        }
        m_word.value += peek(1);
        m_at += 2;
    }

    void readSingleQuoted()
    {
        notPlain();
        const qsizetype close = m_text.indexOf('\'', m_at + 1);
        if (close < 0)
            return unterminated();
        m_word.value += m_text.mid(m_at + 1, close - m_at - 1);
        m_at = close + 1;
    }

    void readDoubleQuoted()
    {
        notPlain();
        ++m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != '"') {
            const char c = m_text.at(m_at);
            if (c == '\\' && QByteArrayView("$`\"\\\n").contains(peek(1)) && m_at + 1 < m_text.size()) {
                if (peek(1) != '\n')
                    m_word.value += peek(1);
                m_at += 2;
            } else if (c == '$') {
                readDollar(true);
            } else if (c == '`') {
                skipBackquoted();
            } else {
                m_word.value += c;
                ++m_at;
            }
        }
        if (m_at >= m_text.size())
            return unterminated();
        ++m_at;
    }

    void readDollar(bool quoted)
    {
        const char next = peek(1);
        if (!quoted && next == '\'') {
            readAnsiQuoted();
        } else if (!quoted && next == '"') { // a translated string: the same text without a catalogue
            ++m_at;
            readDoubleQuoted();
        } else if (startsExpansion(next)) {
            m_word.isDynamic = true;
            notPlain();
            if (next == '(')
                return skipCommands();
            if (next == '{')
                return skipBraces(quoted);
            m_word.isUnclear = m_word.isUnclear || next == '['; // arithmetic of old
            skip(2);
        } else {
            notPlain();
            m_word.isUnclear = m_word.isUnclear || (next == '\\' && peek(2) == '\n'); // the next line tells what it is
            m_word.value += '$';
            ++m_at;
        }
    }

    /// bash's $'…'; dash knows it not, but files with it exist because NetworkManager writes them.
    void readAnsiQuoted()
    {
        notPlain();
        m_at += 2;
        while (m_at < m_text.size() && m_text.at(m_at) != '\'') {
            if (m_text.at(m_at) == '\\' && m_at + 1 < m_text.size())
                readAnsiEscape();
            else
                m_word.value += m_text.at(m_at++);
        }
        if (m_at >= m_text.size())
            return unterminated();
        ++m_at;
    }

    void readAnsiEscape()
    {
        static constexpr QByteArrayView letters("abeEfnrtv\\'\"?");
        static constexpr QByteArrayView values("\a\b\033\033\f\n\r\t\v\\'\"?");
        const char c = peek(1);
        m_at += 2;
        if (const qsizetype i = letters.indexOf(c); i >= 0) {
            m_word.value += values.at(i);
        } else if (c >= '0' && c <= '7') {
            --m_at;
            appendNumber(8, 3);
        } else if (c == 'x') {
            appendNumber(16, 2);
        } else {
            // \u, \U and \c depend on the locale or the shell's version.
            m_word.isDynamic = m_word.isDynamic || c == 'u' || c == 'U' || c == 'c';
            m_word.value += '\\';
            m_word.value += c;
        }
    }

    void appendNumber(int base, int maxDigits)
    {
        const qsizetype begin = m_at;
        const QByteArrayView digits = base == 8 ? QByteArrayView("01234567") : QByteArrayView("0123456789abcdefABCDEF");
        while (m_at < m_text.size() && m_at - begin < maxDigits && digits.contains(m_text.at(m_at)))
            ++m_at;
        const int value = m_text.mid(begin, m_at - begin).toInt(nullptr, base);
        // A NUL ends the string in bash; nothing that a file of ours may hold.
        m_word.isDynamic = m_word.isDynamic || (value & 0xff) == 0;
        m_word.value += char(value & 0xff);
    }

    void skipBackquoted()
    {
        notPlain();
        m_word.isDynamic = true;
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != '`'; ++m_at) {
            if (m_text.at(m_at) == '\\')
                ++m_at;
        }
        m_at >= m_text.size() ? unterminated() : skip(1);
    }

    /// $(…): its content must be plain shell, or its end is uncertain.
    void skipCommands()
    {
        const qsizetype begin = m_at + 2;
        if (text(begin, 1) == "(") // arithmetic; it may set variables, and a shell stops at a fault in it
            m_word.isUnclear = true;
        int depth = 0;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text.at(m_at);
            if (c == '\\') {
                ++m_at;
            } else if (c == '\'' || c == '"') {
                m_at = m_text.indexOf(c, m_at + 1);
                if (m_at < 0)
                    break;
            } else if (c == '(') {
                ++depth;
            } else if (c == ')' && --depth == 0) {
                const QByteArray inside = m_text.mid(begin, m_at - begin);
                // Each level is read again for each level around it; a remark or a "case" may hold a lone ")".
                static const QByteArrayList hiding{"#", "`", "<<", "case"};
                const bool mayHide = std::any_of(hiding.cbegin(), hiding.cend(),
                                                 [&](const QByteArray &piece) { return inside.contains(piece); });
                m_word.isUnclear = m_word.isUnclear || mayHide || inside.count("$(") > 4 || !isPlainShell(inside);
                return skip(1);
            }
        }
        unterminated();
    }

    /// ${NAME} and ${NAME:-…} and the like; everything else may make a shell stop.
    void skipBraces(bool quoted)
    {
        qsizetype at = m_at + 2;
        while (at < m_text.size() && isShellName('_' + m_text.mid(at, 1)))
            ++at;
        const QByteArray name = m_text.mid(m_at + 2, at - m_at - 2);
        const QByteArray mark = text(at, 1) == ":" ? text(at, 2) : text(at, 1);
        static const QByteArrayList known{"}", ":-", "-", ":+", "+", ":=", "=", "#", "%"};
        if (!isShellName(name) || !known.contains(mark))
            m_word.isUnclear = true;
        if (mark.endsWith('='))
            m_word.assigns.append(name);
        for (m_at = at; m_at < m_text.size() && m_text.at(m_at) != '}';) {
            const char c = m_text.at(m_at);
            if (c == '\\')
                skip(2);
            else if (c == '$')
                readDollar(quoted);
            else if (c == '`')
                skipBackquoted();
            else if (c == '\'' || c == '"' || c == '{' || c == '\n')
                return unclear(); // these mean different things inside and outside of quotes
            else
                ++m_at;
        }
        m_at >= m_text.size() ? unterminated() : skip(1);
    }

    QByteArray text(qsizetype at, qsizetype length) const { return m_text.mid(at, length); }

    void unclear()
    {
        m_word.isUnclear = true;
        m_at = m_text.size();
    }

    void skip(qsizetype n) { m_at = std::min(m_at + n, m_text.size()); }
    void unterminated()
    {
        m_word.isUnterminated = true;
        m_at = m_text.size();
    }

    const QByteArray &m_text;
    qsizetype m_at;
    ShellWord m_word;
    bool m_isPlain = true; ///< nothing quoted before the "="
};

} // namespace

bool isShellBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isShellOperator(char c)
{
    return c == '\n' || c == ';' || c == '&' || c == '|' || c == '(' || c == ')' || c == '<' || c == '>';
}

ShellWord readShellWord(const QByteArray &text, qsizetype at)
{
    return WordReader(text, at).read();
}

} // namespace bondwright::formats
