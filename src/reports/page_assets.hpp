// The files of the pages, as they were built from web/ and stand inside the program: index.html, one script, one style
// sheet.
#pragma once

#include <span>
#include <string_view>

namespace entente::reports {

struct PageAsset {
    std::string_view name;  // `index.html`, `entente.js`, `entente.css`
    std::string_view media_type;
    std::string_view bytes;
};

// Empty in a build without Node.
[[nodiscard]] std::span<const PageAsset> page_assets() noexcept;

// Throws NotFound, saying how to build them, if this program has no pages.
void require_pages();

}  // namespace entente::reports
