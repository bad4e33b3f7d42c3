// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/changeoptions.h"
#include "common/changerunner.h"
#include "common/hostaccess.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

int runRemove(Context &context, const Arguments &arguments)
{
    const auto request = changeRequest(arguments);
    if (!request)
        return reportError(context, request.error());
    const QString bond = arguments.word(0);
    helper::HelperClient &client = context.host.helper();
    ChangeRunner runner(client, context, *request);
    client.previewRemove(bond, request->options.backend, &runner, [&](const Result<helper::Preview> &preview) {
        runner.onPreview(preview, [&](const QString &id, const helper::ApplyOptions &options, auto done) {
            client.remove(id, bond, options, &runner, done);
        });
    });
    return QCoreApplication::exec();
}

} // namespace

Command removeCommand()
{
    return {CommandGroup::Change,
            u"remove"_s,
            //: @info what a command does
            Words::tr("Removes a bond; its NICs get their former configuration back."),
            {},
            {takes::bondWord()},
            changeOptions(),
            {u"remove bond0"_s, u"remove bond0 --dry-run"_s},
            runRemove};
}

} // namespace bondwright::cli
