// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"

#include <QWidget>

class QVBoxLayout;

namespace bondwright::ui
{

/// Findings in place: shape, what is wrong, what to do. Takes no room while there are none.
class FindingsView final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsView(QWidget *parent = nullptr);

    /// @param linked each row becomes a button that leads to its field
    void setFindings(const QList<Finding> &findings, bool linked = false);
    const QList<Finding> &findings() const { return m_findings; }

Q_SIGNALS:
    void findingActivated(const bondwright::Finding &finding);

private:
    QList<Finding> m_findings;
    QVBoxLayout *m_rows;
    bool m_isLinked = false;
};

} // namespace bondwright::ui
