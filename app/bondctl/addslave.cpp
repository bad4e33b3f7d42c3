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

Result<BondPlan> withSlaves(const EditBase &base, const QStringList &added)
{
    if (const auto there = areNics(base.host, added); !there)
        return tl::unexpected(there.error());
    PlanDraft draft;
    draft.startFrom(*base.plan, base.host, true);
    QStringList names = draft.plan().slaveNames();
    for (const QString &nic : added) {
        if (names.contains(nic))
            //: @error %1 a NIC, %2 a bond
            return fail(u"slave.there"_s, Words::tr("%1 is a slave of %2 already.").arg(shortened(nic), draft.name()));
        names.append(nic);
    }
    draft.setSlaves(names);
    return draft.plan();
}

int runAddSlave(Context &context, const Arguments &arguments)
{
    return editBond(context, arguments.word(0), arguments, [&](const EditBase &base) {
        return hasPlan(base, arguments.word(0)).and_then([&] { return withSlaves(base, arguments.words().mid(1)); });
    });
}

} // namespace

Command addSlaveCommand()
{
    return {CommandGroup::Change,
            u"add-slave"_s,
            //: @info what a command does
            Words::tr("Adds NICs to a bond; reverts unless confirmed."),
            {},
            {takes::bondWord(),
             //: @info what an argument is
             {takes::of(Value::Kind::Nic, u"NIC"_s), Words::tr("NICs to add"), 1, -1}},
            planEditOptions(),
            {u"add-slave bond0 eth2"_s, u"add-slave bond0 eth2 eth3 --dry-run"_s},
            runAddSlave};
}

} // namespace bondwright::cli
