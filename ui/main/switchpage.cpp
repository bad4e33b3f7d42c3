// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/switchpage.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/switchpane.h"
#include "diagnosis/healthkeeper.h"
#include "helperclient/helperclient.h"
#include "kernel/kernelsource.h"
#include "kernel/runningplan.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui
{

namespace
{

constexpr auto listenFor = 35s; ///< switches send each 30 s

} // namespace

SwitchPage::SwitchPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_heading(headingLabel(this))
    , m_cables(textLabel(this, {}, true))
    , m_listen(new QPushButton(this))
    , m_answer(mutedLabel(this))
    , m_pane(new SwitchPane(this))
{
    m_cables->setObjectName(u"cables"_s);
    m_listen->setObjectName(u"listen"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_listen);
    row->addWidget(m_answer, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_cables);
    layout->addLayout(row);
    layout->addWidget(m_pane, 1);
    connect(m_listen, &QPushButton::clicked, this, &SwitchPage::listen);
    connect(services.helper, &helper::HelperClient::reachableChanged, this, &SwitchPage::refresh);
    retranslateWith(this, [this] {
        //: @title:group where the cables of a bond end
        m_heading->setText(tr("Cables"));
        //: @action:button
        m_listen->setText(tr("&Find out where the cables end"));
        describe(m_listen, tr("Find out where the cables end"),
                 tr("The helper listens for 35 s for what the switches announce (LLDP)"));
        refresh();
    });
}

void SwitchPage::showBond(int ifindex)
{
    if (m_bond != ifindex)
        m_answer->clear();
    m_bond = ifindex;
    refresh();
}

void SwitchPage::refresh()
{
    const kernel::Snapshot &snapshot = m_services.source->snapshot();
    const auto bond = snapshot.bonds.constFind(m_bond);
    if (bond == snapshot.bonds.cend())
        return;
    const neighbours::SwitchPorts &ports = diagnosis::HealthKeeper::of(m_services.source)->ports();
    QStringList lines;
    for (const kernel::SlaveState &slave : bond->slaves) {
        const auto port = ports.constFind(slave.name);
        //: @info a slave whose switch has not announced itself
        const QString where = port == ports.cend() ? tr("not known") : switchPortText(*port);
        //: @info %1 a slave, %2 where its cable ends
        lines.append(tr("%1: %2").arg(slave.name, where));
    }
    m_cables->setText(lines.join(u'\n'));
    // A recording is of another time; what is heard here says nothing of it.
    m_listen->setVisible(!m_services.isRecording());
    m_listen->setEnabled(m_services.helper->isReachable() && !m_isListening);
    m_pane->setPlan(kernel::runningPlan(*bond, snapshot), ports);
}

void SwitchPage::listen()
{
    m_isListening = true;
    m_listen->setEnabled(false);
    //: @info:status
    m_answer->setText(tr("Listening for up to %1 s…").arg(listenFor.count()));
    m_services.helper->listen(listenFor, this, [this](const Result<QList<neighbours::HeardFrame>> &frames) {
        m_isListening = false;
        m_listen->setEnabled(m_services.helper->isReachable());
        if (!frames)
            return m_answer->setText(frames.error().text());
        const neighbours::SwitchPorts heard = neighbours::portsOf(*frames);
        m_answer->setText(heard.isEmpty()
                              //: @info:status LLDP is a protocol
                              ? tr("No switch has announced itself by LLDP.")
                              : QString());
        diagnosis::HealthKeeper::of(m_services.source)->setHeardPorts(heard);
    });
}

} // namespace bondwright::ui
