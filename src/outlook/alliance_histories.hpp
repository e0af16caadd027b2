// Two centuries of alliances as histories that may end: the rules by which rows of the ATOP files become units at risk.
// docs/alliance-histories.md states each rule and what it changes.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "models/risk_intervals.hpp"
#include "outlook/alliance_rows.hpp"
#include "outlook/history_chains.hpp"
#include "outlook/risk_years.hpp"

namespace entente::outlook {

// Whose history: a state's in an alliance, or the alliance's as a whole.
enum class HistoryLevel { Member, Alliance };

enum class AllianceKind { All, Bilateral, Defence, BeyondNonaggression };

struct HistorySelection {
    AllianceKind kind = AllianceKind::All;
    std::optional<std::pair<int, int>> formed;  // years of signature of the alliance, both included
    std::optional<std::pair<int, int>> states;  // only alliances of which both are members at the same time
};

struct AllianceHistory {
    int alliance = 0;
    int member = 0;  // 0: the alliance as a whole
    ChainStart start = ChainStart::First;
    Day began{};                // of the unit's own clock
    Day treaty_began{};         // the first signature
    std::vector<Stretch> rows;  // in order, without overlap
    Ending ending = Ending::GoesOn;
    bool followed = true;   // to the last day of the data, if it did not end
    bool in_system = true;  // a state of the Correlates of War throughout; of an alliance as a whole true
};

// What the files say of a history that cannot be, or that two columns say differently.
struct Contradiction {
    int alliance = 0;
    int member = 0;
    int phase = 0;
    std::string what;
    bool left_out = false;  // the row; else what was made of it stands in `what`
};

inline constexpr std::size_t kTermmodes = 7;

struct AllianceHistories {
    HistoryLevel level = HistoryLevel::Member;
    int last_year = 0;
    std::vector<AllianceHistory> units;  // by alliance, member and first day
    std::vector<Contradiction> contradictions;
    std::size_t rows = 0;
    std::size_t days_assumed = 0;                              // of entry or exit, where the files know the month only
    std::size_t joined = 0;                                    // rows that go on with another
    std::array<std::size_t, kTermmodes> joined_by_termmode{};  // what the former row's TERMMODE says
    std::size_t again = 0;                                     // units after a gap
    std::size_t branches = 0;
};

// The codebook's TERMMODE (5.0, section 2.32) as the way of ending: 1 and 5 fulfilled, 3 violation, 2 a new
// relationship, 4 loss of independence, 6 defeat; 0, and any other number, goes on.
[[nodiscard]] Ending ending_of_termmode(int termmode) noexcept;
// TERM: 1 fulfilled, 2 violation, 3 a new relationship. 0 of an alliance that has ended is the loss of independence of
// a member (footnote 12), which the authors take as lost sight of.
[[nodiscard]] Ending ending_of_term(int term, bool ended) noexcept;

[[nodiscard]] AllianceHistories member_histories(const AllianceRows& rows, const HistorySelection& selection = {},
                                                 UnknownDay unknown = UnknownDay::Middle);
[[nodiscard]] AllianceHistories whole_alliance_histories(const AllianceRows& rows,
                                                         const HistorySelection& selection = {},
                                                         UnknownDay unknown = UnknownDay::Middle);

enum class HistoryClock { Own, Treaty };

// A row for each stretch, in days; the ending is the number of the mode; clusters are alliances.
[[nodiscard]] models::RiskIntervals intervals_of(const AllianceHistories& histories,
                                                 HistoryClock clock = HistoryClock::Own);

// Whole alliances in calendar years: year of end − year of begin, half a year where they are the same; in force: to the
// last year of the data. So that tables published by that rule can be made again.
[[nodiscard]] models::RiskIntervals whole_year_intervals(const AllianceRows& rows,
                                                         const HistorySelection& selection = {});

}  // namespace entente::outlook

template <>
struct entente::NamesOf<entente::outlook::HistoryLevel> {
    static constexpr std::array<std::string_view, 2> names{"member", "alliance"};
};
template <>
struct entente::NamesOf<entente::outlook::AllianceKind> {
    static constexpr std::array<std::string_view, 4> names{"all", "bilateral", "defence", "beyond-nonaggression"};
};
