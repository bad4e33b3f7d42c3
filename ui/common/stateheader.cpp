// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/stateheader.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "domain/sentences.h"
#include "models/texts.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

class StateHeader::Badge final : public QWidget
{
public:
    using QWidget::QWidget;

    void setState(StateShape shape, const QString &word)
    {
        m_shape = shape;
        m_word = word;
        setAccessibleName(word);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(boldFont());
        return {metrics.height() + 6 + metrics.horizontalAdvance(m_word) + 2, metrics.height() + 4};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int side = fontMetrics().height();
        paintState(&painter, QRect(0, (height() - side) / 2, side, side), m_shape, palette());
        painter.setFont(boldFont());
        painter.setPen(toneColour(toneOf(m_shape), palette()));
        painter.drawText(rect().adjusted(side + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_word);
    }

private:
    QFont boldFont() const
    {
        QFont bold = font();
        bold.setBold(true);
        return bold;
    }
    StateShape m_shape = StateShape::Unknown;
    QString m_word;
};

StateHeader::StateHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(headingLabel(this, {}, 1.15))
    , m_facts(mutedLabel(this))
    , m_badge(new Badge(this))
    , m_cause(textLabel(this, {}, true))
    , m_evidence(mutedLabel(this))
    , m_next(textLabel(this, {}, true))
    , m_action(new QToolButton(this))
{
    m_name->setWordWrap(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_name);
    top->addWidget(m_facts, 1);
    top->addWidget(m_badge);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(12);
    bottom->addWidget(m_next, 1);
    bottom->addWidget(m_action, 0, Qt::AlignBottom);
    m_action->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_action->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_cause);
    m_evidence->hide();
    layout->addWidget(m_evidence);
    layout->addLayout(bottom);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_action, &QToolButton::clicked, this, &StateHeader::actionTriggered);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_cause->setText(sinceText());
    });
}

void StateHeader::setTitle(const QString &name, const QString &facts)
{
    m_name->setText(name);
    m_facts->setText(facts);
}

void StateHeader::setHealth(const diagnosis::Diagnosis &health, const QDateTime &since)
{
    m_sentence = health.cause;
    m_since = since;
    setState(shapeOf(health.verdict), health.word, sinceText(), health.nextStep);
    m_evidence->setText(health.evidence);
    m_evidence->setVisible(!health.evidence.isEmpty());
    if (!health.evidence.isEmpty())
        setAccessibleDescription(
            joinSentences({asSentence(health.word), health.cause, health.evidence, health.nextStep}));
    if (since.isValid())
        m_clock.start();
    //: @info:tooltip %1 date and time
    m_cause->setToolTip(since.isValid() ? tr("Since %1").arg(models::Texts::dateTime(since)) : QString());
}

QString StateHeader::sinceText() const
{
    const qint64 seconds = m_since.isValid() ? m_since.secsTo(m_now()) : 0;
    if (seconds < 1)
        return m_sentence;
    //: @info %1 a sentence, %2 how long it has been so
    return tr("%1 (for %2)").arg(m_sentence, models::Texts::duration(std::chrono::seconds(seconds)));
}

void StateHeader::setState(StateShape shape, const QString &word, const QString &cause, const QString &nextStep)
{
    m_clock.stop();
    m_shape = shape;
    m_badge->setState(shape, word);
    m_cause->setText(cause);
    m_cause->setToolTip({});
    m_cause->setVisible(!cause.isEmpty());
    m_evidence->hide();
    //: @info what to do next
    m_next->setText(nextStep.isEmpty() ? QString() : tr("Next: %1").arg(nextStep));
    m_next->setVisible(!nextStep.isEmpty());
    setAccessibleName(u"%1, %2"_s.arg(m_name->text(), word));
    setAccessibleDescription(joinSentences({asSentence(word), cause, nextStep}));
    update();
}

void StateHeader::setAction(const QString &text, const QString &description)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    describe(m_action, text, description);
}

void StateHeader::resizeEvent(QResizeEvent *)
{
    keepWrappedHeight(this);
}

bool StateHeader::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        keepWrappedHeight(this);
    return isDone;
}

void StateHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StateTone tone = toneOf(m_shape);
    painter.fillRect(rect(), toneBackground(tone, palette()));
    painter.fillRect(QRect(0, 0, 4, height()), toneColour(tone, palette()));
}

} // namespace bondwright::ui
