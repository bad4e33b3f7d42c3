// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/rolloutprinter.h"
#include "common/texttable.h"

#include "i18n/printable.h"
#include "rollout/report.h"

#include <algorithm>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

constexpr int stageWidth = 18;

/// State by shape, as in the window.
QChar signOf(rollout::Stage stage)
{
    if (rollout::isTrouble(stage))
        return u'✕';
    return stage == rollout::Stage::Waiting ? u'·' : stage == rollout::Stage::Begun ? u'▶' : u'●';
}

} // namespace

RolloutPrinter::RolloutPrinter(QTextStream &out, const rollout::Progress &progress)
    : m_out(out)
    , m_progress(progress)
{
    winsize size{};
    if (::isatty(STDOUT_FILENO) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20) {
        m_rows = size.ws_row;
        m_columns = size.ws_col;
    }
}

QString RolloutPrinter::rowOf(const rollout::HostProgress &host, int nameWidth) const
{
    const QString text
        = u"%1 %2  %3  %4"_s.arg(signOf(host.stage))
              .arg(padded(i18n::printable(host.host), nameWidth), padded(rollout::stageText(host.stage), stageWidth),
                   i18n::printable(rollout::detailsOf(host)));
    if (m_rows == 0)
        return text.trimmed();
    // One line each, or going up would not meet the first one.
    QString shortened = text;
    while (displayWidth(shortened) >= m_columns)
        shortened.chop(1);
    return shortened;
}

void RolloutPrinter::show(const QStringList &changedHosts)
{
    const QList<rollout::HostProgress> &hosts = m_progress.hosts();
    int nameWidth = 0;
    for (const rollout::HostProgress &host : hosts)
        nameWidth = std::max(nameWidth, displayWidth(i18n::printable(host.host)));
    const bool isDrawnAnew = m_rows > int(hosts.size()) + 2;
    if (isDrawnAnew && m_drawn > 0)
        m_out << u"\x1b[%1A\x1b[J"_s.arg(m_drawn);
    m_drawn = 0;
    for (const rollout::HostProgress &host : hosts) {
        if (!isDrawnAnew && (!changedHosts.contains(host.host) || host.stage == rollout::Stage::Waiting))
            continue;
        const QString row = rowOf(host, nameWidth);
        // Written below each other, only what has changed is news.
        if (!isDrawnAnew && std::exchange(m_rowOf[host.host], row) == row)
            continue;
        m_out << row << '\n';
        ++m_drawn;
    }
    m_out.flush();
}

void RolloutPrinter::say(const QString &text)
{
    m_out << text << '\n' << Qt::flush;
    m_drawn = 0; // the rows above stay
}

} // namespace bondwright::cli
