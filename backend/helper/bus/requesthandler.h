// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "helper/bus/methods.h"
#include "helper/caller.h"

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
    /// Arguments have the types and size bounds of the method's row. Must answer exactly once.
    virtual void handle(Verb verb, const Caller &caller, const QVariantList &arguments, Reply reply) = 0;
    /// Whether this token makes the caller the owner of that transaction.
    virtual bool isOwner(const Caller &caller, const QString &id, const QString &token) const = 0;
};

} // namespace bondwright::helper
