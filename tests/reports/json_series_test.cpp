#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "reports/results.hpp"

namespace entente::reports {
namespace {

// Ten yearly points around 10, three around 20 in the focal period; the year 2012 is missing.
evidence::Series stepped() {
    evidence::Series series;
    series.id = "spending";
    series.name = "Spending";
    series.unit = "billion";
    const std::vector<double> values{10, 11, 9, 10.5, 9.5, 10, 11, 9, 10.5, 9.5, 20, 21, 19};
    for (std::size_t i = 0; i < values.size(); ++i) {
        series.points.push_back({*parse_date(std::to_string(2000 + i)), values[i], ""});
    }
    return series;
}

workbench::ContinuityResult result_of(evidence::Series series) {
    workbench::OpenCase open = *testing::empty_result().open;
    evidence::Period late;
    late.id = "late";
    late.name = "Late years";
    late.begin = make_day(2010, 1, 1);
    late.end = make_day(2012, 12, 31);
    open.content.periods = {late};
    open.content.focal = "late";
    open.content.cutoff = late.end;
    open.content.series = {std::move(series)};
    workbench::ContinuityResult result;
    result.open = std::make_shared<const workbench::OpenCase>(std::move(open));
    result.series = workbench::test_series(result.open->content, {"late"}, 1951);
    return result;
}

// By hand: the means are 10 and 20.
TEST(ContinuityJson, has_the_tests_of_a_series) {
    const auto json = nlohmann::json::parse(continuity_json(result_of(stepped())));
    EXPECT_EQ(json.at("series_tests"), 5);
    const auto& series = json.at("series").at(0);
    EXPECT_EQ(series.at("id"), "spending");
    const auto& period = series.at("periods").at(0);
    EXPECT_EQ(period.at("before"), 10);
    EXPECT_EQ(period.at("after"), 3);
    EXPECT_NEAR(period.at("level_change").at("value").get<double>(), 10, 1e-9);
    EXPECT_EQ(period.at("named_date"), "same");
    EXPECT_GE(period.at("p_adjusted"), period.at("p"));
    const auto& search = series.at("searches").at(0);
    EXPECT_EQ(search.at("breaks").at(0).at("last_before"), "2009");
    EXPECT_GT(search.at("sup_f").at("p_standard_error"), 0);
    EXPECT_EQ(search.at("ols_cusum").at("p_standard_error"), 0);
}

TEST(ContinuityJson, has_nulls_and_a_reason_where_a_series_is_too_short) {
    auto series = stepped();
    series.points[12].value = std::nullopt;
    const auto json = nlohmann::json::parse(continuity_json(result_of(std::move(series))));
    const auto& period = json.at("series").at(0).at("periods").at(0);
    EXPECT_TRUE(period.at("level_change").is_null());
    EXPECT_TRUE(period.at("p").is_null());
    EXPECT_EQ(period.at("reason"), "too short: 10 before / 2 after");
    EXPECT_EQ(json.at("series").at(0).at("missing"), 1);
}

TEST(ContinuityDocument, says_nothing_of_series_where_there_are_none) {
    auto result = result_of(stepped());
    result.series.series.clear();
    EXPECT_EQ(render_text(continuity_document(result), {}).find("Series"), std::string::npos);
}

TEST(ContinuityDocument, has_an_interval_beside_each_change) {
    const auto text = render_text(continuity_document(result_of(stepped())), {});
    EXPECT_NE(text.find("10 | 3  +10.0 ("), std::string::npos) << text;
    EXPECT_NE(text.find("this date"), std::string::npos);
}

}  // namespace
}  // namespace entente::reports
