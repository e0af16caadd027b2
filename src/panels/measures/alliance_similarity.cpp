#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "core/in_threads.hpp"
#include "datasets/state_years.hpp"
#include "indices/commitment_level.hpp"
#include "panels/measures/pair_table.hpp"

namespace entente::panels {
namespace {

using datasets::identifier;

constexpr std::array<std::string_view, 1> kPledges{"atop-directed"};
// In the order of indices::Pledges.
constexpr std::array<std::string_view, 5> kPledgeNames{"defense", "offense", "neutral", "nonagg", "consul"};
constexpr std::int8_t kTowardsItself = 3;

struct Pledge {
    std::int64_t from = 0;
    std::int64_t towards = 0;
    std::int8_t level = indices::kMissingLevel;
};

using PledgesByYear = std::map<int, std::vector<Pledge>>;

std::optional<bool> flag_at(const datasets::Column& column, std::size_t row) {
    if (column.present[row] == 0) return std::nullopt;
    return std::get<datasets::Column::Integers>(column.values)[row] != 0;
}

PledgesByYear read_pledges(const datasets::Database& database, const SourceTable& source, int from, int to) {
    std::string select;
    for (const auto name : kPledgeNames) select += ", CAST(" + identifier(name) + " AS BIGINT)";
    const auto found = database.query(fmt::format(
        "SELECT {0}, {1}, {2}{3} FROM {4} WHERE {2} BETWEEN {5} AND {6}", identifier(source.key.state_1),
        identifier(source.key.state_2), identifier(source.key.year), select, identifier(source.table), from, to));
    const auto& columns = found.columns();
    const auto integers = [&](std::size_t place) -> const datasets::Column::Integers& {
        return std::get<datasets::Column::Integers>(columns[place].values);
    };
    PledgesByYear pledges;
    for (std::size_t row = 0; row < found.rows(); ++row) {
        const indices::Pledges made{flag_at(columns[3], row), flag_at(columns[4], row), flag_at(columns[5], row),
                                    flag_at(columns[6], row), flag_at(columns[7], row)};
        const auto level = indices::commitment_level(made);
        pledges[static_cast<int>(integers(2)[row])].push_back(
            {integers(0)[row], integers(1)[row], level ? static_cast<std::int8_t>(*level) : indices::kMissingLevel});
    }
    return pledges;
}

// A row for each state with its own pledges to all states of the year: none where the data set names none.
std::vector<std::int8_t> levels_of_year(const std::vector<int>& states, const std::vector<Pledge>& pledges) {
    std::vector<std::int8_t> levels(states.size() * states.size(), 0);
    for (std::size_t own = 0; own < states.size(); ++own) levels[own * states.size() + own] = kTowardsItself;
    const auto place_of = [&](std::int64_t number) {
        const auto found = std::lower_bound(states.begin(), states.end(), number);
        return found != states.end() && *found == number ? static_cast<std::size_t>(found - states.begin())
                                                         : states.size();
    };
    for (const auto& pledge : pledges) {
        const auto from = place_of(pledge.from);
        const auto towards = place_of(pledge.towards);
        if (from == states.size() || towards == states.size()) continue;
        levels[from * states.size() + towards] = pledge.level;
    }
    return levels;
}

}  // namespace

std::vector<MeasuredColumn> add_alliance_similarity(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kPledges, kPledgeNames);
    const auto& frame = query.frame();
    const auto source = source_of(dataset, frame.system);
    const int from = std::max(frame.from, dataset.years.first);
    const int to = std::min(frame.to, dataset.years.last);
    const auto pledges = read_pledges(query.data().database(), source, from, to);
    std::map<int, std::vector<int>> states_of_year;
    for (const auto& one : datasets::state_years(query.data().states(), source.numbering, from, to)) {
        states_of_year[one.year].push_back(one.number);
    }
    for (auto& [year, states] : states_of_year) std::sort(states.begin(), states.end());
    PairTable pairs(query, source.numbering);
    in_threads(states_of_year.size(), 0, [&](std::size_t number) {
        const auto& [year, states] = *std::next(states_of_year.begin(), static_cast<std::ptrdiff_t>(number));
        const auto made = pledges.find(year);
        const indices::ProfileMatrix profiles(
            levels_of_year(states, made == pledges.end() ? std::vector<Pledge>{} : made->second), states.size(),
            states.size(), indices::kCommitmentLevels);
        std::vector<indices::PairSimilarity> results(indices::number_of_pairs(states.size()));
        indices::compare_all_pairs(profiles, results);
        pairs.add_year(year, states, results);
    });
    const auto table = std::move(pairs).store(query.data().database(), "measure_alliance_pairs");
    const auto cell = [&](const char* column) { return pair_cell(query, table, column, dataset.years); };
    return {{"alliance_s", "Similarity of alliance pledges, S", "", cell("s"), {}, "", false},
            {"alliance_kappa",
             "Similarity of alliance pledges, Cohen's κ with squared distances",
             "",
             cell("kappa"),
             {},
             "",
             false},
            {"alliance_pi",
             "Similarity of alliance pledges, Scott's π with squared distances",
             "",
             cell("pi"),
             {},
             "",
             false},
            {"alliance_few_ties",
             "One of the two has two ties or fewer, itself included: trust no coefficient",
             "",
             cell("few_ties"),
             {},
             "rows in which one of the two has two ties or fewer, itself included: no coefficient "
             "of similarity can be trusted there",
             false}};
}

}  // namespace entente::panels
