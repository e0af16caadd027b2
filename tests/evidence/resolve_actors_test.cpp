#include <gtest/gtest.h>

#include "evidence/small_case.hpp"

namespace entente::evidence {

// A table of a few states is enough here; the shipped one has its own tests.
StateTable few_states() {
    Problems problems;
    StateTable table = StateTable::read(
        "code,cow_number,gw_number,iso3,iso2,name,other_names,begin,end\n"
        "USA,2,2,USA,US,United States of America,United States,1816-01-01,\n"
        "JPN,740,740,JPN,JP,Japan,,1952-04-28,\n"
        "PRK,731,731,PRK,KP,North Korea,Korea,1948-09-09,\n"
        "ROK,732,732,KOR,KR,South Korea,Korea,1949-06-29,\n"
        "GFR,260,260,DEU,DE,German Federal Republic,Germany,1955-05-05,1990-10-02\n"
        "GMY,255,260,DEU,DE,Germany,,1990-10-03,\n"
        "GDR,265,265,DDR,DD,German Democratic Republic,East Germany,1954-03-25,1990-10-02\n",
        "states.csv", problems);
    EXPECT_TRUE(problems.empty());
    return table;
}

std::vector<std::string> resolved(Case& which) {
    Problems problems;
    resolve_actors(which, few_states(), problems);
    std::vector<std::string> lines;
    for (const Problem& problem : problems.sorted()) lines.push_back(to_line(problem));
    return lines;
}

Actor written(const std::string& name) {
    return {name, "", "", line(7)};
}

TEST(ResolveActors, a_state_gets_its_code_and_is_its_own_member) {
    Case which = small_case();
    which.items[0].actors = {written("United States"), written("iso:JPN")};
    which.alliance.members = {written("USA")};
    EXPECT_TRUE(resolved(which).empty());
    EXPECT_EQ(which.items[0].actors[0].code, "USA");
    EXPECT_EQ(which.items[0].actors[0].member, "USA");
    EXPECT_EQ(which.items[0].actors[1].code, "JPN");
    EXPECT_EQ(which.alliance.members[0].code, "USA");
}

TEST(ResolveActors, a_member_is_who_it_was_while_it_was_one) {
    Case which = small_case();
    // The name is of two codes, one until 2 October 1990.
    which.alliance.members = {written("Germany"), written("Germany"), written("Germany")};
    which.alliance.memberships = {{make_day(1955, 5, 6), make_day(1990, 10, 2)},
                                  {make_day(1990, 10, 3), std::nullopt},
                                  {make_day(2030, 1, 1), std::nullopt}};
    EXPECT_EQ(resolved(which), std::vector<std::string>{});
    EXPECT_EQ(which.alliance.members[0].code, "GFR");
    EXPECT_EQ(which.alliance.members[1].code, "GMY");
    EXPECT_EQ(which.alliance.members[2].code, "GMY");
}

TEST(ResolveActors, who_promised_demanded_and_hosted_is_meant_on_that_day) {
    Case which = small_case();
    auto& burden = which.burden.emplace();
    burden.commitments.resize(2);
    for (Commitment& commitment : burden.commitments) commitment.by = {written("iso:DEU")};
    burden.commitments[0].made = *parse_date("1990-11-01");
    burden.commitments[1].dated = false;  // nothing follows from it
    burden.demands.resize(1);
    burden.demands[0].by = written("USA");
    burden.demands[0].of = {written("German Federal Republic")};
    burden.demands[0].date = *parse_date("1985");
    burden.supports.resize(1);
    burden.supports[0].host = written("JPN");
    burden.supports[0].guest = written("USA");
    burden.supports[0].as_of = *parse_date("2003");
    burden.conduct.resize(1);
    burden.conduct[0].item = "trump-2017";
    burden.conduct[0].by = written("USA");
    burden.conduct[0].toward = {written("JPN")};
    burden.opinions.resize(1);
    burden.opinions[0].of = written("JPN");
    burden.opinions[0].items = {"trump-2017"};
    burden.figures.resize(1);
    burden.figures[0].state = written("Germany");
    burden.figures[0].year = 1990;
    EXPECT_EQ(resolved(which).size(), 1U);  // the figure's: of 1990 there are two
    EXPECT_EQ(burden.commitments[0].by[0].code, "GMY");
    EXPECT_EQ(burden.commitments[1].by[0].code, "");
    EXPECT_EQ(burden.demands[0].of[0].code, "GFR");
    EXPECT_EQ(burden.supports[0].host.code, "JPN");
    EXPECT_EQ(burden.conduct[0].toward[0].code, "JPN");
    EXPECT_EQ(burden.opinions[0].of.code, "JPN");
}

TEST(ResolveActors, an_actor_of_the_case_belongs_to_its_state) {
    Case which = small_case();
    which.actors = {{"okinawa", "Okinawa Prefecture", "Japan", line(3)}, {"un", "United Nations", "", line(4)}};
    which.items[0].actors = {written("okinawa"), written("un")};
    EXPECT_TRUE(resolved(which).empty());
    EXPECT_EQ(which.items[0].actors[0].code, "okinawa");
    EXPECT_EQ(which.items[0].actors[0].member, "JPN");
    EXPECT_EQ(which.items[0].actors[1].code, "un");
    EXPECT_EQ(which.items[0].actors[1].member, "");
}

TEST(ResolveActors, an_ambiguous_name_is_answered_with_its_candidates) {
    Case which = small_case();
    which.items[1].actors = {written("Korea")};
    EXPECT_EQ(resolved(which), (std::vector<std::string>{
                                   "case:7:1: error: the actor 'Korea' may be several states on 2017-02-10; write the "
                                   "code: PRK North Korea (1948-09-09…), ROK South Korea (1949-06-29…)"}));
    EXPECT_EQ(which.items[1].actors[0].code, "");
}

TEST(ResolveActors, a_state_that_did_not_exist_on_the_day_is_an_error) {
    Case which = small_case();
    which.items[1].actors = {written("East Germany")};
    EXPECT_EQ(
        resolved(which),
        (std::vector<std::string>{"case:7:1: error: the actor 'East Germany' did not exist on 2017-02-10; it is in the "
                                  "table as: GDR German Democratic Republic (1954-03-25…1990-10-02)"}));
}

TEST(ResolveActors, an_unknown_actor_is_an_error_with_the_nearest_name) {
    Case which = small_case();
    which.items[1].actors = {written("Jappan")};
    ASSERT_EQ(resolved(which).size(), 1U);
    EXPECT_TRUE(
        starts_with(resolved(which)[0], "case:7:1: error: the actor 'Jappan' is unknown; did you mean 'Japan'?"))
        << resolved(which)[0];
}

TEST(ResolveActors, each_item_is_read_on_its_own_date) {
    Case which = small_case();
    which.items[0].date = *parse_date("1989-11-09");
    which.items[0].actors = {written("GDR")};
    which.items[1].actors = {written("GDR")};
    EXPECT_EQ(resolved(which).size(), 1U);
    EXPECT_EQ(which.items[0].actors[0].code, "GDR");
    EXPECT_EQ(which.items[1].actors[0].code, "");
}

TEST(ResolveActors, the_states_of_governments_and_figures_are_looked_up_too) {
    Case which = small_case();
    which.periods[1].governments = {{"USA", "Donald Trump"}, {"Nowhere", "Nobody"}};
    which.figures = {figure("pew", 24)};
    which.figures[0].actor = "Japan";
    const auto lines = resolved(which);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_TRUE(starts_with(lines[0], "case:10:1: error: the government of 'Nowhere' is unknown")) << lines[0];
    EXPECT_EQ(which.figures[0].actor, "JPN");
}

TEST(ResolveActors, many_items_are_resolved_in_one_go) {
    Case which = small_case();
    for (int number = 0; number < 100'000; ++number) {
        which.items.push_back(item("item-" + std::to_string(number), "2017-02-10"));
        which.items.back().actors = {written(number % 2 == 0 ? "USA" : "Japan")};
    }
    EXPECT_TRUE(resolved(which).empty());
    EXPECT_EQ(which.items.back().actors[0].code, "JPN");
}

// Of two states that share three letters, as Correlates of War and ISO 3166-1 have them.
std::vector<std::string> resolved_among_double_codes(Case& which) {
    Problems problems;
    const StateTable states = StateTable::read(
        "code,cow_number,gw_number,iso3,iso2,name,other_names,begin,end\n"
        "AUS,305,305,AUT,AT,Austria,,1955-07-27,\n"
        "AUL,900,900,AUS,AU,Australia,,1920-01-10,\n"
        "NEW,920,920,NZL,NZ,New Zealand,,1920-01-10,\n"
        "CZE,315,315,CSK,CS,Czechoslovakia,,1945-05-09,1992-12-31\n"
        "CZR,316,316,CZE,CZ,Czech Republic,,1993-01-01,\n",
        "states.csv", problems);
    resolve_actors(which, states, problems);
    std::vector<std::string> lines;
    for (const Problem& problem : problems.sorted()) lines.push_back(to_line(problem));
    return lines;
}

TEST(ResolveActors, a_bare_code_that_iso_gives_another_state_is_pointed_out_once) {
    Case which = small_case();
    which.alliance.members = {written("AUS")};
    which.items[0].actors = {written("AUS"), written("iso:AUS"), written("AUL"), written("Austria")};
    EXPECT_EQ(resolved_among_double_codes(which),
              (std::vector<std::string>{
                  "case:7:1: warning: 'AUS' is Austria's COW code, and Australia's ISO code (it stands in 2 places); "
                  "write AUL or iso:AUS for Australia, cow:305 or 'Austria' for Austria"}));
    EXPECT_EQ(which.items[0].actors[0].code, "AUS");
    EXPECT_EQ(which.items[0].actors[1].code, "AUL");
}

TEST(ResolveActors, a_code_that_only_iso_knows_is_answered_with_what_to_write) {
    Case which = small_case();
    which.items[1].actors = {written("NZL")};
    EXPECT_EQ(resolved_among_double_codes(which),
              (std::vector<std::string>{"case:7:1: error: the actor 'NZL' is no COW code; 'NZL' is the ISO code of New "
                                        "Zealand: write NEW or iso:NZL"}));
    which.items[1].actors = {written("CZE")};
    EXPECT_EQ(resolved_among_double_codes(which),
              (std::vector<std::string>{
                  "case:7:1: error: the actor 'CZE' did not exist on 2017-02-10; it is in the table as: CZE "
                  "Czechoslovakia (1945-05-09…1992-12-31); 'CZE' is the ISO code of Czech Republic: write CZR or "
                  "iso:CZE"}));
}

TEST(ResolveActors, a_code_that_stands_in_a_hundred_thousand_items_makes_one_warning) {
    Case which = small_case();
    const Day first = make_day(1990, 1, 1);
    for (int number = 0; number < 100'000; ++number) {
        which.items.push_back(item("item-" + std::to_string(number), "2017-02-10"));
        which.items.back().date = single_day(first + std::chrono::days{number % 10'000});
        which.items.back().actors = {written("AUS")};
    }
    const auto lines = resolved_among_double_codes(which);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines[0].find("(it stands in 100000 places)"), std::string::npos) << lines[0];
}

TEST(ResolveActors, nobody_is_looked_up_on_a_date_that_could_not_be_read) {
    Case which = small_case();
    which.items[1].date = {};  // the first of January 1970, on which Korea is ambiguous as well
    which.items[1].dated = false;
    which.items[1].actors = {written("Korea")};
    which.periods[1].dated = false;
    which.periods[1].governments = {{"East Germany", "Nobody"}};
    which.has_cutoff = false;
    which.alliance.members = {written("Korea")};
    EXPECT_TRUE(resolved(which).empty());
    which.items[1].dated = true;
    EXPECT_EQ(resolved(which).size(), 1U);
}

TEST(ResolveActors, an_actor_that_errors_in_case_toml_may_have_lost_is_not_reported) {
    Case which = small_case();
    which.items[1].actors = {written("okinawa")};
    EXPECT_EQ(resolved(which).size(), 1U);
    which.lost_in.emplace(CasePart::CaseFile, line(3));
    EXPECT_TRUE(resolved(which).empty());
}

}  // namespace entente::evidence
