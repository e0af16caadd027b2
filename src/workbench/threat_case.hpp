// The evidence of a case as a part of the analysis of threat: coded intentions that fade with the years, figures that a
// case ships for those who have no store, and the claims of its authors computed.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "evidence/threat_theory.hpp"
#include "threat/facts.hpp"
#include "threat/hostility.hpp"
#include "workbench/open_case.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"
#include "workbench/threat_data.hpp"

namespace entente::workbench {

// The coded intentions of a case under one theory, ready to be asked about any pair and year. What first became known
// after the case's cut-off is left out.
class CodedEvidence {
public:
    CodedEvidence(const OpenCase& open, const evidence::ThreatTheory& theory);

    // H of one coder: the year's highest hostile level less conciliation in that year, remembered with the theory's
    // half-life. With several coders the mean over those who coded the pair. NoRow where nobody did, or only later.
    [[nodiscard]] Reading hostility(int of, int toward, int year) const;

    // Puts it into the facts of a pair.
    void add_to(threat::DyadFacts& facts) const;

    [[nodiscard]] bool empty() const noexcept { return years_.empty(); }

private:
    using Pair = std::pair<int, int>;                                                // of, toward
    std::map<Pair, std::map<std::string, std::vector<threat::HostileYear>>> years_;  // by coder
    double half_life_ = 0;
};

// Whether the case ships figures of that state as one that may be threatened, and of which years.
[[nodiscard]] std::vector<int> years_of_case_figures(const OpenCase& open, int state);

// As for_each_year (threat_data.hpp), of the figures that the case ships: only years and pairs of which it has some.
// What it lacks is missing. Throws NotFound if it has none of the state, or none in the years asked for.
ThreatData for_each_year_of_case(const OpenCase& open, const ThreatDataRequest& request,
                                 const std::function<void(int year, std::span<const threat::DyadFacts>)>& use);

// `figures` are those behind `result`; `store` may be null. Call it last: it reads the result's states, years and
// ranks.
[[nodiscard]] CaseThreats case_threats(const OpenCase& open, const ThreatResult& result, FiguresOf figures,
                                       const OpenStore* store);

}  // namespace entente::workbench
