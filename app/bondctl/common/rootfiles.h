// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/host/hostdetection.h"

namespace bondwright::cli
{

/// The configuration files below a root, also where that is not quite one: an "etc" (or the folder of the files itself)
/// instead of what holds it, an unpacked support report, or a tar archive of one.
/// @param note takes what was looked at instead of the root, translated; empty if it is one
Result<formats::FileSnapshot> readRoot(const QString &root, const formats::Format &format, QString *note);
/// The host whose files readRoot() takes: of an archive only its release is known.
Result<formats::HostConfiguration> hostOf(const QString &root);

} // namespace bondwright::cli
