// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/host/osrelease.h"
#include "helperclient/types.h"
#include "host/bundle/installcommands.h"

/// What is said to a host that is changed by the script of formats/bundle, and what it answers. Pure. Everything for a
/// host is a program for `sh -s`.
namespace bondwright::host
{

/// A host's own files.
struct BundleHost {
    formats::OsRelease release;
    Packages packages = Packages::Unknown;
    QString kernelRelease;
    formats::FileSnapshot files;

    /// There is a bundle for it.
    bool isKnown() const { return release.rhelMajor >= 5 && release.rhelMajor <= 8; }
};

/// Prints the files that bonds are made by there; changes nothing.
QByteArray lookProgram();
/// Error "bundle.answer": that is not what the program prints.
Result<BundleHost> readLook(const QByteArray &answer);

/// What the script ends with where a change of the host is under way already.
inline constexpr int busyThere = 75; // EX_TEMPFAIL

/// Installs the script beside its place there, as that of this change, and prints what it would change.
/// @param bond isSafeInterfaceName() @param id isSafeId()
QByteArray sendProgram(const QString &bond, const QString &id, const QByteArray &script);
/// What `show` printed: one for each file, without its whole texts.
QList<helper::FileDiff> readDiffs(const QByteArray &shown);

/// Starts the script that was sent for this change, and prints what has become of it at once: it goes on without the
/// connection, which may break when the network restarts. Where another change is under way, nothing is touched.
QByteArray startProgram(const QString &bond, const QString &id);
/// Confirms this change, or rolls it back; another one stays as it is.
QByteArray confirmProgram(const QString &bond, const QString &id);
QByteArray rollbackProgram(const QString &bond, const QString &id);
/// Prints how the last change of each bond stands.
QByteArray statusProgram();

/// How a change stands.
struct BundleStatus {
    QString bond;
    QString id; ///< that startProgram() was given
    /// The script's: "none", "applying", "waiting", "confirmed", "rolling-back", "rolled-back", "failed", "unchanged"
    QString state;
    int secondsLeft = 0;
    QString said; ///< its sentences, without its name
};
Result<QList<BundleStatus>> readStatus(const QByteArray &answer);
helper::TransactionState stateOf(const BundleStatus &status);
/// A change by the script at its beginning.
helper::Transaction changeOf(const QString &id, const QString &bond);

} // namespace bondwright::host
