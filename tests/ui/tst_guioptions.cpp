// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "i18n/language.h"
#include "options.h"
#include "singleinstance.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace bondwright;
using namespace Qt::StringLiterals;

class GuiOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatMakesSense_data();
    void takesWhatMakesSense();
    void refusesTheRest_data();
    void refusesTheRest();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void documentedLinesAreTaken();
    void languageIsFoundAmongOthers();
    void manualHasTheOptionsOfTheHelp();
    void secondStartHandsOver();
    void nonsenseIsNotAnswered();
    void nobodyListens();
};

void GuiOptionsTest::takesWhatMakesSense_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<GuiOptions>("expected");
    GuiOptions options;
    QTest::newRow("nothing") << QStringList{} << options;
    options.help = true;
    QTest::newRow("help") << QStringList{u"--help"_s} << options;
    options = {};
    options.language = u"zh_CN"_s;
    options.wizard = true;
    QTest::newRow("wizard in Chinese") << QStringList{u"--lang"_s, u"zh_CN"_s, u"--wizard"_s} << options;
    options = {};
    options.monitor = u"bond0"_s;
    QTest::newRow("monitor") << QStringList{u"--monitor"_s, u"bond0"_s} << options;
    options = {};
    options.replay = u"/tmp/a.jsonl"_s;
    options.speed = 10;
    QTest::newRow("replay") << QStringList{u"--replay"_s, u"/tmp/a.jsonl"_s, u"--speed"_s, u"10"_s} << options;
}

void GuiOptionsTest::takesWhatMakesSense()
{
    QFETCH(QStringList, words);
    QFETCH(GuiOptions, expected);
    const Result<GuiOptions> options = parseGuiOptions(words);
    QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error().message));
    QVERIFY(*options == expected);
}

void GuiOptionsTest::refusesTheRest_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown") << QStringList{u"--nonsense"_s};
    QTest::newRow("stray word") << QStringList{u"bond0"_s};
    QTest::newRow("language") << QStringList{u"--lang"_s, u"tlh"_s};
    QTest::newRow("no value") << QStringList{u"--monitor"_s};
    QTest::newRow("option for a value") << QStringList{u"--monitor"_s, u"--wizard"_s};
    QTest::newRow("speed") << QStringList{u"--speed"_s, u"fast"_s};
    QTest::newRow("no speed") << QStringList{u"--speed"_s, u"0"_s};
}

void GuiOptionsTest::refusesTheRest()
{
    QFETCH(QStringList, words);
    const Result<GuiOptions> options = parseGuiOptions(words);
    QVERIFY(!options);
    QVERIFY(!options.error().message.isEmpty());
}

void GuiOptionsTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no language") << QStringList{u"--lang"_s} << u"“--lang” needs a value."_s
                                 << u"Possible: en, zh_CN."_s;
    QTest::newRow("another option") << QStringList{u"--lang"_s, u"--wizard"_s} << u"“--lang” needs a value."_s
                                    << u"Possible: en, zh_CN."_s;
    QTest::newRow("another language") << QStringList{u"--lang"_s, u"fr"_s} << u"“--lang” takes en, zh_CN, not “fr”."_s
                                      << u"See bondwright --help."_s;
    QTest::newRow("speed") << QStringList{u"--speed"_s, u"0"_s}
                           << u"“--speed” takes a number above 0, up to 1000, not “0”."_s
                           << u"See bondwright --help."_s;
    QTest::newRow("no bond") << QStringList{u"--monitor"_s} << u"“--monitor” needs a value."_s
                             << u"See bondwright --help."_s;
}

void GuiOptionsTest::saysWhatIsWrong()
{
    QFETCH(QStringList, words);
    const Result<GuiOptions> options = parseGuiOptions(words);
    QVERIFY(!options);
    QTEST(options.error().message, "message");
    QTEST(options.error().hint, "hint");
}

namespace
{

QString textOf(const char *path)
{
    QFile file(QStringLiteral(SOURCE_FOLDER "/") + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> optionsIn(const QString &text)
{
    static const QRegularExpression option(u"--[a-z-]+"_s);
    QSet<QString> found;
    for (auto match = option.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

} // namespace

/// Fonts are looked for before Qt takes its own options out.
void GuiOptionsTest::languageIsFoundAmongOthers()
{
    QCOMPARE(languageNamed({u"-style"_s, u"fusion"_s, u"--lang"_s, u"zh_CN"_s}), u"zh_CN"_s);
    QCOMPARE(languageNamed({u"-reverse"_s}), QString());
    QCOMPARE(languageNamed({u"--lang"_s}), QString());
    QCOMPARE(languageNamed({u"--lang"_s, u"tlh"_s}), QString());
}

void GuiOptionsTest::manualHasTheOptionsOfTheHelp()
{
    i18n::installLanguage(u"en"_s);
    const QSet<QString> ofBondctl{u"--json"_s};
    for (const char *page : {"packaging/man/bondwright.1", "packaging/man/zh_CN/bondwright.1"})
        QCOMPARE(optionsIn(textOf(page).replace(u"\\-"_s, u"-"_s)) - ofBondctl, optionsIn(guiHelpText()));
}

void GuiOptionsTest::documentedLinesAreTaken()
{
    static const QRegularExpression command(u"(?:^|`)bondwright (--[^`<]+)"_s, QRegularExpression::MultilineOption);
    int found = 0;
    for (const char *name : {"README.md", "docs/guide/en.md", "docs/guide/zh_CN.md", "docs/guide/hosts.en.md",
                             "docs/guide/hosts.zh_CN.md", "docs/json.md"}) {
        const QString text = textOf(name);
        for (auto match = command.globalMatch(text); match.hasNext(); ++found) {
            const QString options = match.next().captured(1);
            QVERIFY2(parseGuiOptions(options.split(u' ', Qt::SkipEmptyParts)), qPrintable(options));
        }
    }
    QVERIFY(found >= 4);
}

void GuiOptionsTest::secondStartHandsOver()
{
    QTemporaryDir folder;
    qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
    SingleInstance first;
    first.listen();
    QSignalSpy spy(&first, &SingleInstance::startedAgain);
    bool isTaken = false;
    // The second program blocks until it is answered: it lives in a thread here.
    std::unique_ptr<QThread> second(QThread::create([&isTaken] {
        SingleInstance instance;
        isTaken = instance.handOver({u"--monitor"_s, u"bond0"_s});
    }));
    second->start();
    QTRY_VERIFY(second->isFinished());
    QVERIFY(isTaken);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.constFirst().constFirst().toStringList(), (QStringList{u"--monitor"_s, u"bond0"_s}));
}

void GuiOptionsTest::nonsenseIsNotAnswered()
{
    QTemporaryDir folder;
    qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
    SingleInstance first;
    first.listen();
    QSignalSpy spy(&first, &SingleInstance::startedAgain);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(SingleInstance::socketPath());
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    // A count of strings that are not there, words without an end, and a connection that says nothing at all.
    for (const QByteArray &words : {QByteArray("\x7f\xff\xff\xff", 4), QByteArray("--wiz\0ard", 9), QByteArray()}) {
        const int connection = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
        QCOMPARE(::connect(connection, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        if (!words.isEmpty())
            QCOMPARE(::send(connection, words.constData(), std::size_t(words.size()), 0), ssize_t(words.size()));
        QTest::qWait(50);
        ::close(connection);
        QTest::qWait(50);
    }
    QCOMPARE(spy.count(), 0);
    std::unique_ptr<QThread> second(QThread::create([] { SingleInstance().handOver({u"--wizard"_s}); }));
    second->start();
    QTRY_VERIFY(second->isFinished());
    QCOMPARE(spy.count(), 1);
    // More than anybody types: the first is not bothered with it.
    std::unique_ptr<QThread> third(QThread::create([] { SingleInstance().handOver({QString(20'000, u'x')}); }));
    third->start();
    QTRY_VERIFY(third->isFinished());
    QCOMPARE(spy.count(), 1);
}

void GuiOptionsTest::nobodyListens()
{
    QTemporaryDir folder;
    qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
    SingleInstance instance;
    QVERIFY(!instance.handOver({}));
}

QTEST_GUILESS_MAIN(GuiOptionsTest)
#include "tst_guioptions.moc"
