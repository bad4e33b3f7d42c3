// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/changereason.h"
#include "domain/findings.h"
#include "domain/formatid.h"
#include "domain/rehearsaloutcome.h"
#include "domain/result.h"
#include "formats/changeset.h"
#include "helperclient/interface.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

/// What the helper's D-Bus interface carries (docs/dbus.md), as values. Shared by helper and clients.
namespace bondwright::helper
{

enum class Backend : quint8 { Auto, NetworkManager, Ifcfg, Networkd, Netplan, Ifupdown, RuntimeOnly };
QString backendName(Backend backend); ///< "auto", "runtime", or the name of the format that it reads: "nm", "ifcfg", …
QStringList backendNames(); ///< all of them
QStringList backendNames(const QList<Backend> &backends);
std::optional<Backend> backendFromName(QStringView name);
std::optional<FormatId> formatOf(Backend backend); ///< of the files that it reads; nothing: Auto, RuntimeOnly

struct Capabilities {
    quint32 interfaceVersion = 0;
    QString helperVersion;
    QString kernelRelease;
    QString osName; ///< PRETTY_NAME
    int rhelMajor = 0; ///< 0: not a RHEL family host
    bool bondingDriver = false;
    bool networkManagerRunning = false;
    QString networkManagerVersion;
    bool networkServiceEnabled = false;
    QList<Backend> backends; ///< usable here
    std::optional<Backend> backendInCharge; ///< nothing: one that is not known here
    QString backendReason; ///< translated: why that one
    QStringList unsupportedOptions; ///< that the libnm or kernel here does not know
    bool isByScript = false; ///< no helper: a script makes the changes. Not told over the bus
};

struct ConfiguredFile {
    QString path;
    QString text; ///< secrets left out
    QString digest; ///< SHA-256 of the file as it is
};

struct Configuration {
    QList<BondPlan> plans;
    QMap<QString, QList<ConfiguredFile>> filesOfBond;
    QString digest; ///< of everything a change could touch: for compare-and-swap
};

struct FileDiff {
    QString path;
    QString oldText; ///< empty and !existed: new file
    QString newText;
    bool existed = false;
    bool removed = false;
    QString unified; ///< unified diff
};

struct Preview {
    QList<Finding> findings;
    QList<FileDiff> files;
    QString digest;
    std::optional<Backend> backend; ///< nothing: one that is not known here
    QStringList interruptions; ///< translated: what will be interrupted and for how long
};

enum class TransactionState : quint8 {
    None,
    Preparing,
    Writing,
    Activating,
    Verifying,
    AwaitingConfirm,
    Done,
    RollingBack,
    RolledBack,
    Failed,
};
QString transactionStateName(TransactionState state); ///< "none", "preparing", …, "awaiting-confirm", …
std::optional<TransactionState> transactionStateFromName(QStringView name);
bool isOver(TransactionState state); ///< no change is under way: none, done, rolled back or failed

struct Transaction {
    QString id;
    QString requestId;
    TransactionState state = TransactionState::None;
    std::optional<ChangeAction> action; ///< nothing: there is no change
    QString bond;
    quint32 ownerUid = 0;
    QString ownerName;
    QDateTime startedAt;
    quint32 secondsLeft = 0; ///< until automatic rollback, in AwaitingConfirm
    bool extended = false;
    QString reason; ///< translated: why it was rolled back or failed
    QStringList differences; ///< verification, item by item, translated
    QStringList manualSteps; ///< state Failed: what to do by hand
    QString backupId;
    QString lasting; ///< translated: until when the change runs, where that is not for good, and what files say
    QStringList files; ///< paths that the change writes or deletes
    std::optional<RehearsalOutcome> rehearsed; ///< as in ApplyOptions
    bool isCompared
        = true; ///< in AwaitingConfirm: the kernel has what was planned. Not asked over the bus: the helper always looks
};

struct StepProgress {
    QString transactionId;
    QString step; ///< machine word: "backup", "write", "activate", "verify", …
    QString text; ///< translated
    int index = 0; ///< from 0
    int count = 0;
    bool finished = false;
    qint64 elapsedMs = 0;
};

struct BackupInfo {
    QString id;
    QDateTime createdAt;
    QString reason; ///< ChangeReason, or what another program wrote there
    QStringList paths;
    bool intact = false; ///< digests match
};

struct ApplyOptions {
    Backend backend = Backend::Auto;
    std::chrono::seconds confirmWithin{60}; ///< 10–600 s
    bool confirmNow = false;
    QString pingTarget; ///< must answer afterwards; empty: what answered before
    QString digest; ///< that the client saw; empty: not compared
    /// What the client says came of rehearsing the plan, for the record; nothing: it was not rehearsed.
    std::optional<RehearsalOutcome> rehearsed = {};
};

/// What is to be rehearsed, beside the plan.
struct RehearsalOptions {
    QString switchKind; ///< "none", "static", "lacp", "two"
    bool observeOnly = false; ///< no cable is pulled
    QStringList pulls = {}; ///< cables of these slaves are; empty: of all
    QString language; ///< of the sentences in the report
};

struct Ticket {
    QString id;
    QString token; ///< 128 bit, hex: who holds it may confirm
};

} // namespace bondwright::helper
