// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace bondwright::cli
{

/// Standard output and error: what is written passes i18n::printable(). Files, names and answers that are printed may
/// come from anybody, and an escape sequence in them could hide a line of a diff or answer a question, also behind a
/// pipe that ends at a terminal. In JSON the same \uXXXX is the character itself. A name that must not bring line feeds
/// into a table or a list goes through printable() before.
class OutputDevice final : public QIODevice
{
public:
    explicit OutputDevice(int fd);

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    int m_fd;
};

} // namespace bondwright::cli
