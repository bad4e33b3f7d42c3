// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window of the failover test with the kernel and the helper of this host behind it, in the middle of an automatic
// test: somebody has chosen "Automatic" and pressed Start. To be killed.
//   testwindow BOND TARGET

#include "failovertest/failovertestdialog.h"
#include "failovertest/testsetuppage.h"
#include "helperclient/helperclient.h"
#include "kernel/localkernelsource.h"

#include <QApplication>
#include <QLineEdit>
#include <QRadioButton>

using namespace bondwright;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc < 3)
        return 2;
    kernel::LocalKernelSource source;
    source.start();
    const std::unique_ptr<helper::HelperClient> client(helper::createHelperClient());
    ui::FailoverTestDialog dialog({&source, client.get(), nullptr}, QString::fromLocal8Bit(argv[1]));
    dialog.findChild<ui::TestSetupPage *>()->findChild<QLineEdit *>()->setText(QString::fromLocal8Bit(argv[2]));
    dialog.findChildren<QRadioButton *>().at(1)->setChecked(true);
    dialog.show();
    dialog.startTest();
    return QApplication::exec();
}
