// Forecasts of what a contest holds out, each made without its part.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "contest/parting.hpp"
#include "contest/test_result.hpp"
#include "models/logit.hpp"

namespace entente::contest {

// Calls `task` once for each number below `tasks`, in any order; the caller may spread them over threads, since no task
// depends on another. None: one after the other.
using TaskRunner = std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& task)>;

struct PreparedModel {
    std::vector<std::span<const float>> columns;
    models::LogitChoices choices;       // begins where the fit to all rows ended
    int recent_years = 0;               // as of its TestModel
    std::vector<bool> not_drawn_out{};  // by column, as of the TestRows; none: no column
};

// Forecasts of every model for every row of a part.
struct Forecasts {
    std::vector<std::vector<float>> by_model;
    std::vector<std::string> why_not;  // by model; set where a part could not be forecast
};

[[nodiscard]] Forecasts forecasts_of(const TestRows& rows, const Parting& parting,
                                     const std::vector<PreparedModel>& prepared, const TaskRunner& run);

}  // namespace entente::contest
