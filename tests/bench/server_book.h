// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench_support.h"
#include "tests/support/team.h"

namespace keyturn::bench {

/// A throwaway server with the sample book on it, an officer and a manager who log in, and its superuser, whom no
/// policy holds back.
class ServerBook
{
public:
    explicit ServerBook(int leads);

    [[nodiscard]] test::Team& team() { return m_team; }
    [[nodiscard]] const test::Team::Member& officer() const { return m_officer; }
    [[nodiscard]] const test::Team::Member& manager() const { return m_manager; }
    /// Of the officer: a lead with a long timeline, and some more.
    [[nodiscard]] LeadId longLead() const { return m_longLead; }
    [[nodiscard]] const std::vector<LeadId>& someLeads() const { return m_someLeads; }
    [[nodiscard]] std::unique_ptr<Connection> session(const test::Team::Member& member, int port = 0) const;
    [[nodiscard]] std::unique_ptr<Connection> superuser() const;

private:
    void load(int leads);

    test::Team m_team;
    test::Team::Member m_officer;
    test::Team::Member m_manager;
    LeadId m_longLead;
    std::vector<LeadId> m_someLeads;
};

/// The value, or the end of the benchmark.
template<typename T>
T need(Result<T> result)
{
    if (!result) {
        giveUp(result.error().message + QLatin1Char(' ') + result.error().detail);
    }
    return std::move(*result);
}
inline void need(const Done& done)
{
    if (!done) {
        giveUp(done.error().message + QLatin1Char(' ') + done.error().detail);
    }
}
inline void need(const QString& failure)
{
    if (!failure.isEmpty()) {
        giveUp(failure);
    }
}

} // namespace keyturn::bench
