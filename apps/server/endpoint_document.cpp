// GET /api/cases/{case}/{document}: the JSON of the command of that name. A document is made once for each state of the
// case and each question, and kept.
#include <charconv>
#include <memory>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "reports/json.hpp"
#include "reports/page_documents.hpp"
#include "server/endpoint.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::server {
namespace {

std::optional<std::uint64_t> seed_of(const Query& query) {
    const auto text = query.one("seed");
    if (text.empty()) return std::nullopt;
    std::uint64_t seed = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seed);
    require(failed == std::errc() && end == text.data() + text.size(), "the seed '" + text + "' is no whole number",
            "give a number from 0 on");
    return seed;
}

reports::DocumentRequest question_of(const Query& query) {
    query.require_known({"focal", "baseline", "coder", "seed"});
    reports::DocumentRequest asked;
    asked.focal = query.one("focal");
    asked.baseline = query.one("baseline");
    asked.coders = query.all("coder");
    asked.seed = seed_of(query);
    return asked;
}

// The states of the cases that stand beside it, where the document looks at them.
using Beside = std::vector<workbench::Snapshot>;

Beside beside_now(const Request& request) {
    Beside beside;
    if (!reports::looks_at_cases_beside(request.name)) return beside;
    for (auto* const other : request.served->beside(*request.which)) beside.push_back(other->snapshot());
    return beside;
}

// Nothing if one of them changed.
std::optional<Beside> beside_at_hand(const Request& request) {
    Beside beside;
    if (!reports::looks_at_cases_beside(request.name)) return beside;
    for (auto* const other : request.served->beside(*request.which)) {
        auto snapshot = other->snapshot_at_hand();
        if (!snapshot) return std::nullopt;
        beside.push_back(*std::move(snapshot));
    }
    return beside;
}

// What decides every byte of a document: the files, the program, the name and the question.
std::string key_of(const Request& request, const workbench::Snapshot& snapshot, const Beside& beside,
                   const reports::DocumentRequest& asked) {
    std::string key = workbench::version() + '\n' + snapshot.fingerprint + '\n' + request.which->id() + '\n' +
                      request.name + '\n' + asked.focal + '\n' + asked.baseline + '\n' +
                      (asked.seed ? std::to_string(*asked.seed) : std::string()) + '\n';
    for (const auto& coder : asked.coders) key += coder + '\n';
    for (const auto& other : beside) key += "beside " + other.fingerprint + '\n';
    return key;
}

std::string tag_of(std::string_view bytes) {
    return '"' + sha256(bytes).substr(0, 32) + '"';
}

// What is broken now is never kept: it is about to be mended.
bool asks_what_is_broken(const Request& request, const workbench::Snapshot& snapshot) {
    return snapshot.broken && request.name == "check";
}

}  // namespace

std::optional<Reply> document_at_hand(const Request& request) {
    const auto asked = question_of(request.query);
    const auto snapshot = request.which->snapshot_at_hand();
    const auto beside = beside_at_hand(request);
    if (!snapshot || !beside || asks_what_is_broken(request, *snapshot)) return std::nullopt;
    const auto key = key_of(request, *snapshot, *beside, asked);
    auto text = request.served->cache().find(key);
    if (text == nullptr) return std::nullopt;
    auto etag = tag_of(key);
    if (is_known_to_client(request, etag)) return not_modified(std::move(etag));
    return reply_with(std::move(text), std::move(etag));
}

Reply get_document(const Request& request) {
    auto asked = question_of(request.query);
    const auto snapshot = request.which->snapshot();
    if (asks_what_is_broken(request, snapshot)) {
        auto json = reports::check_json(request.which->check());
        auto etag = tag_of(json);
        if (is_known_to_client(request, etag)) return not_modified(std::move(etag));
        return reply_with(std::make_shared<const std::string>(std::move(json)), std::move(etag));
    }
    const auto beside = beside_now(request);
    for (const auto& other : beside) asked.beside.push_back(other.open);
    const auto key = key_of(request, snapshot, beside, asked);
    auto& cache = request.served->cache();
    auto text = cache.find(key);
    if (text == nullptr) {
        text = std::make_shared<const std::string>(reports::page_document(snapshot.open, request.name, asked));
        cache.keep(key, text);
    }
    auto etag = tag_of(key);
    if (is_known_to_client(request, etag)) return not_modified(std::move(etag));
    return reply_with(std::move(text), std::move(etag));
}

}  // namespace entente::server
