// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgformat.h"
#include "tests/formats/scratchroot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

using namespace bondwright;
using namespace bondwright::formats;
using namespace Qt::StringLiterals;

/// Files as administrators have them (field/ifcfg.json), with what must be read from them and said about them.
class TestFieldFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data() { addRows(); }
    void says();
    void readsAndWritesTheSame_data() { addRows(); }
    void readsAndWritesTheSame();

private:
    static void addRows();
    static bool fill(const ScratchRoot &root, const QJsonObject &item);
    static QString differenceIn(const QJsonObject &plan, const QJsonObject &wanted);
    QString plansDifference(const QJsonArray &plans, const QJsonObject &wanted) const;
};

void TestFieldFiles::addRows()
{
    QTest::addColumn<QJsonObject>("item");
    QFile file(QStringLiteral(FIELD_FILES));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray items = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(items.size() > 30);
    for (const QJsonValue &item : items)
        QTest::newRow(item[u"name"].toString().toUtf8().constData()) << item.toObject();
}

bool TestFieldFiles::fill(const ScratchRoot &root, const QJsonObject &item)
{
    const QJsonObject files = item[u"files"].toObject();
    const QString link = item[u"symbolic_link"].toString();
    for (auto it = files.begin(); it != files.end(); ++it) {
        const bool isLink = !link.isEmpty() && it.key().endsWith(u'/' + link);
        const QString path = isLink ? it.key() + u".target"_s : it.key();
        if (!root.write(path, it.value().toString().toUtf8()))
            return false;
        const QByteArray real = QFile::encodeName(root.path() + path);
        if (isLink && ::symlink(real.constData(), QFile::encodeName(root.path() + it.key()).constData()) != 0)
            return false;
        if (item[u"each_file_hard_linked"].toBool()
            && ::link(real.constData(),
                      QFile::encodeName(root.path() + u"/other"_s + QString::number(files.size())
                                        + QString(it.key()).replace(u'/', u'_'))
                          .constData())
                != 0)
            return false;
    }
    return true;
}

/// What the row wants of one bond, or what is otherwise.
QString TestFieldFiles::differenceIn(const QJsonObject &plan, const QJsonObject &wanted)
{
    QStringList slaves;
    for (const QJsonValue &slave : plan[u"slaves"].toArray())
        slaves.append(slave[u"name"].toString());
    QJsonObject actual{{u"mode"_s, plan[u"mode"]},
                       {u"options"_s, plan[u"options"].toObject()},
                       {u"slaves"_s, QJsonArray::fromStringList(slaves)},
                       {u"addresses"_s, plan[u"ipv4"][u"addresses"].toArray()},
                       {u"addresses6"_s, plan[u"ipv6"][u"addresses"].toArray()},
                       {u"dns"_s, plan[u"ipv4"][u"dns"].toArray()},
                       {u"autoconnect"_s, plan[u"autoconnect"].toBool(true)}};
    const QString gateway = plan[u"ipv4"][u"gateway"].toString();
    actual.insert(u"gateway"_s, gateway.isEmpty() ? QJsonValue() : QJsonValue(gateway));
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (it.key() == u"noslave" ? slaves.contains(it.value().toString()) : actual[it.key()] != it.value())
            return it.key();
    }
    return {};
}

QString TestFieldFiles::plansDifference(const QJsonArray &plans, const QJsonObject &wanted) const
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        QString difference = it.key() + u" is not read"_s;
        for (const QJsonValue &plan : plans) {
            if (plan[u"name"].toString() == it.key())
                difference = differenceIn(plan.toObject(), it.value().toObject());
        }
        if (!difference.isEmpty())
            return difference;
    }
    return {};
}

void TestFieldFiles::says()
{
    QFETCH(QJsonObject, item);
    ScratchRoot root;
    QVERIFY(fill(root, item));
    QStringList arguments{u"read"_s, u"--json"_s};
    if (item.contains(u"command")) {
        arguments.clear();
        for (const QJsonValue &word : item[u"command"].toArray())
            arguments.append(word.toString());
    }
    QProcess process;
    process.start(QStringLiteral(BONDCTL), arguments + QStringList{u"--root"_s, root.path()});
    QVERIFY(process.waitForFinished());
    const QByteArray out = process.readAllStandardOutput();
    const QString all = QString::fromUtf8(process.readAllStandardError() + out);

    QString missing;
    if (item.contains(u"plan"))
        missing = plansDifference(QJsonDocument::fromJson(out).array(), item[u"plan"].toObject());
    bool isSaid = true;
    for (const QJsonValue &pattern : item[u"said"].toArray())
        isSaid = isSaid && all.contains(QRegularExpression(pattern.toString()));
    const bool isEither = item[u"either"].toBool() && isSaid && !item[u"said"].toArray().isEmpty();
    QVERIFY2(missing.isEmpty() || isEither, qPrintable(missing + u'\n' + all));
    QVERIFY2(isSaid || (item[u"either"].toBool() && missing.isEmpty()), qPrintable(all));
    if (item.contains(u"not_said"))
        QVERIFY2(!all.contains(QRegularExpression(item[u"not_said"].toString())), qPrintable(all));
    // What could not be read is no success.
    const bool isNothingRead = !item.contains(u"command") && QJsonDocument::fromJson(out).array().isEmpty();
    QVERIFY2(!isNothingRead || process.exitCode() == 1, qPrintable(all));
}

void TestFieldFiles::readsAndWritesTheSame()
{
    QFETCH(QJsonObject, item);
    ScratchRoot root;
    QVERIFY(fill(root, item));
    for (const int release : {5, 6, 7, 8}) {
        for (const auto reader : {ifcfg::Reader::NetworkService, ifcfg::Reader::NetworkManager}) {
            const ifcfg::IfcfgFormat format(*ifcfg::Dialect::forRelease(release, reader));
            const auto snapshot = takeSnapshot(root.path(), format);
            QVERIFY(snapshot);
            for (const FoundBond &found : format.read(*snapshot).bonds) {
                const auto rendering = format.render(found.plan, *snapshot);
                QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
                for (const FileChange &change : rendering->changes.files)
                    QVERIFY2(change.oldText == change.newText,
                             (change.path.toUtf8() + '\n' + change.newText.value_or("gone")).constData());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestFieldFiles)
#include "tst_fieldfiles.moc"
