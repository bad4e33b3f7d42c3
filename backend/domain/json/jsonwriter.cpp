// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json/jsonwriter.h"

#include "domain/json/jsontext.h"

namespace bondwright::json
{

void JsonWriter::separate()
{
    if (std::exchange(m_afterKey, false) || m_levels.isEmpty())
        return;
    Level &level = m_levels.last();
    if (!level.isEmpty)
        m_out += ',';
    if (level.layout == Layout::OneMemberALine)
        m_out += '\n' + QByteArray(2 * m_levels.size(), ' ');
    else if (!level.isEmpty)
        m_out += ' ';
    level.isEmpty = false;
}

void JsonWriter::begin(char bracket, Layout layout)
{
    separate();
    m_out += bracket;
    m_levels.append({layout, true});
}

void JsonWriter::end(char bracket)
{
    const Level level = m_levels.takeLast();
    if (level.layout == Layout::OneMemberALine && !level.isEmpty)
        m_out += '\n' + QByteArray(2 * m_levels.size(), ' ');
    m_out += bracket;
}

void JsonWriter::key(const QString &name)
{
    separate();
    m_out += textOf(name) + ": ";
    m_afterKey = true;
}

void JsonWriter::value(const QString &text)
{
    separate();
    m_out += textOf(text);
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_out += QByteArray::number(number);
}

void JsonWriter::value(bool flag)
{
    separate();
    m_out += flag ? "true" : "false";
}

void JsonWriter::member(const QString &name, const QString &text)
{
    key(name);
    value(text);
}

void JsonWriter::member(const QString &name, bool flag)
{
    key(name);
    value(flag);
}

void JsonWriter::memberIfSet(const QString &name, const QString &text)
{
    if (!text.isEmpty())
        member(name, text);
}

void JsonWriter::memberIfSet(const QString &name, const QStringList &texts)
{
    if (texts.isEmpty())
        return;
    key(name);
    beginArray(Layout::OneLine);
    for (const QString &text : texts)
        value(text);
    endArray();
}

} // namespace bondwright::json
