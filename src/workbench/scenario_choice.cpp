#include "workbench/scenario_choice.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "casefile/scenario_text.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "textfiles/files.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;
using evidence::Scenario;

bool is_file(const std::string& named) {
    return named.ends_with(".toml") || named.find('/') != std::string::npos;
}

fs::path one_name(const fs::path& path) {
    std::error_code ignored;
    const auto resolved = fs::weakly_canonical(path, ignored);
    return ignored ? path : resolved;
}

// A file of the case may be named by its path too.
const Scenario* of_the_case(const OpenCase& open, const fs::path& file) {
    const auto wanted = one_name(file);
    for (const auto& scenario : open.content.scenarios) {
        if (one_name(scenario.where.file) == wanted) return &scenario;
    }
    return nullptr;
}

// Read as if it were one more file of the case: it cites the case's sources and names the theory's factors.
Scenario read_beside(const OpenCase& open, const std::string& file) {
    require_present(file);
    Problems problems;
    auto bytes = textfiles::read_file(file, file, problems);
    evidence::Case content = open.content;
    const auto before = content.scenarios.size();
    if (!problems.has_errors()) casefile::add_scenario(std::move(bytes), file, content, problems);
    if (!problems.has_errors()) evidence::check_case(content, open.theories, problems);
    if (problems.has_errors()) {
        auto errors = problems.sorted();
        std::erase_if(errors, [](const Problem& each) { return each.severity != Severity::Error; });
        throw Error(ErrorKind::BadData, file + " is no scenario that this case can be read with",
                    "mend it and try again; nothing was computed", std::move(errors));
    }
    ensure(content.scenarios.size() == before + 1, "a file holds one scenario");
    return content.scenarios.back();
}

Scenario by_id(const OpenCase& open, const std::string& id) {
    std::vector<std::string> known;
    for (const auto& scenario : open.content.scenarios) {
        if (scenario.id == id) return scenario;
        known.push_back(scenario.id);
    }
    throw Error(ErrorKind::NotFound, "the case has no scenario '" + id + "'" + did_you_mean(id, known),
                known.empty() ? "it has none; name a file, as in ./my-scenario.toml"
                              : "its scenarios: " + known_words(id, known) + "; or name a file, as in ./mine.toml");
}

Scenario named_scenario(const OpenCase& open, const std::string& named) {
    if (!is_file(named)) return by_id(open, named);
    const auto* own = of_the_case(open, named);
    return own != nullptr ? *own : read_beside(open, named);
}

void require_theory(const OpenCase& open, const Scenario& scenario) {
    require(scenario.theory == open.theory.id,
            "the scenario '" + scenario.id + "' has effects on the factors of " + scenario.theory +
                ", and the case is read under " + open.theory.id,
            "read it under its own: --theory " + scenario.theory);
}

void set_probability(ChosenScenario& chosen, const evidence::ProbabilityRange& range) {
    const bool sound = range.low >= 0 && range.low <= range.high && range.high <= 1;
    require(sound, "the probability of '" + chosen.scenario.id + "' is not two shares from 0 to 1, the lower first",
            "write it as 0.1,0.3");
    chosen.scenario.probability_low = range.low;
    chosen.scenario.probability_high = range.high;
    chosen.scenario.probability_basis = "yours: asked for with --probability";
    chosen.whose = ProbabilityOf::User;
}

void set_probabilities(std::vector<ChosenScenario>& scenarios, const ScenarioRequest& request) {
    for (const auto& [id, range] : request.probabilities) {
        if (id.empty()) {
            require(scenarios.size() == 1, "--probability does not say which of several scenarios it is of",
                    "write --probability ID=LOW,HIGH");
            set_probability(scenarios.front(), range);
            continue;
        }
        const auto found = std::ranges::find_if(scenarios, [&](const auto& one) { return one.scenario.id == id; });
        std::vector<std::string> known;
        for (const auto& one : scenarios) known.push_back(one.scenario.id);
        require(found != scenarios.end(),
                "--probability is of '" + id + "', which is not among the scenarios" + did_you_mean(id, known),
                "they are: " + joined(known, ", "));
        set_probability(*found, range);
    }
}

void require_possible(const std::vector<ChosenScenario>& chosen) {
    std::vector<Scenario> scenarios;
    for (const auto& one : chosen) scenarios.push_back(one.scenario);
    Problems problems;
    evidence::check_alternatives(scenarios, problems);
    if (!problems.has_errors()) return;
    throw Error(ErrorKind::BadRequest, "the probabilities cannot all be right", "nothing was computed",
                problems.sorted());
}

}  // namespace

ScenarioChoice choose_scenarios(const OpenCase& open, const ScenarioRequest& request) {
    ScenarioChoice choice;
    const auto add = [&](const Scenario& scenario) {
        const auto whose = scenario.probability_low ? ProbabilityOf::Author : ProbabilityOf::Nobody;
        choice.scenarios.push_back({scenario, whose});
    };
    std::set<std::string> ids;
    for (const auto& named : request.named) {
        const auto scenario = named_scenario(open, named);
        require(ids.insert(scenario.id).second, "the scenario '" + scenario.id + "' is named twice", "name each once");
        require_theory(open, scenario);
        add(scenario);
    }
    if (request.named.empty()) {
        for (const auto& scenario : open.content.scenarios) {
            if (scenario.theory == open.theory.id) {
                add(scenario);
            } else {
                choice.left_out.push_back("'" + scenario.id + "' is left out: its effects are on the factors of " +
                                          scenario.theory);
            }
        }
    }
    if (choice.scenarios.empty()) {
        throw Error(ErrorKind::NotFound, "the case has no scenario under " + open.theory.id,
                    "write one into its folder scenarios/, or name a file; `entente scenario --template` prints one to "
                    "start from");
    }
    set_probabilities(choice.scenarios, request);
    require_possible(choice.scenarios);
    return choice;
}

}  // namespace entente::workbench
