#include "server/guard.hpp"

#include <gtest/gtest.h>

namespace entente::server {
namespace {

TEST(OwnHost, is_the_address_with_its_port) {
    const Address address{"127.0.0.1", 8451};
    for (const auto* host : {"127.0.0.1:8451", "localhost:8451", "LocalHost:8451", "[::1]:8451", "127.0.0.2:8451"}) {
        EXPECT_TRUE(is_own_host(host, address)) << host;
    }
    // A name that somebody pointed at this machine (DNS rebinding), another port, another address, half an address.
    for (const auto* host : {"", "evil.example:8451", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:84510", "192.0.2.1:8451",
                             "127.0.0.1.evil.example:8451", "localhost.evil.example:8451", "::1:8451", "[::1:8451",
                             "127.evil.example:8451", "127.0.0.1:8451:8451", "user@127.0.0.1:8451", ":8451"}) {
        EXPECT_FALSE(is_own_host(host, address)) << host;
    }
}

// Found by fuzzing.
TEST(OwnHost, is_read_beyond_a_zero_byte) {
    using namespace std::string_literals;
    EXPECT_FALSE(is_own_host("127.0.0.1\0.evil.example:8451"s, {"127.0.0.1", 8451}));
    EXPECT_FALSE(is_own_host("::1\0:8451"s, {"::", 8451}));
}

TEST(OwnHost, may_leave_out_the_port_that_browsers_leave_out) {
    EXPECT_TRUE(is_own_host("localhost", {"127.0.0.1", 80}));
    EXPECT_TRUE(is_own_host("localhost:80", {"127.0.0.1", 80}));
}

TEST(OwnHost, is_any_literal_address_where_all_are_listened_on_but_no_name) {
    const Address everywhere{"0.0.0.0", 8451};
    EXPECT_TRUE(is_own_host("192.0.2.1:8451", everywhere));
    EXPECT_TRUE(is_own_host("[2001:db8::1]:8451", everywhere));
    EXPECT_FALSE(is_own_host("evil.example:8451", everywhere));
    EXPECT_FALSE(is_own_host("192.0.2.1:8451", {"192.0.2.7", 8451}));
}

TEST(OwnOrigin, is_the_host_that_was_asked) {
    EXPECT_TRUE(is_own_origin("", "127.0.0.1:8451"));  // no browser, or no cross-origin question
    EXPECT_TRUE(is_own_origin("http://localhost:8451", "localhost:8451"));
    for (const auto* origin : {"null", "http://evil.example", "https://localhost:8451", "http://localhost:8452",
                               "http://127.0.0.1:8451", "http://localhost:8451.evil.example"}) {
        EXPECT_FALSE(is_own_origin(origin, "localhost:8451")) << origin;
    }
}

TEST(OwnFetch, lets_a_link_of_another_site_lead_here_and_nothing_else) {
    EXPECT_TRUE(is_own_fetch("", ""));
    EXPECT_TRUE(is_own_fetch("same-origin", "cors"));
    EXPECT_TRUE(is_own_fetch("none", "navigate"));
    EXPECT_TRUE(is_own_fetch("cross-site", "navigate"));
    EXPECT_FALSE(is_own_fetch("cross-site", "no-cors"));
    EXPECT_FALSE(is_own_fetch("same-site", "cors"));  // another port of this machine
}

TEST(Token, has_128_bits_and_is_new_each_time) {
    const auto token = new_token();
    EXPECT_EQ(token.size(), 32U);
    EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(token, new_token());
}

TEST(Secret, is_the_same_or_not) {
    EXPECT_TRUE(is_same_secret("abc", "abc"));
    for (const auto* given : {"", "ab", "abd", "abcd", "ABC"}) EXPECT_FALSE(is_same_secret(given, "abc")) << given;
    EXPECT_FALSE(is_same_secret("", ""));
}

TEST(Json, is_told_by_its_media_type) {
    EXPECT_TRUE(is_json("application/json"));
    EXPECT_TRUE(is_json("Application/JSON; charset=utf-8"));
    // What a form of another site can send without being asked first.
    for (const auto* type :
         {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"}) {
        EXPECT_FALSE(is_json(type)) << type;
    }
}

TEST(Loopback, is_this_machine_only) {
    for (const auto* host : {"127.0.0.1", "127.1.2.3", "::1", "localhost"}) EXPECT_TRUE(is_loopback(host)) << host;
    for (const auto* host : {"0.0.0.0", "::", "192.0.2.1", "127.evil.example", "127."})
        EXPECT_FALSE(is_loopback(host)) << host;
}

}  // namespace
}  // namespace entente::server
