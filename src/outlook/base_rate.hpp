// Will it endure? The base rate of alliances of that age, before anything is known about the case.
#pragma once

#include <string>
#include <vector>

#include "evidence/protocol.hpp"

namespace entente::outlook {

struct Risk {
    double p = 0;
    double low = 0;
    double high = 0;
};

struct SweepPoint {
    std::string name;
    double ratio = 1;
    double p = 0;
};

struct HorizonRisk {
    double years = 0;
    Risk violation;
    Risk any_end;
    std::string word;               // ICD 203 word for the probability of violation
    std::vector<SweepPoint> sweep;  // on violation
};

struct Outlook {
    double age_years = 0;
    evidence::BaseRate base_rate;
    std::vector<HorizonRisk> horizons;
};

// Rate ~ Gamma(events + ½, alliance-years) (Jeffreys prior for a Poisson rate); P(h) = 1 − exp(−rate · h).
// The age band is the oldest that the alliance has reached and that had enough alliances at risk; without such a
// band there are no horizons.
[[nodiscard]] Outlook base_rate_outlook(const evidence::OutlookRule& rule, double age_years);

// The same risk where the rate is `ratio` times as high: 1 − (1 − P)^ratio, its bounds likewise.
[[nodiscard]] Risk at_ratio(const Risk& risk, double ratio);

// The words of Intelligence Community Directive 203 (2015): almost no chance (1–5%), very unlikely (5–20), …
// Each range includes its lower bound. Under 1% is 'almost no chance' too, 99% and over 'almost certain'.
[[nodiscard]] std::string icd_203_word(double probability);

}  // namespace entente::outlook
