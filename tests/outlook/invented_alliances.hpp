// Invented alliances, made by a rule that R follows too, so that R can be asked the same questions.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "evidence/covariate.hpp"
#include "outlook/risk_years.hpp"

namespace entente::outlook {

// Park and Miller (1988): u ← 16807 u mod (2³¹ − 1), which R does exactly: u <- (u * 16807) %% 2147483647.
class KnownNumbers {
public:
    double next() {
        state_ = state_ * 16807 % 2147483647;
        return static_cast<double>(state_) / 2147483647;
    }

private:
    std::uint64_t state_ = 20261;
};

// In R, with nxt() as above and d of the columns alliance, year, age, power, quarrel, leader, lacks, end:
// for (i in 0:239) { start <- 1900 + floor(nxt() * 60); power <- nxt() * 4 - 2; for (age in 0:29) { year <- start +
// age; if (year > 1979) break; quarrel <- nxt() < .3; leader <- nxt() < .2; lacks <- nxt() < .02; eta <- c(-3.5 + .7 *
// power
// + quarrel + .5 * leader, -3.2 - .4 * power + .02 * age, -4 + .06 * age, -4.2 + .3 * quarrel); p <- exp(eta) / (1 +
// sum(exp(eta))); v <- nxt(); end <- the first k with v < cumsum(p)[k], else 0; one row; if (end > 0) break } }
// Where `lacks` is set, the quarrel is not known: cc <- d[d$lacks == 0, ].
inline RiskYears invented_alliances() {
    RiskYears rows;
    rows.covariates = {"power", "quarrel", "leader"};
    rows.columns.resize(3);
    KnownNumbers numbers;
    for (std::uint32_t alliance = 0; alliance < 240; ++alliance) {
        rows.alliances.push_back(std::to_string(1000 + alliance));
        const int start = 1900 + static_cast<int>(std::floor(numbers.next() * 60));
        const double power = numbers.next() * 4 - 2;
        for (int age = 0; age < 30 && start + age <= 1979; ++age) {
            const bool quarrel = numbers.next() < 0.3;
            const bool leader = numbers.next() < 0.2;
            const bool lacks = numbers.next() < 0.02;
            const std::array<double, 4> odds{std::exp(-3.5 + 0.7 * power + (quarrel ? 1 : 0) + (leader ? 0.5 : 0)),
                                             std::exp(-3.2 - 0.4 * power + 0.02 * age), std::exp(-4 + 0.06 * age),
                                             std::exp(-4.2 + (quarrel ? 0.3 : 0))};
            const double drawn = numbers.next();
            double sum = 0;
            auto ending = Ending::GoesOn;
            for (std::size_t mode = 0; mode < 4 && ending == Ending::GoesOn; ++mode) {
                sum += odds[mode] / (1 + odds[0] + odds[1] + odds[2] + odds[3]);
                if (drawn < sum) ending = static_cast<Ending>(mode + 1);
            }
            rows.columns[0].emplace_back(power);
            rows.columns[1].push_back(lacks ? std::nullopt : std::optional<double>(quarrel ? 1 : 0));
            rows.columns[2].emplace_back(leader ? 1 : 0);
            rows.alliance.push_back(alliance);
            rows.year.push_back(start + age);
            rows.age.push_back(age);
            rows.ending.push_back(ending);
            rows.member_a.push_back(static_cast<int>(alliance));
            rows.member_b.push_back(900);
            if (ending != Ending::GoesOn) break;
        }
    }
    return rows;
}

// What the theory of the invented alliances says: power wears, a quarrel holds (which is wrong), leaders change.
inline std::vector<evidence::Covariate> invented_covariates() {
    std::vector<evidence::Covariate> covariates(3);
    covariates[0].id = "power";
    covariates[1].id = "quarrel";
    covariates[1].rise = evidence::Direction::Endurance;
    covariates[2].id = "leader";
    covariates[2].pace = evidence::Pace::Leader;
    return covariates;
}

}  // namespace entente::outlook
