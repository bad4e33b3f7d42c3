// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "helper/environment.h"
#include "posix/uniquefd.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <chrono>

namespace bondwright::helper
{

/// Its holder owns the record and may work on its transaction. It is not the lock of the files' journal, which ends
/// with the journal: the running state is restored after the files, and no other process may begin that.
class OwnerLock final
{
public:
    OwnerLock() = default;
    /// "files.busy" if another process has it.
    static Result<OwnerLock> take(const Environment &environment);
    /// Shows others that the holder still moves; every second, from the loop that does the work.
    void beat();

private:
    UniqueFd m_fd;
    quint64 m_beats = 0;
};

/// Looks at the holder of the lock from another process, and ends one that does not move any more: stopped, or
/// caught in a call to a disk that does not answer.
class HolderWatch final
{
public:
    static constexpr std::chrono::milliseconds patience{15'000};
    static constexpr int minLooks = 30; ///< a watcher that was stopped itself has seen nothing

    explicit HolderWatch(Environment environment);
    /// To be called again and again while the lock is wanted. @return whether it has sent the holder SIGKILL
    bool endIfStuck();

private:
    QByteArray look() const;

    Environment m_environment;
    QByteArray m_seen;
    QElapsedTimer m_since;
    int m_looks = 0;
};

} // namespace bondwright::helper
