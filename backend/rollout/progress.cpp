// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/progress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

constexpr qsizetype maxText = 2000;
constexpr qsizetype maxNics = 64;
constexpr qsizetype maxFiles = 64;
constexpr qsizetype maxFile = 256 * 1024;

std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QList<FileChange> filesOf(const QJsonObject &result)
{
    QList<FileChange> files;
    const QJsonArray all = result[u"diff"_s].toArray();
    for (const QJsonValue &one : all) {
        if (files.size() >= maxFiles)
            break;
        files.append({one[u"after_header"_s].toString().left(maxText), one[u"before"_s].toString().left(maxFile),
                      one[u"after"_s].toString().left(maxFile)});
    }
    return files;
}

/// What a task of the role has reached where it succeeded.
void succeed(HostProgress &host, const QString &action, const QJsonObject &result, bool isCheck)
{
    if (action == u"bondwright.bond.bond_rehearse") {
        host.stage = Stage::Rehearsed;
        host.rehearsal = result[u"outcome"_s].toString().left(maxText);
        host.rehearsedFailoverMs = number(result[u"failover_ms"_s]);
    } else if (action == u"bondwright.bond.bond") {
        host.isChanged = result[u"changed"_s].toBool();
        host.files = filesOf(result);
        host.stage = !host.isChanged ? Stage::Unchanged : isCheck ? Stage::WouldChange : Stage::Confirmed;
    } else if (action == u"bondwright.bond.bond_test") {
        host.stage = Stage::Tested;
        host.testedOutageMs = number(result[u"outage_ms"_s]);
    } else if (action == u"bondwright.bond.bond_info" && result.contains(u"chosen"_s)) {
        for (const QJsonValue &nic : result[u"chosen"_s].toArray()) {
            if (host.nics.size() < maxNics)
                host.nics.append(nic.toString().left(maxText));
        }
    } else if (action == u"bondwright.bond.bond_info") {
        host.stage = Stage::GatePassed;
    }
}

/// Of a gate that holds: what the host says of its bonds.
QString causesOf(const QJsonArray &bonds)
{
    QStringList causes;
    for (const QJsonValue &bond : bonds) {
        if (bond[u"verdict"_s].toString() != u"healthy")
            causes.append(u"%1: %2 %3"_s.arg(bond[u"name"_s].toString(),
                                             bond[u"cause"_s].toString(bond[u"verdict"_s].toString()),
                                             bond[u"next_step"_s].toString()));
    }
    return causes.join(u' ');
}

void failHost(HostProgress &host, const QString &action, const QJsonObject &result, bool isUnreachable)
{
    const QString state = result[u"transaction"_s][u"state"_s].toString();
    host.isLost = state == u"awaiting-confirm";
    host.isRefused = action == u"ansible.builtin.raw" && host.stage == Stage::Begun && !isUnreachable;
    host.stage = isUnreachable || host.isLost ? Stage::Unreachable
        : state == u"rolled-back"             ? Stage::Reverted
                                              : Stage::Failed;
    const QString message = result[u"msg"_s].toString(causesOf(result[u"bonds"_s].toArray()));
    host.message = message.simplified().left(maxText);
    if (action == u"bondwright.bond.bond_rehearse")
        host.rehearsal = result[u"outcome"_s].toString().left(maxText);
    if (action == u"bondwright.bond.bond_test")
        host.testedOutageMs = number(result[u"outage_ms"_s]);
}

} // namespace

bool isTrouble(Stage stage)
{
    return stage == Stage::Reverted || stage == Stage::Failed || stage == Stage::Unreachable;
}

HostProgress *Progress::host(const QString &name)
{
    const QString shortened = name.left(maxText);
    const auto at = m_places.constFind(shortened);
    if (at != m_places.cend())
        return &m_hosts[*at];
    if (m_hosts.size() >= maxHosts || name.isEmpty())
        return nullptr;
    m_places.insert(shortened, m_hosts.size());
    HostProgress fresh;
    fresh.host = shortened;
    m_hosts.append(fresh);
    return &m_hosts.last();
}

QStringList Progress::take(const QByteArray &text)
{
    const QJsonObject line = QJsonDocument::fromJson(text).object();
    const QString type = line[u"type"_s].toString();
    if (type == u"play")
        return takePlay(line);
    if (type == u"result")
        return takeResult(line);
    if (type == u"state")
        return takeState(line);
    if (type == u"task")
        m_task = line[u"name"_s].toString().section(u" : "_s, -1).left(maxText); // the role stands before it
    else if (type == u"stats")
        return takeEnd();
    return {};
}

/// A batch that was begun only to end is one that still waits.
QStringList Progress::takeEnd()
{
    m_hasEnded = true;
    QStringList changed;
    for (HostProgress &one : m_hosts) {
        if (one.stage == Stage::Begun) {
            one.stage = Stage::Waiting;
            changed.append(one.host);
        }
    }
    return changed;
}

QStringList Progress::takePlay(const QJsonObject &line)
{
    m_isCheck = line[u"check"_s].toBool();
    QStringList changed;
    for (const QJsonValue &name : line[u"hosts"_s].toArray()) {
        if (HostProgress *one = host(name.toString()))
            changed.append(one->host);
    }
    for (const QJsonValue &name : line[u"batch"_s].toArray()) {
        HostProgress *one = host(name.toString());
        if (one && one->stage == Stage::Waiting) {
            one->stage = Stage::Begun;
            one->at = QDateTime::currentDateTime();
        }
    }
    return changed;
}

QStringList Progress::takeResult(const QJsonObject &line)
{
    HostProgress *one = host(line[u"host"_s].toString());
    const QString outcome = line[u"outcome"_s].toString();
    if (!one || outcome == u"skipped" || outcome == u"ignored")
        return {};
    const QString action = line[u"action"_s].toString();
    const QJsonObject result = line[u"result"_s].toObject();
    m_hasBecomeRoot = m_hasBecomeRoot || (outcome == u"ok" && action == u"ansible.builtin.raw");
    // Counted as they come: a rack of hundreds asks for the differences after each line.
    countLines(*one, -1);
    if (outcome == u"ok")
        succeed(*one, action, result, m_isCheck);
    else
        failHost(*one, action, result, outcome == u"unreachable");
    countLines(*one, 1);
    one->at = QDateTime::currentDateTime();
    return {one->host};
}

/// Told in the middle of a task.
QStringList Progress::takeState(const QJsonObject &line)
{
    HostProgress *one = host(line[u"host"_s].toString());
    if (!one || line[u"state"_s].toString() != u"applied" || isTrouble(one->stage))
        return {};
    one->stage = Stage::Applied;
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
        return isTrouble(one.stage)
            && (one.isRefused || one.message.contains("sudo password"_L1)
                || one.message.contains("a password is required"_L1)
                || one.message.contains("privilege escalation p"_L1));
    });
}

bool Progress::hasSucceeded() const
{
    return m_hasEnded && !m_hosts.isEmpty()
        && std::all_of(m_hosts.cbegin(), m_hosts.cend(), [](const HostProgress &one) {
               return !isTrouble(one.stage) && one.stage != Stage::Waiting && one.stage != Stage::Begun;
           });
}

} // namespace bondwright::rollout
