// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/failovertestdialog.h"
#include "common/retranslate.h"
#include "common/savedialog.h"
#include "common/settings.h"
#include "diagnosis/healthkeeper.h"
#include "domain/sentences.h"

#include "failovertest/pdfreport.h"
#include "failovertest/testhistory.h"
#include "failovertest/testresultpage.h"
#include "failovertest/testrunpage.h"
#include "failovertest/testsetuppage.h"
#include "i18n/language.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QThread>
#include <QVBoxLayout>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

} // namespace

FailoverTestDialog::FailoverTestDialog(const Services &services, const QString &bond, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_bond(bond)
    , m_pages(new QStackedWidget(this))
    , m_setup(new TestSetupPage(bond, this))
    , m_run(new TestRunPage(services, bond, this))
    , m_result(new TestResultPage(this))
    , m_message(new QLabel(this))
    , m_earlier(new QPushButton(this))
    , m_pdf(new QPushButton(this))
    , m_html(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_start(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_setup, m_run, m_result})
        m_pages->addWidget(page);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_earlier);
    buttons->addWidget(m_pdf);
    buttons->addWidget(m_html);
    buttons->addStretch();
    buttons->addWidget(m_again);
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    m_start->setObjectName(u"start"_s);
    m_pdf->setObjectName(u"save-pdf"_s);
    m_html->setObjectName(u"save-html"_s);
    m_cancel->setObjectName(u"close"_s);
    m_start->setDefault(true);
    m_earlier->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    resize(760, 640);
    settings::rememberGeometry(this, u"failovertest"_s);
    connectParts();
    m_setup->setHelperReachable(m_services.helper->isReachable());
    m_setup->setSnapshot(m_services.source->snapshot());
    retranslate();
    showPage();
}

void FailoverTestDialog::connectParts()
{
    connect(m_setup, &TestSetupPage::changed, this, [this] { m_start->setEnabled(m_setup->obstacle().isEmpty()); });
    connect(m_services.source, &kernel::KernelSource::snapshotChanged, this, [this] {
        if (m_pages->currentWidget() == m_setup)
            m_setup->setSnapshot(m_services.source->snapshot());
    });
    connect(m_start, &QPushButton::clicked, this, &FailoverTestDialog::startTest);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentWidget(m_setup);
        m_setup->setSnapshot(m_services.source->snapshot());
        showPage();
    });
    connect(m_cancel, &QPushButton::clicked, this, &FailoverTestDialog::reject);
    connect(m_pdf, &QPushButton::clicked, this, [this] { saveReport(true); });
    connect(m_html, &QPushButton::clicked, this, [this] { saveReport(false); });
    connect(m_earlier, &QPushButton::clicked, this, &FailoverTestDialog::showEarlier);
    connect(m_services.helper, &helper::HelperClient::reachableChanged, m_setup, &TestSetupPage::setHelperReachable);
}

FailoverTestDialog::~FailoverTestDialog()
{
    m_run->setTest(nullptr);
}

void FailoverTestDialog::retranslate()
{
    //: @title:window %1 is a bond's name
    setWindowTitle(m_services.titled(tr("Failover test – %1").arg(m_bond)));
    //: @action:button
    m_earlier->setText(tr("Earlier tests"));
    describe(m_earlier, m_earlier->text(), tr("Shows the result of an earlier test of this bond"));
    //: @action:button
    m_pdf->setText(tr("Save as &PDF…"));
    describe(m_pdf, tr("Save as PDF"), tr("The report, to be printed and signed"));
    //: @action:button
    m_html->setText(tr("Save as &HTML…"));
    describe(m_html, tr("Save as HTML"), tr("The report, for a web browser"));
    //: @action:button
    m_again->setText(tr("Test &again"));
    describe(m_again, tr("Test again"), tr("Returns to what is to be tested"));
    //: @action:button %1 this host's name
    m_start->setText(tr("Start &test on %1").arg(m_services.hostName()));
    describe(m_start, tr("Start test on %1").arg(m_services.hostName()), tr("Each slave loses its link in turn"));
    m_message->setText(m_stillDown); // all else was of the moment, and in the other language
    showPage();
}

void FailoverTestDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void FailoverTestDialog::showPage()
{
    const QWidget *page = m_pages->currentWidget();
    m_start->setVisible(page == m_setup);
    m_start->setEnabled(m_setup->obstacle().isEmpty());
    m_earlier->setVisible(page == m_setup);
    m_pdf->setVisible(page == m_result);
    m_html->setVisible(page == m_result);
    m_again->setVisible(page == m_result);
    const bool isRunning = page == m_run && m_test && !m_test->machine().isFinished();
    //: @action:button ends a test under way; the link is given back
    m_cancel->setText(isRunning ? tr("Cancel test")
                                //: @action:button
                                : tr("Close"));
    describe(m_cancel, m_cancel->text(),
             isRunning ? tr("The link is given back first") : tr("What was measured is kept"));
}

void FailoverTestDialog::startTest()
{
    if (m_test || !m_setup->obstacle().isEmpty())
        return;
    m_stillDown.clear();
    m_message->clear();
    failover::TestSettings chosen = m_setup->settings();
    chosen.host = m_services.hostName();
    chosen.switchPorts = neighbours::shortSwitchPortTexts(diagnosis::HealthKeeper::of(m_services.source)->ports());
    m_test = std::make_unique<failover::FailoverTest>(chosen, m_services.source, m_services.helper, this);
    m_test->setPingerFactory(m_services.makePinger);
    connect(m_test.get(), &failover::FailoverTest::finished, this, &FailoverTestDialog::onFinished);
    connect(m_test.get(), &failover::FailoverTest::changed, this, &FailoverTestDialog::showPage);
    connect(m_test.get(), &failover::FailoverTest::linkStaysDown, this, [this](const QString &words) {
        m_stillDown = words;
        m_message->setText(words);
    });
    m_run->setTest(m_test.get());
    m_pages->setCurrentWidget(m_run);
    showPage();
    m_test->start();
}

void FailoverTestDialog::onFinished(const failover::TestResult &result)
{
    if (!m_test)
        return; // not waited for
    m_result->setResult(result);
    m_pages->setCurrentWidget(m_result);
    m_run->setTest(nullptr);
    // This is called from within the test.
    m_test.release()->deleteLater();
    if (const auto saved = failover::TestHistory(failover::TestHistory::defaultFolder()).save(result); !saved)
        m_message->setText(joinSentences({m_stillDown, saved.error().message}));
    showPage();
}

void FailoverTestDialog::reject()
{
    if (m_test && !m_test->machine().isFinished()) {
        m_test->cancel(); // shows the result once the link is given back
        return;
    }
    if (m_test)
        onFinished(m_test->machine().result()); // the link comes back without a window, too
    QDialog::reject();
}

void FailoverTestDialog::saveReport(bool asPdf)
{
    const QString suffix = asPdf ? u"pdf"_s : u"html"_s;
    const QString name = u"%1-failover-%2.%3"_s.arg(m_result->result().bond,
                                                    m_result->result().startedAt.toString(u"yyyyMMdd-HHmm"_s), suffix);
    askWhereToSave(this, asPdf ? m_pdf->text() : m_html->text(), name, [this, asPdf](const QString &path) {
        const auto written = asPdf ? writePdf(path, m_result->result(), i18n::languageInUse())
                                   : writeHtml(path, m_result->result(), i18n::languageInUse());
        m_message->setText(joinSentences({m_stillDown, savedText(path, written)}));
    });
}

void FailoverTestDialog::showEarlier()
{
    if (m_reader)
        return;
    // Hundreds of files may have to be read, and other bonds' are among them.
    auto found = std::make_shared<QList<failover::TestResult>>();
    m_reader = QThread::create([found, host = m_services.hostName(), bond = m_bond] {
        *found = failover::TestHistory(failover::TestHistory::defaultFolder()).results(host, bond, 20);
    });
    connect(m_reader, &QThread::finished, this, [this, found] { offerEarlier(*found); });
    connect(m_reader, &QThread::finished, m_reader, &QObject::deleteLater);
    m_reader->start();
}

void FailoverTestDialog::offerEarlier(const QList<failover::TestResult> &results)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const failover::TestResult &result : results) {
        const QString when = result.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
        //: @item:inmenu an earlier test; %1 is date and time
        const QString text = result.isPassed() ? tr("%1 – passed").arg(when)
                                               //: @item:inmenu an earlier test; %1 is date and time
                                               : tr("%1 – failed").arg(when);
        connect(menu->addAction(text), &QAction::triggered, this, [this, result] {
            m_result->setResult(result);
            m_pages->setCurrentWidget(m_result);
            showPage();
        });
    }
    if (results.isEmpty())
        //: @item:inmenu
        menu->addAction(tr("%1 has not been tested yet").arg(m_bond))->setEnabled(false);
    menu->popup(m_earlier->mapToGlobal(QPoint(0, m_earlier->height())));
}

} // namespace bondwright::ui
