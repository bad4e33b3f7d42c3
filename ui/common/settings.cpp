// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/settings.h"
#include "models/texts.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>
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
    GeometryKeeper(QWidget *window, const QString &key)
        : QObject(window)
        , m_window(window)
        , m_key(u"geometry/"_s + key)
    {
        window->installEventFilter(this);
        window->restoreGeometry(QSettings().value(keyHere()).toByteArray());
        fit();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_window && (event->type() == QEvent::Close || event->type() == QEvent::Hide))
            QSettings().setValue(keyHere(), m_window->saveGeometry());
        // Now the frame's width is known, and on which screen it is.
        if (watched == m_window && event->type() == QEvent::Show)
            fit();
        return false;
    }

private:
    QString keyHere() const
    {
        const QScreen *screen = m_window->screen();
        const QSize size = screen ? screen->size() : QSize();
        return u"%1/%2x%3"_s.arg(m_key).arg(size.width()).arg(size.height());
    }
    void fit()
    {
        const QScreen *screen = m_window->screen();
        if (!screen || m_window->windowState().testAnyFlags(Qt::WindowMaximized | Qt::WindowFullScreen))
            return;
        const QRect room = screen->availableGeometry();
        const QSize frame = m_window->frameGeometry().size() - m_window->size();
        m_window->resize(m_window->size().boundedTo(room.size() - frame));
        if (!m_window->testAttribute(Qt::WA_Moved))
            return; // the window manager finds it a place
        QRect outer = m_window->frameGeometry();
        outer.moveRight(std::min(outer.right(), room.right()));
        outer.moveBottom(std::min(outer.bottom(), room.bottom()));
        outer.moveLeft(std::max(outer.left(), room.left()));
        outer.moveTop(std::max(outer.top(), room.top()));
        m_window->move(outer.topLeft());
    }

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

QStringList hosts()
{
    return QSettings().value(u"hosts"_s).toStringList();
}

void setHosts(const QStringList &names, const QMap<QString, QString> &groups)
{
    QSettings().setValue(u"hosts"_s, names);
    QVariantMap kept;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        kept.insert(it.key(), *it);
    QSettings().setValue(u"host-groups"_s, kept);
}

QString groupOf(const QString &host)
{
    return QSettings().value(u"host-groups"_s).toMap().value(host).toString();
}

QString inventory()
{
    return QSettings().value(u"inventory"_s).toString();
}

void setInventory(const QString &path)
{
    QSettings().setValue(u"inventory"_s, path);
}

void rememberGeometry(QWidget *window, const QString &key)
{
    new GeometryKeeper(window, key);
}

bool rememberSplitter(QSplitter *splitter, const QString &key)
{
    const QString full = u"splitters/"_s + key;
    const bool isRestored = splitter->restoreState(QSettings().value(full).toByteArray());
    // Once it has come to rest: dragging sends a signal for every pixel.
    auto *rest = new QTimer(splitter);
    rest->setSingleShot(true);
    rest->setInterval(500ms);
    QObject::connect(splitter, &QSplitter::splitterMoved, rest, qOverload<>(&QTimer::start));
    QObject::connect(rest, &QTimer::timeout, splitter,
                     [splitter, full] { QSettings().setValue(full, splitter->saveState()); });
    return isRestored;
}

} // namespace bondwright::ui::settings
