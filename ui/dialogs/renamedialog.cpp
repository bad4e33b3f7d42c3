// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/renamedialog.h"
#include "common/retranslate.h"
#include "common/services.h"
#include "common/settings.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>

#include <algorithm>

namespace bondwright::ui
{

using namespace std::chrono_literals;

RenameDialog::RenameDialog(const Services &services, PendingChange *pending, const BondPlan &plan, QWidget *parent,
                           bool isConfigured)
    : ChangeDialog(services.helper, pending, parent)
    , m_host(services.hostName())
    , m_plan(plan)
    , m_label(new QLabel(this))
    , m_name(new QLineEdit(this))
{
    settings::rememberGeometry(this, QStringLiteral("rename"));
    m_name->setObjectName(QStringLiteral("newName"));
    m_name->setText(plan.name);
    m_name->selectAll();
    m_label->setBuddy(m_name);
    auto *row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_name, 1);
    body()->addLayout(row);
    setTabOrder(m_name, goButton());
    m_name->setFocus();
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &RenameDialog::look);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        wait();
        m_wait.start(200ms);
    });
    retranslateWith(this, [this, isConfigured] {
        setWindowTitle(titleWithHost(tr("Rename %1").arg(m_plan.name), m_host));
        intro()->setText(tr("%1 is created again under its new name, with the same NICs and addresses. "
                            "It reverts unless you confirm it.")
                             .arg(m_plan.name)
                         + (isConfigured ? QString()
                                         : u'\n'
                                    + tr("No configuration of %1 could be read: it becomes what runs now. Check its "
                                         "addresses.")
                                          .arg(m_plan.name)));
        //: @label:textbox
        m_label->setText(tr("New &name:"));
        describe(m_name, tr("New name"), tr("Up to 15 letters, digits, “.”, “_” and “-”"));
        //: @action:button %1 a host's name
        goButton()->setText(tr("&Rename on %1").arg(m_host));
        describe(goButton(), QString(goButton()->text()).remove(QLatin1Char('&')),
                 tr("Renames the bond; reverts unless confirmed"));
    });
}

BondPlan RenameDialog::renamed() const
{
    return renamedPlan(m_plan, m_name->text().trimmed());
}

void RenameDialog::look()
{
    const BondPlan plan = renamed();
    if (plan.name.isEmpty() || plan.name == m_plan.name)
        return showFiles({}, {}, false);
    helperClient()->preview(plan, helper::Backend::Auto, this,
                            [this, plan](const Result<helper::Preview> &answer) { take(plan, answer); });
}

void RenameDialog::take(const BondPlan &plan, const Result<helper::Preview> &answer)
{
    if (plan != renamed())
        return; // typed on meanwhile
    if (!answer)
        return showTrouble(answer.error());
    const auto error = std::find_if(answer->findings.cbegin(), answer->findings.cend(),
                                    [](const Finding &finding) { return finding.severity == Severity::Error; });
    if (error != answer->findings.cend())
        return showTrouble({error->code, error->message, error->advice});
    m_digest = answer->digest;
    showFiles(answer->files, answer->interruptions);
}

void RenameDialog::begin()
{
    helper::ApplyOptions options = applyOptions();
    options.digest = m_digest;
    helperClient()->apply(QUuid::createUuid().toString(QUuid::WithoutBraces), renamed(), options, this, begun());
}

} // namespace bondwright::ui
