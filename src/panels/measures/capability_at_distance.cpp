#include <array>

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

// The exponent depends on distance and year alone, so one table of exponents for all pairs of places serves all rows.
struct Exponents {
    Column first{"place_1", Column::Integers{}, {}};
    Column second{"place_2", Column::Integers{}, {}};
    Column year{"year", Column::Integers{}, {}};
    Column exponent{"exponent", Column::Numbers{}, {}};

    void add(std::int64_t from, std::int64_t to, int of_year, double miles) {
        const auto rate = indices::miles_per_day(of_year);
        const auto strength = rate ? indices::strength_at_distance(0.5, miles, *rate) : indices::StrengthAtDistance{};
        std::get<Column::Integers>(first.values).push_back(from);
        std::get<Column::Integers>(second.values).push_back(to);
        std::get<Column::Integers>(year.values).push_back(of_year);
        std::get<Column::Numbers>(exponent.values).push_back(strength.exponent.value_or(0));
        for (auto* column : {&first, &second, &year}) column->present.push_back(1);
        exponent.present.push_back(strength.exponent ? 1 : 0);
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

void make_exponents(datasets::Database& database, const std::vector<int>& years) {
    const auto distances = database.query("SELECT place_1, place_2, km FROM measure_distances ORDER BY ALL");
    Exponents exponents;
    Exponents of_neighbours;
    for (const auto year : years) {
        of_neighbours.add(0, 0, year, 0);
        for (std::size_t row = 0; row < distances.rows(); ++row) {
            const auto km = distances.number(row, "km");
            if (!km) continue;
            exponents.add(*distances.integer(row, "place_1"), *distances.integer(row, "place_2"), year,
                          *km / indices::kKmPerMile);
        }
    }
    database.create_table("measure_exponents", {exponents.first, exponents.second, exponents.year, exponents.exponent},
                          true);
    database.create_table("measure_neighbour_exponents", {of_neighbours.year, of_neighbours.exponent}, true);
}

// Over the rows: the first year with the rate of this one.
std::string rate_year(const std::vector<int>& years) {
    std::string choice;
    for (auto year = years.rbegin(); year != years.rend(); ++year) {
        choice += fmt::format("WHEN r.year >= {} THEN {} ", *year, *year);
    }
    return "CASE " + choice + "END";
}

}  // namespace

std::vector<MeasuredColumn> add_capability_at_distance(PanelQuery& query, MeasureInputs& inputs) {
    const auto capability = capability_source(query, inputs);
    const auto places = capital_places(query, inputs);
    const auto& contiguity = inputs.need(kContiguity, kContiguityType);
    const auto neighbours = query.cell(contiguity, std::string(kContiguityType.front()), Side::Pair);
    const auto years = years_of_rates(query.frame().from, query.frame().to);
    make_exponents(query.data().database(), years);
    query.lookup(fmt::format(
        "LEFT JOIN measure_exponents AS apart ON apart.place_1 = {} AND apart.place_2 = {} AND apart.year = {}",
        places.first.value, places.second.value, rate_year(years)));
    query.lookup(fmt::format("LEFT JOIN measure_neighbour_exponents AS beside ON beside.year = {}", rate_year(years)));
    const auto exponent =
        fmt::format("(CASE WHEN ({}) = 1 THEN beside.exponent ELSE apart.exponent END)", neighbours.value);

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
