// How alliances have ended, out of a store of the official ATOP files: that the files arrive as they are. What the
// rules make of them is tested in tests/outlook.
#include "workbench/alliance_histories.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

#include "core/error.hpp"
#include "workbench/alliance_records.hpp"
#include "workbench/official_store.hpp"
#include "workbench/threat_store.hpp"

namespace entente::workbench {
namespace {

constexpr auto kFiles = std::to_array<const char*>({"atop/atop5_0a.csv", "atop/atop5_0m.csv", "atop/atop5_0aph.csv"});

class StoredHistories : public OfficialStore<kFiles> {};

// Rows of the files: 765, 820, 2,446; days that they leave empty: 5 of entry, 31 of exit.
TEST_F(StoredHistories, have_every_row_and_keep_unknown_days_unknown) {
    const auto records = alliance_records(*open_store());
    EXPECT_EQ(records.rows.alliances.size(), 765U);
    EXPECT_EQ(records.rows.phases.size(), 820U);
    ASSERT_EQ(records.rows.members.size(), 2446U);
    EXPECT_EQ(records.rows.last_year, 2018);
    EXPECT_TRUE(records.notes.empty());
    const auto& members = records.rows.members;
    EXPECT_EQ(std::count_if(members.begin(), members.end(), [](const auto& row) { return !row.entry.day; }), 5);
    EXPECT_EQ(std::count_if(members.begin(), members.end(), [](const auto& row) { return row.exit && !row.exit->day; }),
              31);
    EXPECT_EQ(std::count_if(members.begin(), members.end(), [](const auto& row) { return !row.exit; }), 1106);
}

// The counts that R gives by the same rules (tests/outlook/atop_histories_test.cpp).
TEST_F(StoredHistories, are_counted_as_from_the_files_themselves) {
    const auto result = alliance_histories({});
    EXPECT_EQ(result.curve.count, (std::array<std::size_t, outlook::kEndings + 1>{1108, 438, 297, 227, 110, 47}));
    EXPECT_EQ(result.histories.joined, 219U);
    ASSERT_EQ(result.whole_years.size(), 5U);
    EXPECT_EQ(result.whole_years[0].rates[0].violated, 160U);
    EXPECT_EQ(result.whole_years[1].rates[0].ended, 289U);
    EXPECT_EQ(result.whole_years[4].curve.units, 580U);
    EXPECT_NE(result.bibtex.find("leeds2002"), std::string::npos);
}

// ATOP 5.0: the United States and Japan signed on 1951-09-08 (3220, replaced) and 1960-01-19 (3375, in force).
TEST_F(StoredHistories, can_be_those_of_two_states_signed_in_some_years) {
    AllianceHistoriesRequest request;
    request.level = outlook::HistoryLevel::Alliance;
    request.kind = outlook::AllianceKind::Bilateral;
    request.formed = std::pair{1945, 2018};
    request.states = "USA–JPN";
    const auto result = alliance_histories(request);
    ASSERT_EQ(result.histories.units.size(), 2U);
    EXPECT_EQ(result.histories.units[0].alliance, 3220);
    EXPECT_EQ(result.histories.units[0].began, make_day(1951, 9, 8));
    EXPECT_EQ(result.histories.units[0].ending, outlook::Ending::NewRelationship);
    EXPECT_EQ(result.histories.units[1].alliance, 3375);
    EXPECT_EQ(result.histories.units[1].began, make_day(1960, 1, 19));
    EXPECT_EQ(result.histories.units[1].ending, outlook::Ending::GoesOn);
}

TEST_F(StoredHistories, are_written_one_line_for_each_stretch) {
    const testing::Folder own;
    AllianceHistoriesRequest request;
    request.units = own.path() / "histories.csv";
    const auto result = alliance_histories(request);
    std::ifstream written(request.units);
    const std::string text{std::istreambuf_iterator<char>(written), {}};
    // A header and a line for each of the 2,446 rows of the file.
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2447);
    ASSERT_EQ(result.files.size(), 1U);
    EXPECT_EQ(result.files[0].bytes, text.size());
}

TEST_F(StoredHistories, refuse_what_makes_no_sense) {
    const auto refusal = [](const AllianceHistoriesRequest& request) {
        return testing::error_of([&] { static_cast<void>(alliance_histories(request)); });
    };
    AllianceHistoriesRequest request;
    request.formed = std::pair{1989, 1816};
    EXPECT_EQ(refusal(request).kind(), ErrorKind::BadRequest);
    request.formed = std::pair{1700, 1710};
    EXPECT_EQ(refusal(request).kind(), ErrorKind::NotFound);
    AllianceHistoriesRequest same;
    same.states = "JPN–JPN";
    EXPECT_EQ(refusal(same).kind(), ErrorKind::BadRequest);
    AllianceHistoriesRequest nowhere;
    nowhere.units = "histories.txt";
    EXPECT_EQ(refusal(nowhere).kind(), ErrorKind::BadRequest);
    nowhere.units = "no-such-folder/histories.csv";
    EXPECT_EQ(refusal(nowhere).kind(), ErrorKind::BadRequest);
}

TEST(AllianceHistories, need_the_files_of_alliances) {
    const testing::Folder empty;
    const testing::Environment here("ENTENTE_HOME", empty.path().string());
    const auto error = testing::error_of([] { static_cast<void>(alliance_histories({})); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
}

}  // namespace
}  // namespace entente::workbench
