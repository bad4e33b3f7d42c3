// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/backupstore.h"
#include "tests/formats/transactionfixture.h"

#include <QScopeGuard>
#include <QTest>

#include <algorithm>

#include <sys/mount.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test::transaction;
using namespace Qt::StringLiterals;

namespace
{

const QString scripts = u"/etc/sysconfig/network-scripts"_s;

QByteArray real(const ScratchRoot &root, const QString &path)
{
    return QFile::encodeName(root.path() + path);
}

/// A memory file system of its own, gone at the end of the test.
auto mounted(const QByteArray &where, const char *options)
{
    QDir().mkpath(QFile::decodeName(where));
    if (::mount("tmpfs", where.constData(), "tmpfs", 0, options) != 0)
        qFatal("cannot mount a tmpfs on %s", where.constData());
    return qScopeGuard([where] { ::umount2(where.constData(), MNT_DETACH); });
}

QString codeOf(const Result<FileTransaction> &transaction)
{
    return transaction ? u"done"_s : transaction.error().code;
}

/// The change of the file that is edited; the others stay as they are.
FileChange &editOf(ChangeSet *set)
{
    return *std::find_if(set->files.begin(), set->files.end(),
                         [](const FileChange &change) { return change.path == edited; });
}

bool carryOut(const ScratchRoot &root, const ChangeSet &set)
{
    auto transaction = FileTransaction::prepare(set, optionsFor(root));
    return transaction && transaction->write() && transaction->commit();
}

} // namespace

/// What only root can arrange: full, read-only and foreign file systems, mounted files, owners and labels.
class TestFilesLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mountedFileIsRefused()
    {
        ScratchRoot root;
        fillOld(root);
        QVERIFY(root.write(u"/elsewhere"_s, "DEVICE=eth0\nBOOTPROTO=dhcp\n"));
        const QByteArray target = real(root, edited);
        QCOMPARE(::mount(real(root, u"/elsewhere"_s).constData(), target.constData(), nullptr, MS_BIND, nullptr), 0);
        auto guard = qScopeGuard([target] { ::umount(target.constData()); });
        const auto before = root.tree();
        const auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QCOMPARE(codeOf(transaction), u"files.mounted"_s);
        QVERIFY(!transaction.error().hint.isEmpty());
        QCOMPARE(root.tree(), before);
        guard.dismiss();
        QCOMPARE(::umount(target.constData()), 0);
        QVERIFY(FileTransaction::prepare(changes(), optionsFor(root))->write());
        QVERIFY(isNew(root));
    }

    void mountedInBetweenGoesBack()
    {
        ScratchRoot root;
        fillOld(root);
        QVERIFY(root.write(u"/elsewhere"_s, "10.0.0.0/8 via 192.168.1.1\n"));
        const auto before = root.tree();
        auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(transaction);
        const QByteArray target = real(root, deleted);
        QCOMPARE(::mount(real(root, u"/elsewhere"_s).constData(), target.constData(), nullptr, MS_BIND, nullptr), 0);
        const auto guard = qScopeGuard([target] { ::umount(target.constData()); });
        const auto done = transaction->write();
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"files.mounted"_s);
        QCOMPARE(root.tree(), before);
    }

    void recordsMayLieOnAnotherFileSystem()
    {
        ScratchRoot root;
        fillOld(root);
        const auto guard = mounted(real(root, u"/var/lib"_s), "mode=0755");
        const auto before = root.tree();
        BackupStore store(root.path());
        const auto backup = store.create({edited, deleted, created, nested}, u"x"_s);
        QVERIFY(backup);
        {
            auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
            QVERIFY(transaction && transaction->write());
            QVERIFY(isNew(root));
            QVERIFY(transaction->rollback());
            QCOMPARE(root.tree(), before);
        }
        QVERIFY(carryOut(root, changes()));
        QVERIFY(carryOut(root, *store.restoreChanges(*backup)));
        QCOMPARE(root.read(edited), QByteArray("DEVICE=eth0\nBOOTPROTO=dhcp\n"));
        QVERIFY(!root.exists(created) && root.exists(deleted));
    }

    void fullFileSystemChangesNothing_data()
    {
        QTest::addColumn<QString>("full");
        QTest::newRow("beside the files") << scripts;
        QTest::newRow("under the records") << u"/var/lib"_s;
    }
    void fullFileSystemChangesNothing()
    {
        QFETCH(QString, full);
        ScratchRoot root;
        const auto guard = mounted(real(root, full), "mode=0755,size=64k");
        fillOld(root);
        ChangeSet set = changes();
        editOf(&set).newText = QByteArray(200000, 'x');
        if (full != scripts) { // its original is what does not fit then
            QVERIFY(root.write(edited, QByteArray(200000, 'y'), 0640));
            editOf(&set).oldText = root.read(edited);
        }
        const auto before = root.tree();
        const auto transaction = FileTransaction::prepare(set, optionsFor(root));
        QCOMPARE(codeOf(transaction), u"files.no-space"_s);
        QVERIFY(transaction.error().message.contains(full == scripts ? edited : u"/var/lib/bondwright"_s));
        QCOMPARE(root.tree(), before);
        QCOMPARE(recover(optionsFor(root))->size(), 0);
    }

    void readOnlyFileSystemChangesNothing()
    {
        ScratchRoot root;
        const QByteArray where = real(root, scripts);
        const auto guard = mounted(where, "mode=0755");
        fillOld(root);
        const auto before = root.tree();
        QCOMPARE(::mount(nullptr, where.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
        QCOMPARE(codeOf(FileTransaction::prepare(changes(), optionsFor(root))), u"files.read-only"_s);
        QCOMPARE(root.tree(), before);
    }

    void ownersAndLabelsStay()
    {
        ScratchRoot root;
        const auto guard = mounted(real(root, scripts), "mode=0755");
        fillOld(root);
        const QByteArray file = real(root, edited);
        QCOMPARE(::chown(file.constData(), 1234, 5678), 0);
        QCOMPARE(::chmod(file.constData(), 0640), 0);
        QCOMPARE(::setxattr(file.constData(), "trusted.note", "kept", 4, 0), 0);
        const auto isKept = [&](uid_t owner) {
            struct stat status = {};
            char value[8] = {};
            return ::stat(file.constData(), &status) == 0 && status.st_uid == owner && status.st_gid == 5678
                && (status.st_mode & 07777) == 0640
                && ::getxattr(file.constData(), "trusted.note", value, sizeof value) == 4
                && QByteArray(value) == "kept";
        };
        QVERIFY(isKept(1234));
        BackupStore store(root.path());
        const auto backup = store.create({edited}, u"x"_s);
        // An administrator's file is backed up, but not changed.
        QCOMPARE(::chown(file.constData(), 0, 5678), 0);
        ChangeSet set = changes();
        editOf(&set).group = 5678;
        {
            auto transaction = FileTransaction::prepare(set, optionsFor(root));
            QVERIFY(transaction && transaction->write());
            QVERIFY(isNew(root) && isKept(0));
            QVERIFY(transaction->rollback());
            QVERIFY(isKept(0));
        }
        QVERIFY(QFile::remove(QFile::decodeName(file)));
        QVERIFY(carryOut(root, *store.restoreChanges(*backup)));
        QVERIFY(isKept(1234));
    }

    void fileOfAnotherOwnerIsRefused_data()
    {
        QTest::addColumn<uint>("owner");
        QTest::addColumn<uint>("group");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("code");
        QTest::newRow("another owner") << 1000U << 0U << 0644 << u"files.file-unsafe"_s;
        QTest::newRow("another group may write") << 0U << 100U << 0664 << u"files.file-unsafe"_s;
        QTest::newRow("another group may read") << 0U << 100U << 0640 << u"done"_s;
        QTest::newRow("root's group may write") << 0U << 0U << 0664 << u"done"_s;
    }

    void fileOfAnotherOwnerIsRefused()
    {
        QFETCH(uint, owner);
        QFETCH(uint, group);
        QFETCH(int, mode);
        ScratchRoot root;
        fillOld(root);
        const QByteArray file = real(root, edited);
        QCOMPARE(::chmod(file.constData(), mode_t(mode)), 0);
        QCOMPARE(::chown(file.constData(), owner, group), 0);
        QTEST(codeOf(FileTransaction::prepare(changes(), optionsFor(root))), "code");
    }

    void folderOfAnotherGroupIsRefused()
    {
        ScratchRoot root;
        fillOld(root);
        const QByteArray folder = real(root, scripts);
        QCOMPARE(::chown(folder.constData(), 0, 100), 0);
        QCOMPARE(::chmod(folder.constData(), 0775), 0);
        QCOMPARE(codeOf(FileTransaction::prepare(changes(), optionsFor(root))), u"files.folder-unsafe"_s);
        QCOMPARE(::chown(folder.constData(), 0, 0), 0);
        QCOMPARE(codeOf(FileTransaction::prepare(changes(), optionsFor(root))), u"done"_s);
    }
};

QTEST_GUILESS_MAIN(TestFilesLab)
#include "tst_files_lab.moc"
