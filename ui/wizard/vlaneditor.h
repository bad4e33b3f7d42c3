// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plandraft.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace bondwright::ui
{

class IpEditor;

/// VLANs on top of the bond: the list, and below it the marked one with the same address fields as the bond.
class VlanEditor final : public QWidget
{
    Q_OBJECT
public:
    VlanEditor(PlanDraft *draft, QWidget *parent);
    void refresh();
    /// Marks the VLAN that the field belongs to and puts the focus on it, e.g. "vlans[1].ipv6.gateway".
    void showField(const QString &field);

private:
    void buildDetail(QWidget *parent);
    void retranslate();
    void add();
    void remove();
    void change(const std::function<void(VlanPlan *vlan)> &edit);
    void showDetail();
    int current() const;

    PlanDraft *m_draft;
    QLabel *m_heading;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QWidget *m_detail;
    QLabel *m_idLabel;
    QSpinBox *m_id;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    IpEditor *m_ipv4;
    IpEditor *m_ipv6;
    bool m_isRefreshing = false;
};

} // namespace bondwright::ui
