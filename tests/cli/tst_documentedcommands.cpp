// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "domain/plan.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::cli;
using namespace Qt::StringLiterals;

namespace
{

QStringList splitLine(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

QString textOf(const QString &path)
{
    QFile file(QStringLiteral(SOURCE_FOLDER "/") + path);
    const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    return path.startsWith(u"packaging/man/") ? QString(text).replace(u"\\-"_s, u"-"_s) : text;
}

/// "--host X COMMAND …" is "COMMAND --host X …", as bondctl itself takes it.
QStringList wordsOf(const QString &line)
{
    QStringList words = splitLine(line);
    if (words.value(0) == u"--host" && words.size() > 2)
        words.insert(0, words.takeAt(2));
    return words;
}

/// The command lines of a document: "bondctl …" at the beginning of a line or behind "&&", until a comment.
QStringList commandLines(const QString &document)
{
    QStringList found;
    for (QString line : textOf(document).split(u'\n')) {
        line.remove(QRegularExpression(u"\\s+(#|>).*$"_s));
        for (const QString &part : line.split(u"&&"_s)) {
            const QString command = part.trimmed();
            if (command.startsWith(u"bondctl ") && !command.startsWith(u"bondctl - "))
                found.append(command.mid(8));
        }
    }
    return found;
}

QStringList documents()
{
    QStringList found{u"README.md"_s, u"CONTRIBUTING.md"_s, u"packaging/ansible/bondwright/bond/README.md"_s};
    const QStringList pages{u"*.md"_s, u"*.1"_s, u"*.1.in"_s, u"*.8"_s};
    for (const QString &folder : {u"docs"_s, u"docs/guide"_s, u"packaging/man"_s, u"packaging/man/zh_CN"_s}) {
        for (const QString &name : QDir(QStringLiteral(SOURCE_FOLDER "/") + folder).entryList(pages, QDir::Files))
            found.append(folder + u'/' + name);
    }
    return found;
}

/// Commands within a sentence: "`bondctl render bond0.json --format nm`", in a manual ".B bondctl events", also with
/// names of what stands there.
QStringList commandsInSentences(const QString &document)
{
    static const QRegularExpression inBackticks(u"`(?:ssh HOST |sudo -n )?bondctl ([^`]+)`"_s);
    static const QRegularExpression inMacro(u"^\\.[BIR]{1,2} .*?bondctl ([a-z][^\"\n]*)"_s,
                                            QRegularExpression::MultilineOption);
    const QString text = textOf(document);
    const QRegularExpression &quoted = document.startsWith(u"packaging/man/") ? inMacro : inBackticks;
    static const QMap<QString, QString> examples{
        {u"PLAN"_s, u"bond0.json"_s}, {u"FILE"_s, u"x"_s},        {u"BOND"_s, u"bond0"_s},   {u"FORMAT"_s, u"nm"_s},
        {u"GOAL"_s, u"survive"_s},    {u"VENDOR"_s, u"huawei"_s}, {u"MODE"_s, u"802.3ad"_s}, {u"COMMAND"_s, u"show"_s}};
    QStringList found;
    for (auto match = quoted.globalMatch(text); match.hasNext();) {
        QString line = match.next().captured(1).simplified();
        line.remove(QRegularExpression(u"[\\[\\]…]"_s));
        QStringList words = wordsOf(line);
        for (QString &word : words)
            word = examples.value(word, word);
        // "--host srv1 …" alone: before any command.
        if (!words.isEmpty() && !words.constFirst().startsWith(u'-'))
            found.append(words.join(u' '));
    }
    return found;
}

} // namespace

/// Every command that a document shows exists, and those that only read are run.
class TestDocumentedCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void documentedLinesParse_data();
    void documentedLinesParse();
    void commandsInSentencesExist_data();
    void commandsInSentencesExist();
    void documentedLinesRun();
    void documentedProgramsExist();
    void documentedUnitsAndPresetsExist();
    void picturesComeFromTheTour();
};

void TestDocumentedCommands::documentedLinesParse_data()
{
    QTest::addColumn<QString>("line");
    const auto rows = [](const QString &from, const QStringList &lines) {
        for (const QString &line : lines)
            QTest::newRow(qPrintable(from + u": "_s + line)) << line;
    };
    for (const Command &command : allCommands())
        rows(u"help "_s + command.name, command.examples);
    for (const QString &document : documents())
        rows(document, commandLines(document));
}

void TestDocumentedCommands::documentedLinesParse()
{
    QFETCH(QString, line);
    QStringList words = wordsOf(line);
    const Command *command = findCommand(words.takeFirst());
    QVERIFY(command);
    if (words.contains(u"--help"_s))
        return;
    const auto parsed = Arguments::parse(*command, words);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
}

void TestDocumentedCommands::commandsInSentencesExist_data()
{
    QTest::addColumn<QString>("line");
    for (const QString &document : documents()) {
        for (const QString &line : commandsInSentences(document))
            QTest::addRow("%s: %s", qPrintable(document), qPrintable(line)) << line;
    }
}

/// A sentence may leave out what a command is about, but names no option that there is not, nor a wrong value of one.
void TestDocumentedCommands::commandsInSentencesExist()
{
    QFETCH(QString, line);
    QStringList words = splitLine(line);
    const Command *command = findCommand(words.takeFirst());
    QVERIFY(command);
    const auto parsed = Arguments::parse(*command, words);
    if (parsed)
        return;
    Command anyWords = *command;
    for (Word &word : anyWords.words)
        word.minimum = 0;
    for (Option &option : anyWords.options)
        option.isRequired = false;
    const auto again = Arguments::parse(anyWords, words);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
}

/// Those that only read, in their order, by the program itself.
void TestDocumentedCommands::documentedLinesRun()
{
    static const QSet<QString> harmless{u"modes"_s,  u"advise"_s, u"options"_s, u"check"_s,   u"switch"_s, u"bundle"_s,
                                        u"render"_s, u"list"_s,   u"nics"_s,    u"metrics"_s, u"help"_s};
    QTemporaryDir folder;
    const auto run = [&folder](const QString &line, QByteArray *said) {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral(BONDCTL), splitLine(line));
        process.closeWriteChannel();
        if (!process.waitForFinished())
            return -1;
        *said = process.readAllStandardOutput();
        const QByteArray error = process.readAllStandardError();
        if (!error.isEmpty())
            qInfo().noquote() << line << ':' << error;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    };
    BondPlan bond;
    bond.name = u"bond0"_s;
    bond.options = {{u"miimon"_s, u"100"_s}};
    bond.slaves = {{u"eth3"_s, {}, {}, {}}, {u"eth4"_s, {}, {}, {}}};
    const QByteArray plan = planToJson(bond);
    for (const QString &name : {u"bond0.json"_s, u"bond1.json"_s, u"srv1.json"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(plan) == plan.size());
    }
    int ran = 0;
    for (const QString &document : documents()) {
        QStringList lines = commandLines(document);
        lines += commandsInSentences(document);
        for (const QString &line : std::as_const(lines)) {
            const QString command = line.section(u' ', 0, 0);
            // A sentence may leave out what a command is about. Of another host nothing is asked.
            if (!harmless.contains(command) || line.contains(u"--host "_s)
                || !Arguments::parse(*findCommand(command), splitLine(line).mid(1)))
                continue;
            QByteArray said;
            const int status = run(line, &said);
            // This host has no eth3: a plan is checked, and found wanting.
            QVERIFY2(status == Success || (command == u"check" && status == Failure), qPrintable(line));
            ++ran;
        }
    }
    QVERIFY2(ran >= 10, qPrintable(QString::number(ran)));
}

/// "./run --tour", "tests/lab/lab …": the programs of this tree, and the options that a script takes.
void TestDocumentedCommands::documentedProgramsExist()
{
    static const QRegularExpression quoted(
        u"(?:`|^    )((?:\\./(?:run|test)|(?:tests|packaging|docs|\\.ci)/[a-z0-9/-]+)(?: [^`\n#]*)?)(?=`|#|$)"_s,
        QRegularExpression::MultilineOption);
    int found = 0;
    for (const QString &document : documents()) {
        const QString text = textOf(document);
        for (auto match = quoted.globalMatch(text); match.hasNext();) {
            const QStringList words = splitLine(match.next().captured(1));
            const QString path = QStringLiteral(SOURCE_FOLDER "/") + words.constFirst();
            QVERIFY2(QFileInfo::exists(path), qPrintable(document + u": "_s + words.constFirst()));
            ++found;
            if (words.constFirst() != u"./run")
                continue;
            for (const QString &word : words.mid(1))
                QVERIFY2(textOf(u"run"_s).contains(word), qPrintable(document + u": ./run "_s + word));
        }
    }
    QVERIFY2(found >= 10, qPrintable(QString::number(found)));
}

/// "systemctl enable --now bondwright-watch", "journalctl -u …": units that are installed. "cmake --preset …": presets.
void TestDocumentedCommands::documentedUnitsAndPresetsExist()
{
    static const QRegularExpression unit(u"(?:systemctl|journalctl)(?: [a-z-]+)* (bondwright-[a-z-]+)(\\.socket)?"_s);
    static const QRegularExpression preset(u"--preset ([a-z]+)"_s);
    const QString presets = textOf(u"CMakePresets.json"_s);
    int found = 0;
    for (const QString &document : documents()) {
        const QString text = textOf(document);
        for (auto match = unit.globalMatch(text); match.hasNext(); ++found) {
            const auto one = match.next();
            // A unit, or the name under which a program of one writes to the journal, which is the unit's.
            const QString file = one.captured(1) + (one.captured(2).isEmpty() ? u".service"_s : u".socket"_s);
            const bool isThere = std::ranges::any_of(QStringList{u"helper"_s, u"watch"_s}, [&](const QString &room) {
                const QString path = QStringLiteral(SOURCE_FOLDER "/packaging/%1/%2").arg(room, file);
                return QFileInfo::exists(path) || QFileInfo::exists(path + u".in"_s);
            });
            QVERIFY2(isThere, qPrintable(document + u": "_s + file));
        }
        for (auto match = preset.globalMatch(text); match.hasNext(); ++found) {
            const QString name = match.next().captured(1);
            QVERIFY2(presets.contains(u"\"name\": \"%1\""_s.arg(name)), qPrintable(document + u": "_s + name));
        }
    }
    QVERIFY2(found >= 8, qPrintable(QString::number(found)));
}

/// docs/pictures/renew names pictures as the tour does, and every picture of a document is one of them.
void TestDocumentedCommands::picturesComeFromTheTour()
{
    QString tour;
    const QDir chapters(QStringLiteral(SOURCE_FOLDER "/tests/tour"));
    for (const QString &name : chapters.entryList({u"*.cpp"_s}))
        tour += textOf(u"tests/tour/"_s + name);
    // As the tour makes a file's name of a caption.
    tour = tour.toLower().replace(QRegularExpression(u"[^a-z0-9]+"_s), u"-"_s);
    static const QRegularExpression line(u"^([a-z0-9-]+) ([a-z0-9-]+\\.(?:en|zh_CN))$"_s,
                                         QRegularExpression::MultilineOption);
    QSet<QString> renewed;
    const QString list = textOf(u"docs/pictures/renew"_s);
    for (auto match = line.globalMatch(list); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        // Written once for both cables: "The %1 cable pulled".
        const QString caption = one.captured(1).replace(u"-second-"_s, u"-1-"_s);
        QVERIFY2(tour.contains(u"-u-"_s + caption), qPrintable(caption));
        renewed.insert(one.captured(2) + u".png"_s);
    }
    QVERIFY(renewed.size() >= 15);
    for (const QString &name : QDir(QStringLiteral(SOURCE_FOLDER "/docs/pictures")).entryList({u"*.png"_s}))
        QVERIFY2(renewed.contains(name), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestDocumentedCommands)
#include "tst_documentedcommands.moc"
