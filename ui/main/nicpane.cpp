// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/nicpane.h"
#include "common/actionicon.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/stateheader.h"
#include "diagnosis/healthkeeper.h"
#include "helperclient/helperclient.h"
#include "kernel/kernelsource.h"
#include "models/nicmodel.h"
#include "models/texts.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui
{

NicPane::NicPane(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_health(diagnosis::HealthKeeper::of(services.source))
    , m_strip(new StateHeader(this))
    , m_facts(textLabel(this, {}, true))
    , m_blink(new QPushButton(actionIcon(ActionIcon::Blink), {}, this))
    , m_answer(mutedLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_strip);
    m_facts->setContentsMargins(16, 8, 8, 8);
    layout->addWidget(m_facts);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 8, 0);
    row->addWidget(m_blink);
    row->addWidget(m_answer, 1);
    layout->addLayout(row);
    layout->addStretch(1);
    connect(services.source, &kernel::KernelSource::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_health, &diagnosis::HealthKeeper::portsChanged, this, &NicPane::refresh);
    connect(services.helper, &helper::HelperClient::reachableChanged, this, &NicPane::refresh);
    connect(m_blink, &QPushButton::clicked, this, &NicPane::blink);
    retranslateWith(this, [this] {
        //: @action:button makes the NIC's lamp blink
        m_blink->setText(tr("&Blink LED"));
        describe(m_blink, tr("Blink LED"), tr("The LED of this NIC blinks for ten seconds, so that you can find it."));
        refresh();
    });
}

void NicPane::showNic(int ifindex)
{
    if (m_nic != ifindex)
        m_answer->clear();
    m_nic = ifindex;
    refresh();
}

void NicPane::refresh()
{
    const kernel::Snapshot &snapshot = m_services.source->snapshot();
    const auto nic = snapshot.nics.constFind(m_nic);
    if (nic == snapshot.nics.cend())
        return;
    const models::NicUsage usage = models::NicJudge::usage(*nic, snapshot);
    QString facts = models::Texts::speed(nic->speedMbps);
    facts += u" · "_s + models::Texts::link(*nic);
    m_strip->setTitle(nic->name, facts);
    m_strip->setState(shapeOf(usage.use), wordOf(usage.use), usage.reason,
                      usage.use == models::NicUse::Free && !m_services.isRecording() ? tr("“Create bond…” can bond it.")
                                                                                     : QString());
    QStringList lines;
    //: @info shown where the kernel tells nothing
    const QString unknown = tr("unknown");
    lines.append(tr("Driver: %1").arg(nic->driver.isEmpty() ? unknown : nic->driver));
    lines.append(tr("Slot: %1").arg(nic->busAddress.isEmpty() ? unknown : nic->busAddress));
    const neighbours::SwitchPorts &ports = m_health->ports();
    if (ports.contains(nic->name))
        //: @info %1 a switch, its port and VLAN
        lines.append(tr("The cable ends in: %1").arg(switchPortText(ports.value(nic->name))));
    lines.append(tr("Permanent MAC: %1").arg(nic->permanentMac.isEmpty() ? unknown : nic->permanentMac.toString()));
    lines.append(tr("MAC in use: %1").arg(nic->mac.isEmpty() ? unknown : nic->mac.toString()));
    lines.append(tr("MTU: %1").arg(nic->mtu));
    lines.append(nic->addresses.isEmpty() ? tr("No address")
                                          : tr("Addresses: %1").arg(nic->addresses.toStrings().join(u", "_s)));
    if (nic->carriesDefaultRoute)
        lines.append(tr("Carries the default route, by %1").arg(textOf(nic->gateway)));
    if (nic->carrierDownCount > 0)
        lines.append(tr("Link lost %n time(s) since the host started", nullptr, int(nic->carrierDownCount)));
    else
        lines.append(tr("Link never lost since the host started"));
    m_facts->setText(lines.join(u'\n'));
    m_blink->setEnabled(m_services.helper->isReachable());
}

void NicPane::blink()
{
    const auto nic = m_services.source->snapshot().nics.constFind(m_nic);
    if (nic == m_services.source->snapshot().nics.cend())
        return;
    m_answer->setText(tr("The LED of %1 blinks for ten seconds.").arg(nic->name));
    m_services.helper->identify(nic->name, 10s, this,
                                [this, asked = m_nic](const Result<helper::HelperClient::Nothing> &answer) {
                                    if (!answer && m_nic == asked)
                                        m_answer->setText(answer.error().text());
                                });
}

} // namespace bondwright::ui
