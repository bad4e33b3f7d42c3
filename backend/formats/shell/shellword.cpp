// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellword.h"

#include "formats/shell/shellquote.h"

namespace bondwright::formats
{

namespace
{

bool startsExpansion(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("_{(@*#?-$!").contains(c);
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
        if (c == '=' && m_word.nameLength == 0 && m_isPlain && isShellName(m_word.value))
            m_word.nameLength = m_word.value.size();
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
        if (m_at + 1 >= m_text.size()) { // the last byte of the file: bash keeps it
            m_word.value += '\\';
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
            next == '(' ? skipNested('(', ')') : next == '{' ? skipNested('{', '}') : skip(2);
        } else {
            notPlain();
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

    void skipNested(char open, char close)
    {
        int depth = 0;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text.at(m_at);
            if (c == '\\')
                ++m_at;
            else if (c == open)
                ++depth;
            else if (c == close && --depth == 0)
                return skip(1);
        }
        unterminated();
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
