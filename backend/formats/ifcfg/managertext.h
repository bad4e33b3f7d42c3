// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace bondwright::formats::ifcfg
{

/// What NetworkManager reads of an ifcfg file: one KEY=value per line, no "export", no value over two lines. A value that
/// it cannot unquote is empty. Source: shvar.c, line_new_parse() and svUnescape().
QMap<QByteArray, QByteArray> managerValues(const QByteArray &text);

} // namespace bondwright::formats::ifcfg
