// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/practice/cables.h"

#include <algorithm>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

QString cablingName(Cabling cabling)
{
    switch (cabling) {
    case Cabling::TwoSwitchesLinked:
        return u"two-switches-linked"_s;
    case Cabling::TwoSwitches:
        return u"two-switches"_s;
    case Cabling::OneSwitch:
        return u"one-switch"_s;
    case Cabling::StaticGroup:
        return u"static"_s;
    case Cabling::LacpGroup:
        return u"lacp"_s;
    case Cabling::LacpTwoSwitches:
        return u"lacp-two"_s;
    }
    return {};
}

int switchesOf(Cabling cabling)
{
    return cabling == Cabling::OneSwitch || cabling == Cabling::StaticGroup || cabling == Cabling::LacpGroup ? 1 : 2;
}

Cables::Cables(PracticeMachine &machine, QObject *parent)
    : QObject(parent)
    , m_machine(machine)
{
    connect(&machine, &PracticeMachine::stateChanged, this, [this](PracticeMachine::State state) {
        if (state == PracticeMachine::State::Starting) // the next one is new
            m_cabling = Cabling::TwoSwitchesLinked;
        if (state != PracticeMachine::State::Running)
            forget();
        Q_EMIT changed();
    });
}

void Cables::forget()
{
    m_cables.fill({});
    m_on.fill(true);
}

void Cables::order(const QStringList &words)
{
    m_machine.order(words, this, [this](const Result<void> &answer) {
        if (!answer)
            Q_EMIT refused(answer.error().message);
    });
}

void Cables::showLink(int nic)
{
    const bool isUp = cable(nic).isPlugged && isOn(switchOf(nic));
    order({isUp ? u"plug"_s : u"pull"_s, QString::number(nic)});
}

void Cables::setPlugged(int nic, bool plugged)
{
    Cable &one = m_cables.at(std::size_t(nic));
    if (!isPossible() || std::exchange(one.isPlugged, plugged) == plugged)
        return;
    showLink(nic);
    Q_EMIT changed();
}

void Cables::setLoss(int nic, int percent)
{
    Cable &one = m_cables.at(std::size_t(nic));
    const int bounded = std::clamp(percent, 0, maximumLoss);
    if (!isPossible() || std::exchange(one.lossPercent, bounded) == bounded)
        return;
    one.delayMs = bounded > 0 ? 0 : one.delayMs; // the lab's cable has one fault at a time
    order({u"loss"_s, QString::number(nic), QString::number(bounded)});
    Q_EMIT changed();
}

void Cables::setDelay(int nic, int milliseconds)
{
    Cable &one = m_cables.at(std::size_t(nic));
    const int bounded = std::clamp(milliseconds, 0, maximumDelay);
    if (!isPossible() || std::exchange(one.delayMs, bounded) == bounded)
        return;
    if (bounded > 0 && std::exchange(one.lossPercent, 0) > 0)
        order({u"loss"_s, QString::number(nic), u"0"_s}); // on the other end of the cable too
    order({u"delay"_s, QString::number(nic), QString::number(bounded)});
    Q_EMIT changed();
}

void Cables::setOn(int number, bool on)
{
    if (!isPossible() || std::exchange(m_on.at(std::size_t(number)), on) == on)
        return;
    for (int nic = 0; nic < PracticeMachine::nics; ++nic) {
        if (switchOf(nic) == number)
            showLink(nic);
    }
    Q_EMIT changed();
}

void Cables::setCabling(Cabling cabling)
{
    if (!isPossible() || cabling == m_cabling)
        return;
    m_cabling = cabling;
    for (int nic = 0; nic < PracticeMachine::nics; ++nic) {
        if (cable(nic).lossPercent > 0) // the NIC's own end is not built anew
            order({u"loss"_s, QString::number(nic), u"0"_s});
    }
    forget();
    order({u"recable"_s, cablingName(cabling)});
    Q_EMIT changed();
}

} // namespace bondwright::host
