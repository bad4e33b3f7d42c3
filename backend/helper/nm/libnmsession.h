// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/nm/nmsession.h"

#include <QObject>

typedef struct _NMClient NMClient;
typedef struct _NMDevice NMDevice;

namespace bondwright::helper
{

/// Fixed calls of libnm, all asynchronous. Answers come through glib's main context, which Qt's event loop turns.
class LibnmSession final : public QObject, public NmSession
{
    Q_OBJECT
public:
    LibnmSession() = default;
    ~LibnmSession() override;

    void open(Done done) override;
    bool isOpen() const override { return m_client != nullptr; }
    bool isRunning() const override;
    bool isStarting() const override;
    DeviceState device(const QString &interface) const override;
    std::optional<bool> hasProfile(const formats::nm::Profile &profile) const override;
    void reload(Done done) override;
    void activate(const QString &uuid, const QString &interface, Done done) override;
    void reapply(const QString &interface, Done done) override;
    void disconnectDevice(const QString &interface, Done done) override;
    void deleteDevice(const QString &interface, Done done) override;
    void createCheckpoint(const QStringList &interfaces, std::chrono::seconds timeout,
                          std::function<void(const Result<QString> &)> done) override;
    QString findCheckpoint(const QStringList &interfaces, std::chrono::seconds timeout,
                           qint64 sinceBootMs) const override;
    void destroyCheckpoint(const QString &path, Done done) override;
    void extendCheckpoint(const QString &path, std::chrono::seconds fromNow) override;

private:
    NMDevice *find(const QString &interface) const;

    NMClient *m_client = nullptr;
};

} // namespace bondwright::helper
