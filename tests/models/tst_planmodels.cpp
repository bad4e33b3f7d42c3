// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/changemodel.h"
#include "models/findingmodel.h"
#include "models/modemodel.h"
#include "models/optionmodel.h"
#include "modelwatch.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::models;

namespace
{

Finding finding(Severity severity, const char *code, const char *field)
{
    return {severity,
            FindingScope::Validity,
            QString::fromLatin1(code),
            QString::fromLatin1(field),
            QStringLiteral("message of ") + QString::fromLatin1(code),
            QStringLiteral("advice")};
}

helper::FileDiff diff(const char *path, const char *oldText, const char *newText, bool existed, bool removed,
                      const char *unified)
{
    helper::FileDiff file;
    file.path = QString::fromLatin1(path);
    file.oldText = QString::fromLatin1(oldText);
    file.newText = QString::fromLatin1(newText);
    file.existed = existed;
    file.removed = removed;
    file.unified = QString::fromLatin1(unified);
    return file;
}

} // namespace

class TestPlanModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void modes();
    void recommendedMode();
    void optionsFollowTheMode_data();
    void optionsFollowTheMode();
    void optionsAreEdited();
    void optionsOfADraft();
    void findings();
    void changes();
    void newLanguage();
};

void TestPlanModels::modes()
{
    ModeModel model;
    ModelWatch watch(&model);
    QCOMPARE(model.rowCount(), 7);
    int common = 0;
    for (int row = 0; row < 7; ++row) {
        const QModelIndex mode = model.index(row, ModeModel::Number);
        QCOMPARE(mode.data().toInt(), row);
        QCOMPARE(mode.data(NameRole).toString(), kernelName(Mode(row)));
        for (int role = ModeModel::TitleEnRole; role <= ModeModel::AvoidWhenZhRole; ++role)
            QVERIFY2(!mode.data(role).toString().isEmpty(), qPrintable(QStringLiteral("%1/%2").arg(row).arg(role)));
        QVERIFY(mode.data(ModeModel::ChipsRole).toStringList().size() >= 2);
        common += mode.data(ModeModel::CommonRole).toBool();
    }
    QCOMPARE(common, 3); // 0, 1 and 6
    QVERIFY(!model.index(7, 0).isValid());
}

void TestPlanModels::recommendedMode()
{
    ModeModel model;
    ModelWatch watch(&model);
    model.setRecommended(Mode::ActiveBackup);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 1}));
    QVERIFY(model.modeIndex(Mode::ActiveBackup).data(ModeModel::RecommendedRole).toBool());
    model.setRecommended(Mode::Ieee8023ad);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 2}));
    QVERIFY(!model.modeIndex(Mode::ActiveBackup).data(ModeModel::RecommendedRole).toBool());
    model.setRecommended(std::nullopt);
    model.setRecommended(std::nullopt);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 1}));
}

void TestPlanModels::optionsFollowTheMode_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("isThere");
    const auto row = [](Mode mode, const char *option, bool isThere) {
        QTest::addRow("%d %s", int(mode), option) << int(mode) << QString::fromLatin1(option) << isThere;
    };
    for (int mode = 0; mode < 7; ++mode)
        row(Mode(mode), "miimon", true);
    row(Mode::ActiveBackup, "primary", true);
    row(Mode::BalanceRr, "primary", false);
    row(Mode::Ieee8023ad, "lacp_rate", true);
    row(Mode::ActiveBackup, "lacp_rate", false);
    row(Mode::BalanceRr, "packets_per_slave", true);
    row(Mode::BalanceXor, "packets_per_slave", false);
    row(Mode::BalanceXor, "xmit_hash_policy", true);
    row(Mode::ActiveBackup, "arp_interval", true);
    row(Mode::BalanceAlb, "arp_interval", false);
    row(Mode::ActiveBackup, "mode", false);
    row(Mode::ActiveBackup, "active_slave", false);
    row(Mode::ActiveBackup, "max_bonds", false);
    row(Mode::ActiveBackup, "queue_id", false);
}

void TestPlanModels::optionsFollowTheMode()
{
    QFETCH(int, mode);
    QFETCH(QString, option);
    QFETCH(bool, isThere);
    OptionModel model;
    ModelWatch watch(&model);
    for (int other = 0; other < 7; ++other)
        model.setMode(Mode(other));
    model.setMode(Mode(mode));
    QCOMPARE(model.optionIndex(option).isValid(), isThere);
    watch.take();
}

void TestPlanModels::optionsAreEdited()
{
    OptionModel model;
    ModelWatch watch(&model);
    model.setMode(Mode::Ieee8023ad);
    watch.take();
    QSignalSpy edited(&model, &OptionModel::optionChanged);
    const QModelIndex rate = model.optionIndex(QStringLiteral("lacp_rate"));
    QCOMPARE(rate.data().toString(), QStringLiteral("slow"));
    QVERIFY(!rate.data(OptionModel::IsSetRole).toBool());
    QVERIFY(rate.data(OptionModel::ChoicesRole).toStringList().contains(QStringLiteral("fast")));
    QVERIFY(model.flags(rate) & Qt::ItemIsEditable);
    QVERIFY(!(model.flags(rate.siblingAtColumn(OptionModel::Name)) & Qt::ItemIsEditable));
    QVERIFY(!model.setData(rate, QStringLiteral("sometimes")));
    QVERIFY(!model.setData(rate.siblingAtColumn(OptionModel::Help), QStringLiteral("fast")));
    QCOMPARE(watch.take(), (QList<int>{0, 0, 0}));
    QVERIFY(model.setData(rate, QStringLiteral("1"))); // the kernel's number
    QCOMPARE(watch.take(), (QList<int>{0, 0, 1}));
    QCOMPARE(model.options().value(QStringLiteral("lacp_rate")), QStringLiteral("fast"));
    QCOMPARE(edited.size(), 1);
    QVERIFY(rate.data(OptionModel::IsChangedRole).toBool());
    model.resetOption(QStringLiteral("lacp_rate"));
    QVERIFY(!model.options().contains(QStringLiteral("lacp_rate")));
    QCOMPARE(edited.last().last().toString(), QString());
    model.resetOption(QStringLiteral("lacp_rate"));
    model.resetOption(QStringLiteral("no such option"));
    QCOMPARE(edited.size(), 2);
    const QModelIndex miimon = model.optionIndex(QStringLiteral("miimon"));
    QVERIFY(!model.setData(miimon, QStringLiteral("100ms")));
    QVERIFY(!model.setData(miimon, QStringLiteral("-1")));
    QVERIFY(model.setData(miimon, 100));
    QCOMPARE(miimon.data(OptionModel::UnitRole).toString(), QStringLiteral("ms"));
    QVERIFY(miimon.data(OptionModel::MaximumRole).toLongLong() > 1000);
    QVERIFY(model.setData(miimon, QString()));
    QVERIFY(!model.options().contains(QStringLiteral("miimon")));
}

void TestPlanModels::optionsOfADraft()
{
    OptionModel model;
    ModelWatch watch(&model);
    model.setMode(Mode::ActiveBackup);
    watch.take();
    QSignalSpy edited(&model, &OptionModel::optionChanged);
    const QMap<QString, QString> draft{{QStringLiteral("miimon"), QStringLiteral("200")},
                                       {QStringLiteral("lacp_rate"), QStringLiteral("fast")}};
    model.setOptions(draft);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 1}));
    model.setOptions(draft);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 0}));
    QVERIFY(edited.isEmpty());
    // What this mode does not use is not lost when the mode comes back.
    model.setMode(Mode::Ieee8023ad);
    QCOMPARE(model.optionIndex(QStringLiteral("lacp_rate")).data().toString(), QStringLiteral("fast"));
    QCOMPARE(model.options(), draft);
}

void TestPlanModels::findings()
{
    FindingModel model;
    ModelWatch watch(&model);
    QSignalSpy announced(&model, &FindingModel::findingsChanged);
    const Finding error = finding(Severity::Error, "monitoring.none", "options.miimon");
    const Finding warning = finding(Severity::Warning, "slaves.speed", "slaves[1].name");
    const Finding again = finding(Severity::Warning, "slaves.speed", "slaves[1].name"); // twice the same
    model.setFindings({error, warning, again});
    QCOMPARE(watch.take(), (QList<int>{1, 0, 0}));
    QVERIFY(model.hasErrors());
    QCOMPARE(model.count(Severity::Warning), 2);
    QCOMPARE(model.index(0, 0).data(StateRole).toString(), QStringLiteral("error"));
    QVERIFY(!model.index(0, 0).data(IconNameRole).toString().isEmpty());
    QCOMPARE(model.index(0, FindingModel::Message).data().toString(), error.message);
    model.setFindings({error, warning, again});
    QCOMPARE(announced.size(), 1);
    Finding reworded = warning;
    reworded.message = QStringLiteral("other words");
    model.setFindings({reworded, again});
    QCOMPARE(watch.take(), (QList<int>{0, 1, 1}));
    QVERIFY(!model.hasErrors());
    model.setFindings({});
    QCOMPARE(watch.take(), (QList<int>{0, 1, 0}));
    QVERIFY(!model.index(0, 0).isValid());
}

void TestPlanModels::changes()
{
    ChangeModel model;
    ModelWatch watch(&model);
    const auto added = diff("/etc/a", "", "x\n", false, false, "--- /dev/null\n+++ b/etc/a\n@@ -0,0 +1 @@\n+x\n");
    const auto changed
        = diff("/etc/b", "-- y\n", "++ z\n", true, false, "--- a/etc/b\n+++ b/etc/b\n@@ -1 +1 @@\n--- y\n+++ z\n");
    const auto removed = diff("/etc/c", "x\n", "", true, true, "--- a/etc/c\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
    model.setFiles({added, changed, removed, added});
    QCOMPARE(model.rowCount(), 3); // a path is one row
    QCOMPARE(model.index(0, 0).data(StateRole).toString(), QStringLiteral("new"));
    QCOMPARE(model.index(1, 0).data(StateRole).toString(), QStringLiteral("changed"));
    QCOMPARE(model.index(2, 0).data(StateRole).toString(), QStringLiteral("deleted"));
    QCOMPARE(model.index(1, ChangeModel::Added).data().toInt(), 1); // lines that look like headings count
    QCOMPARE(model.index(1, ChangeModel::Removed).data().toInt(), 1);
    QCOMPARE(model.index(0, ChangeModel::Removed).data().toInt(), 0);
    watch.take();
    model.setFiles({changed});
    QCOMPARE(watch.take(), (QList<int>{0, 2, 0}));
    model.setFiles({diff("/etc/b", "x", "x", true, false, "")});
    QCOMPARE(watch.take(), (QList<int>{0, 0, 1}));
    QCOMPARE(model.index(0, 0).data(StateRole).toString(), QStringLiteral("unchanged"));
}

void TestPlanModels::newLanguage()
{
    ModeModel modes;
    OptionModel options;
    FindingModel findings;
    findings.setFindings({finding(Severity::Error, "a", "b")});
    ChangeModel changes;
    changes.setFiles({diff("/etc/a", "", "x", false, false, "")});
    ModelWatch watches[] = {ModelWatch(&modes), ModelWatch(&options), ModelWatch(&findings), ModelWatch(&changes)};
    const Guillemets language;
    for (ModelWatch &watch : watches)
        QVERIFY(!watch.changed.isEmpty() && !watch.headers.isEmpty());
    QVERIFY(modes.index(0, ModeModel::Switch).data().toString().startsWith(u'«'));
    QVERIFY(findings.index(0, FindingModel::Severity).data().toString().startsWith(u'«'));
    QVERIFY(changes.index(0, ChangeModel::Change).data().toString().startsWith(u'«'));
    QVERIFY(options.headerData(0, Qt::Horizontal).toString().startsWith(u'«'));
}

QTEST_GUILESS_MAIN(TestPlanModels)
#include "tst_planmodels.moc"
