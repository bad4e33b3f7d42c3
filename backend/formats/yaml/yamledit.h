// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/yaml/yamlnode.h"

namespace bondwright::formats::yaml
{

/// Changes a YAML text entry by entry, with every other byte kept: only in block style, where an entry is lines of its
/// own; of a list, the items that stay. What is written in braces on one line is "yaml.flow", unless it is the whole value of the entry; what would change
/// other entries as well (anchors and merge keys, one key twice) is "yaml.entangled".
class Editor final
{
public:
    explicit Editor(QByteArray text)
        : m_text(std::move(text))
    {
    }

    const QByteArray &text() const { return m_text; }
    /// Writes, replaces or (a Null) takes away an entry; what is missing above it is made.
    Result<void> set(const QStringList &path, const Node &value);
    /// Comments an entry out, with an empty mapping of the same key in front, so that it can be restored.
    Result<void> park(const QStringList &path, const QByteArray &mark);
    /// Restores the entries that bear this mark.
    void unpark(const QByteArray &mark);

private:
    struct Place {
        qsizetype begin = 0;
        qsizetype end = 0;
        int column = 0;
        bool exists = false;
    };
    Result<Place> find(const Node &root, const QStringList &path) const;
    bool setParts(const Node &present, const QStringList &path, const Node &value);
    Result<void> change(const Node &root, const QStringList &path, const Node &value);
    /// Takes the text if it says what is wanted, and nothing else.
    Result<void> accept(const QByteArray &text, const Node &wanted, const QStringList &path);
    qsizetype offsetOfLine(int line) const;
    /// Behind the last line that belongs to what begins in this line at this column.
    qsizetype endOfBlock(int line, int column) const;

    QByteArray m_text;
};

} // namespace bondwright::formats::yaml
