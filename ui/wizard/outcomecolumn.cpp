// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/outcomecolumn.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "domain/plandraft.h"
#include "domain/switchside.h"
#include "models/texts.h"
#include "wizard/modepicture.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

QString addressSummary(const PlanDraft &draft)
{
    const IpConfig &ip = draft.ipv4();
    switch (ip.method) {
    case IpMethod::Auto:
        return draft.takenFrom().isEmpty() ? OutcomeColumn::tr("by DHCP")
                                           : OutcomeColumn::tr("by DHCP, as %1 until now").arg(draft.takenFrom());
    case IpMethod::Manual:
        if (ip.addresses.isEmpty())
            return OutcomeColumn::tr("not given yet");
        if (!draft.takenFrom().isEmpty())
            return OutcomeColumn::tr("%1, taken over from %2")
                .arg(ip.addresses.texts().join(u", "_s), draft.takenFrom());
        return ip.addresses.texts().join(u", "_s);
    case IpMethod::LinkLocal:
        return OutcomeColumn::tr("link-local only");
    case IpMethod::Disabled:
        break;
    }
    return OutcomeColumn::tr("none for IPv4");
}

OutcomeColumn::OutcomeColumn(PlanDraft *draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_heading(headingLabel(this))
    , m_picture(new ModePicture(this))
    , m_explanation(mutedLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_picture);
    layout->addWidget(m_explanation);
    m_bond = addEntry();
    m_detection = addEntry();
    m_switch = addEntry();
    m_address = addEntry();
    m_interruption = addEntry();
    layout->addStretch(1);
    connect(draft, &PlanDraft::changed, this, [this] { setInterruptions(std::nullopt); });
    retranslateWith(this, [this] {
        //: @title:group column beside the wizard's pages
        m_heading->setText(tr("What you get"));
        //: @label
        m_bond.heading->setText(tr("Bond"));
        //: @label
        m_detection.heading->setText(tr("Notices a dead link"));
        //: @label
        m_switch.heading->setText(tr("On the switch"));
        //: @label
        m_address.heading->setText(tr("Address"));
        //: @label
        m_interruption.heading->setText(tr("Interrupts"));
        refresh();
    });
}

OutcomeColumn::Entry OutcomeColumn::addEntry()
{
    auto *box = static_cast<QVBoxLayout *>(layout());
    Entry entry{mutedLabel(this), textLabel(this)};
    entry.text->setMinimumWidth(1); // one word that is too long must not widen all of the column
    auto *inner = new QVBoxLayout;
    inner->setSpacing(0);
    inner->addWidget(entry.heading);
    inner->addWidget(entry.text);
    box->addLayout(inner);
    return entry;
}

QString OutcomeColumn::interruption() const
{
    if (m_draft->target().kind != TargetKind::ThisHost)
        return tr("nothing on this host");
    if (m_interruptions)
        //: @info what a change interrupts
        return m_interruptions->isEmpty() ? tr("nothing") : m_interruptions->join(u'\n');
    const QStringList interrupted = m_draft->likelyInterrupted();
    const QStringList dropped = m_draft->droppedAddresses();
    if (interrupted.isEmpty() && !dropped.isEmpty())
        //: @info what a change interrupts; %1: addresses
        return tr("connections to %1").arg(dropped.join(u", "_s));
    if (interrupted.isEmpty())
        //: @info what a change interrupts
        return tr("nothing");
    if (interrupted.contains(m_draft->editing()))
        return tr("%1 for some seconds, while it is set up again").arg(m_draft->editing());
    return tr("%1 for some seconds, while it moves into the bond").arg(interrupted.join(u", "_s));
}

void OutcomeColumn::setInterruptions(const std::optional<QStringList> &interruptions)
{
    m_interruptions = interruptions;
    refresh();
}

void OutcomeColumn::refresh()
{
    m_picture->setMode(m_draft->mode());
    m_explanation->setText(ModePicture::explanation(m_draft->mode()));
    const QStringList names = m_draft->plan().slaveNames();
    m_bond.text->setText(u"%1 · %2"_s.arg(m_draft->name(), modeText(m_draft->mode()))
                         + (names.isEmpty() ? QString() : u"\n"_s + names.join(u" + "_s)));
    const auto worst = m_draft->worstDetection();
    m_detection.text->setText(worst.count() > 0 ? tr("after %1 at most").arg(models::Texts::duration(worst))
                                                : tr("never"));
    m_switch.text->setText(switchRequirement(m_draft->plan()));
    m_address.text->setText(addressSummary(*m_draft));
    m_interruption.text->setText(interruption());
}

} // namespace bondwright::ui
