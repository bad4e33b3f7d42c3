// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/linesplitter.h"
#include "rehearsal/request.h"

#include <QObject>
#include <QTimer>

class QProcess;

namespace bondwright::helper
{
class HelperClient;
}

namespace bondwright::rehearsal
{

/// One process bondwright-rehearsal: gets a request and writes lines. It ends with this object, which does not wait for
/// that.
class Worker final : public QObject
{
    Q_OBJECT
public:
    /// The cables of a bond with arp_interval=10000 take more than three minutes.
    static constexpr std::chrono::minutes longestRun{5};

    /// @param limit how long the program may take; error "rehearsal.slow"
    explicit Worker(QObject *parent = nullptr, std::chrono::seconds limit = longestRun);
    ~Worker() override;

    /// As this user.
    void start(const QString &program, const Request &request);
    /// By the helper, which may ask for authorisation. All lines come at the end.
    /// @param helper must outlive this object
    void start(helper::HelperClient &helper, const Request &request);

Q_SIGNALS:
    void allowed(); ///< the helper has let it run
    void lineRead(const QByteArray &line);
    /// Once. @param trouble its message is empty if the process only ended
    void ended(const bondwright::Error &trouble);

private:
    void take(const QByteArray &bytes);
    void end(const Error &trouble);

    QProcess *m_process = nullptr;
    QTimer m_deadline;
    LineSplitter m_lines{4 * 1024 * 1024};
    bool m_hasEnded = false;
};

} // namespace bondwright::rehearsal
