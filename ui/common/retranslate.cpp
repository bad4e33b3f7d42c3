// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/retranslate.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QTextDocument>

namespace bondwright::ui
{

namespace
{

class Retranslator final : public QObject
{
public:
    Retranslator(QWidget *widget, std::function<void()> retranslate)
        : QObject(widget)
        , m_retranslate(std::move(retranslate))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange && watched == parent())
            m_retranslate();
        return false;
    }

private:
    std::function<void()> m_retranslate;
};

} // namespace

void retranslateWith(QWidget *widget, std::function<void()> retranslate)
{
    retranslate();
    new Retranslator(widget, std::move(retranslate));
}

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

void describe(QWidget *widget, const QString &name, const QString &description)
{
    widget->setAccessibleName(name);
    widget->setAccessibleDescription(description);
    // Rows have tooltips of their own.
    if (!qobject_cast<QAbstractScrollArea *>(widget))
        widget->setToolTip(plainToolTip(description));
}

} // namespace bondwright::ui
