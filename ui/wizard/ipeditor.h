// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plandraft.h"

#include <QWidget>

#include <functional>

class QButtonGroup;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace bondwright::ui
{

class FindingsView;

/// Method and addresses of one IP family of the bond or of a VLAN on it.
class IpEditor final : public QWidget
{
    Q_OBJECT
public:
    enum class Family : quint8 { V4, V6 };

    /// Whose configuration is edited.
    struct Subject {
        QString name; ///< for object names, e.g. "ipv4", "vlan-ipv6"
        std::function<QString()> field; ///< the plan's member, e.g. "vlans[0].ipv4"
        std::function<IpConfig()> get;
        std::function<void(const IpConfig &)> set;
        bool canTakeOver = false; ///< addresses of a NIC can move here
    };

    IpEditor(Family family, const Subject &subject, PlanDraft *draft, QWidget *parent);
    void refresh();
    void showField(const QString &field);

private:
    enum Choice { TakeOver, Auto, Manual, LinkLocal, None };

    void takeChoice(int choice);
    void takeFields();
    void retranslate();

    Family m_family;
    Subject m_subject;
    PlanDraft *m_draft;
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
