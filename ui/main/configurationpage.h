// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "helperclient/types.h"
#include "kernel/snapshot.h"

#include <QWidget>

#include <functional>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace bondwright::helper
{
class HelperClient;
}

namespace bondwright::ui
{

/// What is configured, and where it is not what runs, both ways: what is configured but does not run, and
/// what runs but is not configured.
class ConfigurationPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ConfigurationPage(helper::HelperClient *helper, QWidget *parent = nullptr);

    void showBond(const QString &bond, const kernel::Snapshot &snapshot);
    /// Asks the helper again when it is shown next.
    void invalidate();
    /// The configured plan of a bond, if the helper has told of one.
    const BondPlan *planOf(const QString &bond) const;
    /// Asks the helper now. @param done nullptr: it does not answer, or nothing is configured; not after
    /// context is gone
    void askPlanOf(const QString &bond, QObject *context, std::function<void(const BondPlan *plan)> done);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fetch();
    void take(const Result<helper::Configuration> &answer);
    void fill();
    void addGroup(const QString &heading, const QStringList &items);

    helper::HelperClient *m_helper;
    QLabel *m_summary;
    QListWidget *m_differences;
    QLabel *m_filesHeading;
    QPlainTextEdit *m_files;
    helper::Configuration m_configuration;
    Error m_trouble;
    kernel::Snapshot m_snapshot;
    QString m_bond;
    bool m_isKnown = false;
    bool m_isAsked = false;
};

} // namespace bondwright::ui
