#include "server/target.hpp"

#include <algorithm>
#include <cstddef>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::server {
namespace {

constexpr std::size_t kParameters = 64;

std::optional<unsigned> hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10U;
    if (digit >= 'A' && digit <= 'F') return static_cast<unsigned>(digit - 'A') + 10U;
    return std::nullopt;
}

bool is_plain_text(std::string_view text) {
    const auto rules = [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code < 0x20 || code == 0x7f;
    };
    return std::none_of(text.begin(), text.end(), rules) && find_invalid_utf8(text) == std::string::npos &&
           find_control_character(text) == std::string::npos;
}

enum class Plus { IsItself, IsBlank };

// RFC 3986, section 2.1; in a query `+` is a blank, as forms write it.
std::optional<std::string> decoded(std::string_view text, Plus plus) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%') {
            if (text.size() - at < 3) return std::nullopt;
            const auto high = hexadecimal(text[at + 1]);
            const auto low = hexadecimal(text[at + 2]);
            if (!high || !low) return std::nullopt;
            bytes += static_cast<char>(*high * 16U + *low);
            at += 2;
        } else {
            bytes += text[at] == '+' && plus == Plus::IsBlank ? ' ' : text[at];
        }
    }
    if (!is_plain_text(bytes)) return std::nullopt;
    return bytes;
}

bool add_segments(std::string_view path, Target& target) {
    if (path == "/") return true;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        auto segment = decoded(path.substr(0, end), Plus::IsItself);
        if (!segment || segment->empty()) return false;
        target.segments.push_back(std::move(*segment));
        path.remove_prefix(end);
    }
    return true;
}

bool add_query(std::string_view text, Target& target) {
    std::size_t parameters = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        if (++parameters > kParameters) return false;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals), Plus::IsBlank);
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::IsBlank);
        if (!name || !value || name->empty()) return false;
        target.query.add(std::move(*name), std::move(*value));
    }
    return true;
}

}  // namespace

std::string Query::one(std::string_view name) const {
    const auto values = all(name);
    require(values.size() <= 1, "'" + std::string(name) + "' is given more than once", "give it once");
    return values.empty() ? std::string() : values.front();
}

std::vector<std::string> Query::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [known, value] : all_) {
        if (known == name) values.push_back(value);
    }
    return values;
}

void Query::require_known(const std::vector<std::string>& known) const {
    for (const auto& [name, value] : all_) {
        require(std::find(known.begin(), known.end(), name) != known.end(),
                "there is no parameter '" + name + "'" + did_you_mean(name, known),
                known.empty() ? "this takes none" : "the parameters: " + joined(known, ", "));
    }
}

std::optional<Target> parse_target(std::string_view text) {
    if (text.empty() || text.front() != '/' || text.find('#') != std::string_view::npos) return std::nullopt;
    Target target;
    const std::size_t mark = std::min(text.find('?'), text.size());
    if (!add_segments(text.substr(0, mark), target)) return std::nullopt;
    if (!add_query(text.substr(std::min(mark + 1, text.size())), target)) return std::nullopt;
    return target;
}

}  // namespace entente::server
