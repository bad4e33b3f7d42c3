// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace bondwright::ui
{

/// Findings in place: shape, what is wrong, what to do. Takes no room while there are none.
class FindingsView final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsView(QWidget *parent = nullptr);

    /// Text of the button of a finding, translated; empty: it has none.
    using ButtonText = std::function<QString(const Finding &)>;

    /// @param buttonText null: no row has a button
    void setFindings(const QList<Finding> &findings, const ButtonText &buttonText = {});
    /// "Show", for findings that lead to their field.
    static QString showText(const Finding &finding);
    const QList<Finding> &findings() const { return m_findings; }

Q_SIGNALS:
    void findingActivated(const bondwright::Finding &finding);

private:
    QList<Finding> m_findings;
    QVBoxLayout *m_rows;
    QString m_language; ///< that the rows were made in
};

} // namespace bondwright::ui
