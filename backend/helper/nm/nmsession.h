// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/nm/profile.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

typedef struct _NMClient NMClient;
typedef struct _NMDevice NMDevice;

namespace bondwright::helper
{

/// What NetworkManager is asked to do, and nothing else: fixed calls of libnm, all asynchronous, errors
/// as values. Answers come in this thread through glib's main context, which Qt's event loop turns.
class NmSession final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<void> &)>;

    explicit NmSession(QObject *parent = nullptr);
    ~NmSession() override;

    /// @return an error if NetworkManager does not run
    void open(Done done);
    bool isOpen() const { return m_client != nullptr; }
    bool isRunning() const;

    struct DeviceState {
        bool exists = false;
        bool isManaged = false;
        QString activeUuid; ///< of the profile in use; empty: none, or one that only mirrors the kernel
        bool isActivated = false; ///< completely
        bool isActivating = false;
    };
    DeviceState device(const QString &interface) const;
    /// Whether NetworkManager's idea of the profile is the one in the file; nullopt: it does not know it.
    std::optional<bool> hasProfile(const formats::nm::Profile &profile) const;

    /// Reads profiles anew from their files. @param all also forgets those whose files are gone
    void load(const QStringList &paths, bool all, Done done);
    /// Asks for it; does not wait until it is up. An empty interface: a virtual device that the profile makes.
    void activate(const QString &uuid, const QString &interface, Done done);
    /// Changes the running device to what its profile says, without taking it down. It is the profile as
    /// NetworkManager knows it: this side may learn of a change later than the answer to load() comes.
    void reapply(const QString &interface, Done done);
    void disconnectDevice(const QString &interface, Done done);
    void deleteDevice(const QString &interface, Done done);

    void createCheckpoint(const QStringList &interfaces, std::chrono::seconds timeout,
                          std::function<void(const Result<QString> &)> done);
    /// One that was made with just these interfaces and this time, not before `sinceBootMs` (CLOCK_BOOTTIME);
    /// empty: none. @return its path
    QString findCheckpoint(const QStringList &interfaces, std::chrono::seconds timeout, qint64 sinceBootMs) const;
    void destroyCheckpoint(const QString &path, Done done);
    void extendCheckpoint(const QString &path, std::chrono::seconds fromNow);

private:
    NMDevice *find(const QString &interface) const;

    NMClient *m_client = nullptr;
};

} // namespace bondwright::helper
