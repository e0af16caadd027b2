#include "panels/dispute_record.hpp"

#include <algorithm>
#include <array>

#include "panels/pair_records.hpp"

namespace entente::panels {
namespace {

constexpr std::array<DisputeColumns, 4> kSources{{
    {"mid-dyadic", "disno", "sideaa", "hihosta", "hihostb"},
    {"mid-peacesciencer", "dispnum", "sidea1", "hostlev1", "hostlev2"},
    {"gml", "dispnum", "sidea1", "hostlev1", "hostlev2"},
    {"gml-peacesciencer", "dispnum", "sidea1", "hostlev1", "hostlev2"},
}};

std::optional<int> whole(const std::optional<double>& number) {
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

}  // namespace

std::optional<DisputeSource> dispute_source(const DataAtHand& data) {
    for (const auto& columns : kSources) {
        const auto* dataset = data.find(columns.dataset);
        if (dataset == nullptr) continue;
        const std::array needed{columns.dispute, columns.side, columns.level, columns.level_of_second};
        const bool whole = std::all_of(needed.begin(), needed.end(), [&](auto name) { return dataset->has(name); });
        if (whole) return DisputeSource{dataset, columns};
    }
    return std::nullopt;
}

std::span<const DisputeColumns> dispute_columns() noexcept {
    return kSources;
}

std::optional<DisputeRecord> read_disputes(const DataAtHand& data) {
    const auto source = dispute_source(data);
    if (!source) return std::nullopt;
    const std::array asked{source->columns.dispute, source->columns.side, source->columns.level,
                           source->columns.level_of_second};
    const auto records = read_pair_records(data, *source->dataset, asked);
    DisputeRecord record{*source, {}};
    record.years.reserve(records.rows());
    for (std::size_t row = 0; row < records.rows(); ++row) {
        record.years.push_back({.year = records.first_year[row],
                                .state_1 = records.state_1[row],
                                .state_2 = records.state_2[row],
                                .dispute = whole(records.columns[0][row]).value_or(0),
                                .began = records.columns[1][row] == 1.0,
                                .level = whole(records.columns[2][row]),
                                .other_level = whole(records.columns[3][row])});
    }
    return record;
}

}  // namespace entente::panels
