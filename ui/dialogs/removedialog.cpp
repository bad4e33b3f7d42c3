// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/removedialog.h"
#include "common/retranslate.h"

#include <QLabel>
#include <QPushButton>
#include <QUuid>

namespace bondwright::ui
{

RemoveDialog::RemoveDialog(helper::HelperClient *helper, PendingChange *pending, const QString &bond, QWidget *parent)
    : ChangeDialog(helper, pending, parent)
    , m_bond(bond)
{
    retranslateWith(this, [this] {
        setWindowTitle(tr("Remove %1").arg(m_bond));
        intro()->setText(tr("%1 is taken apart and its network cards get back what they had before, as shown here. "
                            "It reverts by itself unless you keep it.")
                             .arg(m_bond));
        //: @action:button
        goButton()->setText(tr("&Remove %1").arg(m_bond));
        describe(goButton(), tr("Remove %1").arg(m_bond), tr("Takes the bond apart; reverts by itself unless kept"));
    });
    helper->previewRemove(bond, this, [this](const Result<helper::Preview> &answer) {
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
