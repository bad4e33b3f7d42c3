// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"

#include "cuttexts.h"
#include "main/mainwindow.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPixmap>
#include <QScreen>
#include <QTest>

using namespace Qt::StringLiterals;

namespace bondwright::tour
{

Tour::Tour(TourReport &theReport, const ui::Services &theServices, ui::MainWindow &theWindow)
    : report(theReport)
    , services(theServices)
    , window(theWindow)
{
    connect(services.helper, &helper::HelperClient::transactionChanged, this,
            [this](const helper::Transaction &now) { m_transaction = now; });
    connect(services.source, &kernel::KernelSource::eventOccurred, this, [this](const kernel::BondEvent &event) {
        if (event.kind == kernel::EventKind::Failover && !m_failover)
            m_failover = event;
    });
}

void Tour::picture(const QString &caption, std::chrono::milliseconds settle)
{
    live(settle);
    QStringList faults;
    const auto isInOrder = [&faults] {
        faults.clear();
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->isVisible())
                faults += ui::cutTexts(top);
        }
        return faults.isEmpty();
    };
    // After a change of language the layout follows when there is time.
    waitUntil(isInOrder, std::chrono::seconds(5));
    report.picture(QGuiApplication::primaryScreen()->grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height()),
                   caption);
    for (const QString &fault : std::as_const(faults))
        report.check(false, u"No text is cut in “%1”"_s.arg(caption), fault);
}

bool Tour::waitForState(helper::TransactionState state, std::chrono::seconds limit)
{
    return waitUntil([this, state] { return m_transaction.id != m_former && m_transaction.state == state; }, limit);
}

const kernel::BondState *Tour::bond(const QString &name) const
{
    return services.source->snapshot().bondByName(name);
}

bool Tour::hasAddress(const QString &nic, const QString &cidr) const
{
    const kernel::NicState *state = services.source->snapshot().nicByName(nic);
    return state && state->addresses.toStrings().contains(cidr);
}

bool Tour::hasOnlyAddress(const QString &nic, const QString &cidr) const
{
    const kernel::NicState *state = services.source->snapshot().nicByName(nic);
    return state && state->addresses.ofFamily(IpAddress::Family::V4) == IpNetworks{cidr};
}

bool Tour::answers(const QString &address) const
{
    int exitCode = -1;
    run(u"ping"_s, {u"-n"_s, u"-q"_s, u"-c"_s, u"3"_s, u"-i"_s, u"0.2"_s, u"-w"_s, u"10"_s, address}, &exitCode);
    return exitCode == 0;
}

bool Tour::saveAs(const QString &path)
{
    auto *dialog = findWindow<QFileDialog>();
    auto *name = dialog ? dialog->findChild<QLineEdit *>(u"fileNameEdit"_s) : nullptr;
    if (!report.check(name, u"A file dialog asks where to save"_s))
        return false;
    QFile::remove(path); // of an earlier tour: the dialog would ask, and nobody answers
    // Pasted, not typed: the list of completions would take the Enter.
    name->setFocus();
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    return waitUntil([&path] { return QFileInfo(path).size() > 0; }, std::chrono::seconds(20));
}

} // namespace bondwright::tour
