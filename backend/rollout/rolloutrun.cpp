// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/rolloutrun.h"

#include "posix/wholefile.h"
#include "rollout/inventory.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>

#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

constexpr qsizetype maxErrors = 64 * 1024;
constexpr qint64 longestTurn = 10; // ms

QString program()
{
    return QStandardPaths::findExecutable(u"ansible-playbook"_s);
}

/// A host's name where Ansible takes a pattern: in one, some characters mean other hosts too.
QString patternOf(const QString &host)
{
    static const QRegularExpression special(u"[][*?!&~,\\\\^$]"_s);
    return host.contains(special) ? u"~^%1$"_s.arg(QRegularExpression::escape(host)) : host;
}

/// The collection of the build folder that this program is in, else the one installed with it.
QString collections()
{
    const QString built = QCoreApplication::applicationDirPath() + u"/../ansible"_s;
    const bool isThere = QDir(built + u"/ansible_collections/bondwright"_s).exists();
    return isThere ? QDir::cleanPath(built) : QStringLiteral(BONDWRIGHT_COLLECTIONS_DIR);
}

QProcessEnvironment environment()
{
    QProcessEnvironment result = ansibleEnvironment();
    result.insert(u"ANSIBLE_STDOUT_CALLBACK"_s, u"bondwright.bond.lines"_s);
    // A host whose cable is cut must not hold the play for minutes (the collection's README). Behind ssh_args, whose
    // options win where the user's configuration has them: it may lead through another host.
    if (!result.contains(u"ANSIBLE_SSH_EXTRA_ARGS"_s))
        result.insert(u"ANSIBLE_SSH_EXTRA_ARGS"_s, u"-o ServerAliveInterval=5 -o ServerAliveCountMax=2"_s);
    // Tasks that were left out would be a roll-out of nothing.
    for (const QString &name : {u"ANSIBLE_RUN_TAGS"_s, u"ANSIBLE_SKIP_TAGS"_s})
        result.remove(name);
    return result;
}

} // namespace

RolloutRun::RolloutRun(Settings settings, Invocation invocation, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_invocation(std::move(invocation))
{
    QProcessEnvironment all = environment();
    for (auto it = m_invocation.environment.cbegin(); it != m_invocation.environment.cend(); ++it)
        all.insert(it.key(), it.value());
    m_process.setProcessEnvironment(all);
    // Ansible asks on the terminal, or reads what is given to it here: a pipe, which no other process and no file sees.
    const bool isGiven = !m_invocation.becomePassword.isEmpty();
    m_process.setInputChannelMode(isGiven ? QProcess::ManagedInputChannel : QProcess::ForwardedInputChannel);
    m_process.setChildProcessModifier([] {
        // An interrupt from the terminal is for this process, which lets Ansible finish its batch. Ansible must not
        // inherit the signals that are blocked here.
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        ::signal(SIGINT, SIG_IGN);
        ::signal(SIGHUP, SIG_IGN);
        ::signal(SIGPIPE, SIG_DFL);
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &RolloutRun::read);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_errors += m_process.readAllStandardError();
        m_errors = m_errors.right(maxErrors);
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        m_isOver = true;
        read();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_isOver = true;
        m_more.start(0); // its end is told to those who have been told that it started
    });
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &RolloutRun::takeLines);
}

RolloutRun::~RolloutRun()
{
    m_process.disconnect(this);
}

Result<void> RolloutRun::start()
{
    if (program().isEmpty())
        return fail(u"rollout.no-ansible"_s, tr("ansible-playbook is not installed here."),
                    tr("Install ansible-core 2.14 or later."));
    // Beside the playbook it comes first, whatever paths the user's configuration has.
    const QString link = m_folder.filePath(u"collections"_s);
    if (QFile own(collections()); !own.link(link))
        return fail(u"rollout.write"_s, tr("“%1” cannot be written: %2").arg(link, own.errorString()));
    const QString file = m_folder.filePath(u"rollout.yml"_s);
    if (const auto written = writeWhole(file, playbook(m_settings, m_invocation.isCheck), u"rollout.write"_s); !written)
        return written;
    QString inventory = m_invocation.inventory;
    if (inventory.isEmpty()) {
        inventory = m_folder.filePath(u"hosts.json"_s);
        if (const auto written = writeWhole(inventory, m_invocation.ownInventory, u"rollout.write"_s); !written)
            return written;
    } else if (inventory.startsWith(u'-'))
        inventory.prepend("./"_L1); // it is no option
    // As key=value a blank in the path would end it.
    const QJsonObject variables{{u"bondwright_stop_file"_s, m_folder.filePath(u"stop"_s)}};
    QStringList arguments{file, u"-i"_s, inventory, u"-e"_s,
                          QString::fromUtf8(QJsonDocument(variables).toJson(QJsonDocument::Compact))};
    if (!m_invocation.limit.isEmpty())
        arguments += u"--limit="_s + m_invocation.limit;
    if (!m_invocation.hosts.isEmpty()) {
        // One argument holds no more than some thousand names.
        const QString limit = m_folder.filePath(u"limit"_s);
        QByteArray lines;
        for (const QString &host : std::as_const(m_invocation.hosts))
            lines += patternOf(host).toUtf8() + '\n';
        if (const auto written = writeWhole(limit, lines, u"rollout.write"_s); !written)
            return written;
        arguments += {u"--limit"_s, u'@' + limit};
    }
    if (m_invocation.isCheck)
        arguments += {u"--check"_s, u"--diff"_s};
    if (m_invocation.asksBecomePassword)
        arguments += u"--ask-become-pass"_s;
    m_startedAt = QDateTime::currentDateTime();
    const bool isGiven = !m_invocation.becomePassword.isEmpty();
    if (isGiven)
        arguments += {u"--become-password-file"_s, u"-"_s};
    m_process.start(program(), arguments + m_invocation.extraArguments);
    if (isGiven)
        handOverPassword();
    return {};
}

void RolloutRun::handOverPassword()
{
    QByteArray line = m_invocation.becomePassword.toUtf8() + '\n';
    m_process.write(line);
    m_process.closeWriteChannel();
    line.fill('\0');
    m_invocation.becomePassword.fill(u'\0');
    m_invocation.becomePassword.clear();
}

void RolloutRun::stopBeforeNextBatch()
{
    m_isStopping = true;
    if (!writeWhole(m_folder.filePath(u"stop"_s), {}, u"rollout.write"_s))
        abort(); // a full disk must not let it go on
}

void RolloutRun::abort()
{
    m_isStopping = true;
    if (std::exchange(m_isEnding, true))
        m_process.kill();
    else
        m_process.terminate();
}

bool RolloutRun::hasSucceeded() const
{
    return m_progress.hasSucceeded() && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

QString RolloutRun::trouble() const
{
    if (m_process.error() == QProcess::FailedToStart)
        return tr("ansible-playbook cannot be started: %1").arg(m_process.errorString());
    const QString said = QString::fromUtf8(m_errors).trimmed();
    if (!said.isEmpty() || hasSucceeded())
        return said;
    return m_process.exitStatus() == QProcess::CrashExit
        ? tr("Ansible was ended by a signal before the roll-out was over.")
        : tr("Ansible ended with status %1 before the roll-out was over.").arg(m_process.exitCode());
}

/// A group of the name of a marked host brings its own hosts instead, for Ansible looks for groups first.
void RolloutRun::refuseOthers()
{
    if (m_invocation.hosts.isEmpty() || m_isStopping)
        return;
    const QSet<QString> marked(m_invocation.hosts.cbegin(), m_invocation.hosts.cend());
    QStringList others;
    for (const HostProgress &host : m_progress.hosts()) {
        if (!marked.contains(host.host))
            others.append(host.host);
    }
    if (others.isEmpty())
        return;
    //: @error %1 names of hosts
    refuse(tr("Stopped before anything was done: the inventory has a group of the same name as a marked host, and "
              "Ansible would change hosts that are not marked: %1.")
               .arg(someOf(others)));
}

void RolloutRun::refuse(const QString &why)
{
    m_errors += '\n' + why.toUtf8();
    abort();
    m_isRefused = true;
}

void RolloutRun::read()
{
    QByteArray said = m_process.readAllStandardOutput();
    if (m_isOver)
        said += '\n'; // the last line may have no end
    if (const auto lines = m_splitter.add(said))
        m_lines += *lines;
    else if (!m_isRefused)
        //: @error
        refuse(tr("Stopped: Ansible wrote a line that is too long to be read."));
    takeLines();
}

/// Of hundreds of lines that come at once only as many as a window has time for: the others in its next turns.
void RolloutRun::takeLines()
{
    m_more.stop(); // its lines are taken now
    QElapsedTimer turn;
    turn.start();
    while (!m_lines.isEmpty() && !m_isRefused) {
        if (turn.elapsed() > longestTurn)
            return m_more.start(0);
        const QByteArray line = m_lines.takeFirst();
        // Ansible's own words about a playbook that it cannot read go there too.
        if (!line.startsWith('{'))
            m_errors = (m_errors + line + '\n').right(maxErrors);
        const qsizetype known = m_progress.hosts().size();
        Q_EMIT changed(m_progress.take(line));
        if (m_progress.hosts().size() > known)
            refuseOthers();
        // The same password would be tried on every host, until an account is locked.
        if (m_progress.isRefusedBySudo() && !m_progress.hasBecomeRoot() && !m_isStopping)
            abort();
    }
    if (m_isOver) {
        if (const QStringList left = m_progress.takeEndOfAnsible(); !left.isEmpty())
            Q_EMIT changed(left);
        Q_EMIT finished();
    }
}

} // namespace bondwright::rollout
