// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/bondsettings.h"
#include "common/planedit.h"
#include "common/suggestion.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

Result<BondPlan> withoutSlaves(const EditBase &base, const QStringList &removed)
{
    PlanDraft draft;
    draft.startFrom(*base.plan, base.host, true);
    QStringList names = draft.plan().slaveNames();
    for (const QString &nic : removed) {
        if (names.removeAll(nic) == 0)
            //: @error %1 a NIC, %2 a bond
            return fail(u"slave.unknown"_s, Words::tr("%1 is not a slave of %2.").arg(shortened(nic), draft.name()),
                        didYouMean(nic, names));
    }
    if (names.isEmpty())
        //: @error %1 a bond
        return fail(u"slave.last"_s, Words::tr("%1 would be left without a slave.").arg(draft.name()),
                    //: @info hint, %1 a bond
                    Words::tr("“bondctl remove %1” removes the bond.").arg(draft.name()));
    draft.setSlaves(names);
    return draft.plan();
}

int runRemoveSlave(Context &context, const Arguments &arguments)
{
    return editBond(context, arguments.word(0), arguments, [&](const EditBase &base) {
        return hasPlan(base, arguments.word(0)).and_then([&] { return withoutSlaves(base, arguments.words().mid(1)); });
    });
}

} // namespace

Command removeSlaveCommand()
{
    return {CommandGroup::Change,
            u"remove-slave"_s,
            //: @info what a command does
            Words::tr("Removes slaves from a bond; reverts unless confirmed."),
            //: @info
            Words::tr("A slave that was the primary one is no longer preferred."),
            {takes::bondWord(),
             //: @info what an argument is
             {takes::of(Value::Kind::Slave, u"SLAVE"_s), Words::tr("slaves to remove"), 1, -1}},
            planEditOptions(),
            {u"remove-slave bond0 eth2"_s},
            runRemoveSlave};
}

} // namespace bondwright::cli
