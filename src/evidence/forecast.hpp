// A forecast: what was foretold, by when, how likely, what settles it, and what came of it. In a case it is part of a
// claim; in a file of forecasts it stands alone.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

enum class Resolution { Open, CameTrue, Failed, Unscorable };

// What came of something that was foretold.
struct Settlement {
    Resolution resolution = Resolution::Open;
    std::optional<Date> resolved;  // when it was settled
    std::string why;               // the reason for `resolution`
    std::vector<Citation> settled_by;
};

// From low to high; one number where they are equal.
struct ProbabilityRange {
    double low = 0;
    double high = 0;

    [[nodiscard]] double middle() const noexcept { return low == high ? low : (low + high) / 2; }
};

struct Forecast {
    std::string horizon;                          // a date or a span in words; empty if the author gave none
    std::optional<Date> due;                      // its last day: written, or the horizon where that is a date
    std::string rule;                             // what would settle it
    std::optional<ProbabilityRange> probability;  // if the author gave one, or a word that maps to one
    std::string probability_basis;                // how the word was mapped
    Settlement outcome;
};

// An entry of a file of forecasts (docs/forecasts.md).
struct StandingForecast {
    std::string id;
    std::string author;
    Date made;
    std::string text;
    Forecast forecast;
    Position where;
};

struct ForecastFile {
    std::string name;
    std::vector<StandingForecast> forecasts;
    std::string sha256;  // of the file's bytes
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Resolution> {
    static constexpr std::array<std::string_view, 4> names{"open", "came-true", "failed", "unscorable"};
};
