// One of n parts of a backtest's draws as a file: what it was computed from, then a row of numbers for each draw.
// docs/shards.md has the format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "outlook/ending_contest.hpp"
#include "outlook/risk_years.hpp"

namespace entente::workbench {

// Part `number` of `of`, from 1: the draws whose number leaves the rest `number` − 1 when divided by `of`.
struct ShardPlace {
    std::size_t number = 1;
    std::size_t of = 1;

    [[nodiscard]] bool has(std::size_t draw) const noexcept { return draw % of == number - 1; }
};

// `3/64`. Throws BadRequest for what is no such part, as 0/3 and 4/3.
[[nodiscard]] ShardPlace shard_place(std::string_view written);

// What all shards of a backtest have in common, and what decides every number of it.
struct ShardHead {
    std::string program;        // its version
    std::string theory;         // as it was asked for: an id or a file
    std::string theory_sha256;  // of its file
    std::string rows_sha256;    // of the rows that the data gave
    std::string
        forecasts_sha256;  // of what was computed from them, which a machine of another make may round otherwise
    outlook::Ending ending = outlook::Ending::Violation;
    std::vector<int> horizons;
    int from = 0;
    int to = 0;
    std::uint64_t seed = 0;
    std::size_t draws = 0;  // of all shards together
    std::string model;      // whose coefficients are drawn

    bool operator==(const ShardHead&) const = default;
};

struct Shard {
    ShardHead head;
    ShardPlace place;
    std::vector<std::string> columns;
    std::vector<outlook::EndingDraw> draws;  // those of the place, in order
};

// Numbers are written so that reading gives the same bits.
[[nodiscard]] std::string shard_text(const Shard& shard);

// Reports whatever is not as shard_text() writes it, with its place. Without errors the shard is whole: all draws of
// its place, each number finite or missing.
[[nodiscard]] Shard shard_from(std::string_view bytes, const std::string& file, Problems& problems);
[[nodiscard]] Shard read_shard(const std::filesystem::path& file, Problems& problems);

// What differs between two heads, in words; empty where they agree.
[[nodiscard]] std::string difference_between(const ShardHead& one, const ShardHead& other);

}  // namespace entente::workbench
