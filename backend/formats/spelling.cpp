// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/spelling.h"

#include "domain/errorcode.h"
#include "domain/nametable.h"
#include "formats/findinglist.h"
#include "formats/host/programversion.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

struct TimeUnit {
    QLatin1StringView name;
    qint64 micros;
};

constexpr qint64 second = 1'000'000;
constexpr std::array timeUnits{TimeUnit{"us"_L1, 1},
                               TimeUnit{"usec"_L1, 1},
                               TimeUnit{"ms"_L1, 1000},
                               TimeUnit{"msec"_L1, 1000},
                               TimeUnit{"s"_L1, second},
                               TimeUnit{"sec"_L1, second},
                               TimeUnit{"second"_L1, second},
                               TimeUnit{"seconds"_L1, second},
                               TimeUnit{"m"_L1, 60 * second},
                               TimeUnit{"min"_L1, 60 * second},
                               TimeUnit{"minute"_L1, 60 * second},
                               TimeUnit{"minutes"_L1, 60 * second},
                               TimeUnit{"h"_L1, 3600 * second},
                               TimeUnit{"hr"_L1, 3600 * second},
                               TimeUnit{"hour"_L1, 3600 * second},
                               TimeUnit{"hours"_L1, 3600 * second}};

qint64 microsOf(QStringView unit)
{
    const auto it
        = std::find_if(timeUnits.begin(), timeUnits.end(), [unit](const TimeUnit &u) { return u.name == unit; });
    return it == timeUnits.end() ? 0 : it->micros;
}

bool isTime(const OptionSpec &spec)
{
    return spec.kind == OptionKind::Integer && !spec.unit.isEmpty();
}

bool isList(const OptionSpec &spec)
{
    return spec.kind == OptionKind::Ip4List || spec.kind == OptionKind::Ip6List;
}

/// systemd's parse_boolean(); netplan's and YAML's words are among them.
std::optional<int> booleanOf(QStringView text)
{
    for (const auto word : {"1"_L1, "yes"_L1, "y"_L1, "true"_L1, "t"_L1, "on"_L1}) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return 1;
    }
    for (const auto word : {"0"_L1, "no"_L1, "n"_L1, "false"_L1, "f"_L1, "off"_L1}) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return 0;
    }
    return std::nullopt;
}

/// Programs that hand a value to sysfs as it is: there the driver reads it.
bool readsAsTheDriver(FileFormat format)
{
    return format == FileFormat::Ifupdown || format == FileFormat::Ifupdown2;
}

std::optional<QString> nameOf(const QList<OptionName> &names, int number)
{
    const QString name = nameIn(names, number);
    return name.isEmpty() ? std::nullopt : std::optional(name);
}

std::optional<QString> kernelWord(const OptionSpec &spec, const OptionSpelling &spelling, QStringView text)
{
    const QList<OptionName> &words = spelling.names.isEmpty() ? spec.names : spelling.names;
    if (const auto number = valueIn(words, text))
        return nameOf(spec.names, *number);
    const auto boolean = spec.kind == OptionKind::Bool ? booleanOf(text) : std::nullopt;
    return boolean ? nameOf(spec.names, *boolean) : std::nullopt;
}

/// Whether nothing is lost where the option is not written.
bool isDefault(const OptionSpec &spec, const QString &value)
{
    return !spec.defaultValue.isEmpty() && canonicalValue(spec, spec.defaultValue) == value;
}

} // namespace

std::optional<qint64> timeSpan(QStringView text, qint64 bareUnit)
{
    static const QRegularExpression part(u"\\G\\s*([0-9]{1,15})(?:\\.([0-9]{1,6})[0-9]*)?\\s*([a-z]*)\\s*"_s);
    const QString whole = text.toString();
    qint64 sum = 0;
    qsizetype end = 0;
    while (end < whole.size()) {
        const auto match = part.match(whole, end);
        if (!match.hasMatch())
            return std::nullopt;
        const qint64 unit = match.captured(3).isEmpty() ? bareUnit : microsOf(match.capturedView(3));
        const qint64 amount = match.captured(1).toLongLong();
        if (unit <= 0 || amount > std::numeric_limits<qint64>::max() / 4 / unit)
            return std::nullopt;
        const qint64 fraction = match.captured(2).leftJustified(6, u'0').toLongLong() * unit / second;
        if (sum > std::numeric_limits<qint64>::max() / 4)
            return std::nullopt;
        sum += amount * unit + fraction;
        end = match.capturedEnd();
    }
    return whole.trimmed().isEmpty() ? std::nullopt : std::optional(sum);
}

std::optional<QString> kernelValue(const OptionSpec &spec, FileFormat format, QStringView text)
{
    const OptionSpelling *spelling = spellingOf(spec, format);
    if (!spelling)
        return std::nullopt;
    text = text.trimmed();
    if (isList(spec)) {
        QStringList entries = text.toString().replace(u',', u' ').split(u' ', Qt::SkipEmptyParts);
        entries.removeDuplicates();
        return canonicalValue(spec, entries.join(u','));
    }
    if (readsAsTheDriver(format)) {
        const auto value = canonicalValue(spec, text);
        return value || format == FileFormat::Ifupdown ? value : kernelWord(spec, *spelling, text);
    }
    if (spec.kind == OptionKind::Enum || spec.kind == OptionKind::Bool)
        return kernelWord(spec, *spelling, text);
    if (isTime(spec) && format != FileFormat::Nmstate) {
        const qint64 kernelUnit = microsOf(spec.unit);
        const auto span = timeSpan(text, format == FileFormat::Networkd ? second : kernelUnit);
        return span ? canonicalValue(spec, QString::number(*span / kernelUnit)) : std::nullopt;
    }
    return canonicalValue(spec, spec.kind == OptionKind::Mac ? text.toString().toLower() : text.toString());
}

std::optional<QString> spelledValue(const OptionSpec &spec, FileFormat format, const QString &value)
{
    const OptionSpelling *spelling = spellingOf(spec, format);
    const auto canonical = spelling ? canonicalValue(spec, value) : std::nullopt;
    if (!canonical)
        return std::nullopt;
    if (isList(spec))
        return QString(*canonical).replace(u',', u' ');
    if (spec.kind == OptionKind::Integer)
        return canonical->toLongLong() < spelling->minimum ? std::nullopt : std::optional(*canonical + spelling->unit);
    if (spelling->names.isEmpty())
        return canonical;
    const auto number = valueIn(spec.names, *canonical);
    return number ? nameOf(spelling->names, *number) : std::nullopt;
}

bool isTooOldFor(const OptionSpelling &spelling, const QString &programVersion)
{
    return !programVersion.isEmpty() && !spelling.since.isEmpty() && !isAtLeast(programVersion, spelling.since);
}

QStringList unsaidOptionsOf(FileFormat format, const QString &programVersion)
{
    QStringList names;
    for (const OptionSpec &spec : allOptions()) {
        const OptionSpelling *spelling = spellingOf(spec, format);
        if (spec.scope != OptionScope::Module && (!spelling || isTooOldFor(*spelling, programVersion)))
            names.append(spec.name);
    }
    return names;
}

namespace
{

/// The releases that the table was written by (Debian 12, RHEL 9): what they know is not mentioned where the version is
/// unknown.
QString usualVersion(FileFormat format)
{
    switch (format) {
    case FileFormat::Networkd:
        return u"252"_s;
    case FileFormat::Netplan:
        return u"0.106"_s;
    case FileFormat::Ifupdown:
        return u"2.13"_s;
    case FileFormat::Ifupdown2:
        return u"3.0"_s;
    case FileFormat::Nmstate:
        return u"2.2"_s;
    case FileFormat::NetworkManager:
        return u"1.42"_s;
    }
    return {};
}

Finding tooOld(const SpelledOption &option, const QString &since, const Program &program)
{
    return finding(Severity::Error, errorcode::optionUnsaid, u"options."_s + option.spec->name,
                   QCoreApplication::translate("formats", "%1 %2 cannot set “%3”: version %4 was the first that could.")
                       .arg(program.name, program.version, option.spec->name, since),
                   QCoreApplication::translate("formats", "Leave it out, or take another format."));
}

Finding perhapsTooOld(const SpelledOption &option, const QString &since, const Program &program)
{
    return finding(Severity::Warning, u"format.option-newer"_s, u"options."_s + option.spec->name,
                   QCoreApplication::translate("formats", "“%1” needs %2 %3 or later; an older one ignores it.")
                       .arg(option.spec->name, program.name, since),
                   QCoreApplication::translate("formats", "Look which version the host has."));
}

} // namespace

Finding runtimeOption(const QString &name)
{
    return finding(
        Severity::Advice, u"format.runtime-option"_s, u"options."_s + name,
        QCoreApplication::translate("formats", "“%1” is a runtime-only setting and is not stored.").arg(name),
        QCoreApplication::translate("formats", "Set “primary” to prefer a NIC permanently."));
}

QList<SpelledOption> spelledOptions(const BondPlan &plan, FileFormat format, const Program &program,
                                    QList<Finding> *findings)
{
    BondOptions wanted = plan.options.canonical();
    wanted.insert(u"mode"_s, kernelName(plan.mode));
    QList<SpelledOption> options;
    for (const OptionSpec &spec : allOptions()) {
        const auto it = spec.scope == OptionScope::Bond ? wanted.constFind(spec.name) : wanted.cend();
        if (it == wanted.cend())
            continue;
        const OptionSpelling *spelling = spellingOf(spec, format);
        const bool isPassedOn = spelling && (!spelling->onlyWhereItActs || actsInMode(spec, plan.mode));
        const auto value = isPassedOn ? spelledValue(spec, format, *it) : std::nullopt;
        if (value && !value->isEmpty()) {
            const SpelledOption option{&spec, spelling->key, *value};
            if (isTooOldFor(*spelling, program.version)) {
                if (!isDefault(spec, *it))
                    findings->append(tooOld(option, spelling->since, program));
                continue;
            }
            if (program.version.isEmpty() && !isAtLeast(usualVersion(format), spelling->since))
                findings->append(perhapsTooOld(option, spelling->since, program));
            options.append(option);
        } else if (it->isEmpty() || isDefault(spec, *it)) {
            continue;
        } else if (spec.name == u"active_slave") {
            findings->append(runtimeOption(spec.name));
        } else {
            findings->append(finding(Severity::Error, errorcode::optionUnsaid, u"options."_s + spec.name,
                                     QCoreApplication::translate("formats", "%1 cannot set “%2” to “%3” in this mode.")
                                         .arg(program.name, spec.name, *it),
                                     QCoreApplication::translate("formats", "Leave it out, or take another format.")));
        }
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (!findOption(it.key()))
            findings->append(
                finding(Severity::Error, errorcode::optionUnsaid, u"options."_s + it.key(),
                        QCoreApplication::translate("formats", "%1 does not know “%2”.").arg(program.name, it.key()),
                        QCoreApplication::translate("formats", "Leave it out, or take another format.")));
    }
    return options;
}

void nameUnsaidSlaveOptions(const BondPlan &plan, FileFormat format, const QString &program, QList<Finding> *findings)
{
    for (qsizetype i = 0; i < plan.slaves.size(); ++i) {
        const SlavePlan &slave = plan.slaves.at(i);
        const auto complain = [&](const QString &option) {
            if (spellingOf(*findOption(option), format))
                return;
            findings->append(finding(Severity::Error, errorcode::slaveUnsaid, u"slaves[%1].%2"_s.arg(i).arg(option),
                                     QCoreApplication::translate("formats", "%1 cannot set “%2” of the port %3.")
                                         .arg(program, option, slave.name),
                                     QCoreApplication::translate("formats", "Leave it out, or take another format.")));
        };
        if (slave.queueId && *slave.queueId != 0)
            complain(u"queue_id"_s);
        if (slave.prio && *slave.prio != 0)
            complain(u"prio"_s);
    }
}

bool isRoundedAnew(const QString &option, const BondOptions &before, const BondOptions &wanted)
{
    return BondOptions::delayNames().contains(option) && before.miimon() != wanted.miimon();
}

} // namespace bondwright::formats
