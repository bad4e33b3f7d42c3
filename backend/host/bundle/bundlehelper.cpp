// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/bundle/bundlehelper.h"

#include "domain/errorcode.h"
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

constexpr std::chrono::seconds lookWhileWorking{1};
constexpr std::chrono::seconds lookWhileWaiting{4};
constexpr int stepCount = 3; // before the new connection that confirms

QString digestOf(const QByteArray &shown)
{
    return QString::fromLatin1(QCryptographicHash::hash(shown, QCryptographicHash::Sha256).toHex());
}

tl::unexpected<Error> noBundle(const BundleHost &host)
{
    const QString name = host.release.name.isEmpty() ? BundleHelper::tr("an unknown system") : host.release.name;
    return fail(u"bundle.release"_s,
                //: @error %1 the system of a host, such as "Debian GNU/Linux 12"
                BundleHelper::tr("The host runs %1. Without Bondwright only RHEL 5 to 8 can be changed.").arg(name),
                //: @info what to do
                BundleHelper::tr("Install Bondwright on it: then it can be changed from here."));
}

/// An action that failed for the reason in the script's own words.
Error errorOf(const CommandOutcome &said)
{
    if (said.isUnreached())
        return {errorcode::hostOffline, said.complaint, {}};
    QStringList lines = said.complaint.split(u'\n');
    for (QString &line : lines) {
        if (line.startsWith(u"bondwright: "))
            line.remove(0, 12);
    }
    return {u"bundle.host"_s, lines.join(u'\n'), {}};
}

/// Only what needs no quotes.
bool isWord(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64
        && std::ranges::all_of(
            text,
            [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.'); })
        && text.at(0) != u'-' && text.at(0) != u'.';
}

Result<formats::Bundle> bundleFor(const BundleHost &host, const BondPlan &plan, const ApplyOptions &options)
{
    if (!host.isKnown())
        return noBundle(host);
    if (!isBundleName(plan.name))
        return fail(u"helper.invalid"_s,
                    //: @error
                    BundleHelper::tr("The name of this bond cannot stand in a command of another host."));
    if (!plan.replaces.isEmpty() && plan.replaces != plan.name)
        return BundleHelper::notHere();
    return formats::makeBundle(plan, {host.release.rhelMajor, options.pingTarget, options.confirmWithin});
}

TransactionState stateOf(const BundleStatus &status)
{
    static const QMap<QString, TransactionState> states{
        {u"applying"_s, TransactionState::Activating},    {u"waiting"_s, TransactionState::AwaitingConfirm},
        {u"confirmed"_s, TransactionState::Done},         {u"rolling-back"_s, TransactionState::RollingBack},
        {u"rolled-back"_s, TransactionState::RolledBack}, {u"failed"_s, TransactionState::Failed}};
    if (status.state == u"starting" && status.exitStatus) // it refused, or there was nothing to do
        return *status.exitStatus == 0 ? TransactionState::Done : TransactionState::RolledBack;
    return states.value(status.state, TransactionState::Preparing);
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

BundleHelper::BundleHelper(Shell shell, QObject *parent)
    : HelperClient(parent)
    , m_shell(std::move(shell))
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
        m_shell(way, rights, arguments), program, this,
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
    look(context, [done = std::move(done)](const Result<BundleHost> &host) {
        if (!host)
            return done(tl::unexpected(host.error()));
        if (!host->isKnown())
            return done(noBundle(*host));
        Capabilities value;
        value.kernelRelease = host->kernelRelease;
        value.osName = host->release.name;
        value.rhelMajor = host->release.rhelMajor;
        value.bondingDriver = true;
        value.backends = QStringList{u"ifcfg"_s};
        value.backendInCharge = u"ifcfg"_s;
        //: @info why files are written as they are
        value.backendReason = tr("The host has no Bondwright: it is changed by a script that takes itself back, also "
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
        const auto bundle = bundleFor(*host, plan, {});
        if (!bundle)
            return done(tl::unexpected(bundle.error()));
        Preview preview;
        preview.findings = bundle->findings;
        preview.backend = u"ifcfg"_s;
        if (hasErrors(bundle->findings))
            return done(preview);
        run(Way::Shared, Rights::User, {u"show"_s}, bundle->script, guard,
            [preview, done](const CommandOutcome &said) mutable {
                if (!said.isGood())
                    return done(tl::unexpected(errorOf(said)));
                preview.files = readDiffs(said.output);
                preview.digest = digestOf(said.output);
                if (!preview.files.isEmpty())
                    //: @info what a change interrupts
                    preview.interruptions.append(tr("The network of the host is restarted: all of its connections are "
                                                    "interrupted for some seconds."));
                done(preview);
            });
    });
}

void BundleHelper::previewRemove(const QString &, QObject *, Callback<Preview> done)
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

void BundleHelper::tellStep(const char *name, const QString &text, int index, bool isFinished)
{
    if (!isFinished)
        m_step.start();
    StepProgress step;
    step.transactionId = m_now.id;
    step.step = QString::fromLatin1(name);
    step.text = text;
    step.index = index;
    step.count = stepCount + 1;
    step.finished = isFinished;
    step.elapsedMs = isFinished ? m_step.elapsed() : 0;
    Q_EMIT stepProgressed(step);
}

void BundleHelper::setState(TransactionState state)
{
    m_now.state = state;
    Q_EMIT transactionChanged(m_now);
}

void BundleHelper::apply(const QString &requestId, const BondPlan &plan, const ApplyOptions &options, QObject *context,
                         Callback<Ticket> done)
{
    if (requestId == m_now.id && !isOver(m_now.state))
        return done(Ticket{m_now.id, {}}); // only the answer was lost
    if (!isOver(m_now.state))
        return done(fail(errorcode::busy, tr("Another change of this host is on its way."),
                         //: @info what to do
                         tr("Keep it or revert it first.")));
    if (!isWord(requestId))
        return done(fail(u"helper.invalid"_s, tr("The request has no proper name.")));
    m_now = changeOf(requestId, plan.name);
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
        const auto bundle = bundleFor(*host, plan, options);
        if (!bundle)
            return refuse(bundle.error());
        asRoot(Way::Shared, sendProgram(plan.name, bundle->script), this,
               [this, options, plan, sending, refuse, tell](const Result<QByteArray> &shown) {
                   if (!shown)
                       return refuse(shown.error());
                   if (!options.digest.isEmpty() && digestOf(*shown) != options.digest)
                       return refuse({errorcode::conflict,
                                      tr("The files of the host have changed since they were shown."),
                                      //: @info what to do
                                      tr("Look at the changes again.")});
                   tellStep("send", sending, 0, true);
                   start(plan.name, tell);
               });
    });
}

void BundleHelper::start(const QString &bond, const Callback<Ticket> &done)
{
    //: @status a step of a change
    const QString starting = tr("Starting it there, apart from this connection");
    tellStep("start", starting, 1, false);
    asRoot(Way::Shared, startProgram(bond, m_now.id), this, [this, starting, done](const Result<QByteArray> &begun) {
        // If the host went away meanwhile, it is not known whether the change has begun: ask.
        if (!begun && begun.error().code != errorcode::hostOffline) {
            setState(TransactionState::None);
            return done(tl::unexpected(begun.error()));
        }
        tellStep("start", starting, 1, true);
        //: @status a step of a change; the script that works on another host
        tellStep("activate", tr("It saves, writes, and restarts the network"), 2, false);
        setState(TransactionState::Activating);
        m_ask.start(lookWhileWorking);
        done(Ticket{m_now.id, {}});
    });
}

/// Each look is a new connection: without one the host could not be reached later either.
void BundleHelper::ask()
{
    const QString id = m_now.id;
    asRoot(Way::New, statusProgram(), this, [this, id](const Result<QByteArray> &answer) {
        if (id != m_now.id || isOver(m_now.state))
            return;
        m_isOffline = !answer;
        const auto all = answer ? readStatus(*answer) : Result<QList<BundleStatus>>();
        if (all) {
            for (const BundleStatus &one : *all) {
                if (one.id == id)
                    take(one);
            }
        }
        if (!isOver(m_now.state))
            m_ask.start(m_now.state == TransactionState::AwaitingConfirm ? lookWhileWaiting : lookWhileWorking);
    });
}

void BundleHelper::take(const BundleStatus &status)
{
    const TransactionState state = stateOf(status);
    if (m_now.state == TransactionState::Activating && state == TransactionState::AwaitingConfirm)
        tellStep("activate", tr("It saves, writes, and restarts the network"), 2, true);
    m_now.secondsLeft = quint32(status.secondsLeft);
    if (state == TransactionState::RolledBack || state == TransactionState::Failed)
        m_now.reason = status.said;
    if (state == TransactionState::Failed)
        //: @info what to do by hand; %1 a folder of another host
        m_now.manualSteps = {tr("The originals are in %1 on the host: restore them, and restart the network.")
                                 .arg(u"/var/lib/bondwright-bundle/"_s + status.bond + u"/original"_s)};
    if (state == TransactionState::Preparing && m_now.state == TransactionState::Activating)
        return; // it has hardly begun
    setState(state);
}

void BundleHelper::find(const QString &id, QObject *context, Callback<BundleStatus> done)
{
    asRoot(Way::New, statusProgram(), context, [id, done = std::move(done)](const Result<QByteArray> &answer) {
        if (!answer)
            return done(tl::unexpected(answer.error()));
        const auto all = readStatus(*answer);
        if (!all)
            return done(tl::unexpected(all.error()));
        for (const BundleStatus &one : *all) {
            if (isBundleName(one.bond) && (one.id == id || (id.isEmpty() && !isOver(stateOf(one)))))
                return done(one);
        }
        done(fail(u"helper.invalid"_s, tr("There is no such change waiting.")));
    });
}

void BundleHelper::transaction(QObject *context, Callback<Transaction> done)
{
    if (m_isOffline && !isOver(m_now.state))
        return done(fail(errorcode::hostOffline, tr("The host is not reached.")));
    if (m_now.state != TransactionState::None)
        return done(m_now);
    // Another program may have begun one. Only root there can see it, and sudo is not asked for that.
    run(Way::Shared, Rights::User, {}, statusProgram(), context,
        [this, done = std::move(done)](const CommandOutcome &said) {
            const auto all = said.isGood() ? readStatus(said.output) : Result<QList<BundleStatus>>();
            for (const BundleStatus &one : all.value_or(QList<BundleStatus>())) {
                if (m_now.state != TransactionState::None || isOver(stateOf(one)) || !isBundleName(one.bond))
                    continue;
                m_now = changeOf(one.id, one.bond);
                m_now.extended = true;
                take(one);
                m_ask.start(lookWhileWaiting);
            }
            done(m_now);
        });
}

void BundleHelper::confirm(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    const QPointer<QObject> guard(context ? context : this);
    //: @status a step of a change
    const QString reaching = tr("Opening a new connection to the host");
    tellStep("reach", reaching, stepCount, false);
    find(ticket.id, context, [this, guard, reaching, done = std::move(done)](const Result<BundleStatus> &found) {
        if (!found)
            return done(tl::unexpected(
                found.error().code == errorcode::hostOffline
                    ? Error{errorcode::hostOffline,
                            //: @error %1 why
                            tr("A new connection to the host could not be opened: %1").arg(found.error().message),
                            //: @info what to do
                            tr("The change is not confirmed: the host reverts it by itself at the deadline.")}
                    : found.error()));
        tellStep("reach", reaching, stepCount, true);
        asRoot(Way::New, confirmProgram(found->bond), guard,
               [this, found = *found, done](const Result<QByteArray> &kept) {
                   if (kept && found.id == m_now.id)
                       setState(TransactionState::Done);
                   done(kept.map([](const QByteArray &) { return Nothing{}; }));
               });
    });
}

void BundleHelper::rollback(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    const QPointer<QObject> guard(context ? context : this);
    find(ticket.id, context, [this, guard, done = std::move(done)](const Result<BundleStatus> &found) {
        if (!found)
            return done(tl::unexpected(found.error()));
        asRoot(Way::New, rollbackProgram(found->bond), guard,
               [this, found = *found, done](const Result<QByteArray> &begun) {
                   if (begun && found.id == m_now.id)
                       m_ask.start(lookWhileWorking);
                   done(begun.map([](const QByteArray &) { return Nothing{}; }));
               });
    });
}

void BundleHelper::extend(const Ticket &, QObject *, Callback<Nothing> done)
{
    done(notHere());
}

} // namespace bondwright::host
