#include <fmt/format.h>

#include "datasets/comparison_pairs.hpp"

namespace entente::datasets {
namespace {

std::string state_pattern(const CheckGround& ground, const CommonKey& key) {
    constexpr std::int64_t kFewest = 3;
    if (!key.left.has("state")) return {};
    const auto found = ground.database().query(fmt::format(
        "SELECT count(DISTINCT state) FILTER (sort <> 'agrees') AS states, count(DISTINCT state) AS all_states, "
        "count(*) FILTER (sort <> 'agrees') AS n, CAST(min(state) FILTER (sort <> 'agrees') AS BIGINT) AS state FROM "
        "{}",
        kPairs));
    if (*found.integer(0, "states") != 1 || *found.integer(0, "all_states") < 2) return {};
    if (*found.integer(0, "n") < kFewest) return {};
    return "only " + UnitNames(ground.states(), key.list).state(*found.integer(0, "state"), std::nullopt);
}

// The differences begin, or end, at a year: five years or more without one beside years in which one in five differs.
std::string year_pattern(const CheckGround& ground, const CommonKey& key) {
    constexpr std::size_t kQuietYears = 5;
    if (!key.left.has("year")) return {};
    const auto found =
        ground.database().query(fmt::format("SELECT CAST(year AS BIGINT) AS year, count(*) AS n, count(*) FILTER (sort "
                                            "<> 'agrees') AS d FROM {} WHERE one IS NOT "
                                            "NULL AND two IS NOT NULL GROUP BY ALL ORDER BY year",
                                            kPairs));
    const std::size_t years = found.rows();
    std::size_t first = 0;
    while (first < years && *found.integer(first, "d") == 0) ++first;
    if (first == years) return {};
    std::size_t last = years - 1;
    while (*found.integer(last, "d") == 0) --last;
    std::int64_t units = 0;
    std::int64_t differ = 0;
    for (std::size_t row = first; row <= last; ++row) {
        units += *found.integer(row, "n");
        differ += *found.integer(row, "d");
    }
    if (differ * 5 < units) return {};
    const auto from = std::to_string(*found.integer(first, "year"));
    const auto to = std::to_string(*found.integer(last, "year"));
    const bool begins = first >= kQuietYears;
    const bool ends = years - 1 - last >= kQuietYears;
    if (begins && ends) return from == to ? "only in " + from : "only from " + from + " to " + to;
    if (begins) return "only from " + from + " on";
    if (ends) return "only up to " + to;
    return {};
}

// Years in which one source has about twice the other for many: a third of the units, and five at least.
std::string doubled_years(const CheckGround& ground, const CommonKey& key) {
    if (!key.left.has("year")) return {};
    const auto found = ground.database().query(fmt::format(
        "SELECT CAST(year AS BIGINT) AS year, count(*) FILTER (high >= 1.8 * low AND high <= 2.2 * low) AS doubled, "
        "count(*) AS n FROM (SELECT year, least(one, two) AS low, greatest(one, two) AS high FROM {} WHERE {}) WHERE "
        "low "
        ">= 10 GROUP BY ALL HAVING doubled >= 5 AND doubled * 3 >= n ORDER BY year",
        kPairs, kBothPresent));
    std::string text;
    for (std::size_t row = 0; row < found.rows(); ++row) {
        text += fmt::format("{}about doubled in {} ({} of {})", text.empty() ? "" : "; ", *found.integer(row, "year"),
                            *found.integer(row, "doubled"), *found.integer(row, "n"));
    }
    return text;
}

}  // namespace

std::optional<double> one_factor(const CheckGround& ground) {
    constexpr std::int64_t kFewest = 10;
    constexpr double kSpread = 1.02;
    const std::int64_t both = count_pairs(ground, kBothPresent);
    if (both < kFewest || count_pairs(ground, kDiffers) * 10 < both * 9) return std::nullopt;
    const auto found = ground.database().query(
        fmt::format("SELECT quantile_cont(one / two, 0.05) AS low, median(one / two) AS middle, quantile_cont(one / "
                    "two, 0.95) AS high FROM {} WHERE one > 0 AND two > 0",
                    kPairs));
    const auto low = found.number(0, "low");
    const auto high = found.number(0, "high");
    if (!low || !high || *low <= 0 || *high / *low > kSpread) return std::nullopt;
    return found.number(0, "middle");
}

std::vector<std::string> patterns_of_pairs(const CheckGround& ground, const CommonKey& key) {
    std::vector<std::string> patterns;
    if (const auto factor = one_factor(ground)) {
        patterns.push_back("one factor, × " + figure_text(*factor));
        return patterns;
    }
    for (auto& pattern : {state_pattern(ground, key), year_pattern(ground, key), doubled_years(ground, key)}) {
        if (!pattern.empty()) patterns.push_back(pattern);
    }
    return patterns;
}

}  // namespace entente::datasets
