#include "workbench/assess.hpp"

#include <gtest/gtest.h>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using testing::Folder;

// A copy of the small case that a test adds to.
class Assess : public ::testing::Test {
protected:
    Assess() { copy_.copy_tiny(); }

    [[nodiscard]] OpenCasePtr opened() const { return open_case({copy_.path(), {}, {}, {}}); }

    void add_period(const std::string& id, const std::string& years, const std::string& baseline = {}) {
        copy_.append("case.toml", "\n[[period]]\nid = \"" + id + "\"\nname = \"" + id +
                                      "\"\nbegin = " + years.substr(0, 4) + "-01-01\nend = " + years.substr(5) +
                                      "-12-31\n" + (baseline.empty() ? "" : "baseline = \"" + baseline + "\"\n"));
    }
    void add_treaty(const std::string& id, const std::string& in_force, const std::string& ended = {}) {
        const std::string next = "[[issue]]\nid   = \"defence\"";
        replace_in_case(next, "[[alliance.treaty]]\nid = \"" + id + "\"\nname = \"" + id + "\"\nin_force = " +
                                  in_force + '\n' + (ended.empty() ? "" : "ended = " + ended + '\n') + '\n' + next);
    }
    void replace_in_case(const std::string& from, const std::string& to) {
        std::ifstream in(copy_.path() / "case.toml");
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        copy_.write("case.toml", text.replace(at, from.size(), to));
    }
    AssessResult assessed(const std::string& focal = {}, const std::string& baseline = {}) {
        return assess(opened(), {baseline, focal, {}, {}});
    }

    const Folder copy_;
};

TEST_F(Assess, answers_the_question_of_the_case_by_default) {
    const auto result = assessed();
    EXPECT_EQ(result.assessment.question.focal, "late");
    EXPECT_EQ(result.assessment.question.baseline, "early");
    EXPECT_EQ(result.assessment.question.seed, result.open->protocol.sensitivity.seed);
}

TEST_F(Assess, another_focal_period_brings_its_own_baseline) {
    add_period("latest", "2013-2015", "late");
    const auto result = assessed("latest");
    EXPECT_EQ(result.assessment.question.focal, "latest");
    EXPECT_EQ(result.assessment.question.baseline, "late");
}

TEST_F(Assess, the_pair_that_the_case_names_stays_together) {
    add_period("first", "1999-2000");
    replace_in_case("baseline = \"early\"\nfocal", "baseline = \"first\"\nfocal");
    EXPECT_EQ(assessed().assessment.question.baseline, "first");
    EXPECT_EQ(assessed("late").assessment.question.baseline, "first");  // though its own is `early`
}

TEST_F(Assess, a_baseline_that_was_asked_for_decides) {
    add_period("first", "1999-2000");
    EXPECT_EQ(assessed({}, "first").assessment.question.baseline, "first");
}

TEST_F(Assess, a_period_without_baseline_needs_one) {
    const auto error = error_of([&] { static_cast<void>(assessed("early")); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_STREQ(error.what(), "no baseline period is given, and the case names none");
}

TEST_F(Assess, an_unknown_period_is_not_found) {
    const auto error = error_of([&] { static_cast<void>(assessed("lat")); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(error.what(), "the case has no period 'lat'; did you mean 'late'?");
    EXPECT_EQ(error.advice(), "its periods: early, late");
}

TEST_F(Assess, a_period_is_not_judged_against_itself) {
    EXPECT_EQ(error_of([&] { static_cast<void>(assessed("late", "late")); }).kind(), ErrorKind::BadRequest);
}

// In force 4 March 2001; the period ends on 31 December 2012: eleven years with three leap days and 302 days,
// (11 · 365 + 3 + 302) / 365.25 = 4320 / 365.25.
TEST_F(Assess, the_age_of_the_alliance_counts_to_the_last_day_of_the_period) {
    const auto result = assessed();
    EXPECT_EQ(result.treaty, "pact-2001");
    EXPECT_NEAR(result.outlook.age_years, 4320 / 365.25, 1e-12);
    EXPECT_FALSE(result.outlook.horizons.empty());
}

TEST_F(Assess, the_age_counts_from_the_latest_treaty_in_force_on_the_last_day) {
    add_treaty("renewed", "2010-05-06");
    add_treaty("too-late", "2013-01-01");
    EXPECT_EQ(assessed().treaty, "renewed");
}

TEST_F(Assess, a_treaty_that_came_into_force_on_the_last_day_counts) {
    add_treaty("last-day", "2012-12-31");
    EXPECT_EQ(assessed().treaty, "last-day");
}

TEST_F(Assess, a_treaty_that_ended_on_the_last_day_does_not_count_and_a_day_later_it_does) {
    add_treaty("ended", "2010-05-06", "2012-12-31");
    EXPECT_EQ(assessed().treaty, "pact-2001");
    add_treaty("ends-later", "2011-05-06", "2013-01-01");
    EXPECT_EQ(assessed().treaty, "ends-later");
}

TEST_F(Assess, without_a_treaty_in_force_there_is_no_outlook) {
    replace_in_case("in_force = 2001-03-04", "in_force = 2001-03-04\nended    = 2005-01-01");
    const auto result = assessed();
    EXPECT_EQ(result.treaty, "");
    EXPECT_TRUE(result.outlook.horizons.empty());
}

TEST_F(Assess, agreement_is_measured_where_several_coders_are_asked) {
    EXPECT_TRUE(assessed().agreement.empty());
    copy_.write("codings/second.toml",
                "coder = \"second\"\nabout = \"Another.\"\nblind = true\nread = [\"no-exercise-2009\"]\n\n"
                "[[coding]]\nitem = \"frigates-cancelled-2008\"\ntheory = \"walt-1997\"\nfactor = \"credibility\"\n"
                "direction = \"endurance\"\nbaseline = \"early\"\nnovelty = \"new\"\n"
                "against = { searched = \"nowhere\" }\nspecificity = 1.0\ncluster = \"frigates\"\n");
    const auto both = assessed();
    ASSERT_EQ(both.agreement.size(), 6U);
    EXPECT_EQ(both.agreement.front().alpha.units, 2);  // both read both items of the period
    EXPECT_TRUE(assess(opened(), {{}, {}, {"first"}, {}}).agreement.empty());
}

TEST_F(Assess, the_seed_of_the_request_decides) {
    EXPECT_EQ(assess(opened(), {{}, {}, {}, 5}).assessment.question.seed, 5U);
}

TEST_F(Assess, a_trajectory_has_a_point_for_each_period_with_a_baseline) {
    add_period("latest", "2013-2015", "late");
    const auto result = trajectory(opened(), {{}, {}});
    ASSERT_EQ(result.points.size(), 2U);
    EXPECT_EQ(result.points[0].period, "late");
    EXPECT_EQ(result.points[1].period, "latest");
}

TEST_F(Assess, continuity_has_a_row_for_each_issue) {
    const auto result = continuity(opened(), {});
    ASSERT_EQ(result.matrix.rows.size(), 2U);
    EXPECT_EQ(result.matrix.rows[0][0].state, evidence::Continuity::Reversed);  // defence: the frigates
    EXPECT_FALSE(result.matrix.rows[1][0].state.has_value());                   // trade: nothing coded
}

}  // namespace
}  // namespace entente::workbench
