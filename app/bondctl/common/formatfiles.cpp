// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/formatfiles.h"

#include "common/arguments.h"
#include "common/output.h"

#include "formats/formatlist.h"
#include "formats/host/hostdetection.h"
#include "i18n/printable.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

Result<formats::ifcfg::Dialect> dialectFor(const Arguments &arguments, int detected)
{
    if (detected <= 0 && !arguments.has(u"rhel"_s) && !arguments.has(u"service"_s))
        return formats::ifcfg::Dialect(); // nothing tells who reads the files
    const int release = int(arguments.number(u"rhel"_s, detected > 0 ? detected : 7));
    std::optional<formats::ifcfg::Reader> reader;
    if (arguments.has(u"service"_s))
        reader = arguments.value(u"service"_s) == u"network" ? formats::ifcfg::Reader::NetworkService
                                                             : formats::ifcfg::Reader::NetworkManager;
    const auto dialect = formats::ifcfg::Dialect::forRelease(release, reader);
    if (!dialect)
        return fail(u"usage"_s,
                    QCoreApplication::translate(
                        "bondctl", "Release %1 does not read ifcfg files; write profiles with --format nm.")
                        .arg(release));
    return *dialect;
}

} // namespace

Result<std::unique_ptr<formats::Format>> formatFor(std::optional<FormatId> id, const Arguments &arguments,
                                                   const QString &root)
{
    const auto host
        = root.isEmpty() ? Result<formats::HostConfiguration>(formats::HostConfiguration()) : formats::detectHost(root);
    if (!host)
        return tl::unexpected(host.error());
    if (!id) {
        // An image with few programs: its release still tells which service reads the files.
        const int release = host->release.rhelMajor;
        const bool isOld = release >= formats::ifcfg::Dialect::oldest && release <= 8;
        id = host->format.value_or(isOld || arguments.has(u"rhel"_s) ? FormatId::Ifcfg : FormatId::NetworkManager);
    }
    if (id != FormatId::Ifcfg)
        return formats::makeFormat(*id);
    const auto dialect = dialectFor(arguments, host->release.rhelMajor);
    if (!dialect)
        return tl::unexpected(dialect.error());
    return formats::makeFormat(*id, *dialect);
}

void printFindings(Context &context, const QList<Finding> &findings)
{
    for (const Finding &finding : findings) {
        context.err << "bondctl: " << severityLabel(finding.severity) << " [" << finding.code << "] ";
        if (!finding.field.isEmpty())
            context.err << i18n::printable(finding.field) << ": ";
        context.err << finding.message << '\n';
        if (!finding.advice.isEmpty())
            context.err << "  " << finding.advice << '\n';
    }
}

} // namespace bondwright::cli
