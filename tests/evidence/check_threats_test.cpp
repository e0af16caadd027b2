#include <gtest/gtest.h>

#include "small_case.hpp"

namespace entente::evidence {
namespace {

Actor state(const std::string& code) {
    return {code, code, code, line(600)};
}

Intention intention() {
    Intention intention;
    intention.coder = "first";
    intention.item = "trump-2017";
    intention.theory = "walt-1985";
    intention.of = state("PRK");
    intention.toward = state("JPN");
    intention.level = HostilityLevel::Display;
    intention.where = line(600);
    return intention;
}

std::vector<ThreatTheory> threat_theories() {
    ThreatTheory theory;
    theory.id = "walt-1985";
    return {theory};
}

// The case with these intentions: what the checks of threats say, each without its place.
std::vector<std::string> said_of(const Case& which) {
    Problems problems;
    check_threats(which, threat_theories(), theories(), problems);
    std::vector<std::string> lines;
    for (const Problem& problem : problems.sorted()) lines.push_back(problem.what);
    return lines;
}

std::vector<std::string> said_of_intentions(const std::vector<Intention>& intentions) {
    Case which = small_case();
    which.coders[0].intentions = intentions;
    return said_of(which);
}

using Lines = std::vector<std::string>;

TEST(CheckThreats, an_intention_of_a_known_item_state_and_theory_is_no_problem) {
    EXPECT_EQ(said_of_intentions({intention()}), Lines{});
}

TEST(CheckThreats, its_item_has_to_exist) {
    Intention wrong = intention();
    wrong.item = "trump-2018";
    EXPECT_EQ(said_of_intentions({wrong}),
              Lines{"the intention names the unknown item 'trump-2018'; did you mean 'trump-2017'?"});
}

TEST(CheckThreats, its_theory_has_to_exist_and_be_of_threat) {
    Intention unknown = intention();
    unknown.theory = "walt-1986";
    EXPECT_EQ(said_of_intentions({unknown}),
              Lines{"the intention names the unknown theory 'walt-1986'; did you mean 'walt-1985'?"});
    Intention of_factors = intention();
    of_factors.theory = "walt-1997";
    EXPECT_EQ(said_of_intentions({of_factors}),
              Lines{"'walt-1997' is a theory of factors: intentions are coded under one of threat"});
}

TEST(CheckThreats, nobody_threatens_himself) {
    Intention wrong = intention();
    wrong.toward = state("PRK");
    EXPECT_EQ(said_of_intentions({wrong}), Lines{"an intention of PRK towards itself"});
}

TEST(CheckThreats, only_states_have_intentions) {
    Case which = small_case();
    which.actors = {{"okinawa", "Okinawa", "JPN", line(20)}};
    Intention wrong = intention();
    wrong.toward = {"okinawa", "okinawa", "JPN", line(600)};
    which.coders[0].intentions = {wrong};
    EXPECT_EQ(said_of(which), Lines{"the intention names 'okinawa', which is no state"});
}

TEST(CheckThreats, an_item_is_read_once_for_each_pair_and_stance) {
    Intention named = intention();
    named.stance = Stance::Named;
    named.level.reset();
    EXPECT_EQ(said_of_intentions({intention(), named}), Lines{});
    Intention again = intention();
    again.level = HostilityLevel::Threat;
    EXPECT_EQ(said_of_intentions({intention(), again}),
              Lines{"'first' has coded the item 'trump-2017' as hostile of PRK towards JPN before"});
}

TEST(CheckThreats, a_state_has_one_part_in_the_test_of_a_claim) {
    Case which = small_case();
    which.claims = {claim("need")};
    ClaimTest test;
    test.of = state("JPN");
    test.with = {state("USA")};
    test.against = state("CHN");
    which.claims[0].tests = {test};
    EXPECT_EQ(said_of(which), Lines{});
    which.claims[0].tests[0].against = state("USA");
    EXPECT_EQ(said_of(which), Lines{"the claim's test names 'USA' twice"});
}

ThreatFigure figure_of(const std::string& other, ThreatFact fact) {
    ThreatFigure figure;
    figure.state = state("JPN");
    figure.other = state(other);
    figure.year = 2016;
    figure.fact = fact;
    figure.value = 0.1;
    figure.source = {"white-house", "", line(700)};
    figure.where = line(700);
    return figure;
}

TEST(CheckThreats, a_figure_stands_once_has_a_source_and_is_about_two_states) {
    Case which = small_case();
    which.threat_figures.emplace();
    auto& figures = which.threat_figures->figures;
    figures = {figure_of("JPN", ThreatFact::Capability), figure_of("CHN", ThreatFact::Capability)};
    EXPECT_EQ(said_of(which), Lines{});
    figures.push_back(figures.back());
    EXPECT_EQ(said_of(which), Lines{"the capability of CHN for JPN in 2016 stands twice"});
    figures = {figure_of("JPN", ThreatFact::Hostility)};
    EXPECT_EQ(said_of(which), Lines{"the figure is about one state alone"});
    figures = {figure_of("CHN", ThreatFact::Capability)};
    figures[0].source.key = "nobody";
    EXPECT_EQ(said_of(which), Lines{"the figure names the unknown source 'nobody'"});
}

// Forces may be stationed in the state itself; of each entry of the theory once.
TEST(CheckThreats, forces_that_are_stationed_are_of_an_entry_that_a_theory_has) {
    auto theories_of_threat = threat_theories();
    theories_of_threat[0].force_posture.resize(1);
    theories_of_threat[0].force_posture[0].id = "sent";
    const auto said = [&](const std::vector<std::string>& postures) {
        Case which = small_case();
        which.threat_figures.emplace();
        for (const auto& posture : postures) {
            auto figure = figure_of("JPN", ThreatFact::Stationed);
            figure.posture = posture;
            which.threat_figures->figures.push_back(figure);
        }
        Problems problems;
        check_threats(which, theories_of_threat, theories(), problems);
        std::vector<std::string> lines;
        for (const Problem& problem : problems.sorted()) lines.push_back(problem.what);
        return lines;
    };
    EXPECT_EQ(said({"sent"}), Lines{});
    EXPECT_EQ(said({"sent", "sent"}), Lines{"the stationed of JPN for JPN in 2016 stands twice"});
    EXPECT_EQ(said({"lent"}), Lines{"no theory of threat has the force posture 'lent'"});
}

}  // namespace
}  // namespace entente::evidence
