// Claims, meetings and corrections.
#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"

namespace entente::casefile {
namespace {

TEST(Claims, every_key_arrives) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    const evidence::Claim& claim = which.claims.at(0);
    EXPECT_EQ(claim.kind, evidence::ClaimKind::Verdict);
    EXPECT_EQ(claim.author, "Jane Doe (invented)");
    EXPECT_EQ(claim.date, parse_date("2008"));
    EXPECT_EQ(claim.periods, Lines{"late"});
    EXPECT_EQ(claim.theory, "walt-1997");
    EXPECT_EQ(claim.factors, Lines{"credibility"});
    EXPECT_EQ(claim.direction, evidence::Direction::Collapse);
    EXPECT_EQ(claim.supported_by, Lines{"frigates-cancelled-2008"});
    EXPECT_EQ(claim.opposed_by, Lines{"joint-statement-2003-05-01"});
    ASSERT_TRUE(claim.forecast);
    EXPECT_EQ(claim.forecast->horizon, "2012");
    EXPECT_EQ(claim.forecast->due, parse_date("2012"));
    ASSERT_TRUE(claim.forecast->probability);
    EXPECT_EQ(claim.forecast->probability->low, 0.8);
    EXPECT_EQ(claim.forecast->probability->high, 0.8);
    EXPECT_EQ(claim.forecast->outcome.resolution, evidence::Resolution::CameTrue);
    EXPECT_EQ(claim.forecast->outcome.settled_by.at(0).key, "ministry-2003");
}

TEST(Claims, a_causal_claim_names_cause_and_effect) {
    CaseCopy copy;
    copy.replace("claims.toml", "\"verdict\"", "\"causal\"");
    EXPECT_EQ(copy.problems(), (Lines{"claims.toml:1:1 'cause' is missing", "claims.toml:1:1 'effect' is missing"}));
}

TEST(Claims, a_forecast_says_what_would_settle_it) {
    CaseCopy copy;
    copy.write("claims.toml",
               "[[claim]]\nid = \"a\"\nkind = \"forecast\"\nauthor = \"x\"\ntext = \"x\"\nsources = "
               "[\"herald-2008\"]\n");
    EXPECT_EQ(copy.problems(), Lines{"claims.toml:1:1 a forecast without [claim.forecast]"});
    copy.append("claims.toml", "[claim.forecast]\nprobability = 80\nresolution = \"failed\"\n");
    EXPECT_EQ(copy.problems(), (Lines{"claims.toml:7:1 'horizon' is missing", "claims.toml:7:1 'rule' is missing",
                                      "claims.toml:7:1 'sources' is missing", "claims.toml:7:1 'why' is missing",
                                      "claims.toml:8:15 'probability' is not between 0 and 1"}));
}

TEST(Claims, the_horizon_may_be_empty) {
    CaseCopy copy;
    copy.replace("claims.toml", "\"2012\"", "\"\"");
    EXPECT_EQ(copy.problems(), Lines{});
}

TEST(Meetings, every_key_arrives) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    const evidence::Meeting& meeting = which.meetings.at(0);
    EXPECT_EQ(meeting.zone, "Pacific/Auckland");
    EXPECT_EQ(meeting.format, evidence::MeetingFormat::Visit);
    EXPECT_EQ(meeting.listed_by, Lines{"herald-2008"});
    EXPECT_EQ(meeting.correction, "pact-date");
    EXPECT_EQ(meeting.items, Lines{"joint-statement-2003-05-01"});
    ASSERT_EQ(meeting.promises.size(), 1U);
    EXPECT_EQ(meeting.promises[0].state, evidence::PromiseState::Broken);
    EXPECT_EQ(meeting.promises[0].by, "frigates-cancelled-2008");
}

TEST(Meetings, a_settled_promise_names_what_settled_it) {
    CaseCopy copy;
    copy.replace("meetings.toml", "by    = \"frigates-cancelled-2008\"\n", "");
    EXPECT_EQ(copy.problems(), Lines{"meetings.toml:15:1 'by' is missing"});
}

TEST(Meetings, zones_have_names) {
    CaseCopy copy;
    copy.replace("meetings.toml", "Pacific/Auckland", "NZST +12");
    EXPECT_EQ(copy.problems(), Lines{"meetings.toml:4:16 'NZST +12' is not the name of a time zone"});
}

TEST(Corrections, every_key_arrives) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    const evidence::Correction& correction = which.corrections.at(0);
    EXPECT_EQ(correction.corrects.key, "herald-2008");
    EXPECT_EQ(correction.corrects.at, "p. 1");
    EXPECT_EQ(correction.basis, evidence::Basis::Read);
    EXPECT_EQ(correction.sources.at(0).key, "ministry-2003");
    EXPECT_EQ(correction.date, make_day(2026, 11, 22));
}

TEST(Corrections, who_read_another_source_names_it) {
    CaseCopy copy;
    copy.replace("corrections.toml", "sources   = [\"ministry-2003\"]\n", "");
    EXPECT_EQ(copy.problems(), Lines{"corrections.toml:1:1 'sources' is missing"});
    copy.replace("corrections.toml", "\"read\"", "\"internal\"");
    EXPECT_EQ(copy.problems(), Lines{});
}

}  // namespace
}  // namespace entente::casefile
