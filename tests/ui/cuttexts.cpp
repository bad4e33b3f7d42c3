// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cuttexts.h"
#include "models/roles.h"

#include <QAbstractButton>
#include <QAbstractItemDelegate>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

constexpr int tolerance = 2; // rounding of device pixels

bool isCut(QLabel *label)
{
    if (label->text().isEmpty() || !label->pixmap().isNull())
        return false;
    if (label->wordWrap()) {
        const int needed = label->heightForWidth(label->width());
        return needed > label->height() + tolerance;
    }
    return label->sizeHint().width() > label->width() + tolerance
        || label->sizeHint().height() > label->height() + tolerance;
}

bool isCut(QAbstractButton *button)
{
    if (button->text().isEmpty() || button->layout())
        return false;
    return button->sizeHint().width() > button->width() + tolerance
        || button->minimumSizeHint().height() > button->height() + tolerance;
}

} // namespace

QStringList cutTexts(QWidget *window)
{
    QStringList found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        if (auto *label = qobject_cast<QLabel *>(widget); label && isCut(label))
            found.append(u"cut label: "_s + label->text().left(60));
        if (auto *button = qobject_cast<QAbstractButton *>(widget); button && isCut(button))
            found.append(u"cut button: "_s + button->text());
        if (auto *combo = qobject_cast<QComboBox *>(widget);
            combo && combo->sizeHint().width() > combo->width() + tolerance && !combo->isEditable())
            found.append(u"cut combo box: "_s + combo->currentText());
        // A page that must be pushed sideways hides words; a table or a text may be wider than its view.
        if (auto *area = qobject_cast<QScrollArea *>(widget);
            area && area->widget() && area->widget()->width() > area->viewport()->width() + tolerance)
            found.append(
                u"page wider than its view: %1"_s.arg(QString::fromLatin1(area->widget()->metaObject()->className())));
        if (QLayout *layout = widget->layout()) {
            for (int one = 0; one < layout->count(); ++one) {
                for (int other = one + 1; other < layout->count(); ++other) {
                    QWidget *a = layout->itemAt(one)->widget();
                    QWidget *b = layout->itemAt(other)->widget();
                    if (a && b && a->isVisible() && b->isVisible() && a->geometry().intersects(b->geometry()))
                        found.append(
                            u"overlap: %1 and %2 in %3"_s.arg(QString::fromLatin1(a->metaObject()->className()),
                                                              QString::fromLatin1(b->metaObject()->className()),
                                                              QString::fromLatin1(widget->metaObject()->className())));
                }
            }
        }
    }
    return found;
}

namespace
{

/// Access to what a view would ask its delegate.
class OpenView : public QAbstractItemView
{
public:
    static QStyleOptionViewItem optionsOf(const QAbstractItemView *view)
    {
        QStyleOptionViewItem option;
        (view->*static_cast<void (QAbstractItemView::*)(QStyleOptionViewItem *) const>(&OpenView::initViewItemOption))(
            &option);
        return option;
    }
};

void findCutNames(const QAbstractItemView *view, const QModelIndex &parent, QStringList *found)
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            const QString name = index.data(models::NameRole).toString();
            const QRect rect = view->visualRect(index);
            if (name.isEmpty() || index.data().toString() != name || rect.isEmpty())
                continue;
            const int needed = view->itemDelegate()->sizeHint(OpenView::optionsOf(view), index).width();
            if (needed > rect.width() + tolerance)
                found->append(
                    u"%1 in %2: %3 of %4 pixels"_s.arg(name, view->objectName()).arg(rect.width()).arg(needed));
        }
        findCutNames(view, model->index(row, 0, parent), found);
    }
}

} // namespace

QStringList cutNames(QWidget *window)
{
    QStringList found;
    for (const QAbstractItemView *view : window->findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->model())
            findCutNames(view, view->rootIndex(), &found);
    }
    return found;
}

QStringList englishTexts(QWidget *window)
{
    static const QRegularExpression shared(
        u"bond|eth|active-backup|balance-xor|xmit_hash_policy|[bB]it/s|[kMG]b/"
        u"s|ping|Ping|PNG|SVG|CSV|PDF|HTML|VLAN|MAC|MII|LACP|TCP|UDP|"
        "LED|UTC|IPv[46]|[0-9] min|Page (Up|Down)|End|"
        "layer|encap|vlan\\+srcmac|aa:bb:cc:dd:ee:ff|0x[0-9a-f]+|([0-9a-f]{2}:)+[0-9a-f]{2}"_s);
    QStringList texts;
    for (const QLabel *label : window->findChildren<QLabel *>())
        texts.append(label->isVisibleTo(window) ? label->text() : QString());
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>())
        texts.append(button->text());
    for (const QAction *action : window->findChildren<QAction *>())
        texts += {action->text(), action->toolTip()};
    for (const QComboBox *combo : window->findChildren<QComboBox *>()) {
        for (int i = 0; i < combo->count(); ++i)
            texts.append(combo->itemText(i));
    }
    for (const QLineEdit *edit : window->findChildren<QLineEdit *>())
        texts.append(edit->placeholderText());
    for (const QAbstractItemView *view : window->findChildren<QAbstractItemView *>()) {
        for (int column = 0; view->model() && column < view->model()->columnCount(); ++column)
            texts.append(view->model()->headerData(column, Qt::Horizontal).toString());
    }
    for (const QWidget *widget : window->findChildren<QWidget *>())
        texts += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    static const QRegularExpression word(u"[A-Za-z]{3,}"_s);
    QStringList found;
    for (const QString &text : std::as_const(texts)) {
        if (QString(text).remove(shared).contains(word))
            found.append(text);
    }
    return found;
}

} // namespace bondwright::ui
