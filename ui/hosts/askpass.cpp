// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/askpass.h"

#include <QApplication>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

/// ssh takes only the word for it: "Are you sure you want to continue connecting (yes/no/[fingerprint])?"
bool isAboutKey(const QString &prompt)
{
    return prompt.contains(u"(yes/no"_s);
}

} // namespace

QuestionDialog::Question askpassQuestion(const QString &host, const QString &prompt, const QString &kind)
{
    QuestionDialog::Question question{host, prompt.trimmed(), {}, false};
    if (kind == u"none") {
        question.isNotice = true;
    } else if (kind == u"confirm" || isAboutKey(prompt)) {
        question.yes = isAboutKey(prompt)
            //: @action:button the key of a host is right
            ? QuestionDialog::tr("&Trust this key and connect")
            //: @action:button
            : QuestionDialog::tr("&Allow");
    } else {
        // The last line is the prompt in a terminal.
        question.prompt = question.text.section(u'\n', -1);
        question.text = question.text.section(u'\n', 0, -2);
        question.isSecret = true;
    }
    return question;
}

int runAskpass(const QString &host, const QString &prompt, const QString &kind)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM); // ends with ssh, which asks for the answer
    QuestionDialog dialog(askpassQuestion(host, prompt, kind));
    QObject::connect(&dialog, &QuestionDialog::answered, qApp, [&](const QString &text) {
        const QByteArray answer = isAboutKey(prompt) && kind.isEmpty() ? QByteArrayLiteral("yes") : text.toUtf8();
        std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout);
        std::fputc('\n', stdout);
    });
    return dialog.exec() == QDialog::Accepted && std::fflush(stdout) == 0 ? 0 : 1;
}

} // namespace bondwright::ui
