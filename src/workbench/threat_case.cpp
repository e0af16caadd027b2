#include "workbench/threat_case.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "threat/components.hpp"
#include "threat/hostility.hpp"
#include "threat/ranking.hpp"
#include "workbench/case_intentions.hpp"
#include "workbench/claim_tests.hpp"
#include "workbench/threat_unranked.hpp"

namespace entente::workbench {
namespace {

constexpr int kShownAtLeast = 3;  // computed threats that stand in the comparison whatever the evidence says

int year_of(Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

// What the evidence, and what the components without it, say of each state as a threat to one member in one year.
class Comparing {
public:
    Comparing(const CaseThreats& found, const CodedEvidence& coded, const evidence::ThreatTheory& theory,
              ThreatNumbers& numbers)
        : found_(found), coded_(coded), theory_(theory), numbers_(numbers) {}

    std::vector<ComparedThreat> compare(const NamedState& state, int year) {
        rows_.clear();
        gather_evidence(state, year);
        const auto evident = std::count_if(rows_.begin(), rows_.end(), [](const auto& row) { return is_evident(row); });
        gather_ranks(state, year, std::max(kShownAtLeast, static_cast<int>(evident)));
        rank_coded();
        for (auto& row : rows_) judge(row, static_cast<int>(evident));
        std::stable_sort(rows_.begin(), rows_.end(), [](const auto& one, const auto& two) {
            return one.rank.value_or(std::numeric_limits<int>::max()) <
                   two.rank.value_or(std::numeric_limits<int>::max());
        });
        return std::move(rows_);
    }

private:
    static bool is_evident(const ComparedThreat& row) {
        return !row.named_in.empty() || (row.coded_hostility.known() && row.coded_hostility.value > 0);
    }

    ComparedThreat& row_of(const NamedState& state, const NamedState& other, int year) {
        const auto same = [&](const auto& row) { return row.other.number == other.number; };
        const auto at = std::find_if(rows_.begin(), rows_.end(), same);
        if (at != rows_.end()) return *at;
        ComparedThreat row;
        row.state = state;
        row.other = named_state(numbers_.open().states, other.code, year);
        row.year = year;
        row.coded_hostility = coded_.hostility(other.number, state.number, year);
        row.coded_intention = row.coded_hostility.known()
                                  ? Reading::of(threat::intention_from(row.coded_hostility.value))
                                  : row.coded_hostility;
        row.composite = Reading::missing(Reason::NoRow);
        return rows_.emplace_back(std::move(row));
    }

    // Words fade like acts: those of the years in which an act would have lost half of its weight at most.
    void gather_evidence(const NamedState& state, int year) {
        for (const auto& each : found_.intentions) {
            const int at = year_of(each.date.first);
            if (each.toward.number != state.number || at > year) continue;
            auto& row = row_of(state, each.of, year);
            if (each.stance != evidence::Stance::Named || at + theory_.half_life <= year) continue;
            if (std::find(row.named_in.begin(), row.named_in.end(), each.item) == row.named_in.end()) {
                row.named_in.push_back(each.item);
            }
        }
    }

    // The first by rank, the principal threats, and whom the evidence names.
    void gather_ranks(const NamedState& state, int year, int shown) {
        const auto* standings = numbers_.standings(state.number, year);
        if (standings == nullptr) return;
        for (const auto& standing : *standings) {
            const auto& ranked = standing.ranked;
            const bool first = (ranked.rank && *ranked.rank <= shown) || (standing.place && *standing.place <= shown);
            const bool there = std::any_of(rows_.begin(), rows_.end(),
                                           [&](const auto& row) { return row.other.number == standing.other; });
            if (!first && !there) continue;
            auto& row = row_of(state, state_of(standing.other, year), year);
            row.composite = ranked.composite;
            row.rank = ranked.rank;
            row.best = ranked.best;
            row.worst = ranked.worst;
            row.status = standing.status;
            row.place = standing.place;
            row.at_worst = ranked.at_worst.value_or(0);
            row.unknown = standing.unknown;
        }
    }

    [[nodiscard]] NamedState state_of(int number, int year) const {
        for (const auto& row : numbers_.open().states.rows()) {
            if (row.cow_number == number) return named_state(numbers_.open().states, row.code, year);
        }
        return {number, std::to_string(number), std::to_string(number)};
    }

    void rank_coded() {
        for (auto& row : rows_) {
            if (!row.coded_hostility.known()) continue;
            row.coded_rank =
                1 + static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [&](const auto& other) {
                    return other.coded_hostility.known() && other.coded_hostility.value > row.coded_hostility.value;
                }));
        }
    }

    // `threat 2 (rank 3, 1 to 4 over all weightings)`, `an ally (rank 1 under every weighting)`
    static std::string computed_words(const ComparedThreat& row) {
        const auto what = row.place                                  ? fmt::format("threat {}", *row.place)
                          : row.status == threat::ThreatStatus::Ally ? std::string("an ally")
                                                                     : std::string("no threat");
        const auto range = row.best == row.worst
                               ? fmt::format("rank {} under every weighting", row.best)
                               : fmt::format("rank {}, {} to {} over all weightings", *row.rank, row.best, row.worst);
        return fmt::format("{} ({})", what, range);
    }

    // Principal: among as many of the first that count as threats as the evidence has. An ally, and what is no threat,
    // keep their rank and stand in nobody's way.
    static void judge(ComparedThreat& row, int evident) {
        row.first = evident;
        if (!row.rank) {
            row.comparison = Comparison::CannotCompare;
            row.difference =
                row.unknown.empty()
                    ? "Nothing is known of it as a threat in that year."
                    : fmt::format("It has no computed rank, since {} {} not known{}.", joined(row.unknown, " and "),
                                  row.unknown.size() == 1 ? "is" : "are",
                                  row.at_worst == 0 ? "" : "; at worst it is the " + ordinal(row.at_worst));
            return;
        }
        const bool computed = row.place && *row.place <= evident;
        if (computed == is_evident(row)) {
            row.comparison = computed ? Comparison::Both : Comparison::Neither;
        } else if (computed) {
            row.comparison = Comparison::ComputedOnly;
            row.difference =
                fmt::format("Computed as {}, and neither named nor coded as hostile.", computed_words(row));
        } else {
            row.comparison = Comparison::EvidenceOnly;
            row.difference =
                fmt::format("Named in {} item{}, coded hostility {}, and computed only as {}.", row.named_in.size(),
                            row.named_in.size() == 1 ? "" : "s",
                            row.coded_hostility.known() ? fmt::format("{:.2f}", row.coded_hostility.value) : "none",
                            computed_words(row));
        }
    }

    const CaseThreats& found_;
    const CodedEvidence& coded_;
    const evidence::ThreatTheory& theory_;
    ThreatNumbers& numbers_;
    std::vector<ComparedThreat> rows_;
};

void describe_figures(const OpenCase& open, CaseThreats& found) {
    if (!open.content.threat_figures) return;
    std::set<std::string> seen;
    std::set<int> years;
    for (const auto& figure : open.content.threat_figures->figures) {
        if (figure.fact == evidence::ThreatFact::Stationed || figure.state.code == figure.other.code) continue;
        years.insert(figure.year);
        if (!seen.insert(figure.other.code).second) continue;
        found.figure_states.push_back(named_state(open.states, figure.other.code, year_of(open.content.cutoff)));
    }
    found.figure_years.assign(years.begin(), years.end());
}

}  // namespace

CaseThreats case_threats(const OpenCase& open, const ThreatResult& result, FiguresOf figures, const OpenStore* store) {
    const auto* used = figures == FiguresOf::Store ? store : nullptr;
    CaseThreats found;
    found.case_id = open.content.id;
    found.title = open.content.title;
    found.sha256 = open.content.sha256;
    found.cutoff = open.content.cutoff;
    found.year = result.to;
    found.figures = figures;
    describe_figures(open, found);
    auto intentions = case_intentions(open, result.theory, result.to);
    found.beyond_cutoff = intentions.beyond_cutoff;
    found.intentions = std::move(intentions.all);
    found.named = named_threats(found.intentions);
    const CodedEvidence coded(open, result.theory);
    ThreatNumbers numbers(open, result.theory, used);
    Comparing comparing(found, coded, result.theory, numbers);
    for (const auto& state : result.states) {
        numbers.read_ahead(state.state.number, result.from, result.to);
        for (const auto& of_year : state.years) {
            for (auto& row : comparing.compare(state.state, of_year.year)) found.compared.push_back(std::move(row));
        }
    }
    found.claims = tested_claims(open, result.theory, used == nullptr ? nullptr : &numbers);
    if (!found.intentions.empty()) {
        found.notes.emplace_back(
            "Coded intentions enter the components of threat. The comparison and the claims are "
            "computed without them: evidence must not confirm itself.");
    }
    return found;
}

}  // namespace entente::workbench
