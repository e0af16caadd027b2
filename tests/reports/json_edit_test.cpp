#include "reports/json_edit.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/sha256.hpp"
#include "folder.hpp"
#include "reports/edit_request.hpp"
#include "reports/json.hpp"
#include "textfiles/files.hpp"

namespace entente::reports {
namespace {

using nlohmann::json;
using workbench::EntryKind;

std::filesystem::path source(const char* path) {
    return testing::source_folder() / path;
}

workbench::OpenCasePtr opened(const char* path) {
    return workbench::open_case({source(path), {}, {}, {}});
}

json find(const json& list, const std::string& id) {
    for (const auto& each : list) {
        if (each["id"] == id) return each;
    }
    return {};
}

TEST(WorkJson, an_item_comes_with_its_state_its_own_codings_and_what_it_can_be_judged_against) {
    const auto work = json::parse(work_json(workbench::coder_work(opened("tests/cases/two-coders"), {"first", false})));
    EXPECT_EQ(work["coder"], "first");
    EXPECT_EQ(work["file"], "codings/first.toml");
    EXPECT_EQ(work["counts"], (json{{"coded", 5}, {"read", 0}, {"open", 1}}));
    const auto item = find(work["items"], "exercise-2010");
    EXPECT_EQ(item["state"], "coded");
    EXPECT_EQ(item["file"], "evidence/all.toml");
    EXPECT_EQ(item["codings"].size(), 2U);
    EXPECT_EQ(item["others"].size(), 1U);
    EXPECT_EQ(item["others"][0]["coder"], "second");
    EXPECT_EQ(item["judgements"][1]["comparators"][0], "reassurance-2008");
}

// A page sends a coding back as it got it: `entry` has the keys of the format, and putting it back changes nothing.
TEST(WorkJson, the_entry_of_a_coding_can_be_put_back_as_it_is) {
    const auto folder = source("tests/cases/two-coders");
    const auto work = json::parse(work_json(workbench::coder_work(opened("tests/cases/two-coders"), {"first", false})));
    json request{{"file", work["file"]}, {"sha256", work["sha256"]}, {"put", json::array()}};
    for (const auto& item : work["items"]) {
        for (const auto& coding : item["codings"]) {
            const auto& entry = coding["entry"];
            request["put"].push_back(
                {{"kind", "coding"},
                 {"entry", entry},
                 {"replaces",
                  {{"item", entry["item"]}, {"factor", entry["factor"]}, {"baseline", entry["baseline"]}}}});
        }
    }
    ASSERT_EQ(request["put"].size(), 6U);
    Problems problems;
    workbench::EditRequest edit;
    edit.which.folder = folder;
    edit.edit = *read_edit_request(request.dump(), problems);
    edit.try_only = true;
    const auto result = std::get<workbench::EditResult>(workbench::edit_case(edit));
    EXPECT_EQ(result.sha256, work["sha256"]);
}

// Of the shipped case: no sentence that another coder wrote, no cluster that only others use, no claim, no verdict.
TEST(WorkJson, a_blind_coder_reads_nothing_of_what_others_made_of_the_items) {
    const auto open = opened("cases/us-japan");
    const auto seeing = work_json(workbench::coder_work(open, {"third", false}));
    const auto blind = work_json(workbench::coder_work(open, {"third", true}));
    std::size_t notes = 0;
    for (const auto& coder : open->content.coders) {
        for (const auto& coding : coder.codings) {
            for (const auto& words : {coding.note, coding.searched}) {
                if (words.size() < 12) continue;
                const auto written = json(words).dump();
                const auto inner = written.substr(1, written.size() - 2);
                if (coding.theory == open->theory.id) {
                    EXPECT_NE(seeing.find(inner), std::string::npos) << words;  // or nothing would be shown by this
                }
                EXPECT_EQ(blind.find(inner), std::string::npos) << words;
                ++notes;
            }
            if (coding.cluster.empty()) continue;
            EXPECT_EQ(blind.find('"' + coding.cluster + '"') != std::string::npos,
                      std::any_of(open->content.items.begin(), open->content.items.end(),
                                  [&](const auto& item) { return item.id == coding.cluster; }))
                << coding.cluster;
        }
    }
    EXPECT_GT(notes, 300U);
    for (const auto& claim : open->content.claims) {
        EXPECT_EQ(blind.find('"' + claim.id + '"'), std::string::npos) << claim.id;
    }
    for (const auto& meeting : open->content.meetings) {
        for (const auto& promise : meeting.promises) EXPECT_EQ(blind.find(promise.text), std::string::npos);
    }
    const auto parsed = json::parse(blind);
    EXPECT_EQ(parsed["items"].size(), open->content.items.size());
    for (const auto& item : parsed["items"]) {
        EXPECT_FALSE(item.contains("others"));
        EXPECT_TRUE(item["codings"].empty() && item["claims_for"].empty() && item["claims_against"].empty());
        EXPECT_TRUE(item["meetings"].empty() && item["compared_by"].empty());
        EXPECT_EQ(item["state"], "open");
    }
}

workbench::EditRequest editing(const testing::Folder& folder, const char* words) {
    Problems problems;
    const auto bytes = textfiles::read_file(folder.path() / "evidence/late.toml", "late.toml", problems);
    workbench::EntryRequest wanted;
    wanted.which.folder = folder.path();
    wanted.name.id = "frigates-cancelled-2008";
    auto entry = json::parse(standing_entry_json(workbench::standing_entry(wanted)));
    entry["entry"]["text"] = words;
    const json request{{"file", entry["file"]},
                       {"sha256", entry["sha256"]},
                       {"put", {{{"kind", "item"}, {"entry", entry["entry"]}, {"replaces", entry["id"]}}}}};
    workbench::EditRequest edit;
    edit.which.folder = folder.path();
    edit.edit = *read_edit_request(request.dump(), problems);
    return edit;
}

TEST(EditJson, what_came_of_an_edit_is_said_with_verdict_and_findings_before_and_after) {
    const testing::Folder folder;
    folder.copy_tiny();
    const auto result = std::get<workbench::EditResult>(workbench::edit_case(editing(folder, "Other words.")));
    const auto said = json::parse(edit_json(result));
    EXPECT_EQ(said["written"], true);
    EXPECT_EQ(said["file"], "evidence/late.toml");
    EXPECT_EQ(said["sha256"], result.sha256);
    EXPECT_EQ(said["case_sha256"], opened(folder.path().c_str())->content.sha256);
    // As `assess` says it of the same case.
    const auto assessed = json::parse(assess_json(workbench::assess(opened(folder.path().c_str()), {})));
    for (const char* side : {"before", "after"}) {
        const auto& answer = said["change"][side];
        EXPECT_EQ(answer["verdict"]["direction"], assessed["verdict"]["direction"]);
        EXPECT_EQ(answer["verdict"]["probability"], assessed["verdict"]["probability"]);
        ASSERT_EQ(answer["factors"].size(), assessed["factors"].size());
        for (std::size_t i = 0; i < answer["factors"].size(); ++i) {
            EXPECT_EQ(answer["factors"][i]["finding"], assessed["factors"][i]["finding"]);
            EXPECT_EQ(answer["factors"][i]["posterior"], assessed["factors"][i]["posterior"]);
        }
    }
    for (const auto& problem : said["problems"]) EXPECT_NE(problem["file"].get<std::string>().front(), '/');
}

TEST(EditJson, a_blind_coder_is_told_of_no_change) {
    const testing::Folder folder;
    folder.copy_tiny();
    auto request = editing(folder, "Other words.");
    request.coder = "third";
    request.blind = true;
    const auto said = json::parse(edit_json(std::get<workbench::EditResult>(workbench::edit_case(request))));
    EXPECT_TRUE(said["change"].is_null());
    EXPECT_TRUE(said["problems"].empty());
}

TEST(EditJson, a_conflict_shows_the_entry_on_disk_as_an_edit_would_send_it) {
    const testing::Folder folder;
    folder.copy_tiny();
    const auto mine = editing(folder, "Mine.");
    static_cast<void>(workbench::edit_case(editing(folder, "Theirs.")));
    const auto said = json::parse(conflict_json(std::get<workbench::EditConflict>(workbench::edit_case(mine))));
    EXPECT_EQ(said["entry"]["text"], "Theirs.");
    EXPECT_EQ(said["entry"]["date"], "2008-06-01");
    EXPECT_EQ(said["entries"][0]["id"], "frigates-cancelled-2008");
    EXPECT_EQ(said["sha256"].get<std::string>().size(), 64U);
    EXPECT_FALSE(said["error"]["what"].get<std::string>().empty());
}

// exercise-2010 against the early years: the first coder says institutionalisation, the second credibility/strength.
TEST(AgreementJson, a_disagreement_shows_what_each_coder_wrote_and_against_which_baseline) {
    const auto open = opened("tests/cases/two-coders");
    const auto result = workbench::agreement_of(*open, {});
    const auto said = json::parse(agreement_json(*open, result, {}));
    bool found = false;
    for (const auto& each : said["disagreements"]) {
        ASSERT_EQ(each["codings"].size(), said["coders"].size());
        if (each["item"] != "exercise-2010" || each["factor"] != "institutionalisation") continue;
        found = true;
        EXPECT_EQ(each["baseline"], "early");
        EXPECT_EQ(each["codings"][0]["cluster"], "exercises");
        EXPECT_EQ(each["codings"][0]["against"]["searched"], "Invented releases of both ministries, 2001–2006");
        EXPECT_TRUE(each["codings"][1].is_null());
    }
    EXPECT_TRUE(found);
}

}  // namespace
}  // namespace entente::reports
