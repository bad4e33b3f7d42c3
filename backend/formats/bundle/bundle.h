// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "domain/result.h"

#include <QByteArray>

#include <chrono>

namespace bondwright::formats
{

struct BundleOptions {
    int release = 6; ///< RHEL 5–8
    QString pingTarget; ///< an IPv4 or IPv6 address; empty: the plan's gateway, if it has one
    std::chrono::seconds confirmWithin{120}; ///< 10–3600 s
};

struct Bundle {
    QByteArray script;
    QList<Finding> findings;
};

/// One POSIX sh script that makes a plan true on a host where this program does not run: it backs up, writes
/// the ifcfg and modprobe files, restarts the network, pings, and takes everything back unless it is
/// confirmed in time. The plan's texts are data in it, never code.
/// Errors: "bundle.release", "bundle.ping", "bundle.deadline", and those of IfcfgFormat.
Result<Bundle> makeBundle(const BondPlan &plan, const BundleOptions &options);

/// The line (and one for each VLAN) that makes the same bond in a kickstart file. Nothing else of the
/// installation is in it. @param findings takes what such a line cannot say
Result<QByteArray> kickstartLines(const BondPlan &plan, QList<Finding> *findings);

} // namespace bondwright::formats
