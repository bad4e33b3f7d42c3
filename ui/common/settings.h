// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QWidget>

#include <chrono>

class QSplitter;

/// What the program remembers between runs (QSettings of the application; "Preferences" edits it).
namespace bondwright::ui::settings
{

/// Empty: follow the desktop's.
QString language();
void setLanguage(const QString &language);

/// Rates in bits (network habit) or bytes a second.
bool ratesInBits();
void setRatesInBits(bool bits);

/// Until an unconfirmed change reverts: 10–600 s.
std::chrono::seconds confirmWithin();
void setConfirmWithin(std::chrono::seconds seconds);

enum class Animations : quint8 { Desktop, On, Off };
Animations animations();
void setAnimations(Animations choice);
/// The choice, or what the desktop's style asks for.
bool areAnimationsOn();

/// Desktop notifications about failovers and lost redundancy.
bool notificationsOn();
void setNotificationsOn(bool on);

/// Other hosts, as ssh names them; nothing else of them is kept.
QStringList hosts();
/// @param groups of those that stand in one
void setHosts(const QStringList &names, const QMap<QString, QString> &groups = {});
/// Empty: none.
QString groupOf(const QString &host);
/// The Ansible inventory whose hosts are shown as well; empty: none.
QString inventory();
void setInventory(const QString &path);

/// Restores the window's geometry, saves it when the window closes, for each screen separately, and keeps the window
/// inside the screen. @param key stable, e.g. "main"
void rememberGeometry(QWidget *window, const QString &key);
/// Restores the sizes of both sides and keeps them when they are moved. @return whether there were any
bool rememberSplitter(QSplitter *splitter, const QString &key);

} // namespace bondwright::ui::settings
