// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace bondwright::ui
{

namespace
{

using namespace std::chrono_literals;

class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget *widget, std::function<void()> work)
        : QObject(widget)
    {
        widget->installEventFilter(this);
        // An event loop that has just begun is idle before the display asks for the first picture.
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout(this, [this, work = std::move(work)] {
            deleteLater();
            work();
        });
        m_timer.start(300ms);
    }
    bool eventFilter(QObject *widget, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            widget->removeEventFilter(this);
            m_timer.start(0ms);
        }
        return false;
    }

private:
    QTimer m_timer;
};

} // namespace

void afterFirstPaint(QWidget *widget, std::function<void()> work)
{
    new FirstPaint(widget, std::move(work));
}

} // namespace bondwright::ui
