// Figures that are taken for one another, brought into one coin: what each says there, and how far apart they are.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "evidence/burden_record.hpp"
#include "evidence/figure.hpp"

namespace entente::burden {

struct ConvertedFigure {
    std::string figure;
    std::optional<double> value;  // in the common coin and unit
    std::optional<double> share;  // of `per`, 0 … 1, if there is one
    std::string conversion;       // id; empty where it was in that coin already
    std::string why_not;          // `no rate between EUR and USD is stated`
};

struct SameCoin {
    std::string unit;  // of all values: `billion USD`; empty if nothing is comparable
    std::vector<ConvertedFigure> figures;
    std::optional<double> least;
    std::optional<double> most;
    std::optional<double> ratio;  // most ÷ least
    // Of those compared, and as far as they state it: currency, price basis, stage, definition, as-of, exchange rate.
    std::vector<std::string> differ_in;
};

// A figure's unit must be an amount of money (`thousand`, `million`, `billion`, `trillion`); amounts are compared in
// the unit of the first that is one. Of the rates that `which` names, those between the two currencies apply, in either
// direction; of several those whose date is nearest to the figure's, and a figure that several fit equally well (a
// market rate and a purchasing-power one of its year) stands once for each.
[[nodiscard]] SameCoin same_coin(const evidence::SameQuantity& which, std::span<const evidence::Figure> figures,
                                 std::span<const evidence::Conversion> conversions);

}  // namespace entente::burden
