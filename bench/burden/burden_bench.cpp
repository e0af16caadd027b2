// Fair shares over all weightings, growing in members, measures, weightings and years; the exploitation hypothesis over
// years; turns of the spending of a whole alliance. Invented numbers.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "burden/exploitation.hpp"
#include "burden/fair_share.hpp"
#include "burden/turning.hpp"
#include "core/random.hpp"

namespace {

using namespace entente;

constexpr std::uint64_t kSeed = 1966;
constexpr int kFirstYear = 1949;

evidence::BurdenTheory theory_of(std::size_t measures) {
    evidence::BurdenTheory theory;
    theory.known_share = 0.8;
    for (std::size_t measure = 0; measure < measures; ++measure) {
        evidence::BurdenMeasure one;
        one.id = std::to_string(measure);
        one.weight = 1;
        theory.measures.push_back(one);
    }
    return theory;
}

burden::GroupFacts group_of(std::size_t members, std::size_t measures, std::uint64_t year) {
    const RandomStream random(kSeed, "burden-bench");
    burden::GroupFacts group;
    for (std::size_t member = 0; member < members; ++member) {
        burden::MemberFacts facts;
        facts.state = static_cast<int>(member) + 1;
        for (std::size_t measure = 0; measure < measures; ++measure) {
            burden::BurdenReading reading;
            reading.value = Reading::of(std::exp(4 * random.uniform(year, member * measures + measure)));
            facts.measures.push_back(reading);
        }
        group.members.push_back(facts);
    }
    return group;
}

// members, measures, steps in 1, years
void fair_share(benchmark::State& state) {
    const auto measures = static_cast<std::size_t>(state.range(1));
    const auto theory = theory_of(measures);
    burden::FairShareOptions options;
    options.step = 1.0 / static_cast<double>(state.range(2));
    std::vector<burden::GroupFacts> years;
    for (std::int64_t year = 0; year < state.range(3); ++year) {
        years.push_back(group_of(static_cast<std::size_t>(state.range(0)), measures, static_cast<std::uint64_t>(year)));
    }
    std::size_t weightings = 0;
    for (auto _ : state) {
        for (const auto& group : years) {
            const auto share = burden::fair_share(theory, group, options);
            weightings = share.weightings;
            benchmark::DoNotOptimize(share.members.data());
        }
    }
    state.counters["weightings"] = static_cast<double>(weightings);
}

// members, years
void exploitation(benchmark::State& state) {
    const auto group = group_of(static_cast<std::size_t>(state.range(0)), 2, 1);
    std::vector<double> size;
    std::vector<double> effort;
    for (const auto& member : group.members) {
        size.push_back(member.measures[0].value.value);
        effort.push_back(member.measures[1].value.value);
    }
    for (auto _ : state) {
        for (std::int64_t year = 0; year < state.range(1); ++year) {
            benchmark::DoNotOptimize(burden::exploitation(size, effort, static_cast<std::uint64_t>(year)).rho);
        }
    }
}

// series, years in each
void turnings(benchmark::State& state) {
    const RandomStream random(kSeed, "burden-bench-series");
    std::vector<models::TimeSeries> all;
    for (std::int64_t series = 0; series < state.range(0); ++series) {
        auto& one = all.emplace_back();
        for (std::int64_t year = 0; year < state.range(1); ++year) {
            const double noise = random.uniform(static_cast<std::uint64_t>(series), static_cast<std::uint64_t>(year));
            one.push_back({static_cast<double>(kFirstYear + year), 0.1 * static_cast<double>(year) + noise});
        }
    }
    for (auto _ : state) {
        burden::TurnSearch search(kSeed);
        for (const auto& series : all) benchmark::DoNotOptimize(search(series).p);
    }
}

}  // namespace

BENCHMARK(fair_share)
    ->ArgNames({"members", "measures", "steps", "years"})
    ->Args({32, 8, 10, 1})  // 19,448 weightings
    ->Args({8, 8, 10, 1})
    ->Args({16, 8, 10, 1})
    ->Args({64, 8, 10, 1})
    ->Args({200, 8, 10, 1})
    ->Args({32, 6, 10, 1})  // 3,003
    ->Args({32, 4, 20, 1})  // 1,771
    ->Args({32, 5, 40, 1})  // 135,751
    ->Args({32, 8, 10, 10})
    ->Args({32, 8, 10, 76})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(exploitation)
    ->ArgNames({"members", "years"})
    ->Args({9, 1})
    ->Args({10, 1})
    ->Args({32, 1})
    ->Args({32, 76})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(turnings)
    ->ArgNames({"series", "years"})
    ->Args({1, 20})
    ->Args({1, 76})
    ->Args({32, 20})
    ->Args({32, 76})
    ->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
