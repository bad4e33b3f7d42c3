// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bondingmessage.h"

#include "domain/interfacename.h"

#include <array>

namespace bondwright::history
{

namespace
{

using Kind = BondingMessage::Kind;

// With the slave named in front of the text: since 5.3 (slave_info()).
struct SlaveText {
    QStringView start;
    Kind kind;
};
constexpr std::array slaveTexts{
    SlaveText{u"link status definitely down", Kind::SlaveDown},
    SlaveText{u"link status down again after", Kind::SlaveDown},
    SlaveText{u"interface is now down", Kind::SlaveDown},
    SlaveText{u"link status definitely up", Kind::SlaveUp},
    SlaveText{u"link status up again after", Kind::SlaveUp},
    SlaveText{u"interface is now up", Kind::SlaveUp},
    SlaveText{u"link status down for", Kind::SlaveGoingDown},
    SlaveText{u"link status up, enabling it in", Kind::SlaveGoingBack},
    SlaveText{u"making interface the new active one", Kind::NewActive},
    SlaveText{u"Enslaving as ", Kind::SlaveAdded},
    SlaveText{u"Releasing ", Kind::SlaveRemoved},
};

// With the slave inside the text: before 5.3. What stands before and behind the name; an empty end is the
// end of the line or a blank.
struct InnerText {
    QStringView before;
    QStringView behind;
    Kind kind;
};
constexpr std::array innerTexts{
    InnerText{u"link status definitely down for interface ", u",", Kind::SlaveDown},
    InnerText{u"link status definitely up for interface ", u",", Kind::SlaveUp},
    InnerText{u"link status definitely up for interface ", u".", Kind::SlaveUp},
    InnerText{u"link status up again after ", u" ms for interface ", Kind::SlaveUp}, // name at the end
    InnerText{u"link status down again after ", u" ms for interface ", Kind::SlaveDown},
    InnerText{u"link status up for interface ", u",", Kind::SlaveGoingBack},
    InnerText{u"link status down for active interface ", u",", Kind::SlaveGoingDown},
    InnerText{u"link status down for backup interface ", u",", Kind::SlaveGoingDown},
    InnerText{u"link status down for interface ", u",", Kind::SlaveGoingDown},
    InnerText{u"making interface ", u" the new active one", Kind::NewActive},
    InnerText{u"enslaving ", u" as ", Kind::SlaveAdded},
    InnerText{u"Enslaving ", u" as ", Kind::SlaveAdded},
    InnerText{u"interface ", u" is now down", Kind::SlaveDown},
    InnerText{u"interface ", u" is now up", Kind::SlaveUp},
    InnerText{u"releasing active interface ", u"", Kind::SlaveRemoved},
    InnerText{u"releasing backup interface ", u"", Kind::SlaveRemoved},
    InnerText{u"Releasing active interface ", u"", Kind::SlaveRemoved},
    InnerText{u"Releasing backup interface ", u"", Kind::SlaveRemoved},
};

struct OptionText {
    QStringView start;
    QStringView option;
};
constexpr std::array optionTexts{
    OptionText{u"setting mode to ", u"mode"},
    OptionText{u"Setting MII monitoring interval to ", u"miimon"},
    OptionText{u"Setting ARP monitoring interval to ", u"arp_interval"},
    OptionText{u"Setting down delay to ", u"downdelay"},
    OptionText{u"Setting up delay to ", u"updelay"},
    OptionText{u"Setting LACP rate to ", u"lacp_rate"},
    OptionText{u"setting xmit hash policy to ", u"xmit_hash_policy"},
    OptionText{u"Setting xmit hash policy to ", u"xmit_hash_policy"},
    OptionText{u"setting primary_reselect to ", u"primary_reselect"},
    OptionText{u"Setting primary_reselect to ", u"primary_reselect"},
    OptionText{u"Setting fail_over_mac to ", u"fail_over_mac"},
    OptionText{u"Setting use_carrier to ", u"use_carrier"},
    OptionText{u"Setting arp_validate to ", u"arp_validate"},
    OptionText{u"Setting min links value to ", u"min_links"},
    OptionText{u"Setting ad_select to ", u"ad_select"},
};

/// Takes "NAME" up to `end` off the front of the text.
QStringView takeUntil(QStringView &text, QStringView end)
{
    const qsizetype at = text.indexOf(end);
    if (at < 0)
        return {};
    const QStringView name = text.first(at);
    text = text.sliced(at + end.size());
    return kernelNameProblem(name) ? QStringView() : name;
}

QStringView untilBlank(QStringView text)
{
    const qsizetype at = text.indexOf(u' ');
    return at < 0 ? text : text.first(at);
}

std::optional<BondingMessage> slaveMessage(const QString &bond, QStringView slave, QStringView text)
{
    for (const SlaveText &known : slaveTexts) {
        if (text.startsWith(known.start))
            return BondingMessage{known.kind, bond, slave.toString(), {}, {}};
    }
    return std::nullopt;
}

std::optional<BondingMessage> innerMessage(const QString &bond, QStringView text)
{
    for (const InnerText &known : innerTexts) {
        if (!text.startsWith(known.before))
            continue;
        QStringView rest = text.sliced(known.before.size());
        QStringView slave;
        if (known.behind.endsWith(u"for interface ")) {
            const qsizetype at = rest.indexOf(known.behind);
            slave = at < 0 ? QStringView() : rest.sliced(at + known.behind.size());
            while (slave.endsWith(u'.'))
                slave.chop(1);
        } else {
            slave = known.behind.isEmpty() ? untilBlank(rest) : takeUntil(rest, known.behind);
        }
        if (!kernelNameProblem(slave))
            return BondingMessage{known.kind, bond, slave.toString(), {}, {}};
    }
    return std::nullopt;
}

std::optional<BondingMessage> optionMessage(const QString &bond, QStringView text)
{
    for (const OptionText &known : optionTexts) {
        if (!text.startsWith(known.start))
            continue;
        QStringView value = untilBlank(text.sliced(known.start.size()));
        while (value.endsWith(u'.') || value.endsWith(u',') || value.endsWith(u';'))
            value.chop(1);
        return BondingMessage{Kind::OptionSet, bond, {}, known.option.toString(), value.left(64).toString()};
    }
    return std::nullopt;
}

std::optional<BondingMessage> bondMessage(const QString &bond, QStringView text)
{
    const auto simple = [&bond](Kind kind) { return BondingMessage{kind, bond, {}, {}, {}}; };
    // Up to 4.x there is a blank before the exclamation mark.
    if (text.startsWith(u"now running without any active interface"))
        return simple(Kind::NoActive);
    if (text.startsWith(u"active interface up!") || text.startsWith(u"first active interface up!"))
        return simple(Kind::FirstActive);
    if (text.startsWith(u"Warning: No 802.3ad response from the link partner"))
        return simple(Kind::NoLacpPartner);
    if (text.startsWith(u"Released all slaves"))
        return simple(Kind::BondRemoved);
    if (const auto inner = innerMessage(bond, text))
        return inner;
    return optionMessage(bond, text);
}

} // namespace

std::optional<BondingMessage> parseBondingMessage(QStringView message)
{
    QStringView text = message.trimmed();
    // pr_fmt() of the driver before netdev_info() took over in 3.16, and for creation and deletion still.
    const bool hasDriver = text.startsWith(u"bonding: ");
    if (hasDriver)
        text = text.sliced(9);
    for (const auto &[end, kind] : {std::pair(QStringView(u" is being created..."), Kind::BondCreated),
                                    std::pair(QStringView(u" is being deleted..."), Kind::BondRemoved)}) {
        if (hasDriver && text.endsWith(end) && !kernelNameProblem(text.chopped(end.size())))
            return BondingMessage{kind, text.chopped(end.size()).toString(), {}, {}, {}};
    }
    const qsizetype colon = text.indexOf(u": ");
    if (colon < 0)
        return std::nullopt;
    QStringView name = text.first(colon);
    if (name.endsWith(u" (unregistering)"))
        name.chop(16);
    if (kernelNameProblem(name))
        return std::nullopt;
    text = text.sliced(colon + 2);
    const QString bond = name.toString();
    if (text.startsWith(u"(slave ")) {
        text = text.sliced(7);
        const QStringView slave = takeUntil(text, u"): ");
        return slave.isEmpty() ? std::nullopt : slaveMessage(bond, slave, text);
    }
    return bondMessage(bond, text);
}

} // namespace bondwright::history
