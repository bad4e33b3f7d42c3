// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/backupstore.h"
#include "formats/files/filetransaction.h"
#include "tests/formats/scratchroot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace Qt::StringLiterals;

namespace
{
const QString file = u"/etc/sysconfig/network-scripts/ifcfg-eth0"_s;
const QString absent = u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s;

void apply(const ScratchRoot &root, const ChangeSet &changes)
{
    TransactionOptions options;
    options.root = root.path();
    auto transaction = FileTransaction::prepare(changes, options);
    QVERIFY2(transaction, qPrintable(transaction ? QString() : transaction.error().message));
    QVERIFY(transaction->write());
    QVERIFY(transaction->commit());
}
} // namespace

class TestBackupStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAndRestores()
    {
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n", 0640));
        const auto before = root.tree();
        BackupStore store(root.path());
        auto id = store.create({file, absent, file}, u"apply bond0"_s);
        QVERIFY2(id, qPrintable(id ? QString() : id.error().message));
        QVERIFY(store.restoreChanges(*id)->isEmpty()); // nothing has changed yet

        QVERIFY(root.write(file, "DEVICE=eth0\nMASTER=bond0\n", 0600));
        QVERIFY(root.write(absent, "DEVICE=bond0\n"));
        auto changes = store.restoreChanges(*id);
        QVERIFY(changes);
        QCOMPARE(changes->files.size(), 2);
        apply(root, *changes);
        QCOMPARE(root.tree(), before);
        QCOMPARE(root.modeOf(file), mode_t(0640));

        auto backups = store.list();
        QVERIFY(backups);
        QCOMPARE(backups->size(), 1);
        QCOMPARE(backups->first().manifest.reason, u"apply bond0"_s);
        QVERIFY(backups->first().intact);
        QCOMPARE(backups->first().manifest.entries.size(), 2);
        QVERIFY(!backups->first().manifest.entries.at(1).existed);
        QCOMPARE(root.modeOf(defaultBackupFolder() + u'/' + *id), mode_t(0700));
    }

    void tamperedContentIsRefused()
    {
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n"));
        BackupStore store(root.path());
        auto id = store.create({file}, u"x"_s);
        QVERIFY(id);
        QVERIFY(root.write(defaultBackupFolder() + u'/' + *id + u"/0.old"_s, "DEVICE=evil\n"));
        QVERIFY(!store.list()->first().intact);
        auto changes = store.restoreChanges(*id);
        QVERIFY(!changes);
        QCOMPARE(changes.error().code, u"manifest.digest"_s);
    }

    void hostileManifests_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("path upwards") << u"path"_s << QJsonValue(u"/etc/../../shadow"_s);
        QTest::newRow("path relative") << u"path"_s << QJsonValue(u"shadow"_s);
        QTest::newRow("stored elsewhere") << u"stored"_s << QJsonValue(u"../../../../shadow"_s);
        QTest::newRow("stored dot dot") << u"stored"_s << QJsonValue(u".."_s);
        QTest::newRow("digest short") << u"sha256"_s << QJsonValue(u"abc"_s);
        QTest::newRow("mode too big") << u"mode"_s << QJsonValue(65536);
        QTest::newRow("mode text") << u"mode"_s << QJsonValue(u"0644"_s);
        QTest::newRow("owner negative") << u"owner"_s << QJsonValue(-1);
        QTest::newRow("existed number") << u"existed"_s << QJsonValue(1);
    }
    void hostileManifests()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n"));
        BackupStore store(root.path());
        auto id = store.create({file}, u"x"_s);
        QVERIFY(id);
        const QString manifest = defaultBackupFolder() + u'/' + *id + u"/manifest.json"_s;
        QJsonObject object = QJsonDocument::fromJson(root.read(manifest)).object();
        QJsonObject entry = object.value(u"files"_s).toArray().at(0).toObject();
        entry.insert(member, value);
        object.insert(u"files"_s, QJsonArray{entry});
        QVERIFY(root.write(manifest, QJsonDocument(object).toJson()));
        auto changes = store.restoreChanges(*id);
        QVERIFY(!changes);
        QCOMPARE(changes.error().code, u"manifest.broken"_s);
        QVERIFY(!store.list()->first().intact);
    }

    void idsAreNotPaths_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"../backups", "..", ".", "", "a/b", "/etc", "no-such-one"})
            QTest::newRow(id) << QString::fromUtf8(id);
    }
    void idsAreNotPaths()
    {
        QFETCH(QString, id);
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n"));
        BackupStore store(root.path());
        QVERIFY(store.create({file}, u"x"_s));
        QVERIFY(!store.restoreChanges(id));
        QVERIFY(!store.find(id));
    }

    void truncatedManifestNeverCrashes()
    {
        Manifest manifest;
        manifest.id = u"a"_s;
        manifest.createdAt = QDateTime::fromMSecsSinceEpoch(1700000000000).toUTC();
        ManifestEntry entry{file, true, contentDigest("x"), u"0.old"_s, 0644, 0, 0, {{"user.x", "y"}}, {}, {}};
        manifest.entries.append(entry);
        const QByteArray json = manifestToJson(manifest);
        QCOMPARE(*manifestFromJson(json), manifest);
        for (qsizetype n = 0; n < json.trimmed().size(); ++n)
            QVERIFY(!manifestFromJson(json.left(n)));
    }

    void prunesTheOldest()
    {
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n"));
        BackupStore store(root.path());
        QStringList ids;
        for (int i = 0; i < 5; ++i) {
            ids.append(*store.create({file}, QString::number(i)));
            QTest::qSleep(2);
        }
        QCOMPARE(*store.prune({.count = 2}), ids.mid(0, 3));
        QCOMPARE(store.list()->size(), 2);
        QCOMPARE(store.list()->first().manifest.id, ids.last());
        QCOMPARE(store.prune({.count = 0})->size(), 1); // never the last one
    }

    /// The order is the one in which they were made, which the clock does not tell once it was set back.
    void clockSetBack()
    {
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n"));
        BackupStore store(root.path());
        QStringList ids;
        for (const char *id : {"20991231-235959-998-00000001", "20991231-235959-999-ffffffff"}) {
            Manifest manifest;
            manifest.id = QString::fromLatin1(id);
            manifest.createdAt = QDateTime::currentDateTimeUtc();
            QVERIFY(writeRecord({root.path(), defaultBackupFolder()}, manifest, {}));
            ids.append(manifest.id);
        }
        for (int i = 0; i < 10; ++i)
            ids.append(*store.create({file}, QString::number(i)));
        const auto backups = store.list();
        QStringList newestFirst;
        for (const Backup &backup : *backups)
            newestFirst.prepend(backup.manifest.id);
        QCOMPARE(newestFirst, ids);
        QCOMPARE(*store.prune({.count = 5}), ids.mid(0, 7));
    }

    void prunesByBytes()
    {
        ScratchRoot root;
        BackupStore store(root.path());
        QStringList ids;
        for (int i = 0; i < 6; ++i) {
            QVERIFY(root.write(file, QByteArray(10000, char('a' + i))));
            ids.append(*store.create({file}, QString::number(i)));
            QTest::qSleep(2);
        }
        // Three times ten thousand bytes and their indexes.
        QCOMPARE(*store.prune({.count = 100, .bytes = 35000}), ids.mid(0, 3));
        QCOMPARE(store.prune({.count = 100, .bytes = 35000})->size(), 0);
        QCOMPARE(*store.prune({.count = 100, .bytes = 1}), ids.mid(3, 2)); // never the last one
    }

    void keepsTheLastKnownGood()
    {
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n"));
        BackupStore store(root.path());
        QStringList ids;
        for (int i = 0; i < 5; ++i) {
            ids.append(*store.create({file}, QString::number(i)));
            QTest::qSleep(2);
        }
        QVERIFY(store.pin(ids.at(0)));
        QVERIFY(store.pin(ids.at(1))); // there is one mark only
        QVERIFY(!store.pin(u"no-such-one"_s));
        QVERIFY(!store.pin(u"../backups"_s));
        QCOMPARE(*store.prune({.count = 2}), (QStringList{ids.at(0), ids.at(2)}));
        QStringList pinned;
        const auto backups = store.list();
        for (const Backup &backup : *backups) {
            if (backup.isPinned)
                pinned.append(backup.manifest.id);
        }
        QCOMPARE(pinned, QStringList{ids.at(1)});
        QVERIFY(store.restoreChanges(ids.at(1)));
    }

    void damagedOnesDoNotPushOutTheLastIntact()
    {
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n"));
        BackupStore store(root.path());
        QStringList ids;
        for (int i = 0; i < 4; ++i) {
            ids.append(*store.create({file}, QString::number(i)));
            QTest::qSleep(2);
        }
        for (const QString &id : ids.mid(2))
            QVERIFY(root.write(defaultBackupFolder() + u'/' + id + u"/0.old"_s, "DEVICE=evil\n"));
        QCOMPARE(*store.prune({.count = 1}), (QStringList{ids.at(0), ids.at(2)}));
        QVERIFY(store.restoreChanges(ids.at(1)));
    }

    void everyFlippedBitIsSeen()
    {
        Manifest manifest;
        manifest.id = u"a"_s;
        manifest.createdAt = QDateTime::fromMSecsSinceEpoch(1700000000000).toUTC();
        manifest.entries.append({file, true, contentDigest("x"), u"0.old"_s, 0644, 0, 0, {{"user.x", "y"}}, {}, {}});
        manifest.createdFolders.append(u"/etc/modprobe.d"_s);
        const QByteArray json = manifestToJson(manifest);
        int refused = 0;
        for (qsizetype i = 0; i < json.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray flipped = json;
                flipped[i] = char(flipped.at(i) ^ (1 << bit));
                const auto read = manifestFromJson(flipped);
                // White space may change: what is read is what was written, or nothing is.
                QVERIFY2(!read || *read == manifest, flipped.constData());
                refused += !read;
            }
        }
        QVERIFY2(refused > json.size() * 4, qPrintable(QString::number(refused)));
    }

    void otherVersionsAreLeftAlone()
    {
        ScratchRoot root;
        QVERIFY(root.write(file, "DEVICE=eth0\n"));
        BackupStore store(root.path());
        const auto id = store.create({file}, u"x"_s);
        QVERIFY(id);
        const QString path = defaultBackupFolder() + u'/' + *id + u"/manifest.json"_s;
        const QByteArray newer = root.read(path).replace("\"version\": 1", "\"version\": 2");
        QVERIFY(newer != root.read(path) && root.write(path, newer));
        const auto changes = store.restoreChanges(*id);
        QVERIFY(!changes);
        QCOMPARE(changes.error().code, u"manifest.version"_s);
        QVERIFY(!store.list()->first().intact);
        QCOMPARE(root.read(path), newer);
    }

    void doesNotFollowLinks()
    {
        ScratchRoot root;
        QVERIFY(root.write(u"/etc/shadow"_s, "secret\n", 0600));
        QVERIFY(root.write(u"/etc/sysconfig/network-scripts/x"_s, ""));
        QVERIFY(QFile::link(root.path() + u"/etc/shadow"_s, root.path() + file));
        BackupStore store(root.path());
        auto id = store.create({file}, u"x"_s);
        QVERIFY(!id);
        QCOMPARE(id.error().code, u"files.symlink"_s);
        QCOMPARE(store.list()->size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBackupStore)
#include "tst_backupstore.moc"
