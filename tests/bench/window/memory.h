// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <malloc.h>

/// A figure of the kernel's account of this process' memory, in MiB.
inline double memoryMiB(const QByteArray &name)
{
    ::malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}
/// The proportional share (PSS): what the process costs the machine.
inline double memoryMiB()
{
    return memoryMiB("Pss");
}
/// What it holds itself. Unlike the PSS it does not depend on which other programs use the same libraries just now.
inline double ownMemoryMiB()
{
    return memoryMiB("Anonymous") + memoryMiB("Swap");
}
