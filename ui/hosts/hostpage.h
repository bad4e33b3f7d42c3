// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/otherhost.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace bondwright::ui
{

class CablesPanel;
class MainWindow;
class MessagePane;
class StateSign;

/// One other host: what this computer's window shows, and above it how the host is reached. What was last seen stays
/// while it is away, greyed. Beside the practice host's stand its cables, or
/// below it where the window would become too narrow for its lists.
class HostPage final : public QWidget
{
    Q_OBJECT
public:
    /// @param host outlives this
    explicit HostPage(OtherHost &host, QWidget *parent = nullptr);

    /// It is shown: makes its window, now or as soon as there is a state to show.
    void want();
    /// Null until it is first shown and its state has been received once.
    MainWindow *window() const { return m_window; }

Q_SIGNALS:
    /// Its window is there now.
    void opened();
    void installRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeCables();
    void follow();
    void retranslate();
    QString missingThere() const;
    QString startingText() const;
    void showReach();

    OtherHost &m_host;
    QWidget *m_banner;
    StateSign *m_icon;
    QLabel *m_text;
    QPushButton *m_retry;
    QPushButton *m_install;
    MessagePane *m_waiting;
    QStackedLayout *m_body;
    QBoxLayout *m_middle;
    CablesPanel *m_cables = nullptr; ///< null: not a practice host
    MainWindow *m_window = nullptr;
    bool m_isWanted = false;
    QTimer m_second; ///< while the practice host starts
};

} // namespace bondwright::ui
