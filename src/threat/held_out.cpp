#include "threat/held_out.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/random.hpp"
#include "models/held_out_logit.hpp"
#include "threat/row_groups.hpp"

namespace entente::threat {
namespace {

constexpr int kYearsOfDecade = 10;

// Whether each decade, held out, leaves that year out.
std::vector<bool> left_out_by(const std::vector<int>& first_years, int year, int window) {
    std::vector<bool> left_out;
    for (const int first : first_years) {
        left_out.push_back(year >= first - window && year < first + kYearsOfDecade + window);
    }
    return left_out;
}

// The forecasts of one model for the rows of a part, each group's for all its rows.
void forecast_part(const RowGroups& groups, const models::LogitRows& rows, const Parting& parting, std::size_t part,
                   const models::Logit& fit, std::vector<float>& by_group) {
    for (std::size_t stretch = 0; stretch < parting.stretches(); ++stretch) {
        if (parting.part_of_stretch[stretch] != part) continue;
        for (auto group = groups.begin(stretch); group < groups.ends()[stretch]; ++group) {
            double linear = fit.coefficients[0];
            for (std::size_t j = 0; j < rows.columns.size(); ++j) {
                linear += fit.coefficients[j + 1] * static_cast<double>(rows.columns[j][group]);
            }
            by_group[group] = static_cast<float>(models::logistic(linear));
        }
    }
}

}  // namespace

int decade_of(int year) noexcept {
    return year / kYearsOfDecade;
}

Parting by_decades(const TestRows& rows, int window) {
    std::map<int, std::uint16_t> places;
    for (const auto year : rows.years) places.emplace(decade_of(year), 0);
    Parting parting;
    std::vector<int> first_years;
    for (auto& [decade, place] : places) {
        place = static_cast<std::uint16_t>(first_years.size());
        first_years.push_back(decade * kYearsOfDecade);
    }
    parting.parts = places.size();
    parting.left_out.resize(parting.parts);
    std::map<int, std::uint16_t> stretches;  // by year
    std::vector<bool> before;
    for (const int year : std::set<int>(rows.years.begin(), rows.years.end())) {
        const auto part = places.at(decade_of(year));
        auto left_out = left_out_by(first_years, year, window);
        if (parting.part_of_stretch.empty() || part != parting.part_of_stretch.back() || left_out != before) {
            parting.part_of_stretch.push_back(part);
            for (std::size_t one = 0; one < parting.parts; ++one) parting.left_out[one].push_back(left_out[one]);
            before = std::move(left_out);
        }
        stretches.emplace(year, static_cast<std::uint16_t>(parting.stretches() - 1));
    }
    for (const auto year : rows.years) {
        parting.part_of_row.push_back(places.at(decade_of(year)));
        parting.stretch_of_row.push_back(stretches.at(year));
    }
    parting.cluster_of_row = parting.part_of_row;
    for (std::size_t part = 0; part < parting.parts; ++part) {
        parting.part_of_cluster.push_back(static_cast<std::uint16_t>(part));
    }
    return parting;
}

Parting by_states(const TestRows& rows, const TestChoices& choices) {
    const std::set<std::uint16_t> met(rows.states.begin(), rows.states.end());
    const RandomStream random(choices.seed, "threat-test-folds");
    std::vector<std::pair<double, std::uint16_t>> shuffled;
    std::map<std::uint16_t, std::uint16_t> clusters;
    for (const auto state : met) {
        shuffled.emplace_back(random.uniform(0, state), state);
        clusters.emplace(state, static_cast<std::uint16_t>(clusters.size()));
    }
    std::sort(shuffled.begin(), shuffled.end());
    std::map<std::uint16_t, std::uint16_t> parts;
    for (std::size_t i = 0; i < shuffled.size(); ++i) {
        parts[shuffled[i].second] = static_cast<std::uint16_t>(i % choices.folds);
    }
    Parting parting;
    parting.held_out = HoldOut::States;
    parting.parts = std::min(choices.folds, met.size());
    for (const auto state : met) parting.part_of_cluster.push_back(parts.at(state));
    for (const auto state : rows.states) {
        parting.part_of_row.push_back(parts.at(state));
        parting.cluster_of_row.push_back(clusters.at(state));
    }
    parting.stretch_of_row = parting.part_of_row;
    for (std::size_t part = 0; part < parting.parts; ++part) {
        parting.part_of_stretch.push_back(static_cast<std::uint16_t>(part));
        parting.left_out.emplace_back(parting.parts, false)[part] = true;
    }
    return parting;
}

Forecasts forecasts_of(const TestRows& rows, const Parting& parting, const std::vector<PreparedModel>& prepared,
                       const TaskRunner& run) {
    Forecasts forecasts;
    for (const auto& model : prepared) {
        const RowGroups groups(model.columns, rows.outcomes, parting.stretch_of_row, parting.stretches());
        const auto group_rows = groups.rows();
        const models::HeldOutLogit fits(group_rows, groups.ends(), model.choices);
        std::vector<float> by_group(groups.size(), 0);
        std::vector<std::string> why_not(parting.parts);
        run(parting.parts, [&](std::size_t part) {
            const auto fit = fits.without(parting.left_out[part]);
            why_not[part] = fit.why_not;
            if (fit.end == models::LogitEnd::Converged) {
                forecast_part(groups, group_rows, parting, part, fit, by_group);
            }
        });
        auto& by_row = forecasts.by_model.emplace_back(rows.size());
        for (std::size_t row = 0; row < rows.size(); ++row) by_row[row] = by_group[groups.group_of(row)];
        const auto reason = std::find_if(why_not.begin(), why_not.end(), [](const auto& one) { return !one.empty(); });
        forecasts.why_not.push_back(reason == why_not.end() ? std::string() : *reason);
    }
    return forecasts;
}

}  // namespace entente::threat
