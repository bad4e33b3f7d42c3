// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace bondwright::formats
{

/// A file of shell assignments (ifcfg-*, /etc/sysconfig/network, route-* in the new syntax), read the way
/// sh reads it but without a shell, and changed without touching any other byte of it.
class ShellFile final
{
public:
    struct Problems {
        bool hasCommands = false; ///< holds more than assignments: what a shell would make of it is not known
        bool isBroken = false; ///< an unclosed quote or a NUL: a shell stops there
        bool hasCrlf = false; ///< a shell takes the CR for a part of the value
        bool hasBom = false; ///< a shell takes it for a part of the first word

        friend bool operator==(const Problems &, const Problems &) = default;
    };

    ShellFile() = default;
    explicit ShellFile(const QByteArray &text);

    /// The last assignment wins. nullopt if there is none, or if its value is only known to a shell.
    std::optional<QString> value(const QByteArray &key) const;
    /// As value(), and "" if there is none.
    QString text(const QByteArray &key) const { return value(key).value_or(QString()); }
    bool contains(const QByteArray &key) const;
    bool isDynamic(const QByteArray &key) const;
    QList<QByteArray> keys() const; ///< each once, in the order of the file
    const Problems &problems() const { return m_problems; }

    /// Assigns in the place of the key's last assignment, or on a new line at the end; other assignments of
    /// the key go. Does nothing if the key has this value already. @return false: the value cannot be quoted
    bool set(const QByteArray &key, const QString &value);
    void remove(const QByteArray &key);
    void setOrRemove(const QByteArray &key, const QString &value); ///< removes it where the value is empty
    void removeIf(const std::function<bool(const QByteArray &key)> &isUnwanted);

    /// The text behind "# prefix" on a comment line of its own.
    std::optional<QString> remark(const QByteArray &prefix) const;
    /// Sets it in place or on a new first line; an empty text takes it away.
    void setRemark(const QByteArray &prefix, const QString &text);

    /// LF line ends, no BOM: what a shell needs to see.
    void normalize();

    /// Takes away NULs, as a shell does, and all from the command with an unclosed quote on: whatever is added behind it would be lost.
    void cutBroken();

    QByteArray toBytes() const { return m_text; }

private:
    struct Assignment {
        QByteArray key;
        QByteArray value;
        bool isDynamic = false;
        qsizetype begin = 0; ///< of the word
        qsizetype end = 0;
        qsizetype lineBegin = 0; ///< of the lines it stands on
        qsizetype lineEnd = 0;
        bool isAlone = false; ///< nothing else but "export" and a comment on these lines
    };

    void parse();
    qsizetype parseCommand(qsizetype at);
    void placeOnLines(Assignment *assignment, qsizetype commandBegin) const;
    const Assignment *find(const QByteArray &key) const;
    void erase(const Assignment &assignment);
    qsizetype remarkLine(const QByteArray &prefix) const;

    QByteArray m_text;
    QList<Assignment> m_assignments;
    Problems m_problems;
    qsizetype m_brokenAt = -1; ///< the command that a shell would stop at
};

} // namespace bondwright::formats
