// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/recordstore.h"

#include "formats/files/replacefile.h"
#include "formats/files/rootfolder.h"

#include <QCoreApplication>
#include <QDir>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using formats::fileNameOf;

namespace
{

constexpr qsizetype sealBytes = 65; // the digest and a line feed
constexpr qsizetype progressBytes = 8192; // whole blocks: written in place
constexpr auto keptPrefix = "kept-"_L1;

QByteArray sealed(const QByteArray &content)
{
    return formats::contentDigest(content) + '\n' + content;
}

std::optional<QByteArray> unsealed(const QByteArray &text)
{
    const QByteArray content = text.mid(sealBytes);
    return sealed(content) == text ? std::optional(content) : std::nullopt;
}

QByteArray progressOf(const Record &record)
{
    constexpr qsizetype room = progressBytes - sealBytes;
    return sealed(progressToJson(record, room).leftJustified(room));
}

} // namespace

struct RecordStore::Copy {
    bool exists = false;
    std::optional<QByteArray> progress; ///< nullopt: damaged
    std::optional<QByteArray> rest;
};

RecordStore::RecordStore(Environment environment)
    : m_environment(std::move(environment))
{
}

QString RecordStore::pendingPath() const
{
    return m_environment.stateFolder + u"/transaction.json"_s;
}

QStringList RecordStore::pendingPaths() const
{
    return {pendingPath(), m_environment.stateFolder + u"/transaction.copy"_s};
}

QString RecordStore::lastPath() const
{
    return m_environment.stateFolder + u"/last-transaction.json"_s;
}

Result<void> RecordStore::writeWhole(const QString &path, const Record &record) const
{
    const auto root = formats::RootFolder::open(m_environment.root);
    if (!root)
        return tl::unexpected(root.error());
    const auto folder = root->makeParent(path, nullptr);
    if (!folder)
        return tl::unexpected(folder.error());
    formats::FileState state;
    state.content = progressOf(record) + sealed(recordToJson(record));
    state.mode = 0600; // it holds the token
    if (state.content.size() > formats::maxFileBytes)
        return fail(u"helper.invalid"_s,
                    QCoreApplication::translate("helper", "The change touches more than one record can hold."));
    return formats::replaceFile(folder->get(), fileNameOf(path), state, path);
}

Result<void> RecordStore::writeProgress(const QString &path, const Record &record) const
{
    const auto root = formats::RootFolder::open(m_environment.root);
    if (!root)
        return tl::unexpected(root.error());
    const auto folder = root->openParent(path);
    if (!folder)
        return tl::unexpected(folder.error());
    return formats::overwriteFile(folder->get(), fileNameOf(path), progressOf(record), path);
}

Result<void> RecordStore::save(Record *record)
{
    ++record->generation;
    for (const QString &path : pendingPaths()) {
        if (auto written = writeWhole(path, *record); !written)
            return written;
    }
    return {};
}

/// One after the other: if a power cut damages one, the other is complete.
Result<void> RecordStore::saveProgress(Record *record)
{
    ++record->generation;
    Result<void> first;
    int written = 0;
    for (const QString &path : pendingPaths()) {
        const auto done = writeProgress(path, *record);
        written += done ? 1 : 0;
        first = first ? done : first;
    }
    return written > 0 ? Result<void>() : first;
}

Result<RecordStore::Copy> RecordStore::read(const QString &path) const
{
    const auto root = formats::RootFolder::open(m_environment.root);
    if (!root)
        return tl::unexpected(root.error());
    const auto state = root->read(path);
    if (!state)
        return tl::unexpected(state.error());
    Copy copy;
    if (!*state)
        return copy;
    copy.exists = true;
    copy.progress = unsealed((*state)->content.left(progressBytes));
    copy.rest = unsealed((*state)->content.mid(progressBytes));
    return copy;
}

Result<std::optional<Record>> RecordStore::recordFrom(const QStringList &paths) const
{
    QList<Copy> copies;
    std::optional<Error> error;
    for (const QString &path : paths) {
        const auto copy = read(path);
        if (copy && copy->exists)
            copies.append(*copy);
        else if (!copy && !error)
            error = copy.error();
    }
    if (copies.isEmpty())
        return error ? Result<std::optional<Record>>(tl::unexpected(*error)) : std::nullopt;
    Result<Record> record = recordFromJson({});
    for (const Copy &copy : copies) {
        if (!record && copy.rest)
            record = recordFromJson(*copy.rest);
    }
    if (!record)
        return tl::unexpected(record.error());
    const Record whole = *record;
    record->transaction.state = TransactionState::Activating;
    record->generation = 0;
    for (const Copy &copy : copies) {
        Record later = whole;
        if (copy.progress && takeProgress(*copy.progress, &later) && later.generation > record->generation)
            record = later;
    }
    return std::optional(std::move(*record));
}

Result<std::optional<Record>> RecordStore::load() const
{
    return recordFrom(pendingPaths());
}

Result<void> RecordStore::rename(const QString &from, const QString &to) const
{
    const auto root = formats::RootFolder::open(m_environment.root);
    if (!root)
        return tl::unexpected(root.error());
    const auto folder = root->openParent(from);
    if (!folder)
        return tl::unexpected(folder.error());
    return to.isEmpty() ? formats::unlinkFile(folder->get(), fileNameOf(from), from)
                        : formats::renameFile(folder->get(), fileNameOf(from), fileNameOf(to), from);
}

Result<void> RecordStore::finish(Record *record)
{
    (void)saveProgress(record); // not being able to note the end is no reason not to end
    const QStringList paths = pendingPaths();
    // A crash between the two leaves the second, whose state says that all is over.
    auto renamed = rename(paths.first(), lastPath());
    if (!renamed)
        return rename(paths.last(), lastPath());
    return rename(paths.last(), {});
}

void RecordStore::discard()
{
    for (const QString &path : pendingPaths())
        (void)rename(path, {});
}

Result<void> RecordStore::setAside()
{
    Result<void> result;
    for (const QString &path : pendingPaths()) {
        const auto copy = read(path);
        if (!copy || copy->exists)
            result = rename(path, path + u".damaged"_s);
    }
    return result;
}

std::optional<Record> RecordStore::lastFinished() const
{
    auto record = recordFrom({lastPath()});
    return record ? *record : std::nullopt;
}

QString RecordStore::keptPath(const Record &record, const QString &what) const
{
    return m_environment.stateFolder + u'/' + keptPrefix + record.transaction.id + u'-' + what;
}

void RecordStore::sweepKept()
{
    // Half-written ones included, whose names go on behind.
    const QDir folder(m_environment.path(m_environment.stateFolder));
    for (const QString &name : folder.entryList({keptPrefix + u'*'}, QDir::Files | QDir::System))
        (void)rename(m_environment.stateFolder + u'/' + name, {});
}

} // namespace bondwright::helper
