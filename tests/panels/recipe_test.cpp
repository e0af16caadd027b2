#include "panels/recipe.hpp"

#include <gtest/gtest.h>

#include "invented_store.hpp"

namespace entente::panels::tests {
namespace {

void add_things(InventedStore& store) {
    const auto form = descriptor("things", "state-year", kStateYear, kValue);
    store.add(form, "1", "SELECT 2 AS state, 1960 AS year, 1.0 AS value");
    store.add(form, "2", "SELECT 2 AS state, 1960 AS year, 2.0 AS value");
}

Recipe recipe_for(const DataAtHand& data, const std::vector<std::string>& columns) {
    const auto panel = build_panel(request_of(PanelUnit::StateYear, 1960, 1961, columns, {"USA"}), data);
    return recipe_of(panel, data, "abc", "0.1");
}

TEST(Recipe, pins_the_versions_that_counted) {
    InventedStore store;
    add_things(store);
    const auto data = store.data();
    const auto recipe = recipe_for(data, {"things"});
    ASSERT_EQ(recipe.request.columns.size(), 1U);
    EXPECT_EQ(recipe.request.columns[0], "things@2.value");
    ASSERT_EQ(recipe.files.size(), 1U);
    EXPECT_EQ(recipe.files[0].file, "things_2.csv");
}

TEST(Recipe, is_read_back_as_it_was_written) {
    InventedStore store;
    add_things(store);
    const auto data = store.data();
    const auto recipe = recipe_for(data, {"things@1"});
    Problems problems;
    const auto read = read_recipe(recipe_text(recipe), "panel.recipe.toml", problems);
    ASSERT_TRUE(read.has_value()) << to_line(problems.sorted().front());
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(recipe_text(*read), recipe_text(recipe));
    EXPECT_EQ(read->request.columns, recipe.request.columns);
    EXPECT_EQ(read->request.states, recipe.request.states);
    EXPECT_EQ(read->files[0].sha256, recipe.files[0].sha256);
}

TEST(Recipe, names_the_files_that_differ) {
    InventedStore store;
    add_things(store);
    const auto data = store.data();
    const auto recipe = recipe_for(data, {"things"});
    EXPECT_TRUE(differences(recipe, data, "abc").empty());
    EXPECT_EQ(differences(recipe, data, "another").size(), 1U);
    auto changed = recipe;
    changed.files[0].sha256 = std::string(64, 'f');
    const auto lines = differences(changed, data, "abc");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines[0].find("things 2: the recipe used things_2.csv (sha256 ffffffffffff)"), std::string::npos)
        << lines[0];
}

TEST(Recipe, reports_what_is_no_recipe_at_its_place) {
    Problems problems;
    EXPECT_FALSE(
        read_recipe("[panel]\nunit = \"state-month\"\nsystem = \"cow\"\nfrom = 1\nto = 2\n", "r.toml", problems));
    ASSERT_TRUE(problems.has_errors());
    EXPECT_EQ(problems.sorted().front().where.line, 2);
    Problems none;
    EXPECT_FALSE(read_recipe("", "r.toml", none));
    EXPECT_TRUE(none.has_errors());
}

}  // namespace
}  // namespace entente::panels::tests
