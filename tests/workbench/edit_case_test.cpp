#include "workbench/edit_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "workbench/editing.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using testing::Folder;
using Lines = std::vector<std::string>;

constexpr auto kFrigates = "frigates-cancelled-2008";

Folder& copied(Folder& folder, const char* name = "tiny") {
    std::filesystem::copy(testing::source_folder() / "tests/cases" / name, folder.path(),
                          std::filesystem::copy_options::recursive);
    return folder;
}

std::string replaced(std::string text, const std::string& old, const std::string& now) {
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), now);
}

Lines lines_of(const std::vector<Problem>& problems) {
    Lines lines;
    for (const auto& problem : problems) {
        lines.push_back(problem.where.file + ":" + std::to_string(problem.where.line) + " " + problem.what);
    }
    return lines;
}

const std::string kOldText =
    "text     = \"New Zealand cancels its order of frigates; \\\"regrettable\\\", says Australia.\"";

TEST(EditCase, a_change_is_written_and_answers_with_the_new_hashes) {
    Folder folder;
    const auto file = copied(folder).path() / "evidence/late.toml";
    const std::string before = bytes_of(file);
    const auto result =
        done(changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "text", text("Cancelled.")));
    EXPECT_TRUE(result.written);
    EXPECT_EQ(bytes_of(file), replaced(before, kOldText, "text     = \"Cancelled.\""));
    EXPECT_EQ(result.sha256, sha256(bytes_of(file)));
    EXPECT_EQ(result.after->content.sha256, open_case({folder.path(), {}, {}, {}})->content.sha256);
    EXPECT_EQ(result.file, "evidence/late.toml");
}

TEST(EditCase, trying_writes_nothing_and_answers_the_same) {
    Folder folder;
    const auto file = copied(folder).path() / "evidence/late.toml";
    const std::string before = bytes_of(file);
    auto request = changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "text", text("Cancelled."));
    request.try_only = true;
    const auto tried = done(request);
    EXPECT_FALSE(tried.written);
    EXPECT_EQ(bytes_of(file), before);
    request.try_only = false;
    const auto written = done(request);
    EXPECT_EQ(tried.sha256, written.sha256);
    EXPECT_EQ(tried.after->content.sha256, written.after->content.sha256);
}

TEST(EditCase, an_edit_that_changes_nothing_does_not_touch_the_file) {
    Folder folder;
    const auto file = copied(folder).path() / "evidence/late.toml";
    const auto time = std::filesystem::last_write_time(file);
    const auto result = done(changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "kind", text("act")));
    EXPECT_FALSE(result.written);
    EXPECT_EQ(std::filesystem::last_write_time(file), time);
}

// The only coding under ideological division: without it the factor is not assessed, and its posterior is the prior.
TEST(EditCase, an_edit_says_what_it_would_change_in_the_verdict) {
    Folder folder;
    copied(folder, "two-coders");
    EditRequest request;
    request.which.folder = folder.path();
    request.edit.file = "codings/first.toml";
    request.edit.sha256 = sha256(bytes_of(folder.path() / request.edit.file));
    request.edit.remove.push_back({EntryKind::Coding, coding_of("tariff-2008", "ideological-division", "early"), {}});
    request.try_only = true;
    const auto result = done(request);
    ASSERT_TRUE(result.change && result.change->before && result.change->after);
    const auto weakened = [](const assessment::Outcome& outcome) {
        const auto factor = std::find_if(outcome.factors.begin(), outcome.factors.end(),
                                         [](const auto& each) { return each.id == "ideological-division"; });
        return factor->posterior.weakened;
    };
    EXPECT_LT(weakened(*result.change->after), weakened(*result.change->before));
    const auto now = assessment::assess_once(open_case({folder.path(), {}, {}, {}})->content, result.after->theory,
                                             result.after->protocol, {"early", "late", {}, 0});
    EXPECT_EQ(weakened(*result.change->before), weakened(now));
}

TEST(EditCase, an_error_anywhere_in_the_case_keeps_everything_as_it_was) {
    Folder folder;
    const auto file = copied(folder).path() / "evidence/late.toml";
    const std::string before = bytes_of(file);
    const auto refused = error_of([&] {
        static_cast<void>(
            edit_case(changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "id", text("renamed-2008"))));
    });
    EXPECT_TRUE(
        std::string(refused.what())
            .starts_with("the edit was not carried out: " + std::to_string(refused.problems().size()) + " error"))
        << refused.what();
    EXPECT_FALSE(refused.problems().empty());
    EXPECT_EQ(refused.kind(), ErrorKind::BadData);
    const auto lines = lines_of(refused.problems());
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return line.starts_with("codings/first.toml:") && line.find(kFrigates) != std::string::npos;
    })) << lines.size();
    EXPECT_EQ(bytes_of(file), before);
}

TEST(EditCase, what_is_wrong_in_an_entry_is_named_where_it_would_stand) {
    Folder folder;
    copied(folder);
    auto request = changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "kind", text("deed"));
    auto& entry = request.edit.put.front().entry;
    entry = with(entry, "date", text("2008-13-01"));
    const auto refused = error_of([&] { static_cast<void>(edit_case(request)); });
    // Line 4 holds the id, as in tests/cases/tiny/evidence/late.toml.
    const Lines expected{
        "evidence/late.toml:5 'date' should be a date such as 2017-02-10, \"2017-02\" or \"2017\", but is the string "
        "\"2008-13-01\"",
        "evidence/late.toml:6 'kind' should be one of words, opinion, act, structural, absence, but is \"deed\""};
    EXPECT_EQ(lines_of(refused.problems()), expected);
}

TEST(EditCase, a_file_that_changed_meanwhile_is_a_conflict_that_shows_what_stands_there) {
    Folder folder;
    const auto file = copied(folder).path() / "evidence/late.toml";
    const auto request = changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "text", text("Mine."));
    const std::string theirs = replaced(bytes_of(file), kOldText, "text     = \"Theirs.\"");
    folder.write("evidence/late.toml", theirs);
    const auto conflict = std::get<EditConflict>(edit_case(request));
    EXPECT_EQ(conflict.file, "evidence/late.toml");
    EXPECT_EQ(conflict.sha256, sha256(theirs));
    ASSERT_EQ(conflict.entries.size(), 1U);
    ASSERT_TRUE(conflict.entries.front().stands);
    EXPECT_EQ(std::get<std::string>(conflict.entries.front().stands->find("text")->data), "Theirs.");
    EXPECT_EQ(bytes_of(file), theirs);
}

TEST(EditCase, a_file_that_is_gone_or_there_unexpectedly_is_a_conflict) {
    Folder folder;
    copied(folder);
    auto request = changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "text", text("Mine."));
    request.edit.sha256.reset();
    EXPECT_TRUE(std::get<EditConflict>(edit_case(request)).sha256);
    request.edit.file = "evidence/gone.toml";
    request.edit.sha256 = sha256("");
    const auto conflict = std::get<EditConflict>(edit_case(request));
    EXPECT_FALSE(conflict.sha256);
    EXPECT_FALSE(conflict.entries.front().stands);
}

TEST(EditCase, of_two_writers_at_once_one_writes_and_the_other_is_told) {
    Folder folder;
    copied(folder);
    std::vector<EditRequest> requests;
    for (const char* words : {"One.", "Two.", "Three.", "Four."}) {
        requests.push_back(changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "text", text(words)));
    }
    std::atomic<int> written{0};
    std::atomic<int> conflicts{0};
    std::vector<std::thread> writers;
    for (const auto& request : requests) {
        writers.emplace_back([&written, &conflicts, &request] {
            ++(std::holds_alternative<EditResult>(edit_case(request)) ? written : conflicts);
        });
    }
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(written, 1);
    EXPECT_EQ(conflicts, 3);
}

TEST(EditCase, a_new_coder_begins_a_file) {
    Folder folder;
    copied(folder);
    EditRequest request;
    request.which.folder = folder.path();
    request.coder = "third";
    request.edit.file = "codings/third.toml";
    request.edit.coder = {"Coded for a test.", true};
    request.edit.read = {"port-agreement-2004"};
    const auto result = done(request);
    EXPECT_TRUE(result.written);
    EXPECT_EQ(bytes_of(folder.path() / "codings/third.toml"),
              "coder = \"third\"\nabout = \"Coded for a test.\"\nblind = true\nread  = [\"port-agreement-2004\"]\n");
    EXPECT_EQ(result.after->content.coders.size(), 2U);
}

TEST(EditCase, another_coders_file_is_not_open_to_a_coder) {
    Folder folder;
    copied(folder);
    EditRequest request;
    request.which.folder = folder.path();
    request.coder = "third";
    request.edit.file = "codings/first.toml";
    const auto refused = error_of([&] { static_cast<void>(edit_case(request)); });
    EXPECT_EQ(refused.kind(), ErrorKind::BadRequest);
}

TEST(EditCase, no_path_leads_out_of_the_case) {
    Folder folder;
    copied(folder);
    folder.write("../outside.toml", "");
    for (const char* file :
         {"../outside.toml", "evidence/../../outside.toml", "/etc/hostname", "case.toml", "evidence/../case.toml",
          "codings/../evidence/late.toml", "evidence//late.toml", "evidence/./late.toml", "", "."}) {
        EditRequest request;
        request.which.folder = folder.path();
        request.edit.file = file;
        EXPECT_EQ(error_of([&] { static_cast<void>(edit_case(request)); }).kind(), ErrorKind::BadData) << file;
    }
    std::filesystem::remove(folder.path() / "../outside.toml");
}

TEST(EditCase, a_link_out_of_the_case_is_not_followed) {
    Folder folder;
    const Folder elsewhere;
    copied(folder);
    elsewhere.write("target.toml", "");
    std::filesystem::create_symlink(elsewhere.path() / "target.toml", folder.path() / "evidence/link.toml");
    EditRequest request;
    request.which.folder = folder.path();
    request.edit.file = "evidence/link.toml";
    request.edit.sha256 = sha256("");
    EXPECT_EQ(error_of([&] { static_cast<void>(edit_case(request)); }).kind(), ErrorKind::BadData);
    EXPECT_EQ(bytes_of(elsewhere.path() / "target.toml"), "");
}

TEST(EditCase, an_edit_may_mend_a_case_that_has_errors) {
    Folder folder;
    const auto file = copied(folder).path() / "evidence/late.toml";
    const std::string good = bytes_of(file);
    auto request = changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "kind", text("act"));
    folder.write("evidence/late.toml", replaced(good, "kind     = \"act\"", "kind     = \"deed\""));
    request.edit.sha256 = sha256(bytes_of(file));
    const auto result = done(request);
    EXPECT_EQ(bytes_of(file), good);
    EXPECT_FALSE(result.change->before);
    EXPECT_TRUE(result.change->after);
}

TEST(EditCase, a_blind_coder_learns_neither_the_verdict_nor_what_others_wrote) {
    Folder folder;
    copied(folder);
    auto request = changing(folder.path(), EntryKind::Item, named_entry(kFrigates), "text", text("Cancelled."));
    request.coder = "third";
    request.blind = true;
    request.try_only = true;
    const auto result = done(request);
    EXPECT_FALSE(result.change);
    EXPECT_EQ(lines_of(result.warnings), Lines{});
    request.edit.put.front().entry = with(request.edit.put.front().entry, "id", text("renamed-2008"));
    const auto refused = error_of([&] { static_cast<void>(edit_case(request)); });
    const auto lines = lines_of(refused.problems());
    ASSERT_FALSE(lines.empty());
    for (const auto& line : lines) EXPECT_EQ(line.find("first"), std::string::npos) << line;
    for (const char* file : {"meetings.toml", "corrections.toml"}) {
        request.edit.file = file;
        EXPECT_EQ(error_of([&] { static_cast<void>(edit_case(request)); }).kind(), ErrorKind::BadRequest) << file;
    }
}

// Two items of one file; other files refer to the first in four places, to the second in one.
TEST(EditCase, a_blind_coder_does_not_learn_how_often_others_used_an_item) {
    const auto told_of = [](std::string_view item, bool blind) {
        Folder folder;
        copied(folder);
        auto request = changing(folder.path(), EntryKind::Item, named_entry(std::string(item)), "id", text("renamed"));
        request.coder = "third";
        request.blind = blind;
        return lines_of(error_of([&] { static_cast<void>(edit_case(request)); }).problems());
    };
    const auto often = "joint-statement-2003-05-01";
    const auto once = "port-agreement-2004";
    ASSERT_NE(told_of(often, false).size(), told_of(once, false).size());
    EXPECT_EQ(told_of(often, true), told_of(once, true));
}

TEST(EditCase, sources_meetings_and_corrections_are_edited_like_items) {
    Folder folder;
    copied(folder);
    const std::string sources = bytes_of(folder.path() / "sources.bib");
    EXPECT_TRUE(
        done(changing(folder.path(), EntryKind::Source, named_entry("herald-2008"), "title", text("日米"))).written);
    EXPECT_NE(bytes_of(folder.path() / "sources.bib"), sources);
    const auto open = open_case({folder.path(), {}, {}, {}});
    const auto& meeting = open->content.meetings.front();
    EXPECT_TRUE(
        done(changing(folder.path(), EntryKind::Meeting, named_entry(meeting.id), "place", text("Elsewhere"))).written);
    const auto& correction = open->content.corrections.front();
    EXPECT_TRUE(
        done(changing(folder.path(), EntryKind::Correction, named_entry(correction.id), "reason", text("Another.")))
            .written);
    const auto now = open_case({folder.path(), {}, {}, {}});
    EXPECT_EQ(now->content.meetings.front().place, "Elsewhere");
    EXPECT_EQ(now->content.corrections.front().reason, "Another.");
}

TEST(EditCase, an_entry_that_is_nowhere_is_not_found) {
    Folder folder;
    EntryRequest request;
    request.which.folder = copied(folder).path();
    request.name.id = "none";
    EXPECT_EQ(error_of([&] { static_cast<void>(standing_entry(request)); }).kind(), ErrorKind::NotFound);
}

}  // namespace
}  // namespace entente::workbench
