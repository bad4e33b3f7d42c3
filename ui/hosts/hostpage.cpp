// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/hostpage.h"

#include "common/fonts.h"
#include "common/labels.h"
#include "common/messagepane.h"
#include "common/retranslate.h"
#include "common/statesign.h"
#include "hosts/cablespanel.h"
#include "main/mainwindow.h"
#include "models/texts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

using host::Reach;

namespace
{

constexpr int windowChars = 110; ///< of a host's window: lists with whole names, and the bond beside them

} // namespace

HostPage::HostPage(OtherHost &host, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
    , m_banner(new QWidget(this))
    , m_icon(new StateSign(StateShape::Info, m_banner))
    , m_text(textLabel(m_banner, {}, true))
    , m_retry(new QPushButton(m_banner))
    , m_install(new QPushButton(m_banner))
    , m_waiting(new MessagePane(this))
    , m_body(new QStackedLayout)
    , m_middle(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_retry->setObjectName(u"retry"_s);
    m_install->setObjectName(u"install"_s);
    m_text->setObjectName(u"reach"_s);
    auto *row = new QHBoxLayout(m_banner);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_install);
    row->addWidget(m_retry);
    m_body->addWidget(m_waiting);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    m_middle->setSpacing(0);
    m_middle->addLayout(m_body, 1);
    if (host.cables)
        m_middle->addWidget(m_cables = new CablesPanel(*host.cables, this));
    layout->addLayout(m_middle, 1);
    placeCables();
    connect(m_retry, &QPushButton::clicked, host.remote.get(), &host::RemoteHost::retry);
    connect(m_waiting, &MessagePane::buttonClicked, host.remote.get(), &host::RemoteHost::retry);
    connect(m_install, &QPushButton::clicked, this, &HostPage::installRequested);
    connect(host.remote.get(), &host::RemoteHost::reachChanged, this, &HostPage::follow);
    connect(host.remote.get(), &host::RemoteHost::unknownMethodsChanged, this, &HostPage::showReach);
    connect(&host.remote->helper(), &helper::HelperClient::reachableChanged, this, &HostPage::showReach);
    connect(host.services.source, &kernel::KernelSource::snapshotChanged, this, [this] {
        if (!m_window && m_isWanted)
            follow();
    });
    if (host.machine) {
        connect(host.machine.get(), &host::PracticeMachine::stepChanged, this, &HostPage::showReach);
        m_second.setInterval(1000);
        connect(&m_second, &QTimer::timeout, this, &HostPage::showReach);
    }
    retranslateWith(this, [this] { retranslate(); });
    follow();
}

void HostPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeCables();
}

void HostPage::placeCables()
{
    if (!m_cables)
        return;
    // Beside the lists of bonds and NICs, whose names must not be cut, only where both have their room.
    const int room = characterWidth(fontMetrics()) * windowChars;
    const bool isBeside = width() >= room + m_cables->columnWidth();
    m_middle->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_cables->setShape(isBeside ? CablesPanel::Shape::Column : CablesPanel::Shape::Strip);
}

void HostPage::follow()
{
    // Most hosts are only in the table: a window costs memory, and time for each sample.
    if (!m_window && m_isWanted && !m_host.services.source->snapshot().nics.isEmpty()) {
        m_window = new MainWindow(m_host.services, this);
        m_body->addWidget(m_window);
        m_body->setCurrentWidget(m_window);
        Q_EMIT opened();
    }
    showReach();
}

void HostPage::want()
{
    if (std::exchange(m_isWanted, true))
        return;
    follow();
}

void HostPage::retranslate()
{
    //: @action:button connects to a host again
    m_retry->setText(tr("Try &now"));
    describe(m_retry, tr("Try now"), tr("Connects again at once"));
    //: @action:button
    m_install->setText(tr("&Install Bondwright on this host…"));
    describe(m_install, tr("Install Bondwright on this host…"), tr("Shows the commands; nothing is done"));
    showReach();
}

/// The parts of the window that an older bondctl on the host cannot fill.
QString HostPage::missingThere() const
{
    QStringList missing;
    for (const host::Method method : m_host.remote->unknownMethods()) {
        switch (method) {
        case host::Method::Events:
            //: @item something that an older bondctl on a host does not tell
            missing.append(tr("events from before it was connected"));
            break;
        case host::Method::Survey:
            //: @item something that an older bondctl on a host does not tell
            missing.append(tr("the plans and switch ports that the diagnosis compares"));
            break;
        case host::Method::Surroundings:
            //: @item something that an older bondctl on a host does not tell
            missing.append(tr("the DNS servers and the session that plans are checked against"));
            break;
        case host::Method::Listen:
            //: @item something that an older bondctl on a host cannot do
            missing.append(tr("listening for switches"));
            break;
        case host::Method::Identify:
            //: @item something that an older bondctl on a host cannot do
            missing.append(tr("the NICs' LEDs"));
            break;
        default:
            missing.append(host::methodName(method));
            break;
        }
    }
    return missing.join(u", "_s);
}

QString HostPage::startingText() const
{
    const host::PracticeMachine &machine = *m_host.machine;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(machine.elapsed()).count();
    //: @status %1 what the practice host is at, %2 seconds since it was started
    return tr("A small Linux of its own is started on this computer, as a process of yours. It takes some seconds, and "
              "is "
              "gone when it is removed from the list.")
        + u"\n\n"_s + tr("%1 … %2 s").arg(host::PracticeMachine::stepText(machine.step())).arg(seconds);
}

void HostPage::showReach()
{
    const Reach reach = m_host.remote->reach();
    const QString name = m_host.services.hostName();
    const QString why = m_host.remote->trouble().message;
    const bool isAway = reach == Reach::Offline || reach == Reach::Refused;
    QString text;
    if (reach == Reach::Watched && m_host.remote->helper().isReachable()) {
        //: @info %1 a host
        text = tr("%1 has no bondctl: it is polled twice a second (±0.5 s), and changed by a script that reverts by "
                  "itself unless it is confirmed.")
                   .arg(name);
    } else if (reach == Reach::Watched) {
        //: @info %1 a host
        text = tr("%1 has no bondctl: it is polled twice a second (±0.5 s) and cannot be changed from here.").arg(name);
    } else if (const QString missing = missingThere(); reach == Reach::Served && !missing.isEmpty()) {
        //: @info %1 a host, %2 a release, %3 a list of what is missing
        text = tr("%1 runs Bondwright %2, which does not know: %3. Everything else works; update it there.")
                   .arg(name, m_host.remote->connection().hello().program, missing);
    } else if (isAway) {
        const QDateTime seen = m_host.remote->lastSeen();
        //: @info %1 a host, %2 a time, %3 why
        text = tr("%1 was last seen %2: %3").arg(name, models::Texts::dateTime(seen), why);
    }
    m_icon->setShape(isAway ? StateShape::Unknown : StateShape::Info);
    m_text->setText(text);
    m_banner->setVisible(m_window && !text.isEmpty());
    m_retry->setVisible(isAway);
    m_install->setVisible(reach == Reach::Watched);
    if (m_window) {
        m_second.stop();
        m_window->centralWidget()->setEnabled(!isAway);
        return;
    }
    const bool isStarting = m_host.machine && !isAway;
    if (isStarting != m_second.isActive())
        isStarting ? m_second.start() : m_second.stop();
    //: @info %1 a host
    m_waiting->setMessage(isAway ? StateShape::Unknown : StateShape::Changing,
                          isAway ? tr("%1 is not reached").arg(name) : tr("Connecting to %1…").arg(name),
                          isAway           ? m_host.remote->trouble().text()
                              : isStarting ? startingText()
                                           : QString());
    //: @action:button connects to a host again
    m_waiting->setButton(isAway ? tr("Try again now") : QString());
}

} // namespace bondwright::ui
