#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "panels/measures/pair_table.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::identifier;

constexpr std::array<std::string_view, 1> kVotes{"unga-votes"};
constexpr std::array<std::string_view, 2> kVote{"rcid", "vote"};

// Yes 1, abstention 2, no 3; whoever was absent or no member has no position.
std::int8_t level_of_vote(std::int64_t vote) {
    return vote >= 1 && vote <= 3 ? static_cast<std::int8_t>(vote - 1) : indices::kMissingLevel;
}

struct VotesOfYear {
    std::vector<int> states;  // in rising order
    std::vector<std::int8_t> levels;
    std::size_t roll_calls = 0;
};

class Votes {
public:
    Votes(const datasets::Database& database, const SourceTable& source, int from, int to)
        : table_(database.query(fmt::format(
              "SELECT {1} AS year, {0} AS state, CAST(rcid AS BIGINT) AS roll_call, CAST(vote AS BIGINT) AS vote FROM "
              "{2} WHERE {1} BETWEEN {3} AND {4} AND {0} IS NOT NULL AND vote IS NOT NULL ORDER BY 1, 2, 3",
              identifier(source.key.state), identifier(source.key.year), identifier(source.table), from, to))) {}

    [[nodiscard]] std::size_t rows() const noexcept { return table_.rows(); }
    [[nodiscard]] int year(std::size_t row) const { return static_cast<int>(column(0)[row]); }

    // The rows of one year, which begin at `begin`; `end` is set to where the next one begins.
    [[nodiscard]] VotesOfYear read_year(std::size_t begin, std::size_t& end) const {
        for (end = begin; end < rows() && year(end) == year(begin);) ++end;
        VotesOfYear votes;
        std::unordered_map<std::int64_t, std::size_t> roll_calls;
        for (std::size_t row = begin; row < end; ++row) {
            if (votes.states.empty() || votes.states.back() != column(1)[row]) {
                votes.states.push_back(static_cast<int>(column(1)[row]));
            }
            roll_calls.try_emplace(column(2)[row], roll_calls.size());
        }
        votes.roll_calls = roll_calls.size();
        votes.levels.assign(votes.states.size() * votes.roll_calls, indices::kMissingLevel);
        std::size_t state = 0;
        for (std::size_t row = begin; row < end; ++row) {
            while (votes.states[state] != column(1)[row]) ++state;
            votes.levels[state * votes.roll_calls + roll_calls[column(2)[row]]] = level_of_vote(column(3)[row]);
        }
        return votes;
    }

private:
    [[nodiscard]] const Column::Integers& column(std::size_t place) const {
        return std::get<Column::Integers>(table_.columns()[place].values);
    }

    datasets::ResultTable table_;
};

}  // namespace

std::vector<MeasuredColumn> add_vote_similarity(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kVotes, kVote);
    const auto source = source_of(dataset, query.frame().system);
    const Votes votes(query.data().database(), source, query.frame().from, query.frame().to);
    PairTable pairs(query, source.numbering);
    std::vector<indices::PairSimilarity> results;
    for (std::size_t row = 0; row < votes.rows();) {
        const int year = votes.year(row);
        const auto of_year = votes.read_year(row, row);
        const indices::ProfileMatrix profiles(of_year.levels, of_year.states.size(), of_year.roll_calls,
                                              indices::kVotes);
        results.resize(indices::number_of_pairs(of_year.states.size()));
        indices::compare_all_pairs(profiles, results);
        pairs.add_year(year, of_year.states, results);
    }
    const auto table = std::move(pairs).store(query.data().database(), "measure_vote_pairs");
    const auto cell = [&](const char* column) { return pair_cell(query, table, column, dataset.years); };
    return {{"vote_s", "Similarity of votes, S", "", cell("s"), {}, "", false},
            {"vote_kappa", "Similarity of votes, Cohen's κ with squared distances", "", cell("kappa"), {}, "", false},
            {"vote_pi", "Similarity of votes, Scott's π with squared distances", "", cell("pi"), {}, "", false},
            {"votes_compared",
             "Roll calls of the year in which both took part",
             "roll calls",
             cell("compared"),
             {},
             "",
             false}};
}

}  // namespace entente::panels
