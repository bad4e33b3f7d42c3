// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/modulejudge.h"

#include "domain/options.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/ifcfg/keyreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

bool concernsBonds(const QByteArray &text)
{
    const QList<ModprobeLine> lines = ModprobeFile(text).lines();
    return std::any_of(lines.cbegin(), lines.cend(), [](const ModprobeLine &line) {
        return line.words.contains("bonding") || line.name().startsWith("bond");
    });
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

Finding moduleFinding(Severity severity, const QString &code, const ModuleLine &line, const QString &message,
                      const QString &advice)
{
    return finding(severity, code, placeOf(line.path, line.line.number), message, advice);
}

QString adviceFor(const QString &bond)
{
    return QCoreApplication::translate("formats", "Write the options into BONDING_OPTS of “%1”.")
        .arg(fileNameOf(ifcfgPath(bond)));
}

/// Whether NetworkManager makes all bonds here: it sets every option itself.
bool isManagersOnly(const Folder &folder)
{
    const QStringList bonds = folder.bonds();
    return !folder.dialect().isAssumed && !bonds.isEmpty()
        && std::none_of(bonds.cbegin(), bonds.cend(),
                        [&](const QString &bond) { return folder.isReadByService(*folder.find(bond)); });
}

/// Whether "options NAME" reach the driver. The first bond loads it, by its own name if it has no BONDING_OPTS.
bool isEffective(const Folder &folder, const QString &name)
{
    const QString first = folder.bonds().value(0);
    const IfcfgFile *file = folder.find(first);
    return name == u"bonding" || (name == first && file && file->text("BONDING_OPTS").isEmpty())
        || !folder.module().installed(name).isEmpty();
}

void judgeWords(const Folder &folder, const ModuleLine &line, QList<Finding> *findings)
{
    QStringList words;
    for (const QByteArray &word : line.line.words.mid(2))
        words.append(QString::fromUtf8(word));
    if (folder.dialect().release == 5 && words.value(0) == u"-o")
        words = words.mid(2);
    for (const QString &word : readModuleParameters(words).foreign) {
        // Since 3.11 the kernel skips parameters that a module does not have.
        const bool isSkipped = folder.dialect().release >= 8 && !findOption(word.section(u'=', 0, 0));
        findings->append(moduleFinding(
            isSkipped ? Severity::Warning : Severity::Error, u"modprobe.value"_s, line,
            (isSkipped ? QCoreApplication::translate("formats", "“%1” is no parameter of the driver: it is ignored.")
                       : QCoreApplication::translate(
                           "formats",
                           "“%1” is no parameter of the driver, or not with this value: the driver is not "
                           "loaded, and no bond comes up."))
                .arg(word.left(60)),
            QCoreApplication::translate("formats", "“bondctl options” lists what it takes.")));
    }
}

void judgeOptions(const Folder &folder, const ModuleLine &line, QList<Finding> *findings)
{
    const QString name = QString::fromUtf8(line.line.name());
    if (name != u"bonding" && !folder.find(name) && !folder.module().names(name))
        return; // another driver's
    if (!isEffective(folder, name))
        findings->append(moduleFinding(
            Severity::Warning, u"modprobe.no-effect"_s, line,
            QCoreApplication::translate("formats",
                                        "“options %1” does nothing: the driver is loaded once, by the first bond, and "
                                        "under the name “bonding” if that one has BONDING_OPTS.")
                .arg(name),
            adviceFor(name)));
    else
        judgeWords(folder, line, findings);
    if (name == u"bonding" && isManagersOnly(folder) && line.line.words.join(' ').contains("mode="))
        findings->append(
            moduleFinding(Severity::Warning, u"modprobe.no-effect"_s, line,
                          QCoreApplication::translate("formats",
                                                      "NetworkManager sets every option itself: “options bonding” "
                                                      "does nothing to its bonds."),
                          adviceFor(folder.bonds().value(0))));
}

void judgeAlias(const Folder &folder, const ModuleLine &line, QList<Finding> *findings)
{
    const QString name = QString::fromUtf8(line.line.name());
    if (name == u"bonding" && folder.find(QString::fromUtf8(line.line.words.value(2))))
        findings->append(
            moduleFinding(Severity::Warning, u"modprobe.alias"_s, line,
                          QCoreApplication::translate("formats", "“alias %1 %2” is the wrong way round.")
                              .arg(name, QString::fromUtf8(line.line.words.value(2))),
                          QCoreApplication::translate("formats", "The bond comes first, the driver second.")));
    if (line.line.words.value(2) == "bonding" && !folder.find(name) && name.startsWith(u"bond") && !name.contains(u'*'))
        findings->append(
            moduleFinding(Severity::Advice, u"modprobe.no-file"_s, line,
                          QCoreApplication::translate("formats", "%1 is an alias of the driver, but “%2” is not there.")
                              .arg(name, fileNameOf(ifcfgPath(name))),
                          {}));
}

void judgeInstall(const Folder &folder, const ModuleLine &line, QList<Finding> *findings)
{
    const QString name = QString::fromUtf8(line.line.name());
    static const QByteArrayList nothing{"/bin/true", "/bin/false", "/usr/bin/true", "/usr/bin/false", "true",
                                        "false",     ":"};
    if (name == u"bonding" && nothing.contains(line.line.words.value(2)))
        findings->append(
            moduleFinding(Severity::Error, u"modprobe.install"_s, line,
                          QCoreApplication::translate("formats", "The driver is never loaded: no bond comes up."),
                          QCoreApplication::translate("formats", "Remove the line.")));
    else if (!folder.module().installed(name).isEmpty())
        findings->append(moduleFinding(
            Severity::Warning, u"modprobe.install"_s, line,
            QCoreApplication::translate(
                "formats", "%1 loads the driver once more, under its own name: only release 5 can do that.")
                .arg(name),
            adviceFor(name)));
}

/// A line that modprobe skips, where it is about a bond.
void judgeUnknown(const Folder &folder, const ModuleLine &line, QList<Finding> *findings)
{
    static const QByteArrayList known{"alias",   "options", "install", "remove", "blacklist",
                                      "softdep", "include", "config",  "weakdep"};
    const QByteArrayList words = line.line.words;
    const bool isOurs = std::any_of(words.cbegin(), words.cend(), [&](const QByteArray &word) {
        return word == "bonding" || folder.bonds().contains(QString::fromUtf8(word))
            || (word.startsWith("bond") && folder.find(QString::fromUtf8(word)));
    });
    if (isOurs && !known.contains(line.line.directive()))
        findings->append(moduleFinding(
            Severity::Warning, u"modprobe.unknown"_s, line,
            QCoreApplication::translate("formats", "modprobe does not know “%1” and skips the line.")
                .arg(QString::fromUtf8(line.line.directive()).left(40)),
            QCoreApplication::translate("formats", "It knows alias, options, install, blacklist and softdep.")));
}

void judgeLine(const Folder &folder, const ModuleLine &line, QList<Finding> *findings)
{
    const QByteArray directive = line.line.directive();
    if (directive == "options")
        judgeOptions(folder, line, findings);
    else if (directive == "alias")
        judgeAlias(folder, line, findings);
    else if (directive == "install")
        judgeInstall(folder, line, findings);
    else
        judgeUnknown(folder, line, findings);
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
