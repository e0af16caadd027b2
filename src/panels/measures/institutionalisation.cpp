#include "indices/institutionalisation.hpp"

#include <array>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/measures.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::identifier;

constexpr std::array<std::string_view, 2> kAlliances{"atop-phase", "atop-alliance"};
// In the order of indices::AllianceProvisions.
constexpr std::array<std::string_view, 12> kProvisions{"milcon", "milaid",   "intcom", "subord",  "organ1",  "orgpurp1",
                                                       "organ2", "orgpurp2", "base",   "contrib", "estmode", "pubsecr"};

std::optional<int> provision_at(const Column& column, std::size_t row) {
    if (column.present[row] == 0) return std::nullopt;
    return static_cast<int>(std::get<Column::Integers>(column.values)[row]);
}

indices::AllianceProvisions provisions_at(const std::vector<Column>& columns, std::size_t row) {
    const auto at = [&](std::size_t place) { return provision_at(columns[place + 2], row); };
    return {at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10), at(11)};
}

using Measured = indices::Institutionalisation (*)(const indices::AllianceProvisions&);

Cell measured(PanelQuery& query, MeasureInputs& inputs, const std::string& table, Measured measure) {
    const auto& dataset = inputs.need(kAlliances, kProvisions);
    const auto source = source_of(dataset, query.frame().system);
    const bool phases = source.unit == datasets::Unit::AlliancePhase;
    require(phases || source.unit == datasets::Unit::Alliance, "the provisions of alliances stand in another table");
    auto& database = query.data().database();
    std::string select;
    for (const auto name : kProvisions) select += ", CAST(" + identifier(name) + " AS BIGINT)";
    const auto found = database.query(
        fmt::format("SELECT {}, {}{} FROM {} ORDER BY rowid", identifier(source.key.alliance),
                    phases ? "CAST(" + identifier(source.key.phase) + " AS BIGINT)" : std::string("CAST(0 AS BIGINT)"),
                    select, identifier(source.table)));
    Column value{"value", Column::Integers{}, {}};
    Column reason{"reason", Column::Integers{}, {}};
    for (std::size_t row = 0; row < found.rows(); ++row) {
        const auto result = measure(provisions_at(found.columns(), row));
        std::get<Column::Integers>(value.values).push_back(result.value.value_or(0));
        std::get<Column::Integers>(reason.values).push_back(result.value ? 0 : static_cast<int>(Reason::Input));
        value.present.push_back(result.value ? 1 : 0);
        reason.present.push_back(1);
    }
    auto alliance = found.columns()[0];
    auto phase = found.columns()[1];
    alliance.name = "alliance";
    phase.name = "phase";
    database.create_table(table, {alliance, phase, value, reason}, true);
    return query.cell(computed_table(table, source.unit, source.numbering),
                      {"value", "", "reason", datasets::Combine::Same, std::nullopt, dataset.years}, Side::Only);
}

}  // namespace

std::vector<MeasuredColumn> add_institutionalisation(PanelQuery& query, MeasureInputs& inputs) {
    return {{"institutionalisation",
             "Military institutionalisation of the alliance",
             "0 … 2",
             measured(query, inputs, "measure_institutionalisation", indices::military_institutionalisation),
             {},
             "",
             false}};
}

std::vector<MeasuredColumn> add_formality(PanelQuery& query, MeasureInputs& inputs) {
    return {{"formality",
             "Formality of the alliance",
             "0 … 2",
             measured(query, inputs, "measure_formality", indices::formality),
             {},
             "",
             false}};
}

}  // namespace entente::panels
