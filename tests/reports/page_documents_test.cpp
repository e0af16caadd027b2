// The documents of the pages: complete, the same as the command line's, and free of this machine.
#include "reports/page_documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "core/sha256.hpp"
#include "folder.hpp"
#include "reports/json.hpp"
#include "workbench/compare.hpp"
#include "workbench/figures.hpp"
#include "workbench/folders.hpp"
#include "workbench/protocols.hpp"
#include "workbench/show.hpp"

namespace entente::reports {
namespace {

using Json = nlohmann::ordered_json;
using testing::error_of;
using testing::Folder;

workbench::OpenCasePtr opened(const std::filesystem::path& folder) {
    return workbench::open_case({folder, {}, {}, {}});
}

std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

Json document(std::string_view name, const DocumentRequest& request = {}) {
    return Json::parse(page_document(opened(testing::tiny_case()), name, request));
}

TEST(PageDocuments, every_name_gives_an_object) {
    const auto open = opened(testing::source_folder() / "tests/cases/two-coders");
    const auto threatened = opened(testing::source_folder() / "tests/cases/threatened");
    EXPECT_TRUE(Json::parse(page_document(threatened, "threat", {})).is_object());
    const auto burdened = opened(testing::source_folder() / "tests/cases/burdened");
    EXPECT_TRUE(Json::parse(page_document(burdened, "burden", {})).is_object());
    for (const auto name : page_document_names()) {
        if (name == "threat" || name == "burden") continue;  // only where a case ships figures of threats, of burdens
        if (name == "compare" || name == "burdens-beside") continue;  // only where others are set beside it
        if (name == "scenario" || name == "forecast") continue;       // only where somebody foretold something
        if (name == "backtest") continue;                             // only where there is a data store
        ASSERT_TRUE(has_page_document(*open, name, {})) << name;
        EXPECT_TRUE(Json::parse(page_document(open, name, {})).is_object()) << name;
    }
}

TEST(PageDocuments, compare_a_case_with_those_beside_it_and_only_where_there_are_some) {
    const auto open = opened(testing::tiny_case());
    const auto other = opened(testing::source_folder() / "tests/cases/two-coders");
    const auto burdened = opened(testing::source_folder() / "tests/cases/burdened");
    EXPECT_FALSE(has_page_document(*open, "compare", {}));
    EXPECT_EQ(error_of([&] { (void)page_document(open, "compare", {}); }).kind(), ErrorKind::NotFound);
    DocumentRequest request;
    request.beside = {other, burdened};
    EXPECT_EQ(Json::parse(page_document(open, "compare", request)),
              Json::parse(compare_json(workbench::compare({open, other, burdened}, request))));
    const auto about = Json::parse(page_document(open, "case", request));
    EXPECT_EQ(about.at("beside").at(0).at("id"), "two-coders");
    // Of those beside, each as its own page shows it, where it records something.
    const auto burdens = Json::parse(page_document(open, "burdens-beside", request)).at("burdens");
    ASSERT_EQ(burdens.size(), 1U);
    EXPECT_EQ(burdens[0], Json::parse(page_document(burdened, "burden", {})));
}

TEST(PageDocuments, compare_no_case_with_itself_and_none_in_one_period_of_its_own) {
    const auto open = opened(testing::tiny_case());
    DocumentRequest request;
    request.beside = {open};
    EXPECT_EQ(error_of([&] { require_comparable(open, request); }).kind(), ErrorKind::BadRequest);
    request.beside = {opened(testing::source_folder() / "tests/cases/two-coders")};
    require_comparable(open, request);
    request.focal = "late";
    const auto error = error_of([&] { require_comparable(open, request); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_NE(error.advice().find("--beside"), std::string::npos) << error.advice();
}

TEST(PageDocuments, are_those_of_the_command_line) {
    const auto open = opened(testing::tiny_case());
    EXPECT_EQ(document("assess"), Json::parse(assess_json(workbench::assess(open, {}))));
    EXPECT_EQ(document("trajectory"), Json::parse(trajectory_json(workbench::trajectory(open, {}))));
    EXPECT_EQ(document("continuity"), Json::parse(continuity_json(workbench::continuity(open, {}))));
    EXPECT_EQ(document("figures"), Json::parse(figures_json(workbench::figures(open))));
    EXPECT_EQ(document("sources"), Json::parse(show_json(workbench::show(open, {"sources", {}}))));
    EXPECT_EQ(document("scenario"), Json::parse(scenario_json(workbench::scenario(open, {}))));
    EXPECT_EQ(document("forecast"), Json::parse(forecast_json(workbench::forecast_of_case(*open, {}))));
    EXPECT_EQ(document("protocol"), Json::parse(protocols_json(workbench::protocols("ledger-v1"))).at("protocols")[0]);
}

TEST(PageDocuments, say_of_the_case_what_the_command_line_says_and_which_documents_it_has) {
    const auto open = opened(testing::tiny_case());
    auto about = document("case");
    const auto names = about.at("documents").get<std::vector<std::string>>();
    for (const auto& name : names) EXPECT_NO_THROW((void)page_document(open, name, {})) << name;
    EXPECT_EQ(std::count(names.begin(), names.end(), "scenario"), 1);
    EXPECT_EQ(std::count(names.begin(), names.end(), "agreement"), 0);  // it has one coder
    about.erase("documents");
    EXPECT_EQ(about, Json::parse(show_json(workbench::show(open, {"case", {}}))));
}

TEST(PageDocuments, threat_is_made_of_the_case_alone_whatever_the_store_has) {
    const auto open = opened(testing::source_folder() / "tests/cases/threatened");
    const auto json = Json::parse(page_document(open, "threat", {}));
    EXPECT_EQ(json.at("figures"), "case");
    ASSERT_EQ(json.at("states").size(), 1U);  // of New Zealand it ships none
    const auto& years = json.at("states").at(0).at("years");
    ASSERT_EQ(years.size(), 2U);
    EXPECT_EQ(years.at(0).at("year"), 2005);
    EXPECT_EQ(years.at(1).at("threats").at(0).at("code"), "INS");
    // Papua New Guinea's expenditure of 2010 is not known: no offensive power, no rank, and not 0.
    EXPECT_EQ(years.at(1).at("threats").at(1).at("code"), "PNG");
    EXPECT_TRUE(years.at(1).at("threats").at(1).at("rank").is_null());
    EXPECT_EQ(years.at(1).at("threats").at(1).at("composite_why_not"), "not among the case's figures");
}

TEST(PageDocuments, burden_is_made_of_the_case_alone_whatever_the_store_has) {
    const auto open = opened(testing::source_folder() / "tests/cases/burdened");
    const auto json = Json::parse(page_document(open, "burden", {}));
    ASSERT_EQ(json.at("groups").size(), 1U);
    const auto& group = json.at("groups").at(0);
    // The invented figures: Australia spends 1.9964% in 2010, just below the 2% promised, which two decimals hide.
    const auto& promise = group.at("guidelines").at(0);
    EXPECT_EQ(promise.at("id"), "two-percent");
    EXPECT_EQ(promise.at("members").at(0).at("code"), "AUL");
    EXPECT_EQ(promise.at("members").at(0).at("compliance"), "below");
    EXPECT_EQ(promise.at("members").at(0).at("rounding_would_pass"), true);
    // 3 of 3 + 1 million; with two of crews' pay 3 of 6.
    const auto& share = group.at("of_case").at("supports").at(0).at("share");
    EXPECT_EQ(share.at("most"), 0.75);
    EXPECT_EQ(share.at("least"), 0.5);
    EXPECT_EQ(group.at("of_case").at("persons").at(0).at("ratio"), 4.0);  // −20 against −5 points
    EXPECT_EQ(group.at("of_case").at("conduct").at("counts").at(0).at("borne_out"), 1);
}

TEST(PageDocuments, a_case_in_which_nothing_was_foretold_has_no_such_document) {
    const auto open = opened(testing::source_folder() / "tests/cases/two-coders");
    for (const auto* name : {"scenario", "forecast"}) {
        EXPECT_FALSE(has_page_document(*open, name, {}));
        EXPECT_EQ(error_of([&] { (void)page_document(open, name, {}); }).kind(), ErrorKind::NotFound);
    }
}

TEST(PageDocuments, a_case_that_records_no_burdens_has_no_such_document) {
    const auto open = opened(testing::tiny_case());
    EXPECT_FALSE(has_page_document(*open, "burden", {}));
    const auto error = error_of([&] { (void)page_document(open, "burden", {}); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
}

TEST(PageDocuments, a_case_without_figures_of_threats_has_no_such_document) {
    const auto open = opened(testing::tiny_case());
    EXPECT_FALSE(has_page_document(*open, "threat", {}));
    const auto error = error_of([&] { (void)page_document(open, "threat", {}); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(error.what(), "the case ships no figures of threats");
}

TEST(PageDocuments, have_no_white_space_between_keys) {
    const auto text = page_document(opened(testing::tiny_case()), "protocol", {});
    EXPECT_EQ(text, Json::parse(text).dump());
}

TEST(PageDocuments, name_files_relative_to_the_case) {
    const Folder copy;
    copy.copy_tiny();
    copy.append("evidence/late.toml",
                "\n[[item]]\nid = \"unread\"\ndate = 2010-01-01\nkind = \"act\"\nissues = [\"defence\"]\n"
                "actors = [\"AUL\"]\ntext = \"Nobody coded this.\"\nsources = [\"herald-2008\"]\n");
    const auto open = opened(copy.path());
    EXPECT_EQ(Json::parse(page_document(open, "items", {})).at("items")[0].at("file"), "evidence/early.toml");
    const auto problems = Json::parse(page_document(open, "check", {})).at("problems");
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].at("file"), "evidence/late.toml");
    for (const auto name : page_document_names()) {
        if (!has_page_document(*open, name, {})) continue;
        EXPECT_EQ(page_document(open, name, {}).find(copy.path().string()), std::string::npos) << name;
    }
}

TEST(PageDocuments, do_not_say_where_a_theory_of_ones_own_lies) {
    const Folder elsewhere;
    auto text = read_text(testing::source_folder() / "theories/walt-1997.toml");
    elsewhere.write("theories/mine.toml", text + "\n# Changed.\n");
    const auto file = elsewhere.path() / "theories/mine.toml";
    const auto open = workbench::open_case({testing::tiny_case(), file.string(), {}, {}});
    ASSERT_FALSE(open->misnamed.empty());
    const auto assess = page_document(open, "assess", {});
    EXPECT_EQ(assess.find(elsewhere.path().string()), std::string::npos);
    EXPECT_NE(assess.find("theories/mine.toml calls itself 'walt-1997'"), std::string::npos);
}

TEST(PageDocuments, agreement_needs_two_coders) {
    const auto one = opened(testing::tiny_case());
    EXPECT_FALSE(has_page_document(*one, "agreement", {}));
    EXPECT_EQ(error_of([&] { static_cast<void>(page_document(one, "agreement", {})); }).kind(), ErrorKind::NotFound);
    const auto two = opened(testing::source_folder() / "tests/cases/two-coders");
    EXPECT_TRUE(has_page_document(*two, "agreement", {}));
    EXPECT_FALSE(has_page_document(*two, "agreement", {{{}, {}, {"first"}, {}}, {}}));
}

TEST(PageDocuments, an_unknown_name_is_not_found) {
    const auto error = error_of([] { static_cast<void>(document("asess")); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("did you mean 'assess'?"), std::string::npos);
}

TEST(PageDocuments, the_case_says_what_was_asked_and_of_which_files_it_is_made) {
    const auto json = document("case");
    EXPECT_EQ(json.at("focal"), "late");
    EXPECT_EQ(json.at("baseline"), "early");
    EXPECT_EQ(json.at("alliance").at("members"), Json::parse(R"(["AUL","NEW"])"));
    EXPECT_EQ(json.at("alliance").at("member_names").at("NEW"), "New Zealand");
    EXPECT_EQ(json.at("files")[0].at("path"), "case.toml");
    // core/sha256_test.cpp holds the function to the published answers.
    EXPECT_EQ(json.at("files")[0].at("sha256"), sha256(read_text(testing::tiny_case() / "case.toml")));
    EXPECT_EQ(json.at("coders")[0].at("id"), "first");
    const auto documents = json.at("documents").get<std::vector<std::string>>();
    EXPECT_NE(std::find(documents.begin(), documents.end(), "assess"), documents.end());
    EXPECT_EQ(std::find(documents.begin(), documents.end(), "compare"), documents.end());  // nothing stands beside it
    EXPECT_EQ(document("case", {{"late", "early", {}, {}}, {}}).at("focal"), "early");
}

TEST(PageDocuments, the_citation_holds_what_the_numbers_depend_on) {
    const auto json = document("case", {{{}, {}, {"first"}, 7}, {}});
    const auto bibtex = json.at("bibtex").get<std::string>();
    EXPECT_TRUE(bibtex.starts_with("@misc{tiny-late-2012,\n"));
    EXPECT_NE(bibtex.find("date         = {2012-12-31}"), std::string::npos);
    EXPECT_NE(bibtex.find("Coders: first. Seed: 7."), std::string::npos);
    EXPECT_NE(bibtex.find(json.at("case").at("sha256").get<std::string>()), std::string::npos);
}

TEST(PageDocuments, what_tex_would_read_as_a_command_is_escaped_in_the_citation) {
    const Folder copy;
    copy.copy_tiny();
    auto text = read_text(copy.path() / "case.toml");
    const std::string title = "Australia–New Zealand (invented)";
    text.replace(text.find(title), title.size(), "50% of A & B_{x}");
    copy.write("case.toml", text);
    const auto json = Json::parse(page_document(opened(copy.path()), "case", {}));
    EXPECT_NE(json.at("bibtex").get<std::string>().find(R"({{50\% of A \& B\_\{x\}: )"), std::string::npos);
}

TEST(PageDocuments, an_item_comes_with_its_quote_and_its_neighbours) {
    const auto items = document("items").at("items");
    const auto& statement = items[0];
    EXPECT_EQ(statement.at("id"), "joint-statement-2003-05-01");
    EXPECT_EQ(statement.at("quote"), Json::parse(R"({"text":"We stand together.","lang":"en","translation":null})"));
    EXPECT_EQ(statement.at("meetings"), Json::parse(R"(["wellington-2003-05-01"])"));
    EXPECT_EQ(statement.at("compared_by"), Json::parse(R"(["frigates-cancelled-2008"])"));
    EXPECT_TRUE(items[1].at("quote").is_null());
    EXPECT_EQ(items[3].at("searched"), "Invented releases of both ministries, 2009");
}

TEST(PageDocuments, the_theory_is_whole) {
    const auto json = document("theory");
    EXPECT_EQ(json.at("id"), "walt-1997");
    EXPECT_FALSE(json.at("decision_rules").empty());
    for (const auto& factor : json.at("factors")) {
        EXPECT_FALSE(factor.at("counts").empty()) << factor.at("id");
        EXPECT_TRUE(factor.at("aspects").is_array());
        EXPECT_TRUE(factor.at("citations").is_array());
    }
}

TEST(PageDocuments, the_protocol_has_every_number_of_its_file) {
    const auto json = document("protocol");
    // protocols/ledger-v1.toml
    EXPECT_EQ(json.at("decibels").at("structural"), 10);
    EXPECT_EQ(json.at("grade").at("reliability").at("E"), 0.2);
    EXPECT_EQ(json.at("grade").at("credibility")[4], 0.15);
    EXPECT_EQ(json.at("dependence").at("clustering"), "as-coded");
    EXPECT_EQ(json.at("multiverse").at("decibels").size(), 4U);
    EXPECT_EQ(json.at("sensitivity").at("seed"), 1951);
    EXPECT_EQ(json.at("outlook").at("base_rate")[2].at("alliance_years"), 492);
    EXPECT_TRUE(json.at("reading").is_null());
}

}  // namespace
}  // namespace entente::reports
