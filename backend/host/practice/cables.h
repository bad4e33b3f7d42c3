// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/practice/practicemachine.h"

#include <array>

namespace bondwright::host
{

/// What the practice host's NICs are cabled to (docs/LAB.md, "Cables").
enum class Cabling : quint8 { TwoSwitchesLinked, TwoSwitches, OneSwitch, StaticGroup, LacpGroup, LacpTwoSwitches };
inline constexpr std::array allCablings{Cabling::TwoSwitchesLinked, Cabling::TwoSwitches, Cabling::OneSwitch,
                                        Cabling::StaticGroup,       Cabling::LacpGroup,   Cabling::LacpTwoSwitches};
/// Of the lab: "lacp".
QString cablingName(Cabling cabling);
/// 1 or 2.
int switchesOf(Cabling cabling);

/// The practice host's cables and switches, as they are and as a person changes them. A switch that is off takes all of
/// its cables' links; the cables stay as they are plugged.
class Cables final : public QObject
{
    Q_OBJECT
public:
    struct Cable {
        bool isPlugged = true;
        int lossPercent = 0;
        int delayMs = 0;
        friend bool operator==(const Cable &, const Cable &) = default;
    };
    static constexpr int maximumLoss = 100;
    static constexpr int maximumDelay = 1000;

    /// @param machine outlives this
    explicit Cables(PracticeMachine &machine, QObject *parent = nullptr);

    Cabling cabling() const { return m_cabling; }
    const Cable &cable(int nic) const { return m_cables.at(std::size_t(nic)); }
    /// 0 or 1: the switch that the cable of that NIC ends in.
    int switchOf(int nic) const { return switchesOf(m_cabling) == 2 ? nic % 2 : 0; }
    bool isOn(int number) const { return m_on.at(std::size_t(number)); }
    /// Orders are obeyed only then.
    bool isPossible() const { return m_machine.state() == PracticeMachine::State::Running; }

    void setPlugged(int nic, bool plugged);
    void setLoss(int nic, int percent);
    void setDelay(int nic, int milliseconds);
    void setOn(int number, bool on);
    /// Builds the switches anew: all cables are plugged and without faults then.
    void setCabling(Cabling cabling);

Q_SIGNALS:
    void changed();
    /// Something could not be done; translated.
    void refused(const QString &why);

private:
    void order(const QStringList &words);
    void showLink(int nic);
    void forget();

    PracticeMachine &m_machine;
    Cabling m_cabling = Cabling::TwoSwitchesLinked;
    std::array<Cable, PracticeMachine::nics> m_cables;
    std::array<bool, 2> m_on{true, true};
};

} // namespace bondwright::host
