// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/configurationpage.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/stateicon.h"
#include "helperclient/helperclient.h"
#include "kernel/unplannedstate.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

ConfigurationPage::ConfigurationPage(helper::HelperClient *helper, QWidget *parent)
    : QWidget(parent)
    , m_helper(helper)
    , m_summary(textLabel(this))
    , m_differences(new QListWidget(this))
    , m_filesHeading(headingLabel(this))
    , m_files(new QPlainTextEdit(this))
{
    m_differences->setWordWrap(true);
    m_differences->setSelectionMode(QAbstractItemView::NoSelection);
    m_differences->setObjectName(u"differences"_s);
    m_files->setObjectName(u"files"_s);
    m_files->setReadOnly(true);
    m_files->setTabChangesFocus(true);
    m_files->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_files->setFont(fixedFont(font()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_differences, 1);
    layout->addWidget(m_filesHeading);
    layout->addWidget(m_files, 2);
    layout->addStretch(0);
    connect(helper, &helper::HelperClient::reachableChanged, this, &ConfigurationPage::invalidate);
    connect(helper, &helper::HelperClient::transactionChanged, this, &ConfigurationPage::invalidate);
    retranslateWith(this, [this] {
        describe(m_differences, tr("Differences between configuration and running state"),
                 tr("First what is configured but does not run, then what runs but is not configured"));
        //: @title:group
        m_filesHeading->setText(tr("Files"));
        describe(m_files, tr("Text of the configuration files"),
                 tr("As they are on disk, secrets left out; read only"));
        fill();
    });
}

void ConfigurationPage::showBond(const QString &bond, const kernel::Snapshot &snapshot)
{
    m_bond = bond;
    m_snapshot = snapshot;
    if (isVisible()) {
        fetch();
        fill();
    }
}

void ConfigurationPage::invalidate()
{
    m_isKnown = false;
    m_isAsked = false;
    if (isVisible())
        fetch();
}

const BondPlan *ConfigurationPage::planOf(const QString &bond) const
{
    for (const BondPlan &plan : m_configuration.plans) {
        if (plan.name == bond)
            return &plan;
    }
    return nullptr;
}

void ConfigurationPage::askPlanOf(const QString &bond, QObject *context, std::function<void(const BondPlan *plan)> done)
{
    m_helper->configuration(this,
                            [this, bond, guard = QPointer<QObject>(context),
                             done = std::move(done)](const Result<helper::Configuration> &answer) {
                                take(answer);
                                if (guard)
                                    done(answer ? planOf(bond) : nullptr);
                            });
}

void ConfigurationPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fetch();
    fill();
}

void ConfigurationPage::fetch()
{
    if (m_isAsked)
        return;
    m_isAsked = true;
    m_helper->configuration(this, [this](const Result<helper::Configuration> &answer) { take(answer); });
}

void ConfigurationPage::take(const Result<helper::Configuration> &answer)
{
    m_isAsked = true;
    m_isKnown = answer.has_value();
    if (answer)
        m_configuration = *answer;
    else
        m_trouble = answer.error();
    if (isVisible())
        fill();
}

void ConfigurationPage::addGroup(const QString &heading, const QStringList &items)
{
    if (items.isEmpty())
        return;
    auto *title = new QListWidgetItem(heading, m_differences);
    QFont bold = m_differences->font();
    bold.setBold(true);
    title->setFont(bold);
    for (const QString &item : items)
        new QListWidgetItem(stateIcon(StateShape::Degraded), item, m_differences);
}

void ConfigurationPage::fill()
{
    const bool hasFiles = m_isKnown && m_configuration.filesOfBond.contains(m_bond);
    m_files->setVisible(hasFiles);
    m_filesHeading->setVisible(hasFiles);
    m_differences->clear();
    m_differences->hide();
    if (!m_isKnown) {
        m_summary->setText(m_trouble.code.isEmpty() ? tr("Asking the helper…") : m_trouble.text());
        return;
    }
    QString text;
    for (const helper::ConfiguredFile &file : m_configuration.filesOfBond.value(m_bond))
        text += u"── "_s + file.path + u'\n' + file.text + u'\n';
    if (m_files->toPlainText() != text)
        m_files->setPlainText(text);
    const BondPlan *plan = planOf(m_bond);
    if (!plan) {
        m_summary->setText(tr("%1 runs but is not configured: it will be gone after a restart. "
                              "“Edit…” and “Apply” write it down.")
                               .arg(m_bond));
        return;
    }
    const QList<kernel::Difference> differences
        = kernel::verifyPlan(*plan, m_snapshot) + kernel::unplannedState(*plan, m_snapshot);
    QStringList notRunning;
    QStringList notConfigured;
    for (const kernel::Difference &difference : differences)
        (kernel::isUnplanned(difference) ? notConfigured : notRunning).append(difference.message);
    m_summary->setText(differences.isEmpty() ? tr("What runs is what is configured.")
                                             : tr("%n difference(s) between configuration and running state:", nullptr,
                                                  int(differences.size())));
    //: @title:group of differences
    addGroup(tr("Configured, but not running"), notRunning);
    //: @title:group of differences
    addGroup(tr("Running, but not configured"), notConfigured);
    m_differences->setVisible(!differences.isEmpty());
}

} // namespace bondwright::ui
