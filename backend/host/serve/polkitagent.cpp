// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// libpolkit-agent announces that its interface may change.
#define POLKIT_AGENT_I_KNOW_API_IS_SUBJECT_TO_CHANGE 1
#include <polkitagent/polkitagent.h>

#include "host/serve/polkitagent.h"

#include <map>
#include <unistd.h>

namespace bondwright::host
{

namespace
{

/// One authentication: polkit's question, and as many conversations with PAM as it takes.
struct Authentication {
    PolkitAgentState *state = nullptr;
    GTask *task = nullptr; ///< polkit's, returned once
    PolkitIdentity *identity = nullptr;
    QByteArray cookie;
    PolkitAgentSession *session = nullptr;
    GCancellable *cancellable = nullptr;
    gulong withdrawn = 0; ///< the connection to it
    AuthenticationQuestion question;
    int triesLeft = PolkitAgent::tries;

    Authentication() = default;
    Authentication(const Authentication &) = delete;
    Authentication &operator=(const Authentication &) = delete;
    ~Authentication()
    {
        dropSession();
        g_cancellable_disconnect(cancellable, withdrawn);
        g_clear_object(&cancellable);
        g_task_return_boolean(task, TRUE); // done with it; polkitd has the result from PAM's helper itself
        g_object_unref(task);
        g_object_unref(identity);
    }
    void dropSession()
    {
        if (!session)
            return;
        g_signal_handlers_disconnect_by_data(session, this);
        polkit_agent_session_cancel(session);
        g_clear_object(&session);
    }
    void beginTry();
};

} // namespace

struct PolkitAgentState {
    PolkitAgent *agent = nullptr;
    PolkitAgentListener *listener = nullptr;
    gpointer registration = nullptr;
    std::map<qint64, std::unique_ptr<Authentication>> running;
    qint64 lastId = 0;

    void end(qint64 id, bool gained)
    {
        if (running.erase(id) > 0)
            Q_EMIT agent->ended(id, gained);
    }
};

namespace
{

void onRequest(PolkitAgentSession *, const char *prompt, gboolean isEchoed, gpointer data)
{
    auto *authentication = static_cast<Authentication *>(data);
    authentication->question.prompt = QString::fromUtf8(prompt);
    authentication->question.isEchoed = isEchoed;
    Q_EMIT authentication->state->agent->asked(authentication->question);
    authentication->question.remark.clear();
}

void onRemark(PolkitAgentSession *, const char *text, gpointer data)
{
    static_cast<Authentication *>(data)->question.remark = QString::fromUtf8(text);
}

void onCompleted(PolkitAgentSession *, gboolean gained, gpointer data)
{
    auto *authentication = static_cast<Authentication *>(data);
    if (!gained && --authentication->triesLeft > 0) {
        if (authentication->question.remark.isEmpty())
            authentication->question.remark
                //: @info after a wrong password
                = PolkitAgent::tr("That did not work. Try again.");
        authentication->beginTry();
        return;
    }
    authentication->state->end(authentication->question.id, gained);
}

/// Called in the middle of the cancellation, where its connection must not be touched: later.
void onWithdrawn(GCancellable *, gpointer data)
{
    const auto *authentication = static_cast<Authentication *>(data);
    QMetaObject::invokeMethod(
        authentication->state->agent,
        [agent = authentication->state->agent, id = authentication->question.id] { agent->cancel(id); },
        Qt::QueuedConnection);
}

void Authentication::beginTry()
{
    dropSession();
    session = polkit_agent_session_new(identity, cookie.constData());
    g_signal_connect(session, "request", G_CALLBACK(onRequest), this);
    g_signal_connect(session, "show-error", G_CALLBACK(onRemark), this);
    g_signal_connect(session, "show-info", G_CALLBACK(onRemark), this);
    g_signal_connect(session, "completed", G_CALLBACK(onCompleted), this);
    polkit_agent_session_initiate(session);
}

/// Of those whose password would do: this user, else the first (polkit names root or the administrators).
PolkitIdentity *chooseIdentity(GList *identities)
{
    for (GList *item = identities; item; item = item->next) {
        if (POLKIT_IS_UNIX_USER(item->data) && polkit_unix_user_get_uid(POLKIT_UNIX_USER(item->data)) == int(getuid()))
            return POLKIT_IDENTITY(item->data);
    }
    for (GList *item = identities; item; item = item->next) {
        if (POLKIT_IS_UNIX_USER(item->data))
            return POLKIT_IDENTITY(item->data);
    }
    return nullptr;
}

// The GObject that libpolkit-agent calls.
struct Listener {
    PolkitAgentListener parent;
    PolkitAgentState *state;
};
struct ListenerClass {
    PolkitAgentListenerClass parent;
};
G_DEFINE_TYPE(Listener, bondwright_agent_listener, POLKIT_AGENT_TYPE_LISTENER)

void initiate(PolkitAgentListener *object, const char *, const char *message, const char *, PolkitDetails *,
              const char *cookie, GList *identities, GCancellable *cancellable, GAsyncReadyCallback done, gpointer data)
{
    PolkitAgentState *state = reinterpret_cast<Listener *>(object)->state;
    GTask *task = g_task_new(object, cancellable, done, data);
    PolkitIdentity *identity = chooseIdentity(identities);
    if (!identity) {
        g_task_return_new_error(task, POLKIT_ERROR, POLKIT_ERROR_FAILED, "No user can authenticate");
        g_object_unref(task);
        return;
    }
    auto authentication = std::make_unique<Authentication>();
    authentication->state = state;
    authentication->task = task;
    authentication->identity = POLKIT_IDENTITY(g_object_ref(identity));
    authentication->cookie = cookie;
    authentication->question.id = ++state->lastId;
    authentication->question.message = QString::fromUtf8(message);
    g_autofree char *user = polkit_identity_to_string(identity); // "unix-user:NAME"
    authentication->question.user = QString::fromUtf8(user).section(u':', 1);
    if (cancellable) { // polkitd withdraws the question, e.g. because who asked has gone
        authentication->cancellable = G_CANCELLABLE(g_object_ref(cancellable));
        authentication->withdrawn
            = g_cancellable_connect(cancellable, G_CALLBACK(onWithdrawn), authentication.get(), nullptr);
    }
    Authentication *begun = authentication.get();
    state->running.emplace(state->lastId, std::move(authentication));
    begun->beginTry();
}

gboolean initiateFinish(PolkitAgentListener *, GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

void bondwright_agent_listener_init(Listener *)
{
}

void bondwright_agent_listener_class_init(ListenerClass *type)
{
    type->parent.initiate_authentication = initiate;
    type->parent.initiate_authentication_finish = initiateFinish;
}

} // namespace

PolkitAgent::PolkitAgent(QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<PolkitAgentState>())
{
    m_state->agent = this;
}

PolkitAgent::~PolkitAgent()
{
    m_state->running.clear();
    if (m_state->registration)
        polkit_agent_listener_unregister(m_state->registration);
    g_clear_object(&m_state->listener);
}

Result<void> PolkitAgent::start()
{
    auto *listener = static_cast<Listener *>(g_object_new(bondwright_agent_listener_get_type(), nullptr));
    listener->state = m_state.get();
    m_state->listener = POLKIT_AGENT_LISTENER(listener);
    PolkitSubject *self = polkit_unix_process_new_for_owner(getpid(), 0, int(getuid()));
    GError *error = nullptr;
    m_state->registration = polkit_agent_listener_register(m_state->listener, POLKIT_AGENT_REGISTER_FLAGS_NONE, self,
                                                           nullptr, nullptr, &error);
    g_object_unref(self);
    if (m_state->registration)
        return {};
    const QString words = error ? QString::fromUtf8(error->message) : QString();
    g_clear_error(&error);
    return fail(QStringLiteral("agent.register"),
                //: @error %1 polkit's own words
                tr("Passwords cannot be asked for on this host: %1").arg(words));
}

void PolkitAgent::answer(qint64 id, const QString &text)
{
    const auto found = m_state->running.find(id);
    if (found != m_state->running.end() && found->second->session)
        polkit_agent_session_response(found->second->session, text.toUtf8().constData());
}

void PolkitAgent::cancel(qint64 id)
{
    m_state->end(id, false);
}

} // namespace bondwright::host
