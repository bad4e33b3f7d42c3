// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/dialect.h"

#include "formats/findinglist.h"

#include <QCoreApplication>
#include <QVersionNumber>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

constexpr std::array kernels{"2.6.18"_L1, "2.6.32"_L1, "3.10"_L1, "4.18"_L1, "5.14"_L1};

/// network-scripts has an ifup-STEM for each of these, and picks it by the name without its digits.
constexpr std::array scriptStems{"aliases"_L1,  "bnep"_L1, "ctc"_L1,  "ippp"_L1,    "ipv6"_L1,
                                 "ipx"_L1,      "isdn"_L1, "plip"_L1, "plusb"_L1,   "post"_L1,
                                 "routes"_L1,   "sit"_L1,  "sl"_L1,   "tunnel"_L1,  "ppp"_L1,
                                 "wireless"_L1, "ib"_L1,   "Team"_L1, "TeamPort"_L1};

QString stemOf(const QString &name)
{
    qsizetype end = name.size();
    while (end > 0 && name.at(end - 1).isDigit())
        --end;
    return name.left(end);
}

} // namespace

std::optional<Dialect> Dialect::forRelease(int release, std::optional<Reader> reader)
{
    if (release < oldest || release > newest)
        return std::nullopt;
    const Reader usual = release <= 6 ? Reader::NetworkService : Reader::NetworkManager;
    return Dialect{release, reader.value_or(usual), false};
}

QString Dialect::modprobePath() const
{
    if (release == 5)
        return u"/etc/modprobe.conf"_s;
    if (release == 6)
        return u"/etc/modprobe.d/bonding.conf"_s;
    return {};
}

QString Dialect::kernel() const
{
    return kernels.at(size_t(release - oldest));
}

QList<Finding> releaseFindings(const Dialect &dialect)
{
    QList<Finding> findings;
    if (dialect.release == 8 && dialect.readByService())
        findings.append(
            finding(Severity::Warning, u"ifcfg.deprecated"_s, {},
                    QCoreApplication::translate("formats", "The network service is deprecated in release 8."),
                    QCoreApplication::translate(
                        "formats", "It needs the package network-scripts; better let NetworkManager do it.")));
    if (dialect.release == 9 && dialect.readByService())
        findings.append(finding(Severity::Error, u"ifcfg.no-service"_s, {},
                                QCoreApplication::translate("formats", "Release 9 has no network service any more."),
                                QCoreApplication::translate(
                                    "formats", "Let NetworkManager read the files, or write profiles (format nm).")));
    if (dialect.release == 9 && !dialect.readByService())
        findings.append(finding(
            Severity::Advice, u"ifcfg.old-format"_s, {},
            QCoreApplication::translate("formats", "Release 9 still reads these files, but prefers profiles."),
            QCoreApplication::translate("formats", "Write profiles (format nm); release 10 reads nothing else.")));
    return findings;
}

std::optional<Finding> optionFinding(const Dialect &dialect, const OptionSpec &spec)
{
    const QString field = u"options."_s + spec.name;
    if (dialect.readByService() && !spec.inSysfs)
        return finding(
            Severity::Error, u"ifcfg.option-no-sysfs"_s, field,
            QCoreApplication::translate("formats", "The network service cannot set “%1”: it is not in sysfs.")
                .arg(spec.name),
            QCoreApplication::translate("formats", "Leave the option out, or let NetworkManager set it."));
    const auto since = QVersionNumber::fromString(spec.since);
    if (!since.isNull() && since > QVersionNumber::fromString(dialect.kernel()))
        return finding(
            Severity::Warning, u"ifcfg.option-newer"_s, field,
            QCoreApplication::translate("formats", "“%1” came with kernel %2; release %3 has %4 with backports.")
                .arg(spec.name, spec.since)
                .arg(dialect.release)
                .arg(dialect.kernel()),
            QCoreApplication::translate("formats",
                                        "Look for the option below /sys/class/net/BOND/bonding on that host first."));
    return std::nullopt;
}

std::optional<Finding> nameFinding(const Dialect &dialect, const QString &bond)
{
    if (!dialect.readByService())
        return std::nullopt;
    const QString stem = stemOf(bond);
    const bool isScript
        = std::any_of(scriptStems.begin(), scriptStems.end(), [&](QLatin1StringView s) { return stem == s; });
    if (!isScript && !bond.contains(u'.') && !bond.startsWith(u"vlan") && !bond.startsWith(u"cipcb"))
        return std::nullopt;
    return finding(
        Severity::Error, u"ifcfg.name-taken"_s, u"name"_s,
        QCoreApplication::translate("formats", "The network service takes “%1” for another kind of interface.")
            .arg(bond),
        QCoreApplication::translate("formats", "Call it bond0, bond1, …"));
}

} // namespace bondwright::formats::ifcfg
