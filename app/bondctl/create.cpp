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

/// The addresses that move from a NIC are no surprise in the diff if they are named.
void sayTakeOver(Context &context, const PlanDraft &draft)
{
    if (draft.takenFrom().isEmpty())
        return;
    const QString addresses = (draft.ipv4().addresses.texts() + draft.ipv6().addresses.texts()).join(u", ");
    context.err
        << (addresses.isEmpty()
                //: @info %1 a bond, %2 a NIC
                ? Words::tr("%1 gets its addresses automatically, as %2 did.").arg(draft.name(), draft.takenFrom())
                //: @info %1 a bond, %2 addresses, %3 a NIC
                : Words::tr("%1 takes over %2 from %3.").arg(draft.name(), addresses, draft.takenFrom()))
        << '\n';
    context.err.flush();
}

Result<BondPlan> newBond(Context &context, const Arguments &arguments, const EditBase &base)
{
    const QString name = arguments.word(0);
    if (base.plan || base.host.nic(name))
        //: @error %1 an interface
        return fail(u"bond.exists"_s, Words::tr("%1 exists already.").arg(shortened(name)),
                    //: @info hint, %1 a bond
                    base.plan ? Words::tr("“bondctl set %1 …” changes it.").arg(name)
                              : Words::tr("Choose another name."));
    if (const auto there = areNics(base.host, arguments.values(u"slave"_s)); !there) {
        // A plan that is only printed may be meant for another host.
        if (!arguments.has(u"print"_s) || there.error().code != u"nic.unknown")
            return tl::unexpected(there.error());
        context.err << "bondctl: " << there.error().message << Qt::endl;
    }
    PlanDraft draft;
    draft.startNew(base.host);
    draft.setName(name);
    if (const auto good = applyToNewBond(draft, arguments); !good)
        return tl::unexpected(good.error());
    return applySettings(draft, arguments.words().mid(1)).map([&] {
        sayTakeOver(context, draft);
        return draft.plan();
    });
}

int runCreate(Context &context, const Arguments &arguments)
{
    if (const auto good = checkBondArguments(arguments); !good)
        return reportError(context, good.error());
    return editBond(context, arguments.word(0), arguments,
                    [&](const EditBase &base) { return newBond(context, arguments, base); });
}

} // namespace

Command createCommand()
{
    //: @info what an option does
    Option slave{u"slave"_s, Words::tr("NIC to bond; the first gives the bond its MAC address"),
                 takes::of(Value::Kind::Nic, u"NIC"_s)};
    slave.isRequired = slave.isRepeatable = true;
    return {CommandGroup::Change,
            u"create"_s,
            //: @info what a command does
            Words::tr("Creates a bond; reverts unless confirmed."),
            //: @info
            Words::tr("Without --mode it is active-backup, and links are monitored every 100 ms. Without addresses it "
                      "takes over those of the NICs, or uses DHCP. The differences are shown before anything changes."),
            {//: @info what an argument is
             {takes::text(u"BOND"_s), Words::tr("name of the new bond")},
             settingWord(0)},
            QList<Option>{slave} + bondOptions() + planEditOptions(),
            {u"create bond0 --slave eth0 --slave eth1"_s,
             u"create bond0 --mode active-backup --slave eth0 --slave eth1 --ip 192.0.2.10/24 --gateway 192.0.2.1"_s,
             u"create bond0 --mode 802.3ad --slave eth0 --slave eth1 lacp_rate=fast --print"_s},
            runCreate};
}

} // namespace bondwright::cli
