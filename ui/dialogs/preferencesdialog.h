// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace bondwright::ui
{

/// Takes effect at once; there is nothing to confirm.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void languageChosen(const QString &language);
    void notificationsChanged(bool on);

private:
    void retranslate();

    QFormLayout *m_form;
    QComboBox *m_language;
    QComboBox *m_units;
    QSpinBox *m_confirm;
    QComboBox *m_animations;
    QCheckBox *m_notifications;
    QPushButton *m_close;
};

} // namespace bondwright::ui
