// The components of threat of every directed pair of states, year by year, from the user's store: the work of a whole
// process, to be timed against bench/rival_threat.R, and its numbers, to be compared with those.
//
//   threat_numbers FIRST_YEAR LAST_YEAR [COMPONENTS.csv]
//
// The file gets every hundredth row.
#include <cstdlib>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "threat/components.hpp"
#include "workbench/theories.hpp"
#include "workbench/threat_data.hpp"

namespace {

using namespace entente;

constexpr std::size_t kOneOf = 100;

std::string cell(const Reading& reading) {
    return reading.known() ? fmt::format("{:.17g}", reading.value) : "";
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        fmt::print(stderr, "threat_numbers FIRST_YEAR LAST_YEAR [COMPONENTS.csv]\n");
        return 2;
    }
    workbench::ThreatDataRequest request;
    request.from = std::atoi(words[1]);
    request.to = std::atoi(words[2]);
    std::optional<std::ofstream> file;
    if (count > 3) file.emplace(words[3]);

    const auto theory = workbench::threat_theory().theory;
    request.half_life = theory.half_life;
    request.stale_after = theory.stale_after;
    std::vector<double> sums(theory.components.size(), 0);
    std::vector<std::size_t> known(theory.components.size(), 0);
    std::size_t rows = 0;
    if (file) {
        *file << "year,state,other";
        for (const auto& component : theory.components) *file << ',' << component.id;
        *file << '\n';
    }
    const auto open = workbench::open_store();
    workbench::for_each_year(*open, request, [&](int year, std::span<const threat::DyadFacts> facts) {
        for (const auto& one : facts) {
            const auto reading = threat::threat_reading(theory, one);
            for (std::size_t component = 0; component < sums.size(); ++component) {
                const auto& value = reading.components[component].value;
                if (!value.known()) continue;
                sums[component] += value.value;
                ++known[component];
            }
            if (file && rows % kOneOf == 0) {
                *file << year << ',' << one.state << ',' << one.other;
                for (const auto& component : reading.components) *file << ',' << cell(component.value);
                *file << '\n';
            }
            ++rows;
        }
    });
    fmt::print("rows {}\n", rows);
    for (std::size_t component = 0; component < sums.size(); ++component) {
        fmt::print("{} known {} sum {:.9f}\n", theory.components[component].id, known[component], sums[component]);
    }
    return 0;
}
