#include "reports/json_reader.hpp"

#include <gtest/gtest.h>

namespace entente::reports {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const Problems& problems) {
    Lines lines;
    for (const auto& problem : problems.sorted()) lines.push_back(problem.where.file + ": " + problem.what);
    return lines;
}

Lines problems_of(const std::string& bytes) {
    Problems problems;
    const bool read = parse_json(bytes, "request", problems).has_value();
    EXPECT_EQ(read, problems.empty());
    return lines_of(problems);
}

TEST(JsonReader, reads_what_is_json) {
    for (const auto* bytes : {"{}", " [1, 2.5, \"a\"] ", "null", "{\"a\": {\"a\": 1}}"}) {
        EXPECT_EQ(problems_of(bytes), Lines{}) << bytes;
    }
}

TEST(JsonReader, says_where_the_bytes_stop_being_json) {
    EXPECT_EQ(problems_of(""), Lines{"request: not valid JSON at byte 1"});
    EXPECT_EQ(problems_of("{\"a\": 1,}"), Lines{"request: not valid JSON at byte 9"});
    EXPECT_EQ(problems_of("{\"a\": NaN}"), Lines{"request: not valid JSON at byte 7"});
    EXPECT_EQ(problems_of("{} {}"), Lines{"request: not valid JSON at byte 4"});
    EXPECT_EQ(problems_of("[1e999]"), Lines{"request: not valid JSON at byte 6"});
    EXPECT_EQ(problems_of("\"\xFF\""), Lines{"request: not valid UTF-8 at byte 2"});
}

TEST(JsonReader, a_key_that_stands_twice_is_a_mistake) {
    EXPECT_EQ(problems_of("{\"a\": 1, \"b\": {\"a\": 2}, \"a\": 3}"),
              Lines{"request: the key 'a' stands twice in one object"});
}

TEST(JsonReader, what_is_nested_too_deeply_is_not_read) {
    EXPECT_EQ(problems_of(std::string(100'000, '[')), Lines{"request: values are nested too deeply"});
    std::string objects;
    for (int i = 0; i < 1000; ++i) objects += "{\"a\":";
    EXPECT_EQ(problems_of(objects), Lines{"request: values are nested too deeply"});
}

TEST(JsonReader, names_the_pointer_of_what_is_wrong) {
    Problems problems;
    const auto json = *parse_json(
        "{\"text\": 1, \"list\": [\"a\", 2], \"flag\": \"yes\", \"number\": \"1\", \"txt\": \"\","
        " \"object\": []}",
        "request", problems);
    ObjectReader reader(json, "request", problems);
    EXPECT_EQ(reader.text("text"), "");
    EXPECT_EQ(reader.texts("list"), Lines{"a"});
    EXPECT_FALSE(reader.flag_or("flag", false));
    EXPECT_FALSE(reader.number_if("number").has_value());
    EXPECT_EQ(reader.object_if("object"), nullptr);
    EXPECT_EQ(reader.filled_text("name"), "");
    reader.finish();
    EXPECT_EQ(
        lines_of(problems),
        (Lines{"request: 'name' is missing", "request: unknown key 'txt'; did you mean 'text'?",
               "request/flag: should be true or false, but is text", "request/list/1: should be text, but is a number",
               "request/number: should be a number, but is text", "request/object: should be an object, but is a list",
               "request/text: should be text, but is a number"}));
}

TEST(JsonReader, null_is_missing) {
    Problems problems;
    const auto json = *parse_json("{\"a\": null}", "request", problems);
    ObjectReader reader(json, "request", problems);
    EXPECT_FALSE(reader.has("a"));
    EXPECT_EQ(reader.text_or("a", "b"), "b");
    reader.finish();
    EXPECT_TRUE(problems.empty());
}

TEST(JsonReader, what_is_no_object_is_told_once) {
    Problems problems;
    const auto json = *parse_json("[]", "request", problems);
    ObjectReader reader(json, "request", problems);
    EXPECT_EQ(reader.text("a"), "");
    reader.finish();
    EXPECT_EQ(lines_of(problems), Lines{"request: should be an object, but is a list"});
}

TEST(JsonReader, control_characters_reach_no_message_and_no_text) {
    Problems problems;
    const auto json = *parse_json("{\"\\u001b[31m\": 1, \"a\": \"\\u0007\"}", "request", problems);
    ObjectReader reader(json, "request", problems);
    EXPECT_EQ(reader.text("a"), "");
    reader.finish();
    EXPECT_EQ(lines_of(problems), (Lines{"request: unknown key '?[31m'", "request/a: control character in text"}));
}

TEST(JsonReader, pointers_escape_as_rfc_6901_says) {
    EXPECT_EQ(pointer_to("request", "a/b~c"), "request/a~1b~0c");
}

}  // namespace
}  // namespace entente::reports
