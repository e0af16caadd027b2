#include "outlook/event_rate.hpp"

#include <boost/math/special_functions/gamma.hpp>

#include "core/error.hpp"

namespace entente::outlook {

EventRate event_rate(double events, double years, double interval) {
    ensure(years > 0 && events >= 0 && interval > 0 && interval < 1, "a rate needs time at risk and a level");
    constexpr double kJeffreysShape = 0.5;
    const double shape = events + kJeffreysShape;
    return {shape / years, boost::math::gamma_p_inv(shape, (1 - interval) / 2) / years,
            boost::math::gamma_p_inv(shape, (1 + interval) / 2) / years};
}

}  // namespace entente::outlook
