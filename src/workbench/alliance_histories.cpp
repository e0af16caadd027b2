#include "workbench/alliance_histories.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/codebook.hpp"
#include "textfiles/csv.hpp"
#include "textfiles/files.hpp"
#include "workbench/alliance_records.hpp"
#include "workbench/outlook_alliance.hpp"
#include "workbench/system_years.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;
using outlook::IndependenceLoss;

constexpr double kDaysInYear = 365.25;
constexpr int kFirstYear = 1815;
const std::vector<double> kYears{1, 5, 10, 20, 30, 50};
const std::vector<int> kAges{0, 10, 20, 30, 40, 50};

std::vector<NamedState> states_of(const std::string& written, const OpenStore& open, int last_year) {
    if (written.empty()) return {};
    const auto target = outlook_target(written, open.states);
    require(target.first && target.second, fmt::format("'{}' is not two states", written),
            "write two with a dash: `entente outlook --histories USA–JPN`");
    const SystemYears system(open.states, kFirstYear, last_year);
    std::vector<NamedState> states;
    for (const auto& state : {*target.first, *target.second}) {
        states.push_back(system.named(system.find(state, kFirstYear, last_year).number, last_year));
    }
    require(states[0].number != states[1].number, fmt::format("'{}' is one state", written), "name two");
    return states;
}

HistoriesOfKind whole_years_of(std::string name, const outlook::AllianceRows& rows,
                               const outlook::HistorySelection& selection) {
    const auto intervals = outlook::whole_year_intervals(rows, selection);
    return {std::move(name), outlook::history_curve(intervals, 1, kYears, IndependenceLoss::LostSightOf),
            outlook::age_rates(intervals, 1, kAges, IndependenceLoss::LostSightOf)};
}

// What was asked about; beside all alliances the kinds that published tables have.
std::vector<HistoriesOfKind> in_whole_years(const AllianceHistoriesRequest& request, const outlook::AllianceRows& rows,
                                            const outlook::HistorySelection& selection) {
    using outlook::AllianceKind;
    std::vector<HistoriesOfKind> kinds{whole_years_of(std::string(name_of(request.kind)), rows, selection)};
    if (request.kind != AllianceKind::All || request.formed || !request.states.empty()) return kinds;
    kinds.push_back(whole_years_of("bilateral", rows, {AllianceKind::Bilateral, {}, {}}));
    kinds.push_back(
        whole_years_of("bilateral, formed 1816–1989", rows, {AllianceKind::Bilateral, std::pair{1816, 1989}, {}}));
    kinds.push_back(whole_years_of("defence", rows, {AllianceKind::Defence, {}, {}}));
    kinds.push_back(whole_years_of("beyond non-aggression", rows, {AllianceKind::BeyondNonaggression, {}, {}}));
    return kinds;
}

void check_place(const fs::path& file) {
    require(file.extension() == ".csv", "the name of the table, '" + file.string() + "', does not end in .csv",
            "end it in .csv");
    const auto folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
    std::error_code failed;
    require(fs::is_directory(folder, failed), "there is no folder " + folder.string(), "make it first");
    require(!fs::is_directory(file, failed), file.string() + " is a folder");
}

void write_units(AllianceHistoriesResult& result) {
    const auto& file = result.request.units;
    if (file.empty()) return;
    const auto table = histories_csv(result.histories);
    textfiles::replace_file(file, table);
    result.files.push_back({file, table.size(), "histories, a line for each stretch"});
}

}  // namespace

std::string histories_csv(const outlook::AllianceHistories& histories) {
    std::string text = textfiles::csv_line({"unit", "alliance", "member", "start", "phase", "begun", "treaty_begun",
                                            "entry", "exit", "entry_day", "exit_day", "ending", "in_system"}) +
                       '\n';
    for (std::size_t place = 0; place < histories.units.size(); ++place) {
        const auto& unit = histories.units[place];
        for (const auto& row : unit.rows) {
            const bool is_last = &row == &unit.rows.back();
            text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\n", place + 1, unit.alliance,
                                unit.member == 0 ? std::string{} : std::to_string(unit.member), name_of(unit.start),
                                row.phase, to_text(unit.began), to_text(unit.treaty_began), to_text(row.entry),
                                to_text(row.exit), (row.entry - unit.began).count(), (row.exit - unit.began).count(),
                                name_of(is_last ? unit.ending : outlook::Ending::GoesOn), unit.in_system ? 1 : 0);
        }
    }
    return text;
}

AllianceHistoriesResult alliance_histories(const AllianceHistoriesRequest& request) {
    require(!request.formed || request.formed->first <= request.formed->second,
            "the first year of signature is after the last", "write the earlier first: --formed 1816-1989");
    if (!request.units.empty()) check_place(request.units);
    AllianceHistoriesResult result;
    result.request = request;
    result.open = open_store();
    auto records = alliance_records(*result.open);
    const auto& rows = records.rows;
    result.states = states_of(request.states, *result.open, rows.last_year);
    outlook::HistorySelection selection{request.kind, request.formed, {}};
    if (!result.states.empty()) selection.states = std::pair{result.states[0].number, result.states[1].number};
    result.histories = request.level == outlook::HistoryLevel::Member
                           ? outlook::member_histories(rows, selection)
                           : outlook::whole_alliance_histories(rows, selection);
    if (result.histories.units.empty()) {
        throw Error(ErrorKind::NotFound, "no alliance is of that kind, of those years and between those states",
                    "ask about more: `entente outlook --histories` takes all");
    }
    const auto intervals = outlook::intervals_of(result.histories);
    result.curve = outlook::history_curve(intervals, kDaysInYear, kYears, IndependenceLoss::Ends);
    result.as_censored = outlook::history_curve(intervals, kDaysInYear, kYears, IndependenceLoss::LostSightOf);
    result.rates = outlook::age_rates(intervals, kDaysInYear, kAges, IndependenceLoss::Ends);
    result.whole_years = in_whole_years(request, rows, selection);
    result.sources = std::move(records.sources);
    result.notes = std::move(records.notes);
    panels::Panel cited;
    cited.datasets = records.datasets;
    result.bibtex = panels::bibliography(cited);
    write_units(result);
    return result;
}

}  // namespace entente::workbench
