// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/bundle/bundletalk.h"

#include "formats/ifcfg/ifcfgformat.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto textEnd = "BONDWRIGHT_SENT";
constexpr auto bundleFolder = "\"${BONDWRIGHT_ROOT}/var/lib/bondwright-bundle\"";
constexpr auto osReleasePath = "/etc/os-release"_L1;
constexpr auto redhatReleasePath = "/etc/redhat-release"_L1;
constexpr int longestSaid = 2000;

tl::unexpected<Error> badAnswer()
{
    return fail(u"bundle.answer"_s,
                //: @error
                QCoreApplication::translate("Host", "The host sends something that was not asked for."),
                //: @info what to do
                QCoreApplication::translate("Host", "Look whether the host's login scripts print text."));
}

formats::ifcfg::IfcfgFormat ifcfgOf(int release)
{
    return formats::ifcfg::IfcfgFormat(
        formats::ifcfg::Dialect::forRelease(release).value_or(formats::ifcfg::Dialect()));
}

/// Everything that the format of any of these releases looks at, as words of a shell.
QByteArray lookedAt()
{
    QStringList words{osReleasePath, redhatReleasePath};
    for (const int release : {5, 8}) {
        const auto format = ifcfgOf(release);
        words += format.paths();
        for (const QString &one : format.folders())
            words += one.endsWith(u"network-scripts") ? QStringList{one + u"/ifcfg-*"_s, one + u"/route*-*"_s}
                                                      : QStringList{one + u"/*"_s};
    }
    words.removeDuplicates();
    return u"'%1'"_s.arg(words.join(u"' '")).toUtf8(); // patterns, not what they match
}

/// The rest of a line with this beginning.
std::optional<QByteArray> after(const QByteArray &line, QByteArrayView begin)
{
    return line.startsWith(begin) ? std::optional(line.sliced(begin.size())) : std::nullopt;
}

/// Of the change that is there, whichever script it was sent as.
QByteArray scriptOf(const QString &bond)
{
    return bond.toLatin1() + ".sh";
}

/// Beside, until its change has begun: the one there may be at work for another change.
QByteArray sentScript(const QString &bond, const QString &id)
{
    return scriptOf(bond) + '.' + id.toLatin1();
}

/// Before what the script says of one bond. @param bond a word of a shell
QByteArray entryOf(const QByteArray &bond)
{
    return "echo \"bond " + bond + "\"\n";
}

} // namespace

QByteArray lookProgram()
{
    // The keys of radio networks lie beside (keys-*): they are not asked for.
    return R"sh(exec 2>/dev/null
read -r _ _ release _ </proc/version
echo # a login script may have left its line open
echo "kernel $release"
for path in )sh"
        + lookedAt() + R"sh(; do
  for file in "$BONDWRIGHT_ROOT"$path; do
    if [ -f "$file" ] && [ -r "$file" ]; then
      echo "file ${file#"$BONDWRIGHT_ROOT"}"
      sed 's/^/|/' "$file"
      [ -z "$(tail -c 1 "$file")" ] || echo
    fi
  done
done
echo end
)sh";
}

Result<BundleHost> readLook(const QByteArray &answer)
{
    BundleHost host;
    QMap<QString, formats::FileState> &files = host.files.files;
    formats::FileState *file = nullptr;
    bool hasBegun = false;
    bool isWhole = false;
    for (const QByteArray &line : answer.split('\n')) {
        if (!hasBegun && !line.startsWith("kernel "))
            continue; // a login script's words
        hasBegun = true;
        if (const auto text = after(line, "|")) {
            if (file && file->content.size() + text->size() < formats::maxFileBytes)
                file->content += *text + '\n';
        } else if (const auto path = after(line, "file ")) {
            file = &files[QString::fromUtf8(*path)];
            *file = {};
        } else if (const auto release = after(line, "kernel ")) {
            host.kernelRelease = QString::fromUtf8(release->left(64));
        } else if (line == "end") {
            isWhole = true;
        } else if (!line.isEmpty()) {
            return badAnswer();
        }
    }
    if (!isWhole)
        return badAnswer();
    const QByteArray osRelease = files.take(osReleasePath).content;
    const QByteArray redhatRelease = files.take(redhatReleasePath).content;
    host.release = formats::readOsRelease(osRelease, redhatRelease);
    host.packages = packagesOf(osRelease, redhatRelease);
    return host;
}

QByteArray sendProgram(const QString &bond, const QString &id, const QByteArray &script)
{
    const QByteArray sent = sentScript(bond, id);
    return QByteArray("umask 077\nmkdir -p ") + bundleFolder + " && cd " + bundleFolder + " || exit 1\ncat >" + sent
        + " <<'" + textEnd + "' || exit 1\n" + script + textEnd + "\necho\nsh " + sent
        + " show && exit 0\nstatus=$?\nrm -f " + sent + "\nexit $status\n";
}

QList<helper::FileDiff> readDiffs(const QByteArray &shown)
{
    static const QRegularExpression hunk(u"^@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@"_s);
    QList<helper::FileDiff> files;
    QByteArray before;
    int oldLeft = 0; // lines of the hunk that are still to come: they may look like anything
    int newLeft = 0;
    for (const QByteArray &line : shown.split('\n')) {
        const bool isInHunk = oldLeft > 0 || newLeft > 0;
        if (isInHunk) {
            oldLeft -= !line.startsWith('+') && !line.startsWith('\\');
            newLeft -= !line.startsWith('-') && !line.startsWith('\\');
        } else if (const auto path = after(line, "--- ")) {
            before = *path;
            continue;
        } else if (const auto newPath = after(line, "+++ ")) {
            // One of the two is /dev/null where there is no such file, before or afterwards.
            helper::FileDiff file;
            file.existed = before != "/dev/null";
            file.removed = *newPath == "/dev/null";
            file.path = QString::fromUtf8(file.removed ? before : *newPath);
            file.unified = u"--- %1\n+++ %2\n"_s.arg(QString::fromUtf8(before), QString::fromUtf8(*newPath));
            files.append(file);
            continue;
        } else if (const auto match = hunk.match(QString::fromLatin1(line)); match.hasMatch()) {
            oldLeft = match.hasCaptured(1) ? match.captured(1).toInt() : 1;
            newLeft = match.hasCaptured(2) ? match.captured(2).toInt() : 1;
        }
        if (!files.isEmpty() && !line.isEmpty())
            files.last().unified += QString::fromUtf8(line) + u'\n';
    }
    return files;
}

QByteArray startProgram(const QString &bond, const QString &id)
{
    const QByteArray sent = sentScript(bond, id);
    return QByteArray("cd ") + bundleFolder + " || exit 1\necho\n" + entryOf(bond.toLatin1()) + "sh " + sent
        + " apply '" + id.toLatin1() + "' </dev/null\nstatus=$?\nrm -f " + sent + "\necho end\nexit $status\n";
}

QByteArray confirmProgram(const QString &bond, const QString &id)
{
    return QByteArray("cd ") + bundleFolder + " && sh " + scriptOf(bond) + " confirm '" + id.toLatin1() + "'\n";
}

QByteArray rollbackProgram(const QString &bond, const QString &id)
{
    return QByteArray("cd ") + bundleFolder + " && sh " + scriptOf(bond) + " rollback '" + id.toLatin1()
        + "' </dev/null\n";
}

QByteArray statusProgram()
{
    return QByteArray("exec 2>/dev/null\necho\ncd ") + bundleFolder + R"sh( || { echo end; exit 0; }
for script in *.sh; do
  [ -f "$script" ] || continue
  )sh" + entryOf("${script%.sh}")
        + R"sh(  sh "$script" status
done
echo end
)sh";
}

Result<QList<BundleStatus>> readStatus(const QByteArray &answer)
{
    QList<BundleStatus> all;
    bool isWhole = false;
    for (const QByteArray &line : answer.split('\n')) {
        if (const auto bond = after(line, "bond ")) {
            all.append({QString::fromUtf8(*bond), {}, {}, 0, {}});
            continue;
        }
        isWhole |= line == "end";
        if (all.isEmpty())
            continue;
        BundleStatus &now = all.last();
        if (const auto id = after(line, "name: "))
            now.id = QString::fromUtf8(id->trimmed());
        else if (const auto state = after(line, "state: "))
            now.state = QString::fromUtf8(state->trimmed());
        else if (const auto seconds = after(line, "seconds left: "))
            now.secondsLeft = std::max(0, seconds->trimmed().toInt());
        else if (const auto said = after(line, "bondwright: "); said && now.said.size() < longestSaid)
            now.said += (now.said.isEmpty() ? u""_s : u"\n"_s) + QString::fromUtf8(*said);
    }
    if (!isWhole)
        return badAnswer();
    return all;
}

helper::TransactionState stateOf(const BundleStatus &status)
{
    using helper::TransactionState;
    static const QMap<QString, TransactionState> states{
        {u"applying"_s, TransactionState::Activating},    {u"waiting"_s, TransactionState::AwaitingConfirm},
        {u"confirmed"_s, TransactionState::Done},         {u"rolling-back"_s, TransactionState::RollingBack},
        {u"rolled-back"_s, TransactionState::RolledBack}, {u"failed"_s, TransactionState::Failed},
        {u"unchanged"_s, TransactionState::Done},         {u"none"_s, TransactionState::None}};
    return states.value(status.state, TransactionState::Preparing);
}

helper::Transaction changeOf(const QString &id, const QString &bond)
{
    helper::Transaction change;
    change.id = change.requestId = id;
    change.bond = bond;
    change.action = ChangeAction::Apply;
    change.isCompared = false; // the script pings, and compares nothing
    return change;
}

} // namespace bondwright::host
