#include "workbench/burden.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/codebook.hpp"
#include "workbench/burden_parts.hpp"
#include "workbench/data.hpp"
#include "workbench/theories.hpp"

namespace entente::workbench {
namespace {

constexpr std::uint64_t kSeed = 1;  // where neither the user nor a case has one

std::uint64_t seed_of(const BurdenRequest& request, const std::vector<BurdenGroupAsked>& groups) {
    if (request.seed) return *request.seed;
    for (const auto& group : groups) {
        if (group.open != nullptr) return group.open->protocol.sensitivity.seed;
    }
    return kSeed;
}

// The part of the leader in what the members have together; nothing where too few of them are known.
std::optional<double> part_of(const std::vector<std::pair<int, Reading>>& members, int leader, double known_share) {
    double total = 0;
    std::size_t known = 0;
    std::optional<double> of_leader;
    for (const auto& [state, reading] : members) {
        if (!reading.known()) continue;
        ++known;
        total += reading.value;
        if (state == leader) of_leader = reading.value;
    }
    const bool enough = static_cast<double>(known) >= known_share * static_cast<double>(members.size());
    if (!of_leader || !enough || total <= 0) return std::nullopt;
    return *of_leader / total;
}

// A theory that brings no references of its own is cited by its citation.
void add_bibliography(BurdenResult& result, const BurdenColumns& columns) {
    const auto& theory = result.theory;
    const auto references = theory.references.empty()
                                ? fmt::format("@misc{{{}, note = {{{}}}}}\n", theory.id, theory.citation)
                                : theory.references;
    panels::Panel cited;
    cited.datasets = columns.datasets();
    result.bibtex = panels::bibliography(cited, references);
    result.theory_cited = panels::cited_keys(references);
    result.data_cited = panels::cited_keys(panels::bibliography(cited));
}

BurdenOfCase case_of(const BurdenQuestion& question, const BurdenGroupAsked& asked) {
    BurdenOfCase of_case;
    of_case.open = asked.open;
    of_case.demands = demands_of(question, asked);
    of_case.supports = supports_of(*asked.open, question.years.year);
    of_case.opinions = opinions_of(*asked.open);
    of_case.persons = persons_against_countries(of_case.opinions);
    of_case.conduct = conduct_of(*asked.open);
    of_case.coins = coins_of(*asked.open);
    return of_case;
}

// A year of which the first measure knows nothing, or only older numbers, is no year of a history.
bool is_known(const burden::GroupFacts& facts) {
    return std::any_of(facts.members.begin(), facts.members.end(), [&facts](const burden::MemberFacts& member) {
        const auto& first = member.measures.front();
        return first.value.known() && !first.stale(facts.year);
    });
}

BurdenGroup group_in(const BurdenQuestion& question, const BurdenGroupAsked& asked, int year) {
    auto members = question.numbers->looked_at(asked.members_in(year));
    if (asked.is_alliance()) return question.numbers->alliance(std::move(members), year);
    return {std::move(members), std::nullopt, false};
}

// Of a few members of a group nothing is said of the group: neither whether its large ones carry more nor what part of
// it the leader has.
void leave_open_if_few(GroupYear& year, const BurdenGroupAsked& asked, const evidence::BurdenTheory& theory) {
    const auto all = asked.members_in(year.year).size();
    const auto known = year.facts.members.size();
    if (static_cast<double>(known) >= theory.known_share * static_cast<double>(all)) return;
    year.leader_share.reset();
    year.leader_size_share.reset();
    year.exploitation = {};
    year.exploitation.n = known;
    year.exploitation.why_not = fmt::format("figures of {} of {} members", known, all);
}

GroupBurden burden_of_group(const BurdenQuestion& question, const BurdenGroupAsked& asked) {
    const auto& years = question.years;
    GroupBurden result;
    result.name = asked.name;
    result.asked_as = asked.asked_as;
    result.notes = asked.notes;
    const auto group = group_in(question, asked, years.year);
    for (const int member : group.members) result.members.push_back(question.system->named(member, years.year));
    if (const auto all = asked.members_in(years.year).size(); group.members.size() < all) {
        result.notes.push_back(fmt::format(
            "The figures at hand are of {} of the {} members of {}: ranks and shares are among these alone.",
            group.members.size(), all, years.year));
    }
    result.now = year_of_group(question, group, years.year);
    leave_open_if_few(result.now, asked, *question.theory);
    burden::FairShareOptions options;
    options.step = question.theory->step;
    std::vector<std::size_t> mixed;  // counts as it stands: better than not at all
    const auto comparable = question.numbers->of_one_source(result.now.facts, group, group.members, mixed);
    result.fair_share = burden::fair_share(*question.theory, comparable, options);
    result.guidelines = guidelines_of(question, asked, group, result.now);
    for (int year = years.from; year <= years.to; ++year) {
        if (question.numbers->looked_at(asked.members_in(year)).size() < 2) continue;
        if (year == years.year) {
            result.history.push_back(result.now);
            continue;
        }
        auto one = year_of_group(question, group_in(question, asked, year), year);
        leave_open_if_few(one, asked, *question.theory);
        if (is_known(one.facts)) result.history.push_back(std::move(one));
    }
    if (asked.open != nullptr) result.of_case = case_of(question, asked);
    return result;
}

// Two states alone are compared with each other unless others are named.
std::vector<std::string> pair_asked(const BurdenRequest& request, const std::vector<BurdenGroupAsked>& groups) {
    require(request.of.empty() || request.of.size() == 2,
            fmt::format("{} are named to be compared, and a pair is two", joined(request.of, ", ")),
            "name two, as JPN,GMY");
    if (request.of.empty() && groups.size() == 1 && groups.front().states.size() == 2) return groups.front().states;
    return request.of;
}

// The numbers of the two states that are to be compared; empty where none are.
std::vector<int> find_pair(BurdenResult& result, const BurdenRequest& request, const SystemYears& system,
                           const std::vector<BurdenGroupAsked>& groups) {
    std::vector<int> two;
    for (const auto& written : pair_asked(request, groups)) {
        two.push_back(state_asked(written, result.year, system, result.notes));
        result.pair_states.push_back(system.named(two.back(), result.year));
    }
    // An alliance of two is a pair.
    if (two.empty() && groups.size() == 1 && groups.front().members_in(result.year).size() == 2) {
        two = groups.front().members_in(result.year);
        for (const int state : two) result.pair_states.push_back(system.named(state, result.year));
    }
    require(two.empty() || two.front() != two.back(), "a state is compared with itself", "name two states, as JPN,GMY");
    return two;
}

// A part of the group's sum says something of members of one alliance. Of several groups, or of states in a list, it
// hangs on who else is named, and does not tell who of two carries more.
evidence::BurdenTheory for_pairs(evidence::BurdenTheory theory, bool one_alliance) {
    for (auto& measure : theory.measures) {
        const bool of_sum = measure.formula == evidence::BurdenFormula::RelativeShare ||
                            measure.formula == evidence::BurdenFormula::ShareOfGroup;
        if (of_sum && !one_alliance) measure.sense = evidence::BurdenSense::Neither;
    }
    return theory;
}

// What only cases know is asked of none where no case is named.
void note_what_cases_know(BurdenResult& result, const std::vector<BurdenGroupAsked>& groups) {
    const bool any_case = std::any_of(groups.begin(), groups.end(), [](const auto& group) { return group.open; });
    if (any_case) return;
    for (const auto& measure : result.theory.measures) {
        if (measure.formula != evidence::BurdenFormula::CaseOnly) continue;
        if (measure.sense == evidence::BurdenSense::Neither || !(measure.weight > 0)) continue;
        result.notes.push_back(
            fmt::format("{}: known only to cases. Name those that have it too, as in `entente burden "
                        "CASE CASE --of {},{}`.",
                        measure.name, result.pair_states.front().code, result.pair_states.back().code));
    }
}

void compare_two(BurdenResult& result, const BurdenQuestion& question, const std::vector<BurdenGroupAsked>& groups,
                 const std::vector<int>& two) {
    if (two.empty()) return;
    const int year = question.years.year;
    std::set<int> all;
    for (const auto& group : groups) {
        const auto members = question.numbers->looked_at(group.members_in(year));
        all.insert(members.begin(), members.end());
    }
    for (const auto& named : result.pair_states) {
        const bool is_member = std::any_of(groups.begin(), groups.end(), [&](const BurdenGroupAsked& group) {
            const auto& members = group.members_in(year);
            return std::find(members.begin(), members.end(), named.number) != members.end();
        });
        if (!all.insert(named.number).second || is_member) continue;
        result.notes.push_back(
            fmt::format("{} was in none of these groups in {}: it is compared as if it were.", named.name, year));
    }
    // Of one alliance or of several together somebody is the largest; of states in a list nobody leads the others.
    const bool allied =
        std::all_of(groups.begin(), groups.end(), [](const auto& group) { return group.is_alliance(); });
    const std::vector<int> members(all.begin(), all.end());
    const auto together =
        allied ? question.numbers->alliance(members, year) : BurdenGroup{members, std::nullopt, false};
    std::vector<std::size_t> mixed;
    auto facts = question.numbers->of_one_source(question.numbers->facts(together, year), together, two, mixed);
    burden::FairShareOptions options;
    options.step = question.theory->step;
    const auto theory = for_pairs(*question.theory, allied && groups.size() == 1);
    result.pair_facts.year = year;
    for (const auto& member : facts.members) {
        if (member.state == two.front() || member.state == two.back()) result.pair_facts.members.push_back(member);
    }
    for (auto& member : facts.members) {
        for (const auto measure : mixed) member.measures[measure].value = Reading::missing(Reason::Undefined);
    }
    result.pair = burden::compare_pair(theory, facts, two.front(), two.back(), options);
    for (auto& answer : result.pair->answers) {
        if (std::find(mixed.begin(), mixed.end(), answer.measure) != mixed.end()) answer.why_not = "two data sets";
    }
    note_what_cases_know(result, groups);
}

// Every state of every group in every year looked at.
std::set<int> states_of(const std::vector<BurdenGroupAsked>& groups) {
    std::set<int> states;
    for (const auto& group : groups) {
        for (const auto& [year, members] : group.members) states.insert(members.begin(), members.end());
    }
    return states;
}

// A demand may be of a state that is no member.
void add_states_asked(std::set<int>& all, const std::vector<BurdenGroupAsked>& groups, const StateTable& states) {
    for (const auto& group : groups) {
        if (group.open == nullptr || !group.open->content.burden) continue;
        for (const auto& demand : group.open->content.burden->demands) {
            for (const auto& actor : demand.of) {
                const auto& code = actor.member.empty() ? actor.code : actor.member;
                const auto* row = states.row_of(code, make_day(year_of(demand.date.last), 12, 31));
                if (row != nullptr && row->cow_number != 0) all.insert(row->cow_number);
            }
        }
    }
}

BurdenResult answer(const BurdenRequest& request, evidence::BurdenTheory theory, std::vector<BurdenGroupAsked> groups,
                    const OpenStore* store) {
    BurdenResult result;
    result.theory = std::move(theory);
    result.weights_changed = apply_weights(result.theory, request.weights);
    check_guidelines(request.guidelines, result.theory);
    BurdenCaseFigures figures;
    for (const auto& group : groups) {
        if (group.open != nullptr) figures.add(result.theory, *group.open);
    }
    BurdenNumbers numbers(result.theory, BurdenColumns(result.theory, store == nullptr ? nullptr : store->data.get()),
                          std::move(figures));
    const auto states = store == nullptr ? shipped_states() : store->states;
    const auto years = burden_years(request, numbers, result.theory, groups);
    const SystemYears system(states, years.first, years.last);
    for (auto& group : groups) find_members(group, years, states, system, store);
    result.seed = seed_of(request, groups);
    result.year = years.year;
    auto chosen = why_this_year(request, years.year, numbers, result.theory, groups);
    if (!chosen.empty()) result.notes.push_back(std::move(chosen));
    const auto two = find_pair(result, request, system, groups);
    auto all_states = states_of(groups);
    all_states.insert(two.begin(), two.end());
    add_states_asked(all_states, groups, states);
    numbers.columns().read(all_states, years.first, years.last);

    const BurdenQuestion question{&request, &result.theory, &numbers, &system, &states, years, result.seed};
    for (const auto& group : groups) result.groups.push_back(burden_of_group(question, group));
    compare_two(result, question, groups, two);
    result.sources = numbers.sources();
    add_bibliography(result, numbers.columns());
    return result;
}

}  // namespace

GroupYear year_of_group(const BurdenQuestion& question, const BurdenGroup& group, int year) {
    const auto& numbers = *question.numbers;
    const auto& theory = *question.theory;
    GroupYear result;
    result.year = year;
    result.facts = numbers.facts(group, year);
    std::vector<std::pair<int, Reading>> spending;
    std::vector<std::pair<int, Reading>> sizes;
    std::vector<double> size;
    std::vector<double> effort;
    const auto measure = measure_named(theory, theory.effort, theory.measures.size());
    for (const auto& member : result.facts.members) {
        spending.emplace_back(member.state, numbers.named(theory.leader, member.state, group, year).value);
        sizes.emplace_back(member.state, member.size);
        if (!measure || !member.size.known() || !member.measures[*measure].value.known()) continue;
        size.push_back(member.size.value);
        effort.push_back(member.measures[*measure].value.value);
    }
    if (group.leader) {
        result.leader = question.system->named(*group.leader, year);
        result.leader_share = part_of(spending, *group.leader, theory.known_share);
        result.leader_size_share = part_of(sizes, *group.leader, theory.known_share);
    }
    result.exploitation = burden::exploitation(size, effort, question.seed);
    return result;
}

BurdenResult burden(const BurdenRequest& request) {
    auto groups = burden_groups(request.groups);
    const auto of_case =
        std::find_if(groups.begin(), groups.end(), [](const BurdenGroupAsked& group) { return group.open != nullptr; });
    auto theory = burden_theory(request.theory, of_case == groups.end() ? "" : of_case->open->folder).theory;
    // Without a store a case answers from the figures that it ships; for all others there is nothing.
    const bool only_cases =
        std::all_of(groups.begin(), groups.end(), [](const BurdenGroupAsked& group) { return group.open != nullptr; });
    const auto store = only_cases ? find_store() : open_store();
    auto result = answer(request, std::move(theory), std::move(groups), store.get());
    if (store == nullptr) {
        result.notes.emplace_back("There is no data store: the numbers are the figures that the cases ship.");
    }
    return result;
}

BurdenResult burden_of_case(const OpenCasePtr& open, const BurdenRequest& request) {
    auto theory = burden_theory(request.theory, open->folder).theory;
    return answer(request, std::move(theory), {burden_group_of(open)}, nullptr);
}

}  // namespace entente::workbench
