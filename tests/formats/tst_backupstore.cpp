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
        manifest.createdAt = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
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
        QCOMPARE(*store.prune(2), ids.mid(0, 3));
        QCOMPARE(store.list()->size(), 2);
        QCOMPARE(store.list()->first().manifest.id, ids.last());
        QCOMPARE(store.prune(0)->size(), 1); // never the last one
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
