// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/settings.h"
#include "models/texts.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QSplitter>
#include <QStyle>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui::settings
{

namespace
{

class GeometryKeeper final : public QObject
{
public:
    GeometryKeeper(QWidget *window, QString key)
        : QObject(window)
        , m_window(window)
        , m_key(std::move(key))
    {
        window->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_window && (event->type() == QEvent::Close || event->type() == QEvent::Hide))
            QSettings().setValue(m_key, m_window->saveGeometry());
        return false;
    }

private:
    QWidget *m_window;
    QString m_key;
};

} // namespace

QString language()
{
    return QSettings().value(u"language"_s).toString();
}

void setLanguage(const QString &language)
{
    QSettings().setValue(u"language"_s, language);
}

bool ratesInBits()
{
    const bool bits = QSettings().value(u"ratesInBits"_s, true).toBool();
    models::Texts::setRatesInBits(bits);
    return bits;
}

void setRatesInBits(bool bits)
{
    QSettings().setValue(u"ratesInBits"_s, bits);
    models::Texts::setRatesInBits(bits);
}

std::chrono::seconds confirmWithin()
{
    const int seconds = QSettings().value(u"confirmWithin"_s, 60).toInt();
    return std::chrono::seconds(std::clamp(seconds, 10, 600));
}

void setConfirmWithin(std::chrono::seconds seconds)
{
    QSettings().setValue(u"confirmWithin"_s, int(std::clamp(seconds, 10s, 600s).count()));
}

Animations animations()
{
    const int choice = QSettings().value(u"animations"_s, 0).toInt();
    return choice == 1 ? Animations::On : choice == 2 ? Animations::Off : Animations::Desktop;
}

void setAnimations(Animations choice)
{
    QSettings().setValue(u"animations"_s, int(choice));
}

bool areAnimationsOn()
{
    const Animations choice = animations();
    if (choice != Animations::Desktop)
        return choice == Animations::On;
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

bool notificationsOn()
{
    return QSettings().value(u"notifications"_s, true).toBool();
}

void setNotificationsOn(bool on)
{
    QSettings().setValue(u"notifications"_s, on);
}

void rememberGeometry(QWidget *window, const QString &key)
{
    const QString full = u"geometry/"_s + key;
    window->restoreGeometry(QSettings().value(full).toByteArray());
    new GeometryKeeper(window, full);
}

void rememberSplitter(QSplitter *splitter, const QString &key)
{
    const QString full = u"splitters/"_s + key;
    splitter->restoreState(QSettings().value(full).toByteArray());
    auto *rest = new QTimer(splitter);
    rest->setSingleShot(true);
    rest->setInterval(500ms);
    QObject::connect(rest, &QTimer::timeout, splitter,
                     [splitter, full] { QSettings().setValue(full, splitter->saveState()); });
    QObject::connect(splitter, &QSplitter::splitterMoved, rest, [rest] { rest->start(); });
}

void rememberHeader(QHeaderView *header, const QString &key)
{
    const QString full = u"columns/"_s + key;
    header->restoreState(QSettings().value(full).toByteArray());
    // Dragging a column sends a signal for every pixel: written once it has come to rest.
    auto *rest = new QTimer(header);
    rest->setSingleShot(true);
    rest->setInterval(500ms);
    QObject::connect(rest, &QTimer::timeout, header,
                     [header, full] { QSettings().setValue(full, header->saveState()); });
    const auto later = [rest] { rest->start(); };
    QObject::connect(header, &QHeaderView::sectionResized, rest, later);
    QObject::connect(header, &QHeaderView::sectionMoved, rest, later);
    QObject::connect(header, &QHeaderView::sortIndicatorChanged, rest, later);
}

} // namespace bondwright::ui::settings
