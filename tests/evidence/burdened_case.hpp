// A small case with a record of burdens, and entries for it, for tests of its checks.
#pragma once

#include <string>
#include <vector>

#include "small_case.hpp"

namespace entente::evidence {

using Lines = std::vector<std::string>;

inline Actor state(const std::string& code) {
    return {code, code, code, line(600)};
}

// The small case with two members, of which the second joined in 2010, and an empty record.
inline Case burdened() {
    Case which = small_case();
    which.alliance.members = {state("USA"), state("JPN")};
    which.alliance.memberships = {{}, {make_day(2010, 1, 1), std::nullopt}};
    which.burden.emplace();
    return which;
}

inline BurdenMeasure measure(const std::string& id, const std::string& unit) {
    BurdenMeasure measure;
    measure.id = id;
    measure.unit = unit;
    return measure;
}

inline std::vector<BurdenTheory> burden_theories() {
    BurdenTheory theory;
    theory.id = "olson-zeckhauser-1966";
    theory.measures = {measure("spending-share", "% of GDP"), measure("peacekeepers", "per million people"),
                       measure("aid-given", "% of GDP")};
    return {theory};
}

inline Commitment commitment(double at_least) {
    Commitment commitment;
    commitment.id = "two-percent";
    commitment.by = {state("USA")};
    commitment.made = *parse_date("2017-02-10");
    commitment.measure = "spending-share";
    commitment.at_least = at_least;
    commitment.item = "trump-2017";
    commitment.where = line(700);
    return commitment;
}

inline Demand demand() {
    Demand demand;
    demand.id = "more";
    demand.by = state("USA");
    demand.of = {state("JPN")};
    demand.date = *parse_date("2017-02-10");
    demand.item = "trump-2017";
    demand.where = line(710);
    return demand;
}

inline ConductEntry conduct(const std::string& item, Conduct what) {
    ConductEntry entry;
    entry.item = item;
    entry.conduct = what;
    entry.by = state("USA");
    entry.where = line(720);
    return entry;
}

inline HostSupport support(const std::string& id) {
    HostSupport support;
    support.id = id;
    support.host = state("JPN");
    support.guest = state("USA");
    support.as_of = *parse_date("2003");
    support.definition = "as counted";
    support.where = line(730);
    return support;
}

inline Figure money(const std::string& id, double value, const std::string& currency) {
    Figure made = figure(id, value);
    made.unit = "billion";
    made.currency = currency;
    made.quantity.clear();
    return made;
}

// What the checks of burden say, each without its place and advice; and the references, which the case's checks follow.
inline Lines said_of(const Case& which, const std::vector<BurdenTheory>& theories = burden_theories()) {
    Problems problems;
    check_burden(which, theories, problems);
    Lines lines;
    for (const Problem& problem : problems.sorted()) lines.push_back(problem.what);
    return lines;
}

inline Conversion conversion(const std::string& from, const std::string& to) {
    Conversion conversion;
    conversion.id = from + "-" + to;
    conversion.from = from;
    conversion.to = to;
    conversion.rate = 110;
    conversion.source = {"white-house", "", line(750)};
    return conversion;
}

}  // namespace entente::evidence
