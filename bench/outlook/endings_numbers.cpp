// What bench/run_outlook times against bench/rival_outlook.R, from the table of `entente outlook --rows`: the
// coefficients go to standard output, one a line, to be compared.
//
//   endings_numbers cox ROWS.csv                        Cox's regression of violation, errors by alliances
//   endings_numbers endings ROWS.csv                    the multinomial logit of all endings, errors by alliances
//   endings_numbers cox-bootstrap ROWS.csv DRAWS        refits to drawn alliances: standard deviations (seed 1)
//   endings_numbers logit-bootstrap ROWS.csv DRAWS      the same of the yearly logit of violation
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/in_threads.hpp"
#include "core/random.hpp"
#include "models/clustered_scores.hpp"
#include "models/cox.hpp"
#include "models/logit.hpp"
#include "outlook/endings_fit.hpp"

namespace {

using namespace entente;

const std::vector<std::string> kCovariates{"shared_rival",     "rival_pressure_change", "capability_change",
                                           "regime_change",    "polity_distance",       "asymmetry",
                                           "allies_of_leader", "military_institutions", "joint_democracy"};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    if (!line.empty() && line.back() == ',') cells.emplace_back();
    return cells;
}

// Only the covariates above; the table has no quoted cells.
outlook::RiskYears rows_of(const char* file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    const auto names = cells_of(line);
    const auto place = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    outlook::RiskYears rows;
    rows.covariates = kCovariates;
    rows.columns.resize(kCovariates.size());
    std::map<std::string, std::uint32_t> numbers;
    while (std::getline(in, line)) {
        const auto cells = cells_of(line);
        const auto found = numbers.emplace(cells[place("alliance")], static_cast<std::uint32_t>(numbers.size()));
        if (found.second) rows.alliances.push_back(cells[place("alliance")]);
        rows.alliance.push_back(found.first->second);
        rows.year.push_back(std::atoi(cells[place("year")].c_str()));
        rows.age.push_back(std::atof(cells[place("age")].c_str()));
        rows.ending.push_back(*named<outlook::Ending>(cells[place("ending")]));
        for (std::size_t column = 0; column < kCovariates.size(); ++column) {
            const auto& cell = cells[place(kCovariates[column])];
            rows.columns[column].push_back(cell.empty() ? std::nullopt : std::optional(std::atof(cell.c_str())));
        }
    }
    return rows;
}

struct Task {
    outlook::RiskYears rows;
    std::vector<std::size_t> complete;
    std::vector<std::vector<std::size_t>> by_alliance;  // of complete rows
};

Task task_of(const char* file) {
    Task task{rows_of(file), {}, {}};
    task.complete = outlook::complete_rows(task.rows, kCovariates);
    std::map<std::uint32_t, std::size_t> numbers;
    for (const auto row : task.complete) {
        const auto found = numbers.emplace(task.rows.alliance[row], numbers.size());
        if (found.second) task.by_alliance.emplace_back();
        task.by_alliance[found.first->second].push_back(row);
    }
    return task;
}

// Each alliance as often as it was drawn; each time a unit of its own.
models::RiskIntervals intervals_of(const Task& task, const std::vector<double>& times) {
    models::RiskIntervals intervals;
    intervals.columns.resize(kCovariates.size());
    std::uint32_t unit = 0;
    for (std::size_t alliance = 0; alliance < task.by_alliance.size(); ++alliance) {
        for (double time = 0; time < times[alliance]; ++time, ++unit) {
            for (const auto row : task.by_alliance[alliance]) {
                intervals.entries.push_back(task.rows.age[row]);
                intervals.exits.push_back(task.rows.age[row] + 1);
                intervals.endings.push_back(task.rows.ending[row] == outlook::Ending::GoesOn      ? 0
                                            : task.rows.ending[row] == outlook::Ending::Violation ? 1
                                                                                                  : 2);
                intervals.units.push_back(unit);
                intervals.clusters.push_back(static_cast<std::uint32_t>(alliance));
                for (std::size_t column = 0; column < kCovariates.size(); ++column) {
                    intervals.columns[column].push_back(*task.rows.columns[column][row]);
                }
            }
        }
    }
    return intervals;
}

std::vector<double> cox_coefficients(const Task& task, const std::vector<double>& times) {
    models::CoxChoices choices;
    choices.mode = 1;
    return models::cox(intervals_of(task, times), choices).coefficients;
}

void print(const std::vector<double>& numbers) {
    for (const double number : numbers) fmt::print("{:.12g}\n", number);
}

// Standard deviations over the draws that have a fit.
void print_spread(const std::vector<std::vector<double>>& draws) {
    std::vector<double> spread;
    std::size_t width = 0;
    for (const auto& draw : draws) width = std::max(width, draw.size());
    for (std::size_t column = 0; column < width; ++column) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (const auto& draw : draws) {
            if (draw.empty()) continue;
            count += 1;
            sum += draw[column];
            squares += draw[column] * draw[column];
        }
        spread.push_back(std::sqrt(std::max(squares - sum * sum / count, 0.0) / (count - 1)));
    }
    print(spread);
}

void cox_bootstrap(const Task& task, std::size_t draws) {
    const RandomStream stream(1, "bench");
    std::vector<std::vector<double>> found(draws);
    in_threads(draws, 0, [&](std::size_t draw) {
        found[draw] = cox_coefficients(task, models::drawn_clusters(stream, draw, task.by_alliance.size()));
    });
    print_spread(found);
}

void logit_bootstrap(const Task& task, std::size_t draws) {
    const auto scale = outlook::scale_of(task.rows, task.complete, kCovariates, evidence::DurationShape::Cubic);
    const auto columns = outlook::scaled_columns(task.rows, task.complete, scale);
    const std::vector<std::span<const float>> spans(columns.begin(), columns.end());
    std::vector<std::uint8_t> outcomes;
    std::vector<std::size_t> alliance_of;
    std::map<std::uint32_t, std::size_t> numbers;
    for (const auto row : task.complete) {
        outcomes.push_back(task.rows.ending[row] == outlook::Ending::Violation ? 1 : 0);
        alliance_of.push_back(numbers.emplace(task.rows.alliance[row], numbers.size()).first->second);
    }
    models::LogitChoices choices;
    choices.ridge = 1;
    choices.start = models::logit({spans, outcomes, {}, {}}, choices).coefficients;
    const RandomStream stream(1, "bench");
    std::vector<std::vector<double>> found(draws);
    in_threads(draws, 0, [&](std::size_t draw) {
        const auto times = models::drawn_clusters(stream, draw, task.by_alliance.size());
        std::vector<float> weights;
        weights.reserve(alliance_of.size());
        for (const auto alliance : alliance_of) weights.push_back(static_cast<float>(times[alliance]));
        found[draw] = models::logit({spans, outcomes, weights, {}}, choices).coefficients;
    });
    print_spread(found);
}

void endings(const Task& task) {
    const auto fit = outlook::fit_endings(task.rows, {kCovariates, evidence::DurationShape::Cubic, 1});
    for (const auto& mode : fit.regression.coefficients) print(mode);
    for (std::size_t place = 0; place < fit.regression.clustered_covariance.size(); ++place) {
        fmt::print("{:.12g}\n", std::sqrt(fit.regression.clustered_covariance[place][place]));
    }
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        fmt::print(stderr, "endings_numbers cox|endings|cox-bootstrap|logit-bootstrap ROWS.csv [DRAWS]\n");
        return 2;
    }
    const std::string what = words[1];
    const auto task = task_of(words[2]);
    const auto draws = static_cast<std::size_t>(count > 3 ? std::atoi(words[3]) : 1000);
    if (what == "cox") print(cox_coefficients(task, std::vector<double>(task.by_alliance.size(), 1)));
    if (what == "endings") endings(task);
    if (what == "cox-bootstrap") cox_bootstrap(task, draws);
    if (what == "logit-bootstrap") logit_bootstrap(task, draws);
    return 0;
}
