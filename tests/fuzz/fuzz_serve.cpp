// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/linesplitter.h"
#include "fakehelperclient.h"
#include "fakekernelsource.h"
#include "host/agentless/frame.h"
#include "host/bundle/bundletalk.h"
#include "host/protocol/surveyjson.h"
#include "host/remote/connection.h"
#include "host/remote/remotehelper.h"
#include "host/remote/remotesource.h"
#include "host/serve/session.h"

#include <QCoreApplication>

#include <cstdint>

using namespace bondwright;
using namespace bondwright::host;

namespace
{

/// A channel whose other end is the fuzzer.
class JunkChannel final : public LineChannel
{
public:
    void send(const QByteArray &) override { }
    qint64 waitingBytes() const override { return 0; }
    void close() override { isOver = true; }
    void feed(const QByteArray &line)
    {
        if (!isOver)
            Q_EMIT lineReceived(line);
    }
    bool isOver = false;
};

} // namespace

// Whatever the other end says, neither end does more than answer or leave.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz_serve";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication app(argc, argv);

    const auto lines = LineSplitter(maximumRequestLine).add({reinterpret_cast<const char *>(data), qsizetype(size)});
    if (!lines)
        return 0;
    JunkChannel served;
    FakeKernelSource source;
    FakeHelperClient helper;
    Session session({served, source, helper, nullptr, nullptr, [](const ping::PingTarget &target, QObject *parent) {
                         return ping::createPinger(target, parent);
                     }});
    for (const QByteArray &line : *lines) {
        // Pings would leave this machine.
        if (!line.contains("start-ping"))
            served.feed(line);
    }

    JunkChannel *asked = nullptr;
    Connection connection([&asked] {
        auto channel = std::make_unique<JunkChannel>();
        asked = channel.get();
        return channel;
    });
    RemoteSource remote(connection);
    RemoteHelper remoteHelper(connection, [] { return std::make_unique<JunkChannel>(); });
    remote.start();
    const QPointer<JunkChannel> alive(asked);
    for (const QByteArray &line : *lines) {
        if (alive)
            alive->feed(line);
        const auto message = messageFromLine(line);
        if (const auto *reply = message ? std::get_if<Reply>(&*message) : nullptr)
            (void)surveyedFrom(reply->result);
    }
    // What a host without bondctl answers.
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)readLook(text);
    (void)readStatus(text);
    (void)readDiffs(text);
    FrameReader frames;
    for (const QByteArray &line : *lines) {
        if (const auto frame = frames.add(line); frame && *frame)
            (void)snapshotOf(**frame, {});
    }
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return 0;
}
