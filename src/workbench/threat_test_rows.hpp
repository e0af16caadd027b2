// The rows of the test: every directed pair of states without a pact in a year, with its predictors and its outcomes.
// For use inside the module.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contest/test_result.hpp"
#include "evidence/threat_theory.hpp"
#include "threat/components.hpp"
#include "threat/facts.hpp"
#include "workbench/threat_test_records.hpp"

namespace entente::workbench {

// What makes a new pact one against a state: that the partner has a dispute or rivalry with it, that the partner is its
// neighbour, or that the pact's own text names it.
enum class Opposition { Quarrel, Neighbour, Named };

struct OutcomeRule {
    Opposition opposition = Opposition::Quarrel;
    int window = 5;  // years
};

// The outcomes that rows carry, each a bit; the first is the main one.
inline constexpr std::array<OutcomeRule, 5> kOutcomeRules{{{Opposition::Quarrel, 5},
                                                           {Opposition::Quarrel, 1},
                                                           {Opposition::Quarrel, 10},
                                                           {Opposition::Neighbour, 5},
                                                           {Opposition::Named, 5}}};

// Predictors that come from facts and not from the theory.
inline constexpr std::string_view kPowerAlone = "power";
inline constexpr std::string_view kProximityAlone = "closeness";
inline constexpr std::string_view kSimilarity = "policy-distance";
inline constexpr std::string_view kComposite = "composite";
inline constexpr std::string_view kExposure = "exposure";  // ln(1 + the number of states that quarrel with the other)
inline constexpr std::string_view kCircular = "unlike-alliances";

struct PairColumn {
    std::string name;
    std::vector<float> values;
    std::vector<bool> known;  // empty: all are
};

struct PairYears {
    std::vector<std::int16_t> years;
    std::vector<std::uint16_t> states;  // places
    std::vector<std::uint16_t> others;
    std::vector<std::uint8_t> outcomes;   // a bit for each of kOutcomeRules
    std::vector<std::uint8_t> in_window;  // a bit for each: the store knows the outcome
    std::vector<bool> relevant;           // neighbours, or one is a major power
    std::vector<std::uint8_t> gains;      // a bit for each rule: the state gains a partner within the window
    std::vector<PairColumn> columns;

    // What was left out, over the same years.
    std::size_t pairs = 0;                                     // in all
    std::size_t with_pact = 0;                                 // not at risk: the two are allies already
    std::vector<std::pair<std::string, std::size_t>> missing;  // pairs without a component, by component

    [[nodiscard]] std::size_t size() const noexcept { return years.size(); }
    [[nodiscard]] const PairColumn& column(std::string_view name) const;
};

// Takes in one year after the other; `facts` are ordered by state.
class PairYearsMaker {
public:
    PairYearsMaker(evidence::ThreatTheory theory, const ThreatTestRecords& records);

    void add_year(int year, std::span<const threat::DyadFacts> facts);
    [[nodiscard]] PairYears take();

private:
    struct YearSets;
    using PactsByRule = std::array<threat::NewPacts, kOutcomeRules.size()>;

    void add_state(int year, std::span<const threat::DyadFacts> facts, const YearSets& sets);
    void add_outcomes(int year, std::size_t state, std::size_t other, const PactsByRule& pacts, const YearSets& sets);
    void add_predictors(const threat::DyadFacts& facts, const threat::ThreatReading& reading, const Reading& composite,
                        std::optional<bool> unlike_alliances, double exposure);

    evidence::ThreatTheory theory_;  // with the coarsest weightings: only its own weights are needed
    const ThreatTestRecords* records_;
    PairYears made_;
};

enum class PairChoice {
    Relevant,  // neighbours, or one is a major power
    All,
    NewPact,  // relevant, and the state gains a partner within the window: whom, where it allies at all
};

enum class Scale { Plain, SquareRoots };

// Windows that reach into a world war are left out with the second.
enum class Wars { All, NoWorldWars };

struct RowChoice {
    PairChoice pairs = PairChoice::Relevant;
    std::size_t rule = 0;  // place in kOutcomeRules
    std::vector<std::string> predictors;
    Scale scale = Scale::Plain;
    Wars wars = Wars::All;
};

// Only rows that have every predictor, and whose window the record of pacts covers.
[[nodiscard]] contest::TestRows chosen_rows(const PairYears& pairs, const RowChoice& choice);

}  // namespace entente::workbench
