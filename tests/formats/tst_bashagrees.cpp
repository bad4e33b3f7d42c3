// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellfile.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/realshell.h"
#include "tests/formats/shelltextgenerator.h"

#include <QTest>

using namespace bondwright::formats;
using namespace bondwright::test;

/// The judge of what a file says is the shell that sources it. BONDWRIGHT_SHELL_FILES sets how many files are tried.
class TestBashAgrees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownValuesAreTheShells();

private:
    void compare(const QByteArray &text, const Sourced &real);

    int m_values = 0; ///< compared
    int m_refused = 0; ///< files of which nothing is known for sure
    int m_uncertain = 0; ///< values that are said to be known to a shell only
};

void TestBashAgrees::compare(const QByteArray &text, const Sourced &real)
{
    const ShellFile file(text);
    // At some syntax errors bash ends at once, and nothing is known of what was read before.
    if (file.problems().unclear > 0 || (file.problems().broken > 0 && !real.ran)) {
        ++m_refused;
        return;
    }
    const QByteArray shown = "---\n" + text + "---\n";
    QVERIFY2(real.ran, shown.constData()); // what does not come to its end is unclear
    for (const QByteArray &key : ShellTextGenerator::keys()) {
        if (file.isUncertain(key)) {
            ++m_uncertain;
            continue;
        }
        ++m_values;
        const auto value = file.value(key);
        const QByteArray ours = value ? value->toUtf8() : QByteArray("<unset>");
        const QByteArray theirs = real.values.value(key, "<unset>");
        QVERIFY2(ours == theirs, (shown + key + ": we say " + ours + ", bash says " + theirs).constData());
    }
}

void TestBashAgrees::knownValuesAreTheShells()
{
    const int asked = qEnvironmentVariableIntValue("BONDWRIGHT_SHELL_FILES");
    const int wanted = asked > 0 ? asked : plansToTry(1000);
    ShellTextGenerator generator(asked > 0 ? quint32(asked) : 17);
    int broken = 0;
    for (int done = 0; done < wanted;) {
        QByteArrayList texts;
        for (; done < wanted && texts.size() < 500; ++done)
            texts.append(generator.next());
        const QList<Sourced> real = sourceAllWithBash(texts, ShellTextGenerator::keys());
        QCOMPARE(real.size(), texts.size());
        for (qsizetype i = 0; i < texts.size(); ++i) {
            compare(texts.at(i), real.at(i));
            if (QTest::currentTestFailed())
                return;
            broken += ShellFile(texts.at(i)).problems().broken > 0;
        }
    }
    qInfo("%d files: %d values compared, %d uncertain, %d files refused, %d broken", wanted, m_values, m_uncertain,
          m_refused, broken);
    QVERIFY(m_values > wanted * 5);
    QVERIFY(m_refused < wanted / 3);
}

QTEST_GUILESS_MAIN(TestBashAgrees)
#include "tst_bashagrees.moc"
