// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is rolled out and where to: the plan, the hosts, their addresses and their NICs.
#include "common/labels.h"
#include "common/retranslate.h"
#include "hosts/nicruledialog.h"
#include "hosts/rolloutwindow.h"
#include "rollout/values.h"
#include "wizard/planfiles.h"

#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

void RolloutWindow::takePlan(const BondPlan &plan)
{
    m_bond = plan.name;
    m_plan = QJsonDocument::fromJson(planToJson(plan)).object();
    // A file of the user's may hold variables of the inventory; what a host says of itself must not be executed here.
    m_holdsTemplate = !m_start.from.isEmpty() && rollout::hasTemplate(m_plan);
    m_firstAddress = rollout::takeAddressPerHost(m_plan);
    m_takenAddresses = QStringList{plan.ipv4.gateway.text()} + plan.ipv4.dns.texts();
    for (const IpRoute &route : plan.ipv4.routes)
        m_takenAddresses.append(route.gateway.text());
    proposeAddresses();
    const QString gateway = plan.ipv4.gateway.text();
    if (m_ping->text().isEmpty() || m_ping->text() == m_gateway)
        m_ping->setText(gateway);
    m_gateway = gateway;
}

void RolloutWindow::proposeAddresses()
{
    // The host that the plan is of keeps its address, whether it takes part or not.
    const auto isFrom = [this](const rollout::InventoryHost &host) {
        return m_start.from == host.name || m_start.from == host.sshName;
    };
    const auto owner = std::ranges::find_if(m_hosts, isFrom);
    m_model->setFirstAddress(m_firstAddress, owner != m_hosts.end() ? owner->name : m_start.from, m_takenAddresses);
}

void RolloutWindow::openPlan()
{
    openPlanFile(this, [this](const Result<ParsedPlan> &answer) {
        if (!answer)
            return say(answer.error().message);
        m_start.from.clear();
        takePlan(answer->plan);
        m_remark->hide(); // was of the former one
        retranslate();
        // The host that the former plan was of is one like the others now.
        if (m_source->currentData().toString().isEmpty())
            readSource();
        choicesChanged();
        if (!answer->unknownMembers.isEmpty())
            //: @info:status %1 names of members of a plan
            say(tr("Not understood and left out: %1").arg(answer->unknownMembers.join(u", "_s)));
    });
}

void RolloutWindow::chooseInventory()
{
    auto *dialog = new QFileDialog(this, QString(m_browse->text()).remove(u'&'));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (m_source->findData(path) < 0)
            m_source->addItem(path, path);
        if (m_source->currentData() == path)
            return readSource(); // chosen once more: it was written meanwhile
        m_source->setCurrentIndex(m_source->findData(path));
    });
    dialog->open();
}

void RolloutWindow::readSource()
{
    const QString path = m_source->currentData().toString();
    if (!path.isEmpty()) {
        takeHosts({}); // what was checked is not what will be read
        return m_reader.read(path);
    }
    QStringList others = m_start.hosts;
    others.removeAll(m_start.from);
    others.removeDuplicates();
    takeHosts(rollout::hostsOf(others));
}

void RolloutWindow::takeHosts(const QList<rollout::InventoryHost> &hosts)
{
    m_hosts = hosts;
    QStringList names;
    for (const rollout::InventoryHost &host : hosts)
        names.append(host.name);
    m_model->setHosts(names);
    proposeAddresses();
    choicesChanged();
}

void RolloutWindow::chooseAddresses()
{
    auto *dialog = new QFileDialog(this, QString(m_addresses->text()).remove(u'&'));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Table (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RolloutWindow::readAddresses);
    dialog->open();
}

void RolloutWindow::readAddresses(const QString &path)
{
    const auto addresses = rollout::readValues(path).and_then(rollout::addressesOf);
    if (!addresses)
        return say(addresses.error().text());
    const int named = m_model->takeAddresses(*addresses);
    if (mistake().isEmpty())
        //: @info:status %1 and %2 are numbers of hosts
        say(tr("The table names %1 of the %2 hosts.").arg(named).arg(m_model->rowCount()));
}

void RolloutWindow::chooseNics()
{
    auto *dialog = new NicRuleDialog(plannedNics(), m_rule, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NicRuleDialog::chosen, this, [this](const std::optional<rollout::NicRule> &rule) {
        m_rule = rule;
        showRule();
        choicesChanged();
    });
    dialog->open();
}

QStringList RolloutWindow::plannedNics() const
{
    QStringList names;
    for (const QJsonValue &slave : m_plan[u"slaves"_s].toArray())
        names.append(slave[u"name"_s].toString());
    return names;
}

void RolloutWindow::showRule()
{
    m_table->setColumnHidden(models::RolloutModel::Nics, !m_rule);
    const QString what = m_rule ? rollout::nicRuleText(*m_rule) : plannedNics().join(u", "_s);
    describe(m_nics, tr("NICs…"),
             //: @info:tooltip %1 the NICs, or the rule that finds them
             (m_rule ? tr("Found on each host by a rule: %1") : tr("On each host those of the plan: %1")).arg(what));
    //: @info %1 a rule of NICs
    m_ruleText->setText(m_rule ? tr("NICs by rule: %1").arg(what) : QString());
    m_ruleText->setVisible(m_rule.has_value());
}

} // namespace bondwright::ui
