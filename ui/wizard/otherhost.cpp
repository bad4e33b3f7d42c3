// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/otherhost.h"
#include "formats/host/hostdetection.h"
#include "i18n/language.h"
#include "posix/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

class OtherHost
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::ui::OtherHost)
};

constexpr qint64 maxFileBytes = 1024 * 1024;

helper::FileDiff asNewFile(const QString &path, const QString &text)
{
    helper::FileDiff diff;
    diff.path = path;
    diff.newText = text;
    QStringList lines = text.split(u'\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    for (const QString &line : std::as_const(lines))
        diff.unified += u'+' + line + u'\n';
    return diff;
}

QList<helper::FileDiff> filesBelow(const QString &root)
{
    QList<helper::FileDiff> files;
    QDirIterator entries(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        // Backup and lock of the rendering itself: nothing of the other host.
        if (QDir(root).relativeFilePath(file.fileName()).startsWith(u"var/lib/bondwright/"))
            continue;
        if (file.size() <= maxFileBytes && file.open(QIODevice::ReadOnly))
            files.append(
                asNewFile(u'/' + QDir(root).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())));
    }
    std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return files;
}

} // namespace

QString bondctlPath()
{
    const QString beside = QStandardPaths::findExecutable(u"bondctl"_s, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(u"bondctl"_s) : beside;
}

void runBondctl(const QStringList &arguments, const QByteArray &input, QObject *context,
                std::function<void(const BondctlAnswer &)> done)
{
    // Not a child of the context: its destructor would emit signals to objects that are destroyed already.
    auto *process = new QProcess;
    const auto finish = [process, done](bool isGood) {
        process->disconnect();
        process->deleteLater();
        done({isGood, process->readAllStandardOutput(), QString::fromUtf8(process->readAllStandardError()).trimmed()});
    };
    QObject::connect(process, &QProcess::finished, context, [finish](int exitCode, QProcess::ExitStatus status) {
        finish(status == QProcess::NormalExit && exitCode == 0);
    });
    QObject::connect(process, &QProcess::errorOccurred, context, [finish](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(false);
    });
    QObject::connect(context, &QObject::destroyed, process, [process] {
        process->disconnect();
        QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
        process->kill();
    });
    // In this window's language, which need not be the system's.
    process->start(bondctlPath(), QStringList{u"--lang"_s, i18n::currentLanguage()} + arguments);
    process->write(input);
    process->closeWriteChannel();
}

QString scriptName(const QString &bond)
{
    return u"make-%1.sh"_s.arg(bond);
}

void renderForOtherHost(const BondPlan &plan, const Target &target, QObject *context,
                        std::function<void(const Result<QList<helper::FileDiff>> &)> done)
{
    const QString program = bondctlPath();
    auto folder = std::make_shared<QTemporaryDir>();
    if (program.isEmpty() || !folder->isValid()) {
        done(fail(u"otherhost.program"_s, OtherHost::tr("The program bondctl was not found."),
                  OtherHost::tr("Install it beside this one.")));
        return;
    }
    const bool isScript = target.kind == TargetKind::Script;
    const QString release = QString::number(target.rhelMajor);
    QStringList arguments;
    if (isScript)
        arguments = {u"bundle"_s, u"-"_s, u"--rhel"_s, release, u"-o"_s, folder->filePath(scriptName(plan.name))};
    else
        arguments = {u"render"_s, u"-"_s, u"--format"_s, formatName(target.format), u"--root"_s, folder->path()};
    if (!isScript && target.format == FormatId::Ifcfg)
        arguments += {u"--rhel"_s, release};

    runBondctl(arguments, planToJson(plan), context, [folder, done](const BondctlAnswer &answer) {
        if (answer.isGood)
            done(filesBelow(folder->path()));
        else
            done(fail(u"otherhost.render"_s, OtherHost::tr("These files cannot be made for that release."),
                      answer.complaint));
    });
}

void renderForThisHost(const BondPlan &plan, QObject *context,
                       std::function<void(const Result<QList<helper::FileDiff>> &)> done)
{
    Target target{TargetKind::Folder};
    if (const auto host = formats::detectHost(u"/"_s); host && host->format) {
        target.format = *host->format;
        target.rhelMajor = host->release.rhelMajor > 0 ? host->release.rhelMajor : target.rhelMajor;
    }
    renderForOtherHost(plan, target, context, std::move(done));
}

QString placeOf(const QString &typed)
{
    QString place = typed.trimmed();
    if (place == u"~" || place.startsWith(u"~/"))
        place.replace(0, 1, QDir::homePath());
    return place.isEmpty() ? place : QDir::cleanPath(QDir::home().absoluteFilePath(place));
}

Result<QStringList> writeForOtherHost(const QList<helper::FileDiff> &files, const Target &target, const QString &where,
                                      bool replace)
{
    // Below nothing they would be this host's own files.
    const QString place = placeOf(where);
    if (place.isEmpty())
        return fail(u"otherhost.where"_s, OtherHost::tr("It is not said where the files go."),
                    OtherHost::tr("Enter a folder, or the name of the script."));
    QList<std::pair<QString, QByteArray>> wanted;
    for (const helper::FileDiff &file : files) {
        const QString name = target.kind == TargetKind::Script ? place : QDir::cleanPath(place + u'/' + file.path);
        wanted.append({name, file.newText.toUtf8()});
    }
    for (const auto &[name, text] : std::as_const(wanted)) {
        if (!replace && QFile::exists(name))
            return fail(u"otherhost.exists"_s, OtherHost::tr("%1 exists already.").arg(name),
                        OtherHost::tr("Choose an empty folder, or allow it to be replaced."));
    }
    QStringList written;
    for (const auto &[name, text] : std::as_const(wanted)) {
        QDir().mkpath(QFileInfo(name).path());
        const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        const auto permissions = target.kind == TargetKind::Script ? owner | QFileDevice::ExeOwner : owner;
        if (const auto done = writeWhole(name, text, u"otherhost.write"_s, permissions); !done)
            return tl::unexpected(done.error());
        written.append(name);
    }
    return written;
}

} // namespace bondwright::ui
