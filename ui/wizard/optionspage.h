// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/wizardpage.h"

class QLabel;
class QVBoxLayout;

namespace bondwright::ui
{

class FindingsView;
class FoldButton;
class OptionEditor;

/// Page 4: the options that do something in the chosen mode; the rarely used ones folded.
class OptionsPage final : public WizardPage
{
    Q_OBJECT
public:
    OptionsPage(PlanDraft *draft, QWidget *parent = nullptr);
    void showField(const QString &field) override;

protected:
    void refresh() override;

private:
    void build();
    void retranslate();

    QLabel *m_intro;
    QWidget *m_usual;
    QWidget *m_rare;
    FoldButton *m_fold;
    FindingsView *m_findings;
    QList<OptionEditor *> m_editors;
    std::optional<Mode> m_builtFor;
};

} // namespace bondwright::ui
