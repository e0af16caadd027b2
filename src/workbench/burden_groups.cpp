#include "workbench/burden_groups.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/member_records.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

constexpr std::string_view kAlliance = "atop:";
constexpr std::string_view kMembers = "atop-member";

void add_note(std::vector<std::string>& notes, std::string note) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
}

std::vector<std::string> split_at_commas(const std::string& written) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin <= written.size()) {
        const auto end = std::min(written.find(',', begin), written.size());
        auto word = written.substr(begin, end - begin);
        while (word.starts_with(' ')) word.erase(word.begin());
        while (word.ends_with(' ')) word.pop_back();
        if (!word.empty()) words.push_back(std::move(word));
        begin = end + 1;
    }
    return words;
}

BurdenGroupAsked group_asked(const std::string& written) {
    BurdenGroupAsked group;
    group.asked_as = written;
    if (written.starts_with(kAlliance)) {
        const auto number = written.substr(kAlliance.size());
        const bool is_number =
            !number.empty() && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
        require(is_number, fmt::format("'{}' names no alliance", written), "write its number in ATOP: atop:3180");
        group.alliances = {number};
        group.name = "ATOP " + number;
        return group;
    }
    std::error_code failed;
    if (std::filesystem::exists(written, failed) || written.find('/') != std::string::npos) {
        group = burden_group_of(open_case({written, {}, {}, {}}));
        group.asked_as = written;
        return group;
    }
    group.states = split_at_commas(written);
    require(group.states.size() > 1, fmt::format("'{}' is no group", written),
            "name a case's folder, an alliance by its number in ATOP, as atop:3180, or two states or more with commas, "
            "as JPN,GMY");
    return group;
}

// The numbers of states in years. In one in which a state was not in the system, another has its place that then had
// its ISO code: the two Germanies of the Correlates of War share one.
class NumbersInYears {
public:
    NumbersInYears(const StateTable& states, const SystemYears& system, const BurdenYears& years)
        : states_(states), system_(system), years_(years) {}

    std::optional<int> find(const std::string& code, int year) {
        const auto last_day = make_day(year, 12, 31);
        const auto* row = states_.row_of(code, last_day);
        if (row == nullptr) return std::nullopt;
        if (row->cow_number != 0 && system_.has(row->cow_number, year)) return row->cow_number;
        if (row->iso3.empty()) return std::nullopt;
        std::set<int> found;
        for (const auto& other : states_.rows()) {
            const bool then = other.begin <= last_day && last_day <= other.end;
            if (then && other.iso3 == row->iso3 && system_.has(other.cow_number, year)) found.insert(other.cow_number);
        }
        if (found.size() != 1) return std::nullopt;
        if (years_.from <= year && year <= years_.to) {
            const auto words =
                std::pair(system_.named(*found.begin(), year).name, system_.named(row->cow_number, years_.year).name);
            auto& [first, last] = stand_ins_.try_emplace(words, year, year).first->second;
            last = year;
        }
        return *found.begin();
    }

    void add_notes(std::vector<std::string>& notes) const {
        for (const auto& [words, span] : stand_ins_) {
            add_note(notes, fmt::format("{}–{} {} stands where {} stands otherwise.", span.first, span.second,
                                        words.first, words.second));
        }
    }

private:
    const StateTable& states_;
    const SystemYears& system_;
    const BurdenYears& years_;
    std::map<std::pair<std::string, std::string>, std::pair<int, int>> stand_ins_;  // by names: its years
};

void sort_members(std::vector<int>& members) {
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
}

// `Poland (from 1999-03-12)`
std::string member_words(const OpenCase& open, std::size_t member, int year) {
    const auto& alliance = open.content.alliance;
    const auto membership = evidence::membership_of(alliance, member);
    auto words = open.states.name_of(alliance.members[member].code, make_day(year, 12, 31));
    if (words.empty()) words = alliance.members[member].written;
    if (membership.from) words += fmt::format(" (from {}", to_text(*membership.from));
    if (membership.to) words += fmt::format("{}to {}", membership.from ? " " : " (", to_text(*membership.to));
    return words + (membership.from || membership.to ? ")" : "");
}

void note_who_was_no_member(BurdenGroupAsked& group, int year) {
    const auto& alliance = group.open->content.alliance;
    std::vector<std::string> words;
    for (std::size_t place = 0; place < alliance.members.size(); ++place) {
        if (!evidence::is_member_on(alliance, alliance.members[place].code, make_day(year, 12, 31))) {
            words.push_back(member_words(*group.open, place, year));
        }
    }
    if (!words.empty()) add_note(group.notes, fmt::format("No member in {}: {}.", year, joined(words, ", ")));
}

void find_members_of_case(BurdenGroupAsked& group, const BurdenYears& years, const StateTable& states,
                          const SystemYears& system) {
    NumbersInYears numbers(states, system, years);
    for (int year = years.first; year <= years.last; ++year) {
        auto& members = group.members[year];
        for (const auto* actor : evidence::members_on(group.open->content.alliance, make_day(year, 12, 31))) {
            const auto number = numbers.find(actor->code, year);
            if (number) members.push_back(*number);
        }
        sort_members(members);
    }
    numbers.add_notes(group.notes);
    note_who_was_no_member(group, years.year);
}

void find_members_of_list(BurdenGroupAsked& group, const BurdenYears& years, const StateTable& states,
                          const SystemYears& system) {
    std::vector<std::string> names;
    std::set<int> asked;
    NumbersInYears numbers(states, system, years);
    for (const auto& written : group.states) {
        const int number = state_asked(written, years.year, system, group.notes);
        if (!asked.insert(number).second) continue;
        const auto named = system.named(number, years.year);
        names.push_back(named.name);
        for (int year = years.first; year <= years.last; ++year) {
            const auto then = numbers.find(named.code, year);
            if (then) group.members[year].push_back(*then);
        }
    }
    for (auto& [year, members] : group.members) sort_members(members);
    numbers.add_notes(group.notes);
    group.name = joined(names, ", ");
    require(asked.size() > 1, fmt::format("'{}' is one state, and a burden is shared by two at least", group.asked_as),
            "name another with a comma, as JPN,GMY");
}

const panels::StoredDataset& member_data(const OpenStore* store) {
    const auto* dataset = store == nullptr ? nullptr : store->data->find(kMembers);
    if (dataset == nullptr) {
        throw Error(ErrorKind::NotFound, "who the members of an alliance are is not in the store",
                    fmt::format("`entente data info {}` says where to get it, then `entente data add`; or name the "
                                "states with commas",
                                kMembers));
    }
    return *dataset;
}

void find_members_of_alliance(BurdenGroupAsked& group, const BurdenYears& years, const SystemYears& system,
                              const OpenStore* store) {
    const auto& dataset = member_data(store);
    const auto& number = group.alliances.front();
    const auto spells = panels::read_member_spells(*store->data, dataset, number);
    if (spells.empty()) {
        throw Error(ErrorKind::NotFound, fmt::format("{} has no alliance {}", words_of(dataset), number),
                    "the codebook of ATOP has the numbers; or name the states with commas");
    }
    for (int year = years.first; year <= years.last; ++year) {
        auto& members = group.members[year];
        const int known = std::min(year, dataset.years.last);
        for (const auto& spell : spells) {
            const bool there = spell.first_year <= known && (!spell.ended || spell.last_year > known);
            if (there && system.has(spell.state, year)) members.push_back(spell.state);
        }
        sort_members(members);
    }
    if (group.members_in(years.year).size() < 2) {
        const auto last = std::max_element(spells.begin(), spells.end(), [](const auto& one, const auto& other) {
            return one.last_year < other.last_year;
        });
        throw Error(
            ErrorKind::NotFound, fmt::format("alliance {} had no two members in {}", number, years.year),
            fmt::format("{} has it from {} to {}", words_of(dataset), spells.front().first_year, last->last_year));
    }
    if (years.year > dataset.years.last) {
        add_note(group.notes, fmt::format("{} ends in {}: the members are those of that year, and who has come or gone "
                                          "since is not known.",
                                          words_of(dataset), dataset.years.last));
    }
}

}  // namespace

const std::vector<int>& BurdenGroupAsked::members_in(int year) const {
    static const std::vector<int> none;
    const auto found = members.find(year);
    return found == members.end() ? none : found->second;
}

std::vector<BurdenGroupAsked> burden_groups(const std::vector<std::string>& asked) {
    require(!asked.empty(), "whose burden?",
            "name a case's folder, an alliance by its number in ATOP, as atop:3180, or states with commas, as JPN,GMY");
    std::vector<BurdenGroupAsked> groups;
    for (const auto& written : asked) groups.push_back(group_asked(written));
    return groups;
}

BurdenGroupAsked burden_group_of(const OpenCasePtr& open) {
    BurdenGroupAsked group;
    group.asked_as = open->folder.string();
    group.name = open->content.alliance.name;
    group.open = open;
    for (const auto& treaty : open->content.alliance.treaties) {
        if (!treaty.atop_id.empty()) group.alliances.push_back(treaty.atop_id);
    }
    return group;
}

void find_members(BurdenGroupAsked& group, const BurdenYears& years, const StateTable& states,
                  const SystemYears& system, const OpenStore* store) {
    if (group.open != nullptr) {
        find_members_of_case(group, years, states, system);
    } else if (!group.states.empty()) {
        find_members_of_list(group, years, states, system);
    } else {
        find_members_of_alliance(group, years, system, store);
    }
}

int state_asked(const std::string& written, int year, const SystemYears& system, std::vector<std::string>& notes) {
    const auto found = system.find(written, year, year);
    if (found.by_iso_code) {
        add_note(notes, fmt::format("{} is {}, by the code of the Correlates of War; as an ISO code it is {}'s: write "
                                    "iso:{} for that.",
                                    written, system.named(found.number, year).name, *found.by_iso_code, written));
    }
    return found.number;
}

}  // namespace entente::workbench
