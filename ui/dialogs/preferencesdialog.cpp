// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/preferencesdialog.h"
#include "common/retranslate.h"
#include "common/services.h"
#include "common/settings.h"
#include "i18n/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

PreferencesDialog::PreferencesDialog(QWidget *parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_language(new QComboBox(this))
    , m_units(new QComboBox(this))
    , m_confirm(new QSpinBox(this))
    , m_animations(new QComboBox(this))
    , m_notifications(new QCheckBox(this))
    , m_close(new QPushButton(this))
{
    // Languages have their own names: a user who cannot read the current one must find theirs.
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_language->setCurrentIndex(m_language->findData(i18n::currentLanguage()));
    m_units->addItems({QString(), QString()});
    m_units->setCurrentIndex(settings::ratesInBits() ? 0 : 1);
    m_confirm->setRange(10, 600);
    m_confirm->setSingleStep(10);
    m_confirm->setValue(int(settings::confirmWithin().count()));
    m_animations->addItems({QString(), QString(), QString()});
    m_animations->setCurrentIndex(int(settings::animations()));
    m_notifications->setChecked(settings::notificationsOn());
    for (QWidget *field : QList<QWidget *>{m_language, m_units, m_confirm, m_animations})
        m_form->addRow(new QLabel(this), field);
    m_form->addRow(m_notifications);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(16);
    layout->addLayout(m_form);
    layout->addStretch(1);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_language, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
    connect(m_units, &QComboBox::activated, this, [](int index) { settings::setRatesInBits(index == 0); });
    connect(m_confirm, &QSpinBox::valueChanged, this,
            [](int seconds) { settings::setConfirmWithin(std::chrono::seconds(seconds)); });
    connect(m_animations, &QComboBox::activated, this,
            [](int index) { settings::setAnimations(settings::Animations(index)); });
    connect(m_notifications, &QCheckBox::toggled, this, [this](bool on) {
        settings::setNotificationsOn(on);
        Q_EMIT notificationsChanged(on);
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    settings::rememberGeometry(this, QStringLiteral("preferences"));
    retranslateWith(this, [this] { retranslate(); });
}

void PreferencesDialog::retranslate()
{
    setWindowTitle(titleWithHost(tr("Preferences")));
    const auto label = [this](QWidget *field, const QString &text, const QString &hint) {
        auto *words = static_cast<QLabel *>(m_form->labelForField(field));
        words->setText(text);
        words->setBuddy(field);
        describe(field, QString(text).remove(u'&'), hint);
    };
    //: @label:listbox
    label(m_language, tr("&Language"), tr("Takes effect at once"));
    //: @label:listbox units of data rates
    label(m_units, tr("&Rates in"), tr("In tables and charts"));
    //: @label:spinbox
    label(m_confirm, tr("Changes revert &unless confirmed within"), tr("Between 10 seconds and 10 minutes"));
    //: @label:listbox
    label(m_animations, tr("&Animations"), tr("Moving frames in the pictures of the modes"));
    //: @item:inlistbox unit
    m_units->setItemText(0, tr("bits per second"));
    //: @item:inlistbox unit
    m_units->setItemText(1, tr("bytes per second"));
    //: @label unit seconds, with a leading blank
    m_confirm->setSuffix(tr(" s"));
    //: @item:inlistbox animations
    m_animations->setItemText(0, tr("as the desktop has it"));
    //: @item:inlistbox animations
    m_animations->setItemText(1, tr("on"));
    //: @item:inlistbox animations
    m_animations->setItemText(2, tr("off"));
    //: @option:check
    m_notifications->setText(tr("Tell me on the &desktop when a bond fails over or loses redundancy"));
    //: @action:button
    m_close->setText(tr("&Close"));
    describe(m_close, tr("Close"), tr("What was changed is kept already"));
    describe(m_notifications, tr("Desktop notifications"), tr("Once for each failover, and when redundancy is lost"));
}

} // namespace bondwright::ui
