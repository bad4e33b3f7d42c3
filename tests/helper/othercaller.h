// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bondwright::helper::test
{

/// The test program as another user: gives up root for good, calls one method of the helper and prints
/// "METHOD ok" or "METHOD error-name". Arguments: UID METHOD [text …]. @return exit status
int actAs(int argc, char **argv);

} // namespace bondwright::helper::test
