// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/hostsnapshot.h"

#include "common/hostaccess.h"
#include "common/suggestion.h"
#include "common/texttable.h"
#include "common/words.h"

#include "i18n/printable.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

Result<kernel::Snapshot> hostSnapshot(Context &context)
{
    QString trouble;
    const Result<kernel::Snapshot> snapshot = context.host.snapshot(&trouble);
    if (!trouble.isEmpty())
        context.err << "bondctl: " << i18n::printable(trouble) << '\n';
    return snapshot;
}

QString linkWord(const kernel::NicState &nic)
{
    if (!nic.adminUp)
        //: @status of an interface in a table
        return QCoreApplication::translate("bondctl", "off");
    //: @status of an interface in a table: cable in and other end alive, or not
    return nic.carrier ? QCoreApplication::translate("bondctl", "link up")
                       : QCoreApplication::translate("bondctl", "link down");
}

Result<kernel::BondState> findBond(const kernel::Snapshot &snapshot, const QString &name)
{
    if (const kernel::BondState *bond = snapshot.bondByName(name))
        return *bond;
    QStringList names;
    for (const kernel::BondState &bond : snapshot.bonds)
        names.append(bond.name);
    return tl::unexpected(unknownBond(name, names));
}

Error unknownBond(const QString &name, const QStringList &known)
{
    const QString hint = didYouMean(name, known);
    return {u"bond.unknown"_s,
            //: @error %1 is a name
            QCoreApplication::translate("bondctl", "There is no bond %1.").arg(shortened(name)),
            //: @info
            hint.isEmpty() ? QCoreApplication::translate("bondctl", "“bondctl bonds” lists those there are.") : hint};
}

} // namespace bondwright::cli
