#include "outlook/comparables.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::outlook {
namespace {

double distance_of(const RiskYears& rows, const EndingsFit& fit, const std::vector<std::size_t>& columns,
                   std::size_t row, std::span<const double> values) {
    double squares = 0;
    for (std::size_t place = 0; place < columns.size(); ++place) {
        if (fit.scale.deviations[place] <= 0) continue;
        const double apart = (*rows.columns[columns[place]][row] - values[place]) / fit.scale.deviations[place];
        squares += apart * apart;
    }
    return std::sqrt(squares);
}

// Rows of one alliance stand together, in the order of their years.
void follow(Comparable& comparable, const RiskYears& rows, int years) {
    const int first = rows.year[comparable.row];
    for (auto row = comparable.row; row < rows.size() && rows.alliance[row] == comparable.alliance; ++row) {
        if (rows.year[row] >= first + years) break;
        comparable.followed_years = rows.year[row] - first + 1;
        if (rows.ending[row] == Ending::GoesOn) continue;
        comparable.ending = rows.ending[row];
        comparable.ended_year = rows.year[row];
        break;
    }
}

}  // namespace

Comparables comparables_of(const RiskYears& rows, const EndingsFit& fit, const ComparablesRequest& request) {
    std::vector<std::size_t> columns;
    for (const auto& covariate : fit.scale.covariates) columns.push_back(column_of(rows, covariate));
    std::map<std::uint32_t, Comparable> nearest;
    for (const auto row : fit.rows) {
        if (std::abs(rows.age[row] - request.age) > request.years_apart) continue;
        const auto alliance = rows.alliance[row];
        if (rows.alliances[alliance] == request.alliance) continue;
        const double distance = distance_of(rows, fit, columns, row, request.values);
        const auto found = nearest.find(alliance);
        if (found != nearest.end() && found->second.distance <= distance) continue;
        nearest.insert_or_assign(alliance, Comparable{alliance, row, distance, {}, 0, 0});
    }
    Comparables comparables;
    comparables.years_apart = request.years_apart;
    comparables.alliances = nearest.size();
    for (const auto& [alliance, comparable] : nearest) comparables.nearest.push_back(comparable);
    std::stable_sort(comparables.nearest.begin(), comparables.nearest.end(),
                     [](const Comparable& a, const Comparable& b) { return a.distance < b.distance; });
    if (comparables.nearest.size() > request.most) comparables.nearest.resize(request.most);
    for (auto& comparable : comparables.nearest) follow(comparable, rows, request.years);
    return comparables;
}

}  // namespace entente::outlook
