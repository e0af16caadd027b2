// All pairs of all years: alliance pledges of two centuries, votes of seventy years. From the levels on: setting up the
// rows of bits is part of the time, reading the files is not.
#include <benchmark/benchmark.h>

#include <iostream>

#include "indices/official_profiles.hpp"
#include "indices/profile_similarity.hpp"

namespace {

using namespace entente;

void compare_all_years(benchmark::State& state, const bench::ProfileSeries& series) {
    std::vector<indices::PairSimilarity> pairs;
    for (auto _ : state) {
        for (const auto& year : series.years) {
            const indices::ProfileMatrix profiles(year.levels, year.states.size(), year.targets, series.scale);
            pairs.resize(indices::number_of_pairs(year.states.size()));
            indices::compare_all_pairs(profiles, pairs);
            benchmark::DoNotOptimize(pairs.data());
        }
    }
    state.counters["pairs"] = static_cast<double>(bench::pairs_in(series));
    state.counters["years"] = static_cast<double>(series.years.size());
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    const auto folder = bench::official_folder();
    if (!std::filesystem::exists(folder)) {
        std::cout << "left out: similarity of the official data, since there is no " << folder << '\n';
        return 0;
    }
    const auto alliances = bench::read_alliance_profiles(folder);
    const auto votes = bench::read_vote_profiles(folder);
    for (const auto* series : {&alliances, &votes}) {
        benchmark::RegisterBenchmark(series->name, compare_all_years, *series)->Unit(benchmark::kMillisecond);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
