// States that have no rank and must not go unseen. For use inside the module, and for the documents' words.
#pragma once

#include <string>
#include <vector>

#include "evidence/threat_theory.hpp"
#include "threat/components.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

// Whether a state without a rank is among the first so many in a component, or would be among them in all at worst: it
// gets a response as they do.
[[nodiscard]] bool may_be_principal(const Threat& threat, int first);

// Whether it must be named: the same, or at worst among the first ten in all, which a year's table shows.
[[nodiscard]] bool must_not_go_unseen(const Threat& threat, int first);

// What a state without a rank lacks, and why: `offensive power (spending share: missing in source)`.
[[nodiscard]] std::vector<std::string> missing_components(const threat::ThreatReading& reading,
                                                          const evidence::ThreatTheory& theory);

// Of all years, which need every threat of each, those not asked for too.
class UnrankedThreats {
public:
    UnrankedThreats(const evidence::ThreatTheory& theory, int first) : theory_(&theory), first_(first) {}

    void note(int year, const std::vector<Threat>& threats);
    // By state and year.
    [[nodiscard]] std::vector<UnrankedThreat> found(bool one_year) const;

private:
    struct Range {
        int best = 0;
        int worst = 0;

        void take(int place);
    };
    struct Stretch {
        NamedState other;
        std::vector<std::string> missing;
        std::vector<ThreatYears> years;
        std::vector<Range> places;  // by component; 0: never known, or nothing
        Range at_worst;             // 0: never known
    };

    [[nodiscard]] std::string sentence_of(const Stretch& stretch, bool one_year) const;

    const evidence::ThreatTheory* theory_;
    int first_;
    std::vector<Stretch> stretches_;
};

// `2002–2009, 2012`
[[nodiscard]] std::string years_in_words(const std::vector<ThreatYears>& years);

// `5th`, `22nd`
[[nodiscard]] std::string ordinal(int place);

}  // namespace entente::workbench
