// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace bondwright::watch
{

/// Runs an administrator's command when a bond's verdict has changed. At most once a minute for each bond: of the
/// changes in between only the last state is reported, and only if it differs from the last report.
class Notifier : public QObject
{
    Q_OBJECT
public:
    /// @param command a program's path, without arguments and without a shell; empty: nothing is run
    /// @param pause between two reports about one bond
    explicit Notifier(const QString &command, QObject *parent = nullptr,
                      std::chrono::milliseconds pause = std::chrono::minutes(1));

    /// The program finds BONDWRIGHT_BOND, _VERDICT, _RULE, _CAUSE, _EVIDENCE and _NEXT_STEP in its environment.
    void tell(const QString &bond, const diagnosis::Diagnosis &diagnosis);

Q_SIGNALS:
    void failed(const QString &reason);

private:
    struct Told {
        std::optional<diagnosis::Verdict> last;
        std::optional<diagnosis::Diagnosis> waiting;
        QTimer *pause = nullptr;
    };
    void run(const QString &bond);

    QString m_command;
    std::chrono::milliseconds m_pause;
    QHash<QString, Told> m_told;
};

} // namespace bondwright::watch
