// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/formats/hostilevalues.h"

using namespace Qt::StringLiterals;

namespace bondwright::test
{

QStringList hostileValues()
{
    QStringList values{
        u"$(touch owned)"_s,
        u"`touch owned`"_s,
        u"\"$(touch owned)\""_s,
        u"\"; touch owned; \""_s,
        u"'; touch owned; '"_s,
        u"x; touch owned"_s,
        u"x & touch owned"_s,
        u"x | touch owned"_s,
        u"x && touch owned"_s,
        u"x\ntouch owned"_s,
        u"x\r\ntouch owned"_s,
        u"x\\\ntouch owned"_s,
        u"Network touch owned"_s,
        u"> owned"_s,
        u"x > owned"_s,
        u"${IFS}touch${IFS}owned"_s,
        u"$((1+1))"_s,
        u"${x:=owned}"_s,
        u"$'touch\\x20owned'"_s,
        u"a\"b"_s,
        u"a'b"_s,
        u"a\\b"_s,
        u"a\\"_s,
        u"a\\\\"_s,
        u"\\$(touch owned)"_s,
        u"\\`touch owned\\`"_s,
        u"\""_s,
        u"'"_s,
        u"''"_s,
        u"\"\""_s,
        u"#comment"_s,
        u"a #b"_s,
        u" leading"_s,
        u"trailing "_s,
        u"tab\there"_s,
        u"~"_s,
        u"~root"_s,
        u"x:~root"_s,
        u"*"_s,
        u"?"_s,
        u"[a-z]*"_s,
        u"{a,b}"_s,
        u"!history"_s,
        u"!!"_s,
        u"!$"_s,
        u"-n"_s,
        u"--"_s,
        u"%s%n%d"_s,
        u"../../../etc/passwd"_s,
        u"() { :; }; touch owned"_s,
        u"DEVICE=eth9"_s,
        u"SLAVE=yes"_s,
        u"NM_CONTROLLED=no; touch owned"_s,
        u"é"_s,
        u"网卡绑定"_s,
        u"a\u202Eb"_s,
        u"a\u2066b"_s,
        u"a\u200Fb"_s,
        u"\uFEFFx"_s,
        u"\u0085x"_s,
        u"\x1b[2J"_s,
        u"\x7f"_s,
        u"\x01"_s,
        u""_s,
        u"="_s,
        u"a=b"_s,
        u"(x)"_s,
        u"<(touch owned)"_s,
        u"<<EOF"_s,
    };
    values.append(u"nul"_s + QChar(0) + u"; touch owned"_s);
    values.append(QString(QChar(0xd800))); // half a surrogate pair
    values.append(QString(64 * 1024, u'A'));
    values.append(QString(32 * 1024, u'\'') + u"$(touch owned)"_s);
    return values;
}

} // namespace bondwright::test
