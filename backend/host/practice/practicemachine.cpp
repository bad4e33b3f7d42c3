// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/practice/practicemachine.h"

#include "host/practice/practiceline.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int lineCount = 4; // the window's own conversation, one that confirms, one that is tried, and one that ends
constexpr int firstDescriptor = 20; // below lie those that the lab's script uses itself

/// The one of the build folder that this program is in, else the one installed with it.
QString folder()
{
    const QString built = QCoreApplication::applicationDirPath() + u"/../practice"_s;
    return QFileInfo::exists(built + u"/lab"_s) ? built : QStringLiteral(BONDWRIGHT_PRACTICE_DIR);
}

QString sbinProgram(const QString &name)
{
    return QStandardPaths::findExecutable(
        name, qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts) + QStringList{u"/usr/sbin"_s, u"/sbin"_s});
}

QStringList labArguments(const std::vector<int> &lines)
{
    QStringList arguments{u"--nics"_s,     QString::number(PracticeMachine::nics),
                          u"--topology"_s, u"two-switches-linked"_s,
                          u"--mem"_s,      u"256M"_s,
                          u"--timeout"_s,  u"864000"_s,
                          u"--tied"_s,     u"--stages"_s,
                          u"--dbus"_s,     u"--polkit"_s,
                          u"--udev"_s};
    if (!sbinProgram(u"NetworkManager"_s).isEmpty())
        arguments += u"--nm"_s;
    // A build folder's helper is not where the guest's bus looks for it.
    const QString build = QCoreApplication::applicationDirPath() + u"/.."_s;
    if (QFileInfo::exists(build + u"/cmake_install.cmake"_s))
        arguments += {u"--install"_s, QFileInfo(build).canonicalFilePath()};
    for (const int line : lines)
        arguments += {u"--line"_s, QString::number(line)};
    return arguments
        + QStringList{u"--"_s, QFileInfo(folder() + u"/agent"_s).canonicalFilePath(), QString::number(lineCount)};
}

/// A pair of sockets that no other program of ours inherits. @return ours and the machine's; -1: there is none
std::array<int, 2> socketPair()
{
    std::array<int, 2> made{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, made.data()) != 0)
        return made;
    for (int &one : made) {
        const int high = ::fcntl(one, F_DUPFD_CLOEXEC, firstDescriptor);
        ::close(one);
        one = high;
    }
    return made;
}

void discard(int fd)
{
    std::array<char, 64 * 1024> buffer{};
    while (::recv(fd, buffer.data(), buffer.size(), MSG_DONTWAIT) > 0) { }
}

} // namespace

std::optional<Error> PracticeMachine::obstacle()
{
    if (!QFileInfo::exists(folder() + u"/lab"_s))
        return Error{u"practice.missing"_s,
                     //: @error
                     tr("The practice host is not part of this installation."),
                     {}};
    if (sbinProgram(u"linux.uml"_s).isEmpty())
        return Error{u"practice.no-uml"_s,
                     //: @error
                     tr("The practice host needs User-Mode Linux, which is not installed here."),
                     //: @info what to do
                     tr("On Debian: sudo apt install user-mode-linux (for amd64 and i386). Other "
                        "distributions have no package of it.")};
    return std::nullopt;
}

bool PracticeMachine::isWithinReach()
{
    const auto missing = obstacle();
    return !missing || (missing->code == u"practice.no-uml" && !sbinProgram(u"apt-get"_s).isEmpty());
}

QString PracticeMachine::reasonIn(const QString &output)
{
    constexpr auto lab = "lab: "_L1;
    QString first;
    QString reason;
    for (const QString &line : output.split(u'\n')) {
        if (line.startsWith(u"---- lab: ")) // from here on logs are shown, with what others said
            break;
        if (line.startsWith(lab))
            reason = line.mid(lab.size());
        else if (first.isEmpty())
            first = line;
    }
    return (reason.isEmpty() ? first : reason).trimmed();
}

PracticeMachine::PracticeMachine(QObject *parent)
    : QObject(parent)
{
}

PracticeMachine::~PracticeMachine()
{
    if (m_process) {
        m_process->disconnect(this);
        // It ends with its input; killed at once, it would leave the guest.
        m_process->closeWriteChannel();
        m_process->terminate();
        m_process->waitForFinished(5000);
    }
    m_controlReader.reset();
    Sockets ours(nullptr);
    ours.lines.swap(m_lines);
    std::swap(ours.control, m_control);
}

std::unique_ptr<LineChannel> PracticeMachine::open()
{
    auto line = std::make_unique<PracticeLine>(*this);
    connect(this, &PracticeMachine::stepChanged, line.get(), &LineChannel::approached);
    m_waiting.append(line.get());
    if (m_state == State::Off)
        start();
    else
        connectWaiting();
    return line;
}

std::vector<int> PracticeMachine::makeLines()
{
    std::vector<int> theirs;
    for (int i = 0; i <= lineCount; ++i) {
        const auto [ours, its] = socketPair();
        if (ours < 0 || its < 0)
            continue;
        theirs.push_back(its);
        if (i == 0) {
            m_control = ours;
            continue;
        }
        Line line;
        line.fd = ours;
        line.unwanted = std::make_unique<QSocketNotifier>(ours, QSocketNotifier::Read);
        line.unwanted->setEnabled(false);
        connect(line.unwanted.get(), &QSocketNotifier::activated, this, [fd = line.fd] { discard(fd); });
        m_lines.push_back(std::move(line));
    }
    return theirs;
}

void PracticeMachine::start()
{
    if (const auto missing = obstacle()) {
        // Told later: the one who opened the channel does not listen to it yet.
        QMetaObject::invokeMethod(
            this, [this, missing] { end(missing->text()); }, Qt::QueuedConnection);
        return;
    }
    const std::vector<int> theirs = makeLines();
    m_controlReader = std::make_unique<QSocketNotifier>(m_control, QSocketNotifier::Read);
    connect(m_controlReader.get(), &QSocketNotifier::activated, this, &PracticeMachine::readControl);
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setChildProcessModifier([theirs] {
        for (const int fd : theirs)
            ::fcntl(fd, F_SETFD, 0);
    });
    connect(m_process.get(), &QProcess::finished, this,
            [this] { end(reasonIn(QString::fromUtf8(m_process->readAll()))); });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(m_process->errorString());
    });
    // A build folder is not copied, only linked to: the guest sees this computer's files.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CMAKE_INSTALL_MODE"_s, u"ABS_SYMLINK_OR_COPY"_s);
    m_process->setProcessEnvironment(environment);
    m_clock.start();
    m_step = Step::Preparing;
    setState(State::Starting);
    m_process->start(folder() + u"/lab"_s, labArguments(theirs));
    for (const int fd : theirs)
        ::close(fd);
}

PracticeMachine::Sockets::~Sockets()
{
    for (Line &line : lines) {
        line.unwanted.reset(); // before what it listens to
        ::close(line.fd);
    }
    if (control >= 0)
        ::close(control);
}

void PracticeMachine::readControl()
{
    std::array<char, 4096> buffer{};
    const ssize_t got = ::recv(m_control, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got <= 0) {
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            m_controlReader->setEnabled(false); // the process tells its end
        return;
    }
    const auto lines = m_heard.add(QByteArray(buffer.data(), qsizetype(got)));
    if (!lines) { // not the agent any more
        m_controlReader->setEnabled(false);
        return m_process->terminate();
    }
    for (const QByteArray &line : *lines)
        takeAnswer(QString::fromUtf8(line).trimmed()); // the boot's own come from a cooked terminal
}

void PracticeMachine::takeAnswer(const QString &line)
{
    if (line.startsWith(u"stage ")) {
        constexpr std::array names{
            std::pair(QLatin1String("system"), Step::System), std::pair(QLatin1String("cables"), Step::Cables),
            std::pair(QLatin1String("services"), Step::Services), std::pair(QLatin1String("network"), Step::Network)};
        const auto *known = std::ranges::find_if(names, [&](const auto &one) { return line.mid(6) == one.first; });
        if (known != names.end())
            setStep(known->second);
    } else if (line == u"ready") {
        setStep(Step::Bondctl);
        setState(State::Running);
        connectWaiting();
    } else if (line.startsWith(u"closed ")) {
        takeClosed(line.mid(7).toInt());
    } else if ((line == u"done" || line.startsWith(u"failed ")) && !m_orders.isEmpty()) {
        const Order order = m_orders.dequeue();
        if (!order.context)
            return;
        order.done(line == u"done" ? Result<void>() : fail(u"practice.order"_s, line.mid(7), {}));
    }
}

void PracticeMachine::takeClosed(int number)
{
    if (number < 1 || number > int(m_lines.size()))
        return;
    Line &line = m_lines[std::size_t(number) - 1];
    const QPointer<PracticeLine> user = std::exchange(line.user, nullptr);
    line.unwanted->setEnabled(false);
    discard(line.fd);
    line.use = Use::Free;
    if (user)
        //: @error
        user->end({u"practice.ended"_s, tr("bondctl on the practice host has ended."), {}});
    connectWaiting();
}

void PracticeMachine::say(const QString &order)
{
    const QByteArray line = order.toUtf8() + '\n';
    (void)::send(m_control, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
}

void PracticeMachine::connectWaiting()
{
    if (m_state != State::Running)
        return;
    for (std::size_t i = 0; i < m_lines.size() && !m_waiting.isEmpty(); ++i) {
        Line &line = m_lines[i];
        if (line.use != Use::Free)
            continue;
        const QPointer<PracticeLine> next = m_waiting.takeFirst();
        if (!next) {
            --i;
            continue;
        }
        line.use = Use::Taken;
        line.user = next;
        say(u"open %1"_s.arg(i + 1));
        next->begin(line.fd);
    }
}

void PracticeMachine::release(const PracticeLine *gone)
{
    m_waiting.removeIf([gone](const QPointer<PracticeLine> &one) { return !one || one == gone; });
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        if (line.use != Use::Taken || (line.user && line.user != gone))
            continue;
        line.user = nullptr;
        line.use = Use::Closing;
        line.unwanted->setEnabled(true);
        say(u"close %1"_s.arg(i + 1));
    }
}

void PracticeMachine::order(const QStringList &words, QObject *context, Done done)
{
    if (m_state != State::Running) {
        QMetaObject::invokeMethod(
            context,
            [done = std::move(done)] {
                //: @error
                done(fail(u"practice.off"_s, tr("The practice host does not run."), {}));
            },
            Qt::QueuedConnection);
        return;
    }
    m_orders.enqueue({context, std::move(done)});
    say(words.join(u' '));
}

void PracticeMachine::end(const QString &why)
{
    if (m_process)
        m_process.release()->deleteLater(); // it is the one that tells
    //: @error
    const Error error{u"practice.off"_s, why.isEmpty() ? tr("The practice host does not run.") : why, {}};
    // The receiver may start the machine again at once: nothing of the old one may be left here by then.
    QList<QPointer<PracticeLine>> users = std::exchange(m_waiting, {});
    for (Line &line : m_lines)
        users.append(std::exchange(line.user, nullptr));
    const QQueue<Order> orders = std::exchange(m_orders, {});
    auto *old = new Sockets(this);
    old->lines.swap(m_lines);
    std::swap(old->control, m_control);
    m_heard = LineSplitter(maximumAnswer);
    if (m_controlReader) {
        m_controlReader->setEnabled(false);
        m_controlReader.release()->deleteLater();
    }
    setState(State::Off);
    for (const QPointer<PracticeLine> &user : users) {
        if (user)
            user->end(error);
    }
    for (const Order &order : orders) {
        if (order.context)
            order.done(tl::unexpected(error));
    }
    old->deleteLater(); // after the channels on them, which will be deleted by then
}

QString PracticeMachine::stepText(Step step)
{
    switch (step) {
    case Step::Preparing:
        //: @status what the practice host is at while it starts
        return tr("Its files are prepared, and its kernel starts");
    case Step::System:
        //: @status what the practice host is at while it starts
        return tr("Its file systems and the bonding driver");
    case Step::Cables:
        //: @status what the practice host is at while it starts
        return tr("NICs, cables and two switches");
    case Step::Services:
        //: @status what the practice host is at while it starts
        return tr("D-Bus, polkit and udev");
    case Step::Network:
        //: @status what the practice host is at while it starts
        return tr("NetworkManager");
    case Step::Bondctl:
        //: @status what the practice host is at while it starts
        return tr("bondctl, which tells its state");
    }
    return {};
}

void PracticeMachine::setStep(Step step)
{
    if (std::exchange(m_step, step) != step)
        Q_EMIT stepChanged(step);
}

void PracticeMachine::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace bondwright::host
