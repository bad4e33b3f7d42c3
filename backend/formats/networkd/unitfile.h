// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::formats::networkd
{

/// One "Key=Value", as config_parse() in systemd's conf-parser.c reads it.
struct Assignment {
    QString section;
    int instance = 0; ///< which of the sections, counted over the file from 0: [Address] may come more than once
    QString key;
    QString value; ///< continued lines joined by blanks, none around it
    qsizetype begin = 0; ///< of its first line
    qsizetype end = 0; ///< behind the end of its last
    int line = 0; ///< from 1
};

struct UnitSection {
    QString name;
    qsizetype begin = 0; ///< of its header
    qsizetype end = 0; ///< where the next one begins
    qsizetype textEnd = 0; ///< behind its last line that is neither blank nor a remark
};

/// A file of systemd-networkd: what it says, and how to change it with every other byte kept.
/// Rules of the dialect: "#" and ";" begin a remark, at the start of a line only, also between continued lines; a
/// backslash at the end continues a line; lines before the first section, or without "=", are ignored; sections of
/// one name are one, but for those that make an object each. At a header without its bracket, and at what is not UTF-8
/// outside of a remark, reading ends, and nothing of the unit is in force.
class UnitFile final
{
public:
    UnitFile() = default;
    explicit UnitFile(QByteArray text);

    const QByteArray &text() const { return m_text; }
    const QList<Assignment> &assignments() const { return m_assignments; }
    const QList<UnitSection> &sections() const { return m_sections; }
    const QList<int> &strayLines() const { return m_strayLines; } ///< lines that are nothing, from 1
    std::optional<int> refusedLine() const { return m_refusedLine; } ///< the first, from 1
    bool contains(const QString &section, const QString &key) const;

    /// Puts these in place of all assignments of the key; none: takes them away. The section is made where there is
    /// none.
    void set(const QString &section, const QString &key, const QStringList &values);
    /// A further section of that name, at the end.
    void appendSection(const QString &section, const QList<std::pair<QString, QString>> &content);
    void removeSection(int instance);

private:
    void parse();
    void readLine(const QByteArray &line, qsizetype begin, qsizetype end, int number);

    QByteArray m_text;
    QList<Assignment> m_assignments;
    QList<UnitSection> m_sections;
    QList<int> m_strayLines;
    std::optional<int> m_refusedLine;
};

/// As safe_atou32() takes it: decimal, "0x64", "0b11", and octal behind a "0" or "0o".
std::optional<quint32> unitNumber(QString text);

} // namespace bondwright::formats::networkd
