// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/shell/shellscript.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace bondwright::formats
{

/// What a person most likely meant otherwise: a shell keeps nothing of it.
struct ShellSlip {
    enum class Kind : quint8 {
        BehindValue, ///< KEY=value word: the value is gone when "word" has run
        BlankBeforeEquals, ///< KEY = value: runs a program KEY
        NoName, ///< KEY-X=value: no variable can be called so, and a program is run
    };
    Kind kind = Kind::BehindValue;
    QByteArray key;
    QByteArray word; ///< that stands behind the value
    int line = 0;
};

/// A file of shell assignments (ifcfg-*, /etc/sysconfig/network, route-* in the new syntax), read the way
/// bash reads it but without a shell, and changed without touching any other byte of it. What only a shell would know
/// (a value behind "if", "case", $(…)) is told apart, and is never changed.
class ShellFile final
{
public:
    /// The first line at which each trouble begins; 0: there is none.
    struct Problems {
        int broken = 0; ///< a syntax error or a NUL: a shell stops there
        bool isOpenQuote = false; ///< the syntax error is a quote that is never closed
        int unclear = 0; ///< what happens from here on is known to a shell only
        int crlf = 0; ///< a shell takes the CR for a part of the value
        int bom = 0; ///< a shell takes it for a part of the first word

        friend bool operator==(const Problems &, const Problems &) = default;
    };

    ShellFile() = default;
    explicit ShellFile(const QByteArray &text);

    /// The last assignment wins. nullopt if there is none, or if its value is only known to a shell.
    std::optional<QString> value(const QByteArray &key) const;
    /// As value(), and "" if there is none.
    QString text(const QByteArray &key) const { return value(key).value_or(QString()); }
    /// Whether it is assigned anywhere, known or not.
    bool contains(const QByteArray &key) const;
    /// Whether the key may have a value that only a shell would know.
    bool isUncertain(const QByteArray &key) const;
    /// The line that gives the key its value, or makes it uncertain; 0: none.
    int lineOf(const QByteArray &key) const;
    QList<QByteArray> keys() const; ///< each once, in the order of the file
    const Problems &problems() const { return m_problems; }
    const QList<ShellSlip> &slips() const { return m_slips; }

    /// Assigns in the place of the key's last assignment, or on a new line at the end; other assignments of
    /// the key go. Does nothing if the key has this value already.
    /// @return false: the value cannot be quoted, or refusedLine() says where it cannot be known what it would do
    bool set(const QByteArray &key, const QString &value);
    void remove(const QByteArray &key);
    void setOrRemove(const QByteArray &key, const QString &value); ///< removes it where the value is empty
    void removeIf(const std::function<bool(const QByteArray &key)> &isUnwanted);
    /// The line because of which a change was refused; 0: all were made.
    int refusedLine() const { return m_refusedLine; }

    /// The text behind "# prefix" on a comment line of its own.
    std::optional<QString> remark(const QByteArray &prefix) const;
    /// Sets it in place or on a new first line; an empty text takes it away.
    void setRemark(const QByteArray &prefix, const QString &text);

    /// LF line ends, no BOM: what a shell needs to see.
    void normalize();

    QByteArray toBytes() const { return m_text; }

private:
    struct Assignment {
        QByteArray key;
        QByteArray value;
        qsizetype begin = 0; ///< of the word
        qsizetype end = 0;
        qsizetype lineBegin = 0; ///< of the lines it stands on
        qsizetype lineEnd = 0;
        bool isAlone = false; ///< nothing else but "export" and a comment on these lines
    };
    struct Variable {
        std::optional<QByteArray> value; ///< nullopt: known to a shell only
        int line = 0;
        bool isReplaceable = false; ///< it comes from one assignment that always happens
    };

    void parse();
    void follow(const ShellCommand &command);
    void followAssignments(const ShellCommand &command);
    void note(const QByteArray &key, const Variable &variable);
    void noteSlips(const ShellCommand &command);
    void placeOnLines(Assignment *assignment, qsizetype commandBegin) const;
    const Assignment *find(const QByteArray &key) const;
    bool mayChange(const QByteArray &key);
    void erase(const Assignment &assignment);
    qsizetype remarkLine(const QByteArray &prefix) const;
    int lineAt(qsizetype at) const;

    QByteArray m_text;
    QList<qsizetype> m_lineEnds;
    QList<Assignment> m_assignments;
    QList<QByteArray> m_keys; ///< in the order of the file
    QMap<QByteArray, Variable> m_variables;
    QList<ShellSlip> m_slips;
    Problems m_problems;
    int m_refusedLine = 0;
};

} // namespace bondwright::formats
