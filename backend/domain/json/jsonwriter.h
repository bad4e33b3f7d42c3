// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace bondwright::json
{

/// Writes JSON with the members in the order they are given, which QJsonObject cannot: a plan kept in
/// a version control system must not change its order with the program's release.
class JsonWriter final
{
public:
    enum class Layout : quint8 { OneMemberALine, OneLine };

    void beginObject(Layout layout = Layout::OneMemberALine) { begin('{', layout); }
    void endObject() { end('}'); }
    void beginArray(Layout layout = Layout::OneMemberALine) { begin('[', layout); }
    void endArray() { end(']'); }
    /// Inside an object, before its value.
    void key(const QString &name);

    void value(const QString &text);
    void value(qint64 number);
    void value(bool flag);

    void member(const QString &name, const QString &text);
    void member(const QString &name, bool flag);
    void memberIfSet(const QString &name, const QString &text);
    template <typename T>
    void memberIfSet(const QString &name, const std::optional<T> &number)
    {
        if (number) {
            key(name);
            value(static_cast<qint64>(*number));
        }
    }
    /// On one line; nothing if empty.
    void memberIfSet(const QString &name, const QStringList &texts);

    /// The document with a newline at its end.
    QByteArray result() const { return m_out + '\n'; }

private:
    struct Level {
        Layout layout;
        bool isEmpty;
    };

    void begin(char bracket, Layout layout);
    void end(char bracket);
    void separate();

    QByteArray m_out;
    QList<Level> m_levels;
    bool m_afterKey = false;
};

} // namespace bondwright::json
