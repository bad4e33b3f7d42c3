// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/linesplitter.h"
#include "domain/result.h"
#include "rollout/playbook.h"
#include "rollout/progress.h"

#include <QByteArrayList>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

namespace bondwright::rollout
{

/// How Ansible is called.
struct Invocation {
    QString inventory; ///< a file, a folder or a list with a comma, as ansible-playbook's -i
    QString limit; ///< pattern of hosts; empty: all
    bool isCheck = false; ///< changes nothing
    bool asksBecomePassword = false; ///< Ansible asks for it on the terminal
    QStringList extraArguments; ///< passed on as they are
    QByteArray ownInventory = {}; ///< taken instead where `inventory` is empty (inventoryOf())
    QStringList hosts = {}; ///< only these of the inventory, however many they are; empty: as `limit` says
    QMap<QString, QString> environment = {}; ///< added: what ssh asks by where there is no terminal
    QString becomePassword = {}; ///< for sudo on the hosts, where no terminal asks for it; empty: none
};

/// One run of ansible-playbook with the collection's role and callback. It keeps working if this object is destroyed: a
/// pending change is then reverted by its host.
class RolloutRun : public QObject
{
    Q_OBJECT
public:
    RolloutRun(Settings settings, Invocation invocation, QObject *parent = nullptr);
    ~RolloutRun() override;

    /// Errors: "rollout.no-ansible", "rollout.write".
    Result<void> start();
    /// The hosts of this batch are finished, no further batch begins.
    void stopBeforeNextBatch();
    /// Ends Ansible, the second time whatever it is doing. What is not confirmed yet is reverted by its host.
    void abort();
    bool isStopping() const { return m_isStopping; }

    const Settings &settings() const { return m_settings; }
    /// Without the password, from start() on.
    const Invocation &invocation() const { return m_invocation; }
    const Progress &progress() const { return m_progress; }
    /// What Ansible said on the error stream, or how it ended: why there is no result.
    QString trouble() const;
    bool hasSucceeded() const; ///< every host, and Ansible itself
    const QDateTime &startedAt() const { return m_startedAt; }

Q_SIGNALS:
    void changed(const QStringList &hosts);
    void finished();

private:
    void read();
    void takeLines();
    void refuseOthers();
    void refuse(const QString &why);
    void handOverPassword();

    Settings m_settings;
    Invocation m_invocation;
    QTemporaryDir m_folder;
    QProcess m_process;
    LineSplitter m_splitter{4 * 1024 * 1024};
    QByteArrayList m_lines; ///< not taken yet
    QTimer m_more; ///< lines wait for the next turn
    QByteArray m_errors;
    Progress m_progress;
    QDateTime m_startedAt;
    bool m_isStopping = false;
    bool m_isEnding = false; ///< Ansible was asked to
    bool m_isOver = false; ///< Ansible has ended
    bool m_isRefused = false; ///< what it still says does not count
};

} // namespace bondwright::rollout
