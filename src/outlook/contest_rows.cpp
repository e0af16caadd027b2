#include "outlook/contest_rows.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "models/duration_basis.hpp"
#include "outlook/ending_columns.hpp"

namespace entente::outlook {
namespace {

using contest::ExpectedSign;

constexpr std::size_t kKnots = 4;

// When and how an alliance ends, and until when anything is known of it.
struct Course {
    std::optional<int> ends;
    Ending ending = Ending::GoesOn;
    int last = 0;
};

std::vector<Course> courses_of(const RiskYears& years) {
    std::vector<Course> courses(years.alliances.size());
    for (std::size_t row = 0; row < years.size(); ++row) {
        auto& course = courses[years.alliance[row]];
        course.last = std::max(course.last, years.year[row]);
        if (years.ending[row] == Ending::GoesOn) continue;
        course.ends = years.year[row];
        course.ending = years.ending[row];
    }
    return courses;
}

std::vector<std::string> covariates_of_models(const std::vector<evidence::EndingModel>& models) {
    std::vector<std::string> ids;
    for (const auto& model : models) {
        for (const auto& id : model.covariates) {
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        }
    }
    return ids;
}

struct DurationColumns {
    std::vector<std::string> names;
    std::vector<std::vector<float>> columns;
};

// Knots lie at quantiles of all ages: the same for every model and part, and no outcome enters. A spline that has no
// room for its knots becomes a cubic.
DurationColumns duration_columns(evidence::DurationShape shape, const std::vector<double>& ages) {
    if (shape == evidence::DurationShape::Constant) return {};
    if (shape == evidence::DurationShape::Spline) {
        if (const auto knots = models::harrell_knots(ages, kKnots)) {
            DurationColumns made{{"age"}, models::spline_columns(ages, *knots)};
            for (std::size_t bend = 1; bend < made.columns.size(); ++bend) {
                made.names.push_back("age-bend-" + std::to_string(bend));
            }
            return made;
        }
    }
    return {{"age", "age-2", "age-3"}, models::cubic_columns(ages)};
}

// What a rise of the covariate is said to do to violations. Of other endings the theories say nothing.
ExpectedSign expected_of(const std::vector<evidence::Covariate>& covariates, const std::string& id, Ending ending) {
    const auto found =
        std::find_if(covariates.begin(), covariates.end(), [&](const auto& covariate) { return covariate.id == id; });
    ensure(found != covariates.end(), "a model names a covariate that is defined");
    if (ending != Ending::Violation) return ExpectedSign::None;
    return found->rise == evidence::Direction::Collapse ? ExpectedSign::Positive : ExpectedSign::Negative;
}

contest::ModelRole role_of(evidence::EndingModelRole role) {
    switch (role) {
        case evidence::EndingModelRole::Base:
            return contest::ModelRole::Base;
        case evidence::EndingModelRole::Rival:
            return contest::ModelRole::Rival;
        case evidence::EndingModelRole::Theory:
            break;
    }
    return contest::ModelRole::Theory;
}

// The rows whose outcome is known and that lack nothing.
class RowChooser {
public:
    RowChooser(const RiskYears& years, const ContestRowsRequest& request, const std::vector<std::string>& ids)
        : years_(years),
          request_(request),
          courses_(courses_of(years)),
          last_year_(years.year.empty() ? 0 : *std::max_element(years.year.begin(), years.year.end())) {
        for (const auto& id : ids) columns_.push_back(&years.columns[column_of(years, id)]);
        without_.resize(ids.size(), 0);
    }

    // Nothing for what is no row; counts why.
    std::optional<std::uint8_t> outcome(std::size_t row, ContestRows& counts) {
        const int year = years_.year[row];
        if (year < request_.from || year > request_.to) return std::nullopt;
        const int window_ends = year + request_.horizon - 1;
        if (window_ends > last_year_) {
            ++counts.beyond_data;
            return std::nullopt;
        }
        const auto& course = courses_[years_.alliance[row]];
        const bool ends = course.ends && *course.ends <= window_ends;
        if (!ends && course.last < window_ends) {
            ++counts.lost;
            return std::nullopt;
        }
        bool complete = true;
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            if ((*columns_[column])[row]) continue;
            complete = false;
            ++without_[column];
        }
        if (!complete) {
            ++counts.incomplete;
            return std::nullopt;
        }
        return ends && course.ending == request_.ending ? 1 : 0;
    }
    [[nodiscard]] const std::vector<std::size_t>& without() const noexcept { return without_; }

private:
    const RiskYears& years_;
    const ContestRowsRequest& request_;
    std::vector<Course> courses_;
    int last_year_ = 0;
    std::vector<const std::vector<std::optional<double>>*> columns_;
    std::vector<std::size_t> without_;
};

void add_row(const RiskYears& years, std::size_t row, std::map<std::uint32_t, std::uint16_t>& alliances,
             contest::TestRows& rows) {
    const auto next = static_cast<std::uint16_t>(alliances.size());
    rows.clusters.push_back(alliances.try_emplace(years.alliance[row], next).first->second);
    rows.states.push_back(static_cast<std::uint16_t>(years.member_a[row]));
    rows.others.push_back(static_cast<std::uint16_t>(years.member_b[row]));
    rows.years.push_back(static_cast<std::int16_t>(years.year[row]));
}

}  // namespace

bool is_duration(const std::string& predictor) noexcept {
    return predictor == "age" || predictor == "age-2" || predictor == "age-3" || predictor.starts_with("age-bend-");
}

ContestRows contest_rows(const RiskYears& years, const std::vector<evidence::EndingModel>& models,
                         const std::vector<evidence::Covariate>& covariates, const ContestRowsRequest& request) {
    ContestRows made;
    const auto ids = covariates_of_models(models);
    RowChooser chooser(years, request, ids);
    std::vector<std::size_t> chosen;
    std::vector<double> ages;
    std::map<std::uint32_t, std::uint16_t> alliances;
    for (std::size_t row = 0; row < years.size(); ++row) {
        const auto outcome = chooser.outcome(row, made);
        if (!outcome) continue;
        chosen.push_back(row);
        ages.push_back(years.age[row]);
        made.rows.outcomes.push_back(*outcome);
        add_row(years, row, alliances, made.rows);
    }
    ensure(alliances.size() < std::numeric_limits<std::uint16_t>::max(), "there are fewer alliances than numbers");
    made.alliances = alliances.size();
    for (std::size_t column = 0; column < ids.size(); ++column) {
        if (chooser.without()[column] > 0) made.without.push_back({ids[column], chooser.without()[column]});
        made.rows.names.push_back(ids[column]);
        made.rows.expected.push_back(expected_of(covariates, ids[column], request.ending));
        made.rows.not_drawn_out.push_back(false);
        auto& values = made.rows.predictors.emplace_back();
        for (const auto row : chosen) {
            values.push_back(static_cast<float>(*years.columns[column_of(years, ids[column])][row]));
        }
    }
    for (const auto& model : models) {
        contest::TestModel test{model.id, model.name, role_of(model.role), model.covariates, model.recent};
        const auto duration = duration_columns(model.duration, ages);
        for (std::size_t column = 0; column < duration.names.size(); ++column) {
            const auto& name = duration.names[column];
            test.predictors.push_back(name);
            if (std::find(made.rows.names.begin(), made.rows.names.end(), name) != made.rows.names.end()) continue;
            made.rows.names.push_back(name);
            made.rows.expected.push_back(ExpectedSign::None);
            made.rows.not_drawn_out.push_back(true);
            made.rows.predictors.push_back(duration.columns[column]);
        }
        made.models.push_back(std::move(test));
    }
    return made;
}

}  // namespace entente::outlook
