#include "workbench/coder_work.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using Lines = std::vector<std::string>;

OpenCasePtr opened(const std::string& path) {
    return open_case({testing::source_folder() / path, {}, {}, {}});
}

const WorkItem& item_in(const WorkResult& work, const std::string& id) {
    return *std::find_if(work.items.begin(), work.items.end(),
                         [&](const WorkItem& each) { return each.item->id == id; });
}

TEST(CoderWork, every_item_is_there_with_what_the_coder_made_of_it) {
    const auto work = coder_work(opened("tests/cases/two-coders"), {"second", false});
    EXPECT_EQ(work.items.size(), 6U);
    EXPECT_EQ(work.file, "codings/second.toml");
    EXPECT_TRUE(work.sha256);
    EXPECT_EQ(item_in(work, "exercise-2010").state, WorkState::Coded);
    EXPECT_EQ(item_in(work, "exercise-2010").codings.size(), 1U);
    EXPECT_EQ(item_in(work, "tariff-2008").state, WorkState::Read);
    EXPECT_EQ(item_in(work, "secret-talks-2011").state, WorkState::Open);
}

// The exercise of April 2010 lies in the late years (judged against the early ones) and in the latest (against the
// late).
TEST(CoderWork, an_item_is_judged_once_for_each_of_its_periods) {
    const auto work = coder_work(opened("tests/cases/two-coders"), {"second", false});
    const auto& judgements = item_in(work, "exercise-2010").judgements;
    ASSERT_EQ(judgements.size(), 2U);
    EXPECT_EQ(judgements[0].period, "late");
    EXPECT_EQ(judgements[0].baseline, "early");
    EXPECT_EQ(judgements[1].period, "latest");
    EXPECT_EQ(judgements[1].baseline, "late");
    EXPECT_TRUE(item_in(work, "joint-statement-2003-05-01").judgements.empty());
}

// Both are about defence; the statement of 2003 lies in the baseline, those of 2008 do not, and nothing later is
// offered.
TEST(CoderWork, comparators_share_an_issue_and_are_not_later_those_of_the_baseline_first) {
    const auto work = coder_work(opened("tests/cases/two-coders"), {"second", false});
    EXPECT_EQ(item_in(work, "exercise-2010").judgements[0].comparators,
              (Lines{"joint-statement-2003-05-01", "reassurance-2008", "frigates-cancelled-2008"}));
    EXPECT_EQ(item_in(work, "exercise-2010").judgements[1].comparators,
              (Lines{"reassurance-2008", "frigates-cancelled-2008", "joint-statement-2003-05-01"}));
    EXPECT_EQ(item_in(work, "tariff-2008").judgements[0].comparators, Lines{});
}

TEST(CoderWork, what_others_made_of_an_item_is_there_unless_the_coder_is_blind) {
    const auto open = opened("tests/cases/two-coders");
    EXPECT_EQ(item_in(coder_work(open, {"first", false}), "exercise-2010").others.size(), 1U);
    const auto blind = coder_work(open, {"first", true});
    for (const auto& item : blind.items) EXPECT_TRUE(item.others.empty());
}

TEST(CoderWork, a_coder_whose_file_says_blind_is_blind) {
    const auto work = coder_work(opened("tests/cases/two-coders"), {"second", false});
    EXPECT_TRUE(work.blind);
    for (const auto& item : work.items) EXPECT_TRUE(item.others.empty());
    EXPECT_EQ(work.clusters, (Lines{"exercises", "frigates", "reassurance"}));
}

TEST(CoderWork, a_coder_without_a_file_has_everything_before_them) {
    const auto work = coder_work(opened("tests/cases/two-coders"), {"third", true});
    EXPECT_FALSE(work.sha256);
    EXPECT_TRUE(std::all_of(work.items.begin(), work.items.end(),
                            [](const WorkItem& item) { return item.state == WorkState::Open; }));
}

TEST(CoderWork, a_name_that_no_coder_can_have_is_refused) {
    for (const char* name : {"", "..", "../first", "First", "a/b"}) {
        EXPECT_EQ(error_of([&] { static_cast<void>(coder_work(opened("tests/cases/tiny"), {name, false})); }).kind(),
                  ErrorKind::BadRequest)
            << name;
    }
}

TEST(CoderWork, a_blind_coder_is_given_a_case_without_what_others_made_of_it) {
    const auto open = opened("cases/us-japan");
    const auto work = coder_work(open, {"blind", true});
    const auto& content = work.open->content;
    EXPECT_EQ(content.coders.size(), 1U);
    EXPECT_TRUE(content.claims.empty() && content.scenarios.empty() && content.meetings.empty());
    EXPECT_EQ(content.items.size(), open->content.items.size());
    EXPECT_GT(open->content.coders.size(), 1U);
}

}  // namespace
}  // namespace entente::workbench
