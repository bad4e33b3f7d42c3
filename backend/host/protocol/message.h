// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/recording/record.h"

#include <QJsonObject>

#include <optional>
#include <variant>

/// The messages of `bondctl serve` (docs/serve.md): one JSON object a line, both ways.
namespace bondwright::host
{

inline constexpr int protocolVersion = 1;
/// From a client: the largest is a plan.
inline constexpr qsizetype maximumRequestLine = 256 * 1024;
/// From a host: the largest is a state with thousands of interfaces.
inline constexpr qsizetype maximumReplyLine = 16 * 1024 * 1024;
inline constexpr qsizetype maximumWaitingRequests = 64;

/// The first line of each end.
struct Hello {
    int version = protocolVersion;
    QString program; ///< its version, e.g. "0.1.0"
    QString hostName; ///< of the host; empty from a client
    QString language; ///< of the client: sentences follow it; empty from a host
    QStringList features; ///< of the host: what it can do beyond the first version
    qint64 monotonicNs = 0; ///< of the host, as it said hello

    friend bool operator==(const Hello &, const Hello &) = default;
};

/// What a client can ask for.
enum class Method : quint8 {
    WatchState, ///< state, changes and events from now on
    WatchCounters, ///< "interfaces", "intervalMs": samples of these; none: no more
    StartPing, ///< "target", "boundTo", "intervalMs", "timeoutMs"; the request's id names it
    StopPing, ///< "ping": the id
    Events, ///< "limit", "sinceMs": the newest ones kept on the host, and those of its journal
    Surroundings, ///< name servers, hypervisor, the SSH session this came by
    Survey, ///< what the bonds are meant to be, and where the cables end
    Capabilities,
    Configuration,
    Backups,
    BackupDiff,
    Transaction,
    Preview,
    PreviewRemove,
    Apply,
    Remove,
    Restore,
    Confirm,
    Rollback,
    Extend,
    ActivateSlave,
    SetSlaveLink,
    Identify,
    Listen, ///< "seconds": frames of LLDP, from the helper
    CountFlows, ///< "bond", "seconds": what the bond sends meanwhile, counted by the helper
    AnswerAuthentication, ///< "authentication", "text"
    CancelAuthentication, ///< "authentication"
};
QString methodName(Method method); ///< "watch-state", …
std::optional<Method> methodFromName(QStringView name);

struct Request {
    qint64 id = 0; ///< chosen by the client, from 1
    std::optional<Method> method; ///< none: unknown to this program
    QString name; ///< as it was sent
    QJsonObject arguments;

    friend bool operator==(const Request &, const Request &) = default;
};

struct Reply {
    qint64 id = 0;
    QJsonObject result;
    std::optional<Error> error;
};

/// What a host says by itself, beside records.
struct Notice {
    QString
        about; ///< "helper", "transaction", "step", "ping", "ping-trouble", "authentication", "authentication-ended"
    QJsonObject content;

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// Nothing but a sign of life.
struct Alive {
};

using Message = std::variant<std::monostate, Hello, Request, Reply, Notice, Alive,
                             kernel::recording::Record>; ///< monostate: of a later version

/// Without the end of line.
QByteArray toLine(const Message &message);
/// The error of a line that is no message: "protocol.message".
Error noProtocol();
/// Pure; never trusts the line: what a host says comes without controls (foreigntext.h). Error: noProtocol().
Result<Message> messageFromLine(const QByteArray &line);

} // namespace bondwright::host
