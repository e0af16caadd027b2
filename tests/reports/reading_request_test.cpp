#include "reports/reading_request.hpp"

#include <gtest/gtest.h>

#include <variant>

namespace entente::reports {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const Problems& problems) {
    Lines lines;
    for (const auto& problem : problems.sorted()) lines.push_back(problem.where.file + ": " + problem.what);
    return lines;
}

workbench::ReadingRequest read(const std::string& bytes) {
    Problems problems;
    const auto request = read_reading_request(bytes, problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    return request.value_or(workbench::ReadingRequest{});
}

Lines problems_of(const std::string& bytes) {
    Problems problems;
    EXPECT_FALSE(read_reading_request(bytes, problems).has_value());
    return lines_of(problems);
}

TEST(ReadingRequest, an_empty_object_changes_nothing) {
    const auto request = read("{}");
    EXPECT_TRUE(request.protocol.empty() && request.theory.empty() && request.focal.empty());
    EXPECT_TRUE(request.changes.empty());
    EXPECT_FALSE(request.coders || request.set_aside || request.grades);
}

TEST(ReadingRequest, reads_every_key) {
    const auto request = read(R"({"protocol": "p", "theory": "t", "focal": "f", "baseline": "b", "coders": ["c"],
        "changes": {"prior.weakened": 0.25, "sensitivity.seed": 1951, "dependence.clustering": "as-coded",
                    "multiverse.correlations": [0.5, 1], "multiverse.clusterings": ["as-coded"]},
        "set_aside": ["x", "y"], "grades": {"z": "B2"}})");
    EXPECT_EQ(request.protocol, "p");
    EXPECT_EQ(request.theory, "t");
    EXPECT_EQ(request.focal, "f");
    EXPECT_EQ(request.baseline, "b");
    EXPECT_EQ(request.coders, Lines{"c"});
    EXPECT_EQ(request.changes.at("prior.weakened"), casefile::ProtocolValue(0.25));
    EXPECT_EQ(request.changes.at("sensitivity.seed"), casefile::ProtocolValue(std::int64_t{1951}));
    EXPECT_EQ(request.changes.at("dependence.clustering"), casefile::ProtocolValue(std::string("as-coded")));
    EXPECT_EQ(request.changes.at("multiverse.correlations"), casefile::ProtocolValue(std::vector<double>{0.5, 1}));
    EXPECT_EQ(request.changes.at("multiverse.clusterings"), casefile::ProtocolValue(Lines{"as-coded"}));
    EXPECT_EQ(request.set_aside, (Lines{"x", "y"}));
    EXPECT_EQ(request.grades->at("z"), (evidence::Grade{'B', 2}));
}

TEST(ReadingRequest, an_empty_list_is_not_a_missing_one) {
    const auto request = read(R"({"set_aside": [], "coders": [], "grades": {}})");
    EXPECT_TRUE(request.set_aside && request.set_aside->empty());
    EXPECT_TRUE(request.coders && request.coders->empty());
    EXPECT_TRUE(request.grades && request.grades->empty());
}

TEST(ReadingRequest, every_problem_names_its_pointer) {
    EXPECT_EQ(problems_of(R"({"change": {}, "changes": {"a": true, "b": [1, "x"], "c": {}, "d": null},
                              "set_aside": "x", "grades": {"y": "Z9", "z": 1}})"),
              (Lines{"request: unknown key 'change'; did you mean 'changes'?",
                     "request/changes/a: should be a number, but is true",
                     "request/changes/b/0: should be text, but is a number",
                     "request/changes/c: should be a number, but is an object",
                     "request/changes/d: should be a number, but is null", "request/grades/y: 'Z9' is no grade",
                     "request/grades/z: should be text, but is a number",
                     "request/set_aside: should be a list of texts, but is text"}));
    EXPECT_EQ(problems_of("[]"), Lines{"request: should be an object, but is a list"});
    EXPECT_EQ(problems_of("{\"changes\": {\"a\": 1, \"a\": 2}}"),
              Lines{"request: the key 'a' stands twice in one object"});
}

TEST(ReadingRequest, a_reading_to_be_saved_says_as_what_and_under_which_name) {
    Problems problems;
    const auto request = read_save_request(R"({"as": "scenario", "id": "x", "name": "X", "summary": "S",
        "trigger": "T", "horizon": "H", "resolution": "R", "probability": [0.1, 0.3], "sources": ["k"], "author": "A",
        "probability_basis": "B", "replace": true, "reading": {"set_aside": ["i"]}})",
                                           problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    ASSERT_TRUE(request.has_value());
    EXPECT_EQ(request->as, workbench::SaveAs::Scenario);
    EXPECT_EQ(request->id, "x");
    EXPECT_EQ(request->probability, (std::pair{0.1, 0.3}));
    EXPECT_EQ(request->sources, Lines{"k"});
    EXPECT_TRUE(request->replace);
    EXPECT_EQ(request->reading.set_aside, Lines{"i"});
}

TEST(ReadingRequest, what_a_saved_reading_lacks_is_told) {
    Problems problems;
    EXPECT_FALSE(read_save_request(R"({"as": "theory", "id": "", "probability": [0.3, 0.1]})", problems).has_value());
    EXPECT_EQ(lines_of(problems),
              (Lines{"request: 'name' is missing", "request/as: should be one of protocol, scenario, but is 'theory'",
                     "request/id: is empty", "request/probability: is no range of probability",
                     "request/reading: is missing"}));
}

}  // namespace
}  // namespace entente::reports
