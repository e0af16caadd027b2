#include "workbench/data_add.hpp"

#include <gtest/gtest.h>

#include "workbench/data.hpp"
#include "workbench/data_store.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;
using testing::error_of;
using DataAdd = testing::DataStore;

TEST_F(DataAdd, knows_a_file_by_its_content_and_says_what_became_of_it) {
    const auto result = add({"nmc-6.csv"});
    EXPECT_TRUE(result.changed);
    ASSERT_EQ(result.files.size(), 1U);
    EXPECT_EQ(result.files[0].name, "National Material Capabilities");
    ASSERT_TRUE(result.files[0].outcome);
    EXPECT_EQ(result.files[0].outcome->file.rows, 58);
}

// Version 6.0 has 15,951 rows, as its project's codebook and a count of the official file agree.
TEST_F(DataAdd, remarks_on_a_file_that_is_cut_short) {
    const auto result = add({"nmc-6.csv"});
    ASSERT_FALSE(result.files[0].outcome->remarks.empty());
    EXPECT_EQ(result.files[0].outcome->remarks[0],
              "58 rows, where version 6.0 has 15,951 rows: cut short, or changed since?");
}

TEST_F(DataAdd, adds_nothing_twice) {
    add({"nmc-6.csv"});
    const auto again = add({"nmc-6.csv"});
    EXPECT_FALSE(again.changed);
    EXPECT_TRUE(again.files[0].outcome->already_there);
}

TEST_F(DataAdd, changes_nothing_if_one_file_of_several_is_broken) {
    const auto error = error_of([] { add({"nmc-6.csv", "nmc-5-broken.csv"}); });
    EXPECT_EQ(error.kind(), ErrorKind::BadData);
    EXPECT_EQ(error.problems().size(), 3U);  // a word, half a number, a row that is cut off
    EXPECT_TRUE(data_list(ListWhat::Stored).stored.empty());
}

TEST_F(DataAdd, leaves_broken_files_out_if_it_shall_keep_going) {
    DataAddRequest request;
    request.paths = {invented("nmc-6.csv"), invented("nmc-5-broken.csv")};
    request.keep_going = true;
    const auto result = data_add(request);
    EXPECT_TRUE(result.changed);
    EXPECT_EQ(result.problems.size(), 3U);
    EXPECT_EQ(data_list(ListWhat::Stored).stored.size(), 1U);
}

TEST_F(DataAdd, asks_for_the_version_of_a_file_that_it_does_not_know) {
    EXPECT_EQ(error_of([] { add({"nmc-unknown.csv"}); }).kind(), ErrorKind::BadData);
    const auto said = add({"nmc-unknown.csv"}, "nmc@9.9");
    EXPECT_EQ(said.files[0].outcome->file.version, "9.9");
    EXPECT_TRUE(said.files[0].outcome->remarks.empty());  // nobody knows how many rows 9.9 has
}

TEST_F(DataAdd, of_a_folder_leaves_out_what_is_no_data_set_and_says_why) {
    const testing::Folder folder;
    fs::copy_file(invented("nmc-6.csv"), folder.path() / "a.csv");
    fs::copy_file(invented("no-data-set.csv"), folder.path() / "b.csv");
    DataAddRequest request;
    request.paths = {folder.path()};
    const auto result = data_add(request);
    ASSERT_EQ(result.files.size(), 2U);
    EXPECT_TRUE(result.files[0].outcome);
    EXPECT_FALSE(result.files[1].outcome);
    EXPECT_EQ(result.files[1].why_not, "no data set that is known is like this");
}

TEST_F(DataAdd, a_path_that_is_not_there_is_not_found) {
    EXPECT_EQ(error_of([] { add({"nowhere.csv"}); }).kind(), ErrorKind::NotFound);
}

}  // namespace
}  // namespace entente::workbench
