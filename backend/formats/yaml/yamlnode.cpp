// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/yaml/yamlnode.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace bondwright::formats::yaml
{

namespace
{

const Node nothing;

class Converter
{
public:
    /// @return false: too big or too deep
    bool convert(const YAML::Node &from, Node *to, int depth)
    {
        if (depth > maxDepth || ++m_count > maxNodes)
            return false;
        to->isFlow = from.Style() == YAML::EmitterStyle::Flow;
        switch (from.Type()) {
        case YAML::NodeType::Scalar:
            to->kind = Node::Kind::Scalar;
            to->scalar = QString::fromStdString(from.Scalar());
            return true;
        case YAML::NodeType::Sequence:
            to->kind = Node::Kind::List;
            for (const YAML::Node &item : from) {
                to->items.append(Node());
                if (!convert(item, &to->items.last(), depth + 1))
                    return false;
            }
            return true;
        case YAML::NodeType::Map:
            to->kind = Node::Kind::Map;
            for (const auto &pair : from) {
                Entry entry;
                entry.key = pair.first.IsScalar() ? QString::fromStdString(pair.first.Scalar()) : QString();
                entry.line = pair.first.Mark().line;
                entry.column = pair.first.Mark().column;
                if (!convert(pair.second, &entry.value, depth + 1))
                    return false;
                to->entries.append(entry);
            }
            return true;
        default:
            return true;
        }
    }

private:
    int m_count = 0;
};

/// Whether YAML reads it as that text and nothing else, bare as it stands.
bool isPlain(const QString &text)
{
    static const QRegularExpression word(u"^[A-Za-z_][A-Za-z0-9_./+-]*$"_s);
    static const QRegularExpression number(u"^(0|[1-9][0-9]{0,9})$"_s);
    static const QStringList special{u"y"_s, u"n"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"null"_s};
    if (number.match(text).hasMatch() || text == u"true" || text == u"false")
        return true;
    return word.match(text).hasMatch() && !special.contains(text.toLower()) && text.toLower() != u"true"
        && text.toLower() != u"false";
}

QByteArray quoted(const QString &text)
{
    if (isPlain(text))
        return text.toUtf8();
    QString inside = text;
    inside.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    return '"' + inside.toUtf8() + '"';
}

bool isShort(const Node &node)
{
    return node.kind == Node::Kind::Null || node.kind == Node::Kind::Scalar
        || (node.kind == Node::Kind::Map && node.entries.isEmpty())
        || (node.kind == Node::Kind::List && (node.isFlow || node.items.isEmpty()));
}

QByteArray shortText(const Node &node)
{
    if (node.kind == Node::Kind::Scalar)
        return quoted(node.scalar);
    if (node.kind == Node::Kind::Null)
        return "null";
    if (node.kind == Node::Kind::Map)
        return "{}";
    QByteArrayList parts;
    for (const Node &item : node.items)
        parts.append(shortText(item));
    return '[' + parts.join(", ") + ']';
}

} // namespace

Node Node::ofScalar(const QString &text)
{
    Node node;
    node.kind = Kind::Scalar;
    node.scalar = text;
    return node;
}

Node Node::ofNumber(qint64 number)
{
    return ofScalar(QString::number(number));
}

Node Node::ofBool(bool value)
{
    return ofScalar(value ? u"true"_s : u"false"_s);
}

Node Node::ofStrings(const QStringList &texts, bool isFlow)
{
    Node node;
    node.kind = Kind::List;
    node.isFlow = isFlow;
    for (const QString &text : texts)
        node.items.append(ofScalar(text));
    return node;
}

Node Node::ofMap(const QList<Entry> &entries)
{
    Node node;
    node.kind = Kind::Map;
    for (const Entry &entry : entries)
        node.set(entry.key, entry.value);
    return node;
}

const Node &Node::at(QStringView key) const
{
    const auto it
        = std::find_if(entries.cbegin(), entries.cend(), [key](const Entry &entry) { return entry.key == key; });
    return it == entries.cend() ? nothing : it->value;
}

const Node &Node::at(const QStringList &path) const
{
    const Node *node = this;
    for (const QString &key : path)
        node = &node->at(key);
    return *node;
}

bool Node::contains(QStringView key) const
{
    return std::any_of(entries.cbegin(), entries.cend(), [key](const Entry &entry) { return entry.key == key; });
}

QStringList Node::strings() const
{
    if (kind == Kind::Scalar)
        return {scalar};
    QStringList all;
    for (const Node &item : items) {
        if (item.kind == Kind::Scalar)
            all.append(item.scalar);
    }
    return all;
}

std::optional<bool> Node::boolean() const
{
    static const QStringList yes{u"y"_s, u"yes"_s, u"on"_s, u"true"_s};
    static const QStringList no{u"n"_s, u"no"_s, u"off"_s, u"false"_s};
    if (kind != Kind::Scalar)
        return std::nullopt;
    if (yes.contains(scalar.toLower()))
        return true;
    return no.contains(scalar.toLower()) ? std::optional(false) : std::nullopt;
}

std::optional<quint32> Node::number() const
{
    bool isNumber = false;
    const quint32 value = scalar.toUInt(&isNumber);
    return kind == Kind::Scalar && isNumber ? std::optional(value) : std::nullopt;
}

void Node::set(const QString &key, const Node &value)
{
    kind = Kind::Map;
    entries.removeIf([&key](const Entry &entry) { return entry.key == key; });
    if (!value.isNull())
        entries.append({key, value, 0, 0});
}

Node Node::with(const QStringList &path, const Node &value) const
{
    Node changed = *this;
    changed.kind = Kind::Map;
    const auto it = std::find_if(changed.entries.begin(), changed.entries.end(),
                                 [&path](const Entry &entry) { return entry.key == path.first(); });
    const bool isThere = it != changed.entries.end();
    const Node child = path.size() == 1 ? value : (isThere ? it->value : Node()).with(path.mid(1), value);
    if (isThere && path.size() == 1 && value.isNull())
        changed.entries.erase(it);
    else if (isThere)
        it->value = child;
    else if (!value.isNull())
        changed.entries.append({path.first(), child, 0, 0});
    return changed;
}

bool Node::says(const Node &other) const
{
    const auto isEmpty
        = [](const Node &node) { return node.isNull() || (node.kind == Kind::Map && node.entries.isEmpty()); };
    if (isEmpty(*this) || isEmpty(other))
        return isEmpty(*this) == isEmpty(other);
    const auto sorted = [](QList<Entry> all) {
        std::stable_sort(all.begin(), all.end(), [](const Entry &a, const Entry &b) { return a.key < b.key; });
        return all;
    };
    const QList<Entry> mine = sorted(entries);
    const QList<Entry> its = sorted(other.entries);
    return kind == other.kind && scalar == other.scalar
        && std::equal(items.cbegin(), items.cend(), other.items.cbegin(), other.items.cend(),
                      [](const Node &a, const Node &b) { return a.says(b); })
        && std::equal(mine.cbegin(), mine.cend(), its.cbegin(), its.cend(),
                      [](const Entry &a, const Entry &b) { return a.key == b.key && a.value.says(b.value); });
}

Result<Node> parse(const QByteArray &text)
{
    try {
        Node node;
        if (Converter().convert(YAML::Load(text.toStdString()), &node, 0))
            return node;
        return fail(u"yaml.too-big"_s,
                    QCoreApplication::translate("formats", "This YAML is nested too deep, or too big."));
    } catch (const YAML::ParserException &problem) {
        return fail(u"yaml.syntax"_s,
                    QCoreApplication::translate("formats", "This is no YAML: line %1, column %2.")
                        .arg(problem.mark.line + 1)
                        .arg(problem.mark.column + 1));
    } catch (const YAML::Exception &) {
        return fail(u"yaml.syntax"_s, QCoreApplication::translate("formats", "This is no YAML."));
    }
}

QByteArray textOf(const Node &node, int indent)
{
    const QByteArray margin(indent, ' ');
    if (isShort(node))
        return margin + shortText(node) + '\n';
    QByteArray text;
    for (const Entry &entry : node.entries) {
        text += margin + quoted(entry.key) + ':';
        text += isShort(entry.value) ? ' ' + shortText(entry.value) + '\n' : '\n' + textOf(entry.value, indent + 2);
    }
    for (const Node &item : node.items)
        text += margin + "- " + textOf(item, indent + 2).mid(indent + 2);
    return text;
}

} // namespace bondwright::formats::yaml
