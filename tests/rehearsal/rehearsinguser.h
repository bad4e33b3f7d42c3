// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/report.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace bondwright::rehearsal
{

/// An ordinary user of the lab's guest who rehearses plans with bondctl.
class RehearsingUser
{
public:
    void prepare();
    std::unique_ptr<QProcess> startAsNobody(const QStringList &arguments);
    /// What bondctl rehearse says of it; m_exitCode and m_output are of this run.
    std::optional<Report> rehearse(const BondPlan &plan, const QStringList &more = {});

protected:
    QTemporaryDir m_folder;
    QString m_planFile;
    int m_exitCode = -1;
    QByteArray m_output;
    QByteArray m_complaint; ///< on standard error
};

BondPlan planOf(Mode mode);
void write(const QString &path, const QByteArray &text);
/// All that a rehearsal could have left on the host: interfaces, modules, namespaces in use.
QStringList host();
QByteArray problemsOf(const Report &report);

} // namespace bondwright::rehearsal
