// Claims of a case put to the test in numbers (evidence/claim_test.hpp). For use inside the module.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "evidence/threat_theory.hpp"
#include "threat/facts.hpp"
#include "threat/ranking.hpp"
#include "threat/response.hpp"
#include "workbench/facts_of_years.hpp"
#include "workbench/open_case.hpp"
#include "workbench/panel.hpp"
#include "workbench/system_years.hpp"
#include "workbench/threat_case_result.hpp"
#include "workbench/threat_data.hpp"
#include "workbench/threat_records.hpp"

namespace entente::workbench {

// One state as a threat to another in one year.
struct Standing {
    int other = 0;
    threat::Ranked ranked;
    threat::ThreatStatus status = threat::ThreatStatus::CannotJudge;
    // Its place by rank among those that count as threats, where an ally and what is no threat stand in no way; equals
    // share the better one. None: it does not count itself.
    std::optional<int> place;
    std::vector<std::string> unknown;  // components
};

// Facts of threat by state and year from one of the two places. No coded evidence is in them: a claim must not be
// confirmed by the coding of those who make it.
class ThreatNumbers {
public:
    // From the store; without one from the figures that the case ships.
    ThreatNumbers(const OpenCase& open, const evidence::ThreatTheory& theory, const OpenStore* store);

    using Years = std::map<int, std::vector<threat::DyadFacts>>;
    // Of the years in that span that there are facts of.
    [[nodiscard]] Years of(int state, int from, int to);
    // Reads the years of that span at once, which then need not be read one by one.
    void read_ahead(int state, int from, int to);
    // The ranks of all others as threats to the state in that year, made once; null in a year without facts.
    [[nodiscard]] const std::vector<Standing>* standings(int state, int year);
    // Under how many weightings those others lead in that year among all that count as threats.
    [[nodiscard]] threat::Leading leading(int state, int year, const std::vector<int>& others);
    // The state's share of the world's capabilities in the years in that span of which it is known.
    [[nodiscard]] std::map<int, double> capability(int state, int from, int to);

    [[nodiscard]] FiguresOf figures() const noexcept { return store_ == nullptr ? FiguresOf::Case : FiguresOf::Store; }
    [[nodiscard]] const OpenCase& open() const noexcept { return open_; }
    [[nodiscard]] const evidence::ThreatTheory& theory() const noexcept { return theory_; }
    // Of the facts: `nmc 6.0`, or keys of the case's sources.
    [[nodiscard]] std::vector<std::string> sources(bool capability_only) const;

private:
    struct Read {
        datasets::YearSpan span;
        Years years;
        std::unique_ptr<ThreatRecords> records;  // who has pledged to defend the state, who rules how
        std::unique_ptr<SystemYears> system;
    };

    [[nodiscard]] const Read& read_of(int state, const datasets::YearSpan& asked);
    [[nodiscard]] std::vector<Standing> standings_of(int state, int year, const Read& read) const;
    [[nodiscard]] ThreatData read(int state, int from, int to, Years& years) const;
    // With the years that the claims of the case ask about the threats to that state, so that all are read at once; and
    // those for which they ask for capabilities. Within what the store covers.
    [[nodiscard]] datasets::YearSpan with_claims(int state, datasets::YearSpan span) const;
    [[nodiscard]] datasets::YearSpan of_capabilities(datasets::YearSpan span) const;
    [[nodiscard]] datasets::YearSpan covered(datasets::YearSpan span) const;

    const OpenCase& open_;
    const evidence::ThreatTheory& theory_;
    const OpenStore* store_;
    std::optional<ThreatCoverage> coverage_;  // of the store
    struct ReadCapabilities {
        datasets::YearSpan span;
        FactsOfStates facts;
    };
    std::map<int, Read> read_;  // by state: a span asked for again is not read again
    std::map<std::pair<int, int>, std::vector<Standing>> standings_;  // by state and year
    std::optional<ReadCapabilities> capabilities_;
    std::vector<ThreatSource> sources_;
};

[[nodiscard]] TestFound put_to_test(const evidence::ClaimTest& test, ThreatNumbers& numbers);

// Every claim of the case that has a test, on the case's figures and, unless they are null, on numbers of the store.
[[nodiscard]] std::vector<ClaimFound> tested_claims(const OpenCase& open, const evidence::ThreatTheory& theory,
                                                    ThreatNumbers* of_store);

}  // namespace entente::workbench
