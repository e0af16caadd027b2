// Invented results about burden sharing: a theory of two measures that count and two beside, a group of four states of
// which one is without a rank, and a case with one of everything.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "workbench/burden.hpp"

namespace entente::reports {

inline evidence::BurdenMeasure small_measure(std::string id, std::string name, std::string heading, std::string unit) {
    evidence::BurdenMeasure measure;
    measure.id = std::move(id);
    measure.name = std::move(name);
    measure.heading = std::move(heading);
    measure.unit = std::move(unit);
    measure.data = {{"invented.first", 1}, {"invented.second", 1}};
    measure.definition = "As invented.";
    return measure;
}

inline evidence::BurdenTheory small_burden_theory() {
    evidence::BurdenTheory theory;
    theory.id = "small";
    theory.name = "Small";
    theory.sha256 = std::string(64, 'b');
    auto money = small_measure("money", "money spent", "% GDP", "% of GDP");
    money.decimals = 2;
    money.weight = 1;
    money.stale_after = 1;
    auto people = small_measure("people", "people sent", "sent", "per million people");
    people.coin = evidence::BurdenCoin::People;
    people.stage = evidence::BurdenStage::Output;
    people.weight = 1;
    auto owes = small_measure("owes", "obliged to defend", "owes", "members");
    owes.formula = evidence::BurdenFormula::ObligedTo;
    owes.sense = evidence::BurdenSense::Neither;
    owes.decimals = 0;
    auto owed = owes;
    owed.id = "owed";
    owed.name = "to be defended by";
    owed.heading = "is owed";
    owed.formula = evidence::BurdenFormula::DefendedBy;
    theory.measures = {money, people, owes, owed};
    theory.step = 0.5;  // weightings of two measures: (0, 1), (.5, .5), (1, 0)
    theory.known_share = 0.75;
    theory.size = "output";
    theory.effort = "money";
    theory.leader = "spending";
    theory.readings = {{"leadership", "leader-share", "It leads.", {"Somebody 1973"}, {}},
                       {"free-riding", "leader-share", "The others ride free.", {}, {}},
                       {"the-small-ride-free", "exploitation", "The small ride free.", {}, {}},
                       {"joint-products", "exploitation", "They buy something of their own.", {}, {}}};
    return theory;
}

inline burden::MemberFacts facts_of(int state, std::vector<burden::BurdenReading> measures) {
    return {state, Reading::of(state), std::move(measures)};
}

inline burden::BurdenReading known(double value, int of_year) {
    return {Reading::of(value), of_year, 0};
}

inline burden::BurdenReading unknown(Reason why) {
    return {Reading::missing(why), 0, 0};
}

inline burden::FairMember fair_member(int state, double first, double last, int rank) {
    burden::FairMember member;
    member.state = state;
    for (int scaling = 0; scaling < 3; ++scaling) {
        member.ranges.push_back({1, 3, first, first, last, rank, 0.5});
    }
    return member;
}

// In 2017 Aland spends 1.996%, Bland 0.90% and Cland 3.10% of 2015; of Dland no spending is known, and no people of
// Cland are. Aland carries most under two of three weightings, Bland least.
inline workbench::BurdenResult small_burden_result() {
    workbench::BurdenResult result;
    result.theory = small_burden_theory();
    result.year = 2017;
    result.seed = 7;
    workbench::GroupBurden group;
    group.name = "The Pact";
    group.asked_as = "atop:1";
    group.members = {{1, "A", "Aland"}, {2, "B", "Bland"}, {3, "C", "Cland"}, {4, "D", "Dland"}};
    group.now.year = 2017;
    group.now.facts.year = 2017;
    group.now.facts.members = {
        facts_of(1, {known(1.996, 2017), known(5, 2016), known(1, 2017), known(3, 2017)}),
        facts_of(2, {known(0.904, 2017), known(12, 2016), known(3, 2017), known(3, 2017)}),
        facts_of(3, {known(3.1, 2015), unknown(Reason::NoRow), known(3, 2017), known(3, 2017)}),
        facts_of(4, {unknown(Reason::MissingInSource), known(0.2, 2016), known(3, 2017), known(3, 2017)})};
    auto& fair = group.fair_share;
    fair.measures = {0, 1};
    fair.weightings = 3;
    fair.members = {fair_member(1, 2.0 / 3, 0, 1), fair_member(2, 1.0 / 3, 1.0 / 3, 2)};
    fair.unranked = {{3, {1}}, {4, {0}}};
    group.now.leader = workbench::NamedState{1, "A", "Aland"};
    group.now.leader_share = 0.7125;
    group.now.leader_size_share = 0.5;
    group.now.exploitation.n = 4;
    group.now.exploitation.why_not = "size is known of three members only";
    result.groups.push_back(std::move(group));
    result.sources = {{"money", 0, "invented 1.0", "invented.first", 1990, 2017, ""},
                      {"people", 0, "", "", 0, 0, "add peacekeepers"}};
    return result;
}

// Aland is just below 2%, as printed with two decimals it is not.
inline workbench::GuidelineResult small_guideline() {
    workbench::GuidelineResult guideline;
    guideline.id = "two-percent";
    guideline.measure = "money";
    guideline.at_least = 2;
    guideline.text = "Aim to move towards it.";
    guideline.bindingness = "aspirational";
    guideline.since = make_day(2014, 9, 5);
    guideline.deadline = make_day(2024, 12, 31);
    guideline.agreed = true;
    guideline.money_unit = "million USD";
    guideline.meet = 1;
    guideline.judged = 3;
    guideline.members = {
        {{1, "A", "Aland"}, {burden::Compliance::Below, -0.004, 12.5, true}, {}},
        {{2, "B", "Bland"}, {burden::Compliance::Below, -1.096, 54240, false}, {true, 0.25, 0.3, false, false, false}},
        {{3, "C", "Cland"}, {burden::Compliance::Meets, 1.1, std::nullopt, false}, {}},
        {{4, "D", "Dland"}, {}, {}}};
    return guideline;
}

// Bland carries more people, Aland more money.
inline void add_small_pair(workbench::BurdenResult& result) {
    burden::PairComparison pair;
    pair.first = 1;
    pair.second = 2;
    pair.answers = {{0, 1, 1.996, 0.904, true, ""}, {1, 2, 5, 12, true, ""}};
    pair.first_more = {0.31, 0.28, 0.3};
    pair.second_more = {0.6, 0.7, 0.65};
    pair.measures = {0, 1};
    pair.weightings = 3;
    result.pair = std::move(pair);
    result.pair_states = {{1, "A", "Aland"}, {2, "B", "Bland"}};
}

// The case that the pointers of `of_case` point into.
inline std::shared_ptr<const workbench::OpenCase> small_burden_case() {
    workbench::OpenCase open;
    auto& content = open.content;
    content.id = "small";
    content.title = "A small case";
    content.sha256 = std::string(64, 'c');
    content.issues = {{"forces", "Forces", {}}};
    evidence::Figure paid;
    paid.id = "paid";
    paid.name = "what Bland pays";
    paid.value = 4.1;
    paid.unit = "billion";
    paid.currency = "USD";
    auto poll = paid;
    poll.id = "poll-2016";
    poll.unit = "percent";
    poll.question = "Do you trust him?";
    poll.population = "adults of Bland";
    content.figures = {paid, poll};
    evidence::BurdenRecord record;
    evidence::Actor aland;
    aland.code = "A";
    evidence::Actor bland;
    bland.code = "B";
    evidence::Commitment commitment;
    commitment.id = "vague";
    commitment.text = "To do more.";
    commitment.made = single_day(make_day(2015, 1, 1));
    record.commitments = {commitment};
    evidence::Demand demand;
    demand.id = "pay";
    demand.by = aland;
    demand.of = {bland};
    demand.date = single_day(make_day(2016, 5, 4));
    demand.measure = "money";
    demand.at_least = 2;
    demand.text = "Pay up.";
    record.demands = {demand};
    evidence::HostSupport support;
    support.id = "hosting";
    support.host = bland;
    support.guest = aland;
    support.as_of = *parse_date("2003");
    support.paid = "paid";
    support.extras = {{"pay", "military pay", evidence::SupportSide::Cost, "", 3.0, "assumed by a critic", {}}};
    record.supports = {support};
    evidence::OpinionSeries series;
    series.id = "person";
    series.name = "trust in the leader";
    series.of = bland;
    series.about = evidence::OpinionAbout::Person;
    series.subject = "the leader of Aland";
    series.figures = {"poll-2016"};
    series.issue = "forces";
    record.opinions = {series};
    evidence::SameQuantity budget;
    budget.id = "budget";
    budget.name = "the budget of Bland";
    budget.figures = {"paid"};
    budget.into = "USD";
    budget.why = "One counts pensions.";
    record.same_quantities = {budget};
    content.burden = std::move(record);
    return std::make_shared<const workbench::OpenCase>(std::move(open));
}

inline void add_small_case(workbench::BurdenResult& result) {
    workbench::BurdenOfCase of_case;
    of_case.open = small_burden_case();
    const auto& record = *of_case.open->content.burden;
    workbench::DemandResult demand;
    demand.demand = &record.demands.front();
    workbench::StateAsked asked;
    asked.state = {2, "B", "Bland"};
    asked.turning.borne_out = true;
    asked.against.order = burden::Order::TurnedBefore;
    burden::Turn turn;
    turn.first_after = 2013;
    asked.against.turn = turn;
    asked.against.change_before = 0.02;
    asked.at_demand = Reading::of(0.87);
    asked.latest = Reading::of(0.904);
    asked.latest_year = 2017;
    demand.asked = {asked};
    of_case.demands = {demand};
    // CRS 94-515 (1994): 4.1 of 4.1 + 1.3 is 75.9%; with 3 more on the guest's side 4.1 of 8.4, 48.8%.
    workbench::SupportResult support;
    support.support = &record.supports.front();
    support.share =
        burden::SupportShare{{{{}, 4.1, 1.3, 4.1 / 5.4}, {{"pay"}, 4.1, 4.3, 4.1 / 8.4}}, 4.1 / 8.4, 4.1 / 5.4, 2.8};
    support.years_old = 14;
    of_case.supports = {support};
    workbench::OpinionResult opinion;
    opinion.series = &record.opinions.front();
    workbench::OpinionPoint before;
    before.date = *parse_date("2016");
    before.value = 0.78;
    before.n = 1000;
    before.figure = "poll-2016";
    auto after = before;
    after.date = *parse_date("2017");
    after.value = 0.24;
    after.change = burden::OpinionChange{-0.54, -24.2, 1e-12, -0.577, -0.503};
    opinion.points = {before, after};
    of_case.opinions = {opinion};
    of_case.persons = {{"person", "country", *parse_date("2016"), *parse_date("2017"), -0.54, -0.15, 3.6}};
    workbench::ConductCount count;
    count.guarantor = {1, "A", "Aland"};
    count.period = "focal";
    count.by_conduct = {2, 1, 0, 0, 0, 3, 0, 0, 0, 0};
    count.words_assuring = 2;
    count.words_doubting = 1;
    count.acts_assuring = 3;
    count.borne_out = 1;
    of_case.conduct = {count};
    workbench::BurdenOfCase::Coin coin;
    coin.quantity = &record.same_quantities.front();
    coin.coin.figures = {{"paid", 4.1, std::nullopt, "", ""},
                         {"other", std::nullopt, std::nullopt, "", "no rate from EUR to USD is stated"}};
    coin.coin.least = 4.1;
    coin.coin.most = 5.0;
    coin.coin.ratio = 1.22;
    coin.coin.unit = "billion USD";
    coin.coin.differ_in = {"definition", "price basis"};
    of_case.coins = {coin};
    result.groups.front().of_case = std::move(of_case);
}

}  // namespace entente::reports
