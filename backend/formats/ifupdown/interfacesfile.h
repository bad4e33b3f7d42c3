// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace bondwright::formats::ifupdown
{

struct StanzaOption {
    QString key;
    QString value;
    qsizetype begin = 0; ///< of its first line
    qsizetype end = 0; ///< behind its last
    int line = 0; ///< from 1
};

/// What begins with one of the keywords of interfaces(5), up to the next one's line.
struct Stanza {
    QString keyword; ///< "iface", "auto", "allow-hotplug", "source", …
    QStringList words; ///< of the same line
    QList<StanzaOption> options; ///< of "iface" and "mapping" only
    qsizetype begin = 0;
    qsizetype headerEnd = 0; ///< behind its first line
    qsizetype end = 0; ///< behind its last option
    int line = 0;

    bool isIface(const QString &name) const { return keyword == u"iface" && words.value(0) == name; }
    /// The stanza whose options come before these ("inherits"); empty: none.
    QString base() const;
    /// "inet", "inet6". ifupdown2 may leave it out, with the method (ifupdown refuses that).
    QString family() const { return words.value(1, QStringLiteral("inet")); }
    QString method() const;
    /// The last one of that key; hyphens and underscores are the same. Empty: none.
    QString value(const QString &key) const;
    QStringList values(const QString &key) const;
    int lineOf(const QString &key) const; ///< the stanza's own where there is none
};

/// A file of ifupdown, and how to change it with every other byte kept. Rules of the dialect (interfaces(5), config.c):
/// "#" begins a remark at the start of a line only; a backslash at its end continues a line.
class InterfacesFile final
{
public:
    InterfacesFile() = default;
    explicit InterfacesFile(QByteArray text);

    const QByteArray &text() const { return m_text; }
    const QList<Stanza> &stanzas() const { return m_stanzas; }
    const QList<int> &strayLines() const { return m_strayLines; }

    /// Puts these in place of all options of the key in the stanza; none: takes them away.
    void setOption(qsizetype stanza, const QString &key, const QStringList &values);
    void removeStanza(qsizetype stanza);
    void append(const QByteArray &text);
    /// Takes the name out of the "auto" and "allow-…" lines.
    void removeFromAuto(const QString &interface);
    /// Disables a NIC's own stanzas: they become remarks, with "iface NIC inet manual" in front of them.
    void park(const QString &nic, const QString &bond);
    /// Enables the stanzas that the bond has disabled. @param nic empty: those of all NICs
    void unpark(const QString &nic, const QString &bond);

private:
    void closeGap(qsizetype at);
    void parse();
    void readLine(const QByteArray &line, qsizetype begin, qsizetype end, int number);

    QByteArray m_text;
    QList<Stanza> m_stanzas;
    QList<int> m_strayLines;
};

} // namespace bondwright::formats::ifupdown
