// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/output.h"
#include "common/texttable.h"
#include "common/values.h"
#include "common/words.h"
#include "diagnosis/flowadvice.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

using kernel::FlowCount;
using kernel::PolicySpread;

constexpr qint64 usual = 10; ///< seconds

QJsonObject toJson(const kernel::BondState &bond, const FlowCount &count)
{
    QJsonArray policies;
    for (const PolicySpread &spread : count.spreads) {
        QJsonArray bytes;
        for (const quint64 one : spread.bytes)
            bytes.append(qint64(one));
        policies.append(QJsonObject{{u"policy"_s, xmitPolicyName(spread.policy)},
                                    {u"bytes"_s, bytes},
                                    {u"busiest_share"_s, spread.busiestShare()}});
    }
    const auto present = diagnosis::countedPolicy(bond, count);
    const auto better = present ? count.better(*present) : std::nullopt;
    const auto nameOrNull = [](const std::optional<XmitPolicy> &policy) {
        return policy ? QJsonValue(xmitPolicyName(*policy)) : QJsonValue(QJsonValue::Null);
    };
    return {{u"bond"_s, bond.name},
            {u"frames"_s, qint64(count.frames)},
            {u"bytes"_s, qint64(count.bytes)},
            {u"missed"_s, qint64(count.missed)},
            {u"flows"_s, qint64(count.flows)},
            {u"heaviest_bytes"_s, qint64(count.heaviest)},
            {u"present"_s, nameOrNull(present)},
            {u"better"_s, nameOrNull(better)},
            {u"policies"_s, policies}};
}

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(qRound(100 * share));
}

void print(Context &context, const kernel::BondState &bond, const FlowCount &count)
{
    for (const QString &sentence : diagnosis::flowTotals(count))
        context.out << sentence << '\n';
    if (count.frames > 0) {
        const auto column = [](const char *text) { return QCoreApplication::translate("bondctl", text); };
        TextTable table({column(QT_TRANSLATE_NOOP("bondctl", "POLICY")),
                         column(QT_TRANSLATE_NOOP("bondctl", "BUSIEST LINK")),
                         column(QT_TRANSLATE_NOOP("bondctl", "EACH LINK"))});
        for (const PolicySpread &spread : count.spreads) {
            QStringList shares;
            for (const quint64 bytes : spread.bytes)
                shares.append(percent(double(bytes) / double(std::max<quint64>(count.bytes, 1))));
            table.addRow({xmitPolicyName(spread.policy), percent(spread.busiestShare()), shares.join(u"  ")});
        }
        table.print(context.out);
    }
    context.out << diagnosis::flowAdvice(bond, count) << '\n';
}

int runFlows(Context &context, const Arguments &arguments)
{
    const Result<kernel::Snapshot> snapshot = hostSnapshot(context);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const auto bond = findBond(*snapshot, arguments.word(0));
    if (!bond)
        return reportError(context, bond.error());
    Result<FlowCount> count;
    QObject scope;
    context.host.helper().countFlows(bond->name, std::chrono::seconds(arguments.number(u"seconds"_s, usual)), &scope,
                                     [&count](const Result<FlowCount> &counted) {
                                         count = counted;
                                         QCoreApplication::quit();
                                     });
    QCoreApplication::exec();
    if (!count)
        return reportError(context, count.error());
    if (arguments.has(u"json"_s))
        printJson(context, toJson(*bond, *count));
    else
        print(context, *bond, *count);
    return Success;
}

} // namespace

Command flowsCommand()
{
    return {CommandGroup::Look,
            u"flows"_s,
            //: @info what a command does; xmit_hash_policy is an option
            Words::tr("Counts the flows that a bond sends, and says which xmit_hash_policy would spread them."),
            //: @info
            Words::tr(
                "The helper looks at the headers of what is sent; it asks for an administrator. No address is shown."),
            //: @info what an argument is
            {{takes::bond(), Words::tr("bond to look at")}},
            {takes::otherHost(),
             //: @info what an option does
             {u"seconds"_s, Words::tr("how long; default: 10"), takes::number(u"S"_s, 1, 60)},
             takes::json()},
            {u"flows bond0"_s, u"flows bond0 --seconds 30 --json"_s, u"flows bond0 --host web01"_s},
            runFlows};
}

} // namespace bondwright::cli
