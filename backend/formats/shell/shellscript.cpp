// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellscript.h"

#include "formats/shell/shellbuiltins.h"
#include "formats/shell/shellquote.h"

#include <algorithm>
#include <optional>

namespace bondwright::formats
{

namespace
{

constexpr int maxDepth = 40; ///< of commands within commands

/// A recursive descent over the grammar of bash. A rule answers false at a syntax error, or where it gives up.
class ScriptParser
{
public:
    explicit ScriptParser(const QByteArray &text)
        : m_text(text)
    {
    }

    ShellScript parse()
    {
        ShellScript script;
        m_at = m_text.startsWith("\xef\xbb\xbf") ? 3 : 0;
        while (skipNewlines(), m_at < m_text.size()) {
            const qsizetype begin = m_at;
            QList<ShellCommand> line;
            if (!readLine(&line)) {
                (m_hasGivenUp ? script.unclearAt : script.brokenAt) = std::max(begin, m_faultAt);
                script.isUnterminated = m_isUnterminated;
                break;
            }
            script.commands += line;
        }
        return script;
    }

private:
    char at(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : '\0'; }
    bool isAt(QByteArrayView piece) const { return QByteArrayView(m_text).sliced(m_at).startsWith(piece); }
    bool isEnd() const { return m_at >= m_text.size(); }
    bool isLineEnd() const { return isEnd() || at() == '\n' || at() == '#'; }
    bool fail()
    {
        m_faultAt = m_at;
        return false;
    }
    bool giveUp()
    {
        m_hasGivenUp = true;
        return fail();
    }

    void skipBlanks()
    {
        while (!isEnd()) {
            if (isShellBlank(at()) || (at() == '\r' && at(1) == '\n'))
                ++m_at;
            else if (isAt("\\\n"))
                m_at += 2;
            else
                break;
        }
    }

    void skipNewlines()
    {
        while (skipBlanks(), !isEnd() && isLineEnd())
            skipLineEnd();
    }

    /// A remark and the newline, with the here-documents that begin behind it.
    void skipLineEnd()
    {
        const qsizetype newline = m_text.indexOf('\n', m_at);
        m_at = newline < 0 ? m_text.size() : newline + 1;
        for (const QByteArray &mark : std::exchange(m_hereDocuments, {}))
            skipHereDocument(mark);
    }

    void skipHereDocument(const QByteArray &mark)
    {
        while (!isEnd()) {
            const qsizetype newline = m_text.indexOf('\n', m_at);
            const QByteArray line = m_text.mid(m_at, newline < 0 ? -1 : newline - m_at);
            m_at = newline < 0 ? m_text.size() : newline + 1;
            if (line == mark)
                return;
        }
    }

    /// The unquoted word here, for keywords.
    QByteArray keyword()
    {
        skipBlanks();
        if (isEnd() || isShellOperator(at()) || at() == '#')
            return {};
        const ShellWord word = readShellWord(m_text, m_at);
        const QByteArray raw = m_text.mid(word.begin, word.end - word.begin);
        m_hasGivenUp = m_hasGivenUp || (word.nameLength == 0 && raw.contains("\\\n")); // a keyword over two lines
        return word.isQuoted || word.isDynamic ? QByteArray() : raw;
    }

    bool skipKeyword(const QByteArray &wanted)
    {
        if (keyword() != wanted)
            return fail();
        m_at += wanted.size();
        return true;
    }

    /// What bash reads before it runs anything of it: all commands up to a newline between them.
    bool readLine(QList<ShellCommand> *commands)
    {
        while (true) {
            ShellCommand command;
            command.begin = m_at;
            if (!readAndOr(&command))
                return false;
            const bool isBackground = at() == '&';
            if (!isBackground)
                commands->append(command);
            if (at() == ';' || at() == '&')
                ++m_at;
            else if (!isLineEnd())
                return fail();
            skipBlanks();
            if (isLineEnd()) {
                if (!isEnd())
                    skipLineEnd();
                return !m_hasGivenUp;
            }
        }
    }

    /// Commands up to a keyword or an operator that cannot begin one.
    bool readList(ShellCommand *into, bool mayBeEmpty = false)
    {
        bool isFirst = true;
        while (skipNewlines(), !isListEnd()) {
            ShellCommand command;
            if (!readAndOr(&command))
                return false;
            const bool isBackground = at() == '&';
            if (!isBackground)
                into->addPerhaps(command);
            isFirst = false;
            if (isAt(";;") || isAt(";&"))
                break;
            if (at() == ';' || at() == '&')
                ++m_at;
            else if (!isLineEnd())
                break;
        }
        return (!isFirst || mayBeEmpty) ? true : fail();
    }

    bool isListEnd()
    {
        static const QByteArrayList ends{"then", "else", "elif", "fi", "do", "done", "esac", "}"};
        return isEnd() || at() == ')' || isAt(";;") || isAt(";&") || ends.contains(keyword());
    }

    bool readAndOr(ShellCommand *command)
    {
        if (!readPipeline(command))
            return false;
        while (isAt("&&") || isAt("||")) {
            m_at += 2;
            skipNewlines();
            ShellCommand next;
            if (!readPipeline(&next))
                return false;
            command->addPerhaps(std::exchange(*command, {command->begin, {}, {}, false, {}, {}, {}}));
            command->addPerhaps(next);
        }
        return true;
    }

    bool readPipeline(ShellCommand *command)
    {
        if (!readCommand(command))
            return false;
        skipBlanks();
        while (at() == '|' && at(1) != '|') {
            m_at += at(1) == '&' ? 2 : 1;
            skipNewlines();
            ShellCommand next;
            if (!readCommand(&next))
                return false;
            skipBlanks();
            *command = {command->begin, {}, {}, false, {}, {}, {}}; // each part has a shell of its own
        }
        return true;
    }

    bool readCommand(ShellCommand *command)
    {
        skipBlanks();
        if (++m_depth > maxDepth)
            return giveUp();
        const qsizetype begin = m_at;
        const QByteArray word = keyword();
        bool isCompound = true;
        bool isGood = false;
        if (at() == '(')
            isGood = at(1) == '(' ? giveUp() : readSubshell();
        else if (word == "{")
            isGood = skipKeyword(word) && readList(command) && skipKeyword("}");
        else if (word == "if")
            isGood = readIf(command);
        else if (word == "while" || word == "until")
            isGood = readWhile(command);
        else if (word == "for")
            isGood = readFor(command);
        else if (word == "case")
            isGood = readCase(command);
        else if (word == "function" || word == "select" || word == "time" || word == "coproc" || word == "!"
                 || word == "[[")
            isGood = giveUp();
        else if (isListEnd() || word == "in" || isShellOperator(at()))
            isGood = at() == '<' || at() == '>' || at() == '&' ? giveUp() : fail();
        else
            isCompound = false;
        if (!isCompound)
            isGood = readSimple(command);
        else if (isGood)
            isGood = readRedirections(command);
        command->begin = begin;
        --m_depth;
        return isGood;
    }

    bool readSubshell()
    {
        ++m_at;
        ShellCommand lost; // a shell of its own
        if (!readList(&lost) || at() != ')')
            return m_hasGivenUp ? false : fail();
        ++m_at;
        return true;
    }

    bool readIf(ShellCommand *command)
    {
        if (!skipKeyword("if") || !readList(command) || !skipKeyword("then") || !readList(command))
            return false;
        while (keyword() == "elif") {
            if (!skipKeyword("elif") || !readList(command) || !skipKeyword("then") || !readList(command))
                return false;
        }
        if (keyword() == "else" && (!skipKeyword("else") || !readList(command)))
            return false;
        return skipKeyword("fi");
    }

    bool readWhile(ShellCommand *command)
    {
        m_at += keyword().size();
        command->isUnclear = true; // it may never end
        return readList(command) && readLoopBody(command);
    }

    bool readLoopBody(ShellCommand *command) { return skipKeyword("do") && readList(command) && skipKeyword("done"); }

    bool readFor(ShellCommand *command)
    {
        if (!skipKeyword("for"))
            return false;
        const QByteArray name = keyword();
        if (!isShellName(name))
            return giveUp();
        m_at += name.size();
        command->touched.append(name);
        if (skipNewlines(), keyword() == "in") {
            m_at += 2;
            while (skipBlanks(), !isLineEnd() && at() != ';') {
                if (!readWord(command))
                    return false;
            }
        }
        if (at() == ';')
            ++m_at;
        skipNewlines();
        return readLoopBody(command);
    }

    bool readCase(ShellCommand *command)
    {
        if (!skipKeyword("case") || (skipBlanks(), isLineEnd()) || !readWord(command))
            return fail();
        skipNewlines();
        if (!skipKeyword("in"))
            return false;
        while (skipNewlines(), keyword() != "esac") {
            if (!readPatterns(command) || !readList(command, true))
                return false;
            if (isAt(";;&"))
                m_at += 3;
            else if (isAt(";;") || isAt(";&"))
                m_at += 2;
            else if (keyword() != "esac")
                return fail();
        }
        return skipKeyword("esac");
    }

    bool readPatterns(ShellCommand *command)
    {
        if (at() == '(')
            ++m_at;
        while (true) {
            skipBlanks();
            if (isLineEnd() || isShellOperator(at()) || !readWord(command))
                return m_hasGivenUp ? false : fail();
            skipBlanks();
            if (at() == ')')
                return ++m_at, true;
            if (at() != '|')
                return fail();
            ++m_at;
        }
    }

    /// A word anywhere but at the beginning of a command.
    bool readWord(ShellCommand *command, ShellWord *result = nullptr)
    {
        if (isEnd() || isShellOperator(at()))
            return at() == '<' || at() == '>' ? giveUp() : fail();
        const ShellWord word = readShellWord(m_text, m_at);
        if (word.isUnclear)
            return giveUp();
        if (word.isUnterminated) {
            m_isUnterminated = true;
            return fail();
        }
        m_at = word.end;
        command->touched += word.assigns;
        if (result)
            *result = word;
        return true;
    }

    bool isRedirection() const { return at() == '<' || at() == '>' || isAt("&>"); }

    bool readRedirections(ShellCommand *command)
    {
        while (skipBlanks(), isRedirection()) {
            if (!readRedirection(command))
                return false;
        }
        return true;
    }

    bool readRedirection(ShellCommand *command)
    {
        static const QByteArrayList operators{"<<<", "<<", "<&", "<>", "<", "&>>", "&>", ">>", ">&", ">|", ">"};
        const auto found = std::find_if(operators.cbegin(), operators.cend(), [&](const auto &o) { return isAt(o); });
        m_at += found->size();
        if (at() == '(' || (*found == "<<" && at() == '-'))
            return giveUp();
        skipBlanks();
        ShellWord target;
        if (isLineEnd() || !readWord(command, &target))
            return m_hasGivenUp ? false : fail();
        if (*found == "<<") {
            // What is expanded in a here-document, and may set a variable, is not looked for.
            if (!target.isQuoted)
                return giveUp();
            m_hereDocuments.append(target.value);
        }
        return true;
    }

    bool readSimple(ShellCommand *command)
    {
        QList<ShellWord> prefix;
        QList<ShellWord> words; // the command's name and its arguments
        bool isRedirected = false;
        while (skipBlanks(), !isLineEnd()) {
            if (isRedirection()) {
                isRedirected = true;
                if (!readRedirection(command))
                    return false;
                continue;
            }
            if (at() == '(')
                return prefix.isEmpty() && words.size() == 1 && !isRedirected ? readFunction(words.first()) : giveUp();
            if (isShellOperator(at()))
                break;
            ShellWord word;
            if (!readWord(command, &word))
                return false;
            const QByteArray raw = m_text.mid(word.begin, word.end - word.begin);
            const bool isDescriptor = (at() == '<' || at() == '>')
                && (raw.startsWith('{')
                    || std::all_of(raw.cbegin(), raw.cend(), [](char c) { return c >= '0' && c <= '9'; }));
            if (isDescriptor) {
                if (raw.startsWith('{'))
                    return giveUp(); // {fd}>file sets a variable
                continue;
            }
            if (words.isEmpty() && isShellName(raw.left(raw.indexOf('['))) && raw.contains('['))
                return giveUp(); // an element of an array
            (words.isEmpty() && word.nameLength > 0 ? prefix : words).append(word);
        }
        judgeSimpleCommand(prefix, words, isRedirected, m_functions, command);
        return true;
    }

    /// NAME () compound: nothing of it runs until it is called.
    bool readFunction(const ShellWord &name)
    {
        ++m_at;
        skipBlanks();
        if (at() != ')' || name.isQuoted || name.isDynamic)
            return giveUp();
        ++m_at;
        skipNewlines();
        m_functions.append(name.value);
        ShellCommand body;
        const QByteArray first = keyword();
        static const QByteArrayList compounds{"{", "if", "while", "until", "for", "case"};
        if (at() != '(' && !compounds.contains(first))
            return fail();
        return readCommand(&body);
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_hasGivenUp = false;
    bool m_isUnterminated = false;
    qsizetype m_faultAt = -1;
    QByteArrayList m_functions;
    QByteArrayList m_hereDocuments; ///< the marks at which they end
};

} // namespace

void ShellCommand::addPerhaps(const ShellCommand &other)
{
    for (const ShellWord &word : other.assignments)
        touched.append(word.value.left(word.nameLength));
    touched += other.touched;
    isUnclear = isUnclear || other.isUnclear;
}

ShellScript parseShellScript(const QByteArray &text)
{
    return ScriptParser(text).parse();
}

bool isPlainShell(const QByteArray &text)
{
    const ShellScript script = parseShellScript(text);
    return script.brokenAt < 0 && script.unclearAt < 0;
}

} // namespace bondwright::formats
