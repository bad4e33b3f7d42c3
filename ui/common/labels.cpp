// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/labels.h"
#include "common/palette.h"

#include <QEvent>
#include <QFontDatabase>
#include <QPainter>

namespace bondwright::ui
{

namespace
{

class MutedLabel final : public QLabel
{
public:
    using QLabel::QLabel;

    void follow()
    {
        QPalette quiet = palette();
        quiet.setColor(QPalette::WindowText, mutedText(parentWidget() ? parentWidget()->palette() : palette()));
        if (quiet != palette())
            setPalette(quiet);
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
            follow();
    }
};

class Line final : public QWidget
{
public:
    explicit Line(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), lineColour(palette())); }
};

void makePlain(QLabel *label, const QString &text)
{
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
}

} // namespace

QLabel *textLabel(QWidget *parent, const QString &text, bool selectable)
{
    auto *label = new QLabel(parent);
    makePlain(label, text);
    if (selectable)
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QLabel *mutedLabel(QWidget *parent, const QString &text)
{
    auto *label = new MutedLabel(parent);
    makePlain(label, text);
    label->follow();
    return label;
}

QLabel *headingLabel(QWidget *parent, const QString &text, double factor)
{
    auto *label = new QLabel(parent);
    makePlain(label, text);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * factor);
    label->setFont(font);
    return label;
}

QWidget *separatorLine(QWidget *parent)
{
    return new Line(parent);
}

QFont fixedFont(const QFont &like)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(like.pointSizeF());
    return font;
}

} // namespace bondwright::ui
