// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/remote/connectiontest.h"
#include "hosts/otherhost.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace bondwright::ui
{

/// "Add host…": takes a name as ssh does, tests the connection step by step, and says what to do about what is missing.
class AddHostDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param known names that are in the list already
    AddHostDialog(MakeHost make, const QStringList &known, QWidget *parent = nullptr);
    ~AddHostDialog() override;

Q_SIGNALS:
    void hostChosen(const QString &name);
    /// Many hosts at once, from Ansible's list of them.
    void inventoryChosen(const QString &path);

private:
    void connectParts();
    void retranslate();
    void follow(const QString &name);
    void test();
    void showSteps();
    QString name() const;

    MakeHost m_make;
    QStringList m_known;
    QLabel *m_intro;
    QLabel *m_label;
    QLineEdit *m_name;
    QPushButton *m_test;
    QTreeWidget *m_steps;
    QLabel *m_advice;
    QPushButton *m_inventory;
    QPushButton *m_add;
    QPushButton *m_cancel;
    std::unique_ptr<OtherHost> m_host; ///< while it is tried
    std::unique_ptr<host::ConnectionTest> m_tried;
};

} // namespace bondwright::ui
