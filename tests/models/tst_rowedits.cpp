// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rowedits.h"

#include <QRandomGenerator>
#include <QTest>

using bondwright::models::RowEdit;
using bondwright::models::rowEdits;

namespace
{

QList<int> applied(QList<int> rows, const QList<int> &after, const QList<RowEdit> &edits)
{
    for (const RowEdit &edit : edits) {
        if (edit.kind == RowEdit::Kind::Remove) {
            rows.remove(edit.row, edit.count);
        } else {
            for (qsizetype at = 0; at < edit.count; ++at)
                rows.insert(edit.row + at, after.at(edit.from + at));
        }
    }
    return rows;
}

} // namespace

class TestRowEdits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runs_data();
    void runs();
    void anyListsMeet();
};

void TestRowEdits::runs_data()
{
    QTest::addColumn<QList<int>>("before");
    QTest::addColumn<QList<int>>("after");
    QTest::addColumn<int>("edits");
    using L = QList<int>;
    QTest::newRow("nothing") << L{} << L{} << 0;
    QTest::newRow("same") << L{1, 2, 3} << L{1, 2, 3} << 0;
    QTest::newRow("all new") << L{} << L{1, 2, 3} << 1;
    QTest::newRow("all gone") << L{1, 2, 3} << L{} << 1;
    QTest::newRow("one run out of the middle") << L{1, 2, 3, 4, 5} << L{1, 5} << 1;
    QTest::newRow("one run into the middle") << L{1, 5} << L{1, 2, 3, 4, 5} << 1;
    QTest::newRow("two runs") << L{1, 2, 3, 4, 5} << L{2, 4, 6} << 4;
    QTest::newRow("replaced") << L{1, 2} << L{3, 4} << 2;
    QTest::newRow("last to the front") << L{1, 2, 3} << L{3, 1, 2} << 2;
    QTest::newRow("turned round") << L{1, 2, 3} << L{3, 2, 1} << 2;
}

void TestRowEdits::runs()
{
    QFETCH(QList<int>, before);
    QFETCH(QList<int>, after);
    QFETCH(int, edits);
    const QList<RowEdit> found = rowEdits(before, after);
    QCOMPARE(applied(before, after, found), after);
    QCOMPARE(int(found.size()), edits);
}

void TestRowEdits::anyListsMeet()
{
    QRandomGenerator random(11);
    const auto any = [&random] {
        QList<int> list;
        for (int key = 0; key < 12; ++key) {
            if (random.bounded(2))
                list.insert(random.bounded(int(list.size()) + 1), key);
        }
        return list;
    };
    for (int round = 0; round < 20'000; ++round) {
        const QList<int> before = any(), after = any();
        QCOMPARE(applied(before, after, rowEdits(before, after)), after);
    }
}

QTEST_APPLESS_MAIN(TestRowEdits)
#include "tst_rowedits.moc"
