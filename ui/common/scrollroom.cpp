// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/scrollroom.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QPointer>
#include <QScrollArea>
#include <QWheelEvent>

namespace bondwright::ui
{

namespace
{

/// Turning the wheel over a page scrolls the page: a number or a choice that happens to be below the pointer changes only
/// where it is in use.
class WheelKeeper final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Polish && event->type() != QEvent::Wheel)
            return false;
        auto *field = qobject_cast<QWidget *>(watched);
        if (!field || !isTurned(field) || !isInRoom(field))
            return false;
        if (event->type() == QEvent::Polish) {
            if (field->focusPolicy() == Qt::WheelFocus)
                field->setFocusPolicy(Qt::StrongFocus);
            return false;
        }
        // Also one that has the focus: a page gives it to its first field by itself.
        event->ignore(); // and so it goes to the page
        return true;
    }

private:
    static bool isTurned(const QWidget *field)
    {
        return qobject_cast<const QAbstractSpinBox *>(field) || qobject_cast<const QComboBox *>(field);
    }
    static bool isInRoom(const QWidget *field)
    {
        const QWidget *up = field->parentWidget();
        while (up && !up->isWindow() && !qobject_cast<const QScrollArea *>(up))
            up = up->parentWidget();
        return qobject_cast<const QScrollArea *>(up);
    }
};

void keepTheWheel()
{
    static QPointer<WheelKeeper> keeper;
    if (keeper)
        return;
    keeper = new WheelKeeper(qApp);
    qApp->installEventFilter(keeper);
}

} // namespace

QScrollArea *scrollRoom(QWidget *parent, QWidget *page)
{
    keepTheWheel();
    auto *room = new QScrollArea(parent);
    room->setFrameShape(QFrame::NoFrame);
    room->setWidgetResizable(true);
    room->setFocusPolicy(Qt::NoFocus);
    room->viewport()->setAutoFillBackground(false);
    if (page) {
        room->setWidget(page);
        page->setAutoFillBackground(false); // setWidget() has switched it on
    }
    return room;
}

} // namespace bondwright::ui
