#include "reports/page_assets.hpp"

#include <array>
#include <cstddef>

#include "core/error.hpp"

#ifdef ENTENTE_PAGES

// The assembler reads the files; ENTENTE_PAGES is the folder they were built into. (ccache knows `.incbin` and leaves
// this file to the compiler.)
// NOLINTBEGIN(hicpp-no-assembler)
asm(".pushsection .rodata, \"a\"\n"
    ".global entente_page_html, entente_page_html_end\n"
    ".global entente_page_js, entente_page_js_end\n"
    ".global entente_page_css, entente_page_css_end\n"
    "entente_page_html:\n"
    ".incbin \"" ENTENTE_PAGES
    "/index.html\"\n"
    "entente_page_html_end:\n"
    "entente_page_js:\n"
    ".incbin \"" ENTENTE_PAGES
    "/entente.js\"\n"
    "entente_page_js_end:\n"
    "entente_page_css:\n"
    ".incbin \"" ENTENTE_PAGES
    "/entente.css\"\n"
    "entente_page_css_end:\n"
    ".byte 0\n"
    ".popsection\n");
// NOLINTEND(hicpp-no-assembler)

extern "C" {
extern const char entente_page_html[], entente_page_html_end[];
extern const char entente_page_js[], entente_page_js_end[];
extern const char entente_page_css[], entente_page_css_end[];
}

#endif

namespace entente::reports {

std::span<const PageAsset> page_assets() noexcept {
#ifdef ENTENTE_PAGES
    const auto between = [](const char* begin, const char* end) {
        return std::string_view(begin, static_cast<std::size_t>(end - begin));
    };
    static const std::array<PageAsset, 3> assets{{
        {"index.html", "text/html; charset=utf-8", between(entente_page_html, entente_page_html_end)},
        {"entente.js", "text/javascript; charset=utf-8", between(entente_page_js, entente_page_js_end)},
        {"entente.css", "text/css; charset=utf-8", between(entente_page_css, entente_page_css_end)},
    }};
    return assets;
#else
    return {};
#endif
}

void require_pages() {
    if (!page_assets().empty()) return;
    throw Error(ErrorKind::NotFound, "this program was built without its pages",
                "install Node 18 or newer with npm, and build again with -DENTENTE_WEB=ON; only `report` and `serve` "
                "need them");
}

}  // namespace entente::reports
