// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ifcfg/ipkeys.h"
#include "formats/ifcfg/keyreader.h"

namespace bondwright::formats::ifcfg
{

/// What an interface's file, its aliases, its route files and /etc/sysconfig/network make of it.
/// Source: ifup-eth, ifup-aliases, ifup-ipv6, expand_config; nms-ifcfg-rh-reader.c.
IpPair readIp(const IfcfgFile &file, const Folder &folder, QList<Finding> *findings);

/// The keys of `file` alone.
IpPair readIpKeys(const KeyReader &reader);
/// Those of its aliases alone, in their order.
WrittenList<IpNetwork> aliasAddresses(const IfcfgFile &file, const Folder &folder);

} // namespace bondwright::formats::ifcfg
