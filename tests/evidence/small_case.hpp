// A case small enough to see through, in which nothing is wrong: a statement of the baseline, one of the focal period
// that continues it, and what they need. A test breaks one thing and reads what the checks say.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "evidence/case.hpp"
#include "evidence/checks.hpp"

namespace entente::evidence {

inline Position line(int number) {
    return {"case", number, 1};
}

inline Source source(const std::string& key) {
    Source source;
    source.key = key;
    source.published = parse_date("2017-02-10");
    source.outlet_class = OutletClass::Official;
    source.grade = Grade{'A', 1};
    source.where = line(100);
    return source;
}

inline Item item(const std::string& id, std::string_view date) {
    Item item;
    item.id = id;
    item.date = *parse_date(date);
    item.issues = {"territory"};
    item.sources = {{"white-house", "", line(200)}};
    item.where = line(200);
    return item;
}

inline Coding coding(const std::string& item, const std::string& against) {
    Coding coding;
    coding.coder = "first";
    coding.item = item;
    coding.theory = "walt-1997";
    coding.factor = "credibility";
    coding.baseline = "obama";
    coding.against = against;
    coding.cluster = item;
    coding.where = line(300);
    return coding;
}

inline Figure figure(const std::string& id, double value) {
    Figure figure;
    figure.id = id;
    figure.value = value;
    figure.unit = "percent";
    figure.quantity = "confidence";
    figure.actor = "JPN";
    figure.as_of = *parse_date("2017");
    figure.sources = {{"white-house", "", line(400)}};
    figure.where = line(400);
    return figure;
}

inline Claim claim(const std::string& id) {
    Claim claim;
    claim.id = id;
    claim.kind = ClaimKind::Verdict;
    claim.where = line(500);
    return claim;
}

inline Period period(const std::string& id, Day begin, Day end, const std::string& baseline) {
    Period period;
    period.id = id;
    period.begin = begin;
    period.end = end;
    period.baseline = baseline;
    period.where = line(10);
    return period;
}

inline Case small_case() {
    Case made;
    made.id = "small";
    made.theory = "walt-1997";
    made.baseline = "obama";
    made.focal = "trump";
    made.cutoff = make_day(2019, 2, 28);
    made.issues = {{"territory", "Territory", line(5)}};
    made.periods = {period("obama", make_day(2009, 1, 20), make_day(2016, 11, 8), ""),
                    period("trump", make_day(2016, 11, 9), make_day(2018, 12, 31), "obama")};
    made.sources = {source("white-house")};
    made.items = {item("obama-2014", "2014-04-24"), item("trump-2017", "2017-02-10")};
    made.coders.resize(1);
    made.coders[0].id = "first";
    made.coders[0].read = {"obama-2014"};
    made.coders[0].codings = {coding("trump-2017", "obama-2014")};
    made.where = line(1);
    return made;
}

inline std::vector<Theory> theories() {
    Theory theory;
    theory.id = "walt-1997";
    Factor credibility;
    credibility.id = "credibility";
    credibility.mirrors = {"reputation"};
    credibility.aspects = {{"will", "will to help"}};
    Factor reputation;
    reputation.id = "reputation";
    reputation.ledger = Ledger::Endurance;
    Factor society;
    society.id = "society";
    theory.factors = {credibility, reputation, society};
    return {theory};
}

// As printed, without the place: `error: …; …`.
inline std::vector<std::string> said_about(const Case& which) {
    Problems problems;
    check_case(which, theories(), problems);
    std::vector<std::string> lines;
    for (Problem problem : problems.sorted()) {
        problem.where = {};
        lines.push_back(to_line(problem));
    }
    return lines;
}

// The only problem of the case, or a text that shows all of them.
inline std::string only_problem_of(const Case& which) {
    const std::vector<std::string> lines = said_about(which);
    if (lines.size() == 1) return lines.front();
    std::string all = std::to_string(lines.size()) + " problems";
    for (const std::string& line : lines) all += "\n" + line;
    return all;
}

inline bool starts_with(const std::string& text, std::string_view beginning) {
    return text.rfind(beginning, 0) == 0;
}

}  // namespace entente::evidence

// The case has exactly one problem, and its line begins so.
#define EXPECT_ONLY_PROBLEM(which, beginning)                                                             \
    EXPECT_TRUE(::entente::evidence::starts_with(::entente::evidence::only_problem_of(which), beginning)) \
        << ::entente::evidence::only_problem_of(which)
