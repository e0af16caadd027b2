#include <cmath>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indices/measures.hpp"

namespace entente::indices {
namespace {

TEST(FigureMeasures, have_names_of_lower_case_words_that_are_all_different) {
    std::set<std::string_view> names;
    for (const auto& measure : figure_measures()) {
        EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
        EXPECT_EQ(measure.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos)
            << measure.name;
    }
    EXPECT_GE(names.size(), 28u);
}

TEST(FigureMeasures, say_what_they_take_and_compute) {
    for (const auto& measure : figure_measures()) {
        EXPECT_FALSE(measure.formula.empty()) << measure.name;
        EXPECT_FALSE(measure.takes.empty()) << measure.name;
    }
}

TEST(FigureMeasures, stand_in_the_documentation_as_they_are_in_the_program) {
    std::ifstream file(ENTENTE_SOURCE_DIR "/docs/figures.md");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    for (const auto& measure : figure_measures()) {
        const auto row = fmt::format("| `{}` | {} | {} |", measure.name, measure.formula, measure.takes);
        EXPECT_NE(page.find(row), std::string::npos) << row;
    }
}

TEST(FigureMeasures, are_found_by_name) {
    const auto* found = find_figure_measure("difference");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->name, "difference");
    EXPECT_EQ(found->formula, "b − a");
    EXPECT_EQ(find_figure_measure("diff"), nullptr);
    EXPECT_EQ(find_figure_measure(""), nullptr);
}

// Whatever goes in, a measure gives values or a reason, never both and never neither.
TEST(FigureMeasures, give_values_or_a_reason_for_any_inputs) {
    using namespace testing;
    const std::vector<InputList> all_inputs = {
        {},
        {number(0)},
        {MeasureInput{}},
        {date("2017")},
        numbers({0, 0}),
        numbers({1e308, -1e308}),
        numbers({0, 0, 0, 0}),
        {number(1, "people"), number(2, "percent"), number(3)},
        dates({"2017-01-01", "2016-01-01"}),
        {poll(0, 0), poll(0, 0)},
        {poll(50, 1), poll(50, 1)},
        {number(1), date("2017-01-01")},
        {date("2017-01-01"), number(1)},
    };
    for (const auto& measure : figure_measures()) {
        for (std::size_t place = 0; place < all_inputs.size(); ++place) {
            const auto result = measure.compute(all_inputs[place]);
            EXPECT_NE(result.values.empty(), result.why_not.empty()) << measure.name << ", inputs " << place;
            for (const double value : result.values) EXPECT_TRUE(std::isfinite(value)) << measure.name;
            EXPECT_TRUE(result.labels.empty() || result.labels.size() == result.values.size()) << measure.name;
        }
    }
}

}  // namespace
}  // namespace entente::indices
