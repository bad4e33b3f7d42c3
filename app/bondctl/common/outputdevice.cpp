// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/outputdevice.h"

#include "i18n/printable.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace bondwright::cli
{

OutputDevice::OutputDevice(int fd)
    : m_fd(fd)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 OutputDevice::readData(char *, qint64)
{
    return -1;
}

qint64 OutputDevice::writeData(const char *data, qint64 size)
{
    // A text stream hands whole characters over.
    const QByteArray clean = i18n::printable(QString::fromUtf8(data, size), i18n::Lines::Kept).toUtf8();
    for (qsizetype done = 0; done < clean.size();) {
        const ssize_t written = ::write(m_fd, clean.constData() + done, size_t(clean.size() - done));
        if (written < 0 && errno == EAGAIN) {
            // Another program has made the pipe that it shares with us one that does not wait.
            pollfd room{m_fd, POLLOUT, 0};
            (void)::poll(&room, 1, -1);
        } else if (written < 0 && errno != EINTR) {
            return -1;
        }
        done += std::max<ssize_t>(written, 0);
    }
    return size;
}

} // namespace bondwright::cli
