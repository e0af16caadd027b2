#include "server/target.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace entente::server {
namespace {

using Strings = std::vector<std::string>;

TEST(Target, has_segments_and_a_query) {
    const auto target = parse_target("/api/cases/tiny/assess?focal=late&coder=first&coder=second");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (Strings{"api", "cases", "tiny", "assess"}));
    EXPECT_EQ(target->query.one("focal"), "late");
    EXPECT_EQ(target->query.all("coder"), (Strings{"first", "second"}));
    EXPECT_EQ(target->query.one("baseline"), "");
}

TEST(Target, of_the_first_page_has_no_segments) {
    const auto target = parse_target("/?token=abc");
    ASSERT_TRUE(target);
    EXPECT_TRUE(target->segments.empty());
    EXPECT_EQ(target->query.one("token"), "abc");
}

TEST(Target, is_decoded_once) {
    const auto target = parse_target("/a%20b+c/%252e?name=x+y%2Bz%E6%97%A5");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (Strings{"a b+c", "%2e"}));
    EXPECT_EQ(target->query.one("name"), "x y+z日");
}

TEST(Target, keeps_an_escaped_slash_inside_its_segment) {
    const auto target = parse_target("/api/..%2F..%2Fetc%2Fpasswd");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (Strings{"api", "../../etc/passwd"}));
}

TEST(Target, is_nothing_where_it_is_no_path) {
    for (const auto* text :
         {"", "*", "api", "http://127.0.0.1/api", "//api", "/api/", "/api//cases", "/api#x", "/%", "/%4", "/%zz",
          "/%00", "/a%0d%0aSet-Cookie", "/\x01", "/%ff", "/%c0%af", "/?=x", "/?a=%"}) {
        EXPECT_FALSE(parse_target(text)) << text;
    }
}

TEST(Target, takes_64_parameters_at_most) {
    std::string text = "/?";
    for (int i = 0; i < 64; ++i) text += "coder=x&";
    EXPECT_TRUE(parse_target(text));
    EXPECT_FALSE(parse_target(text + "coder=x"));
}

TEST(Query, refuses_a_value_twice_where_one_is_meant) {
    EXPECT_THROW(static_cast<void>(parse_target("/?focal=a&focal=b")->query.one("focal")), Error);
}

TEST(Query, names_the_nearest_known_parameter) {
    try {
        parse_target("/?focl=a")->query.require_known({"focal", "baseline"});
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
        EXPECT_STREQ(error.what(), "there is no parameter 'focl'; did you mean 'focal'?");
    }
}

}  // namespace
}  // namespace entente::server
