// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// glib names a struct member "signals"; Qt's keywords are off in this project, so the order does not matter.
#include <NetworkManager.h>

#include <QString>

#include <memory>

namespace bondwright::formats::nm
{

struct GFree {
    void operator()(void *p) const { g_free(p); }
};
struct KeyFileUnref {
    void operator()(GKeyFile *p) const { g_key_file_unref(p); }
};
using GCharPtr = std::unique_ptr<char, GFree>;
using KeyFilePtr = std::unique_ptr<GKeyFile, KeyFileUnref>;

/// Owns the GError that a call reports into: foo(..., error.out()).
class GErrorSlot final
{
public:
    GErrorSlot() = default;
    GErrorSlot(const GErrorSlot &) = delete;
    GErrorSlot &operator=(const GErrorSlot &) = delete;
    ~GErrorSlot() { g_clear_error(&m_error); }

    GError **out()
    {
        g_clear_error(&m_error);
        return &m_error;
    }
    QString message() const { return m_error ? QString::fromUtf8(m_error->message) : QString(); }

private:
    GError *m_error = nullptr;
};

} // namespace bondwright::formats::nm
