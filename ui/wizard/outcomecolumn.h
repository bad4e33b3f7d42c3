// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace bondwright::ui
{

class ModePicture;
class WizardDraft;

/// "What you get": follows the draft beside every page.
class OutcomeColumn final : public QWidget
{
    Q_OBJECT
public:
    explicit OutcomeColumn(WizardDraft *draft, QWidget *parent = nullptr);

private:
    struct Entry {
        QLabel *heading;
        QLabel *text;
    };
    Entry addEntry();
    void refresh();
    QString interruption() const;

    WizardDraft *m_draft;
    QLabel *m_heading;
    ModePicture *m_picture;
    QLabel *m_explanation;
    Entry m_bond;
    Entry m_detection;
    Entry m_switch;
    Entry m_address;
    Entry m_interruption;
};

/// One line about where the bond's addresses come from.
QString addressSummary(const WizardDraft &draft);

} // namespace bondwright::ui
