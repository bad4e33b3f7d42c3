// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accessibility.h"
#include "mnemonics.h"
#include "wizard/modepage.h"
#include "wizard/modepicture.h"
#include "wizard/outcomecolumn.h"
#include "wizardframe.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>
#include <QWheelEvent>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

// The wizard by keyboard, by screen reader and on a small screen.
class WizardAccessTest : public QObject, private WizardFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_wizard_access"_s); }
    void init() { build(); }
    void cleanup() { strike(); }
    void eachKeyDoesOneThing_data();
    void eachKeyDoesOneThing();
    void titleAndButtonNameTheHost();
    void whyAFormatIsOfferedIsSaidInTheNewLanguage();
    void goalIsChosenByAction();
    void cardIsSpokenWhole();
    void chosenModeIsWholeInSight_data();
    void chosenModeIsWholeInSight();
    void beginsAtTheTop();
    void longNameStaysInItsColumn();
    void findingsReadInOneDirection();
    void vlanHasTheAddressFieldsOfTheBond();
    void namesAreTypedInAnyWay();
    void nextVlanIsAFreeOne_data();
    void nextVlanIsAFreeOne();
    void windowsOpenInsideTheScreen();
    void fewKeysMakeABond();
    void tabGoesThroughThePageFirst_data();
    void tabGoesThroughThePageFirst();
    void controlsHaveNames_data();
    void controlsHaveNames();
    void nicThatIsNotThereCanBeTakenOut();
    void wheelScrollsAndChangesNothing();
};

void WizardAccessTest::eachKeyDoesOneThing_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("page");
    for (const QString &language : i18n::languages()) {
        for (int page = 0; page < pageCount; ++page)
            QTest::addRow("%s page %d", qPrintable(language), page + 1) << language << page;
    }
}

void WizardAccessTest::eachKeyDoesOneThing()
{
    QFETCH(QString, language);
    QFETCH(int, page);
    i18n::installLanguage(language);
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    VlanPlan vlan;
    vlan.id = 20;
    edited()->setVlans({vlan});
    edited()->setMtu(9000);
    for (const TargetKind target : {TargetKind::ThisHost, TargetKind::Folder}) {
        edited()->setTarget({target, 6, FormatId::Ifcfg});
        window()->showPage(PageId(page));
        QTest::qWait(10);
        const QStringList twice = duplicateMnemonics(window());
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    }
}

void WizardAccessTest::titleAndButtonNameTheHost()
{
    const QString host = QSysInfo::machineHostName();
    QVERIFY(window()->windowTitle().contains(host));
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId::Review);
    auto *next = window()->findChild<QPushButton *>(u"next"_s);
    QVERIFY(next->text().contains(host));
    QVERIFY(next->accessibleName().startsWith(u"Apply"_s)); // and not Next
}

void WizardAccessTest::goalIsChosenByAction()
{
    auto *goal = window()->findChild<QAbstractButton *>(u"goal-both-lacp"_s);
    QVERIFY(goal);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(goal);
    face->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(edited()->mode(), Mode::Ieee8023ad);
    auto *row = window()->findChild<QWidget *>(u"mode-802.3ad"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(row)->role(), QAccessible::RadioButton);
}

void WizardAccessTest::cardIsSpokenWhole()
{
    window()->findChild<QAbstractButton *>(u"goal-both-lacp"_s)->click();
    QTest::qWait(10);
    const auto *lacp = window()->findChild<QWidget *>(u"mode-802.3ad"_s);
    for (const QString &chip : {u"recommended"_s, u"switch: LACP"_s, u"survives a dead link"_s})
        QVERIFY2(lacp->accessibleDescription().contains(chip), qPrintable(lacp->accessibleDescription()));
    const QString name = window()->findChild<QWidget *>(u"mode-active-backup"_s)->accessibleName();
    QVERIFY2(name.count(u"active-backup"_s, Qt::CaseInsensitive) == 1, qPrintable(name));
}

void WizardAccessTest::fewKeysMakeABond()
{
    int keys = 1; // Ctrl+N in the main window
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        ++keys;
        QTest::keyClick(window()->focusWidget(), key, modifiers);
        QTest::qWait(modifiers == Qt::NoModifier ? 5 : 200); // a button shows that it is pressed
    };
    press(Qt::Key_N, Qt::AltModifier);
    QCOMPARE(shownPage(), PageId::Nics);
    press(Qt::Key_Tab); // from the filter to the table
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    QCOMPARE(edited()->slaves().size(), 2);
    for (int page = int(PageId::Nics); page < int(PageId::Review); ++page)
        press(Qt::Key_N, Qt::AltModifier);
    QCOMPARE(shownPage(), PageId::Review);
    QTRY_VERIFY(m_helper->calls.contains(u"preview bond0"_s));
    QTest::qWait(20);
    press(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(m_helper->calls.contains(u"apply bond0"_s));
    QTest::qWait(20);
    m_helper->advance(helper::TransactionState::AwaitingConfirm, 60);
    press(Qt::Key_K, Qt::AltModifier);
    QTRY_VERIFY(m_helper->calls.constLast().startsWith(u"confirm"_s));
    QVERIFY2(keys <= 14, qPrintable(QString::number(keys)));
}

void WizardAccessTest::chosenModeIsWholeInSight_data()
{
    QTest::addColumn<int>("mode");
    for (const ModeInfo &info : allModes())
        QTest::newRow(qPrintable(info.kernelName)) << int(info.mode);
}

/// The chosen card tells when to choose and when to avoid the mode under a heading each, and is scrolled into view.
void WizardAccessTest::chosenModeIsWholeInSight()
{
    QFETCH(int, mode);
    window()->resize(1000, 560);
    const ModeInfo &info = modeInfo(Mode(mode));
    auto *row = window()->findChild<QAbstractButton *>(u"mode-"_s + info.kernelName);
    QVERIFY(row);
    // One of them is chosen from the beginning.
    const ModeInfo &other = modeInfo(info.mode == Mode::Broadcast ? Mode::BalanceRr : Mode::Broadcast);
    window()->findChild<QAbstractButton *>(u"mode-"_s + other.kernelName)->setChecked(true);
    row->setChecked(true);
    QTest::qWait(30);
    QVERIFY(says(window(), u"Choose it when: "_s + info.chooseWhen.en));
    QVERIFY(says(window(), u"Avoid it when: "_s + info.avoidWhen.en));
    QVERIFY(says(window(), u"适用："_s + info.chooseWhen.zh));
    const QWidget *page = row->parentWidget();
    while (page && !qobject_cast<const QScrollArea *>(page))
        page = page->parentWidget();
    QVERIFY(page);
    const QWidget *viewport = static_cast<const QScrollArea *>(page)->viewport();
    const auto isInSight = [&] {
        const int top = row->mapTo(page, QPoint()).y();
        if (row->height() > viewport->height())
            return top >= 0 && top < viewport->height() / 2;
        return top >= 0 && top + row->height() <= viewport->height() + 8;
    };
    QTRY_VERIFY(isInSight());
    QTest::qWait(200); // and it stays there, whatever comes and goes above it
    QVERIFY2(
        isInSight(),
        qPrintable(u"%1 + %2 of %3"_s.arg(row->mapTo(page, QPoint()).y()).arg(row->height()).arg(viewport->height())));
}

/// On a small screen too the first page begins at its beginning, where its first field has the focus.
void WizardAccessTest::beginsAtTheTop()
{
    window()->resize(1000, 560);
    window()->startNew();
    window()->showPage(PageId::Nics);
    window()->showPage(PageId::Mode);
    const auto *name = window()->findChild<QLineEdit *>(u"name"_s);
    const QWidget *area = name->parentWidget();
    while (!qobject_cast<const QScrollArea *>(area))
        area = area->parentWidget();
    const auto *scroll = static_cast<const QScrollArea *>(area);
    for (int wait = 0; wait < 3; ++wait) {
        QVERIFY(name->hasFocus());
        QCOMPARE(scroll->verticalScrollBar()->value(), 0);
        QTest::qWait(100);
    }
    QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
    // Typing brings findings: the field stays in sight.
    QTest::keyClicks(window()->focusWidget(), u"a name with blanks"_s);
    QTest::qWait(100);
    QCOMPARE(scroll->verticalScrollBar()->value(), 0);
}

/// A name of any length, as the field takes it, leaves the column beside the page its width.
void WizardAccessTest::longNameStaysInItsColumn()
{
    window()->resize(1180, 720); // wide enough for the column, whatever the screen
    const auto *column = window()->findChild<OutcomeColumn *>();
    const auto *picture = window()->findChild<ModePicture *>();
    const int before = picture->width();
    edited()->setName(QString(64, u'x'));
    QTest::qWait(50);
    QVERIFY(column->isVisible());
    QCOMPARE(picture->width(), before);
    QCOMPARE(column->width(), column->parentWidget()->width());
}

/// What is wrong with a word written from right to left is said from left to right.
void WizardAccessTest::findingsReadInOneDirection()
{
    edited()->setName(u"\u0645\u0631\u062d"_s);
    int sentences = 0;
    for (const QLabel *label : window()->findChildren<QLabel *>()) {
        if (!label->isVisible() || !label->text().contains(u"\u0645\u0631\u062d"_s)
            || !label->text().contains(u"characters"_s))
            continue;
        QVERIFY(!label->text().isRightToLeft());
        ++sentences;
    }
    QVERIFY(sentences > 0);
}

void WizardAccessTest::vlanHasTheAddressFieldsOfTheBond()
{
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId::Address);
    const auto press = [this](const QString &name) {
        auto *button = window()->findChild<QAbstractButton *>(name);
        if (button && button->isVisible())
            button->click();
        return button && button->isVisible();
    };
    QVERIFY(press(u"vlan-add"_s)); // in sight, in no collapsed part
    // Its row goes through to the edge, also where another language leaves the page another width.
    for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
        i18n::installLanguage(language);
        const auto *list = window()->findChild<QTreeView *>(u"vlans"_s);
        // What the new words move comes in several turns of the event loop: for a while it has to stay so.
        QElapsedTimer unchanged;
        const auto goesThrough = [&] {
            if (!unchanged.isValid() || std::abs(list->header()->length() - list->viewport()->width()) > 1)
                unchanged.start();
            return unchanged.hasExpired(100);
        };
        QStringList widths;
        const bool isWhole = QTest::qWaitFor(goesThrough, 20'000);
        for (int column = 0; column < list->header()->count(); ++column)
            widths.append(QString::number(list->columnWidth(column)));
        QVERIFY2(isWhole,
                 qPrintable(u"%1: %2 in %3"_s.arg(language, widths.join(u" + "_s)).arg(list->viewport()->width())));
    }
    // Every field of the bond has its counterpart.
    int fields = 0;
    for (const QString &family : {u"ipv4"_s, u"ipv6"_s}) {
        QVERIFY(press(u"vlan-%1-2"_s.arg(family))); // manual
        for (const QWidget *field : window()->findChildren<QWidget *>()) {
            if (!field->objectName().startsWith(family + u'-') || field->objectName().endsWith(u"-0"))
                continue; // taking over an address is the bond's alone
            QVERIFY2(window()->findChild<QWidget *>(u"vlan-"_s + field->objectName()), qPrintable(field->objectName()));
            ++fields;
        }
    }
    QVERIFY(fields >= 8);
    auto *addresses = window()->findChild<QLineEdit *>(u"vlan-ipv6-addresses"_s);
    QVERIFY(addresses && addresses->isVisible());
    addresses->setText(u"2001:db8::5/64"_s);
    Q_EMIT addresses->textEdited(addresses->text());
    QTRY_COMPARE(edited()->plan().vlans.value(0).ipv6.addresses.texts(), QStringList{u"2001:db8::5/64"_s});
}

void WizardAccessTest::namesAreTypedInAnyWay()
{
    edited()->setTarget({TargetKind::Folder, 6, FormatId::Ifcfg});
    window()->showPage(PageId::Nics);
    auto *names = window()->findChild<QLineEdit *>(u"nic-names"_s);
    for (const QString &typed : {u"em1, em2"_s, u"em1 em2"_s, u"em1，em2、em1"_s, u"em1;em2,"_s}) {
        edited()->setSlaves({});
        names->setText(typed);
        Q_EMIT names->textEdited(typed);
        QCOMPARE(edited()->plan().slaveNames(), (QStringList{u"em1"_s, u"em2"_s}));
    }
}

void WizardAccessTest::nextVlanIsAFreeOne_data()
{
    QTest::addColumn<QList<int>>("there");
    QTest::addColumn<int>("next");
    QTest::newRow("none") << QList<int>{} << 2; // 1 is what a switch calls the frames without a tag
    QTest::newRow("a row of them") << QList<int>{100, 101} << 102;
    QTest::newRow("the next is taken") << QList<int>{101, 102, 100} << 103;
    QTest::newRow("the last") << QList<int>{2, 3, 4094} << 4;
}

void WizardAccessTest::nextVlanIsAFreeOne()
{
    QFETCH(QList<int>, there);
    QFETCH(int, next);
    QList<VlanPlan> vlans;
    for (const int id : std::as_const(there))
        vlans.append({quint16(id), {}, {}, {}, {}});
    edited()->setVlans(vlans);
    window()->showPage(PageId::Address);
    window()->findChild<QAbstractButton *>(u"vlan-add"_s)->click();
    QCOMPARE(int(edited()->vlans().constLast().id), next);
}

void WizardAccessTest::windowsOpenInsideTheScreen()
{
    const QRect room = window()->screen()->availableGeometry();
    const auto inside = [&](const QWidget *widget) {
        const QRect frame = widget->window()->frameGeometry();
        return frame.width() <= room.width() && frame.height() <= room.height();
    };
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    for (int page = 0; page < int(PageId::Apply); ++page) {
        window()->showPage(PageId(page));
        QTest::qWait(20);
        QVERIFY2(inside(window()),
                 qPrintable(u"page %1: %2x%3"_s.arg(page + 1).arg(window()->width()).arg(window()->height())));
        // Next and its neighbours are on the screen, whatever the page holds.
        for (const QString &name : {u"plan"_s, u"close"_s, u"back"_s, u"next"_s}) {
            const auto *button = window()->findChild<QPushButton *>(name);
            QVERIFY2(window()->rect().contains(QRect(button->mapTo(window(), QPoint(0, 0)), button->size())),
                     qPrintable(name));
        }
    }
}

void WizardAccessTest::tabGoesThroughThePageFirst_data()
{
    QTest::addColumn<int>("page");
    for (int page = 0; page < int(PageId::Apply); ++page)
        QTest::addRow("page %d", page + 1) << page;
}

void WizardAccessTest::tabGoesThroughThePageFirst()
{
    QFETCH(int, page);
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId(page));
    QTest::qWait(20);
    QWidget *area = window()->findChild<QStackedWidget *>(u"pages"_s)->currentWidget();
    const QWidget *content = qobject_cast<QScrollArea *>(area)->widget();
    // It begins in the page, leaves it once, for the buttons, and goes down as it goes.
    QWidget *first = window()->focusWidget();
    QVERIFY2(first && area->isAncestorOf(first), first ? qPrintable(first->objectName()) : "no focus");
    bool hasLeft = false;
    int lowest = -1;
    QStringList passed;
    for (int step = 0; step < 60; ++step) {
        QWidget *now = window()->focusWidget();
        passed.append(now->objectName().isEmpty() ? QString::fromLatin1(now->metaObject()->className())
                                                  : now->objectName());
        if (!area->isAncestorOf(now)) {
            hasLeft = true;
            if (now->objectName() == u"next"_s || now->objectName() == u"close"_s)
                break;
        } else {
            QVERIFY2(!hasLeft, qPrintable(passed.join(u' ')));
            const int top = now->mapTo(content, QPoint()).y(); // wherever it is scrolled to
            QVERIFY2(top + 8 >= lowest, qPrintable(passed.join(u' ')));
            lowest = std::max(lowest, top);
        }
        QTest::keyClick(now, Qt::Key_Tab);
        QVERIFY2(window()->focusWidget() != now, qPrintable(passed.join(u' ')));
    }
    QVERIFY2(hasLeft, qPrintable(passed.join(u' ')));
}

void WizardAccessTest::whyAFormatIsOfferedIsSaidInTheNewLanguage()
{
    ModePage page(edited(), [] {
        formats::HostConfiguration host;
        host.reason = i18n::currentLanguage();
        return host;
    });
    const auto *reason = page.findChild<QLabel *>(u"format-reason"_s);
    QVERIFY(reason && reason->text().endsWith(u": en"_s));
    i18n::installLanguage(u"zh_CN"_s);
    QTRY_VERIFY2(reason->text().contains(u"zh_CN"_s), qPrintable(reason->text()));
}

void WizardAccessTest::controlsHaveNames_data()
{
    QTest::addColumn<int>("page");
    for (int page = 0; page < pageCount; ++page)
        QTest::addRow("page %d", page + 1) << page;
}

void WizardAccessTest::controlsHaveNames()
{
    QFETCH(int, page);
    window()->showPage(PageId(page));
    const QStringList muted = mutedControls(window());
    QVERIFY2(muted.isEmpty(), qPrintable(muted.join(u'\n')));
}

/// A plan of another host, or a NIC that has died: it has no row to be unticked in.
void WizardAccessTest::nicThatIsNotThereCanBeTakenOut()
{
    edited()->setSlaves({u"eth8"_s, u"eth1"_s, u"eth9"_s, u"eth2"_s});
    QVERIFY(!edited()->canApply());
    window()->showPage(PageId::Nics);
    auto *button = window()->findChild<QPushButton *>(u"take-out"_s);
    QVERIFY(button && button->isVisible());
    QVERIFY2(button->text().contains(u"eth8, eth9"_s), qPrintable(button->text()));
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(edited()->plan().slaveNames(), QStringList({u"eth1"_s, u"eth2"_s}));
    QVERIFY(edited()->canApply());
    QVERIFY(!button->isVisible());
    edited()->setSlaves({u"eth8"_s, u"eth9"_s});
    QVERIFY(button->isVisible());
    edited()->setTarget({TargetKind::Folder, 9, FormatId::NetworkManager}); // that host has them
    QVERIFY(!button->isVisible());
}

/// Over a field the page goes on scrolling.
void WizardAccessTest::wheelScrollsAndChangesNothing()
{
    edited()->setMode(Mode::Ieee8023ad);
    window()->resize(900, 420);
    window()->showPage(PageId::Options);
    for (auto *fold : window()->findChildren<QAbstractButton *>(u"more"_s))
        fold->setChecked(true);
    QTest::qWait(20);
    const BondPlan before = edited()->plan();
    int fields = 0;
    for (const char *kind : {"QSpinBox", "QComboBox"}) {
        for (auto *field : window()->findChildren<QWidget *>()) {
            if (!field->inherits(kind) || !field->isVisible() || field->hasFocus())
                continue;
            ++fields;
            const QPointF at = field->rect().center();
            QWheelEvent turn(at, field->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                             false);
            QApplication::sendEvent(field, &turn);
            QVERIFY2(!field->hasFocus(), qPrintable(field->objectName()));
            QVERIFY2(edited()->plan() == before, qPrintable(field->objectName()));
        }
    }
    QVERIFY(fields > 3);
    // Nor one that has the focus, which the page gave to its first field by itself.
    auto *chosen = window()->findChild<QWidget *>(u"value-lacp_rate"_s);
    QVERIFY(chosen);
    chosen->setFocus();
    const QPointF at = chosen->rect().center();
    QWheelEvent turn(at, chosen->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                     false);
    QApplication::sendEvent(chosen, &turn);
    QVERIFY(edited()->plan() == before);
    QTest::keyClick(chosen, Qt::Key_Down);
    QVERIFY(edited()->plan() != before);
}

QTEST_MAIN(WizardAccessTest)
#include "tst_wizard_access.moc"
