// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/counterwatch.h"

#include "kernel/kernelsource.h"

#include <algorithm>
#include <optional>

namespace bondwright::kernel
{

/// All wishes for one source; a child of the source, by which it is found, and destroyed with it.
class CounterWatch::Board : public QObject
{
public:
    explicit Board(KernelSource *source)
        : QObject(source)
        , m_source(source)
    {
        setObjectName(QStringLiteral("bondwright-counter-wishes"));
    }
    static Board *of(KernelSource *source)
    {
        for (QObject *child : source->children()) {
            if (auto *board = dynamic_cast<Board *>(child))
                return board;
        }
        return new Board(source);
    }
    void add(CounterWatch *watch) { m_watches.append(watch); }
    void remove(CounterWatch *watch)
    {
        m_watches.removeOne(watch);
        tell();
    }
    void tell()
    {
        if (!m_source)
            return;
        QSet<int> all;
        std::optional<std::chrono::milliseconds> shortest;
        for (const CounterWatch *watch : std::as_const(m_watches)) {
            all.unite(watch->interfaces());
            if (!watch->interfaces().isEmpty())
                shortest = std::min(shortest.value_or(watch->interval()), watch->interval());
        }
        if (shortest && shortest != m_interval) {
            m_interval = shortest;
            m_source->setSampleInterval(*shortest);
        }
        if (all != m_told) {
            m_told = all;
            m_source->watchCounters(all);
        }
    }

private:
    QPointer<KernelSource> m_source; ///< null while the source, and with it this, is being destroyed
    QList<CounterWatch *> m_watches;
    QSet<int> m_told;
    std::optional<std::chrono::milliseconds> m_interval;
};

CounterWatch::CounterWatch(KernelSource *source, QObject *parent)
    : QObject(parent)
    , m_board(Board::of(source))
{
    m_board->add(this);
}

CounterWatch::~CounterWatch()
{
    if (m_board)
        m_board->remove(this);
}

void CounterWatch::setInterfaces(const QSet<int> &ifindexes)
{
    if (m_interfaces == ifindexes)
        return;
    m_interfaces = ifindexes;
    if (m_board)
        m_board->tell();
}

void CounterWatch::setInterval(std::chrono::milliseconds interval)
{
    m_interval = std::clamp(interval, std::chrono::milliseconds(50), std::chrono::milliseconds(1000));
    if (m_board)
        m_board->tell();
}

} // namespace bondwright::kernel
