// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/words.h"

namespace bondwright::formats
{

QStringList wordsOf(QStringView text, QStringView blanks)
{
    QStringList words;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !blanks.contains(text[i]))
            continue;
        if (i > begin)
            words.append(text.sliced(begin, i - begin).toString());
        begin = i + 1;
    }
    return words;
}

} // namespace bondwright::formats
