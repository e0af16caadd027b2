// A panel out of the user's data store: what the store offers for one, and one written to disk with its codebook,
// recipe and citations.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/states.hpp"
#include "datasets/descriptor.hpp"
#include "datasets/store.hpp"
#include "panels/data_at_hand.hpp"
#include "panels/offers.hpp"
#include "panels/panel.hpp"
#include "panels/write_panel.hpp"

namespace entente::workbench {

// The store with all that is known of it; results refer to it.
struct OpenStore {
    datasets::Store store;
    std::vector<datasets::Descriptor> descriptors;
    StateTable states;
    std::string states_sha256;
    std::unique_ptr<panels::DataAtHand> data;
};

// Null if there is none yet.
[[nodiscard]] std::shared_ptr<const OpenStore> find_store();
// Throws NotFound if there is none yet.
[[nodiscard]] std::shared_ptr<const OpenStore> open_store();

struct PanelRequest {
    panels::PanelRequest panel;
    std::filesystem::path recipe;  // if set, it stands for `panel`
    std::filesystem::path file;    // .parquet, .csv or .dta
    bool unpinned = false;         // take the store's files even if the recipe was made with others
};

struct PanelResult {
    std::shared_ptr<const OpenStore> open;
    panels::Panel panel;
    std::vector<panels::WrittenFile> files;
    std::vector<std::string> differences;  // from the recipe, if they were allowed
    double seconds = 0;
};

// Throws NotFound if there is no store, or the store lacks what is asked for; BadData if the recipe is none, or was
// made with other files than the store has.
[[nodiscard]] PanelResult make_panel(const PanelRequest& request);

[[nodiscard]] panels::Offers panel_offers(const std::optional<panels::PanelUnit>& unit);

}  // namespace entente::workbench
