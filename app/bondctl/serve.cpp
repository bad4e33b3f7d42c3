// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/words.h"
#include "history/eventstore.h"
#include "host/serve/polkitagent.h"
#include "host/serve/session.h"
#include "host/transport/stdiochannel.h"
#include "kernel/localkernelsource.h"
#include "watch/survey.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Root is never asked; without polkitd there are no questions, and changes are refused.
std::unique_ptr<host::PolkitAgent> startAgent(Context &context)
{
    if (::geteuid() == 0)
        return nullptr;
    auto agent = std::make_unique<host::PolkitAgent>();
    if (const auto started = agent->start(); !started) {
        reportError(context, started.error());
        context.err.flush();
        return nullptr;
    }
    return agent;
}

int runServe(Context &context, const Arguments &)
{
    kernel::LocalKernelSource source;
    source.start();
    const std::unique_ptr<helper::HelperClient> helper(helper::createHelperClient());
    history::EventStore events;
    const std::unique_ptr<host::PolkitAgent> agent = startAgent(context);
    host::StdioChannel channel(STDIN_FILENO, STDOUT_FILENO, host::maximumRequestLine);
    watch::Survey survey;
    host::Session session({.channel = channel,
                           .source = source,
                           .helper = *helper,
                           .events = &events,
                           .agent = agent.get(),
                           .askSurvey = survey.asker()});
    // A signal ends it as it ends any program. One that is blocked to be waited for would stay blocked in polkit's
    // helper, and libpolkit waits for that to die of it.
    QObject::connect(&session, &host::Session::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    session.start();
    QCoreApplication::exec();
    return Success;
}

} // namespace

Command serveCommand()
{
    return {CommandGroup::Elsewhere,
            u"serve"_s,
            //: @info what a command does
            Words::tr("Serves this host to a Bondwright elsewhere, over standard input and output."),
            //: @info
            Words::tr("It is what “ssh HOST bondctl serve --stdio” starts. It has the rights of its user: changes go "
                      "through the helper, and polkit's questions are passed on."),
            {},
            //: @info what an option does
            {{u"stdio"_s, Words::tr("the protocol's only way so far, and the default")}},
            {u"serve --stdio"_s},
            runServe};
}

} // namespace bondwright::cli
