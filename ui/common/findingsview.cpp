// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/findingsview.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/stateicon.h"
#include "common/statesign.h"
#include "i18n/language.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace bondwright::ui
{

namespace
{

/// A finding may begin with a word of the user's, in Arabic or Hebrew; the sentence about it reads as ours do.
QString inReadingOrder(const QString &sentence)
{
    constexpr QChar leftToRightMark(0x200e);
    return sentence.isRightToLeft() ? leftToRightMark + sentence : sentence;
}

class FindingRow final : public QWidget
{
public:
    FindingRow(const Finding &finding, QWidget *parent)
        : QWidget(parent)
        , m_tone(toneOf(shapeOf(finding.severity)))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(8, 6, 8, 6);
        row->setSpacing(8);
        row->addWidget(new StateSign(shapeOf(finding.severity), this), 0, Qt::AlignTop);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(textLabel(this, inReadingOrder(finding.message)));
        if (!finding.advice.isEmpty()) {
            QLabel *advice = mutedLabel(this, finding.advice);
            advice->setTextInteractionFlags(Qt::TextSelectableByMouse); // it may be a command
            texts->addWidget(advice);
        }
        row->addLayout(texts, 1);
        setAccessibleName(finding.message);
        setAccessibleDescription(finding.advice);
    }

    void addButton(QPushButton *button)
    {
        static_cast<QHBoxLayout *>(layout())->addWidget(button, 0, Qt::AlignVCenter);
    }

protected:
    void resizeEvent(QResizeEvent *) override { keepWrappedHeight(this); }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), toneBackground(m_tone, palette()));
        painter.fillRect(QRect(0, 0, 3, height()), toneColour(m_tone, palette()));
    }

private:
    StateTone m_tone;
};

} // namespace

FindingsView::FindingsView(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    setVisible(false);
}

QString FindingsView::showText(const Finding &)
{
    //: @action:button leads to the page and field a finding is about
    return tr("Show");
}

void FindingsView::setFindings(const QList<Finding> &findings, const ButtonText &buttonText)
{
    if (m_findings == findings && m_language == i18n::currentLanguage())
        return;
    m_findings = findings;
    m_language = i18n::currentLanguage();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (const Finding &finding : findings) {
        auto *row = new FindingRow(finding, this);
        if (const QString text = buttonText ? buttonText(finding) : QString(); !text.isEmpty()) {
            auto *button = new QPushButton(text, row);
            button->setObjectName(QStringLiteral("finding-link"));
            button->setAutoDefault(false);
            describe(button, QStringLiteral("%1: %2").arg(text, finding.message), finding.advice);
            connect(button, &QPushButton::clicked, this, [this, finding] { Q_EMIT findingActivated(finding); });
            row->addButton(button);
        }
        m_rows->addWidget(row);
    }
    setVisible(!findings.isEmpty());
}

} // namespace bondwright::ui
