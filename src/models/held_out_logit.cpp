#include "models/held_out_logit.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "models/logit_newton.hpp"
#include "models/logit_sums.hpp"

namespace entente::models {

struct HeldOutLogit::Stretches {
    std::vector<std::size_t> ends;
    std::vector<LogitExtent> extents;
    Eigen::VectorXd start;
    std::vector<LogitSums> at_start;

    [[nodiscard]] std::size_t begin(std::size_t stretch) const { return stretch == 0 ? 0 : ends[stretch - 1]; }
};

HeldOutLogit::HeldOutLogit(const LogitRows& rows, std::vector<std::size_t> ends, LogitChoices choices)
    : rows_(rows), choices_(std::move(choices)) {
    ensure_same_length(rows_);
    ensure(!ends.empty() && ends.back() == rows_.outcomes.size() && std::is_sorted(ends.begin(), ends.end()),
           "stretches of rows end one after the other, the last with the rows");
    auto made = std::make_unique<Stretches>();
    made->ends = std::move(ends);
    LogitExtent whole(rows_.columns.size());
    for (std::size_t stretch = 0; stretch < made->ends.size(); ++stretch) {
        whole += made->extents.emplace_back(extent_over(rows_, made->begin(stretch), made->ends[stretch]));
    }
    if (whole.why_not().empty()) {
        made->start = first_coefficients(choices_, whole);
        for (std::size_t stretch = 0; stretch < made->ends.size(); ++stretch) {
            made->at_start.push_back(
                sums_over(rows_, made->begin(stretch), made->ends[stretch], made->start, Likelihood::Wanted));
        }
    }
    stretches_ = std::move(made);
}

HeldOutLogit::~HeldOutLogit() = default;

Logit HeldOutLogit::without(const std::vector<bool>& left_out) const {
    const auto& stretches = *stretches_;
    const auto count = stretches.ends.size();
    ensure(left_out.size() == count, "each stretch of rows is left out or not");
    LogitExtent extent(rows_.columns.size());
    for (std::size_t stretch = 0; stretch < count; ++stretch) {
        if (!left_out[stretch]) extent += stretches.extents[stretch];
    }
    if (auto why_not = extent.why_not(); !why_not.empty()) {
        Logit refused;
        refused.rows = extent.rows;
        refused.events = extent.events;
        refused.why_not = std::move(why_not);
        return refused;
    }
    LogitSums first(stretches.start.size());
    for (std::size_t stretch = 0; stretch < count; ++stretch) {
        if (!left_out[stretch]) first += stretches.at_start[stretch];
    }
    const auto sums_at = [&](const Eigen::VectorXd& coefficients, Likelihood likelihood) {
        LogitSums sums(coefficients.size());
        for (std::size_t stretch = 0; stretch < count; ++stretch) {
            if (left_out[stretch]) continue;
            sums += sums_over(rows_, stretches.begin(stretch), stretches.ends[stretch], coefficients, likelihood);
        }
        return sums;
    };
    return newton(extent, choices_, {stretches.start, std::move(first)}, sums_at, LogitWanted::Coefficients);
}

}  // namespace entente::models
