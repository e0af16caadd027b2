#include "contest/held_out.hpp"

#include <algorithm>
#include <limits>

#include "contest/row_groups.hpp"
#include "models/held_out_logit.hpp"

namespace entente::contest {
namespace {

struct Span {
    float low = std::numeric_limits<float>::max();
    float high = std::numeric_limits<float>::lowest();
};

// From the least to the greatest of each column that is not drawn out, over the rows that a fit learns from; all there
// is of others.
std::vector<Span> learnt_spans(const RowGroups& groups, const models::LogitRows& rows, const PreparedModel& model,
                               const std::vector<bool>& left_out) {
    const Span all{std::numeric_limits<float>::lowest(), std::numeric_limits<float>::max()};
    std::vector<Span> spans(rows.columns.size(), all);
    for (std::size_t column = 0; column < model.not_drawn_out.size(); ++column) {
        if (!model.not_drawn_out[column]) continue;
        Span span;
        for (std::size_t stretch = 0; stretch < left_out.size(); ++stretch) {
            if (left_out[stretch]) continue;
            for (auto group = groups.begin(stretch); group < groups.ends()[stretch]; ++group) {
                span.low = std::min(span.low, rows.columns[column][group]);
                span.high = std::max(span.high, rows.columns[column][group]);
            }
        }
        if (span.low <= span.high) spans[column] = span;
    }
    return spans;
}

// The forecasts of one model for the rows of a part, each group's for all its rows.
void forecast_part(const RowGroups& groups, const models::LogitRows& rows, const Parting& parting, std::size_t part,
                   const models::Logit& fit, const std::vector<Span>& spans, std::vector<float>& by_group) {
    for (std::size_t stretch = 0; stretch < parting.stretches(); ++stretch) {
        if (parting.part_of_stretch[stretch] != part) continue;
        for (auto group = groups.begin(stretch); group < groups.ends()[stretch]; ++group) {
            double linear = fit.coefficients[0];
            for (std::size_t j = 0; j < rows.columns.size(); ++j) {
                const float value = std::clamp(rows.columns[j][group], spans[j].low, spans[j].high);
                linear += fit.coefficients[j + 1] * static_cast<double>(value);
            }
            by_group[group] = static_cast<float>(models::logistic(linear));
        }
    }
}

// What a model must not learn from: also the years that are too long ago for one of recent years.
std::vector<bool> left_out_for(const PreparedModel& model, const Parting& parting, std::size_t part) {
    auto left_out = parting.left_out[part];
    if (model.recent_years == 0 || parting.known_to.empty()) return left_out;
    for (std::size_t stretch = 0; stretch < parting.stretches(); ++stretch) {
        if (parting.last_year_of_stretch[stretch] <= parting.known_to[part] - model.recent_years) {
            left_out[stretch] = true;
        }
    }
    return left_out;
}

}  // namespace

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
            const auto left_out = left_out_for(model, parting, part);
            const auto fit = fits.without(left_out);
            why_not[part] = fit.why_not;
            if (fit.end == models::FitEnd::Converged) {
                const auto spans = learnt_spans(groups, group_rows, model, left_out);
                forecast_part(groups, group_rows, parting, part, fit, spans, by_group);
            }
        });
        auto& by_row = forecasts.by_model.emplace_back(rows.size());
        for (std::size_t row = 0; row < rows.size(); ++row) by_row[row] = by_group[groups.group_of(row)];
        const auto reason = std::find_if(why_not.begin(), why_not.end(), [](const auto& one) { return !one.empty(); });
        forecasts.why_not.push_back(reason == why_not.end() ? std::string() : *reason);
    }
    return forecasts;
}

}  // namespace entente::contest
