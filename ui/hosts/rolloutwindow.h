// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "models/rolloutmodel.h"
#include "rollout/inventory.h"
#include "rollout/rolloutrun.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeView;

namespace bondwright::ui
{

class DiffView;

/// "Roll out…": brings a plan to many hosts through Ansible. Which hosts, what changes on each, batches and gates; then
/// row by row how far each has come. All it knows of roll-outs is in backend/rollout, as for `bondctl rollout`.
class RolloutWindow final : public QWidget
{
    Q_OBJECT
public:
    struct Start {
        BondPlan plan;
        QString remark = {}; ///< on the plan; empty: none
        QString from; ///< the host that it is of; it does not take part
        QStringList hosts; ///< of the window, as ssh names them
        QString inventory; ///< path of Ansible's; empty: none is read
        models::RolloutModel::VerdictOf verdictOf; ///< of the plan's bond on a host
        QString askpass; ///< the program by which ssh asks; empty: none
    };
    explicit RolloutWindow(const Start &start, QWidget *parent = nullptr);
    ~RolloutWindow() override;

    /// What would be run now.
    rollout::Settings settings() const;

public Q_SLOTS:
    /// Addresses of the hosts from a table (rollout::valuesFromCsv).
    void readAddresses(const QString &path);
    /// Something of what the rows show has changed elsewhere.
    void refreshVerdicts() { m_model->refreshVerdicts(); }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum class Phase : quint8 { Choosing, Checking, Checked, Running, Ended };

    QWidget *buildChoices();
    void layOutChoices(QWidget *box);
    void connectChoices();
    QWidget *buildButtons();
    void retranslate();
    void takePlan(const BondPlan &plan);
    void openPlan();
    void chooseInventory();
    void readSource();
    void takeHosts(const QList<rollout::InventoryHost> &hosts);
    void proposeAddresses();
    void chooseAddresses();
    void chooseNics();
    void showRule();
    QStringList plannedNics() const;
    void begin(bool isCheck);
    void askPassword(bool isCheck);
    void forgetPassword();
    void follow();
    void takeEnd();
    void selectFirstTrouble();
    void choicesChanged();
    void showState();
    void showFiles();
    void say(const QString &words);
    bool isBusy() const { return m_phase == Phase::Checking || m_phase == Phase::Running; }
    QString mistake() const;
    void saveReport();
    void savePlaybook();

    Start m_start;
    QString m_bond;
    QJsonObject m_plan; ///< as a template
    bool m_holdsTemplate = false; ///< the plan: Ansible would execute it
    std::optional<rollout::NicRule> m_rule; ///< of the NICs of each host; none: those of the plan
    QString m_firstAddress; ///< of the plan; empty: it has no fixed one
    QString m_gateway; ///< of the plan: what must answer, unless another address was typed
    QStringList m_takenAddresses; ///< of the plan, that are no host's
    QList<rollout::InventoryHost> m_hosts; ///< of the source that is chosen
    QList<rollout::FileChange> m_shown; ///< below the table
    QString m_password; ///< for sudo on the hosts; empty: not asked for yet
    Phase m_phase = Phase::Choosing;
    std::unique_ptr<rollout::RolloutRun> m_run;
    QStringList m_begunWith; ///< the hosts that were marked when it began
    QTimer m_follow; ///< what has come is shown some times a second, whatever comes
    rollout::InventoryReader m_reader;
    models::RolloutModel *m_model;
    QLabel *m_heading;
    QPushButton *m_open;
    QLabel *m_sourceLabel;
    QComboBox *m_source;
    QPushButton *m_browse;
    QPushButton *m_addresses;
    QPushButton *m_nics;
    QLabel *m_remark;
    QLabel *m_ruleText;
    QLabel *m_batchesLabel;
    QLineEdit *m_batches;
    QLabel *m_pingLabel;
    QLineEdit *m_ping;
    QLabel *m_confirmLabel;
    QSpinBox *m_confirm;
    QCheckBox *m_test;
    QSpinBox *m_limit;
    QCheckBox *m_rehearsal;
    QCheckBox *m_sudo;
    QTreeView *m_table;
    DiffView *m_files;
    QLabel *m_why; ///< the selected host failed
    QLabel *m_state;
    QPushButton *m_check;
    QPushButton *m_go;
    QPushButton *m_stop;
    QPushButton *m_report;
    QPushButton *m_playbook;
};

} // namespace bondwright::ui
