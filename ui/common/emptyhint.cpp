// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/emptyhint.h"
#include "common/palette.h"

#include <QAbstractItemView>
#include <QEvent>

namespace bondwright::ui
{

EmptyHint::EmptyHint(QAbstractItemView *view)
    : QLabel(view->viewport())
    , m_view(view)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setMargin(16);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view->viewport()->installEventFilter(this);
    const QAbstractItemModel *model = view->model();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &EmptyHint::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &EmptyHint::follow);
    follow();
}

bool EmptyHint::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport()
        && (event->type() == QEvent::Resize || event->type() == QEvent::PaletteChange || event->type() == QEvent::Show))
        follow();
    return QLabel::eventFilter(watched, event);
}

void EmptyHint::follow()
{
    setGeometry(m_view->viewport()->rect());
    QPalette quiet = m_view->palette();
    quiet.setColor(QPalette::WindowText, mutedText(quiet));
    if (quiet != palette())
        setPalette(quiet);
    setVisible(m_view->model()->rowCount(m_view->rootIndex()) == 0);
}

} // namespace bondwright::ui
