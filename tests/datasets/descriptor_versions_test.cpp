#include <gtest/gtest.h>

#include "datasets/descriptor.hpp"
#include "datasets/harbours.hpp"

namespace entente::datasets {
namespace {

TEST(DescriptorVersions, versions_arrive_with_their_tests) {
    Problems problems;
    const auto descriptor = read(kHarbours, problems);
    ASSERT_TRUE(descriptor);
    const Version* first = descriptor->find_version("1.0");
    const Version* second = descriptor->find_version("2.0");
    ASSERT_NE(first, nullptr);
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(first->years.last, 1990);
    EXPECT_EQ(first->files, Lines{"harbours.csv"});
    EXPECT_EQ(first->test.equals, Lines{"1"});
    EXPECT_EQ(second->test.largest, 2000.0);
    EXPECT_EQ(second->test.title, "Harbours");
    EXPECT_EQ(descriptor->find_version("3.0"), nullptr);
}

TEST(DescriptorVersions, years_are_in_order_and_within_those_of_the_versions) {
    EXPECT_EQ(said_of("years = [1900, 1990]", "years = [1990, 1900]"), Lines{"'years' ends before it begins"});
    EXPECT_EQ(said_of("years = [1900, 1990]", "years = [1900]"), Lines{"'years' is not a first and a last year"});
    EXPECT_EQ(said_of("years = [1901, 2000]", "years = [1901, 2001]"),
              Lines{"column 'ships': its years reach beyond those of the versions, 1900–2000"});
}

TEST(DescriptorVersions, versions_have_ids_of_their_own_and_can_be_told_apart) {
    EXPECT_EQ(said_of("id    = \"2.0\"", "id    = \"1.0\""), Lines{"the version '1.0' stands here twice"});
    EXPECT_EQ(said_of("id    = \"2.0\"", "id    = \"1_0\""), Lines{"the versions '1.0' and '1_0' would be one table"});
    EXPECT_EQ(said_of("when  = { column = \"version\", equals = [\"1\"] }", ""),
              Lines{"every file would be version '1.0', and there are others"});
}

TEST(DescriptorVersions, a_version_s_test_is_whole) {
    EXPECT_EQ(said_of("{ column = \"version\", equals = [\"1\"] }", "{ column = \"version\" }"),
              Lines{"nothing is asked of the column 'version'"});
    EXPECT_EQ(said_of("{ column = \"version\", equals = [\"1\"] }", "{ equals = [\"1\"] }"),
              Lines{"'equals', 'without' and 'largest' need a column"});
    EXPECT_EQ(said_of("lacks = [\"docks\"]", "lacks = [\"Piers\"]"), Lines{"'piers' stands in 'has' and in 'lacks'"});
}

TEST(DescriptorVersions, a_version_may_state_its_rows_and_what_it_is_a_part_of) {
    Problems problems;
    const auto descriptor = read(
        changed("years = [1900, 1990]\nfiles", "years = [1900, 1990]\nrows = 120\npart_of = \"2.0\"\nfiles"), problems);
    ASSERT_EQ(textfiles::lines_of(problems), Lines{});
    EXPECT_EQ(descriptor->versions[0].rows, 120);
    EXPECT_EQ(descriptor->versions[0].part_of, "2.0");
    EXPECT_FALSE(descriptor->versions[1].rows);
}

TEST(DescriptorVersions, a_data_set_of_parts_states_no_rows) {
    const auto parts = changed("missing   = [\"-9\"]", "missing   = [\"-9\"]\nseveral_files = true");
    EXPECT_EQ(problems_of(changed("years = [1900, 1990]\nfiles", "rows = 120\nfiles", parts)).size(), 1U);
    EXPECT_EQ(said_of("years = [1900, 1990]\nfiles", "rows = 0\nfiles"), (Lines{"a table has a row at least"}));
    EXPECT_EQ(said_of("years = [1900, 1990]\nfiles", "part_of = \"3.0\"\nfiles"),
              (Lines{"'3.0' is no other version of the data set"}));
}

}  // namespace
}  // namespace entente::datasets
