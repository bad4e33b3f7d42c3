// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/verdictstrip.h"
#include "common/stateicon.h"
#include "domain/sentences.h"
#include "models/texts.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace bondwright::ui
{

VerdictStrip::VerdictStrip(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_word(new QLabel(this))
    , m_cause(new QLabel(this))
{
    for (QLabel *label : {m_title, m_word, m_cause}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    QFont bold = font();
    bold.setBold(true);
    m_word->setFont(bold);
    m_cause->setWordWrap(true);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_icon, 0, 0);
    layout->addWidget(m_word, 0, 1);
    layout->addWidget(m_title, 0, 2, Qt::AlignRight);
    layout->addWidget(m_cause, 1, 1, 1, 2);
    layout->setColumnStretch(1, 1);
}

void VerdictStrip::setHealth(const QString &title, const diagnosis::Diagnosis &health, const QDateTime &since)
{
    m_verdict = health.verdict;
    const int side = fontMetrics().height();
    m_icon->setPixmap(stateIcon(shapeOf(health.verdict)).pixmap(QSize(side, side), devicePixelRatioF()));
    m_title->setText(title);
    QString word = health.word;
    if (since.isValid()) {
        const QString when = since.date() == QDate::currentDate()
            ? since.time().toString(QStringLiteral("HH:mm:ss")) // as the chart's axis
            : models::Texts::dateTime(since);
        //: @info:status %1 is a state such as "Degraded", %2 a time
        word = tr("%1 since %2").arg(health.word, when);
        m_word->setToolTip(models::Texts::dateTime(since));
    }
    m_word->setText(word);
    m_cause->setText(joinSentences({health.cause, health.evidence, health.nextStep}));
    setAccessibleName(word);
    setAccessibleDescription(m_cause->text());
    update();
}

void VerdictStrip::setMissing(const QString &bond)
{
    diagnosis::Diagnosis health;
    //: @info:status
    health.word = tr("Not there");
    //: @info
    health.cause = tr("%1 does not exist now. The window goes on as soon as it is created.").arg(bond);
    setHealth(bond, health, {});
}

void VerdictStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneBackground(toneOf(shapeOf(m_verdict)), palette()));
}

} // namespace bondwright::ui
