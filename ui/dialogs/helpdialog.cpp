// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/helpdialog.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/services.h"
#include "common/settings.h"
#include "common/statesign.h"

#include <QFormLayout>
#include <QKeySequence>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

QString keys(QKeySequence::StandardKey key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace

HelpDialog::HelpDialog(QWidget *parent)
    : QDialog(parent)
    , m_area(new QScrollArea(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"help"_s);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    resize(640, 560);
    settings::rememberGeometry(this, u"help"_s);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslateWith(this, [this] { build(); });
}

void HelpDialog::addSection(const QString &heading, const QString &text)
{
    if (m_body->count() > 0)
        m_body->addSpacing(8);
    m_body->addWidget(headingLabel(m_page, heading));
    if (!text.isEmpty())
        m_body->addWidget(textLabel(m_page, text, true));
}

void HelpDialog::addSigns()
{
    //: @title:group
    addSection(tr("What the signs mean"), {});
    auto *signs = new QFormLayout;
    signs->setHorizontalSpacing(12);
    signs->setVerticalSpacing(4);
    const std::pair<StateShape, QString> meanings[]{
        {StateShape::Ok, tr("healthy: every link works")},
        {StateShape::Degraded, tr("degraded: it works, with less safety than planned")},
        {StateShape::Down, tr("down: no traffic, or link down")},
        {StateShape::Active, tr("active: this slave carries traffic")},
        {StateShape::Standby, tr("standby: takes over when the active slave fails")},
        {StateShape::Changing, tr("changing: a delay runs before the link counts as lost or back")},
        {StateShape::Free, tr("free: a NIC that can be bonded")},
        {StateShape::Used, tr("in use: has an address or belongs to a bond")},
        {StateShape::Unusable, tr("not usable: cannot be bonded; the tooltip says why")},
        {StateShape::Unknown, tr("unknown: the kernel does not tell")},
    };
    for (const auto &[shape, meaning] : meanings)
        signs->addRow(new StateSign(shape, m_page), textLabel(m_page, meaning));
    m_body->addLayout(signs);
}

void HelpDialog::addKeys()
{
    //: @title:group
    addSection(tr("Keys"), {});
    auto *table = new QFormLayout;
    table->setHorizontalSpacing(16);
    table->setVerticalSpacing(4);
    const std::pair<QString, QString> shortcuts[]{
        {keys(QKeySequence::New), tr("create a bond")},
        {u"Ctrl+E"_s, tr("edit the selected bond")},
        {u"F2"_s, tr("rename the selected bond")},
        {u"Ctrl+D"_s, tr("duplicate the selected bond")},
        {keys(QKeySequence::Delete), tr("remove the selected bond")},
        {u"Ctrl+M"_s, tr("monitor")},
        {u"Ctrl+T"_s, tr("failover test")},
        {u"Ctrl+L"_s, tr("events of all bonds")},
        {u"Ctrl+B"_s, tr("backups")},
        {keys(QKeySequence::Open), tr("open a plan")},
        {keys(QKeySequence::Paste), tr("open a copied plan")},
        {keys(QKeySequence::Save), tr("save the plan of the selected bond")},
        {u"Ctrl+I"_s, tr("import another host's files")},
        {u"Ctrl+Shift+N"_s, tr("add another host")},
        {keys(QKeySequence::HelpContents), tr("this help")},
        {keys(QKeySequence::Quit), tr("quit")},
    };
    for (const auto &[key, meaning] : shortcuts) {
        auto *label = textLabel(m_page, key);
        label->setFont(fixedFont(label->font()));
        label->setWordWrap(false);
        table->addRow(label, textLabel(m_page, meaning));
    }
    m_body->addLayout(table);
}

void HelpDialog::build()
{
    setWindowTitle(titleWithHost(tr("Help")));
    //: @action:button
    m_close->setText(tr("&Close"));
    describe(m_close, tr("Close"), tr("Closes this window"));
    describe(m_area, tr("Help text"), tr("Scrolls with the arrow keys"));
    m_page = new QWidget;
    m_page->setAutoFillBackground(false);
    m_body = new QVBoxLayout(m_page);
    m_body->setContentsMargins(0, 0, 8, 0);
    m_body->setSpacing(4);

    //: @title:group
    addSection(tr("First steps"),
               tr("“Create bond…” asks what the bond is for, which NICs it gets and which address. It shows "
                  "every file before anything is written. Then open “Monitor” and pull each cable once "
                  "with “Test failover…”."));
    //: @title:group
    addSection(tr("A change is safe"),
               tr("The files are saved first and all written, or none. Afterwards the kernel's state is compared with "
                  "the plan, and what answered before must answer again. Unless you press “Keep” in time, everything "
                  "reverts by itself: also when the connection, this window or the host dies. “Backups…” "
                  "restores an earlier configuration in the same way."));
    addSigns();
    addKeys();
    //: @title:group
    addSection(tr("Read more"),
               tr("In a terminal: man bondwright, man bondctl, man bondwright-helper. What happened "
                  "on the privileged side: journalctl -u bondwright-helper."));
    m_body->addStretch(1);
    m_area->setWidget(m_page);
}

} // namespace bondwright::ui
