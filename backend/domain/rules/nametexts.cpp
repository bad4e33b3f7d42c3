// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/nametexts.h"

#include "domain/rules/rule.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

QString nameProblemCode(NameProblem problem)
{
    switch (problem) {
    case NameProblem::Empty:
        return u"empty"_s;
    case NameProblem::TooLong:
        return u"too-long"_s;
    case NameProblem::Dots:
        return u"dots"_s;
    case NameProblem::ForbiddenByKernel:
        return u"forbidden"_s;
    case NameProblem::Template:
        return u"template"_s;
    case NameProblem::Reserved:
        return u"reserved"_s;
    case NameProblem::Unsafe:
        return u"unsafe"_s;
    }
    return {};
}

QString nameProblemText(NameProblem problem, const QString &name)
{
    switch (problem) {
    case NameProblem::Empty:
        return translate("rules", "The interface has no name.");
    case NameProblem::TooLong:
        return translate("rules", "The interface name “%1” is longer than 15 bytes.").arg(name);
    case NameProblem::Dots:
        return translate("rules", "“%1” cannot be an interface name.").arg(name);
    case NameProblem::ForbiddenByKernel:
        return translate("rules", "The interface name “%1” contains a slash, a colon or white space.").arg(name);
    case NameProblem::Template:
        return translate("rules", "The kernel would replace the % in the interface name “%1”.").arg(name);
    case NameProblem::Reserved:
        return translate("rules", "The interface name “%1” is taken by the kernel itself.").arg(name);
    case NameProblem::Unsafe:
        return translate("rules",
                         "The interface name “%1” contains characters that are dangerous in scripts and files.")
            .arg(name);
    }
    return {};
}

QString nameProblemAdvice(NameProblem problem)
{
    switch (problem) {
    case NameProblem::Empty:
    case NameProblem::Reserved:
        return translate("rules", "Give a name such as bond0.");
    case NameProblem::TooLong:
        return translate("rules", "Use at most 15 characters.");
    case NameProblem::Dots:
    case NameProblem::ForbiddenByKernel:
    case NameProblem::Template:
    case NameProblem::Unsafe:
        return translate("rules", "Use letters, digits, “.”, “_” and “-”, beginning with a letter or digit.");
    }
    return {};
}

} // namespace bondwright::rules
