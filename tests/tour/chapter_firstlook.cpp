// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"

#include "main/mainwindow.h"

#include <QAbstractItemModel>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

void firstLook(Tour &tour)
{
    tour.report.chapter(u"A host with four NICs, no bond"_s);
    waitUntil([&tour] { return tour.hasAddress(u"eth0"_s, QLatin1String(hostAddress)); }, 10s);
    const kernel::Snapshot &host = tour.services.source->snapshot();
    int nics = 0;
    for (const kernel::NicState &nic : host.nics)
        nics += nic.name.startsWith(u"eth") ? 1 : 0;
    tour.report.check(nics == 4, u"The kernel has four NICs"_s, QString::number(nics));
    tour.report.check(host.bondingDriver, u"The kernel has the bonding driver"_s, host.kernelRelease);
    const kernel::NicState *eth0 = host.nicByName(u"eth0");
    tour.report.check(eth0 && eth0->carriesDefaultRoute && tour.hasAddress(u"eth0"_s, QLatin1String(hostAddress)),
                      u"eth0 carries the address and the default route"_s,
                      eth0 ? eth0->addresses.toStrings().join(u' ') : QString());
    tour.report.check(tour.answers(QLatin1String(gateway)), u"The gateway answers"_s);
    tour.report.check(waitUntil([&tour] { return tour.services.helper->isReachable(); }, 20s),
                      u"The helper is there when it is asked for"_s);

    tour.window.setLanguage(u"en"_s);
    tour.picture(u"Main window before the first bond"_s, 1s);
    const auto *list = tour.window.findChild<QTreeView *>(u"nic-list"_s);
    QStringList shown;
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        shown.append(list->model()->index(row, 0).data().toString());
    // Free ones first, and the loopback device among those that cannot be used.
    tour.report.check(shown.mid(0, 4) == QStringList{u"eth1"_s, u"eth2"_s, u"eth3"_s, u"eth0"_s},
                      u"The window lists the four, free ones first"_s, shown.join(u' '));
    tour.window.setLanguage(u"zh_CN"_s);
    tour.picture(u"The same in Chinese"_s);
    tour.window.setLanguage(u"en"_s);
}

} // namespace bondwright::tour
