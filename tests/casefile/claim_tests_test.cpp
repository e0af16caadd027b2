#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "file_edits.hpp"

namespace entente::casefile {
namespace {

// Claims of the invented case, put to a test; the block follows the claim's own keys.
constexpr const char* kChange =
    "\n[[claim.test]]\ntest     = \"change\"\nsays     = \"Alone it is weak.\"\nof       = \"NEW\"\n"
    "quantity = \"ally-gain\"\nwith     = [\"AUL\"]\nagainst  = \"INS\"\nexpect   = \"steady\"\nleast    = 0.05\n"
    "from     = 1990\nto       = 2010\n";
constexpr const char* kPrincipal =
    "\n[[claim.test]]\ntest    = \"principal\"\nsays    = \"One threat above all.\"\nof      = \"NEW\"\n"
    "threats = [\"INS\"]\nfrom    = 1990\nto      = 1990\n";
constexpr const char* kJoining =
    "\n[[claim.test]]\ntest     = \"joining\"\nsays     = \"It joins the stronger.\"\nof       = \"NEW\"\n"
    "joins    = \"AUL\"\nagainst  = \"INS\"\nresponse = \"bandwagon\"\nfrom     = 1990\nto       = 2010\n";

struct Read {
    evidence::Case which;
    Lines problems;

    [[nodiscard]] const evidence::ClaimTest& test() const { return which.claims.at(0).tests.at(0); }
};

Read with_test(const std::string& block) {
    const CaseCopy copy;
    copy.append("claims.toml", block);
    Problems problems;
    Read read{read_case(copy.folder(), problems), {}};
    for (const auto& problem : problems.sorted()) read.problems.push_back(problem.what);
    return read;
}

TEST(ClaimTests, a_change_says_of_what_between_when_and_from_where_on_it_counts) {
    const Read read = with_test(kChange);
    ASSERT_EQ(read.problems, Lines{});
    EXPECT_EQ(read.test().kind, evidence::ClaimTestKind::Change);
    EXPECT_EQ(read.test().quantity, evidence::TestedQuantity::AllyGain);
    EXPECT_EQ(read.test().of.written, "NEW");
    EXPECT_EQ(read.test().with.at(0).written, "AUL");
    EXPECT_EQ(read.test().against.written, "INS");
    EXPECT_EQ(read.test().expect, evidence::ExpectedChange::Steady);
    EXPECT_EQ(read.test().least, 0.05);
    EXPECT_EQ(read.test().from, 1990);
    EXPECT_EQ(read.test().to, 2010);
    EXPECT_TRUE(read.test().readable);
}

TEST(ClaimTests, principal_threats_and_joining_are_read_too) {
    const Read principal = with_test(kPrincipal);
    EXPECT_EQ(principal.problems, Lines{});
    EXPECT_EQ(principal.test().threats.at(0).written, "INS");
    const Read joining = with_test(kJoining);
    EXPECT_EQ(joining.problems, Lines{});
    EXPECT_EQ(joining.test().joins.written, "AUL");
    EXPECT_EQ(joining.test().response, "bandwagon");
}

TEST(ClaimTests, a_claim_may_have_several_beside_its_forecast) {
    const Read read = with_test(std::string(kChange) + kPrincipal);
    EXPECT_EQ(read.problems, Lines{});
    EXPECT_EQ(read.which.claims.at(0).tests.size(), 2U);
    EXPECT_TRUE(read.which.claims[0].forecast);
}

// A claim of its own, since keys stand before the blocks of a claim.
std::string claim_with(const std::string& key) {
    return "\n[[claim]]\nid = \"own\"\nkind = \"verdict\"\nauthor = \"Nobody\"\ntext = \"It needs help.\"\n"
           "sources = [\"herald-2008\"]\n" +
           key;
}

TEST(ClaimTests, a_claim_may_say_what_none_of_them_asks) {
    const Read read = with_test(claim_with("untested = [\"that it asked for it\", \"that it got it\"]\n") + kChange);
    EXPECT_EQ(read.problems, Lines{});
    EXPECT_EQ(read.which.claims.back().untested, (Lines{"that it asked for it", "that it got it"}));
    EXPECT_TRUE(read.which.claims.front().untested.empty());
}

TEST(ClaimTests, of_a_claim_without_one_nothing_is_called_untested) {
    EXPECT_EQ(with_test(claim_with("untested = [\"that it got it\"]\n")).problems,
              Lines{"'untested' of a claim without a test"});
}

TEST(ClaimTests, what_is_untested_is_said_in_words) {
    EXPECT_EQ(with_test(claim_with("untested = [\"\"]\n") + kChange).problems.size(), 1U);
    EXPECT_EQ(with_test(claim_with("untested = \"all\"\n") + kChange).problems.size(), 1U);
}

TEST(ClaimTests, a_key_of_another_kind_of_test_is_unknown) {
    EXPECT_EQ(with_test(replaced(kPrincipal, "threats", "joins = \"AUL\"\nthreats")).problems.size(), 1U);
}

TEST(ClaimTests, a_test_of_unknown_kind_is_one_problem) {
    EXPECT_EQ(with_test(replaced(kChange, "\"change\"", "\"turn\"")).problems.size(), 1U);
    EXPECT_EQ(with_test(replaced(kChange, "test     = \"change\"\n", "")).problems, Lines{"'test' is missing"});
}

TEST(ClaimTests, what_the_quantity_needs_is_asked_for) {
    EXPECT_EQ(with_test(replaced(kChange, "against  = \"INS\"\n", "")).problems, Lines{"'against' is missing"});
    EXPECT_EQ(with_test(replaced(kChange, "with     = [\"AUL\"]\n", "")).problems, Lines{"'with' is missing"});
    EXPECT_EQ(with_test(replaced(kChange, "least    = 0.05\n", "")).problems, Lines{"'least' is missing"});
}

TEST(ClaimTests, years_that_cannot_be_are_refused) {
    for (const char* years : {"from     = 2010\nto       = 1990", "from     = 1990\nto       = 1990",
                              "from     = 1700\nto       = 1990", "from     = 1990\nto       = 99999999999"}) {
        const Read read = with_test(replaced(kChange, "from     = 1990\nto       = 2010", years));
        EXPECT_EQ(read.problems.size(), 1U) << years;
        EXPECT_FALSE(read.test().readable) << years;
    }
}

TEST(ClaimTests, a_change_that_counts_is_above_zero) {
    EXPECT_EQ(with_test(replaced(kChange, "0.05", "0")).problems,
              Lines{"the smallest change that counts is not above zero"});
}

TEST(ClaimTests, one_balances_or_bandwagons) {
    EXPECT_EQ(with_test(replaced(kJoining, "\"bandwagon\"", "\"hide\"")).problems, Lines{"unknown response 'hide'"});
}

}  // namespace
}  // namespace entente::casefile
