// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/diff/linediff.h"
#include "formats/diff/secrets.h"
#include "formats/diff/unifieddiff.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright::formats;
using namespace Qt::StringLiterals;

namespace
{

QByteArray applyWithPatch(const QByteArray &oldText, const QByteArray &diff)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    if (!file.open(QIODevice::WriteOnly))
        return "no file";
    file.write(oldText);
    file.close();
    QProcess patch;
    patch.setWorkingDirectory(folder.path());
    patch.start(u"patch"_s, {u"--quiet"_s, u"--fuzz=0"_s, u"file"_s});
    patch.write(diff);
    patch.closeWriteChannel();
    if (!patch.waitForFinished() || patch.exitCode() != 0)
        return "patch failed: " + patch.readAllStandardOutput() + patch.readAllStandardError();
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

FileChange changeOf(const QByteArray &before, const QByteArray &after)
{
    return {u"/etc/file"_s, before, after, 0644, 0, 0, {}};
}

} // namespace

class TestUnifiedDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes()
    {
        QCOMPARE(unifiedDiff(changeOf("a\nb\nc\n", "a\nx\nc\n")),
                 QByteArray("--- a/etc/file\n+++ b/etc/file\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"));
        FileChange created = changeOf("", "a\n");
        created.oldText.reset();
        QCOMPARE(unifiedDiff(created), QByteArray("--- /dev/null\n+++ b/etc/file\n@@ -0,0 +1 @@\n+a\n"));
        FileChange removed = changeOf("a\nb", "");
        removed.newText.reset();
        QCOMPARE(unifiedDiff(removed),
                 QByteArray("--- a/etc/file\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n\\ No newline at end of file\n"));
        QCOMPARE(unifiedDiff(changeOf("a\n", "a\n")), QByteArray());
    }

    void patchTakesRandomDiffs()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 120; ++i) {
            QByteArrayList lines;
            for (int n = int(random.bounded(40)); n >= 0; --n)
                lines.append("line " + QByteArray::number(random.bounded(12)));
            QByteArray before = lines.join('\n') + (random.bounded(4) ? "\n" : "");
            for (int n = int(random.bounded(6)); n >= 0; --n) {
                const qsizetype at = random.bounded(lines.size());
                if (random.bounded(2))
                    lines.insert(at, "new " + QByteArray::number(random.bounded(5)));
                else if (lines.size() > 1)
                    lines.removeAt(at);
            }
            const QByteArray after = lines.join('\n') + (random.bounded(4) ? "\n" : "");
            if (before == after)
                continue;
            QCOMPARE(applyWithPatch(before, unifiedDiff(changeOf(before, after))), after);
        }
    }

    void numbersEveryLine()
    {
        const auto lines = diffLines("a\nb\nc\n", "a\nc\nd\n");
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(1), (DiffLine{DiffLine::Kind::Removed, 2, 0, "b", true}));
        QCOMPARE(lines.at(2), (DiffLine{DiffLine::Kind::Context, 3, 2, "c", true}));
        QCOMPARE(lines.at(3), (DiffLine{DiffLine::Kind::Added, 0, 3, "d", true}));
    }

    void partsFarAwayChanges()
    {
        QByteArray before;
        for (int i = 0; i < 30; ++i)
            before += QByteArray::number(i) + '\n';
        QByteArray after = before;
        after.replace("\n3\n", "\nthree\n").replace("\n25\n", "\ntwenty-five\n");
        QCOMPARE(diffHunks(before, after).size(), 2);
        QCOMPARE(diffHunks(before, after, 20).size(), 1);
    }

    void survivesHugeTexts()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 20000; ++i) {
            before += "a" + QByteArray::number(i) + '\n';
            after += "b" + QByteArray::number(i) + '\n';
        }
        QCOMPARE(diffLines(before, after).size(), 40000);
    }

    void hidesSecrets_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<bool>("hidden");
        for (const char *lines : {"psk=canary",
                                  "password=canary",
                                  "WPA_PSK=canary",
                                  "KEY1=canary",
                                  "KEY=canary",
                                  "pin=canary",
                                  "IEEE_8021X_PASSWORD='canary'",
                                  "wep-key0=canary",
                                  "private-key-password=canary",
                                  "leap-password=canary",
                                  "export KEY_PASSPHRASE1=canary",
                                  "secret=canary",
                                  "DEVICE=eth0 KEY=canary",
                                  "ONBOOT=yes; KEY3=canary",
                                  "# psk=canary",
                                  "#KEY3=canary",
                                  "MKA_CAK=canary",
                                  "mka-cak=canary",
                                  "ETHTOOL_OPTS=\"wol s sopass canary\"",
                                  "ETHTOOL_OPTS='-s eth0 wol s sopass \\\ncanary'",
                                  "KEY=\"first\ncanary\nlast\"",
                                  "KEY='a'\\\ncanary",
                                  "WPA_PSK=a\\\nb\\\ncanary",
                                  "KEY+=canary",
                                  "psk = canary",
                                  "P=canary\nWPA_PSK=$P",
                                  "A=canary\nB=x${A}\nKEY=\"$B\"",
                                  "KEY=\"never closed\nNAME=x\ncanary",
                                  "NAME=\"it's\nKEY='two\ncanary'",
                                  "id=Bob's\npsk=canary",
                                  "[vpn-secrets]\nanything=canary",
                                  "[vpn-secrets]\r\nanything=canary\n[ipv4]",
                                  "preshared-key=canary",
                                  "IKE_PSK=canary",
                                  "password-raw=canary",
                                  "PPP_PASSWD=canary",
                                  "WIRELESS_KEY=canary",
                                  "eval \"KEY=canary\"",
                                  "KEY=$(echo canary)",
                                  "KEY=`echo x\necho canary`",
                                  "PrivateKey=canary",
                                  "-   password: canary",
                                  "- - password : canary",
                                  "\"802-1x.password\": canary",
                                  "'wireguard-peer.ab+/=.preshared-key': canary",
                                  "w: {home: {password : canary}}",
                                  "w: {home: {password:\n  canary}}",
                                  "w: {home: {mode: adhoc, \"802-1x.password\": \"a\n  \\\" canary\"}}",
                                  "w: {home: {'password': 'it''s\n  canary'}}"})
            QTest::newRow(lines) << QByteArray(lines) << true;
        for (const char *lines : {"key-mgmt=canary", "id=canary", "psk-flags=canary", "ping=canary", "IPADDR=canary",
                                  "NAME=canary", "KEY_MGMT=canary", "[vpn-secrets]\na=b\n[ipv4]\nmethod=canary",
                                  "ETHTOOL_OPTS=\"speed canary\"", "spinning=canary", "PublicKey=canary",
                                  "w: {ssid: canary, mode: adhoc}", "KEY=a\nNAME=canary", "KEY='a\nb'\nNAME=canary"})
            QTest::newRow(lines) << QByteArray(lines) << false;
    }
    void hidesSecrets()
    {
        QFETCH(QByteArray, lines);
        QFETCH(bool, hidden);
        const QByteArray text = withoutSecrets("a=1\n" + lines + "\nb=2\n");
        QVERIFY2(text.contains("canary") != hidden, text.constData());
        QVERIFY(text.startsWith("a=1\n"));
        if (!lines.contains("never closed") && !lines.contains("eval"))
            QVERIFY2(text.endsWith("b=2\n") || lines.contains("vpn-secrets"), text.constData());
        FileChange change;
        change.path = u"/x"_s;
        change.oldText = "a=1\n" + lines + "\nb=2\n";
        change.newText = "a=2\n" + lines + "\nb=3\n";
        QCOMPARE(unifiedDiff(withoutSecrets(ChangeSet{{change}})).contains("canary"), !hidden);
    }

    void hugeTexts()
    {
        QByteArray text;
        for (int i = 0; i < 20000; ++i)
            text += "KEY=\"" + QByteArray::number(i) + '\n';
        QVERIFY(!withoutSecrets(text).contains("19999"));
    }
};

QTEST_GUILESS_MAIN(TestUnifiedDiff)
#include "tst_unifieddiff.moc"
