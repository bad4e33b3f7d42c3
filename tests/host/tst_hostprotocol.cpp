// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/protocol/message.h"
#include "host/protocol/wirejson.h"

#include "helperclient/wire.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;

class TestHostProtocol : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMessageComesBack();
    void everyMethodHasOneName();
    void aPreviewComesBack();
    void junk_data();
    void junk();
    void aLaterVersionIsPassedOver();
    void mutatedLinesAreNeverTrusted();
    void whatAHostSaysIsNotObeyedByATerminal();
    void whatAClientSaysStaysAsItIs();
};

void TestHostProtocol::everyMessageComesBack()
{
    const Hello hello{1, u"0.1.0"_s, u"web01"_s, u"zh_CN"_s, {u"rehearse"_s}, 123'456'789};
    const auto helloBack = messageFromLine(toLine(hello));
    QVERIFY(helloBack);
    QCOMPARE(std::get<Hello>(*helloBack), hello);

    const Request request{7, Method::Preview, u"preview"_s, {{u"plan"_s, u"{}"_s}}};
    QCOMPARE(std::get<Request>(messageFromLine(toLine(request)).value()), request);

    const Notice notice{u"helper"_s, {{u"reachable"_s, true}}};
    QCOMPARE(std::get<Notice>(messageFromLine(toLine(notice)).value()), notice);

    const auto failed = std::get<Reply>(messageFromLine(toLine(Reply{9, {}, Error{u"a.b"_s, u"m"_s, u"h"_s}})).value());
    QCOMPARE(failed.id, 9);
    QVERIFY(failed.error);
    QCOMPARE(failed.error->code, u"a.b"_s);
    QCOMPARE(failed.error->hint, u"h"_s);
    const auto done = std::get<Reply>(messageFromLine(toLine(Reply{9, {{u"x"_s, 1}}, {}})).value());
    QVERIFY(!done.error);
    QCOMPARE(done.result[u"x"].toInt(), 1);

    QVERIFY(std::holds_alternative<Alive>(messageFromLine(toLine(Alive{})).value()));

    kernel::BondEvent event;
    event.kind = kernel::EventKind::Failover;
    event.bond = u"bond0"_s;
    event.monotonicNs = 5;
    const kernel::recording::Record record{5, event};
    QCOMPARE(std::get<kernel::recording::Record>(messageFromLine(toLine(record)).value()), record);
    QVERIFY(!toLine(Message(record)).contains('\n'));
}

/// Names and sentences of another host are shown on terminals: an escape sequence in them is seen, not obeyed.
void TestHostProtocol::whatAHostSaysIsNotObeyedByATerminal()
{
    const QString evil = u"x\033[2J\u202e绑定"_s;
    const auto isTame = [](const QString &text) {
        return !text.contains(u'\033') && !text.contains(u'\u202e') && text.contains(u"x\\u001b[2J\\u202e绑定");
    };
    const auto hello = messageFromLine(toLine(Hello{1, evil, evil, {}, {}, 1}));
    QVERIFY(hello && isTame(std::get<Hello>(*hello).hostName) && isTame(std::get<Hello>(*hello).program));
    const auto reply = messageFromLine(
        toLine(Reply{9, {{evil, QJsonArray{QJsonObject{{u"x"_s, evil}}}}}, Error{u"a.b"_s, evil + u"\nm"_s, evil}}));
    QVERIFY(reply);
    const Error &error = *std::get<Reply>(*reply).error;
    QVERIFY(isTame(error.message) && isTame(error.hint) && error.message.contains(u'\n'));
    const auto answer = messageFromLine(toLine(Reply{9, {{evil, QJsonArray{QJsonObject{{u"x"_s, evil}}}}}, {}}));
    const QJsonObject &result = std::get<Reply>(answer.value()).result;
    QVERIFY(isTame(result.begin().key()) && isTame(result.begin().value()[0][u"x"_s].toString()));
    kernel::BondEvent event;
    event.kind = kernel::EventKind::Failover;
    event.bond = event.from = evil;
    const auto line = messageFromLine(toLine(kernel::recording::Record{5, event}));
    QVERIFY(line);
    const auto told = std::get<kernel::BondEvent>(std::get<kernel::recording::Record>(*line).content);
    QVERIFY(isTame(told.bond) && isTame(told.from));
    const auto notice = messageFromLine(toLine(Notice{u"step"_s, {{u"text"_s, evil}}}));
    QVERIFY(isTame(std::get<Notice>(notice.value()).content[u"text"_s].toString()));
    // As ASCII, as bytes, and what needs nothing.
    const auto programOf = [](const QByteArray &text) {
        const auto message = messageFromLine(R"({"type":"hello","version":1,"program":")" + text + "\"}");
        return message ? std::get<Hello>(*message).program : u"refused"_s;
    };
    QCOMPARE(programOf(R"(a\u001b[2J)"), u"a\\u001b[2J"_s);
    QCOMPARE(programOf("a\x7f\xc2\x9b"), u"a\\u007f\\u009b"_s);
    QCOMPARE(programOf(R"(C:\\u001b \"\/\t\n)"), u"C:\\u001b \"/\t\n"_s);
}

/// Passwords among it.
void TestHostProtocol::whatAClientSaysStaysAsItIs()
{
    const QJsonObject arguments{{u"text"_s, u"p\u00ad\u202e\033"_s}};
    const auto request
        = messageFromLine(toLine(Request{7, Method::AnswerAuthentication, u"answer-authentication"_s, arguments}));
    QCOMPARE(std::get<Request>(request.value()).arguments, arguments);
}

void TestHostProtocol::everyMethodHasOneName()
{
    QSet<QString> names;
    for (int i = 0; i <= int(Method::CancelAuthentication); ++i) {
        const QString name = methodName(Method(i));
        QVERIFY2(!name.isEmpty(), qPrintable(QString::number(i)));
        QCOMPARE(methodFromName(name), Method(i));
        names.insert(name);
    }
    QCOMPARE(names.size(), int(Method::CancelAuthentication) + 1);
}

void TestHostProtocol::aPreviewComesBack()
{
    helper::Preview preview;
    preview.findings = {{Severity::Warning, FindingScope::Host, u"a.b"_s, u"slaves[0]"_s, u"m"_s, u"a"_s}};
    preview.files = {{u"/etc/x"_s, u"old\n"_s, u"new\n"_s, true, false, u"-old\n+new\n"_s}};
    preview.interruptions = {u"for 3 s"_s};
    preview.backend = helper::Backend::NetworkManager;
    helper::Preview back;
    helper::wire::fromMap(fromJson(toJson(helper::wire::toMap(preview))), back);
    QCOMPARE(back.findings, preview.findings);
    QCOMPARE(back.files.size(), 1);
    QCOMPARE(back.files.at(0).newText, u"new\n"_s);
    QVERIFY(back.files.at(0).existed && !back.files.at(0).removed);
    QCOMPARE(back.interruptions, preview.interruptions);

    helper::Transaction transaction;
    transaction.id = u"t1"_s;
    transaction.state = helper::TransactionState::AwaitingConfirm;
    transaction.ownerUid = 4'294'967'294U;
    transaction.secondsLeft = 42;
    transaction.startedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123);
    helper::Transaction there;
    helper::wire::fromMap(fromJson(toJson(helper::wire::toMap(transaction))), there);
    QCOMPARE(there.ownerUid, transaction.ownerUid);
    QCOMPARE(there.secondsLeft, 42U);
    QCOMPARE(there.startedAt, transaction.startedAt);
    QCOMPARE(there.state, transaction.state);
}

void TestHostProtocol::junk_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("a greeting of the login script") << QByteArray("Welcome to srv1!");
    QTest::newRow("an array") << QByteArray("[1,2]");
    QTest::newRow("no type") << QByteArray("{}");
    QTest::newRow("a type that is no text") << QByteArray(R"({"type":7})");
    QTest::newRow("a request without id") << QByteArray(R"({"type":"request","method":"apply"})");
    QTest::newRow("an id below 1") << QByteArray(R"({"type":"request","id":0,"method":"apply"})");
    QTest::newRow("an id that is no integer") << QByteArray(R"({"type":"reply","id":1.5})");
    QTest::newRow("a state at no time") << QByteArray(R"({"type":"state","t":-1})");
    QTest::newRow("nested a thousand deep")
        << QByteArray("{\"type\":") + QByteArray(5000, '[') + QByteArray(5000, ']') + "}";
    QTest::newRow("not UTF-8") << QByteArray("{\"type\":\"\xff\xfe");
}

void TestHostProtocol::junk()
{
    QFETCH(QByteArray, line);
    const auto message = messageFromLine(line);
    QVERIFY(!message);
    QCOMPARE(message.error().code, u"protocol.message"_s);
    QVERIFY(!message.error().hint.isEmpty());
}

void TestHostProtocol::aLaterVersionIsPassedOver()
{
    QVERIFY(std::holds_alternative<std::monostate>(messageFromLine(R"({"type":"hologram","x":1})").value()));
    const auto request = std::get<Request>(messageFromLine(R"({"type":"request","id":3,"method":"fly"})").value());
    QVERIFY(!request.method);
    QCOMPARE(request.name, u"fly"_s);
    const auto hello = std::get<Hello>(messageFromLine(R"({"type":"hello","version":9,"more":[]})").value());
    QCOMPARE(hello.version, 9);
}

void TestHostProtocol::mutatedLinesAreNeverTrusted()
{
    QRandomGenerator random(20261128);
    const QList<QByteArray> seeds{
        toLine(Hello{1, u"0.1.0"_s, u"web01"_s, {}, {u"a"_s}, 5}),
        toLine(Request{7, Method::SetSlaveLink, u"set-slave-link"_s, {{u"bond"_s, u"bond0"_s}, {u"seconds"_s, 5}}}),
        toLine(Reply{9, {{u"items"_s, QJsonArray{QJsonObject{{u"id"_s, u"x"_s}}}}}, {}}),
        QByteArray(R"({"type":"sample","t":7,"interfaces":[[2,1,2,3,4,5,6,7,8]]})"),
    };
    for (int i = 0; i < 20'000; ++i) {
        QByteArray line = seeds.at(random.bounded(seeds.size()));
        for (int changes = random.bounded(1, 4); changes > 0 && !line.isEmpty(); --changes) {
            const qsizetype at = random.bounded(int(line.size()));
            switch (random.bounded(3)) {
            case 0:
                line[at] = char(random.bounded(256));
                break;
            case 1:
                line.remove(at, random.bounded(1, 8));
                break;
            default:
                line.insert(at, QByteArray::number(random.generate64()));
            }
        }
        if (const auto message = messageFromLine(line)) {
            if (const auto *request = std::get_if<Request>(&*message))
                QVERIFY(request->id >= 1);
        }
    }
}

QTEST_GUILESS_MAIN(TestHostProtocol)
#include "tst_hostprotocol.moc"
