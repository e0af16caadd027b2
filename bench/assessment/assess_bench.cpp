// assess() with all of its sensitivity over 1,000, 10,000 and 100,000 items; time must grow as the items do.
#include <benchmark/benchmark.h>

#include "assessment/assessment.hpp"
#include "assessment/generated_items.hpp"
#include "assessment/world.hpp"

namespace {

constexpr unsigned kSeed = 1951;

entente::testing::World generated_world(const benchmark::State& state) {
    return entente::testing::World(entente::bench::generated_items(static_cast<std::size_t>(state.range(0)), kSeed));
}

void assess_with_all_sensitivity(benchmark::State& state) {
    const auto world = generated_world(state);
    for (auto _ : state) benchmark::DoNotOptimize(world.assessment());
    state.SetComplexityN(state.range(0));
}

void assess_once(benchmark::State& state) {
    const auto world = generated_world(state);
    for (auto _ : state) benchmark::DoNotOptimize(world.outcome());
    state.SetComplexityN(state.range(0));
}

}  // namespace

BENCHMARK(assess_once)->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(assess_with_all_sensitivity)
    ->RangeMultiplier(10)
    ->Range(1'000, 100'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oN);

BENCHMARK_MAIN();
