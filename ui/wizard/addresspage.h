// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/wizardpage.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace bondwright::ui
{

class FindingsView;
class FoldButton;
class IpEditor;
class VlanEditor;

/// Page 5: addresses, VLANs; folded: MAC, MTU, start at boot.
class AddressPage final : public WizardPage
{
    Q_OBJECT
public:
    AddressPage(PlanDraft *draft, QWidget *parent = nullptr);
    void showField(const QString &field) override;

protected:
    void refresh() override;

private:
    void buildMore();
    void retranslate();
    void fillMacs();

    IpEditor *m_ipv4;
    IpEditor *m_ipv6;
    VlanEditor *m_vlans;
    FindingsView *m_findings;
    QWidget *m_more;
    FoldButton *m_fold;
    QLabel *m_macLabel;
    QComboBox *m_mac;
    QLabel *m_mtuLabel;
    QSpinBox *m_mtu;
    QCheckBox *m_autoconnect;
};

} // namespace bondwright::ui
