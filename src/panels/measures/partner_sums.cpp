#include <array>
#include <string>

#include <fmt/format.h>

#include "panels/measures.hpp"

namespace entente::panels {
namespace {

using datasets::identifier;

constexpr std::array<std::string_view, 1> kAid{"oda"};
constexpr std::array<std::string_view, 1> kAidAmount{"oda_usd_million"};
constexpr std::array<std::string_view, 1> kArms{"sipri-arms-exports"};
constexpr std::array<std::string_view, 1> kArmsAmount{"value"};

// A number that a data set of directed pairs has, added up for one of the two over all partners.
struct PartnerSum {
    std::string table;
    std::string column;
    std::string label;
    std::optional<double> absent;  // what it means that a state of a year covered has no row
};

// Partners that are no states, as territories, count too. A sum without all its parts would be too small: one number
// that a row lacks makes it missing.
MeasuredColumn added_up(PanelQuery& query, const StoredDataset& dataset, std::string_view amount,
                        const std::string& state, const PartnerSum& sum, Side side) {
    const auto source = source_of(dataset, query.frame().system);
    query.data().database().run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE {0} AS SELECT CAST({1} AS INTEGER) AS state, CAST({2} AS INTEGER) AS year, "
        "CASE WHEN count({3}) = count(*) THEN CAST(sum({3}) AS DOUBLE) END AS total FROM {4} WHERE {1} IS NOT NULL AND "
        "{2} IS NOT NULL GROUP BY ALL",
        sum.table, identifier(state), identifier(source.key.year), identifier(amount), identifier(source.table)));
    const auto totals = computed_table(sum.table, datasets::Unit::StateYear, source.numbering);
    const SourceColumn total{"total", "", "", datasets::Combine::Same, sum.absent, dataset.years_of(amount)};
    const auto* variable = dataset.find_variable(amount);
    return {sum.column + suffix_of(side, query.frame().unit),
            sum.label,
            variable == nullptr ? std::string() : variable->unit,
            query.cell(totals, total, side),
            {},
            "",
            false};
}

}  // namespace

// The extract has only donors with positive sums, and net aid can be negative: a state without a row is missing.
std::vector<MeasuredColumn> add_aid_given(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kAid, kAidAmount);
    const auto source = source_of(dataset, query.frame().system);
    const PartnerSum sum{"measure_aid_given", "aid_given", "Aid given, all recipients together", std::nullopt};
    std::vector<MeasuredColumn> measured;
    for (const auto side : sides_of(query.frame().unit, datasets::Unit::StateYear)) {
        measured.push_back(added_up(query, dataset, kAidAmount.front(), source.key.state_1, sum, side));
    }
    return measured;
}

// The data set has all suppliers and deliveries of its years, so a state that it does not list received none.
std::vector<MeasuredColumn> add_arms_received(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kArms, kArmsAmount);
    const auto source = source_of(dataset, query.frame().system);
    const PartnerSum sum{"measure_arms_received", "arms_received", "Arms received, all suppliers together", 0.0};
    std::vector<MeasuredColumn> measured;
    for (const auto side : sides_of(query.frame().unit, datasets::Unit::StateYear)) {
        measured.push_back(added_up(query, dataset, kArmsAmount.front(), source.key.state_2, sum, side));
    }
    return measured;
}

}  // namespace entente::panels
