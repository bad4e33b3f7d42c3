// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/terminaldevice.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace bondwright::cli
{

TerminalDevice::TerminalDevice(int fd)
    : m_fd(fd)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

QByteArray TerminalDevice::withoutControls(const QByteArray &text)
{
    QByteArray clean;
    clean.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto byte = uchar(text.at(at));
        const uchar next = at + 1 < text.size() ? uchar(text.at(at + 1)) : 0;
        const bool isLatinControl = byte == 0xc2 && next >= 0x80 && next <= 0x9f; // U+0080 to U+009F
        const bool isAsciiControl = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f;
        if (isLatinControl || isAsciiControl)
            clean += "\xef\xbf\xbd";
        else
            clean += char(byte);
        if (isLatinControl)
            ++at;
    }
    return clean;
}

qint64 TerminalDevice::readData(char *, qint64)
{
    return -1;
}

qint64 TerminalDevice::writeData(const char *data, qint64 size)
{
    // A text stream hands whole characters over.
    const QByteArray clean = withoutControls(QByteArray(data, size));
    for (qsizetype done = 0; done < clean.size();) {
        const ssize_t written = ::write(m_fd, clean.constData() + done, size_t(clean.size() - done));
        if (written < 0 && errno != EINTR && errno != EAGAIN)
            return -1;
        done += std::max<ssize_t>(written, 0);
    }
    return size;
}

} // namespace bondwright::cli
