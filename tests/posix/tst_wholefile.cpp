// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is named as the file to write may be a pipe, a terminal, a device: it is still that afterwards, written to or not.

#include "posix/uniquefd.h"
#include "posix/wholefile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace bondwright
{

class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void file()
    {
        const auto readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
        QVERIFY(writeWhole(path(), "first", u"test"_s));
        QVERIFY(writeWhole(path(), "second", u"test"_s, readable));
        QCOMPARE(content(), "second");
        QCOMPARE(modeOf(path()), mode_t(S_IFREG | 0640));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // no half of one beside it
    }

    void folder()
    {
        QVERIFY(QDir().mkdir(path()));
        const auto done = writeWhole(path(), "text", u"test"_s);
        QCOMPARE(done.error().code, u"test"_s);
        QVERIFY2(done.error().message.contains(path()), qPrintable(done.error().message));
    }

    void pipe()
    {
        QCOMPARE(::mkfifo(name().constData(), 0600), 0);
        const UniqueFd reader(::open(name().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        QCOMPARE(writeWhole(path(), "not", u"test"_s).error().code, u"test"_s);
        QVERIFY(writeOutput(path(), "text", u"test"_s, QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(readFrom(reader), "text");
        QCOMPARE(modeOf(path()), mode_t(S_IFIFO | 0600));
    }

    void nobodyReadsThePipe() // and nobody waits for a reader
    {
        QCOMPARE(::mkfifo(name().constData(), 0600), 0);
        QVERIFY(writeWhole(path(), "text", u"test"_s).error().message.contains(u"a device or a pipe"));
        QCOMPARE(modeOf(path()), mode_t(S_IFIFO | 0600));
    }

    void linkToATerminal() // as /dev/stdout is one
    {
        const UniqueFd terminal(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
        QCOMPARE(::grantpt(terminal.get()), 0);
        QCOMPARE(::unlockpt(terminal.get()), 0);
        QVERIFY(QFile::link(QString::fromLocal8Bit(::ptsname(terminal.get())), path()));
        const UniqueFd held(::open(name().constData(), O_RDWR | O_NOCTTY | O_CLOEXEC));
        const mode_t before = modeOf(path());
        QVERIFY(writeOutput(path(), "text", u"test"_s, QFile::ReadOwner));
        QCOMPARE(readFrom(terminal), "text");
        QCOMPARE(modeOf(path()), before);
    }

    void device_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("null") << node("null", S_IFCHR, 1, 3) << QString();
        QTest::newRow("full") << node("full", S_IFCHR, 1, 7) << u"No space left"_s;
        if (isRoot) // others have no disk that is surely there
            QTest::newRow("disk") << node("disk", S_IFBLK, 7, 0) << u"a device or a pipe"_s;
    }

    void device()
    {
        QFETCH(QString, device);
        QFETCH(QString, complaint);
        const mode_t before = modeOf(device);
        QVERIFY(!S_ISREG(before) && before != 0);
        QVERIFY(!writeWhole(device, "text", u"test"_s));
        const auto done = writeOutput(device, "text", u"test"_s, QFile::ReadOwner);
        const QString said = done ? QString() : done.error().message;
        QVERIFY2(complaint.isEmpty() ? said.isEmpty() : said.contains(complaint), qPrintable(said));
        QCOMPARE(modeOf(device), before);
    }

private:
    /// root, who could replace those of the system, gets nodes of the test's own.
    QString node(const char *called, mode_t type, unsigned major, unsigned minor) const
    {
        if (!isRoot)
            return u"/dev/"_s + QString::fromLatin1(called);
        const QString made = m_devices.filePath(QString::fromLatin1(called));
        ::mknod(QFile::encodeName(made).constData(), type | 0600, makedev(major, minor));
        return made;
    }

    QString path() const { return m_folder->filePath(u"named"_s); }
    QByteArray name() const { return QFile::encodeName(path()); }

    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray readFrom(const UniqueFd &fd)
    {
        QByteArray bytes(64, '\0');
        bytes.resize(std::max<qsizetype>(::read(fd.get(), bytes.data(), size_t(bytes.size())), 0));
        return bytes;
    }

    static mode_t modeOf(const QString &path)
    {
        struct ::stat status {
        };
        return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode : 0;
    }

    const bool isRoot = ::geteuid() == 0;
    QTemporaryDir m_devices;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace bondwright

QTEST_MAIN(bondwright::TestWholeFile)
#include "tst_wholefile.moc"
