// All measures of burden sharing of a list of states in every year, and their ranks under every weighting of each year,
// from the user's store: the work of a whole process, to be timed against bench/rival_burden.R; its measures and its
// ranks, to be compared.
//
//   burden_years STATES FIRST_YEAR LAST_YEAR STEP [MEASURES.csv RANKS.csv]
#include <cstdlib>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "workbench/burden.hpp"

namespace {

using namespace entente;

void write_measures(std::ofstream& file, const evidence::BurdenTheory& theory, const workbench::GroupYear& year) {
    for (const auto& member : year.facts.members) {
        for (std::size_t place = 0; place < theory.measures.size(); ++place) {
            const auto& value = member.measures[place].value;
            if (!value.known()) continue;
            file << fmt::format("{},{},{},{:.17g}\n", year.year, member.state, theory.measures[place].id, value.value);
        }
    }
}

}  // namespace

int main(int count, char** words) {
    if (count < 5) {
        fmt::print(stderr, "burden_years STATES FIRST_YEAR LAST_YEAR STEP [MEASURES.csv RANKS.csv]\n");
        return 2;
    }
    workbench::BurdenRequest request;
    request.groups = {words[1]};
    request.from = std::atoi(words[2]);
    request.to = std::atoi(words[3]);
    request.year = request.to;
    const auto result = workbench::burden(request);
    burden::FairShareOptions options;
    options.step = std::atof(words[4]);
    std::ofstream measures;
    std::ofstream ranks;
    if (count > 6) {
        measures.open(words[5]);
        measures << "year,state,measure,value\n";
        ranks.open(words[6]);
        ranks << "year,state,best,worst\n";
    }
    std::size_t weightings = 0;
    std::size_t ranked = 0;
    for (const auto& year : result.groups.front().history) {
        const auto share = burden::fair_share(result.theory, year.facts, options);
        weightings += share.weightings;
        ranked += share.members.size();
        if (count > 6) write_measures(measures, result.theory, year);
        for (const auto& member : share.members) {
            const auto& by_order = member.ranges.front();
            if (count > 6)
                ranks << fmt::format("{},{},{},{}\n", year.year, member.state, by_order.best, by_order.worst);
        }
    }
    fmt::print("{} years, {} members ranked, {} weightings, three scalings each\n",
               result.groups.front().history.size(), ranked, weightings);
    return 0;
}
