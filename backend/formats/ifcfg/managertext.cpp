// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/managertext.h"

#include "formats/shell/shellquote.h"
#include "formats/shell/shellscript.h"

#include <optional>

namespace bondwright::formats::ifcfg
{

namespace
{

bool isManagersSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// One value from its first character to the end of its line.
class ManagerValue
{
public:
    explicit ManagerValue(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<QByteArray> read()
    {
        while (m_at < m_text.size() && !isManagersSpace(m_text.at(m_at)) && m_text.at(m_at) != ';') {
            if (!readPart())
                return std::nullopt;
        }
        return hasOnlyRemarkBehind() ? std::optional(m_value) : std::nullopt;
    }

private:
    /// One ";" may stand behind a value, then only a remark.
    bool hasOnlyRemarkBehind() const
    {
        bool hasSemicolon = false;
        for (qsizetype at = m_at; at < m_text.size(); ++at) {
            if (m_text.at(at) == ';' && !hasSemicolon)
                hasSemicolon = true;
            else if (!isManagersSpace(m_text.at(at)))
                return m_text.at(at) == '#';
        }
        return true;
    }

    bool readPart()
    {
        const char c = m_text.at(m_at++);
        if (c == '\'')
            return readTo('\'');
        if (c == '"')
            return readDoubleQuoted();
        if (c == '$' && m_at < m_text.size() && m_text.at(m_at) == '\'')
            return readAnsi();
        if (c == '\\')
            return readEscaped();
        if (QByteArrayView("|&()<>").contains(c))
            return false;
        m_value += c;
        return true;
    }

    bool readEscaped()
    {
        if (m_at >= m_text.size())
            return false;
        m_value += m_text.at(m_at++);
        return true;
    }

    bool readTo(char quote)
    {
        const qsizetype end = m_text.indexOf(quote, m_at);
        if (end < 0)
            return false;
        m_value += m_text.sliced(m_at, end - m_at);
        m_at = end + 1;
        return true;
    }

    bool readDoubleQuoted()
    {
        while (m_at < m_text.size()) {
            const char c = m_text.at(m_at++);
            if (c == '"')
                return true;
            if (c == '$' || c == '`')
                return false;
            if (c == '\\' && m_at < m_text.size() && QByteArrayView("$`\"\\").contains(m_text.at(m_at)))
                m_value += m_text.at(m_at++);
            else
                m_value += c;
        }
        return false;
    }

    /// $'…' is read as a shell does.
    bool readAnsi()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text.at(end) != '\'')
            end += m_text.at(end) == '\\' ? 2 : 1;
        if (end >= m_text.size())
            return false;
        const QByteArray word = "X=$" + m_text.sliced(m_at, end + 1 - m_at).toByteArray();
        const ShellScript script = parseShellScript(word + '\n');
        if (script.commands.isEmpty() || script.commands.first().assignments.isEmpty())
            return false;
        m_value += script.commands.first().assignments.first().value.mid(2);
        m_at = end + 1;
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArray m_value;
};

} // namespace

QMap<QByteArray, QByteArray> managerValues(const QByteArray &text)
{
    QMap<QByteArray, QByteArray> values;
    for (const QByteArray &line : text.split('\n')) {
        qsizetype begin = 0;
        while (begin < line.size() && isManagersSpace(line.at(begin)))
            ++begin;
        const qsizetype equals = line.indexOf('=', begin);
        const QByteArray key = equals < 0 ? QByteArray() : line.mid(begin, equals - begin);
        if (isShellName(key))
            values.insert(key, ManagerValue(QByteArrayView(line).sliced(equals + 1)).read().value_or(QByteArray()));
    }
    return values;
}

void spellForManager(ShellFile *file, const QByteArray &before)
{
    const ShellFile old(before);
    const QMap<QByteArray, QByteArray> managers = managerValues(file->toBytes());
    for (const QByteArray &key : file->keys()) {
        const QString value = file->text(key);
        if (value == old.text(key) || value == QString::fromUtf8(managers.value(key)))
            continue;
        file->remove(key);
        file->set(key, value);
    }
}

} // namespace bondwright::formats::ifcfg
