// Who threatens a state, and will it balance: the components of threat of every other state in a year or a span of
// years, ranks, the response to each principal threat with its trace, what the state then did, and the two risks of an
// ally.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/missing.hpp"
#include "evidence/threat_theory.hpp"
#include "threat/ally_gauge.hpp"
#include "threat/components.hpp"
#include "threat/force_posture.hpp"
#include "threat/ranking.hpp"
#include "threat/response.hpp"
#include "workbench/named_state.hpp"
#include "workbench/open_case.hpp"
#include "workbench/threat_case_result.hpp"

namespace entente::workbench {

struct ThreatRequest {
    std::filesystem::path case_folder;  // empty: no case
    std::string state;                  // a code or a name, as everywhere; empty with a case: each of its members
    std::optional<int> from;            // none: `to`
    std::optional<int> to;  // none: the last year that all needed data cover (in a case: the cut-off's, if earlier)
    std::vector<std::string> against;  // only these are shown, ranked among all; none: all
    std::string ally;                  // for the response and the gauges; none: the one that takes most from the threat
    std::string theory;                // an id or a file; none: the shipped theory of threat
    std::map<std::string, double> weights;  // by component, instead of the theory's; they are made to add to 1
    int principal = 3;                      // how many principal threats of a year get a response
};

// What an entry of the theory's force posture says of one threat.
struct NamedPosture {
    threat::ForcePosture forces;
    std::vector<NamedState> neighbours;  // those of `forces`, in their order
};

struct Threat {
    NamedState other;
    threat::ThreatReading reading;
    threat::Ranked standing;
    threat::ThreatStatus status = threat::ThreatStatus::CannotJudge;
    std::vector<NamedPosture> posture;  // in the order of the theory; beside the components, in none of them
};

// Whether it may be a principal threat: it has a rank, is something, passes the theory's condition for a threat, unless
// that cannot be judged, and has not pledged to defend the state.
[[nodiscard]] bool counts_as_threat(const threat::Ranked& standing, threat::ThreatStatus status);
[[nodiscard]] bool counts_as_threat(const Threat& threat);

// The ally of a response: who, and what it takes from the threat. Johnson (2017): p alone, p with the ally, and Δp.
struct AllyAgainst {
    NamedState ally;
    bool pledged = false;  // has a defence pact with the state that year
    Reading alone;
    Reading with_ally;
    Reading gain;
    Reading distance_km;
};

struct ResponseTo {
    NamedState threat;
    std::optional<AllyAgainst> ally;
    threat::ResponseFacts facts;
    threat::ResponsePrediction prediction;
};

// What the state did: in the five years up to the year, and in the five after it as far as data reach. A window begins
// and ends with the first and the last of its years in which the state was in the system.
struct ObservedChange {
    std::string what;  // `military expenditure`, `military expenditure, constant prices`, `defence pacts` …
    int from = 0;      // years
    int to = 0;
    Reading before;                  // value in `from` (numbers), or number of partners
    Reading after;                   // value in `to`
    std::vector<NamedState> gained;  // partners that came in any year of the window, if only for a while
    std::vector<NamedState> lost;    // and those that went
    std::string unit;
    std::string unit_after;  // where `after` is in another, so that there is no change; else empty
    std::string dataset;     // `nmc 6.0`
};

struct GaugedAlly {
    NamedState ally;
    std::optional<NamedState> against;  // the threat of the sign `need`; none: there is no principal threat
    threat::GaugeFacts facts;
    threat::AllyGauge gauge;
};

struct YearOfThreats {
    int year = 0;
    std::vector<Threat> threats;        // by rank; then those without a composite, by name
    int ranked = 0;                     // states with a rank, those that were not asked for among them
    std::vector<NamedState> principal;  // the first by rank that count as threats, also where they were not asked for
    std::vector<ResponseTo> responses;  // to the principal threats, or to those asked for; then to those without a
                                        // rank that may be principal
    std::vector<ObservedChange> observed;  // a single year only
    std::vector<GaugedAlly> allies;        // a single year only: those with a defence pact, or the one asked for
};

// Where one kind of fact is from: `capability` from `nmc 6.0`, 1816–2016.
struct ThreatSource {
    std::string fact;      // the part's id in the theory, or the value's name in a rule
    std::string dataset;   // `nmc 6.0`; empty: none is at hand
    std::string variable;  // or formula in words
    int first = 0;         // years covered
    int last = 0;
    std::string why_not;  // without a data set: what to add
};

// Years in a row.
struct ThreatYears {
    int first = 0;
    int last = 0;
};

// A state that has no rank for want of a component, and must not go unseen: it is among the first in another one, or
// would be among the first ten in all were what is missing nothing. One for all years in which it lacks the same.
struct UnrankedThreat {
    NamedState other;
    std::vector<ThreatYears> years;
    std::string missing;   // `offensive power (spending share: missing in source)`
    std::string sentence;  // all that is known of its standing
};

// State-years that were asked for and of which there is nothing to say.
struct LeftOut {
    NamedState state;                 // the one that may be threatened
    std::optional<NamedState> other;  // none: as a threat to it nobody
    ThreatYears years;
    std::string why;  // `not in the system of states`
};

// Threats of one state.
struct StateThreats {
    NamedState state;
    std::vector<YearOfThreats> years;
    std::vector<UnrankedThreat> unranked;  // by state, then by year
};

// Rules and signs point into `theory`, so a result can be moved and not copied.
struct ThreatResult {
    ThreatResult() = default;
    ThreatResult(ThreatResult&&) = default;
    ThreatResult& operator=(ThreatResult&&) = default;
    ThreatResult(const ThreatResult&) = delete;
    ThreatResult& operator=(const ThreatResult&) = delete;
    ~ThreatResult() = default;

    evidence::ThreatTheory theory;  // with the weights asked for
    bool weights_changed = false;
    std::size_t asked_for = 0;  // threats; 0: all
    int from = 0;
    int to = 0;
    std::vector<StateThreats> states;
    std::vector<LeftOut> left_out;
    std::vector<ThreatSource> sources;
    std::vector<std::string> notes;
    std::string bibtex;                     // of theory and data sets
    std::vector<std::string> theory_cited;  // keys of its entries
    std::vector<std::string> data_cited;
    std::optional<CaseThreats> of_case;
    OpenCasePtr open;  // the case; null: none was asked about
};

// Reads the user's store. Throws NotFound for an unknown, ambiguous or absent state and for a year that no data cover,
// naming what is missing.
[[nodiscard]] ThreatResult threat(const ThreatRequest& request);

// Of the figures that a case ships and of nothing else, whatever the store has; without years, of all that it has
// figures of. `case_folder` is passed over.
[[nodiscard]] ThreatResult threat_of_case(const OpenCasePtr& open, const ThreatRequest& request);

}  // namespace entente::workbench
