// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/conversation.h"

#include "hosts/questiondialog.h"

#include <QHash>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

QuestionDialog::Question questionOf(const QString &host, const host::AuthenticationQuestion &asked)
{
    QStringList lines{asked.message};
    if (!asked.remark.isEmpty())
        lines.append(asked.remark);
    QuestionDialog::Question question{host, lines.join(u'\n'), {}, !asked.isEchoed};
    //: @label:textbox %1 a user's name, %2 what is asked, such as “Password:”
    question.prompt = QuestionDialog::tr("%1, %2").arg(asked.user, asked.prompt.trimmed());
    return question;
}

} // namespace

void converse(host::RemoteAgent &agent, const QString &hostName, QWidget *window)
{
    auto dialogs = std::make_shared<QHash<qint64, QPointer<QuestionDialog>>>();
    QObject::connect(&agent, &host::RemoteAgent::asked, window,
                     [&agent, hostName, window, dialogs](const host::AuthenticationQuestion &asked) {
                         QPointer<QuestionDialog> &dialog = (*dialogs)[asked.id];
                         if (dialog) { // the next question of the same authentication
                             dialog->ask(questionOf(hostName, asked));
                             dialog->open();
                             return;
                         }
                         dialog = new QuestionDialog(questionOf(hostName, asked), window->window());
                         const qint64 id = asked.id;
                         QObject::connect(dialog, &QuestionDialog::answered, &agent,
                                          [&agent, id](const QString &text) { agent.answer(id, text); });
                         QObject::connect(dialog, &QuestionDialog::refused, &agent, [&agent, id] { agent.cancel(id); });
                         dialog->open();
                     });
    QObject::connect(&agent, &host::RemoteAgent::ended, window, [dialogs](qint64 id, bool) {
        if (const QPointer<QuestionDialog> dialog = dialogs->take(id))
            dialog->deleteLater();
    });
    // The host may be taken from the list while it asks.
    QObject::connect(&agent, &QObject::destroyed, window, [dialogs] {
        for (const QPointer<QuestionDialog> &dialog : std::as_const(*dialogs)) {
            if (dialog)
                dialog->deleteLater();
        }
    });
}

} // namespace bondwright::ui
