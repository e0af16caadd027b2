#include "workbench/panel.hpp"

#include <chrono>
#include <utility>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"
#include "panels/recipe.hpp"
#include "textfiles/files.hpp"
#include "workbench/data.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
    Problems problems;
    auto bytes = textfiles::read_file(path, path.string(), problems);
    if (problems.has_errors()) {
        throw Error(ErrorKind::NotFound, path.string() + " cannot be read", {}, problems.sorted());
    }
    return bytes;
}

panels::Recipe recipe_at(const std::filesystem::path& path) {
    Problems problems;
    auto recipe = panels::read_recipe(bytes_of(path), path.string(), problems);
    if (!recipe) {
        throw Error(ErrorKind::BadData, path.string() + " is no usable recipe", "see the problems above",
                    problems.sorted());
    }
    return std::move(*recipe);
}

}  // namespace

std::shared_ptr<const OpenStore> find_store() {
    auto descriptors = known_datasets();
    auto store = datasets::Store::open(store_folder(), descriptors);
    if (!store) return nullptr;
    auto open = std::make_shared<OpenStore>(OpenStore{std::move(*store), std::move(descriptors), shipped_states(),
                                                      sha256(bytes_of(states_file({}))), nullptr});
    open->data = std::make_unique<panels::DataAtHand>(open->store.scratch(), open->store.files(),
                                                      open->store.variables(), open->descriptors, open->states);
    return open;
}

std::shared_ptr<const OpenStore> open_store() {
    auto open = find_store();
    if (open == nullptr) {
        throw Error(ErrorKind::NotFound, "there is no data store yet",
                    "`entente data add FILE…` makes one out of official files that you downloaded");
    }
    return open;
}

PanelResult make_panel(const PanelRequest& request) {
    const auto begin = std::chrono::steady_clock::now();
    (void)panels::format_of(request.file);
    const auto open = open_store();
    PanelResult result;
    auto asked = request.panel;
    if (!request.recipe.empty()) {
        const auto recipe = recipe_at(request.recipe);
        result.differences = panels::differences(recipe, *open->data, open->states_sha256);
        if (!result.differences.empty() && !request.unpinned) {
            throw Error(
                ErrorKind::BadData,
                "the store is not the one that the recipe was made with:\n  " + joined(result.differences, "\n  "),
                "add the same files with `entente data add`, or go on with --unpinned and get another panel");
        }
        asked = recipe.request;
    }
    result.panel = panels::build_panel(asked, *open->data);
    const auto recipe = panels::recipe_of(result.panel, *open->data, open->states_sha256, version());
    result.files = panels::write_panel(result.panel, *open->data, recipe, request.file);
    result.open = open;
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

panels::Offers panel_offers(const std::optional<panels::PanelUnit>& unit) {
    return panels::offers_of(*open_store()->data, unit);
}

}  // namespace entente::workbench
