// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/interfacesfile.h"

#include "formats/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifupdown
{

namespace
{

constexpr auto parkedLine = "#| ";

bool isKeyword(const QString &word)
{
    static const QStringList keywords{u"iface"_s,        u"auto"_s,       u"mapping"_s,    u"source"_s,
                                      u"template"_s,     u"rename"_s,     u"source-dir"_s, u"source-directory"_s,
                                      u"no-auto-down"_s, u"no-scripts"_s, u"vlan"_s};
    return keywords.contains(word) || word.startsWith(u"allow-");
}

QString sameKey(QString key)
{
    return key.replace(u'_', u'-');
}

QByteArray beginMark(const QString &nic, const QString &bond)
{
    return "#" + bond.toUtf8() + ':' + nic.toUtf8() + " begin: not in force while the NIC is a port\n";
}

QByteArray endMark(const QString &nic, const QString &bond)
{
    return "#" + bond.toUtf8() + ':' + nic.toUtf8() + " end\n";
}

QByteArray withNewline(QByteArray text)
{
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    return text;
}

} // namespace

QString Stanza::base() const
{
    const qsizetype inherits = keyword == u"iface" ? words.indexOf(u"inherits"_s) : -1;
    return inherits > 0 ? words.value(inherits + 1) : QString();
}

QString Stanza::method() const
{
    if (words.size() > 2)
        return words.at(2);
    return values(u"address"_s).isEmpty() ? u"manual"_s : u"static"_s;
}

QStringList Stanza::values(const QString &key) const
{
    QStringList found;
    for (const StanzaOption &option : options) {
        if (sameKey(option.key) == key)
            found.append(option.value);
    }
    return found;
}

QString Stanza::value(const QString &key) const
{
    const QStringList found = values(key);
    return found.isEmpty() ? QString() : found.last();
}

int Stanza::lineOf(const QString &key) const
{
    for (const StanzaOption &option : options) {
        if (sameKey(option.key) == key)
            return option.line;
    }
    return line;
}

InterfacesFile::InterfacesFile(QByteArray text)
    : m_text(std::move(text))
{
    parse();
}

void InterfacesFile::readLine(const QByteArray &line, qsizetype begin, qsizetype end, int number)
{
    const QString text = QString::fromUtf8(line).trimmed();
    if (text.isEmpty())
        return;
    const QString first = wordsOf(text).value(0);
    const QString rest = text.mid(first.size()).trimmed();
    if (isKeyword(first)) {
        Stanza stanza;
        stanza.keyword = first;
        stanza.words = wordsOf(rest);
        stanza.begin = begin;
        stanza.headerEnd = end;
        stanza.end = end;
        stanza.line = number;
        m_stanzas.append(stanza);
        return;
    }
    if (m_stanzas.isEmpty() || (m_stanzas.last().keyword != u"iface" && m_stanzas.last().keyword != u"mapping")) {
        if (m_strayLines.isEmpty() || m_strayLines.last() != number)
            m_strayLines.append(number);
        return;
    }
    m_stanzas.last().options.append({first, rest, begin, end, number});
    m_stanzas.last().end = end;
}

void InterfacesFile::parse()
{
    m_stanzas.clear();
    m_strayLines.clear();
    // A byte order mark belongs to the first word, which is no keyword then, nor a remark.
    if (m_text.startsWith("\xef\xbb\xbf"))
        m_strayLines.append(1);
    QByteArray whole;
    qsizetype begin = 0;
    int first = 0;
    int number = 0;
    bool isContinued = false;
    for (qsizetype at = 0; at < m_text.size();) {
        const qsizetype newline = m_text.indexOf('\n', at);
        const qsizetype end = newline < 0 ? m_text.size() : newline + 1;
        const QByteArray line = m_text.mid(at, (newline < 0 ? m_text.size() : newline) - at);
        ++number;
        if (!isContinued) {
            if (line.trimmed().startsWith('#')) {
                at = end;
                continue;
            }
            whole.clear();
            begin = at;
            first = number;
        }
        isContinued = line.endsWith('\\');
        whole += isContinued ? line.chopped(1) + ' ' : line;
        if (!isContinued || end == m_text.size())
            readLine(whole, begin, end, first);
        at = end;
    }
}

void InterfacesFile::setOption(qsizetype index, const QString &key, const QStringList &values)
{
    if (index < 0 || index >= m_stanzas.size())
        return;
    const Stanza stanza = m_stanzas.at(index);
    qsizetype place = -1;
    QByteArray indent = "    ";
    for (auto option = stanza.options.crbegin(); option != stanza.options.crend(); ++option) {
        const QByteArray line = m_text.mid(option->begin, option->end - option->begin);
        qsizetype blanks = 0;
        while (blanks < line.size() && (line.at(blanks) == ' ' || line.at(blanks) == '\t'))
            ++blanks;
        indent = line.left(blanks);
        if (sameKey(option->key) != key)
            continue;
        place = option->begin;
        m_text.remove(option->begin, option->end - option->begin);
    }
    if (place < 0)
        place = stanza.end;
    QByteArray lines;
    if (place > 0 && m_text.at(place - 1) != '\n' && !values.isEmpty())
        lines += '\n';
    for (const QString &value : values)
        lines += indent + key.toUtf8() + ' ' + value.toUtf8() + '\n';
    m_text.insert(place, lines);
    parse();
}

void InterfacesFile::removeStanza(qsizetype index)
{
    const Stanza stanza = m_stanzas.at(index);
    m_text.remove(stanza.begin, stanza.end - stanza.begin);
    closeGap(stanza.begin);
    parse();
}

/// One of the empty lines around what was there goes as well: append() has made one.
void InterfacesFile::closeGap(qsizetype at)
{
    const bool isAfterEmptyLine = at == 0 || m_text.left(at).endsWith("\n\n");
    if (isAfterEmptyLine && at < m_text.size() && m_text.at(at) == '\n')
        m_text.remove(at, 1);
    else if (isAfterEmptyLine && at > 0 && at == m_text.size())
        m_text.chop(1);
}

void InterfacesFile::append(const QByteArray &text)
{
    m_text = withNewline(m_text);
    if (!m_text.isEmpty())
        m_text += '\n';
    m_text += text;
    parse();
}

void InterfacesFile::removeFromAuto(const QString &interface)
{
    for (qsizetype i = m_stanzas.size() - 1; i >= 0; --i) {
        Stanza stanza = m_stanzas.at(i);
        const bool isAuto = stanza.keyword == u"auto" || stanza.keyword.startsWith(u"allow-");
        if (!isAuto || stanza.words.removeAll(interface) == 0)
            continue;
        if (stanza.words.isEmpty()) {
            m_text.remove(stanza.begin, stanza.headerEnd - stanza.begin);
            closeGap(stanza.begin);
        } else {
            m_text.replace(stanza.begin, stanza.headerEnd - stanza.begin,
                           (stanza.keyword + u' ' + stanza.words.join(u' ')).toUtf8() + '\n');
        }
        parse();
    }
}

void InterfacesFile::park(const QString &nic, const QString &bond)
{
    bool isNamed = false;
    for (qsizetype i = m_stanzas.size() - 1; i >= 0; --i) {
        const Stanza stanza = m_stanzas.at(i);
        if (!stanza.isIface(nic))
            continue;
        const bool isFirst = std::none_of(m_stanzas.cbegin(), m_stanzas.cbegin() + i,
                                          [&nic](const Stanza &s) { return s.isIface(nic); });
        QByteArray block = beginMark(nic, bond);
        if (isFirst && !isNamed)
            block += "iface " + nic.toUtf8() + " inet manual\n";
        for (const QByteArray &line :
             withNewline(m_text.mid(stanza.begin, stanza.end - stanza.begin)).chopped(1).split('\n'))
            block += parkedLine + line + '\n';
        m_text.replace(stanza.begin, stanza.end - stanza.begin, block + endMark(nic, bond));
    }
    parse();
}

void InterfacesFile::unpark(const QString &nic, const QString &bond)
{
    const QByteArray start = "#" + bond.toUtf8() + ':' + nic.toUtf8();
    qsizetype at = 0;
    while ((at = m_text.indexOf(start, at)) >= 0) {
        const qsizetype lineEnd = m_text.indexOf('\n', at);
        const QByteArray mark = m_text.mid(at, lineEnd - at);
        const QByteArray name = mark.mid(bond.toUtf8().size() + 2).split(' ').first();
        const QByteArray closing = endMark(QString::fromUtf8(name), bond);
        const qsizetype end = m_text.indexOf(closing, at);
        if (lineEnd < 0 || end < 0 || (at > 0 && m_text.at(at - 1) != '\n') || !mark.contains(" begin")) {
            at += start.size();
            continue;
        }
        QByteArray lines;
        for (const QByteArray &line : m_text.mid(lineEnd + 1, end - lineEnd - 1).split('\n')) {
            if (line.startsWith(parkedLine))
                lines += line.mid(qsizetype(qstrlen(parkedLine))) + '\n';
        }
        m_text.replace(at, end + closing.size() - at, lines);
        at += lines.size();
    }
    parse();
}

} // namespace bondwright::formats::ifupdown
