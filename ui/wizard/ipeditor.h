// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/wizarddraft.h"

#include <QWidget>

class QButtonGroup;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace bondwright::ui
{

class FindingsView;

/// Method and addresses of one IP family of the bond.
class IpEditor final : public QWidget
{
    Q_OBJECT
public:
    enum class Family : quint8 { V4, V6 };

    IpEditor(Family family, WizardDraft *draft, QWidget *parent);
    void refresh();
    void showField(const QString &field);

private:
    enum Choice { TakeOver, Auto, Manual, LinkLocal, None };

    const IpConfig &config() const;
    void setConfig(const IpConfig &config);
    void takeChoice(int choice);
    void takeFields();
    void retranslate();
    QString prefix() const;

    Family m_family;
    WizardDraft *m_draft;
    QLabel *m_heading;
    QButtonGroup *m_choices;
    QWidget *m_fields;
    QFormLayout *m_form;
    QLineEdit *m_addresses;
    QLineEdit *m_gateway;
    QLineEdit *m_dns;
    QLineEdit *m_search;
    FindingsView *m_findings;
    bool m_isRefreshing = false;
};

} // namespace bondwright::ui
