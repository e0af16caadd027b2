#include "casefile/case_folder.hpp"

#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "core/sha256.hpp"

namespace entente::casefile {
namespace {

TEST(CaseFolder, a_case_with_every_kind_of_file_reads_without_a_problem) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    // Counted in tests/cases/tiny.
    EXPECT_EQ(which.issues.size(), 2U);
    EXPECT_EQ(which.periods.size(), 2U);
    EXPECT_EQ(which.actors.size(), 1U);
    EXPECT_EQ(which.sources.size(), 2U);
    EXPECT_EQ(which.items.size(), 4U);
    ASSERT_EQ(which.coders.size(), 1U);
    EXPECT_EQ(which.coders[0].codings.size(), 3U);
    EXPECT_EQ(which.claims.size(), 1U);
    EXPECT_EQ(which.meetings.size(), 1U);
    EXPECT_EQ(which.figures.size(), 1U);
    EXPECT_EQ(which.series.size(), 1U);
    EXPECT_EQ(which.derived.size(), 1U);
    EXPECT_EQ(which.corrections.size(), 1U);
    EXPECT_EQ(which.scenarios.size(), 1U);
}

TEST(CaseFolder, items_stand_in_the_order_of_their_files) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    ASSERT_EQ(which.items.size(), 4U);
    EXPECT_EQ(which.items[0].id, "joint-statement-2003-05-01");
    EXPECT_EQ(which.items[1].id, "port-agreement-2004");
    EXPECT_EQ(which.items[2].id, "frigates-cancelled-2008");
    EXPECT_EQ(which.items[3].id, "no-exercise-2009");
}

TEST(CaseFolder, positions_begin_with_the_path_as_the_user_wrote_it) {
    std::filesystem::current_path(ENTENTE_SOURCE_DIR);
    for (const char* written : {"tests/cases/tiny", "tests/cases/tiny/", "tests/cases/tiny//"}) {
        Problems problems;
        const evidence::Case which = read_case(written, problems);
        ASSERT_EQ(which.items.size(), 4U);
        // The second [[item]] of early.toml stands in line 15.
        const Position item{"tests/cases/tiny/evidence/early.toml", 15, 1};
        EXPECT_EQ(which.items[1].where, item);
        // sources = [{ key = "ministry-2003", … }] of that item.
        const Position citation{"tests/cases/tiny/evidence/early.toml", 22, 13};
        EXPECT_EQ(which.items[1].sources.at(0).where, citation);
        const Position actor{"tests/cases/tiny/evidence/early.toml", 20, 20};
        EXPECT_EQ(which.items[1].actors.at(1).where, actor);
        const Position source{"tests/cases/tiny/sources.bib", 3, 1};
        EXPECT_EQ(which.sources.at(0).where, source);
    }
}

TEST(CaseFolder, the_hash_is_of_the_sorted_paths_and_bytes) {
    CaseCopy copy;
    for (const char* path : {"evidence", "codings", "figures", "scenarios", "claims.toml", "meetings.toml",
                             "figures.toml", "corrections.toml", "sources.bib"}) {
        copy.remove(path);
    }
    copy.write("claims.toml", "");
    const std::string lines = "case.toml" + std::string(1, '\0') + sha256(copy.bytes("case.toml")) + "\nclaims.toml" +
                              std::string(1, '\0') + sha256("") + "\n";
    EXPECT_EQ(copy.read().sha256, sha256(lines));
}

TEST(CaseFolder, the_hash_of_each_file_is_kept) {
    CaseCopy copy;
    const auto which = copy.read();
    ASSERT_FALSE(which.files.empty());
    EXPECT_EQ(which.files.front().path, "case.toml");
    EXPECT_EQ(which.files.front().sha256, sha256(copy.bytes("case.toml")));
    EXPECT_EQ(which.files.back().path, "sources.bib");
}

TEST(CaseFolder, the_hash_does_not_depend_on_the_folder_or_on_notes_but_on_every_byte) {
    CaseCopy copy;
    CaseCopy other;
    const std::string hash = copy.read().sha256;
    EXPECT_EQ(hash.size(), 64U);
    other.write("memo.md", "A note.");
    other.write(".hidden", "x");
    EXPECT_EQ(other.read().sha256, hash);
    other.append("figures/exercises.csv", "2009,1,\n");
    EXPECT_NE(other.read().sha256, hash);
}

TEST(CaseFolder, only_case_toml_is_required) {
    CaseCopy copy;
    for (const auto& entry : std::filesystem::directory_iterator(copy.folder())) {
        if (entry.path().filename() != "case.toml") std::filesystem::remove_all(entry.path());
    }
    EXPECT_EQ(copy.problems(), Lines{});
}

TEST(CaseFolder, notes_and_hidden_files_are_ignored_wherever_they_stand) {
    CaseCopy copy;
    copy.write("notes.md", "x");
    copy.write(".gitignore", "x");
    copy.write("codings/memo.md", "x");
    copy.write("evidence/.swp", "x");
    EXPECT_EQ(copy.problems(), Lines{});
}

TEST(CaseFolder, a_file_in_no_place_of_the_format_is_a_warning_with_advice) {
    CaseCopy copy;
    copy.write("claim.toml", "");
    copy.write("evidence/more/x.toml", "");
    copy.write("evidence/list.csv", "");
    copy.write("scenario/x.toml", "");
    EXPECT_EQ(copy.problems(), (Lines{"claim.toml:0:0 warning not read: a case has no such file",
                                      "evidence/list.csv:0:0 warning not read", "evidence/more:0:0 warning not read",
                                      "scenario:0:0 warning not read: a case has no such folder"}));
    EXPECT_NE(copy.advice()[0].find("did you mean 'claims.toml'?"), std::string::npos);
    EXPECT_NE(copy.advice()[3].find("did you mean 'scenarios'?"), std::string::npos);
}

TEST(CaseFolder, a_table_of_points_that_no_series_uses_is_a_warning) {
    CaseCopy copy;
    copy.write("figures/spare.csv", "date,value,note\n");
    EXPECT_EQ(copy.problems(), Lines{"figures/spare.csv:0:0 warning no series of figures.toml uses this file"});
}

}  // namespace
}  // namespace entente::casefile
