#include "workbench/alliance_records.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "datasets/database.hpp"
#include "outlook/pair_alliances.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

using datasets::identifier;
using datasets::ResultTable;

constexpr std::string_view kAlliances = "atop-alliance";
constexpr std::string_view kPhases = "atop-phase";
constexpr std::string_view kMembers = "atop-member";

constexpr std::array<std::string_view, 14> kAllianceColumns{"atopid",  "begyr",   "begmo",    "begday", "endyr",
                                                            "endmo",   "endday",  "ineffect", "term",   "bilat",
                                                            "defense", "offense", "neutral",  "consul"};
constexpr std::array<std::string_view, 22> kPhaseColumns{
    "atopid",   "phase",    "begyr",  "begmo",   "begday",  "endyr",  "endmo",  "endday",
    "ineffect", "term",     "milcon", "milaid",  "intcom",  "subord", "organ1", "orgpurp1",
    "organ2",   "orgpurp2", "base",   "contrib", "estmode", "pubsecr"};
constexpr std::array<std::string_view, 12> kMemberColumns{"atopid",  "member",   "phase",    "yrent",
                                                          "moent",   "dayent",   "yrexit",   "moexit",
                                                          "dayexit", "ineffect", "termmode", "cowsys"};

// The columns of a table as whole numbers, a row for each row of the file.
class FileRows {
public:
    FileRows(const panels::DataAtHand& data, const panels::StoredDataset& dataset,
             const std::vector<std::string_view>& columns, std::string_view order)
        : table_(data.database().query(statement(dataset, columns, order))) {}

    [[nodiscard]] std::size_t size() const noexcept { return table_.rows(); }
    [[nodiscard]] std::optional<int> find(std::size_t row, std::string_view column) const {
        const auto value = table_.integer(row, column);
        return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
    }
    [[nodiscard]] int code(std::size_t row, std::string_view column) const { return find(row, column).value_or(0); }
    [[nodiscard]] bool flag(std::size_t row, std::string_view column) const { return code(row, column) == 1; }

    [[nodiscard]] outlook::RecordedDay day(std::size_t row, const std::array<std::string_view, 3>& columns) const {
        return {code(row, columns[0]), code(row, columns[1]), find(row, columns[2])};
    }
    // Nothing where there is no year of end: an import stores the zeros of what is in effect as missing.
    [[nodiscard]] std::optional<outlook::RecordedDay> end(std::size_t row,
                                                          const std::array<std::string_view, 3>& columns) const {
        if (code(row, columns[0]) == 0) return std::nullopt;
        return day(row, columns);
    }

private:
    static std::string statement(const panels::StoredDataset& dataset, const std::vector<std::string_view>& columns,
                                 std::string_view order) {
        std::vector<std::string> selected;
        for (const auto column : columns) {
            selected.push_back(fmt::format("CAST({0} AS BIGINT) AS {0}", identifier(column)));
        }
        return fmt::format("SELECT {} FROM {} WHERE atopid IS NOT NULL ORDER BY {}", joined(selected, ", "),
                           identifier(dataset.table), order);
    }

    ResultTable table_;
};

constexpr std::array<std::string_view, 3> kBegin{"begyr", "begmo", "begday"};
constexpr std::array<std::string_view, 3> kEnd{"endyr", "endmo", "endday"};
constexpr std::array<std::string_view, 3> kEntry{"yrent", "moent", "dayent"};
constexpr std::array<std::string_view, 3> kExit{"yrexit", "moexit", "dayexit"};

// Throws NotFound unless the store has it with all columns.
template <std::size_t N>
FileRows rows_of(const panels::DataAtHand& data, std::string_view id, std::string_view fact,
                 const std::array<std::string_view, N>& columns, std::string_view also, std::string_view order,
                 AllianceRecords& records) {
    std::vector<std::string_view> all(columns.begin(), columns.end());
    if (!also.empty()) all.push_back(also);
    const FactNeeds needs{fact, {id}, all};
    const auto* dataset = find_dataset(data, needs);
    if (dataset == nullptr) {
        throw Error(ErrorKind::NotFound, fmt::format("the store has no histories of alliances: '{}' is missing", id),
                    "`entente data add FILE` takes the ATOP files of alliances, phases and members");
    }
    records.sources.push_back(source_of_fact(fact, *dataset, "dates and ways of ending"));
    note_dataset(records.datasets, dataset);
    return {data, *dataset, all, order};
}

void read_alliances(const FileRows& file, AllianceRecords& records) {
    for (std::size_t row = 0; row < file.size(); ++row) {
        outlook::AllianceRow alliance;
        alliance.alliance = file.code(row, "atopid");
        alliance.begin = file.day(row, kBegin);
        alliance.end = file.end(row, kEnd);
        alliance.in_effect = file.flag(row, "ineffect");
        alliance.term = file.code(row, "term");
        alliance.bilateral = file.flag(row, "bilat");
        alliance.defence = file.flag(row, "defense");
        alliance.only_nonaggression =
            !alliance.defence && !file.flag(row, "offense") && !file.flag(row, "neutral") && !file.flag(row, "consul");
        records.rows.alliances.push_back(alliance);
    }
}

void read_phases(const FileRows& file, AllianceRecords& records) {
    for (std::size_t row = 0; row < file.size(); ++row) {
        outlook::PhaseRow phase;
        phase.alliance = file.code(row, "atopid");
        phase.phase = file.code(row, "phase");
        phase.begin = file.day(row, kBegin);
        phase.end = file.end(row, kEnd);
        phase.in_effect = file.flag(row, "ineffect");
        phase.term = file.code(row, "term");
        phase.provisions = {file.find(row, "milcon"),  file.find(row, "milaid"),   file.find(row, "intcom"),
                            file.find(row, "subord"),  file.find(row, "organ1"),   file.find(row, "orgpurp1"),
                            file.find(row, "organ2"),  file.find(row, "orgpurp2"), file.find(row, "base"),
                            file.find(row, "contrib"), file.find(row, "estmode"),  file.find(row, "pubsecr")};
        phase.non_military_cooperation = file.find(row, "nomicoop");
        records.rows.phases.push_back(phase);
    }
}

void read_members(const FileRows& file, AllianceRecords& records) {
    for (std::size_t row = 0; row < file.size(); ++row) {
        records.rows.members.push_back({file.code(row, "atopid"), file.code(row, "member"), file.code(row, "phase"),
                                        file.day(row, kEntry), file.end(row, kExit), file.flag(row, "ineffect"),
                                        file.code(row, "termmode"), file.flag(row, "cowsys")});
    }
}

// The files of one version follow alliances to the same day; of several, only the shortest is known of all.
void find_last_year(AllianceRecords& records) {
    for (const auto* dataset : records.datasets) {
        int& last = records.rows.last_year;
        if (last == 0 || dataset->years.last < last) last = dataset->years.last;
        if (dataset->version_id == records.datasets.front()->version_id) continue;
        records.notes.push_back(
            fmt::format("{} is of another version than {}", words_of(*dataset), words_of(*records.datasets.front())));
    }
}

}  // namespace

AllianceRecords alliance_records(const OpenStore& open) {
    AllianceRecords records;
    const auto& data = *open.data;
    read_alliances(rows_of(data, kAlliances, "alliances", kAllianceColumns, {}, "atopid", records), records);
    read_phases(rows_of(data, kPhases, "phases", kPhaseColumns, "nomicoop", "atopid, phase", records), records);
    read_members(rows_of(data, kMembers, "members", kMemberColumns, {}, "atopid, member, yrent, phase", records),
                 records);
    find_last_year(records);
    return records;
}

std::vector<outlook::PairAlliance> pair_alliances(const OpenStore& open) {
    return outlook::pair_alliances(alliance_records(open).rows);
}

}  // namespace entente::workbench
