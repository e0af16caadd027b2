#include "indices/official_profiles.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>

#include "datasets/database.hpp"
#include "indices/commitment_level.hpp"
#include "indices/profile_similarity.hpp"

namespace entente::bench {
namespace {

using datasets::Column;

constexpr int kFirstYear = 1816;
constexpr int kLastYear = 2018;
constexpr int kLastYearOfStates = 2016;
constexpr std::int8_t kTowardsItself = 3;

datasets::ResultTable rows_of(const std::filesystem::path& file, const std::string& select, const std::string& rest) {
    return datasets::Database::in_memory().query("SELECT " + select + " FROM read_csv(" +
                                                 datasets::literal(file.string()) + ") " + rest);
}

const Column::Integers& integers(const datasets::ResultTable& table, std::size_t place) {
    return std::get<Column::Integers>(table.columns()[place].values);
}

std::optional<bool> flag(const datasets::ResultTable& table, std::size_t place, std::size_t row) {
    if (table.columns()[place].present[row] == 0) return std::nullopt;
    return integers(table, place)[row] != 0;
}

// The place of a number in a list in rising order; its size if it is not there.
std::size_t place_in(const std::vector<int>& states, std::int64_t number) {
    const auto found = std::lower_bound(states.begin(), states.end(), number);
    if (found == states.end() || *found != number) return states.size();
    return static_cast<std::size_t>(found - states.begin());
}

std::map<int, std::vector<int>> states_by_year(const std::filesystem::path& folder) {
    const auto table =
        rows_of(folder / "cow/system2016.csv", "CAST(year AS BIGINT), CAST(ccode AS BIGINT)", "ORDER BY 1, 2");
    std::map<int, std::vector<int>> states;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        states[static_cast<int>(integers(table, 0)[row])].push_back(static_cast<int>(integers(table, 1)[row]));
    }
    for (int year = kLastYearOfStates + 1; year <= kLastYear; ++year) states[year] = states.at(kLastYearOfStates);
    return states;
}

}  // namespace

ProfileSeries read_alliance_profiles(const std::filesystem::path& folder) {
    ProfileSeries series{"alliances", indices::kCommitmentLevels, {}};
    for (const auto& [year, states] : states_by_year(folder)) {
        ProfilesOfYear profiles{year, states, states.size(), std::vector<std::int8_t>(states.size() * states.size())};
        for (std::size_t own = 0; own < states.size(); ++own) {
            profiles.levels[own * states.size() + own] = kTowardsItself;
        }
        series.years.push_back(std::move(profiles));
    }
    const auto pledges = rows_of(folder / "atop/peacesciencer_atop_alliance.csv",
                                 "CAST(year AS BIGINT), CAST(ccode1 AS BIGINT), CAST(ccode2 AS BIGINT), "
                                 "CAST(atop_defense AS BIGINT), CAST(atop_offense AS BIGINT), "
                                 "CAST(atop_neutral AS BIGINT), CAST(atop_nonagg AS BIGINT), "
                                 "CAST(atop_consul AS BIGINT)",
                                 "WHERE year BETWEEN 1816 AND 2018");
    for (std::size_t row = 0; row < pledges.rows(); ++row) {
        auto& profiles = series.years[static_cast<std::size_t>(integers(pledges, 0)[row] - kFirstYear)];
        const auto from = place_in(profiles.states, integers(pledges, 1)[row]);
        const auto towards = place_in(profiles.states, integers(pledges, 2)[row]);
        if (from == profiles.states.size() || towards == profiles.states.size()) continue;
        const auto level =
            indices::commitment_level({flag(pledges, 3, row), flag(pledges, 4, row), flag(pledges, 5, row),
                                       flag(pledges, 6, row), flag(pledges, 7, row)});
        profiles.levels[from * profiles.targets + towards] =
            level ? static_cast<std::int8_t>(*level) : indices::kMissingLevel;
    }
    return series;
}

ProfileSeries read_vote_profiles(const std::filesystem::path& folder) {
    const auto votes = rows_of(folder / "unga/UNVotesPublished_1-70.csv.gz",
                               "CAST(year AS BIGINT), CAST(ccode AS BIGINT), CAST(rcid AS BIGINT), "
                               "CAST(vote AS BIGINT)",
                               "WHERE vote <> 9 ORDER BY 1, 2, 3");
    ProfileSeries series{"votes", indices::kVotes, {}};
    for (std::size_t begin = 0, end = 0; begin < votes.rows(); begin = end) {
        const auto year = integers(votes, 0)[begin];
        ProfilesOfYear profiles;
        profiles.year = static_cast<int>(year);
        std::unordered_map<std::int64_t, std::size_t> roll_calls;
        for (end = begin; end < votes.rows() && integers(votes, 0)[end] == year; ++end) {
            const auto state = static_cast<int>(integers(votes, 1)[end]);
            if (profiles.states.empty() || profiles.states.back() != state) profiles.states.push_back(state);
            roll_calls.try_emplace(integers(votes, 2)[end], roll_calls.size());
        }
        profiles.targets = roll_calls.size();
        profiles.levels.assign(profiles.states.size() * profiles.targets, indices::kMissingLevel);
        for (std::size_t row = begin; row < end; ++row) {
            const auto vote = integers(votes, 3)[row];
            if (vote < 1 || vote > 3) continue;
            const auto state = place_in(profiles.states, integers(votes, 1)[row]);
            profiles.levels[state * profiles.targets + roll_calls[integers(votes, 2)[row]]] =
                static_cast<std::int8_t>(vote - 1);
        }
        series.years.push_back(std::move(profiles));
    }
    return series;
}

std::size_t pairs_in(const ProfileSeries& series) {
    std::size_t pairs = 0;
    for (const auto& year : series.years) pairs += indices::number_of_pairs(year.states.size());
    return pairs;
}

std::filesystem::path official_folder() {
    if (const char* named = std::getenv("ENTENTE_TEST_DATA"); named != nullptr && *named != '\0') return named;
    return std::filesystem::path(ENTENTE_SOURCE_DIR).parent_path() / "shared" / "data";
}

}  // namespace entente::bench
