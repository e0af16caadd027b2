// The target of a request: a path of plain segments, and a query. What a client sends in it may hold anything; what
// comes out of here is valid UTF-8 without control characters, and names nothing on disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::server {

// What stands behind the `?`, decoded, in the order in which it was sent.
class Query {
public:
    void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }

    // The value of a name that may stand once; empty if it is not there. Throws BadRequest if it stands twice.
    [[nodiscard]] std::string one(std::string_view name) const;
    // Every value of a name.
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

    // Throws BadRequest, with the nearest of the known names, if there is another one.
    void require_known(const std::vector<std::string>& known) const;

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

struct Target {
    std::vector<std::string> segments;  // of `/api/cases/tiny`: `api`, `cases`, `tiny`; of `/`: none
    Query query;
};

// Nothing unless the target is an absolute path (RFC 9112, section 3.2.1) whose escapes are whole, whose bytes are
// printable UTF-8, and that has no empty segment.
[[nodiscard]] std::optional<Target> parse_target(std::string_view text);

}  // namespace entente::server
