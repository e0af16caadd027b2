// Any bytes as a request's target and as its Host: nothing crashes; what comes out of a target is printable UTF-8 and,
// put back into a target, comes out the same; no name passes for this machine but the literal ones and `localhost`.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"
#include "server/guard.hpp"
#include "server/target.hpp"

namespace {

using namespace entente::server;

std::string escaped(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        result += '%';
        result += kDigits[code / 16];
        result += kDigits[code % 16];
    }
    return result;
}

void check_target(std::string_view text) {
    const auto target = parse_target(text);
    if (!target) return;
    std::string again;
    for (const auto& segment : target->segments) {
        if (segment.empty() || entente::find_invalid_utf8(segment) != std::string::npos ||
            entente::find_control_character(segment) != std::string::npos) {
            std::abort();
        }
        again += '/' + escaped(segment);
    }
    const auto parsed = parse_target(again.empty() ? "/" : again);
    if (!parsed || parsed->segments != target->segments) std::abort();
    for (const auto* name : {"focal", "coder"}) {
        for (const auto& value : target->query.all(name)) {
            const auto carried = parse_target("/?x=" + escaped(value));
            if (!carried || carried->query.one("x") != value) std::abort();
        }
    }
    try {
        target->query.require_known({"focal", "coder"});
    } catch (const entente::Error& error) {
        if (error.kind() != entente::ErrorKind::BadRequest) std::abort();
    }
}

void check_host(std::string_view text) {
    if (!is_own_host(text, {"127.0.0.1", 8451})) return;
    const auto letters = text.find_first_not_of("0123456789.:[]");
    if (letters != std::string_view::npos && text.size() != std::string_view("localhost:8451").size()) std::abort();
    if (!is_own_origin("http://" + std::string(text), text)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_target(text);
    check_host(text);
    static_cast<void>(is_json(text));
    static_cast<void>(is_same_secret(text, "secret"));
    return 0;
}
