// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/labels.h"
#include "common/palette.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHash>
#include <QLayout>
#include <QPainter>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// A layout asks a wrapped label again and again how high it is for the same few widths, and QLabel breaks the
/// lines anew each time.
class WrappedLabel : public QLabel
{
public:
    using QLabel::QLabel;

    int heightForWidth(int width) const override
    {
        if (m_measured != text() || m_heights.size() > 8) {
            m_heights.clear();
            m_measured = text();
        }
        const auto known = m_heights.constFind(width);
        return known != m_heights.cend() ? *known : *m_heights.insert(width, QLabel::heightForWidth(width));
    }

protected:
    bool event(QEvent *event) override
    {
        // Font, style, margins, screen: whatever changed, it is measured again.
        if (event->type() != QEvent::Paint && event->type() != QEvent::Resize && event->type() != QEvent::Move)
            m_heights.clear();
        return QLabel::event(event);
    }

private:
    mutable QString m_measured;
    mutable QHash<int, int> m_heights;
};

class MutedLabel final : public WrappedLabel
{
public:
    using WrappedLabel::WrappedLabel;

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
        WrappedLabel::changeEvent(event);
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
    auto *label = new WrappedLabel(parent);
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
    auto *label = new WrappedLabel(parent);
    makePlain(label, text);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * factor);
    label->setFont(font);
    return label;
}

void keepWrappedHeight(QWidget *widget)
{
    QLayout *layout = widget->layout();
    const int needed = layout->heightForWidth(widget->width());
    if (needed == widget->minimumHeight())
        return;
    widget->setMinimumHeight(needed);
    // A widget on its way to the screen gets one resize event of what was pending, and the one from here is lost.
    layout->setGeometry(widget->rect());
}

QWidget *separatorLine(QWidget *parent)
{
    return new Line(parent);
}

QFont fixedFont(const QFont &like)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    // What a desktop says that has no wish. In a Chinese session that is a font of ideographs, for text that has hardly any:
    // a megabyte more, and letters as far apart as in no terminal.
    if (font.family() == "monospace"_L1)
        font.setFamilies({u"DejaVu Sans Mono"_s, u"Liberation Mono"_s, u"monospace"_s});
    font.setPointSizeF(like.pointSizeF());
    return font;
}

} // namespace bondwright::ui
