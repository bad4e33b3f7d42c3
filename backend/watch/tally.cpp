// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/tally.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace bondwright::watch
{

namespace
{

constexpr qint64 maxFile = 1024 * 1024;
constexpr qsizetype maxBonds = 256;
constexpr qsizetype maxNames = 256; ///< reasons, or slaves, of one bond

void count(QMap<QString, quint64> &counts, const QString &name)
{
    if (counts.contains(name) || counts.size() < maxNames)
        ++counts[name];
}

QJsonObject toObject(const QMap<QString, quint64> &counts)
{
    QJsonObject object;
    for (auto one = counts.cbegin(); one != counts.cend(); ++one)
        object.insert(one.key(), qint64(*one));
    return object;
}

quint64 toCount(const QJsonValue &value)
{
    return quint64(std::max<qint64>(0, value.toInteger()));
}

QMap<QString, quint64> toCounts(const QJsonValue &value)
{
    QMap<QString, quint64> counts;
    const QJsonObject object = value.toObject();
    for (auto one = object.begin(); one != object.end() && counts.size() < maxNames; ++one)
        counts.insert(one.key(), toCount(*one));
    return counts;
}

} // namespace

QString watchedTallyFile()
{
    return QStringLiteral("/var/lib/bondwright-watch/counters.json");
}

Result<std::optional<Tally>> watchedTally(const QString &file)
{
    if (!QFile::exists(file))
        return std::optional<Tally>();
    return Tally::read(file).map([](const Tally &tally) { return std::optional(tally); });
}

void Tally::add(const kernel::BondEvent &event)
{
    if (event.bond.isEmpty() || (!m_bonds.contains(event.bond) && m_bonds.size() >= maxBonds))
        return;
    using kernel::EventKind;
    BondTally &bond = m_bonds[event.bond];
    if (event.kind == EventKind::Failover)
        count(bond.failovers, kernel::eventReasonName(event.reason));
    if (isNewLoss(event))
        count(bond.linkLosses, event.slave);
    if (event.outage) {
        const double seconds = std::chrono::duration<double>(*event.outage).count();
        const auto bucket = std::lower_bound(outageBounds.begin(), outageBounds.end(), seconds);
        ++bond.outages[std::size_t(bucket - outageBounds.begin())];
        bond.outageSum += *event.outage;
        bond.lastOutage = event.outage;
    }
}

/// A link that is back before downdelay is over was lost, too: "going down" is a loss, "down" after it is the same one.
bool Tally::isNewLoss(const kernel::BondEvent &event)
{
    using kernel::EventKind;
    const std::pair slave(event.bond, event.slave);
    if (event.kind == EventKind::SlaveGoingDown) {
        if (m_goingDown.size() < maxBonds * maxNames)
            m_goingDown.insert(slave);
        return true;
    }
    const bool isEnd = event.kind == EventKind::SlaveDown || event.kind == EventKind::SlaveUp
        || event.kind == EventKind::SlaveRemoved;
    const bool wasGoingDown = isEnd && m_goingDown.remove(slave);
    return event.kind == EventKind::SlaveDown && !wasGoingDown;
}

QByteArray Tally::toJson() const
{
    QJsonObject bonds;
    for (auto bond = m_bonds.cbegin(); bond != m_bonds.cend(); ++bond) {
        QJsonArray outages;
        for (const quint64 bucket : bond->outages)
            outages.append(qint64(bucket));
        QJsonObject object{{QStringLiteral("failovers"), toObject(bond->failovers)},
                           {QStringLiteral("link_losses"), toObject(bond->linkLosses)},
                           {QStringLiteral("outages"), outages},
                           {QStringLiteral("outage_sum_ms"), qint64(bond->outageSum.count())}};
        if (bond->lastOutage)
            object.insert(QStringLiteral("last_outage_ms"), qint64(bond->lastOutage->count()));
        bonds.insert(bond.key(), object);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("bonds"), bonds}}).toJson();
}

Result<Tally> Tally::fromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonValue bonds = root.value(QStringLiteral("bonds"));
    if (root.value(QStringLiteral("version")).toInt() != 1 || !bonds.isObject())
        return fail(QStringLiteral("tally.damaged"),
                    //: @error
                    QCoreApplication::translate("Watch", "The file with the counters is damaged."));
    Tally tally;
    const QJsonObject all = bonds.toObject();
    for (auto value = all.begin(); value != all.end() && tally.m_bonds.size() < maxBonds; ++value) {
        const QJsonObject object = value->toObject();
        BondTally bond;
        bond.failovers = toCounts(object.value(QStringLiteral("failovers")));
        bond.linkLosses = toCounts(object.value(QStringLiteral("link_losses")));
        const QJsonArray outages = object.value(QStringLiteral("outages")).toArray();
        for (std::size_t i = 0; i < bond.outages.size(); ++i)
            bond.outages[i] = toCount(outages.at(qsizetype(i)));
        bond.outageSum = std::chrono::milliseconds(toCount(object.value(QStringLiteral("outage_sum_ms"))));
        if (const QJsonValue last = object.value(QStringLiteral("last_outage_ms")); last.isDouble())
            bond.lastOutage = std::chrono::milliseconds(toCount(last));
        tally.m_bonds.insert(value.key(), bond);
    }
    return tally;
}

Result<Tally> Tally::read(const QString &name)
{
    QFile file(name);
    if (!file.exists())
        return Tally();
    if (!file.open(QIODevice::ReadOnly))
        return fail(QStringLiteral("tally.unreadable"),
                    //: @error %1 file, %2 the system's reason
                    QCoreApplication::translate("Watch", "The counters in %1 cannot be read: %2.")
                        .arg(name, file.errorString()));
    return fromJson(file.read(maxFile));
}

} // namespace bondwright::watch
