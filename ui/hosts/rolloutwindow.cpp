// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/rolloutwindow.h"

#include "common/columnfitter.h"
#include "common/diffview.h"
#include "common/emptyhint.h"
#include "common/labels.h"
#include "common/readingorder.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/settings.h"
#include "domain/sentences.h"
#include "formats/diff/unifieddiff.h"
#include "ping/ping.h"
#include "rollout/report.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

helper::FileDiff diffOf(const rollout::FileChange &file)
{
    const auto text = [](const QString &content) {
        return content.isEmpty() ? std::optional<QByteArray>() : std::optional(content.toUtf8());
    };
    formats::FileChange change;
    change.path = file.path;
    change.oldText = text(file.before);
    change.newText = text(file.after);
    helper::FileDiff diff;
    diff.path = file.path;
    diff.oldText = file.before;
    diff.newText = file.after;
    diff.existed = change.oldText.has_value();
    diff.removed = !change.newText.has_value();
    diff.unified = QString::fromUtf8(formats::unifiedDiff(change));
    return diff;
}

} // namespace

RolloutWindow::RolloutWindow(const Start &start, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_start(start)
    , m_model(new models::RolloutModel(this))
{
    setObjectName(u"rollout"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_model->setVerdictOf([this](const QString &name) {
        const auto at = std::ranges::find(m_hosts, name, &rollout::InventoryHost::name);
        return m_start.verdictOf && at != m_hosts.end() ? m_start.verdictOf(at->sshName) : QString();
    });
    auto *splitter = new QSplitter(Qt::Vertical, this);
    m_table = new QTreeView(splitter);
    m_table->setObjectName(u"rollout-hosts"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    using Model = models::RolloutModel;
    new ColumnFitter(m_table, u"rollout"_s, {Model::Host, Model::Address, Model::Nics, Model::Stage});
    m_files = new DiffView(splitter);
    splitter->addWidget(m_table);
    splitter->addWidget(m_files);
    readInOrder(splitter);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    m_why = textLabel(this, {}, true);
    m_why->setObjectName(u"rollout-why"_s);
    m_why->hide();
    m_state = textLabel(this, {}, true);
    m_state->setObjectName(u"rollout-state"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(buildChoices());
    layout->addWidget(splitter, 1);
    layout->addWidget(m_why);
    layout->addWidget(m_state);
    layout->addWidget(buildButtons());
    resize(1000, 720);
    settings::rememberGeometry(this, u"rollout"_s);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RolloutWindow::showFiles);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (!isBusy() && first.column() <= Model::Address && last.column() <= Model::Address)
            choicesChanged();
    });
    m_follow.setSingleShot(true);
    m_follow.setInterval(100);
    connect(&m_follow, &QTimer::timeout, this, &RolloutWindow::follow);
    connect(&m_reader, &rollout::InventoryReader::done, this, &RolloutWindow::takeHosts);
    connect(&m_reader, &rollout::InventoryReader::failed, this, [this](const Error &error) {
        takeHosts({});
        say(error.text());
    });
    takePlan(start.plan);
    retranslateWith(this, [this] { retranslate(); });
    readSource();
}

RolloutWindow::~RolloutWindow()
{
    // The table may ask once more while it is hidden for the last time, when the hosts are gone already.
    m_model->setVerdictOf({});
    forgetPassword();
}

QWidget *RolloutWindow::buildChoices()
{
    auto *box = new QWidget(this);
    m_heading = headingLabel(box, {}, 1.2);
    m_open = new QPushButton(box);
    m_open->setObjectName(u"open-plan"_s);
    m_sourceLabel = new QLabel(box);
    m_source = new QComboBox(box);
    m_source->setObjectName(u"source"_s);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_source->addItem(QString());
    if (!m_start.inventory.isEmpty()) {
        m_source->addItem(m_start.inventory, m_start.inventory);
        m_source->setCurrentIndex(1);
    }
    m_browse = new QPushButton(box);
    m_browse->setObjectName(u"browse"_s);
    m_addresses = new QPushButton(box);
    m_addresses->setObjectName(u"addresses"_s);
    m_nics = new QPushButton(box);
    m_nics->setObjectName(u"nics"_s);
    m_remark = textLabel(box, m_start.remark);
    m_remark->setObjectName(u"remark"_s);
    m_remark->setVisible(!m_start.remark.isEmpty());
    m_ruleText = textLabel(box);
    m_ruleText->setObjectName(u"rule"_s);
    m_batchesLabel = new QLabel(box);
    m_batches = new QLineEdit(u"1, 10%, 50%"_s, box);
    m_batches->setObjectName(u"batches"_s);
    m_pingLabel = new QLabel(box);
    m_ping = new QLineEdit(box);
    m_ping->setObjectName(u"ping"_s);
    m_confirmLabel = new QLabel(box);
    m_confirm = new QSpinBox(box);
    m_confirm->setObjectName(u"confirm-within"_s);
    m_confirm->setRange(10, 600);
    m_confirm->setValue(int(settings::confirmWithin().count()));
    m_test = new QCheckBox(box);
    m_test->setObjectName(u"test"_s);
    m_limit = new QSpinBox(box);
    m_limit->setObjectName(u"limit"_s);
    m_limit->setRange(1, 60'000);
    m_limit->setValue(1000);
    m_limit->setEnabled(false);
    m_rehearsal = new QCheckBox(box);
    m_rehearsal->setObjectName(u"rehearsal"_s);
    m_rehearsal->setChecked(true);
    m_sudo = new QCheckBox(box);
    m_sudo->setObjectName(u"sudo"_s);
    m_sourceLabel->setBuddy(m_source);
    m_batchesLabel->setBuddy(m_batches);
    m_pingLabel->setBuddy(m_ping);
    m_confirmLabel->setBuddy(m_confirm);
    layOutChoices(box);
    connectChoices();
    return box;
}

void RolloutWindow::layOutChoices(QWidget *box)
{
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->addWidget(m_heading, 0, 0, 1, 5);
    grid->addWidget(m_open, 0, 5);
    grid->addWidget(m_sourceLabel, 1, 0);
    grid->addWidget(m_source, 1, 1, 1, 4);
    grid->addWidget(m_browse, 1, 5);
    grid->addWidget(m_batchesLabel, 2, 0);
    grid->addWidget(m_batches, 2, 1);
    grid->addWidget(m_pingLabel, 2, 2);
    grid->addWidget(m_ping, 2, 3);
    grid->addWidget(m_confirmLabel, 2, 4);
    grid->addWidget(m_confirm, 2, 5);
    grid->addWidget(m_rehearsal, 3, 0, 1, 3);
    grid->addWidget(m_test, 3, 3, 1, 2);
    grid->addWidget(m_limit, 3, 5);
    grid->addWidget(m_sudo, 4, 0, 1, 4);
    grid->addWidget(m_nics, 4, 4, Qt::AlignRight);
    grid->addWidget(m_addresses, 4, 5);
    grid->addWidget(m_ruleText, 5, 0, 1, 6);
    grid->addWidget(m_remark, 6, 0, 1, 6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
}

void RolloutWindow::connectChoices()
{
    connect(m_open, &QPushButton::clicked, this, &RolloutWindow::openPlan);
    connect(m_browse, &QPushButton::clicked, this, &RolloutWindow::chooseInventory);
    connect(m_addresses, &QPushButton::clicked, this, &RolloutWindow::chooseAddresses);
    connect(m_nics, &QPushButton::clicked, this, &RolloutWindow::chooseNics);
    connect(m_source, &QComboBox::currentIndexChanged, this, &RolloutWindow::readSource);
    for (QLineEdit *line : {m_batches, m_ping})
        connect(line, &QLineEdit::textChanged, this, &RolloutWindow::choicesChanged);
    for (QSpinBox *number : {m_confirm, m_limit})
        connect(number, &QSpinBox::valueChanged, this, &RolloutWindow::choicesChanged);
    for (QCheckBox *mark : {m_test, m_rehearsal})
        connect(mark, &QCheckBox::toggled, this, &RolloutWindow::choicesChanged);
    connect(m_sudo, &QCheckBox::toggled, this, &RolloutWindow::forgetPassword);
}

QWidget *RolloutWindow::buildButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [&](QPushButton *&button, const QString &name, auto &&slot) {
        button = new QPushButton(box);
        button->setObjectName(name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
    };
    add(m_report, u"save-report"_s, [this] { saveReport(); });
    add(m_playbook, u"save-playbook"_s, [this] { savePlaybook(); });
    row->addStretch(1);
    add(m_stop, u"stop"_s, [this] {
        if (m_run && m_run->isStopping())
            m_run->abort();
        else if (m_run)
            m_run->stopBeforeNextBatch();
        showState();
    });
    add(m_check, u"check"_s, [this] { begin(true); });
    add(m_go, u"go"_s, [this] { begin(false); });
    return box;
}

void RolloutWindow::retranslate()
{
    //: @title:window %1 bond
    setWindowTitle(tr("Roll out %1").arg(m_bond));
    //: @title %1 bond, %2 a host
    m_heading->setText(m_start.from.isEmpty() ? tr("Bring %1 to other hosts").arg(m_bond)
                                              : tr("Make other hosts' %1 like that of %2").arg(m_bond, m_start.from));
    //: @action:button
    m_open->setText(tr("Another &plan…"));
    describe(m_open, tr("Another plan…"), tr("Opens a plan file instead"));
    //: @label:listbox where the hosts come from
    m_sourceLabel->setText(tr("&Hosts"));
    m_source->setItemText(0, tr("the hosts of this window"));
    describe(m_source, tr("Hosts"), tr("The hosts of the window, or those of an Ansible inventory"));
    //: @action:button chooses a file
    m_browse->setText(tr("&Inventory…"));
    describe(m_browse, tr("Inventory…"), tr("Reads the hosts from an Ansible inventory"));
    //: @action:button chooses a file
    m_addresses->setText(tr("A&ddresses…"));
    describe(m_addresses, tr("Addresses…"),
             tr("Reads the hosts' addresses from a table (CSV): the host in the first column, “address” in another"));
    //: @action:button opens a dialog
    m_nics->setText(tr("&NICs…"));
    showRule();
    //: @label:textbox
    m_batchesLabel->setText(tr("&Batches"));
    describe(m_batches, tr("Batches"), tr("How many hosts at a time: numbers and shares, the last one repeats"));
    //: @label:textbox an address
    m_pingLabel->setText(tr("Must &answer"));
    describe(m_ping, tr("Must answer"), tr("An address that each host must reach after its change"));
    //: @label:spinbox
    m_confirmLabel->setText(tr("Reverts unless confirmed &within"));
    //: @item seconds
    m_confirm->setSuffix(tr(" s"));
    describe(m_confirm, tr("Reverts unless confirmed within"), tr("It is confirmed over a new connection"));
    //: @option:check
    m_rehearsal->setText(tr("Rehearse in each host's own &kernel first"));
    m_rehearsal->setAccessibleDescription(tr("A host on which the plan fails is not changed"));
    //: @option:check
    m_test->setText(tr("Test the &failover of changed hosts, longest outage"));
    m_test->setAccessibleDescription(tr("Each slave of each changed host loses its link once"));
    //: @item milliseconds
    m_limit->setSuffix(tr(" ms"));
    describe(m_limit, tr("Longest outage"), tr("A host whose failover takes longer stops the roll-out"));
    //: @option:check
    m_sudo->setText(tr("&sudo on the hosts asks for a password"));
    describe(m_sudo, tr("sudo on the hosts asks for a password"),
             tr("It is asked for once, and kept until this window is closed"));
    describe(m_table, tr("Hosts of the roll-out"), tr("Marked ones take part; a selected one's files are shown below"));
    //: @action:button
    m_check->setText(tr("&Check all"));
    describe(m_check, tr("Check all"), tr("Rehearses and compares on all hosts at once; nothing is changed"));
    m_go->setText(tr("&Roll out"));
    describe(m_go, tr("Roll out"), tr("Changes the hosts, batch by batch"));
    //: @action:button
    m_report->setText(tr("Save repor&t…"));
    describe(m_report, tr("Save report…"), tr("As a web page or PDF"));
    //: @action:button
    m_playbook->setText(tr("Save pla&ybook…"));
    describe(m_playbook, tr("Save playbook…"), tr("What Ansible runs; it needs no window to run again"));
    showState();
}

rollout::Settings RolloutWindow::settings() const
{
    rollout::Settings settings;
    settings.plan = m_plan;
    settings.batches.clear();
    const QStringList batches = m_batches->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &batch : batches)
        settings.batches.append(batch.trimmed());
    settings.ping = m_ping->text().trimmed();
    settings.confirmWithin = std::chrono::seconds(m_confirm->value());
    if (m_test->isChecked())
        settings.failoverLimit = std::chrono::milliseconds(m_limit->value());
    settings.addresses = m_model->addresses();
    settings.choose = m_rule;
    settings.rehearse = m_rehearsal->isChecked();
    return settings;
}

QString RolloutWindow::mistake() const
{
    const rollout::Settings now = settings();
    if (m_holdsTemplate)
        return tr("The plan holds “{{”, “{%” or “{#”: Ansible would execute here what a host says of itself.");
    if (m_model->rowCount() == 0)
        return tr("There is no other host. Add hosts to the window, or choose an inventory.");
    if (m_model->chosen().isEmpty())
        return tr("No host is marked.");
    if (now.batches.isEmpty() || !std::ranges::all_of(now.batches, rollout::isBatch))
        return tr("Batches are numbers of hosts and shares, such as 1, 10%, 50%.");
    if (!now.ping.isEmpty() && !ping::parseTarget(now.ping))
        return tr("“%1” is not an address that can be pinged.").arg(now.ping);
    if (now.failoverLimit && now.ping.isEmpty())
        return tr("The failover test needs an address that must answer.");
    if (const QStringList wrong = rollout::hostsWithoutOwnAddress(now.addresses); !wrong.isEmpty())
        return tr("Each host needs an address of its own, such as 192.0.2.11/24: %1.").arg(rollout::someOf(wrong));
    if (const auto fits = rollout::checkForManyHosts(now.plan); !fits)
        return joinSentences({fits.error().message, fits.error().hint});
    return {};
}

void RolloutWindow::choicesChanged()
{
    m_limit->setEnabled(m_test->isChecked() && !isBusy());
    // What was checked was something else.
    if (!isBusy())
        m_phase = Phase::Choosing;
    showState();
}

void RolloutWindow::showState()
{
    const QString wrong = mistake();
    const bool isChecked = m_phase == Phase::Checked && m_run && m_run->hasSucceeded();
    for (QWidget *choice : QList<QWidget *>{m_open, m_source, m_browse, m_nics, m_batches, m_ping, m_confirm, m_test,
                                            m_rehearsal, m_sudo})
        choice->setEnabled(!isBusy());
    m_table->setEditTriggers(isBusy() ? QAbstractItemView::NoEditTriggers
                                      : QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_addresses->setEnabled(!isBusy() && m_model->isAddressed());
    m_check->setEnabled(!isBusy() && wrong.isEmpty());
    m_go->setEnabled(isChecked && wrong.isEmpty());
    m_stop->setVisible(isBusy());
    //: @action:button
    m_stop->setText(m_run && m_run->isStopping() ? tr("&End now") : tr("&Stop before the next batch"));
    m_report->setEnabled(m_run != nullptr && !isBusy());
    m_playbook->setEnabled(wrong.isEmpty());
    switch (m_phase) {
    case Phase::Choosing:
        return say(wrong.isEmpty() ? tr("Nothing is changed before “Roll out”. Check first what would change.")
                                   : wrong);
    case Phase::Checking:
    case Phase::Running:
        return say(m_run->progress().hosts().isEmpty() ? tr("Ansible starts…") : rollout::summary(m_run->progress()));
    case Phase::Checked:
        return say(joinSentences({asSentence(rollout::summary(m_run->progress())),
                                  isChecked ? tr("Nothing was changed yet.")
                                            : tr("Not every host could be checked: what failed is in its row.")}));
    case Phase::Ended:
        return say(rollout::summary(m_run->progress()));
    }
}

void RolloutWindow::say(const QString &words)
{
    m_state->setText(words);
}

void RolloutWindow::showFiles()
{
    const QModelIndex current = m_table->currentIndex();
    const QString why = current.isValid() ? m_model->trouble(current.row()) : QString();
    //: @info %1 a host, %2 why it failed
    m_why->setText(why.isEmpty() ? QString() : tr("%1: %2").arg(m_model->name(current.row()), why));
    m_why->setVisible(!why.isEmpty());
    const auto files = current.isValid() ? m_model->files(current.row()) : QList<rollout::FileChange>();
    // Called for each line of Ansible's output: a text that is being read must not jump to its top.
    if (files == m_shown)
        return;
    m_shown = files;
    QList<helper::FileDiff> diffs;
    for (const rollout::FileChange &file : files)
        diffs.append(diffOf(file));
    m_files->setFiles(diffs);
}

} // namespace bondwright::ui
