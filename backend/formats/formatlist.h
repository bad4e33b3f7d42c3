// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/formatid.h"
#include "formats/format.h"
#include "formats/ifcfg/dialect.h"

namespace bondwright::formats
{

/// The formats of this build. A new one comes into this list, into FormatId, and into the option table where it spells
/// options in its own way.
QList<FormatId> formatIds();
QStringList formatNames(); ///< the same by name

/// Null: this build has none of it. @param dialect for ifcfg
std::unique_ptr<Format> makeFormat(FormatId id, const ifcfg::Dialect &dialect = {});

} // namespace bondwright::formats
