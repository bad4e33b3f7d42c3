// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <cstdio>
#include <mutex>
#include <thread>

namespace bondwright::helper::test
{

/// Takes the place of the guest's journal: what NetworkManager and the helper tell it goes to a file, with the time,
/// also of those that are killed and started again. What the run itself does can be written between.
class Journal final
{
public:
    /// @param path empty: nothing is kept
    explicit Journal(const QString &path);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    void write(const QByteArray &text);

private:
    void serve();

    std::FILE *m_file = nullptr;
    int m_socket = -1;
    QElapsedTimer m_time;
    std::mutex m_mutex;
    std::thread m_thread;
};

} // namespace bondwright::helper::test
