// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"

#include "main/mainwindow.h"
#include "tourlab.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

void firstLook(Tour &tour)
{
    tour.report.chapter(u"A host with four network cards, no bond"_s);
    waitUntil([&tour] { return tour.hasAddress(u"eth0"_s, u"192.0.2.10/24"_s); }, 10s);
    const kernel::Snapshot &host = tour.services.source->snapshot();
    int cards = 0;
    for (const kernel::NicState &nic : host.nics)
        cards += nic.name.startsWith(u"eth") ? 1 : 0;
    tour.report.check(cards == 4, u"Four cards are seen"_s, QString::number(cards));
    tour.report.check(host.bondingDriver, u"The kernel has the bonding driver"_s, host.kernelRelease);
    const kernel::NicState *eth0 = host.nicByName(u"eth0");
    tour.report.check(eth0 && eth0->carriesDefaultRoute, u"eth0 carries the address and the default route"_s,
                      eth0 ? eth0->addresses.join(u' ') : QString());
    tour.report.check(tour.answers(u"192.0.2.254"_s), u"The gateway answers"_s);
    tour.window.setLanguage(u"en"_s);
    tour.picture(u"Main window before the first bond"_s, 1500ms);
    tour.window.setLanguage(u"zh_CN"_s);
    tour.picture(u"The same in Chinese"_s);
}

} // namespace bondwright::tour
