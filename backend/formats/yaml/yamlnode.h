// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::formats::yaml
{

struct Entry;

/// A YAML document as a tree: made by yaml-cpp, bounded, without anchors.
struct Node {
    enum class Kind : quint8 { Null, Scalar, List, Map };

    Kind kind = Kind::Null;
    QString scalar;
    QList<Node> items;
    QList<Entry> entries; ///< in the order of the file
    bool isFlow = false; ///< [a, b] or {a: b}

    static Node ofScalar(const QString &text);
    static Node ofNumber(qint64 number);
    static Node ofBool(bool value);
    static Node ofStrings(const QStringList &texts, bool isFlow = false);
    static Node ofMap(const QList<Entry> &entries);

    bool isNull() const { return kind == Kind::Null; }
    /// Null where there is none; so are its own children.
    const Node &at(QStringView key) const;
    const Node &at(const QStringList &path) const;
    bool contains(QStringView key) const;
    QStringList strings() const; ///< a list's scalars, or the one scalar
    std::optional<bool> boolean() const; ///< as YAML 1.1 spells them
    std::optional<quint32> number() const;
    void set(const QString &key, const Node &value); ///< of a map; a Null is left out
    /// The same with this entry; what is missing above it is made, a Null takes it away.
    Node with(const QStringList &path, const Node &value) const;
    /// However it is written and in whatever order: a mapping without entries is nothing.
    bool says(const Node &other) const;
};

struct Entry {
    QString key;
    Node value;
    int line = 0; ///< of the key, from 0
    int column = 0;
};

inline constexpr int maxNodes = 20'000;
inline constexpr int maxDepth = 32;

/// Errors: "yaml.syntax" with line and column, "yaml.too-big".
Result<Node> parse(const QByteArray &text);
/// In block style with two blanks for each level. @param indent blanks before each line
QByteArray textOf(const Node &node, int indent = 0);

} // namespace bondwright::formats::yaml
