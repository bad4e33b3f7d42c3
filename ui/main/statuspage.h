// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/snapshot.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace bondwright::models
{
class BondTreeModel;
}

namespace bondwright::diagnosis
{
struct Diagnosis;
}
namespace bondwright::kernel
{
class KernelSource;
}

namespace bondwright::ui
{

class ColumnFitter;
class FindingsView;
class TrafficPage;

/// The slaves of one bond as rows, its facts, and a small chart; in mode 4 what LACP says, in words.
class StatusPage final : public QWidget
{
    Q_OBJECT
public:
    StatusPage(models::BondTreeModel *bonds, kernel::KernelSource *source, QWidget *parent = nullptr);
    void showBond(int ifindex, const kernel::Snapshot &snapshot);
    void showFindings(const diagnosis::Diagnosis &health);
    /// Whether the menu of a slave offers to make it active; not in a recording.
    void setChangeable(bool isChangeable) { m_isChangeable = isChangeable; }

Q_SIGNALS:
    void makeActiveRequested(const QString &slave);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillFacts(const kernel::BondState &bond, const kernel::Snapshot &snapshot);
    void fillLacp(const kernel::BondState &bond);
    void fitRows();
    void openMenu(const QPoint &at);

    models::BondTreeModel *m_model;
    QTreeView *m_slaves;
    ColumnFitter *m_columns;
    QLabel *m_facts;
    FindingsView *m_findings;
    QLabel *m_lacpHeading;
    QLabel *m_lacp;
    TrafficPage *m_traffic;
    bool m_hasActiveSlave = false;
    bool m_isChangeable = true;
};

} // namespace bondwright::ui
