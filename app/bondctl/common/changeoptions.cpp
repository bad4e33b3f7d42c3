// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/changeoptions.h"

#include "common/arguments.h"
#include "common/values.h"
#include "common/words.h"

#include "domain/ipaddress.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

QList<Option> changeOptions(bool changesPlan)
{
    QList<Option> options;
    if (changesPlan)
        options.append({{u"backend"_s,
                         //: @info what an option does
                         Words::tr("service that makes the change; default auto: the one in charge of this host"),
                         takes::choice(helper::backendNames())},
                        //: @info what an option does
                        {u"ping"_s, Words::tr("address that must answer afterwards"), takes::host()}});
    //: @info what an option does
    options.append({u"confirm-within"_s, Words::tr("seconds until it reverts unless confirmed; default 60"),
                    takes::number(u"S"_s, 10, 600)});
    //: @info what an option does
    Option confirm{u"confirm"_s, Words::tr("keep the change as soon as it has been verified")};
    confirm.insteadOf = u"confirm-within"_s;
    options.append(confirm);
    //: @info what an option does
    options.append({u"wait"_s, Words::tr("wait until the change is confirmed elsewhere (0) or reverted (4)")});
    Option noWait{u"no-wait"_s,
                  //: @info what an option does
                  Words::tr("end as soon as the change runs; this is the default without a terminal")};
    noWait.insteadOf = u"wait"_s;
    options.append(noWait);
    //: @info what an option does
    Option yes{u"yes"_s, Words::tr("do not ask before the change")};
    yes.letter = u'y';
    options.append(yes);
    //: @info what an option does
    options.append({u"dry-run"_s, Words::tr("show what would change, and change nothing")});
    options.append({takes::otherHost(), takes::json()});
    return options;
}

Result<ChangeRequest> changeRequest(const Arguments &arguments)
{
    ChangeRequest request;
    request.options.backend = *helper::backendFromName(arguments.value(u"backend"_s, u"auto"_s));
    request.options.confirmWithin
        = std::chrono::seconds(arguments.number(u"confirm-within"_s, request.options.confirmWithin.count()));
    request.options.confirmNow = arguments.has(u"confirm"_s);
    if (arguments.has(u"ping"_s)) {
        // The helper knows nothing of the zone of a link-local address.
        const auto address = IpAddress::fromString(arguments.value(u"ping"_s));
        if (!address)
            return fail(u"usage"_s, Words::tr("--ping takes the address of one host, such as 192.168.1.1."));
        request.options.pingTarget = address->toString();
    }
    if (arguments.has(u"wait"_s) || arguments.has(u"no-wait"_s))
        request.wait = arguments.has(u"wait"_s);
    request.assumeYes = arguments.has(u"yes"_s);
    request.isDryRun = arguments.has(u"dry-run"_s);
    request.isJson = arguments.has(u"json"_s);
    return request;
}

} // namespace bondwright::cli
