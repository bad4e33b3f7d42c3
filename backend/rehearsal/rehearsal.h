// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hostfacts.h"
#include "kernel/recording/record.h"
#include "rehearsal/report.h"
#include "rehearsal/request.h"

#include <QObject>

#include <memory>

class QProcess;

namespace bondwright::rehearsal
{

/// Rehearses a plan in processes of their own (bondwright-rehearsal), which end with this object.
class Rehearsal : public QObject
{
    Q_OBJECT
public:
    /// @param switchKind nullopt: the one that the mode is made for, and a look at what others would show
    Rehearsal(const BondPlan &plan, const HostFacts &host, std::optional<SwitchKind> switchKind,
              QObject *parent = nullptr);
    ~Rehearsal() override;

    void start();

Q_SIGNALS:
    /// What happens behind the planned switch, as in a recording.
    void recorded(const bondwright::kernel::recording::Record &record);
    void finished(const bondwright::rehearsal::Report &report);

private:
    struct Worker;
    void startWorker(SwitchKind kind, bool observeOnly);
    void read(Worker &worker);
    void take(Worker &worker, const QByteArray &line);
    void onEnded(Worker &worker);
    void finishIfDone();

    Request m_request;
    QList<SwitchKind> m_others;
    QStringList m_modules; ///< of the kernel, that were there before
    std::vector<std::unique_ptr<Worker>> m_workers; ///< the first is the rehearsal itself
    bool m_isFinished = false;
};

/// The request for a plan on this host: its MAC resolved, the stand-ins with their NICs' addresses.
Request requestFor(const BondPlan &plan, const HostFacts &host, SwitchKind kind);

} // namespace bondwright::rehearsal
