// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright::formats
{

/// Who follows what netplan makes of its files.
enum class NetplanRenderer : quint8 { None, Networkd, NetworkManager };

/// None where the files below the root define no interface, or only those that NetworkManager itself keeps there
/// (90-NM-…). A bond that names another renderer for itself alone: see netplanRendererOf().
NetplanRenderer netplanRenderer(const QString &root);
/// Of a bond that the files define, or would.
NetplanRenderer netplanRendererOf(const QString &root, const QString &bond);

} // namespace bondwright::formats
