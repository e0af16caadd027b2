// The recipe that makes a panel again: what was asked, with all versions pinned, and the checksums of the files that
// the store was filled from. Written beside every panel as TOML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "panels/panel.hpp"

namespace entente::panels {

struct PinnedFile {
    std::string dataset;
    std::string version;
    std::string file;
    std::string sha256;
};

struct Recipe {
    PanelRequest request;
    std::vector<PinnedFile> files;
    std::string states_sha256;  // of the table of states
    std::string program;
};

[[nodiscard]] Recipe recipe_of(const Panel& panel, const DataAtHand& data, const std::string& states_sha256,
                               const std::string& program);
[[nodiscard]] std::string recipe_text(const Recipe& recipe);

// Nothing, with problems at their places, if it is no recipe.
[[nodiscard]] std::optional<Recipe> read_recipe(std::string bytes, const std::string& file, Problems& problems);

// What differs between the files that the recipe names and those that the store was filled from, a line each; empty if
// nothing does.
[[nodiscard]] std::vector<std::string> differences(const Recipe& recipe, const DataAtHand& data,
                                                   const std::string& states_sha256);

}  // namespace entente::panels
