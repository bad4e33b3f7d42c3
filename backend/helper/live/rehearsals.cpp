// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/rehearsals.h"

#include "domain/errorcode.h"
#include "i18n/language.h"
#include "rehearsal/request.h"

#include <QFileInfo>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

Rehearsals::Rehearsals(const Environment &environment, kernel::KernelSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
    // bondwright-rehearsal.socket
    , m_program({"/run/bondwright-rehearsal", QFileInfo(environment.programPath).path() + u"/bondwright-rehearsal"_s},
                maxOutput)
{
}

void Rehearsals::start(const Request &request, const Reply &reply)
{
    const auto parsed = planFromJson(request.plan);
    if (!parsed)
        return reply(fail(u"helper.invalid"_s, parsed.error().message, parsed.error().hint));
    const auto kind = rehearsal::switchKindFromName(request.rehearsal.switchKind);
    if (!kind)
        return reply(fail(u"helper.invalid"_s, tr("There is no such switch: %1").arg(request.rehearsal.switchKind)));
    if (m_program.running() >= maxRunning)
        return reply(fail(errorcode::busy, tr("Too many rehearsals are running."), tr("Try again in a moment.")));
    rehearsal::Request asked = rehearsal::requestFor(parsed->plan, kernel::toHostFacts(m_source.snapshot()), *kind);
    asked.observeOnly = request.rehearsal.observeOnly;
    asked.pulls = request.rehearsal.pulls;
    // A file's name is made of it.
    const bool isKnown = i18n::languages().contains(request.rehearsal.language);
    asked.language = isKnown ? request.rehearsal.language : u"en"_s;
    const auto sent = m_program.ask(
        rehearsal::toJson(asked), [reply](const QByteArray &lines) { reply(QVariantList{QString::fromUtf8(lines)}); });
    if (!sent)
        reply(fail(u"helper.failed"_s,
                   //: @error %1 system error text
                   tr("The rehearsal could not be started: %1").arg(sent.error())));
}

} // namespace bondwright::helper
