// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/formats/transactionfixture.h"

#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test::transaction;
using namespace Qt::StringLiterals;

class TestFileTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndCommits()
    {
        ScratchRoot root;
        fillOld(root);
        {
            auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
            QVERIFY2(transaction, qPrintable(transaction ? QString() : transaction.error().message));
            QVERIFY(root.read(edited).contains("dhcp")); // nothing yet
            QVERIFY(transaction->write());
            QVERIFY(isNew(root));
            QCOMPARE(root.modeOf(edited), mode_t(0640));
            QCOMPARE(root.modeOf(created), mode_t(0600));
            QVERIFY(transaction->commit());
        }
        QVERIFY(isNew(root));
        const QStringList hidden
            = QDir(root.path() + u"/etc/sysconfig/network-scripts"_s).entryList(QDir::Hidden | QDir::Files);
        QCOMPARE(hidden, QStringList({u"ifcfg-bond0"_s, u"ifcfg-eth0"_s}));
        QCOMPARE(recover(optionsFor(root))->size(), 0);
    }

    void rollsBackToTheByte()
    {
        ScratchRoot root;
        fillOld(root);
        const auto before = root.tree();
        {
            auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
            QVERIFY(transaction);
            QVERIFY(transaction->write());
            auto report = transaction->rollback();
            QVERIFY(report);
            QCOMPARE(report->restored.size(), 4);
            QCOMPARE(report->leftAlone, QStringList());
        }
        QCOMPARE(root.tree(), before); // the folder made for the new file is gone too
        QCOMPARE(root.modeOf(edited), mode_t(0640));
    }

    void anotherProcessRollsBack()
    {
        ScratchRoot root;
        fillOld(root);
        const auto before = root.tree();
        QString id;
        {
            auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
            QVERIFY(transaction && transaction->write());
            id = transaction->id();
        }
        auto recovered = recover(optionsFor(root));
        QVERIFY(recovered);
        QCOMPARE(recovered->size(), 1);
        QCOMPARE(recovered->first().outcome, Recovery::Outcome::AwaitsOwner);
        QCOMPARE(recovered->first().reason, u"apply bond0"_s);
        auto second = FileTransaction::prepare({}, optionsFor(root));
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"files.pending"_s);
        auto again = FileTransaction::open(id, optionsFor(root));
        QVERIFY(again && again->rollback());
        QCOMPARE(root.tree(), before);
    }

    void oneAtATime()
    {
        ScratchRoot root;
        fillOld(root);
        auto first = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(first);
        auto second = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"files.busy"_s);
    }

    void refusesWhatChangedMeanwhile()
    {
        ScratchRoot root;
        fillOld(root);
        QVERIFY(root.write(edited, "DEVICE=eth0\nBOOTPROTO=static\n"));
        auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(!transaction);
        QCOMPARE(transaction.error().code, u"files.conflict"_s);
    }

    void changedBetweenPrepareAndWriteRollsBack()
    {
        ScratchRoot root;
        fillOld(root);
        auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(transaction);
        QVERIFY(root.write(edited, "# edited by vi\n"));
        auto done = transaction->write();
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"files.conflict"_s);
        QCOMPARE(root.read(edited), QByteArray("# edited by vi\n"));
        QVERIFY(!root.exists(created));
        QVERIFY(root.exists(deleted));
    }

    void foreignEditSurvivesRollback()
    {
        ScratchRoot root;
        fillOld(root);
        auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(transaction && transaction->write());
        QVERIFY(root.write(created, "DEVICE=bond0 # by puppet\n"));
        auto report = transaction->rollback();
        QVERIFY(report);
        QCOMPARE(report->leftAlone, QStringList{created});
        QCOMPARE(root.read(created), QByteArray("DEVICE=bond0 # by puppet\n"));
        QVERIFY(root.read(edited).contains("dhcp"));
    }

    void somethingElseSurvivesRollback_data()
    {
        QTest::addColumn<bool>("isFolder");
        QTest::newRow("a folder") << true;
        QTest::newRow("a file that is too large for us") << false;
    }
    void somethingElseSurvivesRollback()
    {
        QFETCH(bool, isFolder);
        ScratchRoot root;
        fillOld(root);
        auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(transaction && transaction->write());
        if (isFolder)
            QVERIFY(QFile::remove(root.path() + created) && QDir().mkdir(root.path() + created));
        else
            QVERIFY(root.write(created, QByteArray(maxFileBytes + 1, '#')));
        auto report = transaction->rollback();
        QVERIFY(report);
        QCOMPARE(report->leftAlone, QStringList{created});
        QVERIFY(root.exists(created));
        QVERIFY(root.read(edited).contains("dhcp"));
    }

    void whatCannotBeReadNowIsTriedAgain()
    {
        ScratchRoot root;
        fillOld(root);
        const auto before = root.tree();
        auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(transaction && transaction->write());
        rlimit usual{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &usual), 0);
        const rlimit none{0, usual.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const auto refused = transaction->rollback();
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &usual), 0);
        QVERIFY(!refused);
        QVERIFY(transaction->rollback());
        QCOMPARE(root.tree(), before);
    }

    void refusesWhatOthersMayWrite_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("0666") << 0666 << true;
        QTest::newRow("0602") << 0602 << true;
        QTest::newRow("0644") << 0644 << false;
        QTest::newRow("0600") << 0600 << false;
    }
    void refusesWhatOthersMayWrite()
    {
        QFETCH(int, mode);
        QFETCH(bool, isRefused);
        ScratchRoot root;
        fillOld(root);
        QCOMPARE(::chmod(QFile::encodeName(root.path() + edited).constData(), mode_t(mode)), 0);
        const QByteArray before = root.read(edited);
        const auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QCOMPARE(!transaction, isRefused);
        if (isRefused)
            QCOMPARE(transaction.error().code, u"files.file-unsafe"_s);
        QCOMPARE(root.read(edited), before);
    }

    void refusesUnsafeTargets_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("symbolic link") << u"symlink"_s << u"files.symlink"_s;
        QTest::newRow("dangling link") << u"dangling"_s << u"files.symlink"_s;
        QTest::newRow("hard link") << u"hardlink"_s << u"files.hard-link"_s;
        QTest::newRow("fifo") << u"fifo"_s << u"files.not-regular"_s;
        QTest::newRow("folder") << u"folder"_s << u"files.not-regular"_s;
        QTest::newRow("huge sparse file") << u"sparse"_s << u"files.too-large"_s;
        QTest::newRow("linked folder") << u"linkedfolder"_s << u"files.symlink"_s;
    }
    void refusesUnsafeTargets()
    {
        QFETCH(QString, kind);
        QFETCH(QString, code);
        ScratchRoot root;
        QVERIFY(root.write(u"/secret"_s, "root:x\n"));
        const QByteArray target = QFile::encodeName(root.path() + created);
        const QByteArray folder = QFile::encodeName(root.path() + u"/etc/sysconfig/network-scripts"_s);
        const QByteArray secret = QFile::encodeName(root.path() + u"/secret"_s);
        if (kind == u"linkedfolder") {
            QDir().mkpath(root.path() + u"/etc/sysconfig"_s);
            QDir().mkpath(root.path() + u"/elsewhere"_s);
            QCOMPARE(::symlink("../../elsewhere", folder.constData()), 0);
        } else {
            QDir().mkpath(QFile::decodeName(folder));
        }
        if (kind == u"symlink")
            QCOMPARE(::symlink(secret.constData(), target.constData()), 0);
        else if (kind == u"dangling")
            QCOMPARE(::symlink("/nowhere", target.constData()), 0);
        else if (kind == u"hardlink")
            QCOMPARE(::link(secret.constData(), target.constData()), 0);
        else if (kind == u"fifo")
            QCOMPARE(::mkfifo(target.constData(), 0600), 0);
        else if (kind == u"folder")
            QCOMPARE(::mkdir(target.constData(), 0755), 0);
        else if (kind == u"sparse") {
            QFile file(QFile::decodeName(target));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(1) << 30));
        }
        ChangeSet set;
        set.add({created, std::nullopt, "DEVICE=bond0\n", 0644, 0, 0, {}});
        auto transaction = FileTransaction::prepare(set, optionsFor(root));
        QVERIFY(!transaction);
        QCOMPARE(transaction.error().code, code);
        QCOMPARE(root.read(u"/secret"_s), QByteArray("root:x\n"));
        QCOMPARE(QDir(root.path() + u"/elsewhere"_s).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    /// What stands in a file's place and is no file is nothing to tell, where it is only looked at.
    void lookedAt_data()
    {
        QTest::addColumn<QString>("linksTo"); ///< empty: it is a folder
        QTest::addColumn<QString>("found"); ///< an error, the content, or "nothing"
        QTest::newRow("a folder") << QString() << u"nothing"_s;
        QTest::newRow("masked") << u"/dev/null"_s << QString();
        QTest::newRow("masked by way of another link") << u"mask"_s << QString();
        QTest::newRow("nowhere") << u"/nowhere"_s << u"files.symlink"_s;
        QTest::newRow("a device") << u"/dev/zero"_s << u"files.symlink"_s;
        QTest::newRow("a file") << u"/there"_s << u"text"_s;
    }
    void lookedAt()
    {
        QFETCH(QString, linksTo);
        ScratchRoot root;
        QVERIFY(root.write(u"/there"_s, "text"));
        const QString path = u"/etc/file"_s;
        const auto link = [&root](const QString &to, const QString &from) {
            return ::symlink(QFile::encodeName(to).constData(), QFile::encodeName(root.path() + from).constData()) == 0;
        };
        QVERIFY(QDir().mkpath(root.path() + (linksTo.isEmpty() ? path : u"/etc"_s)));
        QVERIFY(linksTo.isEmpty() || (link(linksTo, path) && link(u"/dev/null"_s, u"/etc/mask"_s)));
        const auto opened = RootFolder::open(root.path());
        const auto state = opened->readLinked(path);
        const QString found = !state ? state.error().code
            : *state                 ? QString::fromUtf8((*state)->content)
                                     : u"nothing"_s;
        QTEST(found, "found");
        QVERIFY(!opened->read(path)); // to be changed it is refused
    }

    void swappedForALinkMeanwhile()
    {
        ScratchRoot root(ScratchRoot::Where::Memory);
        fillOld(root);
        QVERIFY(root.write(u"/secret"_s, "root:x\n"));
        const QByteArray target = QFile::encodeName(root.path() + edited);
        const QByteArray other = QFile::encodeName(root.path() + u"/link"_s);
        QCOMPARE(::symlink(QFile::encodeName(root.path() + u"/secret"_s).constData(), other.constData()), 0);
        std::atomic_bool isOver = false;
        std::thread swapper([&] {
            while (!isOver)
                ::renameat2(AT_FDCWD, target.constData(), AT_FDCWD, other.constData(), RENAME_EXCHANGE);
        });
        int written = 0;
        // On a busy machine the two threads may keep in step for a while, and each try meets the link.
        for (int i = 0; i < 400 || (written == 0 && i < 40'000); ++i) {
            const auto current = RootFolder::open(root.path())->read(edited);
            if (!current || !*current)
                continue;
            ChangeSet set;
            set.add({edited, (*current)->content, "DEVICE=eth0\n# " + QByteArray::number(i) + '\n', 0644, 0, 0, {}});
            auto transaction = FileTransaction::prepare(set, optionsFor(root));
            written += transaction && transaction->write() && transaction->commit();
            (void)recover(optionsFor(root));
        }
        isOver = true;
        swapper.join();
        QVERIFY(written > 0);
        QCOMPARE(root.read(u"/secret"_s), QByteArray("root:x\n"));
    }

    void refusesPaths_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"etc/x", "/etc/../x", "/etc//x", "/etc/./x", "/", "", "/etc/a\nb"})
            QTest::newRow(path) << QString::fromUtf8(path);
        QTest::newRow("nul") << QString(u"/etc/a"_s + QChar(0) + u'b');
    }
    void refusesPaths()
    {
        QFETCH(QString, path);
        ScratchRoot root;
        ChangeSet set;
        set.add({path, std::nullopt, "x", 0644, 0, 0, {}});
        auto transaction = FileTransaction::prepare(set, optionsFor(root));
        QVERIFY(!transaction);
        QCOMPARE(transaction.error().code, u"files.path"_s);
    }

    void refusesFoldersOthersMayWrite()
    {
        ScratchRoot root;
        fillOld(root);
        QCOMPARE(::chmod(QFile::encodeName(root.path() + u"/etc/sysconfig/network-scripts"_s).constData(), 0777), 0);
        auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(!transaction);
        QCOMPARE(transaction.error().code, u"files.folder-unsafe"_s);
    }

    void keepsExtendedAttributes()
    {
        ScratchRoot root;
        fillOld(root);
        const QByteArray file = QFile::encodeName(root.path() + edited);
        if (::setxattr(file.constData(), "user.note", "kept", 4, 0) != 0)
            QSKIP("this file system has no user attributes");
        auto transaction = FileTransaction::prepare(changes(), optionsFor(root));
        QVERIFY(transaction && transaction->write());
        char value[16] = {};
        QCOMPARE(::getxattr(file.constData(), "user.note", value, sizeof value), ssize_t(4));
        QVERIFY(transaction->rollback());
        QCOMPARE(::getxattr(file.constData(), "user.note", value, sizeof value), ssize_t(4));
        QCOMPARE(QByteArray(value), QByteArray("kept"));
    }
};

QTEST_GUILESS_MAIN(TestFileTransaction)
#include "tst_filetransaction.moc"
