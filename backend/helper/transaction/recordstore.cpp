// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/record.h"

#include "formats/files/replacefile.h"
#include "formats/files/rootfolder.h"

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

RecordStore::RecordStore(Environment environment)
    : m_environment(std::move(environment))
{
}

QString RecordStore::pendingPath() const
{
    return m_environment.stateFolder + u"/transaction.json"_s;
}

QString RecordStore::lastPath() const
{
    return m_environment.stateFolder + u"/last-transaction.json"_s;
}

Result<void> RecordStore::write(const QString &path, const Record &record)
{
    auto root = formats::RootFolder::open(m_environment.root);
    if (!root)
        return tl::unexpected(root.error());
    auto folder = root->makeParent(path, nullptr);
    if (!folder)
        return tl::unexpected(folder.error());
    formats::FileState state;
    state.content = recordToJson(record);
    state.mode = 0600; // it holds the token
    return formats::replaceFile(folder->get(), formats::fileNameOf(path), state, path);
}

Result<std::optional<Record>> RecordStore::read(const QString &path) const
{
    const auto root = formats::RootFolder::open(m_environment.root);
    if (!root)
        return tl::unexpected(root.error());
    const auto state = root->read(path);
    if (!state)
        return tl::unexpected(state.error());
    if (!*state)
        return std::nullopt;
    auto record = recordFromJson((*state)->content);
    if (!record)
        return tl::unexpected(record.error());
    return std::optional(std::move(*record));
}

Result<void> RecordStore::save(const Record &record)
{
    return write(pendingPath(), record);
}

Result<std::optional<Record>> RecordStore::load() const
{
    return read(pendingPath());
}

Result<void> RecordStore::finish(const Record &record)
{
    const auto kept = write(lastPath(), record);
    const auto root = formats::RootFolder::open(m_environment.root);
    if (!root)
        return tl::unexpected(root.error());
    const auto folder = root->openParent(pendingPath());
    if (!folder)
        return tl::unexpected(folder.error());
    const auto removed = formats::unlinkFile(folder->get(), formats::fileNameOf(pendingPath()), pendingPath());
    return removed ? kept : removed;
}

std::optional<Record> RecordStore::lastFinished() const
{
    auto record = read(lastPath());
    return record ? *record : std::nullopt;
}

} // namespace bondwright::helper
