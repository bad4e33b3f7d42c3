// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/files/filetransaction.h"
#include "tests/formats/scratchroot.h"

#include <QTest>

/// One change of each kind: a file edited, one deleted, one made, one made in a folder that is not there yet.
namespace bondwright::test::transaction
{

using namespace formats;
using namespace Qt::StringLiterals;

inline const QString edited = u"/etc/sysconfig/network-scripts/ifcfg-eth0"_s;
inline const QString created = u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s;
inline const QString nested = u"/etc/modprobe.d/bonding.conf"_s;
inline const QString deleted = u"/etc/sysconfig/network-scripts/route-eth0"_s;

inline void fillOld(const ScratchRoot &root)
{
    QVERIFY(root.write(edited, "DEVICE=eth0\nBOOTPROTO=dhcp\n", 0640));
    QVERIFY(root.write(deleted, "10.0.0.0/8 via 192.168.1.1\n"));
}

inline ChangeSet changes()
{
    ChangeSet set;
    set.add({edited, "DEVICE=eth0\nBOOTPROTO=dhcp\n", "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n", 0640, 0, 0, {}});
    set.add({deleted, "10.0.0.0/8 via 192.168.1.1\n", std::nullopt, 0644, 0, 0, {}});
    set.add({nested, std::nullopt, "alias bond0 bonding\n", 0644, 0, 0, {}});
    set.add({created, std::nullopt, "DEVICE=bond0\n", 0600, 0, 0, {}});
    return set;
}

inline TransactionOptions optionsFor(const ScratchRoot &root)
{
    TransactionOptions options;
    options.root = root.path();
    options.reason = u"apply bond0"_s;
    return options;
}

inline bool isNew(const ScratchRoot &root)
{
    return root.read(edited).contains("MASTER") && !root.exists(deleted) && root.read(nested) == "alias bond0 bonding\n"
        && root.read(created) == "DEVICE=bond0\n";
}

} // namespace bondwright::test::transaction
