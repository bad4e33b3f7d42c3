// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/linesplitter.h"
#include "host/transport/linechannel.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QProcess>
#include <QQueue>
#include <QSocketNotifier>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace bondwright::host
{

class PracticeLine;

/// A host that cannot be broken: the lab's guest (docs/LAB.md), a Linux in a process of this user, reached by its
/// serial lines. It has four NICs, two switches, NetworkManager and the helper; nothing of it outlives this object.
class PracticeMachine final : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 { Off, Starting, Running };
    /// What a starting machine is doing.
    enum class Step : quint8 { Preparing, System, Cables, Services, Network, Bondctl };
    using Done = std::function<void(const Result<void> &)>;
    static constexpr int nics = 4;

    /// Why there can be none on this computer, and what to do; nothing: it can be started.
    static std::optional<Error> obstacle();
    /// It can be started, or lacks only a package that this computer's distribution has.
    static bool isWithinReach();

    /// Of all that the lab printed before it ended: why. Empty: it said nothing.
    static QString reasonIn(const QString &output);

    explicit PracticeMachine(QObject *parent = nullptr);
    ~PracticeMachine() override;

    State state() const { return m_state; }
    Step step() const { return m_step; }
    /// Translated.
    static QString stepText(Step step);
    /// Since it was started.
    std::chrono::milliseconds elapsed() const
    {
        return std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0);
    }
    /// A further conversation with its bondctl; starts the machine where it does not run. What is sent before it is up
    /// waits for it. Lives no longer than this.
    std::unique_ptr<LineChannel> open();
    /// One of the agent's orders (packaging/practice/agent), such as {"pull", "0"}.
    /// @param done called once, unless @p context is gone. Errors: "practice.off", "practice.order"
    void order(const QStringList &words, QObject *context, Done done);

Q_SIGNALS:
    void stateChanged(bondwright::host::PracticeMachine::State state);
    void stepChanged(bondwright::host::PracticeMachine::Step step);

private:
    friend class PracticeLine;
    static constexpr qsizetype maximumAnswer = 64 * 1024;
    enum class Use : quint8 { Free, Taken, Closing };
    struct Line {
        int fd = -1;
        Use use = Use::Free;
        QPointer<PracticeLine> user;
        std::unique_ptr<QSocketNotifier> unwanted; ///< reads what a program still says to a conversation that is over
    };
    /// Those of a machine that has ended.
    struct Sockets final : public QObject {
        using QObject::QObject;
        ~Sockets() override;
        std::vector<Line> lines;
        int control = -1;
    };
    struct Order {
        QPointer<QObject> context;
        Done done;
    };

    void start();
    std::vector<int> makeLines();
    void readControl();
    void takeAnswer(const QString &line);
    void takeClosed(int number);
    void say(const QString &order);
    void connectWaiting();
    void release(const PracticeLine *line);
    void end(const QString &why);
    void setState(State state);
    void setStep(Step step);

    State m_state = State::Off;
    Step m_step = Step::Preparing;
    QElapsedTimer m_clock;
    std::unique_ptr<QProcess> m_process;
    int m_control = -1;
    std::unique_ptr<QSocketNotifier> m_controlReader;
    LineSplitter m_heard{maximumAnswer};
    std::vector<Line> m_lines; ///< number 1 and on, in the agent's count
    QList<QPointer<PracticeLine>> m_waiting; ///< for a line, or for the machine to be up
    QQueue<Order> m_orders; ///< not answered yet, in their order
};

} // namespace bondwright::host
