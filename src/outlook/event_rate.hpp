// How often something happens: events a year, with what so many events leave open.
#pragma once

namespace entente::outlook {

// Mean and the bounds of the posterior's central interval.
struct EventRate {
    double mean = 0;
    double low = 0;
    double high = 0;
};

// Jeffreys (1946): the prior of a Poisson rate is proportional to 1/√rate, so that the posterior is Gamma(events + ½,
// years). `years` above 0; `interval`, say 0.95, between 0 and 1.
[[nodiscard]] EventRate event_rate(double events, double years, double interval);

}  // namespace entente::outlook
