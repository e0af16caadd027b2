#include <array>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "indices/great_circle.hpp"
#include "panels/measures/capitals.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::identifier;

constexpr std::array<std::string_view, 2> kCowFirst{"capitals-cow", "capitals-gw"};
constexpr std::array<std::string_view, 2> kGwFirst{"capitals-gw", "capitals-cow"};
constexpr std::array<std::string_view, 2> kPlace{"lat", "lng"};

// Of several capitals of a year the one that came last, which is that of the year's last day.
void make_capital_years(datasets::Database& database, const StoredDataset& dataset, const SourceTable& source,
                        const PanelFrame& frame) {
    std::vector<std::string> order;
    for (const auto& column : dataset.descriptor->key.begin) order.push_back(identifier(column));
    const auto begin = identifier(source.key.begin.front());
    const auto end = identifier(source.key.end.front());
    database.run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE measure_capital_years AS WITH years AS (SELECT {0} AS state, "
        "CAST(unnest(range(greatest({1}, {3}), least(coalesce({2}, {5}), {4}) + 1)) AS INTEGER) AS year, "
        "CAST(lat AS DOUBLE) AS latitude, CAST(lng AS DOUBLE) AS longitude, row_number() OVER (ORDER BY "
        "{6}, rowid) AS place FROM {7}) SELECT state, year, arg_max(latitude, place) AS latitude, arg_max(longitude, "
        "place) AS longitude FROM years WHERE latitude IS NOT NULL AND longitude IS NOT NULL GROUP BY state, year",
        identifier(source.key.state), begin, end, frame.from, frame.to, source.last_year, joined(order, ", "),
        identifier(source.table)));
    database.run(
        "CREATE OR REPLACE TEMPORARY TABLE measure_places AS SELECT row_number() OVER (ORDER BY latitude, longitude) "
        "- 1 AS place, latitude, longitude FROM (SELECT DISTINCT latitude, longitude FROM measure_capital_years)");
    database.run(
        "CREATE OR REPLACE TEMPORARY TABLE measure_capitals AS SELECT state, year, place FROM measure_capital_years "
        "JOIN measure_places USING (latitude, longitude)");
}

// Gives the number of places.
std::int64_t make_distances(datasets::Database& database) {
    const auto places = database.query("SELECT latitude, longitude FROM measure_places ORDER BY place");
    Column pair{"pair", Column::Integers{}, {}};
    Column km{"km", Column::Numbers{}, {}};
    const auto place_of = [&](std::size_t row) {
        return indices::Place{places.number(row, "latitude").value_or(0), places.number(row, "longitude").value_or(0)};
    };
    for (std::size_t from = 0; from < places.rows(); ++from) {
        for (std::size_t to = 0; to < places.rows(); ++to) {
            const auto distance = indices::great_circle_km(place_of(from), place_of(to));
            std::get<Column::Integers>(pair.values).push_back(static_cast<std::int64_t>(pair.present.size()));
            pair.present.push_back(1);
            std::get<Column::Numbers>(km.values).push_back(distance.value_or(0));
            km.present.push_back(distance ? 1 : 0);
        }
    }
    database.create_table("measure_distances", {pair, km}, true);
    return static_cast<std::int64_t>(places.rows());
}

}  // namespace

CapitalPlaces capital_places(PanelQuery& query, MeasureInputs& inputs) {
    const bool gw = query.frame().system == datasets::Numbering::Gw;
    const auto& dataset = inputs.need(gw ? kGwFirst : kCowFirst, kPlace);
    const auto source = source_of(dataset, query.frame().system);
    require(!source.key.begin.empty(), "the capitals have no dates in the store");
    auto& database = query.data().database();
    make_capital_years(database, dataset, source, query.frame());
    const auto places = make_distances(database);
    const auto capitals = computed_table("measure_capitals", datasets::Unit::StateYear, source.numbering);
    const SourceColumn place{"place", "", "", datasets::Combine::Same, std::nullopt, dataset.years};
    const auto first = query.cell(capitals, place, Side::First);
    const auto second = query.cell(capitals, place, Side::Second);
    return {first, second, fmt::format("{} * {} + {}", first.value, places, second.value), places * places};
}

std::vector<MeasuredColumn> add_capital_distance(PanelQuery& query, MeasureInputs& inputs) {
    const auto places = capital_places(query, inputs);
    const auto km = query.data().database().make_lookup("SELECT pair, km FROM measure_distances", places.pairs).front();
    return {{"capital_distance",
             "Distance between the capitals",
             "km",
             computed_from({places.first, places.second}, fmt::format("{}({})", km, places.pair)),
             {},
             "",
             false}};
}

}  // namespace entente::panels
