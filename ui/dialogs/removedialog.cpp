// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/removedialog.h"
#include "common/retranslate.h"
#include "common/services.h"
#include "common/settings.h"

#include <QLabel>
#include <QPushButton>
#include <QUuid>

namespace bondwright::ui
{

RemoveDialog::RemoveDialog(const Services &services, PendingChange *pending, const QString &bond, QWidget *parent)
    : ChangeDialog(services.helper, pending, parent)
    , m_host(services.hostName())
    , m_bond(bond)
{
    settings::rememberGeometry(this, QStringLiteral("remove"));
    retranslateWith(this, [this] {
        setWindowTitle(titleWithHost(tr("Remove %1").arg(m_bond), m_host));
        intro()->setText(tr("%1 is taken apart and its NICs get back what they had before, as shown here. "
                            "It reverts unless you confirm it.")
                             .arg(m_bond));
        //: @action:button %1 a bond, %2 a host's name
        goButton()->setText(tr("&Remove %1 on %2").arg(m_bond, m_host));
        describe(goButton(), QString(goButton()->text()).remove(QLatin1Char('&')),
                 tr("Takes the bond apart; reverts unless confirmed"));
    });
    look();
}

void RemoveDialog::look()
{
    wait();
    helperClient()->previewRemove(m_bond, helper::Backend::Auto, this, [this](const Result<helper::Preview> &answer) {
        if (!answer) {
            showTrouble(answer.error());
            return;
        }
        m_digest = answer->digest;
        showFiles(answer->files, answer->interruptions);
    });
}

void RemoveDialog::begin()
{
    helper::ApplyOptions options = applyOptions();
    options.digest = m_digest;
    helperClient()->remove(QUuid::createUuid().toString(QUuid::WithoutBraces), m_bond, options, this, begun());
}

} // namespace bondwright::ui
