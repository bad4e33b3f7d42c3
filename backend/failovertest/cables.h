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
    /// @param context answers only while it exists; null: as long as the cables do
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
    void setLink(const QString &bond, const QString &slave, bool up, QObject *context, const Done &done) override;
    void activate(const QString &bond, const QString &slave, QObject *context, const Done &done) override;
    void identify(const QString &slave, QObject *context) override;

private:
    helper::HelperClient *m_helper;
};

} // namespace bondwright::failover
