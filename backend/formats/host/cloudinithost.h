// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/files/rootfolder.h"
#include "formats/format.h"

namespace bondwright::formats
{

/// Whether cloud-init is there and writes the network's files at boot: neither it nor this part of it is disabled.
bool doesCloudInitWrite(const RootFolder &root);
/// A warning for each changed file that cloud-init wrote, and would write again: with what switches that off.
QList<Finding> cloudInitFindings(const ChangeSet &changes, const FileSnapshot &snapshot);

} // namespace bondwright::formats
