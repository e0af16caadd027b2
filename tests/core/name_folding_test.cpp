#include "core/name_folding.hpp"

#include <gtest/gtest.h>

namespace entente {

TEST(NameFolding, case_accents_and_stops_do_not_matter) {
    EXPECT_EQ(folded_name("CÔTE D’IVOIRE"), "cote divoire");
    EXPECT_EQ(folded_name("Cote d'Ivoire"), "cote divoire");
    EXPECT_EQ(folded_name("São Tomé & Príncipe"), "sao tome and principe");
    EXPECT_EQ(folded_name("U.S.S.R."), "ussr");
    EXPECT_EQ(folded_name("Großbritannien"), "grossbritannien");
}

// Turkish writes the capital of `i` with a dot (U+0130), and `ı` without one; as decomposed text the dot is U+0307.
TEST(NameFolding, a_dotted_capital_i_is_an_i) {
    EXPECT_EQ(folded_name("TÜRKİYE"), "turkiye");
    EXPECT_EQ(folded_name("TU\u0308RKI\u0307YE"), "turkiye");
    EXPECT_EQ(folded_name("Türkıye"), "turkiye");
}

TEST(NameFolding, inverted_and_shortened_names_have_one_form) {
    EXPECT_EQ(folded_name("Congo, Dem. Rep. of the"), "congo democratic republic");
    EXPECT_EQ(folded_name("Congo (Democratic Republic)"), "congo democratic republic");
    EXPECT_EQ(folded_name("The Gambia"), "gambia");
    EXPECT_EQ(folded_name("Gambia, The"), "gambia");
    EXPECT_EQ(folded_name("St. Lucia"), folded_name("Saint Lucia"));
    EXPECT_EQ(folded_name("Bosnia–Herzegovina"), folded_name("Bosnia-Herzegovina"));
}

TEST(NameFolding, what_is_no_latin_letter_stays) {
    EXPECT_EQ(folded_name("日本"), "日本");
    EXPECT_EQ(folded_name("the"), "the");
    EXPECT_EQ(folded_name(""), "");
    EXPECT_EQ(folded_name("\xFF\xC3"), "\xFF\xC3");  // no UTF-8
}

}  // namespace entente
