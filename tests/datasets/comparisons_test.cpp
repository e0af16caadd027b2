#include "datasets/comparisons.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace entente::datasets {
namespace {

std::vector<std::string> lines(const Problems& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems.sorted()) all.push_back(to_line(problem));
    return all;
}

TEST(Comparisons, a_column_is_named_with_its_data_set_and_version) {
    const auto full = parse_column_reference("nmc@5.0.milex");
    ASSERT_TRUE(full);
    EXPECT_EQ(full->dataset, "nmc");
    EXPECT_EQ(full->version, "5.0");
    EXPECT_EQ(full->column, "milex");
    EXPECT_EQ(to_text(*full), "nmc@5.0.milex");
    EXPECT_EQ(to_text(*parse_column_reference("nmc.milex")), "nmc.milex");
    for (const char* wrong : {"", "nmc", "nmc.", ".milex", "nmc@5", "nmc@.milex", "@5.0.milex"}) {
        EXPECT_FALSE(parse_column_reference(wrong)) << wrong;
    }
}

TEST(Comparisons, are_read_with_their_tolerance_and_years) {
    Problems problems;
    const auto all = read_comparisons(
        "[[comparison]]\nid = \"spending\"\nleft = \"nmc@5.0.milex\"\nright = \"sipri.usd\"\nscale = 0.001\n"
        "tolerance = 0.2\nminimum = 10\nyears = [1949, 2012]\nzero_with = \"milper\"\nby = \"dispnum\"\n",
        "comparisons.toml", problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].scale, 0.001);
    EXPECT_EQ(all[0].years->last, 2012);
    EXPECT_EQ(all[0].zero_with, "milper");
    EXPECT_EQ(all[0].by, "dispnum");
}

TEST(Comparisons, what_is_wrong_is_reported_and_the_rest_is_kept) {
    Problems problems;
    const auto all = read_comparisons(
        "[[comparison]]\nid = \"a\"\nleft = \"nmc\"\nright = \"b.c\"\ntolerance = 0.1\n"
        "[[comparison]]\nid = \"b\"\nleft = \"a.b\"\nright = \"b.c\"\ntolerance = 5\n"
        "[[comparison]]\nid = \"c\"\nleft = \"a.b\"\nright = \"b.c\"\ntolerance = 0\n"
        "[[comparison]]\nid = \"c\"\nleft = \"a.b\"\nright = \"b.c\"\ntolerance = 0\n[other]\nx = 1\n",
        "comparisons.toml", problems);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].id, "c");
    const auto said = lines(problems);
    ASSERT_EQ(said.size(), 4U);
    EXPECT_NE(said[0].find("'nmc' names no column"), std::string::npos);
    EXPECT_NE(said[1].find("tolerance from 0 to 1"), std::string::npos);
    EXPECT_NE(said[2].find("two comparisons 'c'"), std::string::npos);
    EXPECT_NE(said[3].find("[[comparison]] only"), std::string::npos);
}

TEST(Comparisons, a_user_declares_a_break_of_one_state) {
    Problems problems;
    const auto all = read_breaks(
        "[[break]]\nvariable = \"us-troops.troops\"\nstate = \"JPN\"\nyear = 2008\nwhat = \"counted twice\"\n"
        "source = \"the project's NEWS\"\n",
        "breaks.toml", problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].column.column, "troops");
    EXPECT_EQ(all[0].change.state, "JPN");
    EXPECT_EQ(all[0].change.year, 2008);
}

TEST(Comparisons, the_shipped_ones_are_read_without_a_problem) {
    std::ifstream file(ENTENTE_SOURCE_DIR "/datasets/comparisons.toml", std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    Problems problems;
    EXPECT_FALSE(read_comparisons(bytes.str(), "datasets/comparisons.toml", problems).empty());
    EXPECT_EQ(lines(problems), std::vector<std::string>{});
}

}  // namespace
}  // namespace entente::datasets
