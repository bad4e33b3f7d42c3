// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plandraft.h"
#include "domain/result.h"
#include "helperclient/types.h"

#include <QObject>

#include <functional>

namespace bondwright::ui
{

/// What another host, of which nothing is known but its release, gets for a plan: files as from nothing, or
/// the one script. Rendered by `bondctl` in a process of its own, so that this program needs neither libnm
/// nor a moment of the event loop for it. The files arrive in memory; nothing is written outside a
/// temporary folder.
/// @param done called once, unless context is gone first; errors "otherhost.program", "otherhost.render"
void renderForOtherHost(const BondPlan &plan, const Target &target, QObject *context,
                        std::function<void(const Result<QList<helper::FileDiff>> &)> done);

/// The same for this host in its own format, where there is no helper: the files of a new bond.
void renderForThisHost(const BondPlan &plan, QObject *context,
                       std::function<void(const Result<QList<helper::FileDiff>> &)> done);

/// A folder or file as it was typed, as it would be meant in a terminal that was just opened: below the user's folder unless
/// it begins with a slash. Empty: nothing was typed.
QString placeOf(const QString &typed);

/// Writes what was rendered: below a folder with the paths kept, or the script as one file. Files that are
/// there are replaced only if `replace`; otherwise the error "otherhost.exists" names the first.
/// @param where the folder, or the script's file name, as it was typed; nothing: the error "otherhost.where"
/// @return the names of the files written
Result<QStringList> writeForOtherHost(const QList<helper::FileDiff> &files, const Target &target, const QString &where,
                                      bool replace);

/// The program that renders and reads files of other hosts: beside this one, or in PATH; empty: not there.
QString bondctlPath();

struct BondctlAnswer {
    bool isGood = false; ///< it ended with 0
    QByteArray output;
    QString complaint; ///< what it wrote to standard error
};
/// Runs bondctl with that standard input. @param done called once, unless context is gone first
void runBondctl(const QStringList &arguments, const QByteArray &input, QObject *context,
                std::function<void(const BondctlAnswer &)> done);
/// Name of the script for a bond; with a slash before it, its path among the files.
QString scriptName(const QString &bond);

} // namespace bondwright::ui
