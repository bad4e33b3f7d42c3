// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/addhostdialog.h"

#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/settings.h"
#include "common/stateicon.h"
#include "host/transport/ssh.h"
#include "host/transport/sshconfig.h"
#include "hosts/conversation.h"

#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

using host::ConnectionTest;
using host::ConnectStep;

namespace
{

QString nameOf(ConnectStep step)
{
    switch (step) {
    case ConnectStep::Name:
        //: @item a step of reaching a host: its name is known
        return AddHostDialog::tr("Name");
    case ConnectStep::Reach:
        //: @item a step of reaching a host: SSH answers
        return AddHostDialog::tr("SSH");
    case ConnectStep::Login:
        //: @item a step of reaching a host
        return AddHostDialog::tr("Login");
    case ConnectStep::Bondctl:
        return u"bondctl"_s;
    case ConnectStep::Helper:
        //: @item a step of reaching a host: the privileged helper answers
        return AddHostDialog::tr("Helper");
    case ConnectStep::Authorisation:
        //: @item a step of reaching a host: the user may change it
        return AddHostDialog::tr("Authorisation");
    }
    return {};
}

StateShape shapeFor(ConnectionTest::Outcome outcome)
{
    switch (outcome) {
    case ConnectionTest::Outcome::Running:
        return StateShape::Changing;
    case ConnectionTest::Outcome::Passed:
        return StateShape::Ok;
    case ConnectionTest::Outcome::Limited:
        return StateShape::Degraded;
    case ConnectionTest::Outcome::Failed:
        return StateShape::Down;
    case ConnectionTest::Outcome::Waiting:
        break;
    }
    return StateShape::Unknown;
}

QString wordFor(ConnectionTest::Outcome outcome)
{
    switch (outcome) {
    case ConnectionTest::Outcome::Running:
        //: @status of a step
        return AddHostDialog::tr("trying…");
    case ConnectionTest::Outcome::Passed:
        //: @status of a step
        return AddHostDialog::tr("in order");
    case ConnectionTest::Outcome::Limited:
        //: @status of a step: it works in part
        return AddHostDialog::tr("limited");
    case ConnectionTest::Outcome::Failed:
        //: @status of a step
        return AddHostDialog::tr("failed");
    case ConnectionTest::Outcome::Waiting:
        break;
    }
    return {};
}

} // namespace

AddHostDialog::AddHostDialog(MakeHost make, const QStringList &known, QWidget *parent)
    : QDialog(parent)
    , m_make(std::move(make))
    , m_known(known)
    , m_intro(textLabel(this))
    , m_label(textLabel(this))
    , m_name(new QLineEdit(this))
    , m_test(new QPushButton(this))
    , m_steps(new QTreeWidget(this))
    , m_advice(textLabel(this, {}, true))
    , m_inventory(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_name->setObjectName(u"name"_s);
    m_test->setObjectName(u"test"_s);
    m_add->setObjectName(u"add"_s);
    m_steps->setObjectName(u"steps"_s);
    m_label->setBuddy(m_name);
    auto *completer = new QCompleter(host::configuredHosts(), m_name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
    m_steps->setColumnCount(2);
    m_steps->setHeaderHidden(true);
    m_steps->setRootIsDecorated(false);
    m_steps->setUniformRowHeights(true);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_steps->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    for (std::size_t i = 0; i < host::allConnectSteps.size(); ++i)
        new QTreeWidgetItem(m_steps);
    m_steps->setMinimumHeight(fontMetrics().height() * 10);
    auto *row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_name, 1);
    row->addWidget(m_test);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_inventory);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_intro);
    layout->addLayout(row);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_advice);
    layout->addLayout(buttons);
    resize(characterWidth(fontMetrics()) * 80, sizeHint().height());
    connectParts();
    settings::rememberGeometry(this, u"add-host"_s);
    retranslateWith(this, [this] { retranslate(); });
    follow({});
}

void AddHostDialog::connectParts()
{
    connect(m_name, &QLineEdit::textChanged, this, &AddHostDialog::follow);
    connect(m_test, &QPushButton::clicked, this, &AddHostDialog::test);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] {
        Q_EMIT hostChosen(name());
        accept();
    });
    m_inventory->setObjectName(u"inventory"_s);
    connect(m_inventory, &QPushButton::clicked, this, [this] {
        auto *files = new QFileDialog(this, QString(m_inventory->text()).remove(u'&'));
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setFileMode(QFileDialog::ExistingFile);
        connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
            Q_EMIT inventoryChosen(path);
            accept();
        });
        files->open();
    });
}

AddHostDialog::~AddHostDialog() = default;

QString AddHostDialog::name() const
{
    return m_name->text().trimmed();
}

void AddHostDialog::retranslate()
{
    //: @title:window
    setWindowTitle(tr("Add a host"));
    m_intro->setText(tr("Hosts are reached by your own ssh: its configuration, keys and known hosts count. Nothing is "
                        "changed there by adding it."));
    //: @action:button adds many hosts at once
    m_inventory->setText(tr("Ansible &inventory…"));
    describe(m_inventory, tr("Ansible inventory…"),
             tr("Adds the hosts of an inventory, in its groups, and follows it"));
    //: @label:textbox a computer's name
    m_label->setText(tr("&Host"));
    m_name->setPlaceholderText(tr("srv1, root@192.0.2.1"));
    describe(m_name, tr("Host"), tr("As for ssh: a name, an address, or user@host"));
    //: @action:button tries the connection
    m_test->setText(tr("&Test"));
    describe(m_test, tr("Test"), tr("Tries the connection step by step; nothing is changed"));
    describe(m_steps, tr("Steps of the connection"));
    //: @action:button
    m_add->setText(tr("&Add host"));
    describe(m_add, tr("Add host"), tr("It is watched from now on"));
    //: @action:button
    m_cancel->setText(tr("Cancel"));
    showSteps();
}

void AddHostDialog::follow(const QString &)
{
    m_tried.reset();
    m_host.reset();
    const bool isKnown = m_known.contains(name());
    const bool isGood = host::isHostName(name()) && !isKnown;
    m_test->setEnabled(isGood);
    m_add->setEnabled(isGood);
    m_test->setDefault(true);
    showSteps();
    if (isKnown)
        m_advice->setText(tr("%1 is in the list already.").arg(name()));
    else if (!name().isEmpty() && !isGood)
        m_advice->setText(tr("That is no name of a host: give a name, an address, or user@host."));
}

void AddHostDialog::test()
{
    m_tried.reset();
    m_host = m_make(name());
    converse(m_host->remote->agent(), name(), this);
    m_tried = std::make_unique<ConnectionTest>(*m_host->remote);
    connect(m_tried.get(), &ConnectionTest::changed, this, &AddHostDialog::showSteps);
    m_tried->start();
}

void AddHostDialog::showSteps()
{
    QStringList advice;
    for (std::size_t i = 0; i < host::allConnectSteps.size(); ++i) {
        const ConnectStep step = host::allConnectSteps[i];
        const ConnectionTest::Result result = m_tried ? m_tried->result(step) : ConnectionTest::Result();
        QTreeWidgetItem *item = m_steps->topLevelItem(int(i));
        item->setText(0, nameOf(step));
        item->setIcon(0, stateIcon(shapeFor(result.outcome)));
        item->setText(1, result.text.isEmpty() ? wordFor(result.outcome) : result.text);
        item->setToolTip(1, plainToolTip(result.advice));
        if (!result.advice.isEmpty())
            advice.append(result.advice);
    }
    m_advice->setText(advice.join(u'\n'));
    if (m_tried && m_tried->isOver())
        m_add->setDefault(true);
}

} // namespace bondwright::ui
