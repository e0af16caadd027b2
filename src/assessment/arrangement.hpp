// Readings put in order for weighing: one entry per item and factor, however many coders read it, grouped into the
// clusters that stand for one piece of news each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "assessment/readings.hpp"
#include "evidence/protocol.hpp"

namespace entente::assessment {

// One item under one factor, as all its coders read it together.
struct ArrangedItem {
    std::uint32_t item = 0;           // of the selection
    std::uint32_t first_reading = 0;  // of Arrangement::readings: one per coder who coded it here
    std::uint32_t readings = 0;
    std::uint32_t readers = 0;   // coders who read the item; those who left it out here count as zeros
    std::uint32_t heaviest = 0;  // the reading that is shown, and whose novelty decides about the magnitude
    bool is_new = false;         // to any coder: it turns when codings are turned
};

struct ArrangedCluster {
    std::uint32_t factor = 0;
    std::uint32_t name = 0;   // of Arrangement::names
    std::uint32_t begin = 0;  // its items
    std::uint32_t end = 0;
    bool has_new = false;
};

struct Arrangement {
    std::vector<Reading> readings;
    std::vector<ArrangedItem> items;        // by cluster, then in the order of the case
    std::vector<ArrangedCluster> clusters;  // by factor, then by first appearance in the case
    std::vector<std::string_view> names;    // of clusters; one name may stand in several factors
    std::size_t factors = 0;
};

// What is arranged. `factors` counts the values that Reading::factor may take: the theory's factors, or, where single
// aspects are asked about, the aspects.
struct Material {
    std::vector<Reading> readings;
    std::vector<bool> coders;  // which of the selection's coders take part
    std::size_t factors = 0;
};

// The readings of a selection under its theory's factors, by all its coders.
[[nodiscard]] Material material_of(const Selection& selection);

// Where one coder reads one item twice under a factor (by two aspects), the heavier reading counts. Two items share a
// cluster if any coder puts them in one; it bears the name that the first coder gave its first item.
[[nodiscard]] Arrangement arrange(const Selection& selection, Material material, const evidence::Protocol& protocol);

}  // namespace entente::assessment
