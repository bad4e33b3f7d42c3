// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/authority.h"

#include <QLoggingCategory>

#include <polkit/polkit.h>

namespace bondwright::helper
{

namespace
{

Q_LOGGING_CATEGORY(log, "bondwright.helper.authority")

// A person may take minutes over a password; without one, polkit that does not answer is as good as absent.
constexpr guint interactiveTimeoutS = 300;
constexpr guint silentTimeoutS = 20;

/// One question. Kept alive by the caller (Pending) and, through `self`, by the call under way.
struct Check {
    std::function<void(Authority::Answer)> done;
    GCancellable *cancellable = g_cancellable_new();
    guint timeout = 0;
    Authority::Question question;

    Check() = default;
    Check(const Check &) = delete;
    Check &operator=(const Check &) = delete;
    ~Check()
    {
        if (timeout != 0)
            g_source_remove(timeout);
        g_object_unref(cancellable);
    }

    void finish(Authority::Answer answer)
    {
        if (auto callback = std::exchange(done, nullptr))
            callback(answer);
    }
};

using Shared = std::shared_ptr<Check>;

Shared take(gpointer data)
{
    const std::unique_ptr<Shared> holder(static_cast<Shared *>(data));
    return *holder;
}

void onChecked(GObject *source, GAsyncResult *result, gpointer data)
{
    const Shared check = take(data);
    GError *error = nullptr;
    PolkitAuthorizationResult *verdict
        = polkit_authority_check_authorization_finish(POLKIT_AUTHORITY(source), result, &error);
    if (!verdict) {
        if (!g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            qCWarning(log, "polkit did not answer: %s", error->message);
        g_error_free(error);
        check->finish(Authority::Answer::Denied);
        return;
    }
    const bool allowed = polkit_authorization_result_get_is_authorized(verdict) != FALSE;
    g_object_unref(verdict);
    check->finish(allowed ? Authority::Answer::Allowed : Authority::Answer::Denied);
}

/// libpolkit's connection is the one that all of GLib shares. Left as it is, the end of the bus ends the process by SIGTERM,
/// which systemd takes for a clean end and starts no other helper.
void outliveTheBus()
{
    if (GDBusConnection *bus = g_bus_get_sync(G_BUS_TYPE_SYSTEM, nullptr, nullptr)) {
        g_dbus_connection_set_exit_on_close(bus, FALSE);
        g_object_unref(bus);
    }
}

void onAuthority(GObject *, GAsyncResult *result, gpointer data)
{
    const Shared check = take(data);
    GError *error = nullptr;
    PolkitAuthority *authority = polkit_authority_get_finish(result, &error);
    if (!authority) {
        qCWarning(log, "polkit cannot be reached: %s", error->message);
        g_error_free(error);
        check->finish(Authority::Answer::Denied);
        return;
    }
    outliveTheBus();
    if (g_cancellable_is_cancelled(check->cancellable)) {
        g_object_unref(authority);
        check->finish(Authority::Answer::Denied);
        return;
    }
    PolkitSubject *subject = polkit_system_bus_name_new(check->question.sender.toUtf8().constData());
    PolkitDetails *details = polkit_details_new();
    if (!check->question.bond.isEmpty())
        polkit_details_insert(details, "bond", check->question.bond.toUtf8().constData());
    polkit_authority_check_authorization(authority, subject, actionId(check->question.action).data(), details,
                                         check->question.interactive
                                             ? POLKIT_CHECK_AUTHORIZATION_FLAGS_ALLOW_USER_INTERACTION
                                             : POLKIT_CHECK_AUTHORIZATION_FLAGS_NONE,
                                         check->cancellable, onChecked, new Shared(check));
    g_object_unref(details);
    g_object_unref(subject);
    g_object_unref(authority);
}

gboolean onTimeout(gpointer data)
{
    auto *check = static_cast<Check *>(data);
    check->timeout = 0;
    g_cancellable_cancel(check->cancellable);
    check->finish(Authority::Answer::Denied);
    return G_SOURCE_REMOVE;
}

class PolkitAuthority final : public Authority
{
public:
    Pending ask(const Question &question, std::function<void(Answer)> done) override
    {
        auto check = std::make_shared<Check>();
        check->question = question;
        check->done = std::move(done);
        check->timeout = g_timeout_add_seconds(question.interactive ? interactiveTimeoutS : silentTimeoutS, onTimeout,
                                               check.get());
        polkit_authority_get_async(nullptr, onAuthority, new Shared(check));
        // Withdrawn when the caller lets go: a prompt must not outlive the program that asked.
        return Pending(check.get(), [check](void *) {
            check->done = nullptr;
            g_cancellable_cancel(check->cancellable);
        });
    }
};

} // namespace

std::unique_ptr<Authority> createPolkitAuthority()
{
    return std::make_unique<PolkitAuthority>();
}

} // namespace bondwright::helper
