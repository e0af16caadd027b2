#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "models/bai_perron.hpp"
#include "models/chow_test.hpp"
#include "models/structural_change.hpp"
#include "test_data.hpp"
#include "textfiles/csv.hpp"
#include "textfiles/files.hpp"

namespace entente::models {
namespace {

// United States troops in Japan, 1990–2019, from the rebuilt table of Allen, Flynn and Machain.
TimeSeries troops_in_japan(const std::filesystem::path& path) {
    Problems problems;
    const auto table =
        textfiles::read_csv(textfiles::read_file(path, path.string(), problems), path.string(), problems);
    const auto column = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) -
                                        table.header.begin());
    };
    const auto state = column("iso3c");
    const auto year = column("year");
    const auto troops = column("troops_ad");
    TimeSeries series;
    for (const auto& row : table.rows) {
        const auto time = std::stoi(row.cells.at(year));
        if (row.cells.at(state) != "JPN" || time < 1990 || time > 2019) continue;
        series.push_back({static_cast<double>(time), std::stod(row.cells.at(troops))});
    }
    return series;
}

// R: z <- troops_ad of JPN, 1990–2019; strucchange::sctest(z ~ 1, type = "Chow", point = 27) gives F = 1.46157, p =
// .23679; breakpoints(z ~ 1) breaks after observation 18 (2007), interval 11–19; max(Fstats(z ~ 1)$Fstats) = 26.0215.
TEST(TroopsInJapan, changed_after_2007_and_not_at_an_inauguration) {
    ENTENTE_NEEDS_DATA(path, "troops/troopdata-rebuild-country-year.csv");
    const auto series = troops_in_japan(path);
    ASSERT_EQ(series.size(), 30U);
    const auto chow = chow_test(series, 27, Shape::Level);
    EXPECT_NEAR(chow.statistic.value_or(0), 1.46157327022, 1e-8);
    EXPECT_NEAR(chow.p, 0.23679017922, 1e-8);
    const auto breaks = bai_perron(series, Shape::Level);
    ASSERT_EQ(breaks.best, 1U) << breaks.why_not;
    EXPECT_EQ(breaks.partitions[1].breaks, std::vector<std::size_t>{18});
    EXPECT_NEAR(breaks.partitions[1].bic, 629.374248859, 1e-6);
    ASSERT_TRUE(breaks.intervals.at(0));
    EXPECT_EQ(breaks.intervals[0]->low, 11);
    EXPECT_EQ(breaks.intervals[0]->high, 19);
    EXPECT_NEAR(structural_change(series, Shape::Level).largest.value_or(ScanTest{}).statistic, 26.0214682027, 1e-7);
}

}  // namespace
}  // namespace entente::models
