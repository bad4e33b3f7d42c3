// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/addresswriter.h"
#include "kernel/linkwriter.h"
#include "posix/uniquefd.h"

namespace bondwright::rehearsal
{

/// Two network namespaces of this process alone: it is in the one that plays the host, the other plays the switch. They
/// end with the process.
struct Sandbox {
    kernel::LinkWriter switchLinks;
    kernel::AddressWriter switchAddresses;
    UniqueFd switchNamespace;

    /// In a user namespace of our own, which anybody may have where the host allows them; root may do without. Either
    /// way nothing is kept but CAP_NET_ADMIN and CAP_NET_RAW in there. For good, and before there is a second thread.
    /// Errors: "rehearsal.refused" with the cause and its remedy.
    static Result<Sandbox> enter();
};

/// What this host says about user namespaces; empty: it says nothing.
struct NamespacePolicy {
    QByteArray unprivilegedClone; ///< kernel.unprivileged_userns_clone (Debian, Arch)
    QByteArray maximum; ///< user.max_user_namespaces
    QByteArray appArmor; ///< kernel.apparmor_restrict_unprivileged_userns (Ubuntu)
    QByteArray confinement; ///< this process's AppArmor profile and its mode; "unconfined" or empty: none

    static NamespacePolicy ofThisHost();
};

/// Pure: why no user namespace could be had, and what to do.
Error refusal(int errorNumber, const NamespacePolicy &policy);

} // namespace bondwright::rehearsal
