// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"
#include "junk.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;

namespace
{

/// What lies at a path: its mode, and its content, or where it points to.
struct Node {
    mode_t mode = 0;
    QByteArray content;

    friend bool operator==(const Node &, const Node &) = default;
};
using Tree = QMap<QByteArray, Node>;

Tree treeOf(const QStringList &folders)
{
    Tree tree;
    for (const QString &folder : folders) {
        for (const QString &name :
             QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
            const QByteArray path = QFile::encodeName(folder + u'/' + name);
            struct stat info {
            };
            if (::lstat(path.constData(), &info) != 0)
                continue;
            Node node{info.st_mode, {}};
            QFile file(QFile::decodeName(path));
            if (S_ISLNK(info.st_mode))
                node.content = QFile::encodeName(file.symLinkTarget());
            else if (S_ISREG(info.st_mode) && file.open(QIODevice::ReadOnly))
                node.content = file.readAll();
            tree.insert(path, node);
        }
    }
    return tree;
}

/// Takes away what the junk added, and gives back what it wrote over.
void clean(const Tree &before, const Tree &now)
{
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        const auto then = before.constFind(it.key());
        if (then != before.cend() && *then == *it)
            continue;
        if (S_ISDIR(it->mode))
            ::rmdir(it.key().constData());
        else
            ::unlink(it.key().constData());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (now.value(it.key()) == *it || !S_ISREG(it->mode))
            continue;
        QFile file(QFile::decodeName(it.key()));
        if (file.open(QIODevice::WriteOnly))
            file.write(it->content);
        ::chmod(it.key().constData(), it->mode & 07777);
    }
}

QByteArray differenceOf(const Tree &before, const Tree &now)
{
    QByteArrayList paths;
    for (const QByteArray &path : before.keys() + now.keys()) {
        if (before.contains(path) != now.contains(path) || before.value(path) != now.value(path))
            paths.append(path);
    }
    return paths.join('\n');
}

} // namespace

/// In the lab with NetworkManager: whatever stands in the folders that the helper reads, it applies a change and takes
/// it back, or refuses with a reason, and lives; the files are byte for byte what they were.
/// BONDWRIGHT_JUNK_SEED=n: that one alone.
class HelperJunkLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<HelperLab>();
        m_lab->makeProfiles();
        m_clean = treeOf(folders());
        m_files = HelperLab::files();
        m_runtime = m_lab->runtime();
        (void)m_lab->current();
        m_helpers = HelperLab::helpers();
        QCOMPARE(m_helpers.size(), 1);
    }

    void appliedAndRolledBack()
    {
        bool isOne = false;
        const int only = qEnvironmentVariableIntValue("BONDWRIGHT_JUNK_SEED", &isOne);
        const int first = isOne ? only : 1;
        int applied = 0;
        for (int seed = first; seed < first + (isOne ? 1 : 20); ++seed) {
            play(quint32(seed), &applied);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d were applied and rolled back, the others refused", applied);
        QVERIFY(isOne || applied > 5);
    }

private:
    static QStringList folders() { return Junk::networkManagerFolders(); }

    void play(quint32 seed, int *applied)
    {
        Junk(seed).scatter({}, folders());
        const Tree before = treeOf(folders());
        const QByteArray where = "seed " + QByteArray::number(seed) + ": ";
        const Transaction begun = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(60));
        const bool isRefused = !m_lab->ticket();
        qInfo("%s%s", where.constData(), why(begun).constData());
        QVERIFY2(!isRefused || !begun.reason.isEmpty(), where.constData());
        if (begun.state == TransactionState::AwaitingConfirm) {
            const Transaction ended = m_lab->rollBack();
            QVERIFY2(ended.state == TransactionState::RolledBack, (where + why(ended)).constData());
            ++*applied;
        } else if (!isRefused) {
            QVERIFY2(begun.state == TransactionState::RolledBack, (where + why(begun)).constData());
        }
        const Tree after = treeOf(folders());
        QVERIFY2(after == before, (where + "not as before:\n" + differenceOf(before, after)).constData());
        // Its child, a moment before it becomes another program, looks like a second helper.
        const bool isTheSame = m_lab->waitFor([this] { return HelperLab::helpers() == m_helpers; }, 5);
        QVERIFY2(isTheSame, (where + "the helper died").constData());
        // For the next one: the guest as it was without junk.
        clean(m_clean, after);
        for (const QStringList &words :
             {QStringList{u"reload"_s}, QStringList{u"up"_s, u"eth0"_s}, QStringList{u"up"_s, u"eth1"_s}})
            HelperLab::run(u"nmcli"_s, QStringList{u"connection"_s} + words);
        m_lab->verifyBack(m_files, m_runtime, 30);
    }

    std::unique_ptr<HelperLab> m_lab;
    Tree m_clean;
    QMap<QString, QByteArray> m_files;
    QStringList m_runtime;
    QList<qint64> m_helpers;
};

QTEST_GUILESS_MAIN(HelperJunkLab)
#include "tst_helper_junk_lab.moc"
