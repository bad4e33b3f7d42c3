// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "i18n/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace bondwright::i18n
{

namespace
{

struct Installed {
    QString language = QStringLiteral("en");
    std::unique_ptr<QTranslator> program;
    std::unique_ptr<QTranslator> qt;
};

Installed &installed()
{
    static Installed instance;
    return instance;
}

// The installed layout is bin or libexec beside share; the build folder mirrors it with translations/.
QStringList searchFolders()
{
    const QString here = QCoreApplication::applicationDirPath();
    return {here + QStringLiteral("/../share/bondwright/translations"), here + QStringLiteral("/../translations"),
            QStringLiteral(BONDWRIGHT_TRANSLATIONS_DIR)};
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString systemLanguage()
{
    const QLocale locale = QLocale::system();
    return locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

QString installLanguage(const QString &language)
{
    Installed &now = installed();
    const QString wanted = languages().contains(language) ? language : QStringLiteral("en");
    // Removing a translator sends LanguageChange: the new ones are put in first, so that no widget
    // re-translates itself into English in between.
    std::unique_ptr<QTranslator> oldProgram = std::move(now.program);
    std::unique_ptr<QTranslator> oldQt = std::move(now.qt);
    now.language = wanted;
    if (wanted != QStringLiteral("en")) {
        auto qt = std::make_unique<QTranslator>();
        if (qt->load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QCoreApplication::installTranslator(qt.get());
            now.qt = std::move(qt);
        }
    }
    // English too has one: the sources hold its texts, but not its plurals.
    auto program = std::make_unique<QTranslator>();
    for (const QString &folder : searchFolders()) {
        if (program->load(QStringLiteral("bondwright_") + wanted, folder)) {
            QCoreApplication::installTranslator(program.get());
            now.program = std::move(program);
            break;
        }
    }
    if (oldQt)
        QCoreApplication::removeTranslator(oldQt.get());
    if (oldProgram)
        QCoreApplication::removeTranslator(oldProgram.get());
    return now.language;
}

QString currentLanguage()
{
    return installed().language;
}

Language languageInUse()
{
    return currentLanguage() == QStringLiteral("zh_CN") ? Language::Chinese : Language::English;
}

QString inCurrentLanguage(const BilingualText &text)
{
    return text.in(languageInUse());
}

} // namespace bondwright::i18n
