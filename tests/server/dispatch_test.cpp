#include "server/dispatch.hpp"

#include <array>

#include <gtest/gtest.h>

namespace entente::server {
namespace {

constexpr std::array<reports::PageAsset, 1> kPages{{{"index.html", "text/html; charset=utf-8", "<p>page</p>"}}};
const Address kAddress{"127.0.0.1", 8451};

std::string test_case(const std::string& name) {
    return std::string(ENTENTE_SOURCE_DIR) + "/tests/cases/" + name;
}

Served serving(std::optional<Editing> editing = {}) {
    return {{{test_case("tiny"), {}, {}, {}}, {test_case("two-coders"), {}, {}, {}}},
            {},
            std::move(editing),
            kPages,
            1'000'000};
}

Head asking(std::string_view method, std::string_view target) {
    Head head;
    head.method = method;
    head.target = target;
    head.host = "127.0.0.1:8451";
    head.hosts = 1;
    head.content_type = "application/json";
    return head;
}

// The status of a refusal, or of what the endpoint answers.
int status_of(Served& served, const Head& head) {
    auto decision = dispatch(served, kAddress, head);
    if (const auto* reply = std::get_if<Reply>(&decision)) return reply->status;
    return run(std::get<Task>(decision)).status;
}

// Only whether it would be let through to its endpoint.
bool is_let_through(Served& served, const Head& head) {
    return std::holds_alternative<Task>(dispatch(served, kAddress, head));
}

TEST(Dispatch, answers_what_is_there) {
    auto served = serving();
    EXPECT_EQ(status_of(served, asking("GET", "/")), 200);
    EXPECT_EQ(status_of(served, asking("HEAD", "/api")), 200);
    EXPECT_EQ(status_of(served, asking("GET", "/api/openapi.yaml")), 200);
    EXPECT_EQ(status_of(served, asking("GET", "/api/cases/tiny/sources")), 200);
}

TEST(Dispatch, refuses_what_is_not_there) {
    auto served = serving();
    for (const auto* target :
         {"/other.js", "/api/cases", "/api/cases/tiny", "/api/cases/nowhere/assess", "/api/cases/tiny/else",
          "/api/cases/..%2Ftiny/assess", "/etc/passwd", "/api/cases/tiny/agreement"}) {
        EXPECT_EQ(status_of(served, asking("GET", target)), 404) << target;
    }
}

TEST(Dispatch, names_the_methods_of_a_path) {
    auto served = serving();
    for (const auto* method : {"POST", "PUT", "DELETE", "OPTIONS", "get", "TRACE"}) {
        const auto decision = dispatch(served, kAddress, asking(method, "/api/cases/tiny/assess"));
        ASSERT_TRUE(std::holds_alternative<Reply>(decision)) << method;
        EXPECT_EQ(std::get<Reply>(decision).status, 405) << method;
        EXPECT_EQ(std::get<Reply>(decision).allow, "GET, HEAD") << method;
    }
    const auto decision = dispatch(served, kAddress, asking("GET", "/api/cases/tiny/what-if"));
    EXPECT_EQ(std::get<Reply>(decision).allow, "POST");
}

TEST(Dispatch, refuses_a_foreign_host_origin_or_page) {
    auto served = serving();
    auto head = asking("GET", "/api");
    head.host = "evil.example:8451";
    EXPECT_EQ(status_of(served, head), 403);
    head = asking("GET", "/api");
    head.origin = "http://evil.example";
    EXPECT_EQ(status_of(served, head), 403);
    head = asking("GET", "/api");
    head.fetch_site = "cross-site";
    head.fetch_mode = "no-cors";
    EXPECT_EQ(status_of(served, head), 403);
    head = asking("GET", "/api");
    head.hosts = 2;
    EXPECT_EQ(status_of(served, head), 400);
}

TEST(Dispatch, wants_the_token_for_what_writes) {
    auto served = serving(Editing{"first", false, "secret"});
    auto head = asking("POST", "/api/cases/tiny/readings");
    EXPECT_EQ(status_of(served, head), 401);
    head.token = "guess!";
    EXPECT_EQ(status_of(served, head), 401);
    head.token = "secret";
    EXPECT_TRUE(is_let_through(served, head));
}

TEST(Dispatch, writes_nothing_where_editing_is_off) {
    auto served = serving();
    auto head = asking("POST", "/api/cases/tiny/readings");
    head.token = "";
    EXPECT_EQ(status_of(served, head), 403);
}

TEST(Dispatch, wants_json_where_there_is_a_body) {
    auto served = serving();
    auto head = asking("POST", "/api/cases/tiny/what-if");
    EXPECT_TRUE(is_let_through(served, head));
    head.content_type = "text/plain";
    EXPECT_EQ(status_of(served, head), 415);
}

TEST(Dispatch, hides_from_a_blind_coder_what_others_concluded) {
    auto served = serving(Editing{"third", true, "secret"});
    for (const auto* name : {"assess", "check", "trajectory", "continuity", "claims", "scenarios", "agreement"}) {
        EXPECT_EQ(status_of(served, asking("GET", "/api/cases/two-coders/" + std::string(name))), 403) << name;
    }
    EXPECT_EQ(status_of(served, asking("POST", "/api/cases/two-coders/what-if")), 403);
    EXPECT_EQ(status_of(served, asking("GET", "/api/cases/two-coders/items")), 200);
}

TEST(Dispatch, turns_an_error_into_a_refusal_with_advice) {
    auto served = serving();
    const auto decision = dispatch(served, kAddress, asking("GET", "/api/cases/tiny/assess?focal=lat"));
    const auto reply = run(std::get<Task>(decision));
    EXPECT_EQ(reply.status, 404);
    EXPECT_NE(reply.bytes.find("did you mean 'late'?"), std::string_view::npos);
}

TEST(Documents, are_known_by_their_tag) {
    auto served = serving();
    const auto decision = dispatch(served, kAddress, asking("GET", "/api/cases/tiny/sources"));
    auto task = std::get<Task>(decision);
    const auto first = run(task);
    ASSERT_FALSE(first.etag.empty());
    task.request.if_none_match = "\"other\", W/" + first.etag;
    const auto second = run(task);
    EXPECT_EQ(second.status, 304);
    EXPECT_TRUE(second.bytes.empty());
}

}  // namespace
}  // namespace entente::server
