#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "file_edits.hpp"

namespace entente::casefile {
namespace {

// The states and the act are invented, as the whole case is.
constexpr const char* kPatrol =
    "\n[[intention]]\nitem   = \"frigates-cancelled-2008\"\ntheory = \"walt-1985\"\nof     = \"INS\"\n"
    "toward = \"AUL\"\nstance = \"hostile\"\nlevel  = \"display\"\nnote   = \"Ships off the coast.\"\n";

class Intentions : public ::testing::Test {
protected:
    // What is wrong with the one intention of the copy after the change.
    Lines problems_with(const std::string& old, const std::string& now) {
        const CaseCopy copy;
        copy.append("codings/first.toml", replaced(kPatrol, old, now));
        Problems problems;
        which_ = read_case(copy.folder(), problems);
        Lines lines;
        for (const auto& problem : problems.sorted()) lines.push_back(problem.what);
        return lines;
    }

    evidence::Case which_;  // NOLINT(cppcoreguidelines-non-private-member-variables-in-classes): for tests
};

TEST_F(Intentions, every_key_arrives) {
    ASSERT_EQ(problems_with("item", "item").size(), 0U);
    ASSERT_EQ(which_.coders.at(0).intentions.size(), 1U);
    const auto& intention = which_.coders[0].intentions[0];
    EXPECT_EQ(intention.coder, "first");
    EXPECT_EQ(intention.item, "frigates-cancelled-2008");
    EXPECT_EQ(intention.theory, "walt-1985");
    EXPECT_EQ(intention.of.written, "INS");
    EXPECT_EQ(intention.toward.written, "AUL");
    EXPECT_EQ(intention.stance, evidence::Stance::Hostile);
    EXPECT_EQ(intention.level, evidence::HostilityLevel::Display);
    EXPECT_EQ(intention.note, "Ships off the coast.");
    EXPECT_TRUE(intention.readable);
}

TEST_F(Intentions, what_is_hostile_says_how_far_it_went) {
    EXPECT_EQ(problems_with("level  = \"display\"\n", ""), Lines{"'level' is missing"});
    EXPECT_FALSE(which_.coders[0].intentions[0].readable);
}

TEST_F(Intentions, a_step_towards_a_state_has_no_level) {
    EXPECT_EQ(problems_with("\"hostile\"", "\"conciliatory\""), Lines{"only what is hostile has a level"});
    EXPECT_EQ(problems_with("\"hostile\"\nlevel  = \"display\"", "\"named\""), Lines{});
    EXPECT_EQ(which_.coders[0].intentions[0].level, std::nullopt);
}

TEST_F(Intentions, an_act_without_hostility_is_not_hostile) {
    EXPECT_EQ(problems_with("\"display\"", "\"none\""), Lines{"an act of the level 'none' is not hostile"});
}

TEST_F(Intentions, an_unknown_word_is_one_problem) {
    EXPECT_EQ(problems_with("\"hostile\"", "\"angry\"").size(), 1U);
    EXPECT_EQ(problems_with("\"display\"", "\"loud\"").size(), 1U);
    EXPECT_EQ(problems_with("note ", "colour").size(), 1U);
}

// Whoever edits codings in the browser or by a table must not lose what stands beside them.
TEST(IntentionsInEdits, stay_as_they_are_when_codings_change) {
    const std::string before = bytes_of(tiny_case() / "codings/first.toml") + kPatrol;
    EntryName which;
    which.item = "no-exercise-2009";
    which.theory = "walt-1997";
    which.factor = "institutionalisation";
    which.baseline = "early";
    Edit edit = of_file("codings/first.toml");
    edit.remove.push_back({EntryKind::Coding, which, {}});
    edit.read = {"no-exercise-2009"};
    const Edited after = applied(edit, before);
    EXPECT_EQ(after.problems, Lines{});
    EXPECT_EQ(after.bytes.find("no-exercise-2009\"\ntheory"), std::string::npos);
    EXPECT_NE(after.bytes.find(kPatrol), std::string::npos) << after.bytes;
}

TEST(IntentionsInEdits, a_new_coding_may_stand_behind_them) {
    const std::string before = bytes_of(tiny_case() / "codings/first.toml") + kPatrol;
    const Edited after = put("codings/first.toml", EntryKind::Coding,
                             table({{"item", text("joint-statement-2003-05-01")},
                                    {"theory", text("walt-1997")},
                                    {"factor", text("outside")},
                                    {"baseline", text("early")}}),
                             std::nullopt, before);
    EXPECT_EQ(after.problems, Lines{});
    EXPECT_TRUE(after.bytes.starts_with(before)) << after.bytes;
}

}  // namespace
}  // namespace entente::casefile
