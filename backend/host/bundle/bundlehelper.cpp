// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/bundle/bundlehelper.h"

#include "domain/errorcode.h"
#include "domain/safename.h"
#include "formats/bundle/bundle.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "host/transport/ssh.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QPointer>

#include <algorithm>

namespace bondwright::host
{

using namespace Qt::StringLiterals;
using namespace helper;

namespace
{

constexpr std::chrono::seconds longestOverNew{30}; // a few words
constexpr std::chrono::seconds longestOverShared{120}; // a script, and what it shows

/// Of the differences alone: a login script may say something else each time.
QString digestOf(const QList<FileDiff> &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const FileDiff &file : files)
        hash.addData(file.unified.toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

tl::unexpected<Error> noBundle(const BundleHost &host, const QString &sshName)
{
    const QString name = host.release.name.isEmpty() ? BundleHelper::tr("an unknown system") : host.release.name;
    return fail(errorcode::noScript,
                //: @error %1 the system of a host, such as "Debian GNU/Linux 12"
                BundleHelper::tr("The host runs %1. Without Bondwright only RHEL 5 to 8 can be changed.").arg(name)
                    + u' '
                    //: @error continues
                    + BundleHelper::tr("The script that does it there knows their network service alone."),
                //: @info what to do; below it stand command lines
                BundleHelper::tr("Install Bondwright on it, in a terminal in the folder that holds the packages:")
                    + u'\n' + installCommands(sshName, host.packages).trimmed());
}

Error isBusy()
{
    return {errorcode::busy, BundleHelper::tr("Another change of this host is on its way."),
            //: @info what to do
            BundleHelper::tr("Keep it or revert it first.")};
}

/// An action that failed for the reason in the script's own words.
Error errorOf(const CommandOutcome &said)
{
    if (said.isUnreached())
        return {errorcode::hostOffline, said.complaint, {}};
    if (said.status == busyThere)
        return isBusy();
    QStringList lines = said.complaint.split(u'\n');
    for (QString &line : lines) {
        if (line.startsWith(u"bondwright: "))
            line.remove(0, 12);
    }
    return {u"bundle.host"_s, lines.join(u'\n'), {}};
}

Result<formats::Bundle> bundleFor(const BundleHost &host, const BondPlan &plan, const ApplyOptions &options)
{
    if (!isSafeInterfaceName(plan.name))
        return fail(u"helper.invalid"_s,
                    //: @error
                    BundleHelper::tr("The name of this bond cannot stand in a command of another host."));
    if (!plan.replaces.isEmpty() && plan.replaces != plan.name)
        return BundleHelper::notHere();
    return formats::makeBundle(plan, {host.release.rhelMajor, options.pingTarget, options.confirmWithin});
}

} // namespace

tl::unexpected<Error> BundleHelper::notHere()
{
    return fail(u"bundle.not-here"_s,
                //: @error
                tr("Without Bondwright on the host this is not possible."),
                //: @info what to do
                tr("Install Bondwright on it. Without, a bond can be made or changed there."));
}

BundleHelper::BundleHelper(Shell shell, const QString &host, QObject *parent)
    : HelperClient(parent)
    , m_shell(std::move(shell))
    , m_host(host)
{
    m_ask.setSingleShot(true);
    connect(&m_ask, &QTimer::timeout, this, &BundleHelper::ask);
}

BundleHelper::Shell BundleHelper::bySsh(const QString &host, const QString &askpass)
{
    return [host, askpass](Way way, Rights rights, const QStringList &arguments) {
        // The login shell may be any. sudo is asked only for what needs root.
        const QStringList user{u"sh"_s, u"-s"_s};
        const QStringList root{
            u"sh"_s, u"-c"_s,
            u"'if [ \"$(id -u)\" = 0 ]; then exec sh -s \"$@\"; else exec sudo -n sh -s \"$@\"; fi'"_s, u"sh"_s};
        const QStringList remote = (rights == Rights::Root ? root : user) + arguments;
        const auto command
            = way == Way::New ? freshSshCommand(host, remote, askpass) : sshCommand(host, remote, askpass);
        return command.value_or(Command{u"false"_s, {}}); // a wrong name has been refused before
    };
}

void BundleHelper::run(Way way, Rights rights, const QStringList &arguments, const QByteArray &program,
                       QObject *context, Done done)
{
    runCommand(
        m_shell(way, rights, arguments), program, way == Way::New ? longestOverNew : longestOverShared, this,
        [guard = QPointer<QObject>(context ? context : this), done = std::move(done)](const CommandOutcome &said) {
            if (guard)
                done(said);
        });
}

void BundleHelper::asRoot(Way way, const QByteArray &program, QObject *context, Callback<QByteArray> done)
{
    run(way, Rights::Root, {}, program, context, [done = std::move(done)](const CommandOutcome &said) {
        if (said.isGood())
            return done(said.output);
        Error error = errorOf(said);
        if (error.message.contains(u"sudo"))
            error.hint = tr(
                "Without Bondwright only root can change a host: connect as root@HOST, or let sudo allow it without "
                "a password.");
        done(tl::unexpected(error));
    });
}

void BundleHelper::look(QObject *context, Callback<BundleHost> done)
{
    run(Way::Shared, Rights::User, {}, lookProgram(), context, [done = std::move(done)](const CommandOutcome &said) {
        if (!said.isGood())
            return done(tl::unexpected(errorOf(said)));
        done(readLook(said.output));
    });
}

void BundleHelper::arrive()
{
    look(this, [this](const Result<BundleHost> &host) { setReachable(host && host->isKnown()); });
}

void BundleHelper::leave()
{
    setReachable(false);
}

void BundleHelper::setReachable(bool isReachable)
{
    if (std::exchange(m_isReachable, isReachable) != isReachable)
        Q_EMIT reachableChanged(isReachable);
}

void BundleHelper::capabilities(QObject *context, Callback<Capabilities> done)
{
    look(context, [this, done = std::move(done)](const Result<BundleHost> &host) {
        if (!host)
            return done(tl::unexpected(host.error()));
        if (!host->isKnown())
            return done(noBundle(*host, m_host));
        Capabilities value;
        value.kernelRelease = host->kernelRelease;
        value.osName = host->release.name;
        value.rhelMajor = host->release.rhelMajor;
        value.bondingDriver = true;
        value.isByScript = true;
        value.backends = {helper::Backend::Ifcfg};
        value.backendInCharge = helper::Backend::Ifcfg;
        //: @info why files are written as they are
        value.backendReason = tr("The host has no Bondwright: it is changed by a script that reverts by itself, also "
                                 "where the address to ping, or else the "
                                 "gateway, does not answer.");
        done(value);
    });
}

void BundleHelper::configuration(QObject *context, Callback<Configuration> done)
{
    look(context, [done = std::move(done)](const Result<BundleHost> &host) {
        if (!host)
            return done(tl::unexpected(host.error()));
        Configuration value;
        if (!host->isKnown())
            return done(value);
        const formats::ifcfg::IfcfgFormat format(*formats::ifcfg::Dialect::forRelease(host->release.rhelMajor));
        for (const formats::FoundBond &found : format.read(host->files).bonds) {
            value.plans.append(found.plan);
            for (const QString &path : found.paths) {
                if (const formats::FileState *file = host->files.find(path))
                    value.filesOfBond[found.plan.name].append(
                        {path, QString::fromUtf8(file->content),
                         QString::fromLatin1(formats::contentDigest(file->content))});
            }
        }
        value.digest = QString::fromLatin1(host->files.digest());
        done(value);
    });
}

void BundleHelper::backups(QObject *context, Callback<QList<BackupInfo>> done)
{
    Q_UNUSED(context)
    done(QList<BackupInfo>()); // the script keeps the originals for itself
}

void BundleHelper::backupDiff(const QString &, QObject *, Callback<QList<FileDiff>> done)
{
    done(notHere());
}

void BundleHelper::preview(const BondPlan &plan, Backend, QObject *context, Callback<Preview> done)
{
    const QPointer<QObject> guard(context ? context : this);
    look(context, [this, plan, guard, done = std::move(done)](const Result<BundleHost> &host) {
        if (!host)
            return done(tl::unexpected(host.error()));
        if (!host->isKnown())
            return done(noBundle(*host, m_host));
        const auto bundle = bundleFor(*host, plan, {});
        if (!bundle)
            return done(tl::unexpected(bundle.error()));
        Preview preview;
        preview.findings = bundle->findings;
        preview.backend = helper::Backend::Ifcfg;
        if (hasErrors(bundle->findings))
            return done(preview);
        run(Way::Shared, Rights::User, {u"show"_s}, "echo\n" + bundle->script, guard,
            [preview, done](const CommandOutcome &said) mutable {
                if (!said.isGood())
                    return done(tl::unexpected(errorOf(said)));
                preview.files = readDiffs(said.output);
                preview.digest = digestOf(preview.files);
                if (!preview.files.isEmpty())
                    //: @info what a change interrupts
                    preview.interruptions.append(tr("The network of the host is restarted: all of its connections are "
                                                    "interrupted for some seconds."));
                done(preview);
            });
    });
}

void BundleHelper::previewRemove(const QString &, Backend, QObject *, Callback<Preview> done)
{
    done(notHere());
}

void BundleHelper::remove(const QString &, const QString &, const ApplyOptions &, QObject *, Callback<Ticket> done)
{
    done(notHere());
}

void BundleHelper::restore(const QString &, const QString &, const ApplyOptions &, QObject *, Callback<Ticket> done)
{
    done(notHere());
}

void BundleHelper::apply(const QString &requestId, const BondPlan &plan, const ApplyOptions &options, QObject *context,
                         Callback<Ticket> done)
{
    if (requestId == m_now.id && !isOver(m_now.state))
        return done(Ticket{m_now.id, {}}); // only the answer was lost
    if (!isOver(m_now.state))
        return done(tl::unexpected(isBusy()));
    if (!isSafeId(requestId))
        return done(fail(u"helper.invalid"_s, tr("The request has no proper name.")));
    m_now = changeOf(requestId, plan.name);
    m_missed = 0;
    m_now.startedAt = QDateTime::currentDateTimeUtc();
    m_now.extended = true; // the script knows one deadline
    //: @status a step of a change
    const QString sending = tr("Sending the script to the host");
    tellStep("send", sending, 0, false);
    setState(TransactionState::Preparing);
    // It continues without its caller.
    const Callback<Ticket> tell
        = [guard = QPointer<QObject>(context ? context : this), done = std::move(done)](const Result<Ticket> &ticket) {
              if (guard)
                  done(ticket);
          };
    const auto refuse = [this, tell](const Error &error) {
        setState(TransactionState::None);
        tell(tl::unexpected(error));
    };
    look(this, [this, plan, options, sending, refuse, tell](const Result<BundleHost> &host) {
        if (!host)
            return refuse(host.error());
        if (!host->isKnown())
            return refuse(noBundle(*host, m_host).value());
        const auto bundle = bundleFor(*host, plan, options);
        if (!bundle)
            return refuse(bundle.error());
        asRoot(Way::Shared, sendProgram(plan.name, m_now.id, bundle->script), this,
               [this, options, plan, sending, refuse, tell](const Result<QByteArray> &shown) {
                   if (!shown)
                       return refuse(shown.error());
                   if (!options.digest.isEmpty() && digestOf(readDiffs(*shown)) != options.digest)
                       return refuse({errorcode::conflict,
                                      tr("The files of the host have changed since they were shown."),
                                      //: @info what to do
                                      tr("Look at the changes again.")});
                   tellStep("send", sending, 0, true);
                   start(plan.name, tell);
               });
    });
}

} // namespace bondwright::host
