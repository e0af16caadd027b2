// The invented alliances as a contest asks about them: forty states, and three models.
#pragma once

#include <cstddef>
#include <vector>

#include "evidence/outlook_theory.hpp"
#include "outlook/ending_contest.hpp"
#include "outlook/invented_alliances.hpp"

namespace entente::outlook {

// Alliance i is one of the states 100 + i mod 20 and 200 + i ÷ 20 mod 20.
inline RiskYears alliances_of_forty_states() {
    auto rows = invented_alliances();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows.member_a[row] = 100 + static_cast<int>(rows.alliance[row] % 20);
        rows.member_b[row] = 200 + static_cast<int>(rows.alliance[row] / 20 % 20);
    }
    return rows;
}

inline std::vector<evidence::EndingModel> invented_models() {
    std::vector<evidence::EndingModel> models(3);
    models[0].id = models[0].name = "base-rate";
    models[0].role = evidence::EndingModelRole::Base;
    models[0].duration = evidence::DurationShape::Constant;
    models[1].id = models[1].name = "duration";
    models[2].id = models[2].name = "theory";
    models[2].role = evidence::EndingModelRole::Theory;
    models[2].covariates = {"power", "quarrel", "leader"};
    return models;
}

inline EndingContestRequest asked_of_invented() {
    EndingContestRequest request;
    request.rules.from = 1900;
    request.rules.to = 1979;
    request.rules.first_origin = 1920;
    request.rules.horizons = {1, 5};
    request.rules.folds = 5;
    request.draws = 30;
    return request;
}

}  // namespace entente::outlook
