// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/transactionfollower.h"
#include "common/values.h"
#include "common/words.h"

#include "helperclient/helperclient.h"

using namespace Qt::StringLiterals;
using bondwright::helper::HelperClient;

namespace bondwright::cli
{

namespace
{

int runActivate(Context &context, const Arguments &arguments)
{
    const QString bond = arguments.word(0);
    const QString slave = arguments.word(1);
    helper::HelperClient &client = context.host.helper();
    QObject scope;
    client.activateSlave(bond, slave, &scope, [&](const Result<HelperClient::Nothing> &result) {
        if (result)
            context.out << Words::tr("%1 is now the active slave of %2.").arg(slave, bond) << '\n';
        endLoop(result ? int(Success) : reportError(context, result.error()));
    });
    return QCoreApplication::exec();
}

} // namespace

Command activateCommand()
{
    return {CommandGroup::Change,
            u"activate"_s,
            //: @info what a command does
            Words::tr("Makes a slave the active one (modes 1, 5, 6)."),
            //: @info
            Words::tr("This is a runtime-only setting: it is not written to any file, and needs no confirmation."),
            {takes::bondWord(),
             //: @info what an argument is
             {takes::of(Value::Kind::Slave, u"SLAVE"_s), Words::tr("name of the slave")}},
            {takes::otherHost()},
            {u"activate bond0 eth1"_s},
            runActivate};
}

} // namespace bondwright::cli
