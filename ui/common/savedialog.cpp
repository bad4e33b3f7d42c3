// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/savedialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace bondwright::ui
{

QFileDialog *askWhereToSave(QWidget *parent, QString title, QString name, std::function<void(const QString &path)> save,
                            const QStringList &filters)
{
    auto *dialog = new QFileDialog(parent, title.remove(u'&'),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (!filters.isEmpty())
        dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    // The name of a bond may hold anything but this.
    dialog->selectFile(name.replace(u'/', u'_'));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(save));
    dialog->open();
    return dialog;
}

QString savedText(const QString &path, const Result<void> &written)
{
    //: @info:status %1 is a path
    return written ? QCoreApplication::translate("bondwright::ui::SaveDialog", "Saved to %1.").arg(path)
                   : written.error().text();
}

} // namespace bondwright::ui
