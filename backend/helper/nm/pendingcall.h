// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <NetworkManager.h>

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace bondwright::helper
{

/// glib's callback with a closure of ours. It always runs, so that the result can be finished (and what
/// it owns freed); `isAlive` tells whether the one who asked is still there.
using Finish = std::function<void(GObject *source, GAsyncResult *result, bool isAlive)>;

struct PendingCall {
    QPointer<QObject> context;
    Finish finish;
};

inline gpointer pendingCall(QObject *context, Finish finish)
{
    return new PendingCall{context, std::move(finish)};
}

inline void onFinished(GObject *source, GAsyncResult *result, gpointer data)
{
    const std::unique_ptr<PendingCall> call(static_cast<PendingCall *>(data));
    call->finish(source, result, !call->context.isNull());
}

} // namespace bondwright::helper
