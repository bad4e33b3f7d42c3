// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/netplan/merge.h"

#include "formats/diff/secrets.h"

#include <QCoreApplication>
#include <QLibrary>
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

/// libnetplan, opened when files of netplan are there to be read. Most hosts have none, and with what it brings along (GIO)
/// it would take 2 ms and 1.5 MB of every program's start.
struct Library {
    QLibrary library{QStringLiteral(BONDWRIGHT_LIBNETPLAN)};
    bool isThere = true;
    decltype(&netplan_parser_new) newParser;
    decltype(&netplan_parser_clear) clearParser;
    decltype(&netplan_parser_load_yaml) load;
    decltype(&netplan_state_new) newState;
    decltype(&netplan_state_clear) clearState;
    decltype(&netplan_state_import_parser_results) takeResults;
    decltype(&netplan_state_dump_yaml) dump;

    Library()
    {
        find(newParser, "netplan_parser_new");
        find(clearParser, "netplan_parser_clear");
        find(load, "netplan_parser_load_yaml");
        find(newState, "netplan_state_new");
        find(clearState, "netplan_state_clear");
        find(takeResults, "netplan_state_import_parser_results");
        find(dump, "netplan_state_dump_yaml");
    }

private:
    template <typename Function>
    void find(Function &function, const char *name)
    {
        function = reinterpret_cast<Function>(library.resolve(name));
        isThere = isThere && function;
    }
};

struct Parser {
    const Library &netplan;
    NetplanParser *parser = netplan.newParser();
    NetplanState *state = netplan.newState();

    explicit Parser(const Library &library)
        : netplan(library)
    {
    }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
    ~Parser()
    {
        netplan.clearParser(&parser);
        netplan.clearState(&state);
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
    static const Library netplan;
    if (!netplan.isThere)
        return fail(u"netplan.missing"_s,
                    //: @error %1 is what the dynamic linker says
                    QCoreApplication::translate("formats", "netplan's files cannot be read: %1")
                        .arg(netplan.library.errorString()),
                    //: @info:hint %1 is libnetplan.so.0.0
                    QCoreApplication::translate("formats", "Install netplan's library (%1) and try again.")
                        .arg(QStringLiteral(BONDWRIGHT_LIBNETPLAN)));
    const Parser parser(netplan);
    NetplanError *problem = nullptr;
    for (const QByteArray &text : files) {
        const MemoryFile file;
        if (!file.put(text) || !netplan.load(parser.parser, file.path().constData(), &problem))
            return refused(problem);
    }
    const MemoryFile whole;
    if (!netplan.takeResults(parser.state, parser.parser, &problem)
        || !netplan.dump(parser.state, whole.fd(), &problem))
        return refused(problem);
    return whole.take();
}

} // namespace bondwright::formats::netplan
