// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/progress.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

void takeChange(HostProgress &host, const TaskResult &result)
{
    host.isChanged = result.isChanged;
    host.files = result.files;
}

void takeFindings(HostProgress &host, const TaskResult &result)
{
    if (result.chosenNics)
        host.nics = *result.chosenNics;
    if (result.rehearsal) {
        host.rehearsal = result.rehearsal;
        host.rehearsedFailoverMs = result.rehearsedFailoverMs;
    }
    if (result.testedOutageMs)
        host.testedOutageMs = result.testedOutageMs;
}

void succeed(HostProgress &host, const TaskResult &result, bool isCheck)
{
    takeChange(host, result);
    host.stage = result.testedOutageMs ? Stage::Tested
        : !result.bonds.isEmpty()      ? Stage::GatePassed
        : !host.isChanged              ? Stage::Unchanged
        : isCheck                      ? Stage::WouldChange
                                       : Stage::Confirmed;
}

/// Of a gate that holds: what the host says of its bonds.
QString causesOf(const QList<BondHealth> &bonds)
{
    QStringList causes;
    for (const BondHealth &bond : bonds) {
        if (bond.verdict != diagnosis::Verdict::Healthy)
            causes.append(u"%1: %2 %3"_s.arg(
                bond.bond, bond.cause.isEmpty() ? diagnosis::verdictName(bond.verdict) : bond.cause, bond.nextStep));
    }
    return causes.join(u' ');
}

void failHost(HostProgress &host, const ResultLine &line)
{
    const TaskResult &result = line.result;
    const bool isUnreachable = line.outcome == TaskOutcome::Unreachable;
    host.isLost = result.transaction == helper::TransactionState::AwaitingConfirm;
    host.isRefused = result.isRefused;
    host.stage = isUnreachable                                       ? Stage::Unreachable
        : result.transaction == helper::TransactionState::RolledBack ? Stage::Reverted
                                                                     : Stage::Failed;
    if (line.isOfBond && result.transaction == helper::TransactionState::Done)
        takeChange(host, result); // kept, and its gate holds or its failover is too slow
    const QString causes = causesOf(result.bonds);
    const QString message = causes.isEmpty() ? result.message : causes;
    host.message = message.simplified().left(maxCallbackText);
}

} // namespace

bool isTrouble(Stage stage)
{
    return stage == Stage::Reverted || stage == Stage::Failed || stage == Stage::Unreachable;
}

HostProgress *Progress::host(const QString &name)
{
    const auto at = m_places.constFind(name);
    if (at != m_places.cend())
        return &m_hosts[*at];
    if (m_hosts.size() >= maxCallbackHosts || name.isEmpty())
        return nullptr;
    m_places.insert(name, m_hosts.size());
    HostProgress fresh;
    fresh.host = name;
    m_hosts.append(fresh);
    return &m_hosts.last();
}

QStringList Progress::take(const QByteArray &text)
{
    const CallbackLine line = callbackLineFrom(text);
    if (const auto *play = std::get_if<PlayLine>(&line))
        return takePlay(*play);
    if (const auto *result = std::get_if<ResultLine>(&line))
        return takeResult(*result);
    if (const auto *state = std::get_if<StateLine>(&line))
        return takeState(*state);
    if (std::holds_alternative<EndLine>(line))
        return takeEnd();
    return {};
}

/// A batch that was begun only to end is one that still waits.
QStringList Progress::takeEnd()
{
    m_hasEnded = true;
    QStringList changed;
    for (HostProgress &one : m_hosts) {
        if (one.stage == Stage::Begun && !one.isAdmitted) {
            one.stage = Stage::Waiting;
            changed.append(one.host);
        }
    }
    return changed;
}

/// Who has no result then may have a change that nobody confirms.
QStringList Progress::takeEndOfAnsible()
{
    QStringList changed;
    for (HostProgress &one : m_hosts) {
        const bool isOpen = one.stage == Stage::Begun || one.stage == Stage::Rehearsed || one.stage == Stage::Applied;
        if (isOpen && one.isAdmitted && !one.hasResult && !m_isCheck) {
            one.isLost = true;
            changed.append(one.host);
        }
    }
    return changed;
}

QStringList Progress::takePlay(const PlayLine &line)
{
    m_isCheck = line.isCheck;
    QStringList changed;
    for (const QString &name : line.hosts) {
        if (HostProgress *one = host(name))
            changed.append(one->host);
    }
    for (const QString &name : line.batch) {
        HostProgress *one = host(name);
        if (one && one->stage == Stage::Waiting) {
            one->stage = Stage::Begun;
            one->at = QDateTime::currentDateTime();
        }
    }
    return changed;
}

QStringList Progress::takeResult(const ResultLine &line)
{
    HostProgress *one = host(line.host);
    if (!one || line.outcome == TaskOutcome::Skipped || line.outcome == TaskOutcome::Ignored)
        return {};
    const bool isDone = line.outcome == TaskOutcome::Ok;
    // Counted as they come: a rack of hundreds asks for the differences after each line.
    countLines(*one, -1);
    takeFindings(*one, line.result);
    one->hasResult = one->hasResult || !isDone || line.isOfBond;
    if (isDone && line.isOfBond)
        succeed(*one, line.result, m_isCheck);
    else if (!isDone)
        failHost(*one, line);
    countLines(*one, 1);
    one->at = QDateTime::currentDateTime();
    return {one->host};
}

QStringList Progress::takeState(const StateLine &line)
{
    m_hasBecomeRoot = true; // none is told before
    HostProgress *one = host(line.host);
    if (one)
        one->isAdmitted = true;
    if (!one || isTrouble(one->stage) || line.state == ChangeState::Admitted)
        return {};
    // A host that cannot rehearse has not.
    const bool isRehearsed = line.result.rehearsal != RehearsalOutcome::NotPossible;
    one->stage = line.state == ChangeState::Applied ? Stage::Applied
        : line.state == ChangeState::Confirmed      ? Stage::Confirmed
        : isRehearsed                               ? Stage::Rehearsed
                                                    : one->stage;
    one->isChanged = one->isChanged || line.state == ChangeState::Confirmed;
    takeFindings(*one, line.result);
    one->at = QDateTime::currentDateTime();
    return {one->host};
}

void Progress::countLines(const HostProgress &host, int by)
{
    m_changing += host.files.isEmpty() ? 0 : by;
    QSet<QString> lines;
    for (const FileChange &file : host.files) {
        for (const QString &line : file.after.split(u'\n', Qt::SkipEmptyParts))
            lines.insert(line);
    }
    for (const QString &line : std::as_const(lines))
        m_hostsWith[line] += by;
}

QStringList Progress::ownLines(const HostProgress &host) const
{
    QStringList own;
    for (const FileChange &file : host.files) {
        for (const QString &line : file.after.split(u'\n', Qt::SkipEmptyParts)) {
            if (m_hostsWith.value(line) < m_changing && !own.contains(line))
                own.append(line);
        }
    }
    return own;
}

bool Progress::isRefusedBySudo() const
{
    // Ansible's own words, which it does not translate, and sudo's, which it calls with LC_ALL=C or passes on.
    return std::any_of(m_hosts.cbegin(), m_hosts.cend(), [](const HostProgress &one) {
        return isTrouble(one.stage) && !one.isAdmitted
            && (one.isRefused || one.message.contains("sudo password"_L1)
                || one.message.contains("a password is required"_L1)
                || one.message.contains("privilege escalation p"_L1));
    });
}

bool Progress::hasSucceeded() const
{
    return m_hasEnded && !m_hosts.isEmpty()
        && std::all_of(m_hosts.cbegin(), m_hosts.cend(),
                       [](const HostProgress &one) { return one.hasResult && !isTrouble(one.stage); });
}

} // namespace bondwright::rollout
