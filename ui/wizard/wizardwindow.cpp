// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/wizardwindow.h"
#include "common/actionicon.h"
#include "common/fonts.h"
#include "common/labels.h"
#include "common/pendingchange.h"
#include "common/retranslate.h"
#include "common/scrollroom.h"
#include "common/settings.h"
#include "diagnosis/healthkeeper.h"
#include "helperclient/helperclient.h"
#include "kernel/kernelsource.h"
#include "models/nicmodel.h"
#include "ping/ping.h"
#include "wizard/addresspage.h"
#include "wizard/applypage.h"
#include "wizard/modepage.h"
#include "wizard/monitoringpage.h"
#include "wizard/nicpage.h"
#include "wizard/optionspage.h"
#include "wizard/outcomecolumn.h"
#include "wizard/plancommands.h"
#include "wizard/reviewpage.h"
#include "wizard/steplist.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

constexpr int columnSpacing = 16; // px

} // namespace

WizardWindow::WizardWindow(const Services &services, PendingChange *pending, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_pending(pending)
    , m_draft(new PlanDraft(this))
    , m_nics(new models::NicModel(this))
    , m_steps(new StepList(m_draft, this))
    , m_question(headingLabel(this, {}, 1.35))
    , m_stack(new QStackedWidget(this))
    , m_outcomeArea(new QScrollArea(this))
{
    m_stack->setObjectName(u"pages"_s);
    setObjectName(u"wizard"_s);
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    m_nics->follow(services.source);
    buildPages();
    m_outcome = new OutcomeColumn(m_draft, m_outcomeArea);
    m_outcomeArea->setWidget(m_outcome);
    m_outcomeArea->setWidgetResizable(true);
    m_outcomeArea->setFrameShape(QFrame::NoFrame);
    m_outcomeArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_outcomeArea->setFixedWidth(std::max(230, characterWidth(fontMetrics()) * 34));

    auto *middle = new QVBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_question);
    middle->addWidget(m_stack, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(columnSpacing);
    columns->addWidget(m_steps);
    columns->addLayout(middle, 1);
    columns->addWidget(m_outcomeArea);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addWidget(separatorLine(this));
    buildButtons(layout);

    connect(m_steps, &StepList::pageChosen, this, &WizardWindow::showPage);
    connect(m_draft, &PlanDraft::changed, this, &WizardWindow::updateButtons);
    connect(m_pending, &PendingChange::changed, this, &WizardWindow::updateButtons);
    connect(services.source, &kernel::KernelSource::snapshotChanged, this, [this] {
        // The plan was checked against the host before the change, and the change itself alters the host.
        if (m_page != PageId::Apply)
            m_draft->setHost(currentFacts());
    });
    connect(services.helper, &helper::HelperClient::reachableChanged, this, &WizardWindow::updateButtons);
    m_draft->setHost(currentFacts());
    resize(1180, 720);
    settings::rememberGeometry(this, u"wizard"_s);
    retranslateWith(this, [this] { retranslate(); });
    showPage(PageId::Mode);
}

namespace
{

void collectFields(QWidget *widget, QList<QWidget *> *fields);

void collectFields(const QLayout *layout, QList<QWidget *> *fields)
{
    for (int at = 0; layout && at < layout->count(); ++at) {
        QLayoutItem *item = layout->itemAt(at);
        if (QWidget *widget = item->widget())
            collectFields(widget, fields);
        else
            collectFields(item->layout(), fields);
    }
}

void collectFields(QWidget *widget, QList<QWidget *> *fields)
{
    if ((widget->focusPolicy() & Qt::StrongFocus) != 0 || qobject_cast<QAbstractButton *>(widget))
        fields->append(widget);
    else
        collectFields(widget->layout(), fields);
}

/// Layouts are filled in the order in which they are read.
QList<QWidget *> fieldsInReadingOrder(const QWidget *page)
{
    QList<QWidget *> fields;
    collectFields(page->layout(), &fields);
    return fields;
}

} // namespace

HostFacts WizardWindow::currentFacts() const
{
    const kernel::Snapshot &snapshot = m_services.source->snapshot();
    return m_services.hostFacts ? m_services.hostFacts(snapshot) : kernel::toHostFacts(snapshot);
}

void WizardWindow::buildPages()
{
    const bool isThisHost = !m_services.isRecording() && !m_services.isElsewhere();
    addPage(new ModePage(m_draft, [isThisHost] {
        return isThisHost ? formats::detectHost(u"/"_s).value_or(formats::HostConfiguration())
                          : formats::HostConfiguration();
    }));
    auto *nics = new NicPage(m_draft, m_nics, m_services.helper);
    nics->showSwitchPorts(diagnosis::HealthKeeper::of(m_services.source));
    addPage(nics);
    addPage(new MonitoringPage(m_draft));
    addPage(new OptionsPage(m_draft));
    addPage(new AddressPage(m_draft));
    m_review = new ReviewPage(m_draft, m_services);
    addPage(m_review);
    connect(m_review, &ReviewPage::previewChanged, this, [this] {
        m_outcome->setInterruptions(m_review->interruptions());
        updateButtons();
    });
    m_apply = new ApplyPage(m_draft, m_services, m_pending);
    addPage(m_apply);
    connect(m_apply, &ApplyPage::finished, this, [this] {
        m_askedAbout.reset();
        updateButtons();
    });
    connect(m_apply, &ApplyPage::monitorRequested, this, &WizardWindow::monitorRequested);
    connect(m_apply, &ApplyPage::testRequested, this, &WizardWindow::testRequested);
}

void WizardWindow::addPage(WizardPage *page)
{
    m_stack->addWidget(scrollRoom(m_stack, page));
    m_pages.append(page);
    page->installEventFilter(this);
    connect(page, &WizardPage::fieldRequested, this, &WizardWindow::showField);
}

void WizardWindow::buildButtons(QVBoxLayout *layout)
{
    m_more = new QPushButton(this);
    m_more->setObjectName(u"plan"_s);
    m_more->setAutoDefault(false);
    auto *menu = new QMenu(m_more);
    m_open = menu->addAction(actionIcon(ActionIcon::Open), {}, this, &WizardWindow::openPlan);
    m_paste = menu->addAction(actionIcon(ActionIcon::Import), {}, this, &WizardWindow::pastePlan);
    m_save = menu->addAction(actionIcon(ActionIcon::Save), {}, this, &WizardWindow::savePlan);
    menu->addSeparator();
    m_copyCli = menu->addAction(actionIcon(ActionIcon::Copy), {}, this,
                                [this] { copyText(bondctlCommands(m_draft->plan())); });
    m_copyNmcli = menu->addAction(actionIcon(ActionIcon::Copy), {}, this, [this] {
        // This host's NICs say nothing about another host's.
        const bool isHere = m_draft->target().kind == TargetKind::ThisHost;
        copyText(nmcliCommands(m_draft->plan(), isHere ? m_draft->host() : HostFacts()));
    });
    m_more->setMenu(menu);
    m_note = mutedLabel(this);
    m_close = new QPushButton(this);
    m_close->setObjectName(u"close"_s);
    m_close->setAutoDefault(false);
    m_back = new QPushButton(this);
    m_back->setObjectName(u"back"_s);
    m_back->setAutoDefault(false);
    m_next = new QPushButton(this);
    m_next->setObjectName(u"next"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_more);
    row->addWidget(m_note, 1);
    row->addWidget(m_close);
    row->addWidget(m_back);
    row->addWidget(m_next);
    layout->addLayout(row);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_back, &QPushButton::clicked, this, [this] { showPage(PageId(std::max(0, int(m_page) - 1))); });
    connect(m_next, &QPushButton::clicked, this, &WizardWindow::goNext);
}

void WizardWindow::retranslate()
{
    setWindowTitle(
        m_services.titled(m_draft->editing().isEmpty() ? tr("Create a bond") : tr("Edit %1").arg(m_draft->editing())));
    m_question->setText(WizardPage::question(m_page));
    describe(m_outcomeArea, tr("What you get"),
             tr("Follows the choices: mode, detection time, switch, address, interruption"));
    //: @action:inmenu opens a menu
    m_more->setText(tr("&Plan"));
    describe(m_more, tr("Plan: open, save, copy"), tr("The draft as a file or as commands"));
    //: @action:inmenu
    m_open->setText(tr("&Open plan…"));
    m_open->setShortcut(QKeySequence::Open);
    //: @action:inmenu
    m_paste->setText(tr("&Paste plan"));
    //: @action:inmenu
    m_save->setText(tr("&Save plan…"));
    m_save->setShortcut(QKeySequence::Save);
    //: @action:inmenu
    m_copyCli->setText(tr("Copy as &bondctl command"));
    //: @action:inmenu
    m_copyNmcli->setText(tr("Copy as &nmcli commands"));
    //: @action:button
    m_back->setText(tr("← &Back"));
    describe(m_back, tr("Back"), tr("To the page before; nothing is lost"));
    updateButtons();
}

void WizardWindow::updateButtons()
{
    const bool isBusy = m_page == PageId::Apply && m_pending->isRunning();
    m_back->setEnabled(m_page != PageId::Mode && !isBusy);
    m_steps->setEnabled(!isBusy);
    m_open->setEnabled(!isBusy);
    m_paste->setEnabled(!isBusy);
    const bool here = m_draft->target().kind == TargetKind::ThisHost;
    //: @action:button
    m_close->setText(m_page == PageId::Apply ? tr("&Close") : tr("&Cancel"));
    describe(m_close, m_page == PageId::Apply ? tr("Close") : tr("Cancel"),
             tr("Closes the wizard; with an unfinished draft it asks once"));
    m_next->setVisible(m_page != PageId::Apply);
    if (m_page == PageId::Review) {
        //: @action:button %1 this host's name
        m_next->setText(here ? tr("&Apply on %1").arg(m_services.hostName()) : tr("&Files…"));
        m_next->setEnabled(whyNoApply().isEmpty());
    } else {
        //: @action:button
        m_next->setText(tr("&Next →"));
        m_next->setEnabled(true);
    }
    // Enter in a field of the review must not apply.
    m_next->setDefault(m_page < PageId::Review);
    m_next->setAutoDefault(m_page < PageId::Review);
    const QString obstacle = m_page == PageId::Review ? whyNoApply() : QString();
    if (m_page == PageId::Review)
        describe(m_next, QString(m_next->text()).remove(u'&'),
                 obstacle.isEmpty() ? tr("Begins; it reverts unless confirmed") : obstacle);
    else
        describe(m_next, tr("Next"), tr("To the next page"));
    // Other words stand there too, such as what a plan held that was not understood.
    if (obstacle != m_obstacle)
        m_note->setText(obstacle);
    m_obstacle = obstacle;
}

QString WizardWindow::whyNoApply() const
{
    const bool here = m_draft->target().kind == TargetKind::ThisHost;
    if (!m_draft->canApply())
        return tr("Fix the errors before applying.");
    if (here && m_services.isRecording())
        return tr("This is a recording: nothing can be applied. The plan can be saved.");
    if (here && !m_services.helper->isReachable())
        return tr("The helper does not answer: nothing can be applied. The plan can be saved.");
    if (here && m_pending->isRunning())
        return tr("Another change is waiting to be kept or reverted.");
    if (const QString &target = m_draft->pingTarget(); here && !target.isEmpty() && !ping::parseTarget(target))
        return tr("“%1” is not an address that can be pinged.").arg(target);
    if (m_review->knowledge() == ReviewPage::Knowledge::Awaited)
        return tr("What would change is not known yet.");
    if (m_review->knowledge() == ReviewPage::Knowledge::Failed)
        return tr("What would change could not be found out: see above.");
    if (here && m_review->changesNothing())
        return tr("Nothing to apply: %1 runs and is configured like this.").arg(m_draft->name());
    return {};
}

void WizardWindow::showPage(PageId page)
{
    if (m_page == PageId::Apply && page != PageId::Apply)
        m_draft->setHost(currentFacts());
    m_page = page;
    m_question->setText(WizardPage::question(page));
    m_stack->setCurrentIndex(int(page));
    m_steps->setCurrentPage(page);
    makeRoom();
    updateButtons();
    arrangeTabs();
}

void WizardWindow::arrangeTabs()
{
    // Through the page in reading order, then the buttons; a page may have been rebuilt since.
    QList<QWidget *> order = fieldsInReadingOrder(m_pages.at(int(m_page)));
    const auto isReachable = [](const QWidget *field) {
        return field->isEnabled() && field->isVisible() && (field->focusPolicy() & Qt::TabFocus) != 0;
    };
    const auto first = std::find_if(order.cbegin(), order.cend(), isReachable);
    // While it is applied, nothing begins with the focus: a key in passing must decide nothing.
    if (first != order.cend() && m_page != PageId::Apply)
        (*first)->setFocus(Qt::TabFocusReason);
    // A page is read from its beginning, also where its first field is further down.
    static_cast<QScrollArea *>(m_stack->currentWidget())->verticalScrollBar()->setValue(0);
    m_pages.at(int(m_page))->begin();
    order += {m_more, m_close, m_back, m_next, m_steps};
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order.at(at - 1), order.at(at));
}

void WizardWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    arrangeTabs();
}

void WizardWindow::showField(const QString &field)
{
    const PageId page = pageOfField(field);
    showPage(page);
    m_pages.at(int(page))->showField(field);
}

void WizardWindow::goNext()
{
    if (m_page == PageId::Review)
        beginApply();
    else if (m_page != PageId::Apply)
        showPage(PageId(int(m_page) + 1));
}

void WizardWindow::beginApply()
{
    if (!whyNoApply().isEmpty())
        return;
    m_askedAbout.reset(); // what is lost by closing is another thing now
    showPage(PageId::Apply);
    if (m_draft->target().kind == TargetKind::ThisHost) {
        m_apply->apply(m_review->shownDigest(), m_review->rehearsed());
        m_review->forget();
    } else {
        m_apply->offerFiles(m_review->shownFiles());
    }
    updateButtons();
}

void WizardWindow::startNew()
{
    m_draft->startNew(currentFacts());
    beginDraft(PageId::Mode);
}

void WizardWindow::startFrom(const BondPlan &plan, bool existing)
{
    BondPlan sound = plan; // errors that it has where it runs are not accepted in a new one
    sound.accept.clear();
    m_draft->startFrom(sound, currentFacts(), existing);
    beginDraft(existing ? PageId::Nics : PageId::Mode);
}

void WizardWindow::startCopy(const BondPlan &plan)
{
    m_draft->startCopy(plan, currentFacts());
    beginDraft(PageId::Nics);
}

/// Nothing of the draft before is left.
void WizardWindow::beginDraft(PageId first)
{
    m_askedAbout.reset();
    m_steps->reset();
    for (WizardPage *page : std::as_const(m_pages))
        page->beginDraft();
    m_saved.reset();
    m_note->clear();
    m_obstacle.clear();
    m_draft->setConfirmWithin(settings::confirmWithin());
    retranslate();
    showPage(first);
}

void WizardWindow::say(const QString &words)
{
    m_note->setText(words);
}

void WizardWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    makeRoom();
}

bool WizardWindow::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && object == m_pages.value(int(m_page)))
        makeRoom();
    return QDialog::eventFilter(object, event);
}

/// With large fonts or a small window the page needs the room more than the summary does.
void WizardWindow::makeRoom()
{
    const int left = width() - m_steps->width() - m_outcomeArea->width();
    const QMargins around = layout()->contentsMargins();
    const int margins
        = around.left() + around.right() + 2 * columnSpacing + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int page = m_pages.at(int(m_page))->minimumSizeHint().width() + margins;
    const int needed = std::max(characterWidth(fontMetrics()) * 76, page);
    m_outcomeArea->setVisible(left >= needed);
}

void WizardWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace bondwright::ui
