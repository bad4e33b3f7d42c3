// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/cablespanel.h"

#include "common/labels.h"
#include "common/retranslate.h"
#include "common/statesign.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

using host::Cabling;

namespace
{

QString textOf(Cabling cabling)
{
    switch (cabling) {
    case Cabling::TwoSwitchesLinked:
        //: @item:inlistbox
        return CablesPanel::tr("two switches, linked");
    case Cabling::TwoSwitches:
        //: @item:inlistbox
        return CablesPanel::tr("two switches, not linked");
    case Cabling::OneSwitch:
        //: @item:inlistbox
        return CablesPanel::tr("one switch");
    case Cabling::StaticGroup:
        //: @item:inlistbox a switch whose ports are one static link aggregation group
        return CablesPanel::tr("one switch, static LAG");
    case Cabling::LacpGroup:
        //: @item:inlistbox
        return CablesPanel::tr("one switch, LACP group");
    case Cabling::LacpTwoSwitches:
        //: @item:inlistbox a mistake to practise on
        return CablesPanel::tr("two switches, an LACP group each");
    }
    return {};
}

/// 'A' and 'B', as the NICs' rows name them.
QString switchName(int number)
{
    return QString(QChar(u'A' + number));
}

QString nicName(int nic)
{
    return u"eth%1"_s.arg(nic);
}

} // namespace

CablesPanel::CablesPanel(host::Cables &cables, QWidget *parent)
    : QWidget(parent)
    , m_cables(cables)
    , m_heading(headingLabel(this))
    , m_label(new QLabel(this))
    , m_cabling(new QComboBox(this))
    , m_trouble(textLabel(this))
{
    setObjectName(u"cables"_s);
    m_cabling->setObjectName(u"cabling"_s);
    m_label->setBuddy(m_cabling);
    for (const Cabling cabling : host::allCablings)
        m_cabling->addItem(QString(), int(cabling));
    for (auto &titles : m_titles) {
        for (QLabel *&title : titles) {
            title = mutedLabel(this);
            title->setWordWrap(false);
        }
    }
    for (int nic = 0; nic < int(m_rows.size()); ++nic)
        m_rows[std::size_t(nic)] = makeRow(nic);
    for (int number = 0; number < int(m_switches.size()); ++number) {
        auto *button = m_switches[std::size_t(number)] = new QPushButton(this);
        button->setObjectName(u"switch-%1"_s.arg(number));
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, number](bool off) { m_cables.setOn(number, !off); });
    }
    setTabs();
    arrange();
    connect(m_cabling, &QComboBox::activated, this,
            [this](int index) { m_cables.setCabling(Cabling(m_cabling->itemData(index).toInt())); });
    connect(&cables, &host::Cables::changed, this, [this] {
        m_trouble->clear();
        showState();
    });
    connect(&cables, &host::Cables::refused, m_trouble, &QLabel::setText);
    retranslateWith(this, [this] { retranslate(); });
}

void CablesPanel::setShape(Shape shape)
{
    if (std::exchange(m_shape, shape) != shape)
        arrange();
}

void CablesPanel::arrange()
{
    delete layout();
    const bool isStrip = m_shape == Shape::Strip;
    const int blocks = isStrip ? blocksOfStrip : 1;
    constexpr int columns = 6; // of a block: five cells and a gap
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    for (int block = 0; block < blocksOfStrip; ++block) {
        for (int title = 0; title < 3; ++title) {
            QLabel *label = m_titles[std::size_t(block)][std::size_t(title)];
            label->setVisible(block < blocks);
            if (block < blocks)
                grid->addWidget(label, 0, block * columns + title + 2);
        }
    }
    for (int nic = 0; nic < int(m_rows.size()); ++nic) {
        const Row &row = m_rows[std::size_t(nic)];
        const std::array<QWidget *, 5> cells{row.icon, row.name, row.link, row.loss, row.delay};
        for (std::size_t cell = 0; cell < cells.size(); ++cell)
            grid->addWidget(cells[cell], nic / blocks + 1, nic % blocks * columns + int(cell));
    }
    auto *switches = new QHBoxLayout;
    switches->setSpacing(8);
    auto *all = new QVBoxLayout(this);
    all->setSpacing(8);
    if (isStrip) {
        all->setContentsMargins(16, 8, 12, 8);
        grid->setColumnMinimumWidth(columns - 1, 16);
        grid->setColumnStretch(blocks * columns - 1, 1);
        switches->addWidget(m_label);
        switches->addWidget(m_cabling);
        all->addLayout(grid);
    } else {
        all->setContentsMargins(8, 8, 12, 8);
        all->addWidget(m_heading);
        all->addLayout(grid);
        all->addSpacing(8);
        all->addWidget(m_label);
        all->addWidget(m_cabling);
    }
    m_heading->setVisible(!isStrip); // a strip has no room for it, and its buttons tell what they are
    for (QPushButton *button : m_switches)
        switches->addWidget(button);
    if (isStrip)
        switches->addStretch(1);
    all->addLayout(switches);
    all->addWidget(m_trouble);
    all->addStretch(isStrip ? 0 : 1);
}

int CablesPanel::columnWidth() const
{
    int cells = 0;
    for (const QWidget *cell :
         QList<QWidget *>{m_rows[0].icon, m_rows[0].name, m_rows[0].link, m_rows[0].loss, m_rows[0].delay})
        cells += cell->sizeHint().width() + 8;
    int switches = 0;
    for (const QPushButton *button : m_switches)
        switches += button->sizeHint().width() + 8;
    return std::max({cells, switches, m_cabling->sizeHint().width()}) + 20;
}

/// In reading order, whatever was made first.
void CablesPanel::setTabs()
{
    QList<QWidget *> order;
    for (const Row &row : m_rows)
        order += QList<QWidget *>{row.link, row.loss, row.delay};
    order.append(m_cabling);
    for (QPushButton *button : m_switches)
        order.append(button);
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order.at(at - 1), order.at(at));
}

CablesPanel::Row CablesPanel::makeRow(int nic)
{
    Row row{new StateSign(StateShape::Unknown, this), new QLabel(nicName(nic), this), new QPushButton(this),
            new QSpinBox(this), new QSpinBox(this)};
    row.link->setObjectName(u"cable-%1"_s.arg(nic));
    row.loss->setObjectName(u"loss-%1"_s.arg(nic));
    row.delay->setObjectName(u"delay-%1"_s.arg(nic));
    row.loss->setRange(0, host::Cables::maximumLoss);
    row.loss->setSingleStep(10);
    row.delay->setRange(0, host::Cables::maximumDelay);
    row.delay->setSingleStep(50);
    // Not at each digit: every change is an order.
    row.loss->setKeyboardTracking(false);
    row.delay->setKeyboardTracking(false);
    connect(row.link, &QPushButton::clicked, this,
            [this, nic] { m_cables.setPlugged(nic, !m_cables.cable(nic).isPlugged); });
    connect(row.loss, &QSpinBox::valueChanged, this, [this, nic](int value) { m_cables.setLoss(nic, value); });
    connect(row.delay, &QSpinBox::valueChanged, this, [this, nic](int value) { m_cables.setDelay(nic, value); });
    return row;
}

void CablesPanel::retranslate()
{
    //: @title:group
    m_heading->setText(tr("Cables"));
    for (const auto &titles : m_titles) {
        //: @title:column is the cable plugged
        titles[0]->setText(tr("Cable"));
        //: @title:column share of frames that a cable loses
        titles[1]->setText(tr("Loss"));
        //: @title:column how late frames come
        titles[2]->setText(tr("Delay"));
    }
    //: @label:listbox how the practice host is cabled
    m_label->setText(tr("&Switches"));
    describe(m_cabling, tr("Switches"), tr("Rebuilds the switches; all cables are plugged then"));
    for (int index = 0; index < m_cabling->count(); ++index)
        m_cabling->setItemText(index, textOf(Cabling(m_cabling->itemData(index).toInt())));
    for (int nic = 0; nic < int(m_rows.size()); ++nic) {
        const Row &row = m_rows[std::size_t(nic)];
        row.loss->setSuffix(u" %"_s);
        row.delay->setSuffix(u" ms"_s);
        //: @info %1 a NIC
        describe(row.loss, tr("Loss on the cable of %1").arg(nicName(nic)), tr("So many of its frames are lost"));
        //: @info %1 a NIC
        describe(row.delay, tr("Delay on the cable of %1").arg(nicName(nic)),
                 tr("Frames towards the host come so late; a cable has loss or delay"));
    }
    showState();
}

void CablesPanel::showState()
{
    const bool isPossible = m_cables.isPossible();
    for (int nic = 0; nic < int(m_rows.size()); ++nic) {
        const Row &row = m_rows[std::size_t(nic)];
        const host::Cables::Cable &cable = m_cables.cable(nic);
        const bool isUp = cable.isPlugged && m_cables.isOn(m_cables.switchOf(nic));
        row.icon->setShape(isUp ? StateShape::Ok : StateShape::Down);
        row.name->setText(u"%1 – %2"_s.arg(nicName(nic), switchName(m_cables.switchOf(nic))));
        //: @action:button of a network cable
        row.link->setText(cable.isPlugged ? tr("Pull") : tr("Plug"));
        //: @info %1 a NIC
        describe(row.link,
                 cable.isPlugged ? tr("Pull the cable of %1").arg(nicName(nic))
                                 : tr("Plug the cable of %1").arg(nicName(nic)),
                 tr("At the switch's end"));
        const QSignalBlocker quietLoss(row.loss);
        const QSignalBlocker quietDelay(row.delay);
        row.loss->setValue(cable.lossPercent);
        row.delay->setValue(cable.delayMs);
        for (QWidget *widget : QList<QWidget *>{row.link, row.loss, row.delay})
            widget->setEnabled(isPossible);
    }
    m_cabling->setCurrentIndex(m_cabling->findData(int(m_cables.cabling())));
    m_cabling->setEnabled(isPossible);
    for (int number = 0; number < int(m_switches.size()); ++number) {
        auto *button = m_switches[std::size_t(number)];
        const bool isOn = m_cables.isOn(number);
        button->setChecked(!isOn);
        //: @action:button %1 a letter
        button->setText(isOn ? tr("Switch %1 off").arg(switchName(number))
                             : tr("Switch %1 on").arg(switchName(number)));
        //: @info %1 a letter
        describe(button, button->text(),
                 tr("All cables that end in switch %1 lose their link").arg(switchName(number)));
        button->setEnabled(isPossible);
        button->setVisible(number < host::switchesOf(m_cables.cabling()));
    }
}

} // namespace bondwright::ui
