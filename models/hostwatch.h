// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/healthkeeper.h"
#include "host/remote/reach.h"
#include "kernel/event.h"
#include "kernel/kernelsource.h"

#include <QDateTime>
#include <QMap>
#include <QObject>
#include <QPointer>

namespace bondwright::models
{

/// One bond of a host, as the table of all hosts shows it.
struct HostBond {
    QString name; ///< empty: the host has no bond, or nothing is known of it yet
    QString mode; ///< the kernel's name
    diagnosis::Verdict verdict = diagnosis::Verdict::Unknown;
    QString cause; ///< translated sentence
    QDateTime since; ///< of the verdict; invalid: since before it was watched
    QString activeSlave;
    QDateTime lastFailover; ///< invalid: none is known
    std::optional<quint32> speedMbps;

    friend bool operator==(const HostBond &, const HostBond &) = default;
};

/// What is known of one host: its bonds with their verdicts, and since when they have them. What was last seen
/// stays while the host is away.
class HostWatch final : public QObject
{
    Q_OBJECT
public:
    /// A host is taken for reached until setReach() says otherwise. @param source outlives this
    HostWatch(const QString &name, kernel::KernelSource *source, QObject *parent = nullptr);

    const QString &name() const { return m_name; }
    /// Its group in the list of hosts; empty: none.
    const QString &group() const { return m_group; }
    void setGroup(const QString &group);
    host::Reach reach() const { return m_reach; }
    bool isReached() const { return host::isReached(m_reach); }
    /// Why it is not reached; translated.
    const QString &trouble() const { return m_trouble; }
    /// @param lastSeen when something was last heard of it; invalid: never
    void setReach(host::Reach reach, const QString &trouble = {}, const QDateTime &lastSeen = {});
    /// What happened before it was watched: the last failovers.
    void addEarlier(const QList<kernel::BondEvent> &events);

    /// In the order of their names.
    const QList<HostBond> &bonds() const { return m_bonds; }
    /// Of all its bonds; Unknown where none is known.
    diagnosis::Verdict worst() const;
    /// One line: "2 bonds, healthy", "last seen 03:23:54".
    QString summary() const;

Q_SIGNALS:
    void changed();
    void groupChanged();

private:
    void take();
    void takeEvent(const kernel::BondEvent &event);

    QString m_name;
    QString m_group;
    QPointer<kernel::KernelSource> m_source;
    host::Reach m_reach = host::Reach::Served;
    QString m_trouble;
    QDateTime m_lastSeen;
    QList<HostBond> m_bonds;
    QMap<QString, QDateTime> m_failovers; ///< by bond: the last one
};

/// Larger is worse: the worst is sorted first.
int badness(diagnosis::Verdict verdict);

} // namespace bondwright::models
