// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/migration.h"

#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

/// Lines of the old files that the source format would not write for this plan: what a plan cannot carry over.
QStringList unsaid(const FoundBond &found, const Format &from, const FileSnapshot &files)
{
    QStringList left;
    const auto fresh = from.render(found.plan, {});
    for (const QString &path : found.paths) {
        const FileState *state = files.find(path);
        const FileChange *again = fresh ? fresh->changes.find(path) : nullptr;
        if (!state)
            continue;
        QByteArrayList known;
        if (again && again->newText) {
            for (const QByteArray &line : again->newText->split('\n'))
                known.append(line.left(line.indexOf('=')).trimmed());
        }
        for (const QByteArray &line : state->content.split('\n')) {
            const QByteArray key = line.left(line.indexOf('=')).trimmed();
            // A comment is lost too, but changes nothing.
            if (!line.contains('=') || key.startsWith('#') || known.contains(key))
                continue;
            const QString text = u"%1: %2"_s.arg(fileNameOf(path), QString::fromUtf8(key));
            if (!left.contains(text))
                left.append(text);
        }
    }
    return left;
}

} // namespace

Result<Rendering> migrate(const QString &bond, const Format &from, const FileSnapshot &fromFiles, const Format &to,
                          const FileSnapshot &toFiles)
{
    const Reading reading = from.read(fromFiles);
    const auto found = std::find_if(reading.bonds.cbegin(), reading.bonds.cend(),
                                    [&](const FoundBond &f) { return f.plan.name == bond; });
    if (found == reading.bonds.cend())
        return fail(u"format.no-bond"_s,
                    QCoreApplication::translate("formats", "There is no bond “%1” in these files.").arg(bond));
    auto rendering = to.render(found->plan, toFiles);
    if (!rendering)
        return rendering;
    auto removal = from.remove(bond, fromFiles);
    if (!removal)
        return removal;
    for (const QString &text : unsaid(*found, from, fromFiles))
        rendering->findings.append(finding(
            Severity::Warning, u"migration.left-behind"_s, text.section(u": "_s, 0, 0),
            QCoreApplication::translate("formats", "%1 has no equivalent and stays behind in the backup.").arg(text),
            QCoreApplication::translate("formats", "Set it again by hand if it is needed.")));
    for (const Finding &f : reading.findings) {
        if (found->paths.contains(f.field))
            rendering->findings.append(f);
    }
    for (FileChange change : std::as_const(removal->changes.files)) {
        // A card's own file goes as well: it would still configure the card as a slave of nobody.
        if (change.newText && found->paths.contains(change.path))
            change.newText.reset();
        rendering->changes.add(change);
    }
    return rendering;
}

} // namespace bondwright::formats
