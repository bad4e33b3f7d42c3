// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"

namespace bondwright::cli
{

/// The tickets of changes begun by this user, so that "bondctl confirm" works from a second terminal
/// without asking for a password. Kept in the user's runtime folder, gone with the login session.
class TokenStore
{
public:
    TokenStore();

    /// @return false if there is no runtime folder or it cannot be written; confirming then asks polkit
    bool save(const helper::Ticket &ticket) const;
    /// The ticket of a transaction, with an empty token if this user did not begin it.
    helper::Ticket find(const QString &id) const;
    void forget(const QString &id) const;

private:
    QString pathOf(const QString &id) const;

    QString m_folder; ///< empty: none
};

} // namespace bondwright::cli
