#include "workbench/starting_points.hpp"

#include <gtest/gtest.h>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::Folder;
using Ids = std::vector<std::string>;

Ids ids_of(const std::vector<StartingPoint>& points) {
    Ids ids;
    for (const auto& point : points) ids.push_back(point.id);
    return ids;
}

// The shipped protocol under another id, with a reading beside.
std::string protocol(const std::string& id, const std::string& reading) {
    auto text = starting_protocol(*open_case({testing::tiny_case(), {}, {}, {}}), "").text;
    const std::string own = "\"ledger-v1\"";
    text.replace(text.find(own), own.size(), '"' + id + '"');
    return text + "\n[reading]\n" + reading + '\n';
}

TEST(StartingPoints, the_protocol_and_the_theory_in_use_stand_first) {
    const auto points = starting_points(*open_case({testing::tiny_case(), {}, {}, {}}));
    ASSERT_FALSE(points.protocols.empty());
    EXPECT_EQ(points.protocols.front().id, "ledger-v1");
    ASSERT_FALSE(points.theories.empty());
    EXPECT_EQ(points.theories.front().id, "walt-1997");
    EXPECT_EQ(points.theories.front().name, "Walt 1997");
}

TEST(StartingPoints, a_theory_that_nobody_coded_under_is_left_out) {
    EXPECT_EQ(ids_of(starting_points(*open_case({testing::tiny_case(), {}, {}, {}})).theories), Ids{"walt-1997"});
    const auto other = starting_points(*open_case({testing::tiny_case(), "liberal", {}, {}}));
    EXPECT_EQ(ids_of(other.theories), (Ids{"liberal", "walt-1997"}));
}

TEST(StartingPoints, a_reading_saved_in_the_case_is_one_of_its_protocols) {
    const Folder copy;
    copy.copy_tiny();
    copy.write("protocols/sceptic.toml", protocol("sceptic", "set_aside = [\"no-exercise-2009\"]"));
    EXPECT_EQ(ids_of(starting_points(*open_case({copy.path(), {}, {}, {}})).protocols), (Ids{"ledger-v1", "sceptic"}));
}

TEST(StartingPoints, broken_files_and_readings_of_other_cases_are_left_out) {
    const Folder copy;
    copy.copy_tiny();
    copy.write("protocols/broken.toml", "id = ");
    copy.write("protocols/elsewhere.toml", protocol("elsewhere", "set_aside = [\"an-item-of-another-case\"]"));
    EXPECT_EQ(ids_of(starting_points(*open_case({copy.path(), {}, {}, {}})).protocols), Ids{"ledger-v1"});
}

}  // namespace
}  // namespace entente::workbench
