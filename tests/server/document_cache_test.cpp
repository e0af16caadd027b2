#include "server/document_cache.hpp"

#include <gtest/gtest.h>

namespace entente::server {
namespace {

Text text_of(std::size_t bytes) {
    return std::make_shared<const std::string>(bytes, 'x');
}

TEST(DocumentCache, gives_back_what_was_kept) {
    DocumentCache cache(100);
    EXPECT_EQ(cache.find("a"), nullptr);
    cache.keep("a", text_of(10));
    EXPECT_EQ(*cache.find("a"), std::string(10, 'x'));
}

TEST(DocumentCache, forgets_what_was_not_asked_for_longest) {
    DocumentCache cache(33);  // three of 10 bytes, each with a key of one
    for (const auto* key : {"a", "b", "c"}) cache.keep(key, text_of(10));
    static_cast<void>(cache.find("a"));
    cache.keep("d", text_of(10));
    EXPECT_NE(cache.find("a"), nullptr);
    EXPECT_EQ(cache.find("b"), nullptr);
    EXPECT_LE(cache.bytes(), 33U);
}

TEST(DocumentCache, does_not_keep_what_is_larger_than_itself) {
    DocumentCache cache(33);
    cache.keep("a", text_of(10));
    cache.keep("b", text_of(100));
    EXPECT_NE(cache.find("a"), nullptr);
    EXPECT_EQ(cache.find("b"), nullptr);
}

TEST(DocumentCache, leaves_a_forgotten_text_to_whoever_still_holds_it) {
    DocumentCache cache(20);
    cache.keep("a", text_of(15));
    const auto held = cache.find("a");
    cache.keep("b", text_of(15));
    EXPECT_EQ(cache.find("a"), nullptr);
    EXPECT_EQ(held->size(), 15U);
}

}  // namespace
}  // namespace entente::server
