// What is served: the cases, by id, and who may edit them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reports/page_assets.hpp"
#include "server/document_cache.hpp"
#include "workbench/live_case.hpp"

namespace entente::server {

struct Editing {
    std::string coder;
    bool blind = false;
    std::string token;
};

// A page asset with the tag by which a browser knows that it has it.
struct TaggedAsset {
    reports::PageAsset asset;
    std::string etag;
};

class Served {
public:
    // `beside` are set beside each of the cases, to be compared with it, and are no pages of their own unless they are
    // among the cases too. Throws BadRequest for two cases of one id and for cases that cannot be compared, and what
    // open_case throws.
    Served(const std::vector<workbench::CaseRequest>& cases, const std::vector<workbench::CaseRequest>& beside,
           std::optional<Editing> editing, std::span<const reports::PageAsset> assets, std::size_t cached_bytes);

    [[nodiscard]] const std::vector<std::unique_ptr<workbench::LiveCase>>& cases() const noexcept { return cases_; }
    // Those that are set beside this one.
    [[nodiscard]] std::vector<workbench::LiveCase*> beside(const workbench::LiveCase& which) const;
    // Null if there is none of that id.
    [[nodiscard]] workbench::LiveCase* find(std::string_view id) const noexcept;
    [[nodiscard]] const std::optional<Editing>& editing() const noexcept { return editing_; }
    [[nodiscard]] bool blind() const noexcept { return editing_ && editing_->blind; }
    [[nodiscard]] const TaggedAsset* find_asset(std::string_view name) const noexcept;
    [[nodiscard]] DocumentCache& cache() noexcept { return cache_; }

private:
    std::vector<std::unique_ptr<workbench::LiveCase>> cases_;
    std::vector<std::unique_ptr<workbench::LiveCase>> no_pages_;  // opened to be set beside others only
    std::vector<workbench::LiveCase*> beside_;
    std::optional<Editing> editing_;
    std::vector<TaggedAsset> assets_;
    DocumentCache cache_;
};

}  // namespace entente::server
