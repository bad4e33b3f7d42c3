// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/nm/libnmsession.h"

#include "formats/nm/glib.h"
#include "helper/nm/pendingcall.h"

#include <QTimer>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using formats::nm::GErrorSlot;

namespace
{

tl::unexpected<Error> nmError(const QString &message)
{
    return fail(u"helper.failed"_s, LibnmSession::tr("NetworkManager: %1").arg(message));
}

/// The common shape: finish the call, then tell the caller if it is still there.
template <typename FinishCall>
gpointer simpleCall(QObject *context, NmSession::Done done, FinishCall finishCall)
{
    return pendingCall(context,
                       [done = std::move(done), finishCall](GObject *source, GAsyncResult *result, bool alive) {
                           GErrorSlot error;
                           const bool ok = finishCall(source, result, error.out());
                           if (!alive)
                               return;
                           if (ok)
                               done({});
                           else
                               done(nmError(error.message()));
                       });
}

void answerLater(QObject *context, const NmSession::Done &done, const Result<void> &result)
{
    QTimer::singleShot(0, context, [done, result] { done(result); });
}

/// One that was disconnected on purpose waits for nothing, nor one without carrier; a bond has none before its ports.
bool isWaiting(NMDevice *device)
{
    switch (nm_device_get_state(device)) {
    case NM_DEVICE_STATE_UNAVAILABLE:
        return nm_device_is_software(device) && nm_device_get_autoconnect(device);
    case NM_DEVICE_STATE_DISCONNECTED:
    case NM_DEVICE_STATE_DEACTIVATING:
    case NM_DEVICE_STATE_FAILED:
        return nm_device_get_autoconnect(device);
    default:
        return false;
    }
}

} // namespace

LibnmSession::~LibnmSession()
{
    g_clear_object(&m_client);
}

void LibnmSession::open(Done done)
{
    const auto call = pendingCall(this, [this, done = std::move(done)](GObject *, GAsyncResult *result, bool alive) {
        GErrorSlot error;
        NMClient *client = nm_client_new_finish(result, error.out());
        if (!alive) {
            g_clear_object(&client);
            return;
        }
        g_clear_object(&m_client); // of a call that was not waited for
        m_client = client;
        if (!m_client)
            return done(nmError(error.message()));
        // The bus may go before we do: that must not take this process with it.
        g_dbus_connection_set_exit_on_close(nm_client_get_dbus_connection(m_client), FALSE);
        if (!isRunning())
            return done(fail(u"helper.failed"_s, tr("NetworkManager is not running.")));
        done({});
    });
    nm_client_new_async(nullptr, onFinished, call);
}

bool LibnmSession::isRunning() const
{
    return m_client && nm_client_get_nm_running(m_client);
}

bool LibnmSession::isStarting() const
{
    return m_client && !isRunning() && nm_client_get_dbus_name_owner(m_client);
}

NMDevice *LibnmSession::find(const QString &interface) const
{
    return m_client ? nm_client_get_device_by_iface(m_client, interface.toUtf8().constData()) : nullptr;
}

NmSession::DeviceState LibnmSession::device(const QString &interface) const
{
    DeviceState state;
    NMDevice *device = find(interface);
    state.isWaiting = !device || isWaiting(device);
    if (!device)
        return state;
    state.exists = true;
    NMActiveConnection *active = nm_device_get_active_connection(device);
    if (!active || (nm_active_connection_get_state_flags(active) & NM_ACTIVATION_STATE_FLAG_EXTERNAL))
        return state;
    state.activeUuid = QString::fromUtf8(nm_active_connection_get_uuid(active));
    const NMActiveConnectionState activeState = nm_active_connection_get_state(active);
    state.isActivated = activeState == NM_ACTIVE_CONNECTION_STATE_ACTIVATED;
    state.isActivating = activeState == NM_ACTIVE_CONNECTION_STATE_ACTIVATING;
    return state;
}

std::optional<bool> LibnmSession::hasProfile(const formats::nm::Profile &profile) const
{
    if (!m_client)
        return std::nullopt;
    NMRemoteConnection *remote = nm_client_get_connection_by_uuid(m_client, profile.uuid().toUtf8().constData());
    if (!remote)
        return std::nullopt;
    // Secrets do not travel over the bus; the time stamp is NetworkManager's own.
    constexpr auto flags
        = NMSettingCompareFlags(NM_SETTING_COMPARE_FLAG_IGNORE_TIMESTAMP | NM_SETTING_COMPARE_FLAG_IGNORE_SECRETS);
    return nm_connection_compare(NM_CONNECTION(remote), profile.connection.get(), flags);
}

void LibnmSession::reload(Done done)
{
    if (!m_client)
        return answerLater(this, done, nmError(tr("It cannot be asked.")));
    nm_client_reload_connections_async(
        m_client, nullptr, onFinished,
        simpleCall(this, std::move(done), [](GObject *source, GAsyncResult *result, GError **error) {
            return nm_client_reload_connections_finish(NM_CLIENT(source), result, error);
        }));
}

void LibnmSession::activate(const QString &uuid, const QString &interface, Done done)
{
    NMRemoteConnection *connection
        = m_client ? nm_client_get_connection_by_uuid(m_client, uuid.toUtf8().constData()) : nullptr;
    if (!connection)
        return answerLater(this, done, nmError(tr("There is no profile %1.").arg(uuid)));
    nm_client_activate_connection_async(
        m_client, NM_CONNECTION(connection), interface.isEmpty() ? nullptr : find(interface), nullptr, nullptr,
        onFinished, simpleCall(this, std::move(done), [](GObject *source, GAsyncResult *result, GError **error) {
            NMActiveConnection *active = nm_client_activate_connection_finish(NM_CLIENT(source), result, error);
            const bool ok = active != nullptr;
            g_clear_object(&active);
            return ok;
        }));
}

void LibnmSession::reapply(const QString &interface, Done done)
{
    NMDevice *device = find(interface);
    if (!device)
        return answerLater(this, done, nmError(tr("%1 is not there.").arg(interface)));
    nm_device_reapply_async(
        device, nullptr, 0, 0, nullptr, onFinished,
        simpleCall(this, std::move(done), [](GObject *source, GAsyncResult *result, GError **error) {
            return nm_device_reapply_finish(NM_DEVICE(source), result, error);
        }));
}

void LibnmSession::disconnectDevice(const QString &interface, Done done)
{
    NMDevice *device = find(interface);
    if (!device)
        return answerLater(this, done, {});
    nm_device_disconnect_async(
        device, nullptr, onFinished,
        simpleCall(this, std::move(done), [](GObject *source, GAsyncResult *result, GError **error) {
            return nm_device_disconnect_finish(NM_DEVICE(source), result, error);
        }));
}

void LibnmSession::deleteDevice(const QString &interface, Done done)
{
    NMDevice *device = find(interface);
    if (!device)
        return answerLater(this, done, {});
    nm_device_delete_async(device, nullptr, onFinished,
                           simpleCall(this, std::move(done), [](GObject *source, GAsyncResult *result, GError **error) {
                               return nm_device_delete_finish(NM_DEVICE(source), result, error);
                           }));
}

void LibnmSession::createCheckpoint(const QStringList &interfaces, std::chrono::seconds timeout,
                                    std::function<void(const Result<QString> &)> done)
{
    if (!m_client)
        return answerLater(
            this, [done](const Result<void> &result) { done(tl::unexpected(result.error())); },
            nmError(tr("It cannot be asked.")));
    GPtrArray *devices = g_ptr_array_new();
    for (const QString &interface : interfaces) {
        if (NMDevice *device = find(interface))
            g_ptr_array_add(devices, device);
    }
    constexpr auto flags = NMCheckpointCreateFlags(NM_CHECKPOINT_CREATE_FLAG_DELETE_NEW_CONNECTIONS
                                                   | NM_CHECKPOINT_CREATE_FLAG_ALLOW_OVERLAPPING);
    nm_client_checkpoint_create(
        m_client, devices, guint32(timeout.count()), flags, nullptr, onFinished,
        pendingCall(this, [done = std::move(done)](GObject *source, GAsyncResult *result, bool alive) {
            GErrorSlot error;
            NMCheckpoint *checkpoint = nm_client_checkpoint_create_finish(NM_CLIENT(source), result, error.out());
            const QString path = checkpoint ? QString::fromUtf8(nm_object_get_path(NM_OBJECT(checkpoint))) : QString();
            g_clear_object(&checkpoint);
            if (!alive)
                return;
            if (path.isEmpty())
                done(nmError(error.message()));
            else
                done(path);
        }));
    g_ptr_array_unref(devices);
}

QString LibnmSession::findCheckpoint(const QStringList &interfaces, std::chrono::seconds timeout,
                                     qint64 sinceBootMs) const
{
    const GPtrArray *all = m_client ? nm_client_get_checkpoints(m_client) : nullptr;
    for (guint i = 0; all && i < all->len; ++i) {
        auto *checkpoint = NM_CHECKPOINT(g_ptr_array_index(all, i));
        const GPtrArray *devices = nm_checkpoint_get_devices(checkpoint);
        QStringList names;
        for (guint j = 0; devices && j < devices->len; ++j)
            names.append(QString::fromUtf8(nm_device_get_iface(NM_DEVICE(g_ptr_array_index(devices, j)))));
        const bool isOurs = std::all_of(names.cbegin(), names.cend(),
                                        [&interfaces](const QString &name) { return interfaces.contains(name); });
        if (isOurs && !names.isEmpty() && nm_checkpoint_get_created(checkpoint) >= sinceBootMs
            && nm_checkpoint_get_rollback_timeout(checkpoint) == guint32(timeout.count()))
            return QString::fromUtf8(nm_object_get_path(NM_OBJECT(checkpoint)));
    }
    return {};
}

void LibnmSession::destroyCheckpoint(const QString &path, Done done)
{
    // Never "/": that would destroy all checkpoints.
    if (!m_client || path.size() < 2)
        return answerLater(this, done, {});
    nm_client_checkpoint_destroy(
        m_client, path.toUtf8().constData(), nullptr, onFinished,
        simpleCall(this, std::move(done), [](GObject *source, GAsyncResult *result, GError **error) {
            return nm_client_checkpoint_destroy_finish(NM_CLIENT(source), result, error);
        }));
}

void LibnmSession::extendCheckpoint(const QString &path, std::chrono::seconds fromNow)
{
    if (!m_client || path.size() < 2)
        return;
    nm_client_checkpoint_adjust_rollback_timeout(
        m_client, path.toUtf8().constData(), guint32(fromNow.count()), nullptr, onFinished,
        simpleCall(
            this, [](const Result<void> &) {},
            [](GObject *source, GAsyncResult *result, GError **error) {
                return nm_client_checkpoint_adjust_rollback_timeout_finish(NM_CLIENT(source), result, error);
            }));
}

} // namespace bondwright::helper
