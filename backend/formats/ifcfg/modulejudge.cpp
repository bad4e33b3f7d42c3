// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/modulejudge.h"

#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/ifcfg/keyreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

bool concernsBonds(const QByteArray &text)
{
    const QList<ModprobeLine> lines = ModprobeFile(text).lines();
    return std::any_of(lines.cbegin(), lines.cend(),
                       [](const ModprobeLine &line) { return line.words.contains("bonding"); });
}

void judgeFiles(const Folder &folder, QList<Finding> *findings)
{
    for (auto it = folder.snapshot().files.cbegin(); it != folder.snapshot().files.cend(); ++it) {
        const bool isInFolder = folderOf(it.key()) == u"/etc/modprobe.d" || it.key() == u"/etc/modprobe.conf";
        if (!isInFolder || !concernsBonds(it->content))
            continue;
        if (!isModprobeFile(it.key(), folder.dialect()))
            findings->append(
                finding(Severity::Warning, u"modprobe.name"_s, it.key(),
                        QCoreApplication::translate("formats",
                                                    "The name does not end in .conf: only releases 5 and 6 read it."),
                        QCoreApplication::translate("formats", "Rename it to end in .conf if it is meant to count.")));
        else if (ModprobeFile(it->content).hasCrlf())
            findings->append(finding(
                Severity::Error, u"modprobe.crlf"_s, placeOf(it.key(), 1),
                QCoreApplication::translate("formats",
                                            "“%1” has DOS line ends: modprobe takes them for a part of the last word, "
                                            "and the bond does not come up.")
                    .arg(fileNameOf(it.key())),
                QCoreApplication::translate("formats", "Save it with LF line ends.")));
    }
}

/// Whether "options NAME" reach the driver. The first bond loads it, by its own name if it has no BONDING_OPTS.
bool isEffective(const Folder &folder, const QString &name)
{
    const QString first = folder.bonds().value(0);
    const IfcfgFile *file = folder.find(first);
    return name == u"bonding" || (name == first && file && file->text("BONDING_OPTS").isEmpty());
}

void judgeOptions(const Folder &folder, const ModuleLine &at, QList<Finding> *findings)
{
    const QString name = QString::fromUtf8(at.line.name());
    const QString place = placeOf(at.path, at.line.number);
    if (name != u"bonding" && !folder.find(name) && !folder.module().names(name))
        return; // another driver's
    if (!isEffective(folder, name)) {
        findings->append(finding(
            Severity::Warning, u"modprobe.no-effect"_s, place,
            QCoreApplication::translate("formats",
                                        "“options %1” does nothing: the driver is loaded once, by the first bond, and "
                                        "under the name “bonding” if that one has BONDING_OPTS.")
                .arg(name),
            QCoreApplication::translate("formats", "Write the options into BONDING_OPTS of “%1”.")
                .arg(fileNameOf(ifcfgPath(name)))));
        return;
    }
    QStringList words;
    for (const QByteArray &word : at.line.words.mid(2))
        words.append(QString::fromUtf8(word));
    for (const QString &word : readModuleParameters(words).foreign)
        findings->append(finding(
            Severity::Error, u"modprobe.value"_s, place,
            QCoreApplication::translate("formats",
                                        "“%1” is no parameter of the driver, or not with this value: the driver is not "
                                        "loaded, and no bond comes up.")
                .arg(word.left(60)),
            QCoreApplication::translate("formats", "“bondctl options” lists what it takes.")));
}

void judgeLine(const Folder &folder, const ModuleLine &at, QList<Finding> *findings)
{
    const QByteArray directive = at.line.directive();
    const QString name = QString::fromUtf8(at.line.name());
    const QString place = placeOf(at.path, at.line.number);
    if (directive == "options") {
        judgeOptions(folder, at, findings);
    } else if (directive == "alias" && at.line.words.value(2) == "bonding") {
        const bool hasFile = folder.find(name);
        if (!hasFile && name.startsWith(u"bond") && !name.contains(u'*'))
            findings->append(
                finding(Severity::Advice, u"modprobe.no-file"_s, place,
                        QCoreApplication::translate("formats", "%1 is an alias of the driver, but “%2” is not there.")
                            .arg(name, fileNameOf(ifcfgPath(name)))));
    } else if (directive == "install" && !folder.module().installed(name).isEmpty()) {
        findings->append(
            finding(Severity::Warning, u"modprobe.install"_s, place,
                    QCoreApplication::translate(
                        "formats", "%1 loads the driver once more, under its own name: only release 5 can do that.")
                        .arg(name),
                    QCoreApplication::translate("formats", "Write the options into BONDING_OPTS of “%1”.")
                        .arg(fileNameOf(ifcfgPath(name)))));
    }
}

} // namespace

QList<Finding> judgeModule(const Folder &folder)
{
    QList<Finding> findings;
    judgeFiles(folder, &findings);
    for (const ModuleLine &line : folder.module().lines())
        judgeLine(folder, line, &findings);
    return findings;
}

} // namespace bondwright::formats::ifcfg
