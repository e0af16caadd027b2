// [reading] of a protocol: how one case is to be read.
#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "evidence/checks.hpp"

namespace entente::casefile {
namespace {

std::string ledger_with(const std::string& reading) {
    return bytes_of(std::string(ENTENTE_SOURCE_DIR) + "/protocols/ledger-v1.toml") + "\n" + reading;
}

evidence::Protocol read(const std::string& reading, Problems& problems) {
    return protocol_from(ledger_with(reading), "p.toml", problems);
}

Lines problems_of(const std::string& reading) {
    Problems problems;
    (void)read(reading, problems);
    Lines lines;
    for (const auto& problem : problems.sorted()) lines.push_back(problem.what);
    return lines;
}

Lines problems_with_tiny(const std::string& reading) {
    Problems problems;
    const auto protocol = read(reading, problems);
    CaseCopy copy;
    evidence::Theory theory;
    theory.id = "walt-1997";
    evidence::check_reading(protocol.reading, copy.read(), {theory}, problems);
    Lines lines;
    for (const auto& problem : problems.sorted()) lines.push_back(problem.what);
    return lines;
}

TEST(ProtocolReading, a_protocol_for_any_case_has_none) {
    Problems problems;
    const auto reading = protocol_from(ledger_with(""), "p.toml", problems).reading;
    EXPECT_TRUE(problems.empty());
    EXPECT_TRUE(reading.set_aside.empty() && reading.regraded.empty() && reading.coders.empty());
    EXPECT_TRUE(reading.theory.id.empty() && reading.focal.id.empty() && reading.baseline.id.empty());
}

TEST(ProtocolReading, says_what_counts_and_what_is_asked) {
    Problems problems;
    const auto reading = read(
                             "[reading]\ntheory = \"liberal\"\nfocal = \"late\"\nbaseline = \"early\"\n"
                             "coders = [\"first\"]\nset_aside = [\n  \"b\", # doubted\n  \"a\",\n]\n"
                             "grades = { c = \"B2\", d = \"E5\" }\n",
                             problems)
                             .reading;
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(reading.theory.id, "liberal");
    EXPECT_EQ(reading.focal.id, "late");
    EXPECT_EQ(reading.baseline.id, "early");
    ASSERT_EQ(reading.coders.size(), 1U);
    ASSERT_EQ(reading.set_aside.size(), 2U);
    EXPECT_EQ(reading.set_aside[0].id, "b");
    ASSERT_EQ(reading.regraded.size(), 2U);
    EXPECT_EQ(reading.regraded[1].item, "d");
    EXPECT_EQ(reading.regraded[1].grade, (evidence::Grade{'E', 5}));
}

TEST(ProtocolReading, grades_can_stand_in_a_table_of_their_own) {
    Problems problems;
    const auto reading =
        read("[reading]\nset_aside = [\"a\"]\n\n[reading.grades]\nb = \"C3\" # why\n", problems).reading;
    EXPECT_EQ(lines_of(problems), Lines{});
    ASSERT_EQ(reading.regraded.size(), 1U);
    EXPECT_EQ(reading.regraded[0].item, "b");
}

TEST(ProtocolReading, what_cannot_be_is_reported_in_one_run) {
    EXPECT_EQ(
        problems_of("[reading]\nset_aside = [\"a\", \"a\", \"\"]\ngrades = { b = \"Z9\", c = 2 }\nset_asid = 1\n"),
        (Lines{"'a' stands twice in 'set_aside'", "'set_aside' should be a list of strings, none empty, but is empty",
               "the grade of 'b' is no grade", "the grade of 'c' is no grade", "unknown key 'set_asid'"}));
    EXPECT_EQ(problems_of("[reading]\nset_aside = \"a\"\n"),
              Lines{"'set_aside' should be a list of strings, but is the string \"a\""});
}

TEST(ProtocolReading, what_the_case_does_not_have_is_reported_with_the_nearest) {
    EXPECT_EQ(problems_with_tiny("[reading]\nset_aside = [\"frigates-canceled-2008\"]\n"
                                 "grades = { no-exercise-2008 = \"A1\" }\ncoders = [\"frst\"]\nfocal = \"lat\"\n"
                                 "baseline = \"earl\"\ntheory = \"walt-1998\"\n"),
              (Lines{"the protocol's reading names the unknown item 'frigates-canceled-2008'; did you mean "
                     "'frigates-cancelled-2008'?",
                     "the protocol's reading names the unknown item 'no-exercise-2008'; did you mean "
                     "'no-exercise-2009'?",
                     "the protocol's reading names the unknown coder 'frst'; did you mean 'first'?",
                     "the protocol's reading names the unknown period 'lat'; did you mean 'late'?",
                     "the protocol's reading names the unknown period 'earl'; did you mean 'early'?",
                     "the protocol's reading names the unknown theory 'walt-1998'; did you mean 'walt-1997'?"}));
    EXPECT_EQ(problems_with_tiny("[reading]\nfocal = \"late\"\nbaseline = \"late\"\n"),
              Lines{"baseline and focal period are both 'late'"});
    EXPECT_EQ(problems_with_tiny("[reading]\nset_aside = [\"no-exercise-2009\"]\ncoders = [\"first\"]\n"), Lines{});
}

}  // namespace
}  // namespace entente::casefile
