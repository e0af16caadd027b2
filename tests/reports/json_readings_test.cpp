#include "reports/json_readings.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "folder.hpp"
#include "reports/page_documents.hpp"

namespace entente::reports {
namespace {

using Json = nlohmann::ordered_json;
using testing::Folder;

workbench::OpenCasePtr opened(const std::filesystem::path& folder, const std::string& protocol = {}) {
    return workbench::open_case({folder, {}, protocol, {}});
}

Json what_if_of(const workbench::OpenCasePtr& open, const workbench::ReadingRequest& request) {
    return Json::parse(what_if_json(workbench::what_if(open, request)));
}

// The case two-coders has an agreement section as well.
const std::filesystem::path kTwoCoders = testing::source_folder() / "tests/cases/two-coders";

TEST(WhatIfJson, an_empty_reading_is_the_assessment_byte_for_byte_but_for_what_if) {
    for (const auto& folder : {kTwoCoders, testing::source_folder() / "tests/cases/fixture-all"}) {
        auto json = what_if_of(opened(folder), {});
        EXPECT_EQ(json.at("what_if"), Json::array());
        EXPECT_TRUE(json.at("other_protocol").is_null());
        EXPECT_TRUE(json.at("other_theory").is_null());
        for (const auto* key : {"what_if", "other_protocol", "other_theory"}) json.erase(key);
        EXPECT_EQ(json.dump(), page_document(opened(folder), "assess", {}));
    }
}

// What may differ: what the protocol is called, its hash, and the list of what was changed.
TEST(WhatIfJson, a_saved_protocol_repeats_it_byte_for_byte_but_for_its_name) {
    const Folder copy;
    std::filesystem::copy(kTwoCoders, copy.path(), std::filesystem::copy_options::recursive);
    const auto open = opened(copy.path());
    workbench::SaveReadingRequest save;
    save.id = "other";
    save.name = "Other";
    save.summary = "Read otherwise.";
    save.reading.changes = {{"prior.weakened", 0.1},
                            {"prior.unchanged", 0.8},
                            {"prior.strengthened", 0.1},
                            {"decibels.act", 4.5},
                            {"sensitivity.seed", std::int64_t{7}}};
    save.reading.coders = std::vector<std::string>{open->content.coders.front().id};
    save.reading.set_aside = std::vector<std::string>{open->content.items.front().id};
    save.reading.grades.emplace().emplace(open->content.items.back().id, evidence::Grade{'C', 4});
    auto expected = what_if_of(open, save.reading);
    EXPECT_EQ(expected.at("what_if").size(), 8U) << expected.at("what_if");
    static_cast<void>(workbench::save_reading(open, save));
    auto repeated = Json::parse(page_document(opened(copy.path(), "other"), "assess", {}));
    EXPECT_EQ(repeated.at("protocol").at("id"), "other");
    for (const auto* key : {"what_if", "other_protocol", "other_theory"}) expected.erase(key);
    for (auto* each : {&expected, &repeated}) each->erase("protocol");
    EXPECT_EQ(repeated.dump(), expected.dump());
}

TEST(WhatIfJson, coverage_names_what_the_reading_changes) {
    const auto open = opened(testing::tiny_case());
    workbench::ReadingRequest request;
    request.set_aside = std::vector<std::string>{"no-exercise-2009"};
    request.grades = {{"frigates-cancelled-2008", {'D', 4}}};
    const auto coverage = what_if_of(open, request).at("coverage");
    EXPECT_EQ(coverage.at("set_aside"), Json::array({"no-exercise-2009"}));
    EXPECT_EQ(coverage.at("regraded"),
              Json::array({{{"item", "frigates-cancelled-2008"}, {"grade", "D4"}, {"instead_of", "B2"}}}));
}

TEST(SavedReadingJson, has_the_file_and_its_text) {
    const auto json =
        Json::parse(saved_reading_json({"protocols/x.toml", "id = \"x\"\n", {"a: 1 instead of 2"}, false}));
    EXPECT_EQ(json.at("file"), "protocols/x.toml");
    EXPECT_EQ(json.at("text"), "id = \"x\"\n");
    EXPECT_EQ(json.at("changed").size(), 1U);
}

}  // namespace
}  // namespace entente::reports
