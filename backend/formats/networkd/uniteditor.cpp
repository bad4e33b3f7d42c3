// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/uniteditor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::networkd
{

namespace
{

/// The same place in /etc.
QString inEtc(const QString &path)
{
    const QString vendor = UnitFolder::folders().last();
    return path.startsWith(vendor + u'/') ? UnitFolder::folders().first() + path.mid(vendor.size()) : path;
}

tl::unexpected<Error> madeAnew(const QString &path)
{
    return fail(
        u"networkd.made-anew"_s,
        QCoreApplication::translate(
            "formats", "The file “%1” lies in /run: a program such as netplan makes it again at every start.")
            .arg(path),
        QCoreApplication::translate(
            "formats", "Make the change in that program's own files, or remove the interface from them first."));
}

} // namespace

UnitEditor::UnitEditor(const FileSnapshot &snapshot)
    : m_snapshot(snapshot)
{
}

UnitFile &UnitEditor::edited(const UnitSource &source)
{
    auto it = m_edited.find(source.path);
    return it == m_edited.end() ? *m_edited.insert(source.path, source.file) : *it;
}

void UnitEditor::set(const Unit &unit, const QString &section, const QString &key, const QStringList &values)
{
    const auto says = [&](const UnitSource &source) {
        const auto it = m_edited.constFind(source.path);
        return (it == m_edited.cend() ? source.file : *it).contains(section, key);
    };
    const auto last = std::find_if(unit.sources.crbegin(), unit.sources.crend(), says);
    const UnitSource &place = last == unit.sources.crend() ? unit.sources.first() : *last;
    for (const UnitSource &source : unit.sources) {
        if (&source != &place && says(source))
            edited(source).set(section, key, {});
    }
    edited(place).set(section, key, values);
}

QList<UnitFile *> UnitEditor::own(const Unit &unit, const std::function<bool(const Assignment &)> &isGoverned)
{
    QList<UnitFile *> files;
    for (const UnitSource &source : unit.sources)
        files.append(&edited(source));
    for (qsizetype i = 1; i < unit.sources.size(); ++i) {
        const QList<Assignment> all = unit.sources.at(i).file.assignments();
        for (auto a = all.crbegin(); a != all.crend(); ++a) {
            if (isGoverned(*a))
                files.at(i)->set(a->section, a->key, {});
        }
    }
    return files;
}

void UnitEditor::create(const QString &path, const UnitFile &file)
{
    m_edited.insert(path, file);
}

void UnitEditor::remove(const Unit &unit)
{
    for (const UnitSource &source : unit.sources)
        removeFile(source.path);
}

void UnitEditor::removeFile(const QString &path)
{
    m_edited.remove(path);
    if (!m_removed.contains(path)) // one file may make several NICs ports
        m_removed.append(path);
}

Result<ChangeSet> UnitEditor::changes() const
{
    ChangeSet changes;
    for (auto it = m_edited.cbegin(); it != m_edited.cend(); ++it) {
        const FileState *now = m_snapshot.find(it.key());
        if (now && now->content == it->text())
            continue;
        if (isInRun(it.key()))
            return madeAnew(it.key());
        changes.add(m_snapshot.change(inEtc(it.key()), it->text()));
    }
    for (const QString &path : m_removed) {
        if (isInRun(path))
            return madeAnew(path);
        // An empty one in /etc hides the package's, which would come into force else.
        const QString name = path.mid(path.lastIndexOf(u'/'));
        const QStringList folders = UnitFolder::folders();
        const bool hides = !isInEtc(path)
            || std::any_of(folders.cbegin() + 1, folders.cend(),
                           [&](const QString &folder) { return m_snapshot.find(folder + name) != nullptr; });
        changes.add(m_snapshot.change(inEtc(path), hides ? std::optional(QByteArray()) : std::nullopt));
    }
    return changes;
}

} // namespace bondwright::formats::networkd
