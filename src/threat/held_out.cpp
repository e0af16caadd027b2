#include "threat/held_out.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/random.hpp"

namespace entente::threat {

int decade_of(int year) noexcept {
    return year / 10;
}

Parting by_decades(const TestRows& rows) {
    std::map<int, std::uint16_t> places;
    for (const auto year : rows.years) places.emplace(decade_of(year), 0);
    Parting parting;
    for (auto& [decade, place] : places) {
        place = static_cast<std::uint16_t>(parting.first_years.size());
        parting.first_years.push_back(decade * 10);
    }
    for (const auto year : rows.years) parting.part_of_row.push_back(places.at(decade_of(year)));
    parting.parts = places.size();
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
    return parting;
}

std::vector<float> training_weights(const TestRows& rows, const Parting& parting, std::size_t part, int window) {
    std::vector<float> weights(rows.size(), 1);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (parting.part_of_row[row] == part) weights[row] = 0;
        if (parting.held_out != HoldOut::Decades) continue;
        const int first = parting.first_years[part];
        if (rows.years[row] >= first - window && rows.years[row] <= first + 9 + window) weights[row] = 0;
    }
    return weights;
}

Forecasts forecasts_of(const TestRows& rows, const Parting& parting, const std::vector<PreparedModel>& prepared,
                       const TestChoices& choices, const TaskRunner& run) {
    Forecasts forecasts;
    forecasts.by_model.assign(prepared.size(), std::vector<float>(rows.size(), 0));
    std::vector<std::vector<std::string>> why_not(parting.parts, std::vector<std::string>(prepared.size()));
    run(parting.parts, [&](std::size_t part) {
        const auto weights = training_weights(rows, parting, part, choices.window);
        for (std::size_t model = 0; model < prepared.size(); ++model) {
            auto training = prepared[model].rows;
            training.weights = weights;
            const auto fit = models::logit(training, prepared[model].choices);
            if (fit.end != models::LogitEnd::Converged) {
                why_not[part][model] = fit.why_not;
                continue;
            }
            for (std::size_t row = 0; row < rows.size(); ++row) {
                if (parting.part_of_row[row] != part) continue;
                double linear = fit.coefficients[0];
                for (std::size_t j = 0; j < training.columns.size(); ++j) {
                    linear += fit.coefficients[j + 1] * static_cast<double>(training.columns[j][row]);
                }
                forecasts.by_model[model][row] = static_cast<float>(models::logistic(linear));
            }
        }
    });
    for (std::size_t model = 0; model < prepared.size(); ++model) {
        auto& reason = forecasts.why_not.emplace_back();
        for (std::size_t part = 0; part < parting.parts && reason.empty(); ++part) reason = why_not[part][model];
    }
    return forecasts;
}

}  // namespace entente::threat
