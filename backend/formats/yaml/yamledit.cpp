// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/yaml/yamledit.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace bondwright::formats::yaml
{

namespace
{

constexpr auto parkedLine = "#| ";

qsizetype blanksOf(const QByteArray &line)
{
    qsizetype blanks = 0;
    while (blanks < line.size() && line.at(blanks) == ' ')
        ++blanks;
    return blanks;
}

Node mapOf(const QString &key, const Node &value)
{
    Node map = Node::ofMap({});
    map.set(key, value);
    return map;
}

tl::unexpected<Error> inFlow(const QStringList &path)
{
    return fail(u"yaml.flow"_s,
                QCoreApplication::translate("formats", "“%1” stands within braces: it cannot be changed there.")
                    .arg(path.join(u'.')),
                QCoreApplication::translate("formats", "Write it with a line for each entry, or remove it by hand."));
}

/// With the line ends of the file that it goes into.
QByteArray asIn(const QByteArray &file, QByteArray text)
{
    return file.left(file.indexOf('\n') + 1).endsWith("\r\n") ? text.replace("\n", "\r\n") : text;
}

/// What stands behind the value of an entry of one line, with the blanks before it.
QByteArray remarkBehind(const QByteArray &entry)
{
    const QByteArray line = entry.trimmed();
    const auto root = line.contains('\n') ? Result<Node>(Node()) : parse(line);
    for (qsizetype at = line.indexOf(" #"); at > 0 && root && !root->isNull(); at = line.indexOf(" #", at + 1)) {
        QByteArray value = line.left(at);
        while (value.endsWith(' ') || value.endsWith('\t'))
            value.chop(1);
        if (const auto alone = parse(value); alone && alone->says(*root)) // else it stands within quotes
            return line.mid(value.size());
    }
    return {};
}

/// The items of a list in block style, each with the remarks above and behind it. @param block behind the line of its key
/// @return empty: it is none
QByteArrayList itemsOf(const QByteArray &block)
{
    QByteArrayList items;
    QByteArray remarks;
    qsizetype column = -1;
    for (qsizetype at = 0; at < block.size();) {
        const qsizetype newline = block.indexOf('\n', at);
        const qsizetype next = newline < 0 ? block.size() : newline + 1;
        const QByteArray line = block.mid(at, next - at);
        at = next;
        const QByteArray trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith('#')) {
            remarks += line;
            continue;
        }
        const bool isFirst = items.isEmpty();
        if (trimmed.startsWith("- ") && (isFirst || blanksOf(line) == column)) {
            column = blanksOf(line);
            items.append(QByteArray());
        } else if (isFirst) {
            return {};
        }
        items.last() += remarks + line;
        remarks.clear();
    }
    if (!items.isEmpty())
        items.last() += remarks;
    return items;
}

/// A list in place of the one that stands there: items that stay are as they were written. Nullopt: it is none in block style.
std::optional<QByteArray> listInPlace(const QByteArray &entry, const Node &value)
{
    const qsizetype header = entry.indexOf('\n') + 1;
    QByteArrayList present = itemsOf(entry.mid(header));
    if (header == 0 || present.isEmpty() || value.items.isEmpty())
        return std::nullopt;
    const QByteArrayList lines = present.first().split('\n');
    const auto dash
        = std::find_if(lines.cbegin(), lines.cend(), [](const QByteArray &l) { return l.trimmed().startsWith("- "); });
    QByteArray text = entry.left(header);
    for (const Node &item : value.items) {
        const auto same = std::find_if(present.begin(), present.end(), [&item](const QByteArray &each) {
            const auto root = parse(each);
            return root && root->items.size() == 1 && root->items.first().says(item);
        });
        Node alone;
        alone.kind = Node::Kind::List;
        alone.items.append(item);
        QByteArray lineOf = asIn(entry, textOf(alone, int(blanksOf(*dash))));
        if (same != present.end()) {
            lineOf = *same;
            present.erase(same);
        }
        text += lineOf.endsWith('\n') ? lineOf : lineOf + '\n';
    }
    return text;
}

tl::unexpected<Error> entangled(const QStringList &path)
{
    return fail(
        u"yaml.entangled"_s,
        QCoreApplication::translate("formats", "“%1” cannot be changed alone: other entries depend on its lines.")
            .arg(path.join(u'.')),
        QCoreApplication::translate("formats",
                                    "Write it once, with a line for each entry and without anchors (“&”, “*”, “<<”)."));
}

} // namespace

qsizetype Editor::offsetOfLine(int line) const
{
    qsizetype at = 0;
    for (int i = 0; i < line && at < m_text.size(); ++i) {
        const qsizetype newline = m_text.indexOf('\n', at);
        at = newline < 0 ? m_text.size() : newline + 1;
    }
    return at;
}

qsizetype Editor::endOfBlock(int line, int column) const
{
    qsizetype at = offsetOfLine(line + 1);
    qsizetype end = at;
    while (at < m_text.size()) {
        const qsizetype newline = m_text.indexOf('\n', at);
        const qsizetype next = newline < 0 ? m_text.size() : newline + 1;
        const QByteArray content = m_text.mid(at, next - at);
        const QByteArray trimmed = content.trimmed();
        const qsizetype blanks = blanksOf(content);
        // A list may stand as far to the left as its key.
        const bool isListItem = trimmed.startsWith("- ") || trimmed == "-";
        const bool isRemark = trimmed.isEmpty() || trimmed.startsWith('#');
        if (!isRemark && (blanks < column || (blanks == column && !isListItem)))
            break;
        if (!isRemark || (blanks > column && !trimmed.isEmpty()))
            end = next;
        at = next;
    }
    return end;
}

Result<Editor::Place> Editor::find(const Node &root, const QStringList &path) const
{
    const Node *node = &root;
    Place place;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (node->isFlow && !node->entries.isEmpty())
            return inFlow(path.mid(0, i));
        const auto it = std::find_if(node->entries.cbegin(), node->entries.cend(),
                                     [&](const Entry &entry) { return entry.key == path.at(i); });
        if (it == node->entries.cend())
            return Place{};
        if (std::any_of(it + 1, node->entries.cend(), [&](const Entry &other) { return other.key == path.at(i); }))
            return entangled(path.mid(0, i + 1));
        place.begin = offsetOfLine(it->line);
        place.end = endOfBlock(it->line, it->column);
        place.column = it->column;
        place.exists = true;
        if (blanksOf(m_text.mid(place.begin, it->column + 1)) < it->column)
            return inFlow(path.mid(0, i + 1)); // something stands before it on its line
        node = &it->value;
    }
    return place;
}

Result<void> Editor::accept(const QByteArray &text, const Node &wanted, const QStringList &path)
{
    const auto now = parse(text);
    if (!now || !now->says(wanted))
        return entangled(path);
    m_text = text;
    return {};
}

Result<void> Editor::set(const QStringList &path, const Node &value)
{
    const auto root = parse(m_text);
    if (!root)
        return tl::unexpected(root.error());
    const Node wanted = root->with(path, value);
    if (Editor parts(m_text); parts.setParts(root->at(path), path, value) && accept(parts.text(), wanted, path))
        return {};
    Editor changed(m_text);
    if (auto done = changed.change(*root, path, value); !done)
        return done;
    return accept(changed.text(), wanted, path);
}

/// A mapping entry by entry, for the sake of the remarks in it. @return false: not this way
bool Editor::setParts(const Node &present, const QStringList &path, const Node &value)
{
    if (present.isFlow || present.entries.isEmpty() || value.entries.isEmpty())
        return false;
    for (const Entry &entry : present.entries + value.entries) {
        const bool isSame = present.at(entry.key).says(value.at(entry.key));
        if (!isSame && !set(path + QStringList(entry.key), value.at(entry.key)))
            return false;
    }
    return true;
}

Result<void> Editor::change(const Node &root, const QStringList &path, const Node &value)
{
    const auto place = find(root, path);
    if (!place)
        return tl::unexpected(place.error());
    if (place->exists) {
        const QByteArray present = m_text.mid(place->begin, place->end - place->begin);
        QByteArray text = value.isNull() ? QByteArray() : textOf(mapOf(path.last(), value), place->column);
        if (!text.isEmpty())
            text.insert(text.indexOf('\n'), remarkBehind(present));
        text = asIn(m_text, text);
        if (value.kind == Node::Kind::List)
            text = listInPlace(present, value).value_or(text);
        if (!present.endsWith('\n'))
            text.chop(1); // as the file ends
        m_text.replace(place->begin, place->end - place->begin, text);
        return {};
    }
    if (value.isNull())
        return {};
    if (path.size() == 1) {
        if (!m_text.isEmpty() && !m_text.endsWith('\n'))
            m_text += '\n';
        m_text += asIn(m_text, textOf(mapOf(path.last(), value)));
        return {};
    }
    const QStringList above = path.mid(0, path.size() - 1);
    const Node &parent = root.at(above);
    const auto around = find(root, above);
    if (!around)
        return tl::unexpected(around.error());
    if (parent.kind != Node::Kind::Map || parent.entries.isEmpty())
        return change(root, above, mapOf(path.last(), value));
    if (parent.isFlow)
        return inFlow(above);
    QByteArray text = textOf(mapOf(path.last(), value), parent.entries.first().column);
    if (around->end > 0 && m_text.at(around->end - 1) != '\n')
        text.prepend('\n');
    m_text.insert(around->end, asIn(m_text, text));
    return {};
}

Result<void> Editor::park(const QStringList &path, const QByteArray &mark)
{
    const auto root = parse(m_text);
    if (!root)
        return tl::unexpected(root.error());
    const auto place = find(*root, path);
    if (!place || !place->exists)
        return place ? Result<void>() : tl::unexpected(place.error());
    QByteArray lines = m_text.mid(place->begin, place->end - place->begin);
    const QByteArray last = lines.endsWith('\n') ? "\n" : ""; // where the file ends without one
    lines.chop(last.size());
    const QByteArray margin(place->column, ' ');
    QByteArray text = margin + '#' + mark + " begin\n" + textOf(mapOf(path.last(), Node::ofMap({})), place->column);
    for (const QByteArray &line : lines.split('\n'))
        text += margin + parkedLine + line + '\n';
    QByteArray changed = m_text;
    changed.replace(place->begin, place->end - place->begin, text + margin + '#' + mark + " end" + last);
    return accept(changed, root->with(path, Node::ofMap({})), path);
}

void Editor::unpark(const QByteArray &mark)
{
    const QByteArray begin = '#' + mark + " begin\n";
    const QByteArray end = '#' + mark + " end";
    qsizetype at = 0;
    while ((at = m_text.indexOf(begin, at)) >= 0) {
        const qsizetype start = m_text.lastIndexOf('\n', at) + 1;
        const qsizetype last = m_text.indexOf(end, at);
        if (last < 0)
            return;
        QByteArray lines;
        for (const QByteArray &line : m_text.mid(at + begin.size(), last - at - begin.size()).split('\n')) {
            const QByteArray margin(blanksOf(line), ' ');
            if (line.startsWith(margin + parkedLine))
                lines += line.mid(margin.size() + qsizetype(qstrlen(parkedLine))) + '\n';
        }
        const bool hasNewline = m_text.mid(last + end.size(), 1) == "\n";
        if (!hasNewline)
            lines.chop(1);
        m_text.replace(start, last + end.size() + (hasNewline ? 1 : 0) - start, lines);
        at = start + lines.size();
    }
}

} // namespace bondwright::formats::yaml
