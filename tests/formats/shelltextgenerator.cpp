// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/formats/shelltextgenerator.h"

namespace bondwright::test
{

QByteArrayList ShellTextGenerator::keys()
{
    return {"DEVICE", "BONDING_OPTS", "IPADDR", "NETMASK", "PREFIX", "GATEWAY", "ONBOOT",
            "MASTER", "SLAVE",        "MTU",    "DNS1",    "HWADDR", "miimon",  "NAME"};
}

QByteArray ShellTextGenerator::value()
{
    static const QByteArrayList words{"bond0",      "eth1",
                                      "yes",        "no",
                                      "192.0.2.10", "255.255.255.0",
                                      "24",         "mode=1",
                                      "miimon=100", "",
                                      "9000",       "52:54:00:AA:BB:01",
                                      "a#b",        "x:y",
                                      "主备",       "mode=4 miimon=100",
                                      " 10.0.0.1 ", "it's",
                                      "say \"x\"",  "a\\b",
                                      "~",          "a\nb"};
    static const QByteArrayList expansions{"$HOSTNAME",
                                           "${IPADDR}",
                                           "${MTU:-1500}",
                                           "${GATEWAY:=192.0.2.1}",
                                           "$(echo x)",
                                           "`echo y`",
                                           "$((1+2))",
                                           "${NAME%%.*}",
                                           "$$",
                                           "\"$DEVICE\"",
                                           "~",
                                           "~/x",
                                           "${NAME:?}",
                                           "$(echo \")\")",
                                           "\"${MTU:-\"9000\"}\""};
    const QByteArray word = pick(words);
    switch (m_random.bounded(12)) {
    case 0:
    case 1:
    case 2:
        return '"' + QByteArray(word).replace('"', "\\\"") + '"';
    case 3:
    case 4:
        return '\'' + QByteArray(word).replace('\'', "'\\''") + '\'';
    case 5:
        return "$'" + QByteArray(word).replace('\\', "\\\\").replace('\'', "\\'") + "\\x41\\n'";
    case 6:
        return pick(expansions);
    case 7:
        return word; // with blanks and quotes as they come
    case 8:
        return "bond\\\n0";
    case 9:
        return "\"mode=1 \\\n miimon=100\"";
    default:
        return QByteArray(word).replace(' ', "").replace('\'', "").replace('"', "").replace('\n', "").replace('~', "");
    }
}

QByteArray ShellTextGenerator::compound()
{
    const QByteArray a = assignment();
    const QByteArray b = assignment();
    static const QByteArrayList conditions{"[ -f /nonexistent/x ]", "true", "false", "[ \"$HOSTNAME\" = db1 ]",
                                           "test -z \"$MTU\""};
    switch (m_random.bounded(15)) {
    case 0:
        return "case $HOSTNAME in\n db1) " + a + " ;;\n *) " + b + " ;;\nesac";
    case 1:
        return "if " + pick(conditions) + "; then\n  " + a + "\nelse\n  " + b + "\nfi";
    case 2:
        return "f() {\n  " + a + "\n}";
    case 3:
        return "f() { " + a + "; }\nf";
    case 4:
        return "for MTU in 1 2; do " + a + "; done";
    case 5:
        return "while false; do " + a + "; done";
    case 6:
        return pick(conditions) + " && " + a;
    case 7:
        return "( " + a + " )";
    case 8:
        return "{ " + a + "; }";
    case 9:
        return "unset " + pick(keys());
    case 10:
        return ". /nonexistent/defaults";
    case 11:
        return "[ -f /nonexistent/x ] || return 0";
    case 12:
        return "echo <<'END'\n" + a + "\nEND";
    case 13:
        return pick(keys()) + "+=" + value();
    default:
        return a + " | true";
    }
}

QByteArray ShellTextGenerator::line()
{
    switch (m_random.bounded(16)) {
    case 0:
        return "# " + assignment();
    case 1:
        return assignment() + " # remark";
    case 2:
        return assignment() + " //" + pick({"主备", "main", " main and spare", ""});
    case 3:
        return "export " + assignment();
    case 4:
        return pick(keys()) + " = " + value();
    case 5:
        return assignment() + "; " + assignment();
    case 6:
        return assignment() + ' ' + assignment();
    case 7:
        return "";
    case 8:
    case 9:
        return compound();
    case 10:
        return "  " + assignment() + " \t";
    case 11:
        return "echo " + value();
    default:
        return assignment();
    }
}

void ShellTextGenerator::damage(QByteArray *text)
{
    static const QByteArrayList pieces{"\"", "'", "\\", "#",  ";",  "\n", " ",    "(",  ")",    "$",  "`", "&", "|",
                                       "=",  "{", "}",  "\t", ";;", "&&", "\\\n", "fi", "esac", "//", "!", "<", "a"};
    const qsizetype at = text->isEmpty() ? 0 : m_random.bounded(text->size());
    switch (m_random.bounded(4)) {
    case 0:
        text->insert(at, pick(pieces));
        break;
    case 1:
        text->remove(at, 1 + m_random.bounded(3));
        break;
    case 2:
        text->truncate(at);
        break;
    default:
        text->insert(at, text->mid(m_random.bounded(text->size() + 1), m_random.bounded(12)));
    }
}

QByteArray ShellTextGenerator::next()
{
    QByteArray text;
    for (int n = 2 + m_random.bounded(8); n > 0; --n)
        text += line() + '\n';
    if (isOneIn(2)) {
        for (int n = 1 + m_random.bounded(3); n > 0; --n)
            damage(&text);
    }
    return text;
}

} // namespace bondwright::test
