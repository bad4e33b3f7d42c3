// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/nicrule.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace bondwright::ui
{

/// Which NICs the bond gets on each host of a roll-out: those of the plan, or those that fit a rule.
class NicRuleDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param planned NICs of the plan @param rule that is shown at first; none: the plan's are taken
    NicRuleDialog(const QStringList &planned, const std::optional<rollout::NicRule> &rule, QWidget *parent = nullptr);

Q_SIGNALS:
    /// None: those of the plan.
    void chosen(const std::optional<bondwright::rollout::NicRule> &rule);

private:
    void accept() override;
    void buildFields(QWidget *box);
    void fill(const rollout::NicRule &rule);
    rollout::NicRule rule() const;

    QCheckBox *m_byRule;
    QLineEdit *m_driver;
    QSpinBox *m_speed;
    QComboBox *m_link;
    QLineEdit *m_names;
    QLineEdit *m_buses;
    QLineEdit *m_macs;
    QCheckBox *m_free;
    QCheckBox *m_sameSwitch;
    QSpinBox *m_count;
};

} // namespace bondwright::ui
