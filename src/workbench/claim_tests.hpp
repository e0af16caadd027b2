// Claims of a case put to the test in numbers (evidence/claim_test.hpp). For use inside the module.
#pragma once

#include <map>
#include <vector>

#include "evidence/threat_theory.hpp"
#include "threat/facts.hpp"
#include "workbench/open_case.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat_case_result.hpp"
#include "workbench/threat_data.hpp"

namespace entente::workbench {

// Facts of threat by state and year from one of the two places. No coded evidence is in them: a claim must not be
// confirmed by the coding of those who make it.
class ThreatNumbers {
public:
    // From the store; without one from the figures that the case ships.
    ThreatNumbers(const OpenCase& open, const evidence::ThreatTheory& theory, const OpenStore* store);

    using Years = std::map<int, std::vector<threat::DyadFacts>>;
    // Of the years in that span that there are facts of.
    [[nodiscard]] Years of(int state, int from, int to);
    // The state's share of the world's capabilities in the years in that span of which it is known.
    [[nodiscard]] std::map<int, double> capability(int state, int from, int to);

    [[nodiscard]] FiguresOf figures() const noexcept { return store_ == nullptr ? FiguresOf::Case : FiguresOf::Store; }
    [[nodiscard]] const OpenCase& open() const noexcept { return open_; }
    [[nodiscard]] const evidence::ThreatTheory& theory() const noexcept { return theory_; }
    // Of the facts: `nmc 6.0`, or keys of the case's sources.
    [[nodiscard]] std::vector<std::string> sources(bool capability_only) const;

private:
    [[nodiscard]] ThreatData read(int state, int from, int to, Years& years) const;

    const OpenCase& open_;
    const evidence::ThreatTheory& theory_;
    const OpenStore* store_;
    struct Read {
        int from = 0;
        int to = 0;
        Years years;
    };
    std::map<int, Read> read_;  // by state: a span asked for again is not read again
    std::vector<ThreatSource> sources_;
};

[[nodiscard]] TestFound put_to_test(const evidence::ClaimTest& test, ThreatNumbers& numbers);

// Every claim of the case that has a test, on the case's figures and, if there is one, on the store.
[[nodiscard]] std::vector<ClaimFound> tested_claims(const OpenCase& open, const evidence::ThreatTheory& theory,
                                                    const OpenStore* store);

}  // namespace entente::workbench
