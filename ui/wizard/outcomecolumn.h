// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLabel;

namespace bondwright
{
class PlanDraft;
}

namespace bondwright::ui
{

class ModePicture;

/// "What you get": follows the draft beside every page.
class OutcomeColumn final : public QWidget
{
    Q_OBJECT
public:
    explicit OutcomeColumn(PlanDraft *draft, QWidget *parent = nullptr);

    /// What the helper says of the plan as it is now; nullopt: not asked yet, and the draft's estimate is shown.
    void setInterruptions(const std::optional<QStringList> &interruptions);

private:
    struct Entry {
        QLabel *heading;
        QLabel *text;
    };
    Entry addEntry();
    void refresh();
    QString interruption() const;

    PlanDraft *m_draft;
    QLabel *m_heading;
    ModePicture *m_picture;
    QLabel *m_explanation;
    Entry m_bond;
    Entry m_detection;
    Entry m_switch;
    Entry m_address;
    Entry m_interruption;
    std::optional<QStringList> m_interruptions;
};

/// One line about where the bond's addresses come from.
QString addressSummary(const PlanDraft &draft);

} // namespace bondwright::ui
