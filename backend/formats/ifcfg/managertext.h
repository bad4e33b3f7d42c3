// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/shell/shellfile.h"

#include <QByteArray>
#include <QMap>

namespace bondwright::formats::ifcfg
{

/// What NetworkManager reads of an ifcfg file: one KEY=value per line, no "export", no value over two lines. A value that
/// it cannot unquote is empty. Source: shvar.c, line_new_parse() and svUnescape().
QMap<QByteArray, QByteArray> managerValues(const QByteArray &text);
/// Gives each value that has changed since `before`, and that it would not read where it stands, a line of its own.
void spellForManager(ShellFile *file, const QByteArray &before);

} // namespace bondwright::formats::ifcfg
