// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/nm/profile.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace bondwright::helper
{

/// What NetworkManager is asked, and asked to do, and nothing else. Every call that takes a callback answers once,
/// later, in this thread, unless this object is gone by then; errors are values.
class NmSession
{
public:
    using Done = std::function<void(const Result<void> &)>;

    virtual ~NmSession() = default;

    /// @return an error if NetworkManager does not run
    virtual void open(Done done) = 0;
    /// There is a bus to ask over, whether NetworkManager runs or not.
    virtual bool isOpen() const = 0;
    virtual bool isRunning() const = 0;
    /// It has its name on the bus and does not answer yet. Its profiles it reads after it has its name.
    virtual bool isStarting() const = 0;

    struct DeviceState {
        bool exists = false;
        QString activeUuid; ///< of the profile in use; empty: none, or one that only mirrors the kernel
        bool isActivated = false; ///< completely
        bool isActivating = false;
        bool isWaiting = false; ///< free, and nothing keeps a profile from starting on it; or it is yet to be made

        bool isUsing(const QString &uuid) const { return activeUuid == uuid && (isActivated || isActivating); }
    };
    virtual DeviceState device(const QString &interface) const = 0;
    /// Whether NetworkManager's idea of the profile is the one in the file; nullopt: it does not know it.
    virtual std::optional<bool> hasProfile(const formats::nm::Profile &profile) const = 0;

    /// Reads all profiles anew from their files, and forgets those whose files are gone.
    virtual void reload(Done done) = 0;
    /// Asks for it; does not wait until it is up. An empty interface: a virtual device that the profile makes.
    virtual void activate(const QString &uuid, const QString &interface, Done done) = 0;
    /// Changes the running device to what its profile says, without taking it down. It is the profile as
    /// NetworkManager knows it: this side may learn of a change later than the answer to reload() comes.
    virtual void reapply(const QString &interface, Done done) = 0;
    virtual void disconnectDevice(const QString &interface, Done done) = 0;
    virtual void deleteDevice(const QString &interface, Done done) = 0;

    virtual void createCheckpoint(const QStringList &interfaces, std::chrono::seconds timeout,
                                  std::function<void(const Result<QString> &)> done)
        = 0;
    /// One that was made with just these interfaces and this time, not before `sinceBootMs` (CLOCK_BOOTTIME);
    /// empty: none. @return its path
    virtual QString findCheckpoint(const QStringList &interfaces, std::chrono::seconds timeout,
                                   qint64 sinceBootMs) const = 0;
    virtual void destroyCheckpoint(const QString &path, Done done) = 0;
    virtual void extendCheckpoint(const QString &path, std::chrono::seconds fromNow) = 0;
};

} // namespace bondwright::helper
