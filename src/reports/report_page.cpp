#include "reports/report_page.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <vector>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "textfiles/files.hpp"

namespace entente::reports {
namespace {

constexpr std::string_view kMarker = "<!-- entente:documents -->";
constexpr std::string_view kHead = "<head>";

// Text that takes the place of a stretch of the page.
struct Change {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

std::string_view asset(std::span<const PageAsset> assets, std::string_view name) {
    const auto found =
        std::find_if(assets.begin(), assets.end(), [&](const PageAsset& each) { return each.name == name; });
    ensure(found != assets.end(), "the pages hold index.html, entente.js and entente.css");
    return found->bytes;
}

// The element that names the file: `<script type="module" src="./entente.js"></script>`.
Change element_naming(std::string_view page, std::string_view tag, std::string_view file, std::string_view ending) {
    for (auto begin = page.find(tag); begin != std::string_view::npos; begin = page.find(tag, begin + 1)) {
        const auto end = page.find(ending, begin);
        ensure(end != std::string_view::npos, "each element of the page ends");
        if (page.substr(begin, page.find('>', begin) - begin).find(file) == std::string_view::npos) continue;
        return {begin, end + ending.size(), {}};
    }
    ensure(false, "index.html names entente.js and entente.css");
    return {};
}

bool is_word_at(std::string_view text, std::size_t at, std::string_view word) {
    const auto same = [](char left, char right) {
        return std::tolower(static_cast<unsigned char>(left)) == std::tolower(static_cast<unsigned char>(right));
    };
    return text.size() - at >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at), same);
}

// A `<` that the HTML parser could take for a tag of the element around it is written as an escape.
std::string without_tags(std::string_view code, std::span<const std::string_view> tags, std::string_view escape) {
    std::string safe;
    safe.reserve(code.size());
    for (std::size_t i = 0; i < code.size(); ++i) {
        const bool is_tag = code[i] == '<' && std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) {
                                return is_word_at(code, i, tag);
                            });
        if (is_tag) {
            safe += escape;
        } else {
            safe += code[i];
        }
    }
    return safe;
}

// In a script the text can stand in strings, templates and regular expressions only, where \x3c means the same.
// `<script` matters because after `<!--` it would swallow the end of the element.
std::string inline_script(std::string_view code) {
    constexpr std::array<std::string_view, 2> kTags{"</script", "<script"};
    return without_tags(code, kTags, "\\x3c");
}

std::string inline_style(std::string_view code) {
    constexpr std::array<std::string_view, 1> kTags{"</style"};
    return without_tags(code, kTags, "\\3c ");
}

// RFC 4648, section 4, of bytes given in hexadecimal: a SHA-256 has 32 of them.
std::string base64_of_hexadecimal(std::string_view hexadecimal) {
    constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char digit : hexadecimal) {
        const auto value = static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
        bits = (bits << 4U) | value;
        held += 4;
        if (held < 6) continue;
        held -= 6;
        text += kSigns[(bits >> static_cast<unsigned>(held)) & 63U];
    }
    if (held > 0) text += kSigns[(bits << static_cast<unsigned>(6 - held)) & 63U];
    while (text.size() % 4 != 0) text += '=';
    return text;
}

// Content Security Policy Level 3, section 2.3.1: 'sha256-…' allows the one inline element with these bytes.
std::string allowed(std::string_view code) {
    return "'sha256-" + base64_of_hexadecimal(sha256(code)) + "'";
}

std::string policy(std::string_view script, std::string_view style) {
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " + allowed(script) +
           "; style-src " + allowed(style) +
           "; img-src data: blob:; font-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'\" />";
}

std::string changed(std::string_view page, std::vector<Change> changes) {
    std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    std::string text;
    std::size_t at = 0;
    for (const auto& change : changes) {
        text += page.substr(at, change.begin - at);
        text += change.text;
        at = change.end;
    }
    return text += page.substr(at);
}

// A place that the page has once.
Change place_of(std::string_view page, std::string_view text) {
    const auto begin = page.find(text);
    ensure(begin != std::string_view::npos, "index.html has a head and the marker of the documents");
    return {begin, begin + text.size(), {}};
}

// U+2028 and U+2029 end a line for some parsers; `<` could begin a tag. JSON has an escape for each.
std::string escaped_for_script(std::string_view json) {
    std::string safe;
    safe.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '<') {
            safe += "\\u003c";
        } else if (json.substr(i).starts_with("\xe2\x80\xa8") || json.substr(i).starts_with("\xe2\x80\xa9")) {
            safe += json[i + 2] == '\xa8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            safe += json[i];
        }
    }
    return safe;
}

}  // namespace

std::string embedded_documents(const workbench::OpenCasePtr& open, const DocumentRequest& request) {
    std::string json = R"({"mode":"report","documents":{)";
    bool first = true;
    for (const auto name : page_document_names()) {
        if (!has_page_document(*open, name, request)) continue;
        json += (first ? "\"" : ",\"") + std::string(name) + "\":" + page_document(open, name, request);
        first = false;
    }
    return escaped_for_script(json + "}}");
}

std::string assembled_page(std::span<const PageAsset> assets, std::string_view documents) {
    const auto page = asset(assets, "index.html");
    const auto script = inline_script(asset(assets, "entente.js"));
    const auto style = inline_style(asset(assets, "entente.css"));

    auto head = place_of(page, kHead);
    head.text = std::string(kHead) + "\n    " + policy(script, style);
    auto marker = place_of(page, kMarker);
    marker.text = "<script type=\"application/json\" id=\"entente-documents\">" + std::string(documents) + "</script>";
    auto script_element = element_naming(page, "<script", "entente.js", "</script>");
    script_element.text = "<script type=\"module\">" + script + "</script>";
    auto style_element = element_naming(page, "<link", "entente.css", ">");
    style_element.text = "<style>" + style + "</style>";
    return changed(page, {std::move(head), std::move(marker), std::move(script_element), std::move(style_element)});
}

std::string report_page(const workbench::OpenCasePtr& open, const DocumentRequest& request) {
    require_pages();
    return assembled_page(page_assets(), embedded_documents(open, request));
}

void write_report(const std::filesystem::path& file, std::string_view page) {
    textfiles::replace_file(file, page);
}

}  // namespace entente::reports
