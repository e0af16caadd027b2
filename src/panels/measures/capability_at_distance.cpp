#include <array>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "indices/great_circle.hpp"
#include "indices/loss_of_strength.hpp"
#include "panels/measures/capability.hpp"
#include "panels/measures/capitals.hpp"

namespace entente::panels {
namespace {

using datasets::Column;

constexpr std::array<std::string_view, 1> kContiguity{"contiguity"};
constexpr std::array<std::string_view, 1> kContiguityType{"conttype"};

// The exponent of each row, which are numbered from 0.
struct Exponents {
    Column row{"row", Column::Integers{}, {}};
    Column exponent{"exponent", Column::Numbers{}, {}};

    void add(int year, std::optional<double> miles) {
        const auto rate = indices::miles_per_day(year);
        const auto strength =
            rate && miles ? indices::strength_at_distance(0.5, *miles, *rate) : indices::StrengthAtDistance{};
        std::get<Column::Integers>(row.values).push_back(static_cast<std::int64_t>(row.present.size()));
        row.present.push_back(1);
        std::get<Column::Numbers>(exponent.values).push_back(strength.exponent.value_or(0));
        exponent.present.push_back(strength.exponent ? 1 : 0);
    }

    // Gives the function that looks up a row.
    [[nodiscard]] std::string store(datasets::Database& database) const {
        database.create_table("measure_exponents", {row, exponent}, true);
        const auto rows = static_cast<std::int64_t>(row.present.size());
        return database.make_lookup("SELECT row, exponent FROM measure_exponents", rows).front();
    }
};

// The first year of each span of years that has one rate.
std::vector<int> years_of_rates(int from, int to) {
    std::vector<int> years{from};
    for (int year = from + 1; year <= to; ++year) {
        if (indices::miles_per_day(year) != indices::miles_per_day(years.back())) years.push_back(year);
    }
    return years;
}

// Over the rows: the number of the span of years.
std::string rate_number(const std::vector<int>& years) {
    std::string choice;
    for (auto number = years.size(); number-- > 0;) {
        choice += fmt::format("WHEN r.year >= {} THEN {} ", years[number], number);
    }
    return "(CASE " + choice + "END)";
}

// Over the rows: the exponent depends on distance and year alone, so all pairs of places serve all rows.
std::string exponent_of(datasets::Database& database, const CapitalPlaces& places, const std::string& is_neighbour,
                        const std::vector<int>& years) {
    const auto distances = database.query("SELECT km FROM measure_distances ORDER BY pair");
    Exponents apart;
    Exponents beside;
    for (const auto year : years) {
        beside.add(year, 0);
        for (std::size_t pair = 0; pair < distances.rows(); ++pair) {
            const auto km = distances.number(pair, "km");
            apart.add(year, km ? std::optional(*km / indices::kKmPerMile) : std::nullopt);
        }
    }
    const auto rate = rate_number(years);
    return fmt::format("(CASE WHEN {} THEN {}({}) ELSE {}({} * {} + {}) END)", is_neighbour, beside.store(database),
                       rate, apart.store(database), rate, places.pairs, places.pair);
}

}  // namespace

std::vector<MeasuredColumn> add_capability_at_distance(PanelQuery& query, MeasureInputs& inputs) {
    const auto capability = capability_source(query, inputs);
    const auto places = capital_places(query, inputs);
    const auto& contiguity = inputs.need(kContiguity, kContiguityType);
    const auto neighbours = query.cell(contiguity, std::string(kContiguityType.front()), Side::Pair);
    const auto years = years_of_rates(query.frame().from, query.frame().to);
    const auto exponent = exponent_of(query.data().database(), places, neighbours.value + " = 1", years);

    std::vector<MeasuredColumn> columns;
    for (const auto side : {Side::First, Side::Second}) {
        const auto share = query.cell(capability.table, capability.share, side);
        const std::vector<Cell> needed{share, places.first, places.second, neighbours};
        const auto suffix = suffix_of(side, query.frame().unit);
        columns.push_back({"capability_at_distance" + suffix, "Capability share at the other's capital", "share",
                           computed_from(needed, fmt::format("power({}, {})", share.value, exponent)), capability.notes,
                           "", false});
    }
    columns.push_back(
        {"capability_at_distance_inflated",
         "The formula makes the states stronger than at home",
         "",
         computed_from({places.first, places.second, neighbours}, fmt::format("CAST({} < 1 AS UTINYINT)", exponent)),
         {},
         "rows in which the formula makes both states stronger than they are at home, an artefact of "
         "short distances",
         false});
    return columns;
}

}  // namespace entente::panels
