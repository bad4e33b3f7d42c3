// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

/// The codes of errors and findings that this program compares. All others are only shown.
namespace bondwright::errorcode
{

inline constexpr QLatin1StringView
    notAuthorized("helper.not-authorized"); ///< polkit, or the bus, did not let this user
inline constexpr QLatin1StringView
    unreachable("helper.unreachable"); ///< no answer: whether the request arrived is not known
inline constexpr QLatin1StringView conflict("helper.conflict"); ///< the files are not what the caller saw
inline constexpr QLatin1StringView busy("helper.busy");
inline constexpr QLatin1StringView timeout("helper.timeout"); ///< a step was given up
inline constexpr QLatin1StringView recordVersion("helper.record-version"); ///< left by another release
inline constexpr QLatin1StringView hostOffline("host.offline");
inline constexpr QLatin1StringView hostPermission("host.permission");
inline constexpr QLatin1StringView hostHelper("host.helper");
inline constexpr QLatin1StringView hostPractice("host.practice");
inline constexpr QLatin1StringView hostName("host.name");
inline constexpr QLatin1StringView noScript("bundle.release"); ///< no Bondwright there, and no script for its system
inline constexpr QLatin1StringView noBondctl("transport.no-bondctl");
inline constexpr QLatin1StringView filesBusy("files.busy"); ///< another process holds the lock
inline constexpr QLatin1StringView filesConflict("files.conflict");
inline constexpr QLatin1StringView filesRollback("files.rollback"); ///< a write that could not undo itself
inline constexpr QLatin1StringView filesSymlink("files.symlink");
inline constexpr QLatin1StringView filesHardLink("files.hard-link");
inline constexpr QLatin1StringView filesNotRegular("files.not-regular");
inline constexpr QLatin1StringView filesNoFolder("files.no-folder"); ///< a part of the path is a file
inline constexpr QLatin1StringView filesTooLarge("files.too-large");
inline constexpr QLatin1StringView recordMissing("record.missing");
inline constexpr QLatin1StringView eventsDamaged("events.damaged");
inline constexpr QLatin1StringView noBond("format.no-bond");
inline constexpr QLatin1StringView noRename("format.no-rename");
inline constexpr QLatin1StringView readOnly("format.read-only");
inline constexpr QLatin1StringView optionUnsaid("format.option-unsaid");
inline constexpr QLatin1StringView slaveUnsaid("format.slave-unsaid");
inline constexpr QLatin1StringView lost("format.lost");
inline constexpr QLatin1StringView rehearsalRefused("rehearsal.refused");
inline constexpr QLatin1StringView rehearsalDriver("rehearsal.driver");

} // namespace bondwright::errorcode
