// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/wizardpage.h"

class QComboBox;
class QVBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace bondwright::diagnosis
{
class HealthKeeper;
}
namespace bondwright::helper
{
class HelperClient;
}
namespace bondwright::models
{
class NicModel;
class NicPickerModel;
} // namespace bondwright::models

namespace bondwright::ui
{

class FindingsView;

/// Page 2: the host's NICs to choose from, in the order that counts. For another host, whose NICs are not
/// known, names are typed in.
class NicPage final : public WizardPage
{
    Q_OBJECT
public:
    /// @param nics, helper outlive the page
    NicPage(PlanDraft *draft, models::NicModel *nics, helper::HelperClient *helper, QWidget *parent = nullptr);
    void showField(const QString &field) override;
    void beginDraft() override;
    /// Shows where the cables end, as far as it is known. @param keeper outlives the page
    void showSwitchPorts(diagnosis::HealthKeeper *keeper);

protected:
    void refresh() override;

private:
    void buildTable();
    void buildButtons(QVBoxLayout *layout);
    void retranslate();
    void takeChosen(const QStringList &names);
    void move(int by);
    void filter();
    void blink();
    void takeNamed(const QString &text);
    void showOrder();
    QStringList missingNics() const; ///< of the draft, on this host
    void takeOut();
    QString currentName() const;
    bool isForThisHost() const;

    helper::HelperClient *m_helper;
    models::NicPickerModel *m_picker;
    QTreeView *m_table;
    QLabel *m_intro;
    QLineEdit *m_filter;
    QLabel *m_order;
    QPushButton *m_takeOut;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_blink;
    QLabel *m_blinkAnswer;
    QWidget *m_named;
    QLabel *m_newLabel;
    QLineEdit *m_newName;
    QLabel *m_primaryLabel;
    QComboBox *m_primary;
    FindingsView *m_findings;
};

} // namespace bondwright::ui
