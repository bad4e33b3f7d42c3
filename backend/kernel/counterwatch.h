// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QSet>

#include <chrono>

namespace bondwright::kernel
{

class KernelSource;

/// One party's wish to have interfaces sampled. A source samples one set at one interval; several windows
/// want different ones. The source gets the union of all wishes and the shortest interval, and the wish ends
/// with this object. Where several use one source, all must use this class.
class CounterWatch : public QObject
{
    Q_OBJECT
public:
    explicit CounterWatch(KernelSource *source, QObject *parent = nullptr);
    ~CounterWatch() override;

    void setInterfaces(const QSet<int> &ifindexes);
    /// 50 ms to 1 s; default 500 ms.
    void setInterval(std::chrono::milliseconds interval);

    const QSet<int> &interfaces() const { return m_interfaces; }
    std::chrono::milliseconds interval() const { return m_interval; }

private:
    class Board;
    QPointer<Board> m_board; ///< gone with its source
    QSet<int> m_interfaces;
    std::chrono::milliseconds m_interval{500};
};

} // namespace bondwright::kernel
