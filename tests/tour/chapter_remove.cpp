// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainwindow.h"
#include "tour.h"
#include "tourlab.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

void removeAgain(Tour &tour)
{
    tour.report.chapter(u"The bond is removed on the command line; the cards get back what they had"_s);
    int exitCode = -1;
    const QString printed
        = run(u"bondctl"_s, {u"--lang"_s, u"en"_s, u"remove"_s, u"bond0"_s, u"--confirm"_s, u"--yes"_s}, &exitCode);
    tour.report.text(u"bondctl remove bond0 --confirm"_s, printed);
    tour.report.check(exitCode == 0, u"bondctl remove succeeds"_s, QString::number(exitCode));
    tour.report.check(waitUntil([&tour] { return !tour.bond(u"bond0"_s); }, 10s), u"bond0 is gone"_s);
    tour.report.check(waitUntil([&tour] { return tour.hasAddress(u"eth0"_s, u"192.0.2.10/24"_s); }, 15s),
                      u"eth0 has its address back"_s);
    tour.report.check(tour.answers(u"192.0.2.254"_s), u"The gateway answers through eth0"_s);
    tour.picture(u"Main window after the removal"_s, 1500ms);
}

} // namespace bondwright::tour
