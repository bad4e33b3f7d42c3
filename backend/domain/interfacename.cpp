// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/interfacename.h"

#include "domain/safename.h"

#include <algorithm>
#include <array>

namespace bondwright
{

namespace
{

constexpr qsizetype maxNameBytes = 15;
// "all" and "default" are folders of /proc/sys/net/*/conf; "none" is how active_slave and primary are cleared.
constexpr std::array<QStringView, 5> reservedNames{u"bonding_masters", u"lo", u"all", u"default", u"none"};

} // namespace

std::optional<NameProblem> kernelNameProblem(QStringView name)
{
    if (name.isEmpty())
        return NameProblem::Empty;
    if (name.toUtf8().size() > maxNameBytes)
        return NameProblem::TooLong;
    if (name == u"." || name == u"..")
        return NameProblem::Dots;
    // dev_valid_name() looks at bytes: isspace() of the C locale, '/' and ':'.
    const bool forbidden = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c == u'/' || c == u':' || c == u' ' || (c >= u'\t' && c <= u'\r') || c == u'\0';
    });
    return forbidden ? std::optional(NameProblem::ForbiddenByKernel) : std::nullopt;
}

std::optional<NameProblem> newNameProblem(QStringView name)
{
    if (const auto problem = kernelNameProblem(name))
        return problem;
    if (name.contains(u'%'))
        return NameProblem::Template;
    if (std::find(reservedNames.begin(), reservedNames.end(), name) != reservedNames.end())
        return NameProblem::Reserved;
    if (!isSafeInterfaceName(name))
        return NameProblem::Unsafe;
    return std::nullopt;
}

} // namespace bondwright
