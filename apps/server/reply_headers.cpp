#include "server/reply_headers.hpp"

#include <array>
#include <ctime>

namespace entente::server {
namespace {

namespace http = boost::beast::http;

// Only what this server sends runs, and it may ask nobody else. Pictures and fonts of the pages stand in the style
// sheet; charts become files through `blob:`.
constexpr const char* kContentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// RFC 9110, section 5.6.7. The words are English whatever the user's language.
std::string http_date() {
    static constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 32> rest{};
    const std::size_t length = std::strftime(rest.data(), rest.size(), " %Y %H:%M:%S GMT", &utc);
    const std::string day = (utc.tm_mday < 10 ? "0" : "") + std::to_string(utc.tm_mday);
    return std::string(kDays[static_cast<std::size_t>(utc.tm_wday)]) + ", " + day + ' ' +
           kMonths[static_cast<std::size_t>(utc.tm_mon)] + std::string(rest.data(), length);
}

boost::beast::string_view field_text(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

void add_headers(const Reply& reply, http::fields& fields) {
    fields.set(http::field::date, http_date());
    if (reply.status != 304) fields.set(http::field::content_type, field_text(reply.media_type));
    if (!reply.etag.empty()) fields.set(http::field::etag, reply.etag);
    // What has a tag is asked for again each time, and answered with 304 if it is the same.
    fields.set(http::field::cache_control, reply.etag.empty() ? "no-store" : "no-cache");
    if (!reply.allow.empty()) fields.set(http::field::allow, field_text(reply.allow));
    if (reply.status == 503) fields.set(http::field::retry_after, "1");
    fields.set("Content-Security-Policy", kContentPolicy);
    fields.set("X-Content-Type-Options", "nosniff");
    fields.set("X-Frame-Options", "DENY");
    fields.set("Referrer-Policy", "no-referrer");
    fields.set("Cross-Origin-Resource-Policy", "same-origin");
    fields.set("Cross-Origin-Opener-Policy", "same-origin");
}

}  // namespace entente::server
