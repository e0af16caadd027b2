#include "outlook/alliance_histories.hpp"

#include <algorithm>
#include <map>

#include "outlook/history_selection.hpp"

namespace entente::outlook {
namespace {

constexpr double kHalfAYear = 0.5;

// One row of a file that may stand as a stretch: its dates, its codes, and whose it is.
struct FileRow {
    int alliance = 0;
    int member = 0;
    int phase = 0;
    RecordedDay begin;
    std::optional<RecordedDay> end;
    bool in_effect = false;
    int code = 0;  // TERMMODE, or TERM
    bool in_system = true;
};

struct DatedRow {
    Stretch stretch;
    FileRow row;
};

// The row's dates, or a contradiction why it has none that can be used.
class Dating {
public:
    Dating(int last_year, UnknownDay unknown, AllianceHistories& into)
        : last_year_(last_year), last_day_(make_day(last_year, 12, 31)), unknown_(unknown), into_(into) {}

    std::optional<DatedRow> of(const FileRow& row) {
        ++into_.rows;
        const auto entry = day_of(row.begin, unknown_);
        if (!entry) return leave_out(row, "the date of its begin does not exist");
        if (*entry >= last_day_) {
            return leave_out(row, "it begins after the last day of the data, the end of " + std::to_string(last_year_));
        }
        if (!row.end && !row.in_effect) return leave_out(row, "it is not in effect and has no date of end");
        if (row.end && row.in_effect) note(row, "it is in effect and has a date of end, which is used");
        const auto exit = row.end ? day_of(*row.end, unknown_) : std::optional<Day>(last_day_);
        if (!exit) return leave_out(row, "the date of its end does not exist");
        if (*exit <= *entry) {
            return leave_out(row, "it ends on " + to_text(*exit) + ", which is not after " + to_text(*entry));
        }
        if (*exit > last_day_) {
            return leave_out(row, "it ends after the last day of the data, the end of " + std::to_string(last_year_));
        }
        into_.days_assumed += row.begin.day ? 0U : 1U;
        into_.days_assumed += row.end && !row.end->day ? 1U : 0U;
        return DatedRow{{*entry, *exit, row.phase}, row};
    }

    void note(const FileRow& row, std::string what) {
        into_.contradictions.push_back({row.alliance, row.member, row.phase, std::move(what), false});
    }

private:
    std::nullopt_t leave_out(const FileRow& row, std::string what) {
        into_.contradictions.push_back({row.alliance, row.member, row.phase, std::move(what), true});
        return std::nullopt;
    }

    int last_year_;
    Day last_day_;
    UnknownDay unknown_;
    AllianceHistories& into_;
};

bool is_known_code(HistoryLevel level, int code) {
    return code >= 0 && code <= (level == HistoryLevel::Member ? 6 : 3);
}

// The ending by the last row of a unit.
Ending ending_of(const DatedRow& last, HistoryLevel level, Dating& dating) {
    const auto& row = last.row;
    if (!row.end) {
        if (row.code != 0) dating.note(row, "it is in effect and has a way of ending; it is taken as in effect");
        return Ending::GoesOn;
    }
    if (!is_known_code(level, row.code)) {
        dating.note(row,
                    "the codebook has no way of ending " + std::to_string(row.code) + "; it is taken as lost sight of");
        return Ending::GoesOn;
    }
    if (level == HistoryLevel::Alliance) return ending_of_term(row.code, true);
    if (row.code == 0) dating.note(row, "it has ended without a way of ending; it is taken as lost sight of");
    return ending_of_termmode(row.code);
}

// All units of one member, or of one alliance as a whole.
void add_units(const std::vector<DatedRow>& dated, Day treaty_began, Dating& dating, AllianceHistories& into) {
    std::vector<Stretch> stretches;
    for (const auto& row : dated) stretches.push_back(row.stretch);
    for (const auto& chain : chains_of(stretches)) {
        AllianceHistory unit;
        unit.alliance = dated.front().row.alliance;
        unit.member = dated.front().row.member;
        unit.start = chain.start;
        unit.began = chain.began;
        unit.treaty_began = treaty_began;
        for (const auto place : chain.members) {
            unit.rows.push_back(stretches[place]);
            unit.in_system = unit.in_system && dated[place].row.in_system;
            if (place == chain.members.back()) continue;
            ++into.joined;
            const auto code = static_cast<std::size_t>(std::max(0, dated[place].row.code));
            if (code < kTermmodes) ++into.joined_by_termmode[code];
        }
        const auto& last = dated[chain.members.back()];
        unit.ending = ending_of(last, into.level, dating);
        unit.followed = unit.ending == Ending::GoesOn && !last.row.end;
        into.again += chain.start == ChainStart::Again ? 1U : 0U;
        into.branches += chain.start == ChainStart::Branch ? 1U : 0U;
        into.units.push_back(std::move(unit));
    }
}

AllianceHistories histories_of(const std::vector<FileRow>& rows, HistoryLevel level, int last_year,
                               UnknownDay unknown) {
    AllianceHistories histories;
    histories.level = level;
    histories.last_year = last_year;
    Dating dating(last_year, unknown, histories);
    std::map<std::pair<int, int>, std::vector<DatedRow>> by_member;
    std::map<int, Day> first_days;
    for (const auto& row : rows) {
        auto dated = dating.of(row);
        if (!dated) continue;
        const auto [first, is_new] = first_days.emplace(row.alliance, dated->stretch.entry);
        if (!is_new) first->second = std::min(first->second, dated->stretch.entry);
        by_member[{row.alliance, row.member}].push_back(*dated);
    }
    for (const auto& [whose, dated] : by_member) add_units(dated, first_days.at(whose.first), dating, histories);
    return histories;
}

}  // namespace

Ending ending_of_termmode(int termmode) noexcept {
    switch (termmode) {
        case 1:
        case 5:
            return Ending::Fulfilled;
        case 2:
            return Ending::NewRelationship;
        case 3:
            return Ending::Violation;
        case 4:
            return Ending::IndependenceLost;
        case 6:
            return Ending::Defeat;
        default:
            return Ending::GoesOn;
    }
}

Ending ending_of_term(int term, bool ended) noexcept {
    switch (term) {
        case 0:
            return ended ? Ending::IndependenceLost : Ending::GoesOn;
        case 1:
            return Ending::Fulfilled;
        case 2:
            return Ending::Violation;
        case 3:
            return Ending::NewRelationship;
        default:
            return Ending::GoesOn;
    }
}

AllianceHistories member_histories(const AllianceRows& rows, const HistorySelection& selection, UnknownDay unknown) {
    const auto selected = selected_alliances(rows, selection);
    std::vector<FileRow> chosen;
    for (const auto& row : rows.members) {
        if (!selected.contains(row.alliance)) continue;
        if (selection.states && row.member != selection.states->first && row.member != selection.states->second) {
            continue;
        }
        chosen.push_back(
            {row.alliance, row.member, row.phase, row.entry, row.exit, row.in_effect, row.termmode, row.in_system});
    }
    return histories_of(chosen, HistoryLevel::Member, rows.last_year, unknown);
}

AllianceHistories whole_alliance_histories(const AllianceRows& rows, const HistorySelection& selection,
                                           UnknownDay unknown) {
    const auto selected = selected_alliances(rows, selection);
    std::vector<FileRow> chosen;
    for (const auto& row : rows.alliances) {
        if (!selected.contains(row.alliance)) continue;
        chosen.push_back({row.alliance, 0, 0, row.begin, row.end, row.in_effect, row.term, true});
    }
    return histories_of(chosen, HistoryLevel::Alliance, rows.last_year, unknown);
}

models::RiskIntervals intervals_of(const AllianceHistories& histories, HistoryClock clock) {
    models::RiskIntervals intervals;
    for (std::size_t place = 0; place < histories.units.size(); ++place) {
        const auto& unit = histories.units[place];
        const auto from = clock == HistoryClock::Own ? unit.began : unit.treaty_began;
        for (const auto& row : unit.rows) {
            intervals.entries.push_back(static_cast<double>((row.entry - from).count()));
            intervals.exits.push_back(static_cast<double>((row.exit - from).count()));
            const bool is_last = &row == &unit.rows.back();
            intervals.endings.push_back(static_cast<std::uint8_t>(is_last ? unit.ending : Ending::GoesOn));
            intervals.units.push_back(static_cast<std::uint32_t>(place));
            intervals.clusters.push_back(static_cast<std::uint32_t>(unit.alliance));
        }
    }
    return intervals;
}

models::RiskIntervals whole_year_intervals(const AllianceRows& rows, const HistorySelection& selection) {
    const auto selected = selected_alliances(rows, selection);
    models::RiskIntervals intervals;
    for (const auto& row : rows.alliances) {
        const int years = (row.end ? row.end->year : rows.last_year) - row.begin.year;
        if (!selected.contains(row.alliance) || years < 0 || (!row.end && !row.in_effect)) continue;
        intervals.entries.push_back(0);
        intervals.exits.push_back(years == 0 ? kHalfAYear : years);
        intervals.endings.push_back(static_cast<std::uint8_t>(ending_of_term(row.term, row.end.has_value())));
        intervals.units.push_back(static_cast<std::uint32_t>(intervals.units.size()));
        intervals.clusters.push_back(static_cast<std::uint32_t>(row.alliance));
    }
    return intervals;
}

}  // namespace entente::outlook
