// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace bondwright::helper
{

template <typename T>
class Task;

namespace detail
{

struct TaskPromise {
    std::coroutine_handle<> waiter; ///< the one to resume when this one is done

    std::suspend_always initial_suspend() const noexcept { return {}; }
    auto final_suspend() const noexcept
    {
        struct Handover {
            std::coroutine_handle<> next;
            bool await_ready() const noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<>) const noexcept
            {
                return next ? next : std::noop_coroutine();
            }
            void await_resume() const noexcept { }
        };
        return Handover{waiter};
    }
    [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); } // errors are values here
};

template <typename T>
struct TaskValue : TaskPromise {
    std::optional<T> value;
    void return_value(T result) { value = std::move(result); }
    T take() { return std::move(*value); }
};

template <>
struct TaskValue<void> : TaskPromise {
    void return_void() const { }
    void take() const { }
};

} // namespace detail

/// Work that waits for others in between, written as a coroutine so that it reads from top to bottom. Runs in one
/// thread, between events; begins when it is awaited or started; ends where it is when the object goes.
template <typename T = void>
class Task final
{
public:
    struct promise_type : detail::TaskValue<T> {
        Task get_return_object() { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
    };

    Task() = default;
    Task(Task &&other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {
    }
    Task &operator=(Task &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    Task(const Task &) = delete;
    Task &operator=(const Task &) = delete;
    ~Task()
    {
        if (m_handle)
            m_handle.destroy();
    }

    void start() { m_handle.resume(); }

    bool await_ready() const { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> waiter)
    {
        m_handle.promise().waiter = waiter;
        return m_handle;
    }
    T await_resume() { return m_handle.promise().take(); }

private:
    explicit Task(std::coroutine_handle<promise_type> handle)
        : m_handle(handle)
    {
    }
    std::coroutine_handle<promise_type> m_handle;
};

/// The answer of something that calls back. The coroutine goes on from the event loop, never from within the
/// call; an answer that comes after its limit is dropped.
template <typename T>
class Answer final
{
public:
    using Callback = std::function<void(const T &)>;

    /// @param ask begins the work; @param limit how long to wait, with what to go on with then
    explicit Answer(std::function<void(Callback)> ask)
        : m_ask(std::move(ask))
    {
    }
    Answer(std::function<void(Callback)> ask, std::chrono::milliseconds limit, T late)
        : m_ask(std::move(ask))
        , m_limit(limit)
        , m_late(std::move(late))
    {
    }
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;
    ~Answer() { m_state->handle = nullptr; }

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        m_state->handle = waiter;
        if (m_late)
            QTimer::singleShot(m_limit, [state = m_state, late = *m_late] { deliver(state, late); });
        m_ask([state = m_state](const T &value) { deliver(state, value); });
    }
    T await_resume() const { return *m_state->value; }

private:
    struct State {
        std::coroutine_handle<> handle;
        std::optional<T> value;
    };
    static void deliver(const std::shared_ptr<State> &state, const T &value)
    {
        if (state->value)
            return;
        state->value = value;
        QTimer::singleShot(0, [state] {
            if (const auto waiter = std::exchange(state->handle, nullptr))
                waiter.resume();
        });
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
    std::function<void(Callback)> m_ask;
    std::chrono::milliseconds m_limit{};
    std::optional<T> m_late;
};

/// A task whose caller wants a callback: does it, later, and tells the result.
template <typename T>
Task<> answered(Task<T> task, std::function<void(const T &)> done)
{
    Answer<bool> later([](const auto &go) { go(true); });
    co_await later;
    done(co_await task);
}

/// Goes on once it holds, or after that long.
inline Task<> until(std::function<bool()> condition, std::chrono::milliseconds limit)
{
    constexpr std::chrono::milliseconds longestPause{50};
    QElapsedTimer elapsed;
    elapsed.start();
    // Most of what is waited for comes at once.
    for (std::chrono::milliseconds pause{1}; !condition() && elapsed.elapsed() < limit.count();
         pause = std::min(2 * pause, longestPause)) {
        Answer<bool> aMoment([](const auto &) {}, pause, true);
        co_await aMoment;
    }
}

} // namespace bondwright::helper
