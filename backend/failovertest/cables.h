// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"

namespace bondwright::failover
{

/// Who takes a slave's link away during a test, and gives it back.
class Cables
{
public:
    using Done = std::function<void(const Result<void> &)>;

    virtual ~Cables() = default;
    /// The cables work only as long as it exists; null: they outlive their users.
    virtual QObject *owner() const { return nullptr; }
    /// @param done called once, unless @p context has gone
    virtual void setLink(const QString &bond, const QString &slave, bool up, QObject *context, const Done &done) = 0;
    virtual void activate(const QString &bond, const QString &slave, QObject *context, const Done &done) = 0;
    virtual void identify(const QString &slave, QObject *context) = 0;
};

/// Through the helper, on this host.
class HelperCables final : public Cables
{
public:
    /// The helper gives the link back after this whatever happens here; longer than any measuring.
    static constexpr std::chrono::seconds undoAfter{30};

    explicit HelperCables(helper::HelperClient *helper)
        : m_helper(helper)
    {
    }
    QObject *owner() const override { return m_helper; }
    void setLink(const QString &bond, const QString &slave, bool up, QObject *context, const Done &done) override;
    void activate(const QString &bond, const QString &slave, QObject *context, const Done &done) override;
    void identify(const QString &slave, QObject *context) override;

private:
    helper::HelperClient *m_helper;
};

} // namespace bondwright::failover
