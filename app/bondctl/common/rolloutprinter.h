// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/rolloutrun.h"

#include <QHash>
#include <QTextStream>

namespace bondwright::cli
{

/// A roll-out on standard output: on a terminal one row for each host, drawn anew as long as they fit; else a line for
/// each step of a host.
class RolloutPrinter
{
public:
    RolloutPrinter(QTextStream &out, const rollout::Progress &progress);

    void show(const QStringList &changedHosts);
    /// One line below the rows.
    void say(const QString &text);

private:
    QString rowOf(const rollout::HostProgress &host, int nameWidth) const;

    QTextStream &m_out;
    const rollout::Progress &m_progress;
    QHash<QString, QString> m_rowOf; ///< last written, by host
    int m_rows = 0; ///< of the terminal; 0: none
    int m_columns = 80;
    int m_drawn = 0; ///< lines to go up for the next drawing
};

} // namespace bondwright::cli
