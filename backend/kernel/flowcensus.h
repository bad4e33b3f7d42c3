// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/xmithash.h"

#include <QHash>
#include <QList>

#include <cstddef>
#include <span>

namespace bondwright::kernel
{

/// The flow that a frame belongs to, by its headers. Pure and bounded: the frame is not trusted.
/// @param frame from the destination's address on; may be cut off
/// @param vlan a tag that the frame's bytes do not have, because the kernel holds it beside them
/// @return nothing of what is shorter than an Ethernet header
std::optional<Flow> flowOfFrame(std::span<const std::byte> frame, std::optional<quint16> vlan = {});

/// How much each link would have sent under one policy.
struct PolicySpread {
    XmitPolicy policy = XmitPolicy::Layer2;
    QList<quint64> bytes; ///< of each link

    /// Of the busiest link, 0 to 1; 0 where nothing was sent.
    double busiestShare() const;
    friend bool operator==(const PolicySpread &, const PolicySpread &) = default;
};

/// What a bond sent for some seconds. No address is in it.
struct FlowCount {
    static constexpr int maxLinks = 64;
    static constexpr quint32 maxFlows = 4096; ///< that are told apart; those beyond count in all else

    quint64 frames = 0, bytes = 0;
    quint64 missed = 0; ///< frames that came too fast to be looked at
    quint32 flows = 0;
    quint64 heaviest = 0; ///< bytes of the flow that sent most: no policy divides a flow
    QList<PolicySpread> spreads; ///< of each policy that is looked at

    const PolicySpread *of(XmitPolicy policy) const;
    /// The policy that spreads this traffic best, if that is clearly better than the present one.
    std::optional<XmitPolicy> better(XmitPolicy present) const;
    friend bool operator==(const FlowCount &, const FlowCount &) = default;
};

/// Counts flows, and hashes each under every policy. encap2+3 and encap3+4 are left out: what tunnels carry is not looked at.
class FlowCensus
{
public:
    /// @param links among which a policy chooses, 1 to FlowCount::maxLinks
    explicit FlowCensus(int links);

    void add(const Flow &flow, quint64 bytes);
    FlowCount count() const;

private:
    FlowCount m_count;
    QHash<QByteArray, quint64> m_flows; ///< bytes
};

/// One text line for each: the output of the counting program. @return nothing if it is not such a line.
QByteArray toLines(const FlowCount &count);
std::optional<FlowCount> flowCountFromLines(const QByteArray &lines);

} // namespace bondwright::kernel
