// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/callbackline.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace bondwright::rollout
{

/// How far a host has come.
enum class Stage : quint8 {
    Waiting, ///< for its batch
    Begun,
    Rehearsed,
    WouldChange, ///< in check mode
    Unchanged, ///< the host was as planned
    Applied, ///< in force, and reverted by the host unless it is confirmed
    Confirmed, ///< over a new connection
    GatePassed,
    Tested, ///< its failover too
    Reverted, ///< by the host
    Failed,
    Unreachable, ///< its change, if there was one, is reverted by the host within its deadline
};
QString stageName(Stage stage); ///< "waiting", "gate-passed", …
/// Translated: "waits", "gate passed", …
QString stageText(Stage stage);
bool isTrouble(Stage stage);

struct HostProgress {
    QString host;
    Stage stage = Stage::Waiting;
    bool isChanged = false;
    std::optional<RehearsalOutcome> rehearsal; ///< nothing: there was none
    std::optional<double> rehearsedFailoverMs;
    std::optional<double> testedOutageMs;
    QStringList nics; ///< that a rule has chosen
    QList<FileChange> files; ///< that change, or were changed
    QString message; ///< why it failed, in the host's words
    bool isAdmitted = false; ///< it has let us become root
    bool isRefused = false; ///< it did not let us become root, before anything else
    bool hasResult = false; ///< of the task that changes the bond
    bool isLost = false; ///< its change, if there is one, was not confirmed: as far as known, the host reverts it
    QDateTime at; ///< of the stage

    friend bool operator==(const HostProgress &, const HostProgress &) = default;
};

/// What the lines of the callback bondwright.bond.lines tell, host by host, in the order of the inventory. Lines that it
/// does not know, and whatever else Ansible prints, change nothing.
class Progress
{
public:
    /// @return the hosts that changed
    QStringList take(const QByteArray &line);
    /// Ansible is gone, whether it said so or not. @return the hosts that changed
    QStringList takeEndOfAnsible();

    const QList<HostProgress> &hosts() const { return m_hosts; }
    /// What the files of this host hold that those of another host which changes do not: its address, its NICs.
    QStringList ownLines(const HostProgress &host) const;
    /// The play has ended, all hosts are without trouble.
    bool hasSucceeded() const;
    bool hasEnded() const { return m_hasEnded; }
    /// A host failed because sudo there asked for a password, or was given a wrong one.
    bool isRefusedBySudo() const;
    /// sudo let us in somewhere: the password is right.
    bool hasBecomeRoot() const { return m_hasBecomeRoot; }

private:
    HostProgress *host(const QString &name);
    void countLines(const HostProgress &host, int by);
    QStringList takeEnd();
    QStringList takePlay(const PlayLine &line);
    QStringList takeResult(const ResultLine &line);
    QStringList takeState(const StateLine &line);

    QList<HostProgress> m_hosts;
    QHash<QString, qsizetype> m_places; ///< in it, by name
    QHash<QString, int> m_hostsWith; ///< how many hosts' files hold a line
    int m_changing = 0; ///< hosts with such files
    bool m_isCheck = false;
    bool m_hasEnded = false;
    bool m_hasBecomeRoot = false;
};

} // namespace bondwright::rollout
