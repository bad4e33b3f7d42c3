// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/wizardpage.h"

class QLabel;
class QRadioButton;

namespace bondwright::ui
{

class FindingsView;
class OptionEditor;

/// Page 3: how a dead link is noticed. There is no choice "not at all".
class MonitoringPage final : public WizardPage
{
    Q_OBJECT
public:
    MonitoringPage(PlanDraft *draft, QWidget *parent = nullptr);
    void showField(const QString &field) override;

protected:
    void refresh() override;

private:
    void retranslate();
    QWidget *makeEditors(const QStringList &names, QList<OptionEditor *> *into);

    QRadioButton *m_mii;
    QLabel *m_miiText;
    QRadioButton *m_arp;
    QLabel *m_arpText;
    QWidget *m_miiBox;
    QWidget *m_arpBox;
    QLabel *m_result;
    FindingsView *m_findings;
    QList<OptionEditor *> m_miiEditors;
    QList<OptionEditor *> m_arpEditors;
};

} // namespace bondwright::ui
