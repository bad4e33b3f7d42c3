// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/netplan/merge.h"

#include "formats/diff/secrets.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QString>

#include <memory>

#include <glib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

extern "C" {
#include <netplan/netplan.h>
#include <netplan/parse.h>
}

using namespace Qt::StringLiterals;

namespace bondwright::formats::netplan
{

namespace
{

/// A file without a name, which is how libnetplan takes and gives texts.
class MemoryFile
{
public:
    MemoryFile()
        : m_fd(::memfd_create("netplan", MFD_CLOEXEC))
    {
    }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    ~MemoryFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }

    int fd() const { return m_fd; }
    /// By which libnetplan, which wants to quote the line that is wrong, can open it again.
    QByteArray path() const { return "/proc/self/fd/" + QByteArray::number(m_fd); }

    bool put(const QByteArray &text) const
    {
        // libnetplan warns of what others may read.
        return m_fd >= 0 && ::fchmod(m_fd, 0600) == 0
            && ::write(m_fd, text.constData(), size_t(text.size())) == text.size() && ::lseek(m_fd, 0, SEEK_SET) == 0;
    }

    QByteArray take() const
    {
        QByteArray text;
        char buffer[4096];
        ::lseek(m_fd, 0, SEEK_SET);
        for (ssize_t got = 0; (got = ::read(m_fd, buffer, sizeof buffer)) > 0;)
            text.append(buffer, got);
        return text;
    }

private:
    int m_fd;
};

struct Parser {
    NetplanParser *parser = netplan_parser_new();
    NetplanState *state = netplan_state_new();

    Parser() = default;
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
    ~Parser()
    {
        netplan_parser_clear(&parser);
        netplan_state_clear(&state);
    }
};

tl::unexpected<Error> refused(NetplanError *problem)
{
    static const QRegularExpression ownPath(u"/proc/self/fd/[0-9]+:"_s);
    // It quotes the line that is wrong.
    const QByteArray said = problem ? withoutSecrets(problem->message) : QByteArray();
    const QString words = QString::fromUtf8(said).remove(ownPath).simplified();
    if (problem)
        g_error_free(problem);
    return fail(u"netplan.refused"_s,
                QCoreApplication::translate("formats", "netplan does not take these files: %1").arg(words));
}

} // namespace

Result<QByteArray> merged(const QList<QByteArray> &files)
{
    const Parser parser;
    NetplanError *problem = nullptr;
    for (const QByteArray &text : files) {
        const MemoryFile file;
        if (!file.put(text) || !netplan_parser_load_yaml(parser.parser, file.path().constData(), &problem))
            return refused(problem);
    }
    const MemoryFile whole;
    if (!netplan_state_import_parser_results(parser.state, parser.parser, &problem)
        || !netplan_state_dump_yaml(parser.state, whole.fd(), &problem))
        return refused(problem);
    return whole.take();
}

} // namespace bondwright::formats::netplan
