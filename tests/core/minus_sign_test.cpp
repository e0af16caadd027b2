#include "core/minus_sign.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(MinusSign, stands_where_a_number_begins_with_a_hyphen) {
    EXPECT_EQ(with_minus_sign("-0.03"), "\u22120.03");
    EXPECT_EQ(with_minus_sign("-9%"), "\u22129%");
}

TEST(MinusSign, is_not_put_before_other_numbers) {
    EXPECT_EQ(with_minus_sign("0.03"), "0.03");
    EXPECT_EQ(with_minus_sign("+0.03"), "+0.03");
    EXPECT_EQ(with_minus_sign(""), "");
}

TEST(MinusSign, leaves_the_sign_of_a_power_of_ten) {
    EXPECT_EQ(with_minus_sign("2e-05"), "2e-05");
    EXPECT_EQ(with_minus_sign("-2e-05"), "\u22122e-05");
}

}  // namespace
}  // namespace entente
