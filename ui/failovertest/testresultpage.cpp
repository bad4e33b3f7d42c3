// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testresultpage.h"
#include "common/retranslate.h"

#include "failovertest/pdfreport.h"
#include "i18n/language.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace bondwright::ui
{

TestResultPage::TestResultPage(QWidget *parent)
    : QWidget(parent)
    , m_text(new QTextBrowser(this))
{
    m_text->setOpenLinks(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
}

void TestResultPage::setResult(const failover::TestResult &result)
{
    m_result = result;
    show();
}

void TestResultPage::show()
{
    //: @info:whatsthis the text of a finished failover test
    describe(m_text, tr("Result of the test"), tr("The report, as it can be saved"));
    // The report is dark on white, whatever the desktop's colours: it is what gets printed.
    m_text->setStyleSheet(QStringLiteral("QTextBrowser{background:white;color:#222}"));
    m_text->document()->clear();
    fillReport(*m_text->document(), m_result, i18n::languageInUse(), devicePixelRatioF());
    m_text->moveCursor(QTextCursor::Start); // pictures that arrive in the layout scroll it otherwise
    m_text->verticalScrollBar()->setValue(0);
}

void TestResultPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && !m_result.bond.isEmpty())
        show();
    QWidget::changeEvent(event);
}

} // namespace bondwright::ui
