// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/environment.h"

namespace bondwright::helper
{

QString Environment::path(const QString &hostPath) const
{
    return root == u"/" ? hostPath : root + hostPath;
}

} // namespace bondwright::helper
