// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

class QAction;
class QComboBox;

namespace bondwright::ui
{

class LiveChart;

/// The chart's controls.
class ChartBar : public QToolBar
{
    Q_OBJECT
public:
    explicit ChartBar(LiveChart *chart, QWidget *parent = nullptr);
    QMenu *exportMenu() const { return m_exportMenu; }
    QAction *exportAction() const { return m_export; }
    /// The choices in the view menu, for the settings: "bytes", "stacked", "separate", "no-totals".
    QStringList choices() const;
    void choose(const QStringList &choices);
    /// A bond that has just appeared is shown as the menu says.
    void applyTotals();

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void retranslate();
    void showSpan();

    LiveChart *m_chart;
    QComboBox *m_span;
    QAction *m_pause;
    QAction *m_now;
    QAction *m_zoomIn;
    QAction *m_zoomOut;
    QAction *m_view;
    QAction *m_bits;
    QAction *m_bytes;
    QAction *m_lines;
    QAction *m_stacked;
    QAction *m_separate;
    QAction *m_totals;
    QAction *m_export;
    QMenu *m_exportMenu;
};

} // namespace bondwright::ui
