// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "domain/mode.h"
#include "i18n/language.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QString switchWord(SwitchNeed need)
{
    switch (need) {
    case SwitchNeed::Nothing:
        return u"nothing"_s;
    case SwitchNeed::StaticLag:
        return u"static"_s;
    case SwitchNeed::Lacp:
        return u"lacp"_s;
    }
    return {};
}

QString switchLabel(SwitchNeed need)
{
    switch (need) {
    case SwitchNeed::Nothing:
        //: @item what a switch needs for a mode
        return QCoreApplication::translate("bondctl", "nothing");
    case SwitchNeed::StaticLag:
        //: @item what a switch needs for a mode
        return QCoreApplication::translate("bondctl", "a static link aggregation group");
    case SwitchNeed::Lacp:
        //: @item what a switch needs for a mode
        return QCoreApplication::translate("bondctl", "an LACP group (802.3ad)");
    }
    return {};
}

QJsonObject texts(const ModeInfo &info, QString BilingualText::*language)
{
    return {{u"title"_s, info.title.*language},
            {u"summary"_s, info.summary.*language},
            {u"description"_s, info.description.*language},
            {u"choose_when"_s, info.chooseWhen.*language},
            {u"avoid_when"_s, info.avoidWhen.*language}};
}

QJsonObject toJson(const ModeInfo &info)
{
    return {{u"number"_s, static_cast<int>(info.mode)},
            {u"name"_s, info.kernelName},
            {u"switch"_s, switchWord(info.switchNeed)},
            {u"fault_tolerant"_s, info.faultTolerant},
            {u"balances_transmit"_s, info.balancesTransmit},
            {u"balances_receive"_s, info.balancesReceive},
            {u"needs_speed"_s, info.needsSpeed},
            {u"needs_mac_change"_s, info.needsMacChangeWhileUp},
            {u"common"_s, info.common},
            {u"recommended_with_lacp"_s, info.recommendedWithLacp},
            {u"en"_s, texts(info, &BilingualText::en)},
            {u"zh"_s, texts(info, &BilingualText::zh)}};
}

void print(QTextStream &out, const ModeInfo &info)
{
    const QString mark = info.common ? QCoreApplication::translate("bondctl", " (commonly used)")
        : info.recommendedWithLacp
        ? QCoreApplication::translate("bondctl", " (recommended where the switch speaks LACP)")
        : QString();
    out << static_cast<int>(info.mode) << "  " << info.kernelName << "  " << i18n::inCurrentLanguage(info.title) << mark
        << '\n'
        << wrapped(i18n::inCurrentLanguage(info.summary), 3) << '\n'
        << wrapped(QCoreApplication::translate("bondctl", "Switch: %1").arg(switchLabel(info.switchNeed)), 3) << '\n'
        << wrapped(QCoreApplication::translate("bondctl", "Choose it when: %1")
                       .arg(i18n::inCurrentLanguage(info.chooseWhen)),
                   3)
        << '\n'
        << wrapped(
               QCoreApplication::translate("bondctl", "Avoid it when: %1").arg(i18n::inCurrentLanguage(info.avoidWhen)),
               3)
        << "\n\n";
}

int runModes(Context &context, const Arguments &arguments)
{
    if (arguments.has(u"json"_s)) {
        QJsonArray array;
        for (const ModeInfo &info : allModes())
            array.append(toJson(info));
        printJson(context, array);
    } else {
        for (const ModeInfo &info : allModes())
            print(context.out, info);
    }
    return Success;
}

} // namespace

Command modesCommand()
{
    return {CommandGroup::Plan,
            u"modes"_s,
            //: @info what a command does
            Words::tr("Describes the seven bonding modes."),
            {},
            {},
            {takes::json()},
            {u"modes"_s},
            runModes};
}

} // namespace bondwright::cli
