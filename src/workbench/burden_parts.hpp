// The parts of an analysis of burden sharing: guidelines, demands, and what a case records beside its numbers. For use
// inside the module.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "workbench/burden.hpp"
#include "workbench/burden_groups.hpp"
#include "workbench/burden_numbers.hpp"

namespace entente::workbench {

// What every part works with; all of it outlives them.
struct BurdenQuestion {
    const BurdenRequest* request = nullptr;
    const evidence::BurdenTheory* theory = nullptr;
    const BurdenNumbers* numbers = nullptr;
    const SystemYears* system = nullptr;
    const StateTable* states = nullptr;
    BurdenYears years;
    std::uint64_t seed = 0;
};

// Throws NotFound if nothing at hand covers the theory's first measure, or not in the year asked for.
[[nodiscard]] BurdenYears burden_years(const BurdenRequest& request, const BurdenNumbers& numbers,
                                       const evidence::BurdenTheory& theory,
                                       const std::vector<BurdenGroupAsked>& groups);

// That the year was chosen for the user, and why this one; empty where it was asked for.
[[nodiscard]] std::string why_this_year(const BurdenRequest& request, int year, const BurdenNumbers& numbers,
                                        const evidence::BurdenTheory& theory,
                                        const std::vector<BurdenGroupAsked>& groups);

// The last year that had ended by the case's cut-off.
[[nodiscard]] int last_full_year(const OpenCase& open);

// What is known of the members in one year, who leads them, and whether the large among them carry more.
[[nodiscard]] GroupYear year_of_group(const BurdenQuestion& question, const BurdenGroup& group, int year);

// The theory's, the case's own and the user's; of two that ask for the same, the case's.
[[nodiscard]] std::vector<GuidelineResult> guidelines_of(const BurdenQuestion& question, const BurdenGroupAsked& asked,
                                                         const BurdenGroup& group, const GroupYear& now);

// Weights of a file in place of the theory's: a measure that it does not name has none. False: there is no file. Throws
// NotFound for a file that is not there, BadData for one with anything wrong in it.
bool apply_weights(evidence::BurdenTheory& theory, const std::filesystem::path& file);

// BadRequest for what no guideline can ask: of no measure, in fractions of what is counted in percent, over all of it.
void check_guidelines(const std::map<std::string, double>& guidelines, const evidence::BurdenTheory& theory);

// The number of the state whose code an actor of a case has, in that year; nothing where it is no state.
[[nodiscard]] std::optional<int> number_of(const BurdenQuestion& question, const evidence::Actor& actor, int year);

[[nodiscard]] std::vector<DemandResult> demands_of(const BurdenQuestion& question, const BurdenGroupAsked& asked);
[[nodiscard]] std::vector<SupportResult> supports_of(const OpenCase& open, int year);
[[nodiscard]] std::vector<BurdenOfCase::Coin> coins_of(const OpenCase& open);
[[nodiscard]] std::vector<OpinionResult> opinions_of(const OpenCase& open);
[[nodiscard]] std::vector<PersonAgainstCountry> persons_against_countries(const std::vector<OpinionResult>& opinions);
[[nodiscard]] std::vector<ConductCount> conduct_of(const OpenCase& open);

}  // namespace entente::workbench
