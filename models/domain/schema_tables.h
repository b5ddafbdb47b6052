// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keyturn::schema {

/// Every table of the book in the notation that schema.cpp reads.
extern const char* const tables;

} // namespace keyturn::schema
