#include "server/served.hpp"

#include <utility>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "workbench/compare.hpp"

namespace entente::server {
namespace {

// Who began a coding blind must not see the others' by an option left out.
void require_sighted(const workbench::OpenCase& open, const std::string& coder) {
    for (const auto& each : open.content.coders) {
        require(each.id != coder || !each.blind, "the coder '" + coder + "' works blind in " + open.content.id,
                "add --blind, or take `blind = true` out of codings/" + coder + ".toml");
    }
}

}  // namespace

Served::Served(const std::vector<workbench::CaseRequest>& cases, const std::vector<workbench::CaseRequest>& beside,
               std::optional<Editing> editing, std::span<const reports::PageAsset> assets, std::size_t cached_bytes)
    : editing_(std::move(editing)), cache_(cached_bytes) {
    for (const auto& request : cases) {
        auto live = std::make_unique<workbench::LiveCase>(request, blind() ? editing_->coder : std::string());
        require(find(live->id()) == nullptr, "two of the cases call themselves '" + live->id() + "'",
                "serve them one at a time");
        if (editing_ && !editing_->blind) require_sighted(*live->snapshot().open, editing_->coder);
        cases_.push_back(std::move(live));
    }
    for (const auto& request : beside) {
        auto live = std::make_unique<workbench::LiveCase>(request);
        if (auto* const served = find(live->id()); served != nullptr) {
            beside_.push_back(served);
            continue;
        }
        beside_.push_back(live.get());
        no_pages_.push_back(std::move(live));
    }
    for (const auto& live : cases_) {
        std::vector<workbench::OpenCasePtr> side_by_side{live->snapshot().open};
        for (auto* const other : this->beside(*live)) side_by_side.push_back(other->snapshot().open);
        workbench::require_comparable(side_by_side);
    }
    for (const auto& asset : assets) assets_.push_back({asset, '"' + sha256(asset.bytes).substr(0, 32) + '"'});
}

std::vector<workbench::LiveCase*> Served::beside(const workbench::LiveCase& which) const {
    auto others = beside_;
    std::erase(others, &which);
    return others;
}

workbench::LiveCase* Served::find(std::string_view id) const noexcept {
    for (const auto& each : cases_) {
        if (each->id() == id) return each.get();
    }
    return nullptr;
}

const TaggedAsset* Served::find_asset(std::string_view name) const noexcept {
    for (const auto& each : assets_) {
        if (each.asset.name == name) return &each;
    }
    return nullptr;
}

}  // namespace entente::server
