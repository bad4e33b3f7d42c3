// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/netplan/netplanactivator.h"

#include "formats/host/netplanhost.h"
#include "helper/runtime/firsterror.h"

#include <utility>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

const QString rendererKey = u"renderer"_s;
const QString memoKey = u"memo"_s;

/// The record as the renderer's activator knows it.
Record itsOwn(Record record)
{
    record.activatorMemo = record.activatorMemo.value(memoKey).toObject();
    return record;
}

/// Before the change, files that are about to go still say who has the bond.
Backend rendererOf(const QString &root, const Record &record)
{
    const QList<BondPlan> &plans = record.before.isEmpty() ? record.after : record.before;
    const QString bond = plans.isEmpty() ? QString() : plans.constFirst().name;
    return formats::netplanRendererOf(root, bond) == formats::NetplanRenderer::NetworkManager ? Backend::NetworkManager
                                                                                              : Backend::Networkd;
}

} // namespace

NetplanActivator::NetplanActivator(Environment environment, ActivatorFactory make, ProgramRunner run)
    : m_environment(std::move(environment))
    , m_make(std::move(make))
    , m_run(std::move(run))
{
}

Activator &NetplanActivator::renderer(Backend backend)
{
    if (!m_renderer) {
        m_renderer = m_make(backend);
        connect(m_renderer.get(), &Activator::progressed, this, &Activator::progressed);
    }
    return *m_renderer;
}

Activator &NetplanActivator::renderer(const Record &record)
{
    const auto noted = backendFromName(record.activatorMemo.value(rendererKey).toString());
    return renderer(noted.value_or(rendererOf(m_environment.root, record)));
}

NetplanActivator::Step NetplanActivator::generate()
{
    const QStringList arguments{u"generate"_s};
    Q_EMIT progressed(u"netplan generate"_s);
    Answer<Result<void>> running([&](const Done &done) { m_run(this, u"netplan"_s, arguments, done); });
    co_return co_await running;
}

void NetplanActivator::prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done)
{
    m_work = answered(remember(record), std::move(done));
    m_work.start();
}

Task<Result<QJsonObject>> NetplanActivator::remember(Record record)
{
    const Backend backend = rendererOf(m_environment.root, record);
    using Memo = Result<QJsonObject>;
    Answer<Memo> preparing([&](const Answer<Memo>::Callback &done) { renderer(backend).prepare(record, done); });
    const Memo memo = co_await preparing;
    co_return memo.map([backend](const QJsonObject &its) {
        return QJsonObject{{rendererKey, backendName(backend)}, {memoKey, its}};
    });
}

NetplanActivator::Step NetplanActivator::move(Record record, Way way)
{
    Activator &next = renderer(record);
    runtime::FirstError note; // in a rollback the renderer is told whatever happens
    note(co_await generate());
    if (!note.result() && way == Way::Forth)
        co_return note.result();
    Answer<Result<void>> following([&](const Done &done) {
        if (way == Way::Forth)
            next.activate(itsOwn(record), done);
        else
            next.restore(itsOwn(record), done);
    });
    note(co_await following);
    co_return note.result();
}

void NetplanActivator::activate(const Record &record, Done done)
{
    m_work = answered(move(record, Way::Forth), std::move(done));
    m_work.start();
}

void NetplanActivator::restore(const Record &record, Done done)
{
    m_work = answered(move(record, Way::Back), std::move(done));
    m_work.start();
}

void NetplanActivator::commit(const Record &record, Done done)
{
    renderer(record).commit(itsOwn(record), std::move(done));
}

void NetplanActivator::extend(const Record &record)
{
    renderer(record).extend(itsOwn(record));
}

} // namespace bondwright::helper
