// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/flowcensus.h"

#include <algorithm>

namespace bondwright::kernel
{

namespace
{

/// Where two spread equally well the earlier is preferred: it keeps more of a conversation in order.
constexpr std::array policies{XmitPolicy::Layer2, XmitPolicy::Layer23, XmitPolicy::Layer34, XmitPolicy::VlanSrcMac};
constexpr double clearly = 0.1; ///< of all bytes: less is chance
constexpr quint64 maxCount = quint64(1) << 62;

std::optional<XmitPolicy> policyFrom(const QByteArray &name)
{
    for (const XmitPolicy policy : policies) {
        if (xmitPolicyName(policy).toLatin1() == name)
            return policy;
    }
    return std::nullopt;
}

template <typename Number>
void append(QByteArray &key, Number number)
{
    key.append(reinterpret_cast<const char *>(&number), sizeof number);
}

QByteArray keyOf(const Flow &flow)
{
    QByteArray key;
    key.reserve(64);
    key.append(flow.sourceMac.bytes());
    key.append(flow.destinationMac.bytes());
    append(key, flow.etherType);
    append(key, flow.vlan.value_or(0));
    append(key, quint8(flow.protocol));
    append(key, flow.sourcePort);
    append(key, flow.destinationPort);
    append(key, flow.icmpId);
    for (const auto &address : {flow.source, flow.destination}) {
        if (address)
            append(key, address->bytes());
    }
    return key;
}

std::optional<QList<quint64>> numbersFrom(const QList<QByteArray> &words)
{
    QList<quint64> numbers;
    for (const QByteArray &word : words) {
        bool isNumber = false;
        const quint64 number = word.toULongLong(&isNumber);
        if (!isNumber || number > maxCount)
            return std::nullopt;
        numbers.append(number);
    }
    return numbers;
}

} // namespace

double PolicySpread::busiestShare() const
{
    double all = 0;
    for (const quint64 one : bytes)
        all += double(one);
    return all > 0 ? double(*std::max_element(bytes.cbegin(), bytes.cend())) / all : 0;
}

const PolicySpread *FlowCount::of(XmitPolicy policy) const
{
    const auto at = std::find_if(spreads.cbegin(), spreads.cend(),
                                 [policy](const PolicySpread &one) { return one.policy == policy; });
    return at == spreads.cend() ? nullptr : &*at;
}

std::optional<XmitPolicy> FlowCount::better(XmitPolicy present) const
{
    const PolicySpread *now = of(present);
    if (!now)
        return std::nullopt;
    const auto best
        = std::min_element(spreads.cbegin(), spreads.cend(), [](const PolicySpread &one, const PolicySpread &other) {
              return one.busiestShare() < other.busiestShare();
          });
    if (now->busiestShare() - best->busiestShare() < clearly)
        return std::nullopt;
    return best->policy;
}

FlowCensus::FlowCensus(int links)
{
    for (const XmitPolicy policy : policies)
        m_count.spreads.append({policy, QList<quint64>(std::clamp(links, 1, FlowCount::maxLinks), 0)});
}

void FlowCensus::add(const Flow &flow, quint64 bytes)
{
    ++m_count.frames;
    m_count.bytes += bytes;
    for (PolicySpread &spread : m_count.spreads)
        spread.bytes[qsizetype(xmitHash(spread.policy, flow) % quint32(spread.bytes.size()))] += bytes;
    const QByteArray key = keyOf(flow);
    const auto known = m_flows.find(key);
    if (known != m_flows.end())
        m_count.heaviest = std::max(m_count.heaviest, *known += bytes);
    else if (m_flows.size() < qsizetype(FlowCount::maxFlows))
        m_count.heaviest = std::max(m_count.heaviest, *m_flows.insert(key, bytes));
}

FlowCount FlowCensus::count() const
{
    FlowCount count = m_count;
    count.flows = quint32(m_flows.size());
    return count;
}

QByteArray toLines(const FlowCount &count)
{
    QByteArray lines = "flows";
    for (const quint64 number : {count.frames, count.bytes, count.missed, quint64(count.flows), count.heaviest})
        lines += ' ' + QByteArray::number(number);
    lines += '\n';
    for (const PolicySpread &spread : count.spreads) {
        lines += xmitPolicyName(spread.policy).toLatin1();
        for (const quint64 bytes : spread.bytes)
            lines += ' ' + QByteArray::number(bytes);
        lines += '\n';
    }
    return lines;
}

std::optional<FlowCount> flowCountFromLines(const QByteArray &lines)
{
    FlowCount count;
    bool hasTotals = false;
    for (const QByteArray &line : lines.left(65536).split('\n')) {
        QList<QByteArray> words = line.split(' ');
        const QByteArray first = words.takeFirst();
        const auto numbers = numbersFrom(words);
        if (first.isEmpty() && words.isEmpty())
            continue;
        const auto policy = policyFrom(first);
        if (!numbers || numbers->isEmpty())
            return std::nullopt;
        if (first == "flows" && numbers->size() == 5 && !hasTotals) {
            hasTotals = true;
            count.frames = numbers->at(0);
            count.bytes = numbers->at(1);
            count.missed = numbers->at(2);
            count.flows = quint32(std::min<quint64>(numbers->at(3), FlowCount::maxFlows));
            count.heaviest = numbers->at(4);
        } else if (policy && !count.of(*policy) && numbers->size() <= FlowCount::maxLinks) {
            count.spreads.append({*policy, *numbers});
        } else {
            return std::nullopt;
        }
    }
    return hasTotals && !count.spreads.isEmpty() ? std::optional(count) : std::nullopt;
}

} // namespace bondwright::kernel
