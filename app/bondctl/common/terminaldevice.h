// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace bondwright::cli
{

/// Writes to a terminal, and shows control characters as "�": files, names and answers that are printed may come
/// from anybody, and an escape sequence in them could hide a line of a diff or answer a question. Line feed and tab pass.
class TerminalDevice final : public QIODevice
{
public:
    explicit TerminalDevice(int fd);

    /// Text (UTF-8) with the controls of ASCII and Latin-1 replaced.
    static QByteArray withoutControls(const QByteArray &text);

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    int m_fd;
};

} // namespace bondwright::cli
