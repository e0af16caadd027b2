// The shipped case as a part of the analysis of threat: coded intentions, claims put to a test, figures without a
// store.
#include "workbench/threat_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "casefile/case_folder.hpp"
#include "workbench/claim_tests.hpp"
#include "workbench/coded_doubt.hpp"
#include "workbench/folders.hpp"
#include "workbench/threat_records.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using testing::Folder;

constexpr int kJapan = 740;
constexpr int kAmerica = 2;
constexpr int kChina = 710;
constexpr int kNorthKorea = 731;
constexpr int kRussia = 365;

evidence::ThreatTheory theory() {
    Problems problems;
    auto read = casefile::read_threat_theory(testing::source_folder() / "theories/walt-1985.toml", problems);
    EXPECT_FALSE(problems.has_errors());
    return read;
}

OpenCasePtr shipped(std::optional<Day> cutoff = {}) {
    return open_case({testing::source_folder() / "cases/us-japan", {}, {}, cutoff});
}

double half_life_of(double years) {
    return std::exp2(-years / 10);
}

// The display of 1993 (.6) and that of 1998 (.6), five years apart with a half-life of ten: .6 · 2^(−1/2) + .6.
TEST(CodedEvidence, an_act_weighs_half_after_the_half_life) {
    const CodedEvidence coded(*shipped(), theory());
    EXPECT_DOUBLE_EQ(coded.hostility(kNorthKorea, kJapan, 1993).value, 0.6);
    EXPECT_NEAR(coded.hostility(kNorthKorea, kJapan, 1998).value, (0.6 * half_life_of(5)) + 0.6, 1e-12);
}

// In 2002 North Korea admits the abductions: 2 of 5, taken from what is remembered.
TEST(CodedEvidence, conciliation_is_taken_from_hostility) {
    const CodedEvidence coded(*shipped(), theory());
    const double before = coded.hostility(kNorthKorea, kJapan, 2001).value;
    EXPECT_NEAR(coded.hostility(kNorthKorea, kJapan, 2002).value, (before * half_life_of(1)) - 0.4, 1e-12);
}

// 2017 has eight items with a missile or a test towards Japan.
TEST(CodedEvidence, many_items_of_a_year_count_as_its_most_hostile_one) {
    const CodedEvidence coded(*shipped(), theory());
    const double before = coded.hostility(kNorthKorea, kJapan, 2016).value;
    EXPECT_NEAR(coded.hostility(kNorthKorea, kJapan, 2017).value, (before * half_life_of(1)) + 0.6, 1e-12);
}

TEST(CodedEvidence, nobody_coded_is_missing_and_not_zero) {
    const CodedEvidence coded(*shipped(), theory());
    EXPECT_EQ(coded.hostility(kNorthKorea, kJapan, 1992).reason, Reason::NoRow);
    EXPECT_EQ(coded.hostility(kAmerica, kJapan, 2016).reason, Reason::NoRow);
}

// Russia before 1991 is named and nothing else; its one coded step is the meeting of 2016.
TEST(CodedEvidence, to_be_named_as_a_threat_is_no_hostile_act) {
    const CodedEvidence coded(*shipped(), theory());
    EXPECT_FALSE(coded.hostility(kRussia, kJapan, 1985).known());
    EXPECT_DOUBLE_EQ(coded.hostility(kRussia, kJapan, 2016).value, -0.4);
}

TEST(CodedEvidence, what_became_known_after_the_cutoff_does_not_count) {
    const CodedEvidence coded(*shipped(make_day(2010, 1, 1)), theory());
    EXPECT_FALSE(coded.hostility(kChina, kJapan, 2016).known());
    EXPECT_TRUE(coded.hostility(kNorthKorea, kJapan, 2016).known());
}

TEST(CodedEvidence, enters_the_component_of_its_theory) {
    const auto walt = theory();
    threat::DyadFacts facts;
    facts.state = kJapan;
    facts.other = kNorthKorea;
    facts.year = 1993;
    CodedEvidence(*shipped(), walt).add_to(facts);
    EXPECT_NEAR(threat::part_value(evidence::ThreatFormula::CodedEvidence, facts).value, 1 - std::exp(-0.6), 1e-12);
}

// Over all that the shipped case codes, in each year since its first item and with every state that nothing else is
// known of, that is a rival, or that is known for disputes.
TEST(CodedEvidence, raises_a_component_where_it_is_hostile_and_lowers_it_where_it_is_conciliatory) {
    const auto walt = theory();
    const CodedEvidence coded(*shipped(), walt);
    int hostile = 0;
    int conciliatory = 0;
    for (const int other : {kAmerica, kChina, kNorthKorea, kRussia}) {
        for (int year = 1980; year <= 2026; ++year) {
            for (const double known : {0.0, 0.5, 3.0}) {
                threat::DyadFacts facts;
                facts.state = kJapan;
                facts.other = other;
                facts.year = year;
                facts.hostility = Reading::of(known);
                facts.rivalry = Reading::of(known > 0 ? 1 : 0);
                const auto intentions = [&] {
                    return threat::component_of(walt, threat::threat_reading(walt, facts), "aggressive-intentions")
                        .value;
                };
                const double without = intentions();
                coded.add_to(facts);
                if (!facts.coded_hostility.known()) {
                    EXPECT_EQ(intentions(), without);
                } else if (facts.coded_hostility.value >= 0) {
                    EXPECT_GT(intentions(), without) << other << ' ' << year;
                    ++hostile;
                } else {
                    EXPECT_LE(intentions(), without) << other << ' ' << year;
                    ++conciliatory;
                }
            }
        }
    }
    EXPECT_GT(hostile, 50);
    EXPECT_GT(conciliatory, 5);
}

// Two invented coders of one invented act: a display of force (.6) and a threat of it (.4).
TEST(CodedEvidence, of_several_coders_is_their_mean) {
    const Folder copy;
    copy.copy_tiny();
    const std::string block =
        "\n[[intention]]\nitem = \"frigates-cancelled-2008\"\ntheory = \"walt-1985\"\n"
        "of = \"AUL\"\ntoward = \"NEW\"\nstance = \"hostile\"\n";
    copy.append("codings/first.toml", block + "level = \"display\"\n");
    copy.append("codings/second.toml", "coder = \"second\"\nblind = true\n" + block + "level = \"threat\"\n");
    const auto open = open_case({copy.path(), {}, {}, {}});
    EXPECT_NEAR(CodedEvidence(*open, theory()).hostility(900, 920, 2008).value, 0.5, 1e-12);
}

// The answers of the shipped case, on the figures that it ships.
class ShippedClaims : public ::testing::Test {
protected:
    static const ClaimFound& claim(const std::string& id) {
        static const auto all = tested_claims(*shipped(), theory(), nullptr);
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.claim == id; });
        EXPECT_NE(found, all.end()) << id;
        return *found;
    }

    // The years that the test could not look at for that reason.
    static std::string not_tested(const TestFound& test, const std::string& why) {
        for (const auto& one : test.not_tested) {
            if (one.why == why) return span_words(one.years);
        }
        return {};
    }

    static double value(const TestFound& test, int year) {
        for (const auto& each : test.values) {
            if (each.year == year) return each.value.value;
        }
        ADD_FAILURE() << test.sentence;
        return 0;
    }
};

// Johnson (2017), on National Material Capabilities as the package peacesciencer ships them: .6878 → .8749 alone, what
// the United States takes .3200 → .2936. The official file differs by less than .0005.
TEST_F(ShippedClaims, the_need_for_the_ally_rises_and_its_contribution_stays) {
    const auto& found = claim("dependence-makes-japan-embrace");
    EXPECT_EQ(found.by_case, ClaimAnswer::Holds);
    EXPECT_FALSE(found.by_store);
    ASSERT_EQ(found.tests.size(), 3U);
    EXPECT_NEAR(value(found.tests[0], 1990), 0.6878, 5e-4);
    EXPECT_NEAR(value(found.tests[0], 2016), 0.8749, 5e-4);
    EXPECT_NEAR(value(found.tests[2], 1990), 0.3200, 5e-4);
    EXPECT_NEAR(value(found.tests[2], 2000), 0.3079, 5e-4);
    EXPECT_NEAR(value(found.tests[2], 2012), 0.3034, 5e-4);
    EXPECT_NEAR(value(found.tests[2], 2016), 0.2936, 5e-4);
}

// .0119589 ÷ (.0119589 + .0507568) and .0134447 ÷ (.0134447 + .0329675), of the case's own figures.
TEST_F(ShippedClaims, the_need_rises_against_north_korea_too) {
    const auto& test = claim("dependence-makes-japan-embrace").tests.at(1);
    EXPECT_EQ(test.answer, ClaimAnswer::Holds);
    EXPECT_NEAR(value(test, 1990), 0.190684, 1e-6);
    EXPECT_NEAR(value(test, 2016), 0.289680, 1e-6);
}

TEST_F(ShippedClaims, say_what_none_of_their_tests_asks) {
    const auto& untested = claim("walt-predicts-strengthen-and-diversify").untested;
    EXPECT_NE(std::find(untested.begin(), untested.end(), "that it spread its ties"), untested.end());
    const auto open = shipped();
    for (const auto& each : open->content.claims) {
        EXPECT_EQ(each.tests.empty(), each.untested.empty()) << each.id;
    }
}

// In 2000, the only year of the test in which the case has all components of North Korea. A second computation, in
// Python from the case's table, has the same 3 of 1,771.
TEST_F(ShippedClaims, about_principal_threats_say_under_how_many_weightings_these_lead) {
    const auto& test = claim("china-and-north-korea-main-threats").tests.at(0);
    EXPECT_TRUE(test.sentence.ends_with("They are so under 3 of 1,771 weightings.")) << test.sentence;
}

// In 2000 the United States have the third rank for Japan, before North Korea, and their treaty with it is in force.
TEST_F(ShippedClaims, about_principal_threats_pass_over_an_ally_and_say_so) {
    const auto& test = claim("china-and-north-korea-main-threats").tests.at(0);
    EXPECT_NE(test.sentence.find("not counted as threats: United States of America, an ally (2000)."),
              std::string::npos)
        << test.sentence;
}

// By a theory that asks for intentions of which nobody has any sign.
TEST(ClaimTest, what_is_no_threat_is_no_principal_threat) {
    auto strict = theory();
    strict.faces = {{evidence::ThreatValue::AggressiveIntentions, 1.5, std::nullopt}};
    for (const auto& each : tested_claims(*shipped(), strict, nullptr)) {
        if (each.claim != "soviet-threat-strengthened") continue;
        const auto& test = each.tests.at(0);
        EXPECT_EQ(test.answer, ClaimAnswer::Fails);
        EXPECT_NE(test.sentence.find("not counted as threats: Soviet Union, no threat (1980, 1990)"), std::string::npos)
            << test.sentence;
        EXPECT_TRUE(test.sentence.ends_with("It is so under 0 of 1,771 weightings, by year.")) << test.sentence;
    }
}

// The correction x20 of the case: .133 and .133 of the world, .713 to .801 of the two allies, 1.56 to .72 of China's.
TEST_F(ShippedClaims, the_decline_of_the_hegemon_depends_on_the_denominator) {
    const auto& found = claim("hegemon-weakened");
    EXPECT_EQ(found.by_case, ClaimAnswer::Depends);
    ASSERT_EQ(found.tests.size(), 3U);
    EXPECT_EQ(found.tests[0].answer, ClaimAnswer::Fails);
    EXPECT_NEAR(value(found.tests[0], 1980), 0.133, 5e-4);
    EXPECT_NEAR(value(found.tests[0], 2016), 0.133, 5e-4);
    EXPECT_EQ(found.tests[1].answer, ClaimAnswer::Fails);
    EXPECT_NEAR(value(found.tests[1], 1980), 0.7129, 5e-4);
    EXPECT_NEAR(value(found.tests[1], 2016), 0.8014, 5e-4);
    EXPECT_EQ(found.tests[2].answer, ClaimAnswer::Holds);
    EXPECT_NEAR(value(found.tests[2], 1980), 1.563, 5e-3);
    EXPECT_NEAR(value(found.tests[2], 2016), 0.720, 5e-3);
}

TEST_F(ShippedClaims, the_soviet_union_is_the_first_threat_before_1991) {
    EXPECT_EQ(claim("soviet-threat-strengthened").by_case, ClaimAnswer::Holds);
    // A second computation, in Python from the case's table: of those that are no ally and pass the theory's condition.
    EXPECT_TRUE(claim("soviet-threat-strengthened")
                    .tests.at(0)
                    .sentence.ends_with("under 1,771 of 1,771 weightings, by year."));
}

// Of North Korea the data know no military expenditure after 2001 (National Material Capabilities 6.0).
TEST_F(ShippedClaims, china_is_the_first_threat_and_north_korea_is_not_the_second_where_it_can_be_ranked) {
    const auto& found = claim("china-and-north-korea-main-threats");
    EXPECT_EQ(found.by_case, ClaimAnswer::Depends);
    ASSERT_EQ(found.tests.size(), 2U);
    EXPECT_EQ(found.tests[0].answer, ClaimAnswer::Fails);
    EXPECT_EQ(not_tested(found.tests[0], "offensive power of North Korea is not known"), "2010, 2012, 2014, 2016")
        << found.tests[0].sentence;
    EXPECT_EQ(found.tests[1].answer, ClaimAnswer::Holds);
}

// The case ships figures of single years: what holds in these is not said of those between.
TEST_F(ShippedClaims, say_of_which_years_they_could_not_be_computed) {
    const auto& soviet = claim("soviet-threat-strengthened").tests.at(0);
    EXPECT_EQ(soviet.answer, ClaimAnswer::Holds);
    EXPECT_EQ(not_tested(soviet, "the case ships no figures of that year"), "1981–1989");
    const auto& found = claim("dependence-makes-japan-embrace");
    EXPECT_TRUE(found.tests[0].not_tested.empty()) << "what rises is compared at its ends";
    EXPECT_NE(not_tested(found.tests[2], "the case ships no figures of that year"), "")
        << "what is steady has to be so between them too";
}

// By Walt (1985), and by the definition of the study itself: who joins the side that is not the danger balances.
TEST_F(ShippedClaims, to_join_america_against_china_is_no_bandwagoning) {
    const auto& found = claim("fearing-china-join-america");
    EXPECT_EQ(found.by_case, ClaimAnswer::Fails);
    EXPECT_TRUE(found.tests.at(0).sentence.starts_with("In 4 of 4 years China threatens Japan more"))
        << found.tests[0].sentence;
}

TEST(ClaimTest, without_its_figures_cannot_be_answered) {
    const auto open = shipped();
    auto changed = *open;
    auto& figures = changed.content.threat_figures->figures;
    std::erase_if(figures, [](const auto& each) { return each.year == 2016; });
    const auto all = tested_claims(changed, theory(), nullptr);
    for (const auto& each : all) {
        if (each.claim != "hegemon-weakened") continue;
        EXPECT_EQ(each.by_case, ClaimAnswer::CannotTell);
    }
}

// What comes back to where it was has not been steady: 2010 has .148, 1980 and 2016 .133.
TEST(ClaimTest, what_wavers_is_not_steady) {
    auto changed = *shipped();
    for (auto& claim : changed.content.claims) {
        if (claim.id == "hegemon-weakened") claim.tests[0].expect = evidence::ExpectedChange::Steady;
    }
    for (const auto& each : tested_claims(changed, theory(), nullptr)) {
        if (each.claim != "hegemon-weakened") continue;
        EXPECT_EQ(each.tests[0].answer, ClaimAnswer::Fails);
    }
}

TEST(CaseFigures, stand_in_for_a_store_in_the_years_that_the_case_has) {
    const auto open = shipped();
    EXPECT_EQ(years_of_case_figures(*open, kJapan), (std::vector<int>{1980, 1990, 2000, 2010, 2012, 2014, 2016}));
    EXPECT_TRUE(years_of_case_figures(*open, kAmerica).empty());
    std::vector<int> years;
    const auto data = for_each_year_of_case(*open, {2010, 2016, kJapan, 10, 10}, [&](int year, auto facts) {
        years.push_back(year);
        EXPECT_EQ(facts.size(), 5U);
    });
    EXPECT_EQ(years, (std::vector<int>{2010, 2012, 2014, 2016}));
    ASSERT_EQ(data.notes.size(), 1U);
    EXPECT_NE(data.notes[0].find("among those states only"), std::string::npos);
    EXPECT_TRUE(data.datasets.empty());
}

threat::DyadFacts fact_of(const OpenCase& open, int other, const ThreatDataRequest& request) {
    threat::DyadFacts found;
    for_each_year_of_case(open, request, [&](int, auto facts) {
        for (const auto& each : facts) {
            if (each.other == other) found = each;
        }
    });
    return found;
}

TEST(CaseFigures, leave_out_what_the_data_do_not_know) {
    const auto facts = fact_of(*shipped(), kNorthKorea, {2016, 2016, kJapan, 10, 10});
    EXPECT_EQ(facts.spending_share.reason, Reason::NotInCase);
    EXPECT_TRUE(facts.personnel_share.known());
    EXPECT_TRUE(facts.own_capability.known());
    EXPECT_EQ(facts.hostility_known_to, 2014);
}

TEST(CaseFigures, of_remembered_hostility_are_of_one_half_life) {
    EXPECT_TRUE(fact_of(*shipped(), kChina, {2016, 2016, kJapan, 10, 10}).hostility.known());
    EXPECT_FALSE(fact_of(*shipped(), kChina, {2016, 2016, kJapan, 5, 10}).hostility.known());
    EXPECT_FALSE(fact_of(*shipped(), kChina, {2016, 2016, kJapan, 10, 1}).hostility.known());
}

TEST(CaseFigures, that_are_not_there_are_asked_for_in_vain) {
    const auto error =
        error_of([] { for_each_year_of_case(*shipped(), {2011, 2011, kJapan, 10, 10}, [](int, auto) {}); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(error.advice().find("1980, 1990, 2000, 2010, 2012, 2014, 2016"), std::string::npos) << error.advice();
}

class CaseThreatsOf2016 : public ::testing::Test {
protected:
    static const CaseThreats& found() {
        static const auto made = [] {
            ThreatResult result;
            result.theory = theory();
            result.from = result.to = 2016;
            YearOfThreats year;
            year.year = 2016;
            result.states.push_back({{kJapan, "JPN", "Japan"}, {year}, {}});
            return case_threats(*shipped(), result, FiguresOf::Case, nullptr);
        }();
        return made;
    }

    static const ComparedThreat& compared(int other) {
        const auto& all = found().compared;
        const auto at =
            std::find_if(all.begin(), all.end(), [&](const auto& row) { return row.other.number == other; });
        EXPECT_NE(at, all.end()) << other;
        return *at;
    }
};

TEST_F(CaseThreatsOf2016, evidence_and_components_agree_on_china) {
    EXPECT_EQ(compared(kChina).comparison, Comparison::Both);
    EXPECT_EQ(compared(kChina).first, 2);  // China and North Korea are named, or coded as hostile
    EXPECT_EQ(compared(kChina).rank, 1);
    EXPECT_EQ(compared(kChina).named_in, std::vector<std::string>{"defence-guidelines-2010-12-17"});
}

TEST_F(CaseThreatsOf2016, north_korea_is_named_and_coded_and_has_no_rank) {
    EXPECT_EQ(compared(kNorthKorea).comparison, Comparison::CannotCompare);
    EXPECT_EQ(compared(kNorthKorea).coded_rank, 1);
    EXPECT_EQ(compared(kNorthKorea).unknown, std::vector<std::string>{"offensive power"});
}

TEST_F(CaseThreatsOf2016, the_ally_itself_is_powerful_and_nobody_names_it) {
    EXPECT_EQ(compared(kAmerica).rank, 3);
    EXPECT_EQ(compared(kAmerica).comparison, Comparison::Neither);  // two are principal
    EXPECT_EQ(compared(kAmerica).status, threat::ThreatStatus::Ally);
    EXPECT_FALSE(compared(kAmerica).place);
    EXPECT_EQ(compared(kRussia).comparison, Comparison::ComputedOnly);
    EXPECT_TRUE(compared(kAmerica).named_in.empty());
}

TEST_F(CaseThreatsOf2016, an_act_weighs_by_its_age_and_one_still_to_come_weighs_nothing) {
    for (const auto& each : found().intentions) {
        if (each.item == "adiz-2013-11-23") {
            EXPECT_NEAR(each.weighs, 0.4 * half_life_of(3), 1e-12);
        } else if (each.item == "missile-hokkaido-2017-08-29") {
            EXPECT_EQ(each.weighs, 0);
        }
    }
    EXPECT_EQ(found().intentions.size(), 59U);
    EXPECT_EQ(found().beyond_cutoff, 0);
}

TEST_F(CaseThreatsOf2016, who_names_whom_is_listed_over_all_years) {
    const auto& named = found().named;
    const auto soviet = std::find_if(named.begin(), named.end(), [](const auto& each) {
        return each.of.number == kRussia && each.by.number == kJapan;
    });
    ASSERT_NE(soviet, named.end());
    EXPECT_EQ(soviet->of.name, "Soviet Union");
    EXPECT_EQ(soviet->first, 1981);
    EXPECT_EQ(soviet->last, 1983);
    EXPECT_EQ(soviet->items.size(), 3U);
}

// The United States name the Soviet Union in the 1980s, and Russia in 2017 and 2018.
TEST_F(CaseThreatsOf2016, who_changed_its_name_is_listed_under_each) {
    std::vector<std::string> rows;
    for (const auto& each : found().named) {
        if (each.of.number != kRussia || each.by.number != kAmerica) continue;
        rows.push_back(each.of.name + " " + span_words({each.first, each.last}));
    }
    EXPECT_EQ(rows, (std::vector<std::string>{"Soviet Union 1981, 1983", "Russia 2017–2018"}));
}

// The treaty of 1960 makes the United States an ally of Japan; what Japan owes them the case does not say.
TEST(CaseFigures, have_the_allies_of_the_treaties_of_the_case) {
    const ThreatRecords records(*shipped(), kJapan, 2010, 2016);
    EXPECT_EQ(records.defenders(2016), std::set<int>{kAmerica});
    EXPECT_EQ(records.pledge(Pledge::Defence, kAmerica, kJapan, 2016).value, 1);
    EXPECT_FALSE(records.pledge(Pledge::Defence, kJapan, kAmerica, 2016).known());
    EXPECT_FALSE(records.pledge(Pledge::Defence, kChina, kJapan, 2016).known());
    EXPECT_FALSE(records.regime_distance(kChina, 2016).known());
}

TEST(CaseFigures, know_of_no_allies_before_a_treaty_is_in_force) {
    EXPECT_FALSE(ThreatRecords(*shipped(), kJapan, 1950, 1951).defenders(1951));
    EXPECT_TRUE(ThreatRecords(*shipped(), kJapan, 1950, 1952).defenders(1952));
}

// The invented case codes one act on credibility, towards collapse: 6 dB of the protocol, by a source of grade B2, .85
// · .80. Beside it an absence of 2009 towards endurance: 3 dB at a specificity of .5, without a source (F6: .5 · .5).
// In 2009 the act is a year old: 4.08 · 2^(−1/10) = 3.8067 of 3.8067 + .375.
TEST(CodedDoubt, is_the_share_of_what_is_coded_on_a_factor_that_points_to_collapse) {
    const Folder copy;
    copy.copy_tiny();
    copy.append("codings/first.toml",
                "\n[[coding]]\nitem = \"no-exercise-2009\"\ntheory = \"walt-1997\"\nfactor = \"credibility\"\n"
                "direction = \"endurance\"\nbaseline = \"early\"\nnovelty = \"new\"\n"
                "against = { searched = \"Nothing\" }\nspecificity = 0.5\ncluster = \"calm\"\n");
    const auto open = open_case({copy.path(), {}, {}, {}});
    EXPECT_NEAR(coded_doubt(*open, "credibility", 10, 2009).value, 0.910325, 5e-6);
    EXPECT_EQ(coded_doubt(*open, "credibility", 10, 2008).value, 1);
    EXPECT_EQ(coded_doubt(*open, "credibility", 10, 2006).reason, Reason::NoRow);
}

// The theory of threat says which factor is about belief in the promise to help; the case's own theory may have
// another.
TEST(CodedDoubt, is_not_applicable_where_the_theory_of_the_case_has_no_such_factor) {
    const Folder copy;
    copy.copy_tiny();
    const auto open = open_case({copy.path(), {}, {}, {}});
    EXPECT_EQ(coded_doubt(*open, "no-such-factor", 10, 2009).reason, Reason::NotApplicable);
}

}  // namespace
}  // namespace entente::workbench
