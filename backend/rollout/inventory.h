// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include <memory>

namespace bondwright::rollout
{

/// A host of an inventory.
struct InventoryHost {
    QString name; ///< Ansible's
    QString sshName; ///< what ssh is given: "ops@192.0.2.1", "ssh://srv1:2222"
    QString group; ///< the smallest that it is in; empty: none

    friend bool operator==(const InventoryHost &, const InventoryHost &) = default;
};

constexpr qsizetype maxInventoryHosts = 10'000;
constexpr qsizetype maxInventoryBytes = 64 * 1024 * 1024;

/// What `ansible-inventory --list` prints, in the order of the groups. Error "inventory.format".
Result<QList<InventoryHost>> inventoryFromJson(const QByteArray &json);

/// Hosts as ssh names them with a name that Ansible takes: "ssh://ops@[2001:db8::1]:2222" is "ops@2001:db8::1#2222".
QList<InventoryHost> hostsOf(const QStringList &sshNames);
/// An inventory of these, for ansible-playbook.
QByteArray inventoryOf(const QList<InventoryHost> &hosts);

/// Ours for Ansible's programs: of an inventory that they can read half of, they would take that half and only warn; and
/// a locale that they do not refuse.
QProcessEnvironment ansibleEnvironment();

/// Asks `ansible-inventory --list` without blocking.
class InventoryReader final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~InventoryReader() override;

    /// @param path a file, a script or a folder. An earlier question is dropped.
    void read(const QString &path);

Q_SIGNALS:
    void done(const QList<bondwright::rollout::InventoryHost> &hosts);
    /// @param error "rollout.no-ansible", "inventory.read", "inventory.format"
    void failed(const bondwright::Error &error);

private:
    void take();

    std::unique_ptr<QProcess> m_process;
};

/// An inventory that is read again whenever its file, or a file of its folder, changes.
class InventoryWatch final : public QObject
{
    Q_OBJECT
public:
    explicit InventoryWatch(QObject *parent = nullptr);

    void follow(const QString &path);

Q_SIGNALS:
    void changed(const QList<bondwright::rollout::InventoryHost> &hosts);
    void failed(const bondwright::Error &error);

private:
    void watch();

    QString m_path;
    InventoryReader m_reader;
    QFileSystemWatcher m_files;
    QTimer m_later;
};

} // namespace bondwright::rollout
