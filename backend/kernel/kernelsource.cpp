// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/kernelsource.h"

namespace bondwright::kernel
{

KernelSource::~KernelSource() = default;

} // namespace bondwright::kernel
