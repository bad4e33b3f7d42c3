// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <initializer_list>
#include <type_traits>
#include <utility>

namespace bondwright
{

/// A value of a plan as its author wrote it. Text that means nothing stays as it is, so that check() can show it.
/// Two are equal if they mean the same, however they are spelt.
template <typename Value>
class Written final
{
public:
    /// What Value::fromString makes of the text.
    using Meaning = decltype(Value::fromString(QStringView()));

    Written() = default;
    Written(QString text)
        : m_text(std::move(text))
        , m_value(Value::fromString(m_text))
    {
    }
    Written(const Value &value)
        : m_text(value.toString())
        , m_value(value)
    {
    }
    /// Of a value that may be missing: then as if nothing was written.
    Written(const Meaning &value) requires(!std::is_same_v<Meaning, Value>)
        : m_text(value ? value->toString() : QString())
        , m_value(value)
    {
    }

    /// Nothing was written.
    bool isEmpty() const { return m_text.isEmpty(); }
    void clear() { *this = {}; }
    const QString &text() const { return m_text; }
    /// None where nothing was written or the text means nothing.
    const Meaning &value() const { return m_value; }

    friend bool operator==(const Written &left, const Written &right)
    {
        return left.m_text == right.m_text || (left.m_value != Meaning() && left.m_value == right.m_value);
    }

private:
    QString m_text;
    Meaning m_value{};
};

/// Values that a plan lists, in order, such as its DNS servers.
template <typename Value>
class WrittenList final : public QList<Written<Value>>
{
public:
    WrittenList() = default;
    WrittenList(const QStringList &texts)
    {
        for (const QString &text : texts)
            this->append(text);
    }
    WrittenList(std::initializer_list<QString> texts)
        : WrittenList(QStringList(texts))
    {
    }

    QStringList texts() const
    {
        QStringList texts;
        for (const Written<Value> &entry : *this)
            texts.append(entry.text());
        return texts;
    }
};

} // namespace bondwright
