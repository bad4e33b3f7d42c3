// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "wizard/otherhost.h"

#include <QDialog>
#include <QFileDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace bondwright::ui
{

class FindingsView;

/// Shows the bonds in another host's files: its etc, a folder that holds it, or a tar archive. Reads only.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ImportDialog(QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// @param typed a folder or an archive
    void read(const QString &typed);

Q_SIGNALS:
    /// One of the plans is to be opened in the wizard. Who does so closes this window.
    void planChosen(const bondwright::BondPlan &plan);

private:
    void buildRoom();
    void retranslate();
    void browse(QFileDialog::FileMode mode);
    void takeAnswer(const BondctlAnswer &answer);
    void showSelected();

    QLabel *m_intro;
    QLabel *m_folderLabel;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    QPushButton *m_archive;
    QPushButton *m_read;
    QListWidget *m_bonds;
    QLabel *m_text;
    FindingsView *m_findings; ///< about the files, not about the marked bond
    QScrollArea *m_room; ///< for both of them
    QLabel *m_note;
    QPushButton *m_open;
    QPushButton *m_close;
    QString m_reading; ///< path that was asked for last
    QList<BondPlan> m_plans;
};

} // namespace bondwright::ui
