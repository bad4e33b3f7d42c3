// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/texts.h"

#include "domain/changereason.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bondwright::models
{

QString Texts::speed(std::optional<quint32> mbps)
{
    //: @info speed of a NIC that cannot be read
    if (!mbps)
        return tr("unknown");
    const QLocale locale;
    if (*mbps >= 1000)
        //: @info link speed, %1 is a number such as 10 or 2.5
        return tr("%1 Gbit/s").arg(locale.toString(*mbps / 1000.0, 'g', 4));
    //: @info link speed
    return tr("%1 Mbit/s").arg(locale.toString(*mbps));
}

QString Texts::duplex(Duplex duplex)
{
    switch (duplex) {
    case Duplex::Half:
        //: @info duplex of a link
        return tr("half");
    case Duplex::Full:
        //: @info duplex of a link
        return tr("full");
    case Duplex::Unknown:
        break;
    }
    //: @info duplex of a link
    return tr("unknown duplex");
}

QString Texts::link(const kernel::NicState &nic)
{
    if (!nic.adminUp)
        //: @status of an interface that was switched off by the administrator
        return tr("switched off");
    //: @status of an interface: whether a cable is in and the other end is alive
    return nic.carrier ? tr("link up") : tr("link down");
}

QString Texts::mii(kernel::MiiStatus status)
{
    switch (status) {
    case kernel::MiiStatus::Up:
        //: @status of a slave's link as its bond sees it
        return tr("up");
    case kernel::MiiStatus::GoingDown:
        //: @status of a slave's link: lost, the bond still waits downdelay
        return tr("going down");
    case kernel::MiiStatus::Down:
        //: @status of a slave's link as its bond sees it
        return tr("down");
    case kernel::MiiStatus::GoingBack:
        //: @status of a slave's link: there again, the bond still waits updelay
        return tr("going back");
    case kernel::MiiStatus::Unknown:
        break;
    }
    //: @status of a slave's link as its bond sees it
    return tr("not known");
}

QString Texts::lacpState(quint16 portState)
{
    namespace bit = kernel::PortState;
    QStringList words;
    const auto has = [portState](quint16 mask) { return (portState & mask) != 0; };
    //: @status LACP activity
    words.append(has(bit::Activity) ? tr("active") : tr("passive"));
    //: @status LACP rate
    words.append(has(bit::ShortTimeout) ? tr("fast") : tr("slow"));
    if (!has(bit::Aggregation))
        //: @status LACP: the port may not be aggregated
        words.append(tr("individual"));
    //: @status LACP synchronization
    words.append(has(bit::Synchronization) ? tr("in sync") : tr("not in sync"));
    if (has(bit::Collecting))
        //: @status LACP
        words.append(tr("collecting"));
    if (has(bit::Distributing))
        //: @status LACP
        words.append(tr("distributing"));
    if (has(bit::Defaulted))
        //: @status LACP: defaulted, nothing received from the partner
        words.append(tr("no partner heard"));
    if (has(bit::Expired))
        //: @status LACP
        words.append(tr("partner timed out"));
    return list(words);
}

namespace
{

QString withPrefix(double value, const std::array<QString, 5> &units)
{
    double shown = std::max(0.0, value);
    std::size_t unit = 0;
    // 999.5 would be shown as 1000 of the smaller unit.
    for (; shown >= 999.5 && unit + 1 < units.size(); ++unit)
        shown /= 1000;
    const int decimals = unit == 0 || shown >= 99.95 ? 0 : shown >= 9.995 ? 1 : 2;
    return QStringLiteral("%1 %2").arg(QLocale().toString(shown, 'f', decimals), units[unit]);
}

bool theRatesInBits = true;

} // namespace

QString Texts::bitRate(double bytesPerSecond)
{
    //: @info units of a data rate, with decimal prefixes
    return withPrefix(bytesPerSecond * 8, {tr("bit/s"), tr("kbit/s"), tr("Mbit/s"), tr("Gbit/s"), tr("Tbit/s")});
}

void Texts::setRatesInBits(bool bits)
{
    theRatesInBits = bits;
}

QString Texts::rate(double bytesPerSecond)
{
    return theRatesInBits ? bitRate(bytesPerSecond) : byteRate(bytesPerSecond);
}

QString Texts::byteRate(double bytesPerSecond)
{
    //: @info units of a data rate in bytes, with decimal prefixes
    return withPrefix(bytesPerSecond, {tr("B/s"), tr("kB/s"), tr("MB/s"), tr("GB/s"), tr("TB/s")});
}

QString Texts::duration(std::chrono::milliseconds duration)
{
    const qint64 ms = duration.count();
    const QLocale locale;
    if (ms < 1000)
        //: @info duration in milliseconds
        return tr("%1 ms").arg(locale.toString(ms));
    if (ms < 60'000)
        //: @info duration in seconds
        return tr("%1 s").arg(locale.toString(double(ms) / 1000, 'f', ms % 1000 == 0 ? 0 : 1));
    const qint64 seconds = ms / 1000;
    if (seconds < 3600)
        //: @info duration in minutes and seconds
        return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    //: @info duration in hours and minutes
    return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
}

QString Texts::dateTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString Texts::list(const QStringList &words)
{
    //: separates the words of a list
    return words.join(tr(", "));
}

QString Texts::changeReason(const QString &text)
{
    const auto reason = ChangeReason::fromString(text);
    if (!reason)
        return text;
    switch (reason->action) {
    case ChangeAction::Apply:
        return reason->formerName.isEmpty()
            //: @label why a backup was made, %1 a bond
            ? tr("before applying %1").arg(reason->object)
            //: @label why a backup was made, %1 and %2 a bond's names
            : tr("before renaming %1 to %2").arg(reason->formerName, reason->object);
    case ChangeAction::Remove:
        //: @label why a backup was made, %1 a bond
        return tr("before removing %1").arg(reason->object);
    case ChangeAction::Restore:
        //: @label why a backup was made
        return tr("before restoring a backup");
    case ChangeAction::Migrate:
        //: @label why a backup was made, %1 a bond
        return tr("before migrating %1").arg(reason->object);
    case ChangeAction::Render:
        //: @label why a backup was made, %1 a bond
        return tr("before writing the files of %1").arg(reason->object);
    }
    return text;
}

QString Texts::serviceOf(helper::Backend backend)
{
    switch (backend) {
    case helper::Backend::NetworkManager:
        return u"NetworkManager"_s;
    case helper::Backend::Networkd:
        return u"systemd-networkd"_s;
    case helper::Backend::Ifcfg:
        //: @info who reads the files
        return tr("the network service");
    default:
        return helper::backendName(backend);
    }
}

} // namespace bondwright::models
