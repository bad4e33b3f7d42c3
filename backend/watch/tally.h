// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/event.h"

#include <QByteArray>
#include <QMap>
#include <QSet>

#include <array>
#include <optional>
#include <utility>

namespace bondwright::watch
{

/// Upper bounds of the histogram of outages, in seconds; the last bucket has none.
inline constexpr std::array<double, 9> outageBounds{0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30};

/// What has happened to one bond since it was first watched. Counts only rise.
struct BondTally {
    QMap<QString, quint64> failovers; ///< by reason, as events spell it
    QMap<QString, quint64> linkLosses; ///< by slave: each counts, however short
    std::array<quint64, outageBounds.size() + 1> outages{}; ///< by bucket, each for itself
    std::chrono::milliseconds outageSum{0};
    std::optional<std::chrono::milliseconds> lastOutage;

    friend bool operator==(const BondTally &, const BondTally &) = default;
};

/// Counts events by bond and keeps its counts over restarts.
class Tally
{
public:
    void add(const kernel::BondEvent &event);
    const QMap<QString, BondTally> &bonds() const { return m_bonds; }

    QByteArray toJson() const;
    /// Error "tally.damaged".
    static Result<Tally> fromJson(const QByteArray &json);
    /// An empty one where there is no such file. Errors: "tally.damaged", "tally.unreadable".
    static Result<Tally> read(const QString &file);

    friend bool operator==(const Tally &, const Tally &) = default;

private:
    bool isNewLoss(const kernel::BondEvent &event);

    QMap<QString, BondTally> m_bonds;
    QSet<std::pair<QString, QString>> m_goingDown; ///< bond and slave: downdelay is running, the loss is counted
};

/// Where bondwright-watch keeps it: /var/lib/bondwright-watch/counters.json, readable by all.
QString watchedTallyFile();
/// Of another program. Nothing where there is no such file: nobody has counted. Errors: those of Tally::read().
Result<std::optional<Tally>> watchedTally(const QString &file = watchedTallyFile());

} // namespace bondwright::watch
