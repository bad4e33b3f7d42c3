// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/completion.h"

#include "commands.h"
#include "common/bondsettings.h"
#include "common/output.h"

#include "domain/mode.h"
#include "formats/files/backupstore.h"
#include "host/transport/sshconfig.h"
#include "i18n/language.h"
#include "kernel/localkernelsource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// The command line before the word that is being typed.
struct LineSoFar {
    const Command *command = nullptr;
    QStringList words;
    QMap<QString, QStringList> options;
    const Option *pending = nullptr; ///< whose value is being typed
    bool onlyWords = false; ///< behind "--"
};

const Option *findOption(const Command &command, const QString &word)
{
    for (const Option &option : command.options) {
        if (word == u"--"_s + option.name || (!option.letter.isNull() && word == u"-"_s + option.letter))
            return &option;
    }
    return nullptr;
}

LineSoFar takeApart(const Command &command, const QStringList &words)
{
    LineSoFar line;
    line.command = &command;
    for (const QString &word : words) {
        const Option *option = line.onlyWords ? nullptr : findOption(command, word.section(u'=', 0, 0));
        if (line.pending) {
            line.options[line.pending->name].append(word);
            line.pending = nullptr;
        } else if (word == u"--") {
            line.onlyWords = true;
        } else if (!option && (line.onlyWords || !word.startsWith(u'-'))) {
            line.words.append(word);
        } else if (option && option->value && !word.contains(u'=')) {
            line.pending = option;
        } else if (option) {
            line.options[option->name].append(word.section(u'=', 1));
        }
    }
    return line;
}

kernel::Snapshot snapshotNow()
{
    kernel::LocalKernelSource source;
    source.start();
    return source.snapshot();
}

QList<Candidate> commandCandidates()
{
    QList<Candidate> found;
    for (const Command &command : allCommands()) {
        if (!command.isHidden)
            found.append({command.name, command.summary});
    }
    return found;
}

QList<Candidate> bondCandidates()
{
    const kernel::Snapshot snapshot = snapshotNow();
    QList<Candidate> found;
    for (const kernel::BondState &bond : snapshot.bonds)
        found.append({bond.name, kernelName(bond.mode)});
    return found;
}

QList<Candidate> slaveCandidates(const QString &ofBond)
{
    const kernel::Snapshot snapshot = snapshotNow();
    QList<Candidate> found;
    for (const kernel::BondState &bond : snapshot.bonds) {
        if (!ofBond.isEmpty() && bond.name != ofBond)
            continue;
        for (const kernel::SlaveState &slave : bond.slaves)
            found.append({slave.name, bond.name});
    }
    return found;
}

QList<Candidate> nicCandidates()
{
    const kernel::Snapshot snapshot = snapshotNow();
    QList<Candidate> found;
    for (const kernel::NicState &nic : snapshot.nics) {
        if (nic.kind == InterfaceKind::Loopback || nic.kind == InterfaceKind::Bond)
            continue;
        found.append({nic.name, QStringList{nic.driver, nic.ownMac().toString()}.join(u' ').trimmed()});
    }
    return found;
}

QList<Candidate> hostCandidates()
{
    const kernel::Snapshot snapshot = snapshotNow();
    QList<Candidate> found;
    for (const kernel::NicState &nic : snapshot.nics) {
        if (nic.gateway)
            found.append({nic.gateway->toString(), nic.name});
    }
    return found;
}

QList<Candidate> sshHostCandidates()
{
    QList<Candidate> found;
    for (const QString &name : host::configuredHosts())
        found.append({name, {}});
    return found;
}

QList<Candidate> modeCandidates()
{
    QList<Candidate> found;
    for (const ModeInfo &info : allModes())
        found.append({info.kernelName, i18n::inCurrentLanguage(info.title)});
    return found;
}

QList<Candidate> backupCandidates(const QString &root)
{
    QList<Candidate> found;
    const auto backups = formats::BackupStore(root.isEmpty() ? u"/"_s : root).list();
    for (const formats::Backup &backup : backups.value_or(QList<formats::Backup>()))
        found.append({backup.manifest.id, backup.manifest.reason});
    return found;
}

/// NAME= or NAME=VALUE, for the mode that the bond has or gets.
QList<Candidate> settingCandidates(const LineSoFar &line, const QString &current)
{
    const kernel::Snapshot snapshot = line.options.contains(u"host"_s) ? kernel::Snapshot() : snapshotNow();
    const kernel::BondState *bond = snapshot.bondByName(line.words.value(0));
    std::optional<Mode> mode = modeFromText(line.options.value(u"mode"_s).value(0));
    if (!mode && bond)
        mode = bond->mode;
    QStringList slaves = line.options.value(u"slave"_s);
    if (bond) {
        for (const kernel::SlaveState &slave : bond->slaves)
            slaves.append(slave.name);
    }
    QList<Candidate> found;
    for (const OptionSpec *spec : settableOptions(mode)) {
        const QString beginning = spec->name + u'=';
        if (!current.startsWith(beginning)) {
            found.append({beginning, i18n::inCurrentLanguage(spec->help)});
            continue;
        }
        for (const OptionName &value : spec->names)
            found.append({beginning + value.name, {}});
        if (spec->kind == OptionKind::IfName) {
            for (const QString &slave : slaves)
                found.append({beginning + slave, {}});
        }
    }
    return found;
}

QList<Candidate> candidatesFor(const Value &value, const LineSoFar &line, const QString &current)
{
    const bool isElsewhere = line.options.contains(u"host"_s); // names of this host would mislead
    switch (value.kind) {
    case Value::Kind::Choice: {
        QList<Candidate> found;
        for (const QString &choice : value.choices)
            found.append({choice, {}});
        return found;
    }
    case Value::Kind::Mode:
        return modeCandidates();
    case Value::Kind::Host:
        return isElsewhere ? QList<Candidate>() : hostCandidates();
    case Value::Kind::SshHost:
        return sshHostCandidates();
    case Value::Kind::File:
    case Value::Kind::Plan:
        return {{u":files"_s, {}}};
    case Value::Kind::Folder:
        return {{u":folders"_s, {}}};
    case Value::Kind::Bond:
        return isElsewhere ? QList<Candidate>() : bondCandidates();
    case Value::Kind::Slave:
        return isElsewhere ? QList<Candidate>() : slaveCandidates(line.words.value(0));
    case Value::Kind::Nic:
        return isElsewhere ? QList<Candidate>() : nicCandidates();
    case Value::Kind::Setting:
        return settingCandidates(line, current);
    case Value::Kind::Backup:
        return isElsewhere ? QList<Candidate>() : backupCandidates(line.options.value(u"root"_s).value(0));
    case Value::Kind::Command:
        return commandCandidates();
    case Value::Kind::Text:
    case Value::Kind::Number:
    case Value::Kind::Anything:
        break;
    }
    return {};
}

QList<Candidate> optionCandidates(const LineSoFar &line)
{
    QList<Candidate> found;
    for (const Option &option : line.command->options) {
        const bool isExcluded = line.options.contains(option.insteadOf)
            || std::any_of(line.command->options.begin(), line.command->options.end(), [&](const Option &other) {
                                    return other.insteadOf == option.name && line.options.contains(other.name);
                                });
        if (!isExcluded && (option.isRepeatable || !line.options.contains(option.name)))
            found.append({u"--"_s + option.name, option.help});
    }
    return found;
}

/// What can stand where the next word is, without options.
QList<Candidate> wordCandidates(const LineSoFar &line, const QString &current)
{
    qsizetype at = line.words.size();
    for (const Word &word : line.command->words) {
        if (word.maximum < 0 || at < word.maximum) {
            QList<Candidate> found = candidatesFor(word.value, line, current);
            found.removeIf([&](const Candidate &candidate) { return line.words.contains(candidate.text); });
            return found;
        }
        at -= word.maximum;
    }
    return {};
}

QList<Candidate> candidates(const LineSoFar &line, const QString &current)
{
    if (line.pending) {
        QList<Candidate> found = candidatesFor(*line.pending->value, line, current);
        const QStringList given = line.options.value(line.pending->name);
        found.removeIf([&](const Candidate &candidate) { return given.contains(candidate.text); });
        return found;
    }
    if (line.onlyWords || !current.startsWith(u'-')) {
        const QList<Candidate> found = wordCandidates(line, current);
        return found.isEmpty() && current.isEmpty() && !line.onlyWords ? optionCandidates(line) : found;
    }
    const QString name = current.section(u'=', 0, 0);
    const Option *option = current.contains(u'=') ? findOption(*line.command, name) : nullptr;
    if (!option || !option->value)
        return optionCandidates(line);
    QList<Candidate> found = candidatesFor(*option->value, line, current.section(u'=', 1));
    for (Candidate &candidate : found) {
        if (!candidate.text.startsWith(u':'))
            candidate.text.prepend(name + u'=');
    }
    return found;
}

QList<Candidate> all(QStringList words, const QString &current)
{
    QList<Candidate> languages;
    for (const QString &language : i18n::languages())
        languages.append({language, {}});
    if (!words.isEmpty() && words.last() == u"--lang")
        return languages;
    if (const qsizetype at = words.indexOf(u"--lang"_s); at >= 0)
        words.remove(at, 2);
    words.removeIf([](const QString &word) { return word.startsWith(u"--lang="); });
    if (!words.isEmpty() && words.first().startsWith(u"--host="))
        words = QStringList{u"--host"_s, words.first().section(u'=', 1)} + words.mid(1);
    if (words.size() == 1 && words.first() == u"--host")
        return sshHostCandidates();
    if (words.size() >= 2 && words.first() == u"--host") {
        if (words.size() > 2)
            words.insert(0, words.takeAt(2)); // "--host X COMMAND" means "COMMAND --host X"
        else
            return commandCandidates();
    }
    if (words.isEmpty() && current.startsWith(u'-'))
        return {{u"--help"_s, {}}, {u"--version"_s, {}}, {u"--lang"_s, {}}, {u"--host"_s, {}}};
    if (words.isEmpty())
        return commandCandidates();
    const Command *command = findCommand(words.takeFirst());
    return command ? candidates(takeApart(*command, words), current) : QList<Candidate>();
}

} // namespace

QList<Candidate> completionsOf(const QStringList &words)
{
    const QString current = words.value(words.size() - 1);
    QList<Candidate> found = all(words.first(std::max<qsizetype>(0, words.size() - 1)), current);
    found.removeIf([&](const Candidate &candidate) {
        return !candidate.text.startsWith(current) && !candidate.text.startsWith(u':');
    });
    return found;
}

} // namespace bondwright::cli
