#include "server/dispatch.hpp"

#include <exception>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "server/blind.hpp"

namespace entente::server {
namespace {

Reply refused(int status, std::string what, std::string advice = {}) {
    return refusal(status, {std::move(what), std::move(advice), {}, false});
}

// `/api/cases/{case}/{name}` → its segments.
std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    path.remove_prefix(1);
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return segments;
}

bool fits(const Route& route, const Target& target) {
    const auto pattern = segments_of(route.path);
    if (pattern.size() != target.segments.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (!pattern[i].starts_with('{') && pattern[i] != target.segments[i]) return false;
    }
    return true;
}

struct Found {
    const Route* route = nullptr;  // null if none answers this path by this method
    bool get = false;              // some route answers the path by it
    bool post = false;
};

Found find_route(std::string_view method, const Target& target) {
    Found found;
    for (const auto& route : routes()) {
        if (!fits(route, target)) continue;
        const bool get = route.method == Method::Get;
        // `work` is no document, and `edits` is not read.
        if (get && found.post) continue;
        (get ? found.get : found.post) = true;
        const bool asked = get ? method == "GET" || method == "HEAD" : method == "POST";
        if (asked && found.route == nullptr) found.route = &route;
    }
    return found;
}

std::optional<Reply> refused_by_guard(const Address& address, const Head& head) {
    if (head.hosts != 1) return refused(400, "a request names its host once", "send one Host header");
    if (!is_own_host(head.host, address)) {
        return refused(403, "this server is not known by that name", "open the URL that `entente serve` printed");
    }
    if (!is_own_origin(head.origin, head.host) || !is_own_fetch(head.fetch_site, head.fetch_mode)) {
        return refused(403, "pages of another origin may not ask", "open the URL that `entente serve` printed");
    }
    return std::nullopt;
}

std::optional<Reply> refused_by_token(const Route& route, const Served& served, const Head& head) {
    if (!route.needs_token) return std::nullopt;
    if (!served.editing()) {
        return refused(403, "these cases cannot be edited here", "start `entente serve --edit --coder ID`");
    }
    if (!is_same_secret(head.token, served.editing()->token)) {
        return refused(401, "the token is missing or wrong", "open the URL that `entente serve --edit` printed");
    }
    return std::nullopt;
}

Reply unknown_case(const Served& served, const std::string& id) {
    std::vector<std::string> known;
    for (const auto& each : served.cases()) known.push_back(each->id());
    return refused(404, "there is no case '" + id + "' here" + did_you_mean(id, known),
                   "the cases: " + joined(known, ", "));
}

int status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::BadRequest:
            return 400;
        case ErrorKind::NotFound:
            return 404;
        case ErrorKind::BadData:
            return 422;
        case ErrorKind::Fault:
            break;
    }
    return 500;
}

}  // namespace

std::variant<Reply, Task> dispatch(Served& served, const Address& address, const Head& head) {
    if (auto reply = refused_by_guard(address, head)) return *std::move(reply);
    auto target = parse_target(head.target);
    if (!target) return refused(400, "the target is no path", "write it as /api/cases/CASE/assess?focal=PERIOD");
    const auto found = find_route(head.method, *target);
    if (found.route == nullptr) {
        if (!found.get && !found.post) return refused(404, "there is nothing at that path", "everything starts at /");
        auto reply = refused(405, "this path does not answer to that method");
        reply.allow = found.post ? "POST" : "GET, HEAD";
        return reply;
    }
    Task task;
    task.route = found.route;
    auto& request = task.request;
    request.served = &served;
    if (!target->segments.empty()) request.name = target->segments.back();
    if (found.route->path.find("{case}") != std::string_view::npos) {
        request.which = served.find(target->segments[2]);
        if (request.which == nullptr) return unknown_case(served, target->segments[2]);
        if (served.blind() && is_hidden_from_blind(request.name)) {
            return refusal(403, {"a coder who works blind is not shown this",
                                 "it is there once the coding is done and `entente serve` runs without --blind",
                                 {},
                                 true});
        }
    }
    if (auto reply = refused_by_token(*found.route, served, head)) return *std::move(reply);
    if (found.route->method == Method::Post && !is_json(head.content_type)) {
        return refused(415, "the body is not said to be JSON", "send it with Content-Type: application/json");
    }
    request.query = std::move(target->query);
    request.if_none_match = head.if_none_match;
    return task;
}

namespace {

template <typename Answer, typename Call>
Answer guarded(const Call& call) noexcept {
    try {
        return call();
    } catch (const Error& error) {
        return refusal(status_of(error.kind()), {error.what(), error.advice(), error.problems(), false});
    } catch (const std::exception&) {
        return refused(500, "something went wrong here that should not have",
                       "this is a fault of the program; please report it");
    }
}

}  // namespace

std::optional<Reply> run_quickly(const Task& task) noexcept {
    if (task.route->quick == nullptr) return std::nullopt;
    return guarded<std::optional<Reply>>([&] { return task.route->quick(task.request); });
}

Reply run(const Task& task) noexcept {
    return guarded<Reply>([&] { return task.route->handler(task.request); });
}

}  // namespace entente::server
