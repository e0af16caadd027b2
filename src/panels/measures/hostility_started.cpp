#include <array>
#include <string>

#include <fmt/format.h>

#include "panels/dispute_record.hpp"
#include "panels/measures.hpp"

namespace entente::panels {
namespace {

using datasets::identifier;

// One row for each pair and year in which the first state's side began a dispute with the second. Where the side or the
// level of a dispute is not known, what is known of the others of that year is a lower bound only, and the value is
// missing.
void make_table(const DataAtHand& data, const SourceTable& source, const DisputeColumns& columns) {
    data.database().run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE measure_hostility AS SELECT CAST({0} AS INTEGER) AS state_1, CAST({1} AS "
        "INTEGER) AS state_2, CAST({2} AS INTEGER) AS year, CASE WHEN bool_and({3} = 0 OR ({3} = 1 AND {4} IS NOT "
        "NULL)) THEN coalesce(max({4}) FILTER ({3} = 1), 0) END AS level FROM {5} WHERE {0} IS NOT NULL AND {1} IS NOT "
        "NULL AND {2} IS NOT NULL GROUP BY ALL",
        identifier(source.key.state_1), identifier(source.key.state_2), identifier(source.key.year),
        fmt::format("coalesce({}, -1)", identifier(columns.side)), identifier(columns.level),
        identifier(source.table)));
}

}  // namespace

// Disputes are the first state's doing where its side (A) began them: Jones, Bremer and Singer (1996), "Militarized
// Interstate Disputes, 1816–1992", for sides and levels. The data set lists all disputes of its years, so a pair that
// it does not list had none.
std::vector<MeasuredColumn> add_hostility_started(PanelQuery& query, MeasureInputs& inputs) {
    const auto at_hand = dispute_source(query.data());
    const auto& columns = at_hand ? at_hand->columns : dispute_columns().front();
    const auto& dataset = inputs.need(std::array{columns.dataset}, std::array{columns.side, columns.level});
    const auto source = source_of(dataset, query.frame().system);
    make_table(query.data(), source, columns);
    const auto levels = computed_table("measure_hostility", datasets::Unit::DirectedDyadYear, source.numbering);
    const SourceColumn level{"level", "", "", datasets::Combine::Same, 0.0, dataset.years};
    std::vector<MeasuredColumn> measured;
    for (const auto side : sides_of(query.frame().unit, datasets::Unit::DirectedDyadYear)) {
        const auto* label = side == Side::TwoToOne
                                ? "Hostility of the second state in disputes that its side began with the first"
                                : "Hostility of the first state in disputes that its side began with the second";
        measured.push_back({"hostility_started" + suffix_of(side, query.frame().unit),
                            label,
                            "level",
                            query.cell(levels, level, side),
                            {},
                            "",
                            false});
    }
    return measured;
}

}  // namespace entente::panels
