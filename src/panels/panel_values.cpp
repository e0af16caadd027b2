#include "panels/panel_values.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::panels {
namespace {

using datasets::identifier;

// Reasons come as whole numbers of several, four bits each: fewer columns to read.
constexpr std::size_t kReasonBits = 4;
constexpr std::size_t kReasonsInOne = 15;
static_assert(kReasons <= 1U << kReasonBits);

std::vector<int> whole_numbers(const datasets::Column& column) {
    const auto& values = std::get<datasets::Column::Integers>(column.values);
    return {values.begin(), values.end()};
}

// The columns of the panel's key that number its states.
std::vector<std::string> state_keys(const PanelFrame& frame) {
    const std::string list(name_of(frame.system));
    if (has_pairs(frame.unit)) return {list + "_1", list + "_2"};
    require(frame.unit == PanelUnit::StateYear, "only panels of states and of pairs are read back");
    return {list};
}

std::string selection(const PanelValues& values, const std::vector<std::string>& keys) {
    std::string select = "CAST(year AS BIGINT)";
    for (const auto& key : keys) select += fmt::format(", CAST({} AS BIGINT)", identifier(key));
    for (const auto& column : values.columns) select += fmt::format(", CAST({} AS DOUBLE)", identifier(column.name));
    for (std::size_t place = 0; place < values.columns.size(); ++place) {
        select += place % kReasonsInOne == 0 ? ", " : " | ";
        select += fmt::format("(CAST({} AS BIGINT) << {})", identifier(reason_column(values.columns[place].name)),
                              kReasonBits * (place % kReasonsInOne));
    }
    return select;
}

Reason reason_at(std::int64_t packed, std::size_t place) {
    constexpr std::uint64_t kMask = (1U << kReasonBits) - 1;
    return static_cast<Reason>((static_cast<std::uint64_t>(packed) >> (kReasonBits * (place % kReasonsInOne))) & kMask);
}

}  // namespace

std::size_t PanelValues::place_of(std::string_view column) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.name == column; });
    ensure(found != columns.end(), "a column of a panel was not asked for");
    return static_cast<std::size_t>(found - columns.begin());
}

std::vector<std::vector<std::uint32_t>> PanelValues::rows_by_year(int from, int to) const {
    std::vector<std::vector<std::uint32_t>> found(static_cast<std::size_t>(to - from) + 1);
    for (std::uint32_t row = 0; row < rows(); ++row) {
        found.at(static_cast<std::size_t>(years[row] - from)).push_back(row);
    }
    return found;
}

PanelValues read_panel_values(const Panel& panel, const DataAtHand& data, const ValuesAsked& asked) {
    PanelValues values;
    for (const auto& name : asked.columns) values.columns.push_back({name, {}, {}});
    const auto keys = state_keys(panel.frame);
    auto where = fmt::format("year BETWEEN {} AND {}", asked.from, asked.to);
    if (asked.either) {
        where += fmt::format(" AND ({0} = {2} OR {1} = {2})", identifier(keys.front()), identifier(keys.back()),
                             *asked.either);
    }
    std::string order;
    if (asked.order == RowOrder::ByYear) order = keys.size() == 2 ? " ORDER BY 1, 3, 2" : " ORDER BY 1, 2";
    const auto found =
        data.database().query(fmt::format("SELECT {} FROM panel WHERE {}{}", selection(values, keys), where, order));
    const auto& read = found.columns();
    values.years = whole_numbers(read[0]);
    values.states = whole_numbers(read[1]);
    if (keys.size() == 2) values.others = whole_numbers(read[2]);
    const auto first = keys.size() + 1;
    for (std::size_t place = 0; place < values.columns.size(); ++place) {
        auto& column = values.columns[place];
        column.values = std::get<datasets::Column::Numbers>(read[first + place].values);
        const auto& packed =
            std::get<datasets::Column::Integers>(read[first + values.columns.size() + place / kReasonsInOne].values);
        column.reasons.reserve(packed.size());
        for (const auto reasons : packed) column.reasons.push_back(reason_at(reasons, place));
    }
    return values;
}

}  // namespace entente::panels
