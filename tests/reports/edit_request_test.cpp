#include "reports/edit_request.hpp"

#include <gtest/gtest.h>

#include "core/date.hpp"

namespace entente::reports {
namespace {

using Lines = std::vector<std::string>;

struct Read {
    std::optional<workbench::Edit> edit;
    Lines problems;
};

Read read(std::string_view json) {
    Problems problems;
    Read result{read_edit_request(json, problems), {}};
    for (const auto& problem : problems.sorted()) result.problems.push_back(problem.where.file + ": " + problem.what);
    return result;
}

TEST(EditRequest, everything_that_an_edit_can_say_is_read) {
    const auto [edit, problems] = read(R"({
        "file": "codings/first.toml", "sha256": "abc",
        "put": [{"kind": "coding", "replaces": {"item": "a", "factor": "f/x", "baseline": "early"},
                 "entry": {"item": "a", "specificity": 0.5, "against": {"searched": "日本"}, "note": null, "n": 3}}],
        "remove": [{"kind": "coding", "id": {"item": "b", "factor": "f", "baseline": "late", "theory": "t"}},
                   {"kind": "read", "id": "c"}],
        "read": ["d"], "coder": {"about": "Who.", "blind": true}})");
    EXPECT_EQ(problems, Lines{});
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit->file, "codings/first.toml");
    EXPECT_EQ(edit->sha256, "abc");
    ASSERT_EQ(edit->put.size(), 1U);
    const auto& put = edit->put.front();
    EXPECT_EQ(put.kind, workbench::EntryKind::Coding);
    EXPECT_EQ(put.replaces->factor, "f/x");
    EXPECT_EQ(std::get<double>(put.entry.find("specificity")->data), 0.5);
    EXPECT_EQ(std::get<std::int64_t>(put.entry.find("n")->data), 3);
    const auto& against = std::get<textfiles::Table>(put.entry.find("against")->data);
    EXPECT_EQ(std::get<std::string>(against.find("searched")->data), "日本");
    EXPECT_EQ(put.entry.find("note"), nullptr);
    EXPECT_EQ(edit->remove.front().which.theory, "t");
    EXPECT_EQ(edit->unread, Lines{"c"});
    EXPECT_EQ(edit->read, Lines{"d"});
    EXPECT_TRUE(edit->coder.blind);
}

TEST(EditRequest, a_hash_of_null_means_a_new_file) {
    EXPECT_FALSE(read(R"({"file": "evidence/a.toml", "sha256": null})").edit->sha256);
}

TEST(EditRequest, every_problem_names_the_place_of_what_is_wrong) {
    const auto [edit, problems] = read(R"({
        "file": 3, "puts": [],
        "put": [{"kind": "claim", "entry": {}}, {"kind": "item"}, 7,
                {"kind": "item", "entry": {"id": "a\u0007b", "n": 18446744073709551615}, "replaces": {"item": "a"}}],
        "remove": [{"kind": "coding", "id": "a"}], "read": "b"})");
    EXPECT_FALSE(edit);
    const Lines expected{
        "request: unknown key 'puts'; did you mean 'put'?",
        "request/file: should be text, but is a number",
        "request/put/0/kind: should be one of item, coding, source, meeting, correction, but is 'claim'",
        "request/put/1/entry: is missing",
        "request/put/2: should be an object, but is a number",
        "request/put/3/entry/id: control character in text",
        "request/put/3/entry/n: the number is too large",
        "request/put/3/replaces: should be text, but is an object",
        "request/read: should be a list, but is text",
        "request/remove/0/id: should be an object, but is text",
    };
    EXPECT_EQ(problems, expected);
}

TEST(EditRequest, what_is_no_json_is_one_problem) {
    for (const std::string bytes : {"", "{", "[1,", "{\"file\": \"a\", \"file\": \"b\"}", "\xff\xfe", "{\"a\": 1e999}",
                                    "nul", "{\"file\": \"\\ud800\"}"}) {
        const auto [edit, problems] = read(bytes);
        EXPECT_FALSE(edit) << bytes;
        EXPECT_EQ(problems.size(), 1U) << bytes;
    }
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "[";
    EXPECT_EQ(read(deep).problems.size(), 1U);
}

TEST(EditRequest, an_edit_of_more_entries_than_anybody_saves_at_once_is_refused) {
    std::string json = R"({"file": "evidence/a.toml", "sha256": null, "put": [)";
    for (int i = 0; i < 501; ++i) json += std::string(i > 0 ? "," : "") + R"({"kind": "item", "entry": {}})";
    EXPECT_EQ(read(json + "]}").problems, Lines{"request/put: names more than 500 entries"});
}

}  // namespace
}  // namespace entente::reports
