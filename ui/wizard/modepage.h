// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/host/hostdetection.h"
#include "wizard/wizardpage.h"

class QButtonGroup;
class QComboBox;
class QVBoxLayout;
class QLabel;
class QLineEdit;

namespace bondwright::ui
{

class FindingsView;
class ModeRow;

/// Page 1: name, where it goes, four goals in plain words, the seven modes.
class ModePage final : public WizardPage
{
    Q_OBJECT
public:
    /// @param host tells, in the language of now, whose format is offered first for files; none where it is not known
    ModePage(PlanDraft *draft, std::function<formats::HostConfiguration()> host, QWidget *parent = nullptr);
    void begin() override;
    void showField(const QString &field) override;

protected:
    void refresh() override;

private:
    void buildTop(QVBoxLayout *layout);
    void buildGoals(QVBoxLayout *layout);
    void buildModes(QVBoxLayout *layout);
    void retranslate();
    void takeTarget();
    void fillFormats();

    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_targetLabel;
    QComboBox *m_target;
    QComboBox *m_format;
    QLabel *m_formatReason;
    std::function<formats::HostConfiguration()> m_askHost;
    formats::HostConfiguration m_host;
    QLabel *m_goalHeading;
    QButtonGroup *m_goals;
    QLabel *m_reason;
    QLabel *m_modeHeading;
    QButtonGroup *m_modes;
    QList<ModeRow *> m_rows;
    FindingsView *m_findings;
};

} // namespace bondwright::ui
