#include "burden/same_coin.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace entente::burden {
namespace {

using evidence::Conversion;
using evidence::Figure;
using Words = std::vector<std::string>;

Figure figure(const std::string& id, double value, const std::string& unit, const std::string& currency,
              const std::string& as_of = "2017") {
    Figure one;
    one.id = id;
    one.value = value;
    one.unit = unit;
    one.currency = currency;
    one.as_of = *parse_date(as_of);
    return one;
}

Conversion rate(const std::string& id, const std::string& from, const std::string& to, double value,
                const std::string& as_of = "2017") {
    Conversion one;
    one.id = id;
    one.from = from;
    one.to = to;
    one.rate = value;
    one.as_of = *parse_date(as_of);
    return one;
}

evidence::SameQuantity quantity(const Words& figures, const Words& conversions, const std::string& per = "") {
    evidence::SameQuantity one;
    one.figures = figures;
    one.into = "USD";
    one.conversions = conversions;
    one.per = per;
    return one;
}

bool differ_in(const SameCoin& result, const std::string& what) {
    return std::find(result.differ_in.begin(), result.differ_in.end(), what) != result.differ_in.end();
}

// Row X32 of cases/us-japan: 44.5 billion USD beside 5.26 trillion JPY, which at 110 JPY for one USD are 47.8 billion,
// .97 % of 4,937 billion.
TEST(SameCoin, brings_figures_of_two_currencies_into_one_x32) {
    const std::vector<Figure> figures{figure("sipri", 44.5, "billion", "USD"),
                                      figure("ministry", 5.26, "trillion", "JPY"),
                                      figure("output", 4937, "billion", "USD")};
    const std::vector<Conversion> rates{rate("market", "JPY", "USD", 110)};
    const auto result = same_coin(quantity({"sipri", "ministry"}, {"market"}, "output"), figures, rates);
    ASSERT_EQ(result.figures.size(), 2U);
    EXPECT_EQ(result.unit, "billion USD");
    EXPECT_EQ(result.figures[0].value, 44.5);
    EXPECT_EQ(result.figures[0].conversion, "");
    EXPECT_NEAR(result.figures[0].share.value(), 0.00901, 5e-6);
    EXPECT_NEAR(result.figures[1].value.value(), 47.8, 0.05);
    EXPECT_EQ(result.figures[1].conversion, "market");
    EXPECT_NEAR(result.figures[1].share.value(), 0.0097, 5e-5);
    EXPECT_NEAR(result.ratio.value(), 5260 / 110.0 / 44.5, 1e-12);
    EXPECT_EQ(result.differ_in, (Words{"currency", "exchange rate"}));
}

TEST(SameCoin, compares_in_the_unit_of_the_first) {
    const std::vector<Figure> figures{figure("one", 5260, "billion", "USD"), figure("other", 4, "trillion", "USD"),
                                      figure("output", 1e7, "million", "USD")};
    const auto result = same_coin(quantity({"other", "one"}, {}, "output"), figures, {});
    EXPECT_EQ(result.unit, "trillion USD");
    EXPECT_NEAR(result.figures[1].value.value(), 5.26, 1e-12);
    EXPECT_NEAR(result.figures[0].share.value(), 0.4, 1e-12);
    EXPECT_FALSE(differ_in(result, "exchange rate"));
}

// 2 billion USD at .8 EUR for one USD, stated the other way round: 1.25 USD for one EUR.
TEST(SameCoin, uses_a_rate_in_either_direction) {
    auto which = quantity({"one"}, {"rate"});
    which.into = "EUR";
    const std::vector<Figure> figures{figure("one", 2, "billion", "USD")};
    const std::vector<Conversion> there{rate("rate", "USD", "EUR", 1.25)};
    const std::vector<Conversion> back{rate("rate", "EUR", "USD", 0.8)};
    EXPECT_NEAR(same_coin(which, figures, there).figures[0].value.value(), 1.6, 1e-12);
    EXPECT_NEAR(same_coin(which, figures, back).figures[0].value.value(), 1.6, 1e-12);
}

TEST(SameCoin, says_where_no_rate_is_stated) {
    const std::vector<Figure> figures{figure("one", 2, "billion", "EUR"), figure("other", 3, "billion", "USD")};
    const std::vector<Conversion> rates{rate("yen", "JPY", "USD", 110), rate("unnamed", "EUR", "USD", 0.9),
                                        rate("none", "EUR", "USD", 0)};
    const auto result = same_coin(quantity({"one", "other"}, {"yen", "none"}), figures, rates);
    EXPECT_FALSE(result.figures[0].value);
    EXPECT_EQ(result.figures[0].why_not, "no rate between EUR and USD is stated");
    EXPECT_EQ(result.least, 3);
    EXPECT_EQ(result.ratio, 1);
    EXPECT_FALSE(differ_in(result, "currency"));  // only one was compared
}

TEST(SameCoin, takes_the_rate_of_the_nearest_date_and_shows_all_of_that_date) {
    const std::vector<Figure> figures{figure("one", 1100, "billion", "JPY", "2003")};
    const std::vector<Conversion> rates{rate("new", "JPY", "USD", 110, "2017"),
                                        rate("market", "JPY", "USD", 116, "2003"),
                                        rate("parity", "JPY", "USD", 140, "2003")};
    const auto result = same_coin(quantity({"one"}, {"new", "market", "parity"}), figures, rates);
    ASSERT_EQ(result.figures.size(), 2U);
    EXPECT_EQ(result.figures[0].conversion, "market");
    EXPECT_EQ(result.figures[1].conversion, "parity");
    EXPECT_NEAR(result.ratio.value(), 140 / 116.0, 1e-12);
    EXPECT_TRUE(differ_in(result, "exchange rate"));
}

TEST(SameCoin, takes_nothing_for_money_that_is_none) {
    std::vector<Figure> figures{figure("share", 2, "percent", "USD"), figure("bare", 2, "billion", ""),
                                figure("odd", 2, "billion", "USD"), figure("unit", 2, "", "USD")};
    figures[2].readable = false;
    const auto result = same_coin(quantity({"share", "bare", "odd", "unit", "absent"}, {}), figures, {});
    EXPECT_EQ(result.figures[0].why_not, "percent is no amount of money");
    EXPECT_EQ(result.figures[1].why_not, "its currency is not stated");
    EXPECT_EQ(result.figures[2].why_not, "its value or date could not be read");
    EXPECT_EQ(result.figures[3].why_not, "its unit is not stated");
    EXPECT_EQ(result.figures[4].why_not, "there is no such figure");
    EXPECT_FALSE(result.least);
    EXPECT_EQ(result.unit, "");
}

TEST(SameCoin, names_what_the_figures_differ_in_as_far_as_they_say) {
    std::vector<Figure> figures{figure("one", 2, "billion", "USD", "2016"),
                                figure("other", 2, "billion", "USD", "2017")};
    figures[0].price_basis = "current";
    figures[1].price_basis = "constant 2015";
    figures[0].stage = "request";  // the other is silent
    figures[0].definition = "budget of the ministry";
    figures[1].definition = "with pensions";
    const auto result = same_coin(quantity({"one", "other"}, {}), figures, {});
    EXPECT_EQ(result.differ_in, (Words{"price basis", "definition", "as-of"}));
}

TEST(SameCoin, gives_no_share_of_an_output_in_another_coin) {
    const std::vector<Figure> figures{figure("one", 2, "billion", "USD"), figure("output", 100, "billion", "EUR")};
    EXPECT_FALSE(same_coin(quantity({"one"}, {}, "output"), figures, {}).figures[0].share);
}

}  // namespace
}  // namespace entente::burden
