#include "panels/measures/pair_table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "panels/unit_join.hpp"

namespace entente::panels {
namespace {

using datasets::Column;

std::string table_of_pairs(const PanelFrame& frame) {
    return units_of(level_of(frame.unit, Side::Pair));
}

using Bytes = datasets::ClearedArray<std::uint8_t>;

Bytes copy_of(const Bytes& bytes) {
    Bytes copy(bytes.size());
    std::copy(bytes.begin(), bytes.end(), copy.begin());
    return copy;
}

const Column::Integers& integers(const datasets::ResultTable& table, std::size_t column) {
    return std::get<Column::Integers>(table.columns()[column].values);
}

}  // namespace

PairTable::PairTable(const PanelQuery& query, datasets::Numbering numbering)
    : numbering_(numbering), other_list_(numbering != query.frame().system) {
    read_spans(query);
    if (other_list_) read_partners(query);
    const auto places =
        static_cast<std::size_t>(number_of_rows(query.data().database(), table_of_pairs(query.frame())));
    for (auto* numbers : {&s_, &kappa_, &pi_}) *numbers = datasets::ClearedArray<double>(places + 1);
    for (auto* numbers : {&few_ties_, &compared_}) *numbers = datasets::ClearedArray<std::int64_t>(places + 1);
    for (auto* bytes : {&undefined_, &has_s_, &has_kappa_, &has_pi_, &has_row_}) *bytes = Bytes(places + 1);
}

void PairTable::read_spans(const PanelQuery& query) {
    const auto found = query.data().database().query(
        fmt::format("SELECT CAST(state_1 AS BIGINT), CAST(state_2 AS BIGINT), CAST(first AS BIGINT), CAST(last AS "
                    "BIGINT), CAST(place AS BIGINT) FROM {}_spans",
                    table_of_pairs(query.frame())));
    for (const std::size_t column : {0U, 1U}) {
        for (const auto number : integers(found, column)) states_.push_back(static_cast<int>(number));
    }
    std::sort(states_.begin(), states_.end());
    states_.erase(std::unique(states_.begin(), states_.end()), states_.end());
    spans_.resize(states_.size() * states_.size());
    const auto place_in_list = [&](std::int64_t number) {
        return static_cast<std::size_t>(std::lower_bound(states_.begin(), states_.end(), number) - states_.begin());
    };
    for (std::size_t row = 0; row < found.rows(); ++row) {
        auto& spans =
            spans_[place_in_list(integers(found, 0)[row]) * states_.size() + place_in_list(integers(found, 1)[row])];
        spans.push_back({static_cast<int>(integers(found, 2)[row]), static_cast<int>(integers(found, 3)[row]),
                         integers(found, 4)[row]});
    }
}

void PairTable::read_partners(const PanelQuery& query) {
    const auto found = query.data().database().query(
        "SELECT CAST(other AS BIGINT), CAST(year AS BIGINT), CAST(number AS BIGINT) FROM panel_partners WHERE NOT "
        "ambiguous AND other IS NOT NULL AND number IS NOT NULL");
    for (std::size_t row = 0; row < found.rows(); ++row) {
        partners_[{static_cast<int>(integers(found, 0)[row]), static_cast<int>(integers(found, 1)[row])}] =
            static_cast<int>(integers(found, 2)[row]);
    }
}

std::size_t PairTable::panel_state(int state, int year) const {
    if (other_list_) {
        const auto partner = partners_.find({state, year});
        if (partner == partners_.end()) return kNowhere;
        state = partner->second;
    }
    const auto found = std::lower_bound(states_.begin(), states_.end(), state);
    return found != states_.end() && *found == state ? static_cast<std::size_t>(found - states_.begin()) : kNowhere;
}

std::size_t PairTable::place_of(std::size_t state_1, std::size_t state_2, int year) const {
    if (state_1 == kNowhere || state_2 == kNowhere) return kNowhere;
    const auto [lower, higher] = std::minmax(state_1, state_2);
    for (const auto& span : spans_[lower * states_.size() + higher]) {
        if (year >= span.first && year <= span.last) return static_cast<std::size_t>(span.place + year);
    }
    return kNowhere;
}

void PairTable::add_year(int year, std::span<const int> states, std::span<const indices::PairSimilarity> pairs) {
    std::vector<std::size_t> numbers;
    for (const int state : states) numbers.push_back(panel_state(state, year));
    std::size_t number = 0;
    for (std::size_t first = 0; first < states.size(); ++first) {
        for (std::size_t second = first + 1; second < states.size(); ++second, ++number) {
            const auto& pair = pairs[number];
            const auto place = place_of(numbers[first], numbers[second], year);
            if (pair.compared == 0 || place == kNowhere) continue;
            s_[place] = pair.s_absolute.value_or(0);
            has_s_[place] = pair.s_absolute ? 1 : 0;
            kappa_[place] = pair.kappa.value_or(0);
            has_kappa_[place] = pair.kappa ? 1 : 0;
            pi_[place] = pair.pi.value_or(0);
            has_pi_[place] = pair.pi ? 1 : 0;
            few_ties_[place] = pair.few_ties ? 1 : 0;
            compared_[place] = pair.compared;
            undefined_[place] = static_cast<std::uint8_t>(Reason::Undefined);
            has_row_[place] = 1;
        }
    }
}

SourceTable PairTable::store(datasets::Database& database, const std::string& name) && {
    constexpr std::array<const char*, 6> kNames{"s", "kappa", "pi", "few_ties", "compared", "undefined"};
    std::vector<datasets::Database::PlacedColumn> columns;
    columns.push_back({std::move(s_), std::move(has_s_)});
    columns.push_back({std::move(kappa_), std::move(has_kappa_)});
    columns.push_back({std::move(pi_), std::move(has_pi_)});
    columns.push_back({std::move(few_ties_), copy_of(has_row_)});
    columns.push_back({std::move(compared_), copy_of(has_row_)});
    columns.push_back({std::move(undefined_), std::move(has_row_)});
    auto source = computed_table(name, datasets::Unit::DyadYear, numbering_);
    const auto functions = database.make_lookup(std::move(columns));
    for (std::size_t i = 0; i < kNames.size(); ++i) source.by_place[kNames[i]] = functions[i];
    return source;
}

Cell pair_cell(PanelQuery& query, const SourceTable& pairs, const std::string& column,
               const datasets::YearSpan& years) {
    return query.cell(pairs, {column, "", "undefined", datasets::Combine::Same, std::nullopt, years}, Side::Pair);
}

}  // namespace entente::panels
