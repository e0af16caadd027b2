// What might happen: scenarios of a case, or of other files, side by side with what is.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/indicators.hpp"
#include "assessment/scenario_draws.hpp"
#include "outlook/base_rate.hpp"
#include "outlook/joint_probability.hpp"
#include "outlook/moved_outlook.hpp"
#include "workbench/assess.hpp"
#include "workbench/outlook.hpp"

namespace entente::workbench {

inline constexpr int kScenarioDraws = 10'000;

struct ScenarioRequest {
    std::vector<std::string> named;  // ids of the case's scenarios, or files; none: all that the theory reads
    bool together = false;           // what if all of them happened?
    AssessRequest question;
    int draws = kScenarioDraws;
    // The user's own instead of the authors', by the scenario's id; an empty id is that of the only one.
    std::map<std::string, evidence::ProbabilityRange> probabilities;
};

// What a scenario does to the protocol's outlook.
struct ScenarioOutlook {
    double ratio = 1;                            // of the hazard: the product of its conditions'
    std::vector<std::string> conditions;         // of the protocol's sweep that it meets
    std::vector<outlook::HorizonRisk> horizons;  // only `violation` and `word`; empty: it does not move
    std::string reason;                          // why it moves, or does not
};

// What it does to a number of the theory.
struct ScenarioNumber {
    std::string id;
    std::string name;
    std::string factor;
    double low = 0;
    double high = 0;
    // What `assess` would read from the two ends; nothing of a covariate.
    std::optional<assessment::IndicatorReading> reading_low;
    std::optional<assessment::IndicatorReading> reading_high;
};

// What it does to the outlook that a model fitted to official data gives, where it names covariates of the model.
struct ScenarioFitted {
    std::string why_not;                      // set unless there are numbers
    std::vector<evidence::Covariate> moved;   // by it, in the model's order
    std::vector<outlook::MovedValue> values;  // as `moved`
    std::vector<outlook::MovedRisk> horizons;
    std::vector<std::string> warnings;  // also about covariates that it names and that do not move
};

// Over what happens and what does not: P(scenario)·then + (1 − P(scenario))·now, the least and the greatest of it.
struct Unconditional {
    evidence::ProbabilityRange weakened;  // of the verdict's probability
    evidence::ProbabilityRange unchanged;
    evidence::ProbabilityRange strengthened;
    std::optional<evidence::ProbabilityRange> violation;  // within the first horizon; nothing without a base rate
};

enum class ProbabilityOf { Nobody, Author, User };

struct ScenarioView {
    evidence::Scenario scenario;
    ProbabilityOf whose = ProbabilityOf::Nobody;
    std::optional<evidence::ProbabilityRange> probability;
    assessment::ScenarioDraws draws;
    ScenarioOutlook outlook;
    std::vector<ScenarioNumber> numbers;
    std::optional<ScenarioFitted> fitted;        // nothing where it names no covariate
    std::optional<Unconditional> unconditional;  // nothing without a probability
    std::vector<std::string> warnings;
};

struct JointScenario {
    std::vector<std::string> ids;
    std::optional<outlook::Conjunction> probability;  // nothing where one part has none
    assessment::ScenarioDraws draws;
    ScenarioOutlook outlook;
    std::optional<ScenarioFitted> fitted;
    std::vector<std::string> warnings;
};

// Scenarios that exclude each other.
struct AlternativeScenarios {
    std::string name;
    std::vector<std::string> ids;
    std::optional<evidence::ProbabilityRange> any;  // that one of them happens
    std::optional<Unconditional> unconditional;
    std::string why_not;
};

struct ScenarioResult {
    OpenCasePtr open;
    assessment::Question question;
    int draws = 0;
    assessment::LedgerState now;
    outlook::Outlook outlook;
    std::shared_ptr<const OutlookResult> fitted;  // as it is now; null where no scenario names a covariate
    std::vector<ScenarioView> scenarios;
    std::optional<JointScenario> joint;
    std::vector<AlternativeScenarios> alternatives;  // of which at least two are among the scenarios
    std::vector<std::string> warnings;
};

// Throws NotFound for an unknown id or file, BadData for a broken file, BadRequest for probabilities that cannot be.
[[nodiscard]] ScenarioResult scenario(const OpenCasePtr& open, const ScenarioRequest& request);

// Whether the case has any that the theory reads.
[[nodiscard]] bool has_scenarios(const OpenCase& open) noexcept;

// A file to start from, with a comment to each key.
[[nodiscard]] std::string scenario_template();

}  // namespace entente::workbench

template <>
struct entente::NamesOf<entente::workbench::ProbabilityOf> {
    static constexpr std::array<std::string_view, 3> names{"nobody", "author", "user"};
};
