// A reading kept for others: as a protocol, under which `entente assess CASE --protocol ID` gives the same numbers, or
// as a scenario, which says how many decibels it moves each factor.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "workbench/what_if.hpp"

namespace entente::workbench {

enum class SaveAs { Protocol, Scenario };

struct SaveReadingRequest {
    ReadingRequest reading;
    SaveAs as = SaveAs::Protocol;
    std::string id;
    std::string name;
    std::string summary;
    bool replace = false;  // what stands under that id and says something else

    // Of a scenario only.
    std::string trigger;
    std::string horizon;
    std::string resolution;
    std::optional<std::pair<double, double>> probability;  // lower and upper
    std::string probability_basis;                         // empty: that it is assumed
    std::string author;                                    // empty: the reading
    std::vector<std::string> sources;  // keys; empty: those of the items that weigh most in the factors it moves
};

struct SavedReading {
    std::string file;  // relative to the case's folder: `protocols/doubted-polls.toml`
    std::string text;
    std::vector<std::string> changed;  // in words, as in WhatIfResult
    bool in_the_way = false;           // another text stands in that file, and nothing was written
};

// Writes the file in one step: a kill at any moment leaves either the old state or the new one. Throws BadRequest
// carrying every problem of the request; also where the reading changes nothing, and where a scenario would have no
// effect.
[[nodiscard]] SavedReading save_reading(const OpenCasePtr& open, const SaveReadingRequest& request);

}  // namespace entente::workbench

template <>
struct entente::NamesOf<entente::workbench::SaveAs> {
    static constexpr std::array<std::string_view, 2> names{"protocol", "scenario"};
};
