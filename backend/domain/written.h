// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

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
        : Written(value.toString())
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

} // namespace bondwright
