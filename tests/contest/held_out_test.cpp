#include "contest/held_out.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <gtest/gtest.h>

#include "invented_rows.hpp"

namespace entente::contest {
namespace {

// Five years on either side of 1940–1949 have outcomes that reach into it, or predictors that its outcomes reach.
TEST(HeldOut, learns_nothing_from_years_whose_outcomes_overlap_the_decade) {
    const auto rows = invented(0, 0);
    const auto parting = by_decades(rows, 5);
    ASSERT_EQ(parting.parts, 8U);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        EXPECT_EQ(parting.left_out[4][parting.stretch_of_row[row]], rows.years[row] >= 1935 && rows.years[row] <= 1954)
            << rows.years[row];
    }
}

// With a window of five years a decade has two stretches: its first and its last five years are left out by others.
TEST(HeldOut, parts_a_decade_where_others_leave_some_of_it_out) {
    const auto rows = invented(0, 0);
    EXPECT_EQ(by_decades(rows, 5).stretches(), 16U);
    EXPECT_EQ(by_decades(rows, 0).stretches(), 8U);
    const auto parting = by_decades(rows, 1);
    EXPECT_EQ(parting.stretches(), 24U - 2) << "1900 and 1979 have no decade beside them that would leave them out";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        EXPECT_EQ(parting.part_of_stretch[parting.stretch_of_row[row]], parting.part_of_row[row]);
        EXPECT_EQ(parting.part_of_row[row], (rows.years[row] - 1900) / 10);
    }
}

TEST(HeldOut, never_learns_from_a_state_that_it_is_asked_about) {
    const auto rows = invented(0, 0);
    const auto parting = by_states(rows, few_draws());
    EXPECT_EQ(parting.parts, 10U);
    EXPECT_EQ(pieces_of(rows, parting).clusters, 30U);
    std::vector<std::size_t> sizes(parting.parts, 0);
    for (std::size_t part = 0; part < parting.parts; ++part) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool left_out = parting.left_out[part][parting.stretch_of_row[row]];
            EXPECT_EQ(left_out, parting.part_of_row[row] == part);
            if (left_out) ++sizes[part];
        }
    }
    for (const auto size : sizes) EXPECT_EQ(size, rows.size() / 10) << "folds have equally many states";
}

// Each forecast against a fit of its own, with a weight of 0 for the rows that must not be learnt from.
TEST(HeldOut, forecasts_each_part_from_the_rows_that_it_may_learn_from) {
    const auto rows = invented(0.5, 0.5);
    const std::vector<PreparedModel> prepared{{{}, {}}, {{rows.predictors[0], rows.predictors[1]}, {}}};
    for (const auto& parting : {by_decades(rows, 5), by_states(rows, few_draws())}) {
        const auto forecasts = forecasts_of(rows, parting, prepared, one_by_one);
        ASSERT_EQ(forecasts.by_model.size(), prepared.size());
        const std::size_t part = 4;
        std::vector<float> weights;
        for (const auto stretch : parting.stretch_of_row) weights.push_back(parting.left_out[part][stretch] ? 0 : 1);
        for (std::size_t model = 0; model < prepared.size(); ++model) {
            EXPECT_EQ(forecasts.why_not[model], "");
            const models::LogitRows learnt{prepared[model].columns, rows.outcomes, weights, {}};
            const auto fit = models::logit(learnt);
            const auto expected = models::logit_probabilities(learnt, fit.coefficients);
            for (std::size_t row = 0; row < rows.size(); ++row) {
                if (parting.part_of_row[row] != part) continue;
                EXPECT_NEAR(forecasts.by_model[model][row], expected[row], 1e-6) << row;
            }
        }
    }
}

// Outcomes of 1944 and a window of five years are known in 1949: before 1950, and not before 1949.
TEST(FromThePast, learns_only_from_what_was_known_when_the_decade_began) {
    const auto rows = invented(0, 0);
    auto choices = few_draws();
    choices.first_origin = 1920;
    choices.window = 5;
    const auto parting = from_the_past(rows, choices);
    ASSERT_EQ(parting.parts, 6U) << "1920–1929 to 1970–1979";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const int year = rows.years[row];
        EXPECT_EQ(parting.part_of_row[row], year < 1920 ? kNoPart : (year - 1920) / 10) << year;
        EXPECT_EQ(parting.left_out[3][parting.stretch_of_row[row]], year >= 1945) << year;
    }
}

TEST(FromThePast, foresees_from_the_origin_on_wherever_a_decade_begins) {
    auto choices = few_draws();
    choices.first_origin = 1925;
    const auto rows = invented(0, 0);
    const auto parting = from_the_past(rows, choices);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const int year = rows.years[row];
        EXPECT_EQ(parting.part_of_row[row], year < 1925 ? kNoPart : (year - 1925) / 10) << year;
    }
}

// A fit to the rows of the past only, with no row of later years in it at all.
TEST(FromThePast, forecasts_as_a_fit_without_any_later_row_would) {
    auto rows = invented(0.5, 0.5);
    auto choices = few_draws();
    choices.first_origin = 1940;
    models::LogitChoices penalised;
    penalised.ridge = 1;
    penalised.ridge_scale = models::RidgeScale::PerDeviation;
    const std::vector<PreparedModel> prepared{{{rows.predictors[0], rows.predictors[1]}, penalised}};
    const auto parting = from_the_past(rows, choices);
    const auto forecasts = forecasts_of(rows, parting, prepared, one_by_one);
    std::vector<std::vector<float>> past(2);
    std::vector<std::uint8_t> outcomes;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.years[row] + choices.window >= 1940) continue;
        for (std::size_t column = 0; column < 2; ++column) past[column].push_back(rows.predictors[column][row]);
        outcomes.push_back(rows.outcomes[row]);
    }
    const auto fit = models::logit({{past[0], past[1]}, outcomes, {}, {}}, prepared[0].choices);
    const auto expected = models::logit_probabilities({prepared[0].columns, rows.outcomes, {}, {}}, fit.coefficients);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.years[row] < 1940 || rows.years[row] > 1949) continue;
        EXPECT_NEAR(forecasts.by_model[0][row], expected[row], 1e-6) << row;
    }
}

// Twelve states, each allied with the three that follow it.
TestRows invented_pairs() {
    auto rows = invented(0.5, 0.5, 1, 12, 3);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows.others.push_back(static_cast<std::uint16_t>((rows.states[row] + 1 + row % 3) % 12));
        rows.clusters.push_back(static_cast<std::uint16_t>(rows.states[row] * 3 + row % 3));
    }
    return rows;
}

TEST(ByPairStates, foresees_each_row_once_and_learns_from_neither_of_its_states) {
    const auto rows = invented_pairs();
    auto choices = few_draws();
    choices.folds = 4;
    const auto parting = by_pair_states(rows, choices);
    EXPECT_LE(parting.parts, 10U) << "four folds make ten pairs, each with itself";
    for (std::size_t part = 0; part < parting.parts; ++part) {
        std::set<std::uint16_t> asked_about;
        std::set<std::uint16_t> learnt_from;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            auto& states = parting.part_of_row[row] == part ? asked_about : learnt_from;
            if (parting.part_of_row[row] != part && parting.left_out[part][parting.stretch_of_row[row]]) continue;
            states.insert({rows.states[row], rows.others[row]});
        }
        EXPECT_FALSE(asked_about.empty());
        EXPECT_FALSE(learnt_from.empty());
        for (const auto state : asked_about) EXPECT_FALSE(learnt_from.contains(state)) << state;
    }
    for (const auto part : parting.part_of_row) EXPECT_LT(part, parting.parts);
}

TEST(ByPairStates, treats_both_states_of_a_pair_alike) {
    const auto rows = invented_pairs();
    auto turned = rows;
    std::swap(turned.states, turned.others);
    EXPECT_EQ(by_pair_states(rows, few_draws()).part_of_row, by_pair_states(turned, few_draws()).part_of_row);
}

// Rows of 1900–1979, outcomes known after five years: 1940 is foreseen from rows up to 1934, with 20 years from 1915
// on.
TEST(FromThePast, a_model_of_recent_years_learns_from_these_alone) {
    const auto rows = invented(0.5, 0.5);
    auto choices = few_draws();
    choices.first_origin = 1910;
    choices.window = 5;
    const auto parting = from_the_past(rows, choices);
    PreparedModel all;
    PreparedModel recent;
    recent.recent_years = 20;
    const auto forecasts = forecasts_of(rows, parting, {all, recent}, one_by_one);
    double happened = 0;
    double size = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.years[row] < 1915 || rows.years[row] > 1934) continue;
        happened += rows.outcomes[row];
        ++size;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.years[row] != 1945) continue;
        EXPECT_NEAR(forecasts.by_model[1][row], happened / size, 1e-6);
        EXPECT_NE(forecasts.by_model[0][row], forecasts.by_model[1][row]);
    }
}

TEST(Pieces, are_what_of_a_cluster_lies_in_one_part) {
    const auto rows = invented_pairs();
    auto choices = few_draws();
    choices.first_origin = 1940;
    const auto parting = from_the_past(rows, choices);
    const auto pieces = pieces_of(rows, parting);
    EXPECT_EQ(pieces.clusters, 36U);
    EXPECT_EQ(pieces.part_of_piece.size(), 36U * 4U);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto piece = pieces.piece_of_row[row];
        ASSERT_EQ(piece == kNoPart, rows.years[row] < 1940);
        if (piece == kNoPart) continue;
        EXPECT_EQ(pieces.part_of_piece[piece], parting.part_of_row[row]);
        EXPECT_EQ(pieces.cluster_of_piece[piece], rows.clusters[row]);
    }
}

}  // namespace
}  // namespace entente::contest
