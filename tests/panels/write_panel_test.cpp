#include "panels/write_panel.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "core/error.hpp"
#include "datasets/staged_file.hpp"
#include "invented_store.hpp"
#include "panels/codebook.hpp"

namespace entente::panels::tests {
namespace {

namespace fs = std::filesystem;

class WritePanel : public ::testing::Test {
protected:
    WritePanel() {
        fs::create_directories(folder_);
        store_.add(
            descriptor("things", "state-year", kStateYear,
                       kValue + "\nnot_applicable = [\"-8\"]\nbreaks = [{ year = 1961, what = \"other things\" }]",
                       "[1950, 1961]"),
            "1",
            "SELECT state, CAST(year AS INTEGER) AS year, CAST(value AS DOUBLE) AS value, value_not_applicable FROM "
            "(VALUES (2, 1960, 0.1, false), (20, 1960, NULL, true), (2, 1961, NULL, false), (740, 1961, 1.0, "
            "false), (740, 1961, 2.0, false)) AS t(state, year, value, value_not_applicable)");
    }
    ~WritePanel() override { fs::remove_all(folder_); }

    void write(const std::string& name) {
        const auto data = store_.data();
        const auto panel =
            build_panel(request_of(PanelUnit::StateYear, 1960, 1962, {"things.value"}, {"USA", "CAN", "JPN"}), data);
        (void)write_panel(panel, data, recipe_of(panel, data, "abc", "0.1"), folder_ / name);
    }

    InventedStore store_;
    fs::path folder_ = fs::temp_directory_path() / ("entente-write-panel-" + std::to_string(::getpid()));
};

TEST_F(WritePanel, leaves_missing_cells_of_a_csv_empty_and_marks_what_does_not_apply) {
    write("panel.csv");
    EXPECT_EQ(bytes_of(folder_ / "panel.csv"),
              "cow,code,state,year,things_value,things_value_not_applicable\n"
              "2,USA,United States of America,1960,0.1,0\n"
              "2,USA,United States of America,1961,,0\n"
              "2,USA,United States of America,1962,,0\n"
              "20,CAN,Canada,1960,,1\n"
              "20,CAN,Canada,1961,,0\n"
              "20,CAN,Canada,1962,,0\n"
              "740,JPN,Japan,1960,,0\n"
              "740,JPN,Japan,1961,,0\n"
              "740,JPN,Japan,1962,,0\n");
}

TEST_F(WritePanel, gives_the_same_bytes_again) {
    for (const std::string name : {"panel.csv", "panel.parquet", "panel.dta"}) {
        write(name);
        const auto first = bytes_of(folder_ / name);
        fs::remove(folder_ / name);
        write(name);
        EXPECT_EQ(bytes_of(folder_ / name), first) << name;
    }
}

// More rows than the database hands to one processor at a time (122,880).
TEST_F(WritePanel, writes_the_rows_in_order_however_many_there_are) {
    const auto data = store_.data();
    const auto panel = build_panel(request_of(PanelUnit::DirectedDyadYear, 1950, 1980, {"things.value"}), data);
    EXPECT_GT(panel.frame.rows, 300'000);
    for (const std::string name : {"pairs.parquet", "pairs.csv"}) {
        (void)write_panel(panel, data, recipe_of(panel, data, "abc", "0.1"), folder_ / name);
        const auto read = store_.database().query(
            "SELECT count(*) AS rows, count(*) FILTER (place <= before) AS out_of_order FROM (SELECT place, lag(place) "
            "OVER () AS before FROM (SELECT (CAST(cow_1 AS BIGINT) * 1000 + cow_2) * 10000 + year AS place FROM " +
            datasets::literal((folder_ / name).string()) + "))");
        EXPECT_EQ(read.integer(0, "rows"), panel.frame.rows) << name;
        EXPECT_EQ(read.integer(0, "out_of_order"), 0) << name;
    }
}

TEST_F(WritePanel, puts_codebook_recipe_and_citations_beside_and_nothing_else) {
    write("panel.parquet");
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"panel.bib", "panel.codebook.csv", "panel.codebook.md", "panel.parquet",
                                               "panel.recipe.toml"}));
    EXPECT_EQ(bytes_of(folder_ / "panel.bib"), "@misc{things, title = {things}}\n");
}

TEST_F(WritePanel, leaves_the_codebook_of_another_format_alone) {
    write("panel.csv");
    const auto codebook = bytes_of(folder_ / "panel.codebook.md");
    write("panel.dta");
    write("panel.csv");
    EXPECT_EQ(bytes_of(folder_ / "panel.codebook.md"), codebook);
    EXPECT_NE(bytes_of(folder_ / "panel.dta.codebook.md").find("# Codebook of panel.dta\n"), std::string::npos);
    EXPECT_TRUE(fs::exists(folder_ / "panel.dta.recipe.toml") && fs::exists(folder_ / "panel.dta.bib"));
    EXPECT_FALSE(fs::exists(folder_ / "panel.csv.codebook.md"));
    fs::remove(folder_ / "panel.csv");
    write("panel.dta");
    EXPECT_NE(bytes_of(folder_ / "panel.codebook.md").find("# Codebook of panel.dta\n"), std::string::npos);
}

TEST_F(WritePanel, cites_the_package_that_the_file_of_a_version_comes_from) {
    auto text = descriptor("packed", "state-year", kStateYear, kValue);
    text.insert(text.find("years = [1816, 2018]"), "citation = '''\n@misc{pack, title = {pack}}\n'''\n");
    store_.add(text, "1", "SELECT 2 AS state, 1960 AS year, 1.0 AS value");
    store_.add(text, "2", "SELECT 2 AS state, 1960 AS year, 1.0 AS value");
    const auto data = store_.data();
    const auto cited = [&](const std::string& column) {
        return bibliography(build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {column}, {"USA"}), data));
    };
    EXPECT_EQ(cited("packed@1.value"), "@misc{packed, title = {packed}}\n\n@misc{pack, title = {pack}}\n");
    EXPECT_EQ(cited("packed@2.value"), "@misc{packed, title = {packed}}\n");
}

TEST_F(WritePanel, writes_a_parquet_that_reads_back) {
    write("panel.parquet");
    const auto read = store_.database().query("SELECT count(*) AS rows, sum(things_value) AS total FROM read_parquet(" +
                                              datasets::literal((folder_ / "panel.parquet").string()) + ")");
    EXPECT_EQ(read.integer(0, "rows"), 9);
    EXPECT_DOUBLE_EQ(read.number(0, "total").value_or(-1), 0.1);
}

TEST_F(WritePanel, counts_every_reason_in_the_codebook) {
    write("panel.csv");
    const auto codebook = bytes_of(folder_ / "panel.codebook.md");
    for (const std::string line : {"- present: 1\n", "  - outside coverage: 3\n", "  - no row: 2\n",
                                   "  - missing in source: 1\n", "  - not applicable: 1\n", "  - several: 1\n",
                                   "- coverage: 1960–1961\n", "- definition break from 1961: other things\n"}) {
        EXPECT_NE(codebook.find(line), std::string::npos) << line << "is not in\n" << codebook;
    }
}

TEST_F(WritePanel, refuses_a_name_that_says_no_format) {
    EXPECT_THROW(write("panel.xls"), Error);
    EXPECT_THROW(write("no-such-folder/panel.csv"), Error);
    EXPECT_TRUE(fs::is_empty(folder_));
}

// Read with ReadStat, as the program's own importer reads Stata files: it makes every missing value empty.
TEST_F(WritePanel, writes_a_stata_file_that_reads_back) {
    write("panel.dta");
    Problems problems;
    const auto staged = datasets::stage_file(folder_ / "panel.dta", folder_, {}, problems);
    ASSERT_TRUE(staged.has_value()) << to_line(problems.sorted().front());
    const auto& head = staged->sheets.front().head;
    ASSERT_EQ(head.size(), 10U);
    EXPECT_EQ(head[0], (std::vector<std::string>{"cow", "code", "state", "year", "things_value",
                                                 "things_value_not_applicable"}));
    EXPECT_EQ(head[1], (std::vector<std::string>{"2", "USA", "United States of America", "1960", "0.1", "0"}));
    EXPECT_EQ(head[4], (std::vector<std::string>{"20", "CAN", "Canada", "1960", "", "1"}));
}

TEST_F(WritePanel, writes_names_beyond_ascii_and_keeps_the_ends_of_long_names_in_stata) {
    store_.add(descriptor("things-with-a-very-long-name", "state-year", kStateYear, kValue, "[2000, 2001]"), "1",
               "SELECT 403 AS state, 2000 AS year, 1.0 AS value");
    const auto data = store_.data();
    const auto panel = build_panel(
        request_of(PanelUnit::DyadYear, 2000, 2000, {"things-with-a-very-long-name.value"}, {"USA", "STP"}), data);
    (void)write_panel(panel, data, recipe_of(panel, data, "abc", "0.1"), folder_ / "long.dta");
    const auto states = build_panel(request_of(PanelUnit::StateYear, 2000, 2000, {"things.value"}, {"STP"}), data);
    (void)write_panel(states, data, recipe_of(states, data, "abc", "0.1"), folder_ / "names.dta");
    Problems problems;
    const auto pairs = datasets::stage_file(folder_ / "long.dta", folder_, {}, problems);
    const auto names = datasets::stage_file(folder_ / "names.dta", folder_, {}, problems);
    ASSERT_TRUE(pairs.has_value() && names.has_value());
    const auto& header = pairs->sheets.front().head.front();
    EXPECT_EQ(header[header.size() - 2], "things_with_a_very_long_name_v_1");
    EXPECT_EQ(header.back(), "things_with_a_very_long_name_v_2");
    EXPECT_EQ(names->sheets.front().head.at(1).at(2), "São Tomé and Príncipe");
}

}  // namespace
}  // namespace entente::panels::tests
