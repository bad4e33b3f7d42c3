// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plandraft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace bondwright::ui
{

class FindingsView;

/// One option of the table: the control that fits its kind, its one-line help, the default, a way back to
/// it, and the findings about it.
class OptionEditor final : public QWidget
{
    Q_OBJECT
public:
    OptionEditor(const OptionSpec *spec, PlanDraft *draft, QWidget *parent);

    const OptionSpec &spec() const { return *m_spec; }
    /// Shows the draft's value and findings.
    void refresh();
    /// The control that takes the value.
    QWidget *control() const;

private:
    void makeControl();
    void retranslate();
    void take(const QString &value);
    /// As the list shows it: "slow (0)", "100 ms".
    QString nameOf(const QString &value) const;

    const OptionSpec *m_spec;
    PlanDraft *m_draft;
    QLabel *m_name;
    QLabel *m_help;
    QToolButton *m_reset;
    FindingsView *m_findings;
    QSpinBox *m_number = nullptr;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_text = nullptr;
    bool m_isRefreshing = false;
};

} // namespace bondwright::ui
