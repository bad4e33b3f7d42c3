// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace bondwright::formats
{

/// Which system this is, as far as the formats care.
struct OsRelease {
    QString name; ///< for a person: PRETTY_NAME, or the line of /etc/redhat-release
    bool isRhelFamily = false; ///< RHEL, CentOS, Rocky, Alma, Oracle, Scientific Linux
    int rhelMajor = 0; ///< 0: not of the family, or not to be told

    friend bool operator==(const OsRelease &, const OsRelease &) = default;
};

/// From the texts of /etc/os-release (from RHEL 7 on) and /etc/redhat-release; either may be empty.
OsRelease readOsRelease(const QByteArray &osRelease, const QByteArray &redhatRelease);

} // namespace bondwright::formats
