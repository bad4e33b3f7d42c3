// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/sandbox.h"

#include "domain/errorcode.h"
#include "domain/sentences.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

namespace
{

constexpr uid_t nobody = 65534;

/// /proc and /sys only, which are written in one go.
int writeFile(const char *path, const QByteArray &text)
{
    const UniqueFd file(::open(path, O_WRONLY | O_CLOEXEC));
    if (!file.isValid())
        return errno;
    return ::write(file.get(), text.constData(), std::size_t(text.size())) == text.size() ? 0 : errno;
}

QByteArray readFile(const char *path)
{
    const UniqueFd file(::open(path, O_RDONLY | O_CLOEXEC));
    std::array<char, 256> text{};
    const ssize_t length = file.isValid() ? ::read(file.get(), text.data(), text.size()) : 0;
    return QByteArray(text.data(), std::max<qsizetype>(length, 0)).trimmed();
}

/// user_namespaces(7): one's own id alone may be mapped, and the groups only once setgroups is denied.
int mapIds(uid_t user, gid_t group)
{
    if (const int error = writeFile("/proc/self/setgroups", "deny"); error && error != ENOENT)
        return error;
    if (const int error = writeFile("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1\n"))
        return error;
    return writeFile("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1\n");
}

/// The /sys of the new namespace; what is mounted here must not spread.
void mountSys()
{
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0)
        (void)::mount("sysfs", "/sys", "sysfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
}

/// Settings of a new namespace. A setting that this kernel lacks is not needed.
void prepareNetwork()
{
    (void)writeFile("/proc/sys/net/ipv4/ping_group_range", "0 0");
    // Detection of duplicate addresses takes a second, and there can be none here.
    (void)writeFile("/proc/sys/net/ipv6/conf/default/accept_dad", "0");
}

/// The switch only answers, as its bridge does: ARP monitoring would take for a sign of life what it says about itself in its
/// first seconds (router solicitations, multicast listener reports).
void silenceSwitch()
{
    (void)writeFile("/proc/sys/net/ipv6/conf/default/addr_gen_mode", "1"); // no link-local address
}

int keepNetworkOnly(bool isRoot)
{
    if (isRoot) {
        (void)writeFile("/proc/sys/net/ipv4/ping_group_range", "0 2147483647");
        if (::prctl(PR_SET_KEEPCAPS, 1) != 0 || ::syscall(SYS_setgroups, 0, nullptr) != 0
            || ::syscall(SYS_setresgid, nobody, nobody, nobody) != 0
            || ::syscall(SYS_setresuid, nobody, nobody, nobody) != 0)
            return errno;
    }
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> data{};
    data[0].effective = data[0].permitted = (1U << CAP_NET_ADMIN) | (1U << CAP_NET_RAW);
    if (::syscall(SYS_capset, &header, data.data()) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return errno;
    // A change of ids clears the signal for the parent's death (prctl(2)).
    return ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? 0 : errno;
}

Error systemError(int number)
{
    return {errorcode::rehearsalRefused,
            //: @error %1 system error text
            QCoreApplication::translate("Rehearsal", "No network namespace could be made: %1")
                .arg(QString::fromLocal8Bit(std::strerror(number))),
            {}};
}

} // namespace

NamespacePolicy NamespacePolicy::ofThisHost()
{
    return {readFile("/proc/sys/kernel/unprivileged_userns_clone"), readFile("/proc/sys/user/max_user_namespaces"),
            readFile("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"),
            readFile("/proc/self/attr/apparmor/current")};
}

Error refusal(int errorNumber, const NamespacePolicy &policy)
{
    const auto error = [](const QString &message, const QString &hint) {
        return Error{errorcode::rehearsalRefused, message, hint};
    };
    const QString asRoot = QCoreApplication::translate("Rehearsal", "Or rehearse as root.");
    const auto withCommand = [&](const QString &command) {
        return joinSentences(
            //: @info %1 command
            {QCoreApplication::translate("Rehearsal", "An administrator can allow them: %1.").arg(command), asRoot});
    };
    if (policy.maximum == "0")
        return error(QCoreApplication::translate("Rehearsal",
                                                 "This host forbids user namespaces: user.max_user_namespaces is 0."),
                     withCommand(u"sysctl user.max_user_namespaces=1000"_s));
    if (policy.unprivilegedClone == "0")
        return error(QCoreApplication::translate(
                         "Rehearsal", "This host forbids user namespaces: kernel.unprivileged_userns_clone is 0."),
                     withCommand(u"sysctl kernel.unprivileged_userns_clone=1"_s));
    if (policy.appArmor == "1")
        return error(
            QCoreApplication::translate("Rehearsal",
                                        "AppArmor on this host allows user namespaces only to programs with a profile, "
                                        "and that of bondwright-rehearsal is not loaded."),
            //: @info %1 sentence
            QCoreApplication::translate("Rehearsal",
                                        "Load it: apparmor_parser -r /etc/apparmor.d/bondwright-rehearsal. %1")
                .arg(asRoot));
    if (errorNumber == EACCES && policy.confinement.endsWith("(enforce)"))
        return error(
            //: @error %1 name of an AppArmor profile
            QCoreApplication::translate(
                "Rehearsal", "AppArmor confines this program by the profile %1, which allows no user namespaces.")
                .arg(QString::fromUtf8(policy.confinement.left(policy.confinement.lastIndexOf(' ')))),
            //: @info %1 sentence
            QCoreApplication::translate(
                "Rehearsal", "Let that profile start bondwright-rehearsal under the profile of this name. %1")
                .arg(asRoot));
    return error(
        //: @error %1 system error text
        QCoreApplication::translate("Rehearsal", "No user namespace could be made: %1")
            .arg(QString::fromLocal8Bit(std::strerror(errorNumber))),
        QCoreApplication::translate("Rehearsal", "Inside a container this is usual; rehearse on the host itself. %1")
            .arg(asRoot));
}

Result<Sandbox> Sandbox::enter()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    const int spaces = CLONE_NEWNET | CLONE_NEWNS;
    int error = ::unshare(spaces | CLONE_NEWUSER) == 0 ? mapIds(user, group) : errno;
    const bool isRoot = error != 0 && user == 0;
    if (isRoot)
        error = ::unshare(spaces) == 0 ? 0 : errno;
    const auto failed = [&](int number) {
        return tl::unexpected(isRoot ? systemError(number) : refusal(number, NamespacePolicy::ofThisHost()));
    };
    if (error != 0)
        return failed(error);
    // What is opened here stays in this namespace when the process leaves it.
    prepareNetwork();
    silenceSwitch();
    auto links = kernel::LinkWriter::open();
    auto addresses = kernel::AddressWriter::open();
    UniqueFd self(::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC));
    if (!links)
        return tl::unexpected(links.error());
    if (!addresses)
        return tl::unexpected(addresses.error());
    if (!self.isValid())
        return failed(errno);
    if (::unshare(CLONE_NEWNET) != 0)
        return failed(errno);
    prepareNetwork();
    mountSys();
    if (const int refused = keepNetworkOnly(isRoot))
        return failed(refused);
    return Sandbox{std::move(*links), std::move(*addresses), std::move(self)};
}

} // namespace bondwright::rehearsal
