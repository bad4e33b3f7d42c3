// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

namespace bondwright
{

/// What `bondwright` was asked on its command line.
struct GuiOptions {
    bool help = false;
    bool version = false;
    bool wizard = false; ///< open the wizard at once
    QString language; ///< empty: the remembered or the desktop's
    QString monitor; ///< bond whose monitor is opened
    QString host; ///< another host to show, as ssh names it
    bool practice = false; ///< start the practice host and show it
    QString replay; ///< recording shown instead of this host
    double speed = 1.0; ///< of the replay
    QString reportPdf; ///< PDF to make of the failover test on standard input, instead of opening a window

    friend bool operator==(const GuiOptions &, const GuiOptions &) = default;
};

/// @param arguments without the program's name; Qt's own are already taken out
/// Error "usage": a message that names the argument.
Result<GuiOptions> parseGuiOptions(const QStringList &arguments);
/// The language that --lang names, also beside options that are Qt's and are not taken out yet; empty: none that there is.
QString languageNamed(const QStringList &arguments);
QString guiHelpText();
/// What to do where no window can be opened.
QString noDisplayText();

} // namespace bondwright
