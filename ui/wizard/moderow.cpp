// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/moderow.h"
#include "common/chip.h"
#include "common/flowlayout.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "domain/sentences.h"
#include "i18n/language.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStyleOption>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui
{

namespace
{

QString switchText(SwitchNeed need)
{
    switch (need) {
    case SwitchNeed::Nothing:
        //: @info chip of a mode: nothing to set on the switch
        return ModeRow::tr("switch: nothing to set");
    case SwitchNeed::StaticLag:
        //: @info chip of a mode
        return ModeRow::tr("switch: static aggregation");
    case SwitchNeed::Lacp:
        //: @info chip of a mode
        return ModeRow::tr("switch: LACP");
    }
    return {};
}

QString balanceText(const ModeInfo &info)
{
    if (info.balancesTransmit && info.balancesReceive)
        //: @info chip of a mode
        return ModeRow::tr("balances both directions");
    if (info.balancesTransmit)
        //: @info chip of a mode
        return ModeRow::tr("balances sending");
    //: @info chip of a mode
    return ModeRow::tr("no balancing");
}

/// Where the switch speaks LACP, 802.3ad is as common as the modes that ask nothing of it.
bool isCommon(const ModeInfo &info)
{
    return info.common || info.recommendedWithLacp;
}

} // namespace

ModeRow::ModeRow(Mode mode, QWidget *parent)
    : QAbstractButton(parent)
    , m_mode(mode)
    , m_recommended(new Chip(this, StateTone::Good))
    , m_common(new Chip(this, StateTone::Good))
    , m_switch(new Chip(this))
    , m_tolerance(new Chip(this))
    , m_balancing(new Chip(this))
{
    setCheckable(true);
    setAutoExclusive(true); // to a screen reader it is a radio button
    setFocusPolicy(Qt::StrongFocus);
    const ModeInfo &info = modeInfo(mode);
    auto *number = headingLabel(this, QString::number(int(mode)), 1.3);
    number->setWordWrap(false);
    number->setFont([&] {
        QFont font = fixedFont(number->font());
        font.setBold(true);
        return font;
    }());
    auto *name = textLabel(this, info.kernelName);
    name->setFont(fixedFont(name->font()));
    name->setWordWrap(false);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(14, 8, 12, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    grid->addWidget(number, 0, 0, 3, 1, Qt::AlignTop);
    auto *chips = new FlowLayout(6);
    chips->addWidget(name);
    for (Chip *chip : {m_recommended, m_common, m_switch, m_tolerance, m_balancing})
        chips->addWidget(chip);
    grid->addLayout(chips, 0, 1, 1, 2);
    for (int column = 0; column < 2; ++column) {
        m_titles[column] = headingLabel(this);
        m_summaries[column] = textLabel(this);
        m_details[column] = mutedLabel(this);
        m_details[column]->hide();
        grid->addWidget(m_titles[column], 1, column + 1);
        grid->addWidget(m_summaries[column], 2, column + 1, Qt::AlignTop);
        m_details[column]->setContentsMargins(0, 6, 0, 0); // apart from the summary, where that is the longer one too
        grid->addWidget(m_details[column], 3, column + 1, Qt::AlignTop);
        grid->setColumnStretch(column + 1, 1);
    }
    for (QLabel *label : findChildren<QLabel *>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_recommended->hide();
    m_common->setVisible(isCommon(info));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QAbstractButton::toggled, this, &ModeRow::fold);
    m_settling.setSingleShot(true);
    m_settling.setInterval(1s); // other rows fold, findings come and go
    retranslateWith(this, [this] { retranslate(); });
}

void ModeRow::retranslate()
{
    const ModeInfo &info = modeInfo(m_mode);
    // The reader's own language stands first.
    const Language own = i18n::languageInUse();
    const std::array columns{own, own == Language::Chinese ? Language::English : Language::Chinese};
    for (int column = 0; column < 2; ++column) {
        const Language language = columns[column];
        const bool isChinese = language == Language::Chinese;
        m_titles[column]->setText(info.title.in(language));
        m_summaries[column]->setText(info.summary.in(language));
        m_details[column]->setText(info.description.in(language) + u"\n\n"_s
                                   + (isChinese ? u"适用："_s : u"Choose it when: "_s) + info.chooseWhen.in(language)
                                   + u"\n\n"_s + (isChinese ? u"不适用："_s : u"Avoid it when: "_s)
                                   + info.avoidWhen.in(language));
    }
    //: @info chip of the mode that fits the chosen goal
    m_recommended->setText(tr("recommended"));
    //: @info chip of the commonly used modes
    m_common->setText(modeInfo(m_mode).recommendedWithLacp ? tr("common; recommended with LACP") : tr("common"));
    m_switch->setText(switchText(info.switchNeed));
    //: @info chip of a mode
    m_tolerance->setText(info.faultTolerant ? tr("survives a dead link") : tr("does not survive a dead link"));
    m_balancing->setText(balanceText(info));
    speak();
}

/// The whole card for those who do not see it: name, summary, and what the chips say.
void ModeRow::speak()
{
    const ModeInfo &info = modeInfo(m_mode);
    const QString title = i18n::inCurrentLanguage(info.title);
    // active-backup is called so in English.
    const QString name = title.compare(info.kernelName, Qt::CaseInsensitive) == 0
        ? tr("Mode %1, %2").arg(int(m_mode)).arg(info.kernelName)
        : tr("Mode %1, %2: %3").arg(int(m_mode)).arg(info.kernelName, title);
    QStringList chips;
    for (const Chip *chip : {m_recommended, m_common, m_switch, m_tolerance, m_balancing}) {
        if (!chip->isHidden())
            chips.append(chip->text());
    }
    describe(this, name,
             joinSentences({i18n::inCurrentLanguage(info.summary), asSentence(QLocale().createSeparatedList(chips))}));
    setToolTip({});
}

void ModeRow::setRecommended(bool recommended)
{
    m_recommended->setVisible(recommended);
    // One chip of praise is enough.
    m_common->setVisible(!recommended && isCommon(modeInfo(m_mode)));
    speak();
}

QSize ModeRow::sizeHint() const
{
    return layout()->sizeHint();
}

void ModeRow::fold()
{
    for (QLabel *label : m_details)
        label->setVisible(isChecked());
    updateGeometry();
    // It has become higher, and must be fully visible once the page is laid out again.
    m_settling.stop();
    if (isChecked() && isVisible()) {
        m_settling.start();
        keepInView();
    }
}

void ModeRow::keepInView()
{
    if (!m_settling.isActive())
        return;
    QTimer::singleShot(0, this, [this] {
        if (isChecked() && m_settling.isActive())
            scrollIntoView();
    });
}

void ModeRow::stayWhereItIs()
{
    m_settling.stop();
}

void ModeRow::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    keepInView();
}

void ModeRow::moveEvent(QMoveEvent *event)
{
    QAbstractButton::moveEvent(event);
    keepInView();
}

void ModeRow::scrollIntoView()
{
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(up)) {
            // All of it, or the beginning of one that is higher than the page.
            const QPoint top = mapTo(scroll->widget(), QPoint());
            scroll->ensureVisible(0, top.y() + height(), 0, 8);
            scroll->ensureVisible(0, top.y(), 0, 8);
            return;
        }
    }
}

void ModeRow::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    // Tab goes to the chosen row, as with radio buttons; the arrow keys go on from there.
    QAbstractButton *chosen = group() ? group()->checkedButton() : nullptr;
    const bool isByTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByTab && chosen && chosen != this) {
        chosen->setFocus(event->reason());
        return;
    }
    scrollIntoView();
}

void ModeRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    QColor back = palette().color(QPalette::Base);
    if (isChecked() || underMouse()) {
        QColor tint = accent;
        tint.setAlphaF(isChecked() ? 0.12F : 0.05F);
        painter.fillRect(rect(), back);
        back = tint;
    }
    painter.setPen(QPen(isChecked() ? accent : lineColour(palette()), isChecked() ? 1.6 : 1.0));
    painter.setBrush(back);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(4, 4, -4, -4);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace bondwright::ui
