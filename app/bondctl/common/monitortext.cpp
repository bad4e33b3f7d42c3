// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/monitorprinter.h"
#include "common/texttable.h"
#include "diagnosis/diagnosis.h"
#include "domain/sentences.h"
#include "history/outagematcher.h"
#include "i18n/printable.h"
#include "models/texts.h"
#include "posix/clock.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace bondwright::cli
{

using namespace Qt::StringLiterals;
using models::Texts;

namespace
{

/// For people: a line for each bond and sample, and one for each event.
class TextPrinter : public MonitorPrinter
{
public:
    TextPrinter(QTextStream &out, QTextStream &err)
        : m_out(out)
        , m_err(err)
    {
    }

    void printStart(const kernel::Snapshot &snapshot, const QMap<int, diagnosis::Diagnosis> &bonds) override
    {
        if (snapshot.bonds.isEmpty())
            //: @info
            printTrouble(QCoreApplication::translate("bondctl", "There is no bond yet; waiting for one."));
        for (auto health = bonds.cbegin(); health != bonds.cend(); ++health) {
            const kernel::BondState bond = snapshot.bonds.value(health.key());
            line(bond.name,
                 QStringLiteral("%1 (%2): %3")
                     .arg(kernelName(bond.mode))
                     .arg(int(bond.mode))
                     .arg(joinSentences({asSentence(health->word), health->cause})),
                 snapshot.monotonicNs);
        }
    }
    void printVerdict(const kernel::BondState &bond, const diagnosis::Diagnosis &health, qint64 monotonicNs) override
    {
        line(bond.name, u"== "_s + joinSentences({asSentence(health.word), health.cause}), monotonicNs);
        // What else there is to say: faults and notes beside the one that decides.
        for (const diagnosis::Finding &finding : health.findings) {
            if (finding.cause != health.cause)
                line(bond.name, QStringLiteral("   %1").arg(finding.cause), monotonicNs);
        }
        if (!health.nextStep.isEmpty())
            line(bond.name, QStringLiteral("   → %1").arg(health.nextStep), monotonicNs);
    }
    void printSample(const kernel::CounterSample &sample, const kernel::Snapshot &snapshot,
                     const QList<int> &bonds) override
    {
        std::map<int, kernel::Rates> rates;
        for (const kernel::Counters &counters : sample.interfaces) {
            if (const auto rate = ratesOf(counters, sample.monotonicNs))
                rates.emplace(counters.ifindex, *rate);
        }
        for (const int index : bonds) {
            const auto rate = rates.find(index);
            const auto bond = snapshot.bonds.constFind(index);
            if (rate == rates.end() || bond == snapshot.bonds.cend())
                continue;
            QString text = rateText(rate->second);
            for (const kernel::SlaveState &slave : bond->slaves) {
                const auto slaveRate = rates.find(slave.ifindex);
                if (slaveRate != rates.end())
                    text += QStringLiteral("  %1 %2 %3").arg(marker(slave), slave.name, rateText(slaveRate->second));
            }
            line(bond->name, text + lastRtt(index), sample.monotonicNs);
        }
    }
    void printEvent(const kernel::BondEvent &event) override
    {
        line(event.bond, QStringLiteral("** %1").arg(kernel::eventText(event)), event.monotonicNs);
    }
    void printReply(const BondPing &ping, const ping::PingReply &reply) override
    {
        m_rtts[ping.bondIndex] = {ping.target.address.toString(), reply.rtt};
    }
    void printOutage(const BondPing &ping, const ping::PingOutage &outage, qint64) override
    {
        line(ping.bond,
             QStringLiteral("** ")
                 //: @info %1 is an address, %2 a duration, %n the number of lost packets
                 + QCoreApplication::translate("bondctl", "%1 did not answer for %2 (%n packet(s) lost).", nullptr,
                                               int(outage.packets))
                       .arg(ping.target.address.toString(), Texts::duration(history::lengthOf(outage))));
    }
    void printTrouble(const QString &message) override
    {
        m_out.flush();
        m_err << "bondctl: " << i18n::printable(message) << '\n';
        m_err.flush();
    }
    void printEnd(const QList<std::pair<BondPing, ping::PingStatistics>> &pings) override
    {
        for (const auto &[ping, statistics] : pings)
            line(ping.bond,
                 //: @info ping statistics: address, numbers of packets, times in milliseconds
                 QCoreApplication::translate(
                     "bondctl", "%1: %2 sent, %3 answered; round trip %4 / %5 / %6 ms (median / 95 % / 99 %)")
                     .arg(ping.target.address.toString())
                     .arg(statistics.sent)
                     .arg(statistics.received)
                     .arg(ms(statistics.p50), ms(statistics.p95), ms(statistics.p99)));
    }

private:
    static QString ms(std::chrono::nanoseconds time) { return QString::number(double(time.count()) / 1e6, 'f', 3); }
    static QString rateText(const kernel::Rates &rates)
    {
        return QStringLiteral("↓%1 ↑%2").arg(padded(Texts::bitRate(rates.rxBytes), 9, true),
                                             padded(Texts::bitRate(rates.txBytes), 9, true));
    }
    static QString marker(const kernel::SlaveState &slave)
    {
        if (slave.mii != kernel::MiiStatus::Up)
            return QStringLiteral("✕");
        return slave.active ? QStringLiteral("▶") : QStringLiteral("‖");
    }
    QString lastRtt(int bond) const
    {
        const auto at = m_rtts.find(bond);
        if (at == m_rtts.end())
            return {};
        const auto &[target, rtt] = at->second;
        if (!rtt)
            //: @info %1 is an address
            return QStringLiteral("  ") + QCoreApplication::translate("bondctl", "%1 does not answer").arg(target);
        return QStringLiteral("  %1 %2 ms").arg(target, ms(*rtt));
    }
    /// @param monotonicNs when it was; 0: now
    void line(const QString &bond, const QString &text, qint64 monotonicNs = 0)
    {
        const qint64 at = monotonicNs > 0 ? monotonicNs : monotonicNow();
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch((at + wallOffset()) / 1'000'000);
        m_width = std::max(m_width, displayWidth(bond));
        m_out << wall.toString(QStringLiteral("HH:mm:ss.zzz")) << "  " << padded(i18n::printable(bond), m_width) << "  "
              << i18n::printable(text) << '\n';
        m_out.flush();
    }

    QTextStream &m_out;
    QTextStream &m_err;
    int m_width = 0;
    std::map<int, std::pair<QString, std::optional<std::chrono::nanoseconds>>> m_rtts;
};

} // namespace

std::unique_ptr<MonitorPrinter> makeTextPrinter(QTextStream &out, QTextStream &err)
{
    return std::make_unique<TextPrinter>(out, err);
}

} // namespace bondwright::cli
