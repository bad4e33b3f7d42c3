// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/recording/record.h"
#include "rehearsal/report.h"
#include "rehearsal/request.h"

#include <QObject>

#include <functional>
#include <memory>

namespace bondwright::helper
{
class HelperClient;
}

namespace bondwright::rehearsal
{

class Worker;

/// Rehearses a plan in processes of their own (bondwright-rehearsal), which end with this object.
class Rehearsal : public QObject
{
    Q_OBJECT
public:
    /// @param switchKind nullopt: the one that the mode is made for, and a look at what others would show
    Rehearsal(const BondPlan &plan, const HostFacts &host, std::optional<SwitchKind> switchKind,
              QObject *parent = nullptr);
    ~Rehearsal() override;

    /// The program beside this one in the build folder, else the installed one.
    static QString programPath();

    /// As this user.
    void start(const QString &program = programPath());
    /// By the helper: where this user may have no namespaces, or the driver is not loaded.
    /// @param helper must outlive this object
    void startBy(helper::HelperClient &helper);

Q_SIGNALS:
    /// What happens behind the planned switch, as in a recording.
    void recorded(const bondwright::kernel::recording::Record &record);
    void finished(const bondwright::rehearsal::Report &report);

private:
    struct Run;
    using Start = std::function<void(Worker &worker, const Request &request)>;
    void add(const Request &request, const Start &start);
    void take(Run &run, const QByteArray &line);
    void onEnded(Run &run, const Error &trouble);
    void finishIfDone();

    QList<Request> m_requests; ///< the rehearsal itself first, then those that pull other cables or only look
    QStringList m_modules; ///< of the kernel, that were there before
    std::vector<std::unique_ptr<Run>> m_runs; ///< the first is the rehearsal itself
    std::size_t m_expected = 1; ///< how many runs
    bool m_isFinished = false;
};

} // namespace bondwright::rehearsal
