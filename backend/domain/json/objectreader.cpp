// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json/objectreader.h"

#include "domain/plan.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bondwright::json
{

namespace
{

// Doubles hold every whole number up to here; no member needs more.
constexpr double maxExactInteger = 9007199254740992.0;

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble();
    if (!value.isDouble() || std::abs(number) > maxExactInteger || std::floor(number) != number)
        return std::nullopt;
    return static_cast<qint64>(number);
}

// Control characters and half surrogate pairs have no business in names and addresses, and every
// later writer would have to escape them.
bool isCleanText(const QString &text)
{
    return text.isValidUtf16()
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

} // namespace

ObjectReader::ObjectReader(const QJsonObject &object, QString path, ReadLog &log)
    : m_object(object)
    , m_path(std::move(path))
    , m_log(log)
{
}

QString ObjectReader::pathTo(const QString &name) const
{
    return m_path.isEmpty() ? name : m_path + u'.' + name;
}

void ObjectReader::report(const QString &path, const QString &code, const QString &expected)
{
    if (failed())
        return;
    //: @error %1 is the place in the plan, such as ipv4.addresses[0]; %2 says what belongs there
    m_log.error = Error{code, QCoreApplication::translate("plan", "The plan's “%1” must be %2.").arg(path, expected),
                        QCoreApplication::translate("plan", "docs/plan.schema.json describes the format.")};
}

void ObjectReader::failAt(const QString &name, const QString &code, const QString &expected)
{
    report(pathTo(name), code, expected);
}

std::optional<QJsonValue> ObjectReader::take(const QString &name)
{
    m_asked.append(name);
    const auto it = m_object.constFind(name);
    if (failed() || it == m_object.constEnd())
        return std::nullopt;
    return it.value();
}

QString ObjectReader::checkedText(const QString &path, const QJsonValue &value)
{
    if (!value.isString()) {
        report(path, u"plan.json.type"_s, QCoreApplication::translate("plan", "a text"));
        return {};
    }
    QString text = value.toString();
    if (text.size() > maxPlanTextLength || !isCleanText(text)) {
        report(path, u"plan.json.text"_s,
               QCoreApplication::translate("plan", "a text of at most %1 characters without control characters")
                   .arg(maxPlanTextLength));
        return {};
    }
    return text;
}

bool ObjectReader::tooMany(const QString &path, qsizetype count, qsizetype maximum)
{
    if (count <= maximum)
        return false;
    report(path, u"plan.json.range"_s,
           QCoreApplication::translate("plan", "a list of at most %1 entries").arg(maximum));
    return true;
}

QString ObjectReader::requiredText(const QString &name)
{
    const auto value = take(name);
    if (value)
        return checkedText(pathTo(name), *value);
    report(pathTo(name), u"plan.json.missing"_s, QCoreApplication::translate("plan", "there, as a text"));
    return {};
}

QString ObjectReader::text(const QString &name)
{
    const auto value = take(name);
    return value ? checkedText(pathTo(name), *value) : QString();
}

bool ObjectReader::flag(const QString &name, bool fallback)
{
    const auto value = take(name);
    if (!value)
        return fallback;
    if (!value->isBool())
        report(pathTo(name), u"plan.json.type"_s, QCoreApplication::translate("plan", "true or false"));
    return value->toBool(fallback);
}

std::optional<qint64> ObjectReader::number(const QString &name, qint64 minimum, qint64 maximum)
{
    const auto value = take(name);
    if (!value)
        return std::nullopt;
    const auto number = wholeNumber(*value);
    if (!number || *number < minimum || *number > maximum) {
        report(pathTo(name), number ? u"plan.json.range"_s : u"plan.json.type"_s,
               QCoreApplication::translate("plan", "a whole number from %1 to %2").arg(minimum).arg(maximum));
        return std::nullopt;
    }
    return number;
}

QStringList ObjectReader::texts(const QString &name, qsizetype maxEntries)
{
    const auto value = take(name);
    if (!value)
        return {};
    if (!value->isArray()) {
        report(pathTo(name), u"plan.json.type"_s, QCoreApplication::translate("plan", "a list of texts"));
        return {};
    }
    const QJsonArray array = value->toArray();
    QStringList result;
    if (tooMany(pathTo(name), array.size(), maxEntries))
        return result;
    for (qsizetype i = 0; i < array.size() && !failed(); ++i)
        result.append(checkedText(u"%1[%2]"_s.arg(pathTo(name)).arg(i), array.at(i)));
    return result;
}

QMap<QString, QString> ObjectReader::textMap(const QString &name, qsizetype maxEntries)
{
    QMap<QString, QString> result;
    object(name, [&](ObjectReader &reader) {
        if (tooMany(pathTo(name), reader.m_object.size(), maxEntries))
            return;
        for (auto it = reader.m_object.constBegin(); it != reader.m_object.constEnd() && !failed(); ++it) {
            reader.m_asked.append(it.key());
            checkedText(pathTo(name), QJsonValue(it.key()));
            const auto number = wholeNumber(it.value());
            if (!number && !it.value().isString())
                report(reader.pathTo(it.key()), u"plan.json.type"_s,
                       QCoreApplication::translate("plan", "a text or a whole number"));
            else
                result.insert(it.key(),
                              number ? QString::number(*number) : checkedText(reader.pathTo(it.key()), it.value()));
        }
    });
    return result;
}

void ObjectReader::object(const QString &name, const std::function<void(ObjectReader &)> &read)
{
    const auto value = take(name);
    if (!value)
        return;
    if (!value->isObject()) {
        report(pathTo(name), u"plan.json.type"_s, QCoreApplication::translate("plan", "an object"));
        return;
    }
    ObjectReader reader(value->toObject(), pathTo(name), m_log);
    read(reader);
    reader.finish();
}

void ObjectReader::objects(const QString &name, qsizetype maxEntries, const std::function<void(ObjectReader &)> &read)
{
    const auto value = take(name);
    if (!value)
        return;
    if (!value->isArray()) {
        report(pathTo(name), u"plan.json.type"_s, QCoreApplication::translate("plan", "a list of objects"));
        return;
    }
    const QJsonArray array = value->toArray();
    if (tooMany(pathTo(name), array.size(), maxEntries))
        return;
    for (qsizetype i = 0; i < array.size() && !failed(); ++i) {
        const QString path = u"%1[%2]"_s.arg(pathTo(name)).arg(i);
        if (!array.at(i).isObject()) {
            report(path, u"plan.json.type"_s, QCoreApplication::translate("plan", "an object"));
            return;
        }
        ObjectReader reader(array.at(i).toObject(), path, m_log);
        read(reader);
        reader.finish();
    }
}

void ObjectReader::finish()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        // The document is at most 64 KiB, so this list is bounded too.
        if (!m_asked.contains(it.key()))
            m_log.unknownMembers.append(pathTo(it.key()));
    }
}

} // namespace bondwright::json
