// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/fonts.h"

#include <fontconfig/fontconfig.h>

#include <QGuiApplication>

#include <algorithm>
#include <clocale>

#include <malloc.h>

namespace bondwright::ui
{

namespace
{

bool isChinese(const QString &language)
{
    return language.startsWith(QLatin1String("zh"));
}

} // namespace

std::jthread readFonts(const QString &language)
{
    // fontconfig asks this one before the locale's own variables, and remembers the answer: what the program starts need
    // not have it.
    if (isChinese(language) && qEnvironmentVariableIsEmpty("FC_LANG")) {
        qputenv("FC_LANG", language.toLatin1());
        ::FcStrSetDestroy(::FcGetDefaultLangs());
        qunsetenv("FC_LANG");
    }
#ifdef M_ARENA_MAX
    // What is read stays: in an arena of the thread's own it would cost a megabyte more.
    ::mallopt(M_ARENA_MAX, 1);
#endif
    // Qt sets it too, and fontconfig reads numbers meanwhile.
    ::setlocale(LC_ALL, "");
    return std::jthread([] { FcInit(); });
}

void shapeSparingly(const QString &language)
{
    if (!isChinese(language))
        return;
    QFont font = QGuiApplication::font();
    font.setStyleStrategy(QFont::PreferNoShaping);
    QGuiApplication::setFont(font);
}

int characterWidth(const QFontMetrics &metrics)
{
    return std::min(metrics.averageCharWidth(), metrics.horizontalAdvance(QLatin1Char('x')));
}

} // namespace bondwright::ui
