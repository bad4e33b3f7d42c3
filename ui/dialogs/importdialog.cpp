// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/importdialog.h"
#include "common/actionicon.h"
#include "common/findingsview.h"
#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/services.h"
#include "common/settings.h"
#include "domain/json/findingsjson.h"
#include "models/plantext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

ImportDialog::ImportDialog(QWidget *parent)
    : QDialog(parent)
    , m_intro(textLabel(this))
    , m_folderLabel(new QLabel(this))
    , m_folder(new QLineEdit(this))
    , m_browse(new QPushButton(actionIcon(ActionIcon::Open), {}, this))
    , m_archive(new QPushButton(this))
    , m_read(new QPushButton(this))
    , m_bonds(new QListWidget(this))
    , m_text(textLabel(this, {}, true))
    , m_findings(new FindingsView(this))
    , m_room(new QScrollArea(this))
    , m_note(mutedLabel(this))
    , m_open(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_folderLabel->setBuddy(m_folder);
    m_folder->setObjectName(u"folder"_s);
    m_read->setObjectName(u"read"_s);
    m_read->setDefault(true);
    m_bonds->setObjectName(u"found"_s);
    m_text->setObjectName(u"found-text"_s);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_open->setObjectName(u"open-in-wizard"_s);
    m_archive->setObjectName(u"archive"_s);
    m_archive->setAutoDefault(false);
    m_browse->setAutoDefault(false);
    auto *where = new QHBoxLayout;
    where->setSpacing(8);
    where->addWidget(m_folderLabel);
    where->addWidget(m_folder, 1);
    where->addWidget(m_browse);
    where->addWidget(m_archive);
    where->addWidget(m_read);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(8);
    m_bonds->setFixedWidth(characterWidth(fontMetrics()) * 26);
    middle->addWidget(m_bonds);
    buildRoom();
    middle->addWidget(m_room, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_intro);
    layout->addLayout(where);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
    m_open->setEnabled(false);
    m_open->setAutoDefault(false);
    m_close->setAutoDefault(false);
    resize(780, 520);
    connect(m_browse, &QPushButton::clicked, this, [this] { browse(QFileDialog::Directory); });
    connect(m_archive, &QPushButton::clicked, this, [this] { browse(QFileDialog::ExistingFile); });
    connect(m_read, &QPushButton::clicked, this, [this] { read(m_folder->text()); });
    connect(m_bonds, &QListWidget::currentRowChanged, this, &ImportDialog::showSelected);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT planChosen(m_plans.at(m_bonds->currentRow())); });
    settings::rememberGeometry(this, QStringLiteral("import"));
    retranslateWith(this, [this] { retranslate(); });
}

void ImportDialog::buildRoom()
{
    auto *told = new QWidget(m_room);
    auto *below = new QVBoxLayout(told);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(8);
    below->addWidget(m_text);
    below->addWidget(m_findings);
    below->addStretch(1);
    m_room->setWidget(told);
    m_room->setWidgetResizable(true);
    m_room->setFrameShape(QFrame::NoFrame);
    m_room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The dialog's own background: it is text, and no list.
    m_room->viewport()->setAutoFillBackground(false);
    told->setAutoFillBackground(false);
}

ImportDialog::~ImportDialog()
{
    // The list tells of its emptying while it is destroyed, when the plans are gone.
    m_bonds->disconnect(this);
}

void ImportDialog::retranslate()
{
    setWindowTitle(titleWithHost(tr("Another host's files")));
    if (m_plans.isEmpty())
        m_text->setText(tr("What the files mean appears here."));
    else
        showSelected();
    m_intro->setText(
        tr("Choose the other host's files: its etc folder, the folder that holds it, or a tar archive of it. "
           "Nothing there is changed."));
    //: @label:textbox
    m_folderLabel->setText(tr("&Files"));
    describe(m_folder, tr("Folder or archive with the other host's files"),
             tr("Its etc, the folder that has etc in it, or a tar archive"));
    //: @action:button chooses a folder or file
    m_browse->setText(tr("F&older…"));
    describe(m_browse, tr("Folder"), tr("Chooses a folder"));
    //: @action:button chooses a file
    m_archive->setText(tr("&Archive…"));
    describe(m_archive, tr("Archive"), tr("Chooses a tar archive"));
    //: @action:button
    m_read->setText(tr("&Read"));
    describe(m_read, tr("Read"), tr("Reads the bonds; changes nothing"));
    describe(m_bonds, tr("Bonds found"), tr("The marked one is shown beside"));
    describe(m_room, tr("What was found"), tr("Scrolls with the arrow keys"));
    //: @action:button
    m_open->setText(tr("Open in the &wizard"));
    describe(m_open, tr("Open in the wizard"), tr("Begins a new draft from the marked bond"));
    //: @action:button
    m_close->setText(tr("&Close"));
    describe(m_close, tr("Close"), tr("Closes this window"));
}

void ImportDialog::browse(QFileDialog::FileMode mode)
{
    auto *dialog = new QFileDialog(this, tr("Another host's files"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    dialog->setOption(QFileDialog::ShowDirsOnly, mode == QFileDialog::Directory);
    if (mode == QFileDialog::ExistingFile)
        dialog->setNameFilter(tr("Archives (*.tar *.tar.gz *.tgz *.tar.xz *.tar.zst *.tar.bz2)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_folder->setText(path);
        read(path);
    });
    dialog->open();
}

void ImportDialog::read(const QString &typed)
{
    const QString path = placeOf(typed);
    m_folder->setText(path);
    m_plans.clear();
    m_bonds->clear();
    m_text->clear();
    m_findings->setFindings({});
    m_reading = path;
    if (path.isEmpty()) { // it would be this host
        m_note->setText(tr("Enter a folder or an archive first."));
        return;
    }
    if (bondctlPath().isEmpty()) {
        m_note->setText(tr("The program bondctl was not found."));
        return;
    }
    m_note->setText(tr("Reading…"));
    runBondctl({u"read"_s, u"--root"_s, path, u"--findings"_s}, {}, this, [this, path](const BondctlAnswer &answer) {
        if (path == m_reading) // or another was chosen meanwhile
            takeAnswer(answer);
    });
}

void ImportDialog::takeAnswer(const BondctlAnswer &answer)
{
    m_plans.clear(); // asked for twice, it is answered twice
    m_bonds->clear();
    const QJsonObject found = QJsonDocument::fromJson(answer.output).object();
    QList<Finding> findings = findingsFromJson(found[u"findings"_s]);
    for (Finding &finding : findings) {
        if (!finding.field.isEmpty())
            //: @info %1 a file, %2 what is wrong with it
            finding.message = tr("%1: %2").arg(finding.field, finding.message);
    }
    m_findings->setFindings(findings);
    for (const QJsonValue &value : found[u"plans"_s].toArray()) {
        const auto plan = planFromJson(QJsonDocument(value.toObject()).toJson());
        if (!plan)
            continue;
        m_plans.append(plan->plan);
        m_bonds->addItem(u"%1 · %2"_s.arg(plan->plan.name, kernelName(plan->plan.mode)));
    }
    if (found.isEmpty()) // bondctl could not read anything, or did not come to its end
        m_note->setText(answer.complaint.isEmpty() ? tr("These files could not be read.") : answer.complaint);
    else
        m_note->setText(m_plans.isEmpty() ? tr("No bond was found there.")
                                          : tr("%n bond(s) found.", nullptr, int(m_plans.size())));
    if (!m_plans.isEmpty())
        m_bonds->setCurrentRow(0);
}

void ImportDialog::showSelected()
{
    const int row = m_bonds->currentRow();
    const bool isOne = row >= 0 && row < m_plans.size();
    m_open->setEnabled(isOne);
    m_text->setText(isOne ? models::planText(m_plans.at(row)).join(u'\n') : tr("What the files mean appears here."));
}

} // namespace bondwright::ui
