// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For another host: where its files or its script go.
#include "common/actionicon.h"
#include "common/labels.h"
#include "wizard/applypage.h"
#include "wizard/otherhost.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

void ApplyPage::buildFiles(QVBoxLayout *layout)
{
    m_filesBox = new QWidget(this);
    m_filesText = textLabel(m_filesBox);
    m_where = new QLineEdit(m_filesBox);
    m_where->setObjectName(u"where"_s);
    m_browse = new QPushButton(actionIcon(ActionIcon::Open), {}, m_filesBox);
    m_replace = new QCheckBox(m_filesBox);
    m_write = new QPushButton(actionIcon(ActionIcon::Save), {}, m_filesBox);
    m_write->setObjectName(u"write"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_where, 1);
    row->addWidget(m_browse);
    auto *box = new QVBoxLayout(m_filesBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_filesText);
    box->addLayout(row);
    box->addWidget(m_replace);
    box->addWidget(m_write, 0, Qt::AlignLeft);
    layout->addWidget(m_filesBox);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const bool isScript = draft()->target().kind == TargetKind::Script;
        auto *dialog
            = new QFileDialog(this, isScript ? tr("Save the script as") : tr("Folder for the files"), m_where->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(isScript ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
        dialog->setFileMode(isScript ? QFileDialog::AnyFile : QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, m_where, &QLineEdit::setText);
        dialog->open();
    });
    connect(m_write, &QPushButton::clicked, this, &ApplyPage::writeFiles);
}

void ApplyPage::offerFiles(const QList<helper::FileDiff> &files)
{
    clearProgress(); // of an attempt on this host
    m_files = files;
    const QString name
        = draft()->target().kind == TargetKind::Script ? scriptName(draft()->name()) : draft()->name() + u"-files"_s;
    const QString proposed = QDir::home().filePath(name);
    if (m_where->text().isEmpty() || m_where->text() == m_proposed)
        m_where->setText(proposed);
    m_proposed = proposed;
    refresh();
}

void ApplyPage::writeFiles()
{
    const Result<QStringList> written
        = writeForOtherHost(m_files, draft()->target(), m_where->text(), m_replace->isChecked());
    m_result->show();
    if (!written) {
        m_result->setText(written.error().text());
        return;
    }
    m_result->setText(tr("%n file(s) written.", nullptr, int(written->size())) + u'\n' + written->join(u'\n'));
    m_settled = draft()->plan();
    Q_EMIT finished();
}

} // namespace bondwright::ui
