#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"

namespace entente::casefile {
namespace {

TEST(CaseToml, every_key_arrives) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    EXPECT_EQ(which.id, "tiny");
    EXPECT_EQ(which.title, "Australia–New Zealand (invented)");
    EXPECT_EQ(which.cutoff, make_day(2012, 12, 31));
    EXPECT_EQ(which.theory, "walt-1997");
    EXPECT_EQ(which.protocol, "ledger-v1");
    EXPECT_EQ(which.baseline, "early");
    EXPECT_EQ(which.focal, "late");
    EXPECT_EQ(which.alliance.name, "The invented pact");
    ASSERT_EQ(which.alliance.members.size(), 2U);
    EXPECT_EQ(which.alliance.members[1].written, "NEW");
    ASSERT_EQ(which.alliance.treaties.size(), 1U);
    EXPECT_EQ(which.alliance.treaties[0].signed_on, make_day(2001, 2, 3));
    EXPECT_EQ(which.alliance.treaties[0].in_force, make_day(2001, 3, 4));
    EXPECT_FALSE(which.alliance.treaties[0].ended);
    EXPECT_EQ(which.periods[1].baseline, "early");
    EXPECT_EQ(which.periods[1].end, make_day(2012, 12, 31));
    ASSERT_EQ(which.periods[1].governments.size(), 1U);
    EXPECT_EQ(which.periods[1].governments[0].state, "AUL");
    EXPECT_EQ(which.actors[0].member, "NEW");
}

TEST(CaseToml, members_have_days_or_none) {
    CaseCopy copy;
    copy.replace("case.toml", "[\"AUL\", \"NEW\"]",
                 "[\"AUL\", { state = \"NEW\", from = 2001-03-04 }, { state = \"FIJ\", to = 2002-01-01 }]");
    const evidence::Case which = copy.read();
    EXPECT_EQ(copy.problems(), Lines{});
    ASSERT_EQ(which.alliance.members.size(), 3U);
    ASSERT_EQ(which.alliance.memberships.size(), 3U);
    EXPECT_EQ(which.alliance.members[2].written, "FIJ");
    EXPECT_FALSE(which.alliance.memberships[0].from);
    EXPECT_EQ(which.alliance.memberships[1].from, make_day(2001, 3, 4));
    EXPECT_FALSE(which.alliance.memberships[1].to);
    EXPECT_EQ(which.alliance.memberships[2].to, make_day(2002, 1, 1));
}

TEST(CaseToml, a_member_that_cannot_be_read_is_an_error_at_its_place) {
    const auto with = [](const std::string& members) {
        CaseCopy copy;
        copy.replace("case.toml", "[\"AUL\", \"NEW\"]", members);
        return copy.problems();
    };
    EXPECT_EQ(with("[\"AUL\", 12]"),
              (Lines{"case.toml:13:19 a member is neither a state nor { state = \"…\", from = … }"}));
    EXPECT_EQ(with("[{ state = \"AUL\", from = 2002-01-01, to = 2001-01-01 }]"),
              (Lines{"case.toml:13:53 the member leaves before it joins"}));
    EXPECT_EQ(with("[{ from = 2002-01-01 }]"), (Lines{"case.toml:13:12 'state' is missing"}));
    EXPECT_EQ(with("[{ state = \"AUL\", since = 2002-01-01 }]").size(), 1U);
    EXPECT_EQ(with("[]"), (Lines{"case.toml:13:11 'members' is an empty list"}));
    EXPECT_EQ(with("\"AUL\""), (Lines{"case.toml:13:11 'members' is not a list"}));
}

TEST(CaseToml, unknown_keys_are_errors_with_the_nearest_known_one) {
    CaseCopy copy;
    copy.replace("case.toml", "question =", "qestion =");
    copy.replace("case.toml", "[[actor]]", "[[acter]]");
    EXPECT_EQ(copy.problems(), (Lines{"case.toml:4:1 unknown key 'qestion'; did you mean 'question'?",
                                      "case.toml:43:1 unknown key 'acter'; did you mean 'actor'?"}));
}

TEST(CaseToml, wrong_types_are_errors_where_the_value_stands) {
    CaseCopy copy;
    copy.replace("case.toml", "2012-12-31\ntheory", "\"2012\"\ntheory");
    copy.replace("case.toml", "[\"AUL\", \"NEW\"]", "\"AUL\"");
    copy.replace("case.toml", "\"Trade\"", "3");
    EXPECT_EQ(copy.problems(),
              (Lines{"case.toml:5:12 'cutoff' should be a day such as 2017-02-10, but is the string \"2012\"",
                     "case.toml:13:11 'members' is not a list",
                     "case.toml:27:8 'name' should be a string, but is an integer"}));
}

TEST(CaseToml, ids_are_lower_case_words_joined_by_hyphens) {
    for (const char* id : {"Tiny", "tiny case", "-tiny", "tiny-", "a--b", "tiny_case", "täny"}) {
        CaseCopy copy;
        copy.replace("case.toml", "id       = \"tiny\"", "id       = \"" + std::string(id) + "\"");
        EXPECT_EQ(copy.problems(), Lines{"case.toml:2:12 '" + std::string(id) + "' is not an id"});
    }
}

TEST(CaseToml, a_case_without_an_alliance_says_so) {
    CaseCopy copy;
    copy.write("case.toml", copy.bytes("case.toml").substr(0, copy.bytes("case.toml").find("[alliance]")));
    EXPECT_EQ(copy.problems(), Lines{"case.toml:0:0 'alliance' is missing"});
}

TEST(CaseToml, baseline_and_focal_follow_from_the_periods) {
    CaseCopy copy;
    copy.replace("case.toml", "baseline = \"early\"\nfocal    = \"late\"\n", "");
    EXPECT_EQ(copy.problems(), Lines{});
    EXPECT_EQ(copy.read().baseline, "early");
    EXPECT_EQ(copy.read().focal, "late");
}

TEST(CaseToml, the_last_period_with_a_baseline_is_the_focal_one) {
    CaseCopy copy;
    copy.append("case.toml",
                "\n[[period]]\nid = \"later\"\nname = \"Later\"\nbegin = 2013-01-01\nend = 2014-01-01\nbaseline = "
                "\"late\"\n\n[[period]]\nid = \"last\"\nname = \"Last\"\nbegin = 2015-01-01\nend = 2016-01-01\n");
    copy.replace("case.toml", "focal    = \"late\"\n", "");
    EXPECT_EQ(copy.read().focal, "late");  // the last one judged against the case's baseline
    copy.replace("case.toml", "baseline = \"early\"\n", "");
    EXPECT_EQ(copy.problems(), Lines{});
    EXPECT_EQ(copy.read().focal, "later");
    EXPECT_EQ(copy.read().baseline, "late");
}

TEST(CaseToml, without_any_baseline_the_focal_period_has_to_be_named) {
    CaseCopy copy;
    copy.replace("case.toml", "baseline = \"early\"\nfocal    = \"late\"\n", "");
    copy.replace("case.toml", "baseline    = \"early\"\n", "");
    EXPECT_EQ(copy.problems(), Lines{"case.toml:0:0 'focal' is missing"});
    copy.replace("case.toml", "theory   =", "focal = \"late\"\ntheory   =");
    EXPECT_EQ(copy.problems(), Lines{"case.toml:0:0 'baseline' is missing"});
}

TEST(CaseToml, days_that_cannot_be_read_are_marked) {
    CaseCopy copy;
    copy.replace("case.toml", "end   = 2006-12-31", "end   = \"2006\"");
    copy.replace("case.toml", "cutoff   = 2012-12-31", "cutoff   = 2012");
    EXPECT_FALSE(copy.read().periods.at(0).dated);
    EXPECT_TRUE(copy.read().periods.at(1).dated);
    EXPECT_FALSE(copy.read().has_cutoff);
}

TEST(CaseToml, its_theory_and_protocol_know_where_they_stand) {
    CaseCopy copy;
    const auto which = copy.read();
    EXPECT_EQ(which.theory_where.line, 6);
    EXPECT_EQ(which.protocol_where.line, 7);
}

}  // namespace
}  // namespace entente::casefile
