#include "evidence/source.hpp"

#include <gtest/gtest.h>

namespace entente::evidence {

TEST(Grade, is_read_and_written_as_an_admiralty_code) {
    for (const char* text : {"A1", "B2", "F6"}) {
        ASSERT_TRUE(parse_grade(text)) << text;
        EXPECT_EQ(to_text(*parse_grade(text)), text);
    }
}

TEST(Grade, anything_else_is_none) {
    for (const char* text : {"", "A", "G1", "A0", "A7", "a1", "1A", "B2 ", "B22"}) {
        EXPECT_FALSE(parse_grade(text)) << text;
    }
}

TEST(Enumerations, are_named_as_the_case_format_has_them) {
    EXPECT_EQ(named<Leaning>("centre-left"), Leaning::CentreLeft);
    EXPECT_EQ(name_of(OutletClass::Dataset), "dataset");
    EXPECT_FALSE(named<OutletClass>("blog"));
}

}  // namespace entente::evidence
