// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/answer.h"

#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/tokenstore.h"
#include "common/transactionfollower.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;
using bondwright::helper::HelperClient;

namespace bondwright::cli
{

int runAnswer(Context &context, const Arguments &arguments, Answer answer, const QString &done)
{
    helper::HelperClient &client = context.host.helper();
    QObject scope;
    const auto end = [&](const Result<HelperClient::Nothing> &result) {
        if (result)
            context.out << done << '\n';
        endLoop(result ? int(Success) : reportError(context, result.error()));
    };
    client.transaction(&scope, [&](const Result<helper::Transaction> &transaction) {
        if (!transaction)
            return end(tl::unexpected(transaction.error()));
        const QString id = arguments.words().isEmpty() ? transaction->id : arguments.word(0);
        if (id.isEmpty())
            return end(fail(u"transaction.none"_s, Words::tr("No change is waiting for an answer.")));
        (client.*answer)(TokenStore().find(id), &scope, end);
    });
    return QCoreApplication::exec();
}

Word changeWord()
{
    //: @info what an argument is
    return {takes::text(u"ID"_s), Words::tr("the change, as “bondctl status” names it; default: the pending one"), 0};
}

} // namespace bondwright::cli
