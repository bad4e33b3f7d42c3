// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/aboutdialog.h"
#include "common/actionicon.h"
#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/services.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

AboutDialog::AboutDialog(const std::optional<helper::Capabilities> &capabilities, QWidget *parent)
    : QDialog(parent)
{
    auto *heading = headingLabel(this, u"Bondwright"_s, 1.5);
    auto *purpose = textLabel(this);
    auto *versionText = textLabel(this, {}, true);
    versionText->setFont(fixedFont(font()));
    versionText->setWordWrap(false);
    auto *licence = mutedLabel(this);
    auto *copy = new QPushButton(actionIcon(ActionIcon::Copy), {}, this);
    copy->setAutoDefault(false);
    auto *close = new QPushButton(this);
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(purpose);
    layout->addWidget(versionText);
    layout->addWidget(licence);
    layout->addStretch(1);
    layout->addLayout(buttons);
    setMinimumWidth(characterWidth(fontMetrics()) * 60);
    connect(copy, &QPushButton::clicked, this,
            [versionText] { QGuiApplication::clipboard()->setText(versionText->text()); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    retranslateWith(this, [this, purpose, versionText, licence, copy, close, capabilities] {
        setWindowTitle(titleWithHost(tr("About Bondwright")));
        purpose->setText(tr("Bonds NICs safely and monitors their failover."));
        versionText->setText(versions(capabilities));
        licence->setText(tr("Free software under the GNU General Public License, version 3 or later. "
                            "It comes with no warranty."));
        //: @action:button
        copy->setText(tr("Copy &versions"));
        //: @action:button
        close->setText(tr("&Close"));
        describe(copy, tr("Copy versions"), tr("For a bug report"));
        describe(close, tr("Close"), tr("Closes this window"));
    });
}

QString AboutDialog::versions(const std::optional<helper::Capabilities> &capabilities) const
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) { lines.append(name + u": "_s + value); };
    add(u"Bondwright"_s, QStringLiteral(BONDWRIGHT_VERSION));
    //: @label the privileged service
    add(tr("Helper"), capabilities ? capabilities->helperVersion : tr("not reachable"));
    add(u"Qt"_s, QString::fromLatin1(qVersion()));
    //: @label
    add(tr("Kernel"), QSysInfo::kernelVersion());
    //: @label operating system
    add(tr("System"), QSysInfo::prettyProductName());
    if (capabilities && capabilities->networkManagerRunning)
        add(u"NetworkManager"_s, capabilities->networkManagerVersion);
    return lines.join(u'\n');
}

} // namespace bondwright::ui
