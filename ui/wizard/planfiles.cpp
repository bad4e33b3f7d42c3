// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/planfiles.h"

#include "common/savedialog.h"
#include "posix/wholefile.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

class PlanFiles
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::ui::PlanFiles)
};

} // namespace

Result<ParsedPlan> readPlanFile(const QString &name)
{
    // A window cannot wait for who writes into a pipe.
    if (const QFileInfo info(name); info.exists() && !info.isFile())
        //: @error %1 a path
        return fail(u"plan.file"_s, PlanFiles::tr("%1 is no file with a plan in it.").arg(name));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"plan.file"_s, PlanFiles::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    return planFromJson(file.read(maxPlanBytes + 1));
}

Result<ParsedPlan> pastedPlan()
{
    const QString text = QGuiApplication::clipboard()->text();
    const qsizetype begin = text.indexOf(u'{');
    const qsizetype end = text.lastIndexOf(u'}');
    if (begin < 0 || end < begin)
        return fail(u"plan.pasted"_s, PlanFiles::tr("The clipboard holds no plan."),
                    PlanFiles::tr("Copy one first: the text of a plan file, or “Plan” – “Copy as bondctl command”."));
    return planFromJson(text.sliced(begin, std::min(end + 1 - begin, qsizetype(maxPlanBytes) + 1)).toUtf8());
}

void savePlanAs(const BondPlan &plan, QWidget *window, std::function<void(const QString &, bool)> told)
{
    askWhereToSave(window, PlanFiles::tr("Save plan"), plan.name + u".json"_s,
                   [plan, told](const QString &name) {
                       const Result<void> written = writeWhole(name, planToJson(plan), u"plan.write"_s);
                       told(savedText(name, written), written.has_value());
                   },
                   {PlanFiles::tr("Plans (*.json)")});
}

void openPlanFile(QWidget *window, std::function<void(const Result<ParsedPlan> &)> done)
{
    auto *dialog = new QFileDialog(window, PlanFiles::tr("Open plan"), {}, PlanFiles::tr("Plans (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, window,
                     [done](const QString &name) { done(readPlanFile(name)); });
    dialog->open();
}

} // namespace bondwright::ui
