#include "models/chow_test.hpp"

#include <algorithm>

#include <boost/math/distributions/fisher_f.hpp>

#include "models/segment_fits.hpp"

namespace entente::models {

ChowTest chow_test(const TimeSeries& series, std::size_t first_after, Shape shape) {
    ChowTest test;
    test.before = std::min(first_after, series.size());
    test.after = series.size() - test.before;
    test.why_not = why_untestable(series, first_after, shape);
    if (!test.why_not.empty()) return test;

    const auto scaled = standardised(series).series;
    const SegmentFits fits(scaled, shape);
    const double together = fits.residuals(0, series.size());
    const double apart = fits.residuals(0, first_after) + fits.residuals(first_after, series.size());
    if (is_rounding(apart, scaled)) {
        test.why_not = "no variation around the two parts: chance has nothing to be measured by";
        return test;
    }
    const auto restrictions = static_cast<double>(coefficients_of(shape));
    const double freedom = static_cast<double>(series.size()) - 2 * restrictions;
    test.statistic = std::max(together - apart, 0.0) / restrictions / (apart / freedom);
    test.p = cdf(complement(boost::math::fisher_f(restrictions, freedom), *test.statistic));
    return test;
}

}  // namespace entente::models
