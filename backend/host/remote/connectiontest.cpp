// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/connectiontest.h"

#include "domain/errorcode.h"

#include <algorithm>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

bool saysOneOf(const Error &error, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(
        words, [&error](QLatin1StringView word) { return error.message.contains(word) || error.hint.contains(word); });
}

QString adviceFor(ConnectStep step, const Error &error)
{
    if (saysOneOf(error, {"IDENTIFICATION HAS CHANGED"_L1}))
        //: @info what to do
        return ConnectionTest::tr("The host shows another key than before. Find out why; only if that is in order, "
                                  "remove the old one with ssh-keygen -R.");
    switch (step) {
    case ConnectStep::Name:
        //: @info what to do
        return ConnectionTest::tr("Look at the name, or give the address.");
    case ConnectStep::Reach:
        //: @info what to do
        return ConnectionTest::tr("Look whether the host is on, whether sshd runs there, and at firewalls between.");
    case ConnectStep::Bondctl:
        if (!error.hint.isEmpty() && error.code != u"transport.ended") // that one's is what was said before
            return error.hint;
        [[fallthrough]];
    default:
        //: @info what to do
        return ConnectionTest::tr("Try “ssh” to it in a terminal: user name, key, host key.");
    }
}

} // namespace

ConnectStep failedStep(const Error &error)
{
    // OpenSSH's own sentences are not translated.
    if (error.code == errorcode::hostName
        || saysOneOf(error, {"Could not resolve hostname"_L1, "Name or service not known"_L1}))
        return ConnectStep::Name;
    if (saysOneOf(error,
                  {"Permission denied"_L1, "Host key verification failed"_L1, "authentication failures"_L1,
                   "IDENTIFICATION HAS CHANGED"_L1, "account is currently not available"_L1}))
        return ConnectStep::Login;
    // ssh ends with its own status where it was not let in: what ended otherwise, with or without a word, had been.
    if (error.code == errorcode::noBondctl || error.code.startsWith(u"protocol.") || error.code.isEmpty()
        || error.code == u"transport.ended")
        return ConnectStep::Bondctl;
    return ConnectStep::Reach;
}

ConnectionTest::ConnectionTest(RemoteHost &remote, QObject *parent)
    : QObject(parent)
    , m_remote(remote)
{
    connect(&remote.connection(), &Connection::stateChanged, this, &ConnectionTest::take);
}

void ConnectionTest::start()
{
    set(ConnectStep::Name, Outcome::Running);
    set(ConnectStep::Reach, Outcome::Running);
    m_remote.connection().start();
}

void ConnectionTest::take(Connection::State state)
{
    if (m_isOver)
        return;
    if (state == Connection::State::Offline || state == Connection::State::Refused)
        return takeLoss(m_remote.connection().trouble());
    if (state != Connection::State::Online)
        return;
    for (const ConnectStep step : {ConnectStep::Name, ConnectStep::Reach, ConnectStep::Login})
        set(step, Outcome::Passed);
    const Hello &hello = m_remote.connection().hello();
    //: @status %1 a version
    const QString version = tr("version %1").arg(hello.program);
    if (hello.program == QStringLiteral(BONDWRIGHT_VERSION))
        set(ConnectStep::Bondctl, Outcome::Passed, version);
    else
        set(ConnectStep::Bondctl, Outcome::Limited, version,
            //: @info %1 a version
            tr("This computer has %1: what one of them does not know is left out.")
                .arg(QStringLiteral(BONDWRIGHT_VERSION)));
    askHelper();
}

void ConnectionTest::takeLoss(const Error &why)
{
    const ConnectStep failed = failedStep(why);
    for (const ConnectStep step : allConnectSteps) {
        if (step < failed)
            set(step, Outcome::Passed);
    }
    if (why.code == errorcode::noBondctl) {
        set(failed, Outcome::Limited, why.message,
            //: @info what to do
            tr("The host can be watched without it. To change it from here, install Bondwright there."));
        return askScript();
    }
    set(failed, Outcome::Failed, why.message, adviceFor(failed, why));
    end();
}

void ConnectionTest::askScript()
{
    set(ConnectStep::Helper, Outcome::Running);
    m_remote.helper().capabilities(this, [this](const bondwright::Result<helper::Capabilities> &answer) {
        if (answer) {
            set(ConnectStep::Bondctl, Outcome::Limited, result(ConnectStep::Bondctl).text);
            set(ConnectStep::Helper, Outcome::Limited,
                //: @status of a host without Bondwright, %1 its system
                tr("none: %1 is changed by a script").arg(answer->osName),
                //: @info what to do
                tr("The host can be watched, and changed by a script that reverts by itself. For that, log in as root, "
                   "or let sudo allow it without a password."));
        } else if (answer.error().code == errorcode::noScript) {
            set(ConnectStep::Helper, Outcome::Limited, answer.error().message, answer.error().hint);
        }
        end();
    });
}

void ConnectionTest::askHelper()
{
    set(ConnectStep::Helper, Outcome::Running);
    set(ConnectStep::Authorisation, Outcome::Running);
    m_remote.helper().capabilities(this, [this](const bondwright::Result<helper::Capabilities> &answer) {
        if (m_isOver)
            return;
        if (answer) {
            //: @status %1 a version
            set(ConnectStep::Helper, Outcome::Passed, tr("version %1").arg(answer->helperVersion));
            set(ConnectStep::Authorisation, Outcome::Passed);
        } else if (answer.error().code == errorcode::notAuthorized) {
            set(ConnectStep::Helper, Outcome::Passed);
            set(ConnectStep::Authorisation, Outcome::Limited, answer.error().message,
                //: @info what to do
                tr("The host can be watched. To change it, log in as a user that its polkit allows, or as root."));
        } else {
            set(ConnectStep::Helper, Outcome::Limited, answer.error().message, answer.error().hint);
        }
        end();
    });
}

void ConnectionTest::set(ConnectStep step, Outcome outcome, const QString &text, const QString &advice)
{
    m_results[std::size_t(step)] = {outcome, text, advice};
    Q_EMIT changed();
}

void ConnectionTest::end()
{
    m_isOver = true;
    for (Result &result : m_results) {
        if (result.outcome == Outcome::Running)
            result.outcome = Outcome::Waiting; // was not reached
    }
    Q_EMIT changed();
}

} // namespace bondwright::host
