// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/interfacename.h"
#include "domain/ipaddress.h"
#include "domain/options.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;

// A canonical value is a value, and its own canonical form; the first byte picks the option.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto options = allOptions();
    const OptionSpec &spec = options[data[0] % options.size()];
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    if (const auto canonical = canonicalValue(spec, text); canonical && canonicalValue(spec, *canonical) != canonical)
        std::abort();
    if (const auto network = IpNetwork::fromString(text);
        network && IpNetwork::fromString(network->toString()) != network)
        std::abort();
    if (!newNameProblem(text) && kernelNameProblem(text))
        std::abort();
    return 0;
}
