// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "helper/caller.h"
#include "helperclient/request.h"

#include <QVariantList>

#include <functional>

namespace bondwright::helper
{

using Reply = std::function<void(const Result<QVariantList> &)>;

/// What the bus side hands authorised, well-formed calls to.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;
    /// Must answer exactly once.
    virtual void handle(const Request &request, const Caller &caller, Reply reply) = 0;
    /// Whether this ticket makes the caller the owner of a pending transaction.
    virtual bool isOwner(const Caller &caller, const Ticket &ticket) const = 0;
};

} // namespace bondwright::helper
