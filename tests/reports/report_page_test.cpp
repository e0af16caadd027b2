// The report: one file from which nothing can break out, and into which nothing of the machine comes.
#include "reports/report_page.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <nlohmann/json.hpp>

#include "folder.hpp"
#include "workbench/folders.hpp"

namespace entente::reports {
namespace {

using Json = nlohmann::json;
using testing::Folder;

workbench::OpenCasePtr opened(const std::filesystem::path& folder) {
    return workbench::open_case({folder, {}, {}, {}});
}

constexpr std::string_view kPage =
    "<!doctype html><html><head>\n<meta charset=\"utf-8\" />\n<!-- entente:documents -->\n"
    "<script type=\"module\" src=\"./entente.js\"></script>\n<link rel=\"stylesheet\" href=\"./entente.css\">\n"
    "</head><body></body></html>\n";

std::array<PageAsset, 3> assets(std::string_view script, std::string_view style = "body{color:#000}") {
    return {{{"index.html", "text/html", kPage},
             {"entente.js", "text/javascript", script},
             {"entente.css", "text/css", style}}};
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

// What stands between two words.
std::string between(std::string_view text, std::string_view begin, std::string_view end) {
    const auto from = text.find(begin);
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from + begin.size(), text.find(end, from + begin.size()) - from - begin.size()));
}

std::string documents_in(std::string_view page) {
    return between(page, "id=\"entente-documents\">", "</script>");
}

TEST(AssembledPage, has_script_style_and_documents_inside) {
    const auto page = assembled_page(assets("show()"), R"({"a":1})");
    EXPECT_EQ(between(page, "<script type=\"module\">", "</script>"), "show()");
    EXPECT_EQ(between(page, "<style>", "</style>"), "body{color:#000}");
    EXPECT_EQ(documents_in(page), R"({"a":1})");
    EXPECT_EQ(page.find("src="), std::string::npos);
    EXPECT_EQ(page.find("href="), std::string::npos);
    EXPECT_EQ(page.find("entente:documents"), std::string::npos);
}

TEST(AssembledPage, the_policy_allows_the_inline_script_and_style_by_their_hashes_and_nothing_else) {
    // `printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64`, and the same of 'p{}'.
    const auto page = assembled_page(assets("alert(1)", "p{}"), "{}");
    const auto policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    EXPECT_NE(policy.find("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), std::string::npos);
    EXPECT_NE(policy.find("style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"), std::string::npos);
    EXPECT_TRUE(policy.starts_with("default-src 'none';"));
    EXPECT_NE(policy.find("connect-src 'none'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    // It rules only what comes after it.
    EXPECT_LT(page.find("Content-Security-Policy"), page.find("<script"));
}

TEST(AssembledPage, a_script_cannot_end_its_own_element) {
    const auto page = assembled_page(assets("a='</script><!--<SCRIPT>'", "a::after{content:'</style>'}"), "{}");
    EXPECT_EQ(between(page, "<script type=\"module\">", "</script>"), R"(a='\x3c/script><!--\x3cSCRIPT>')");
    EXPECT_EQ(between(page, "<style>", "</style>"), R"(a::after{content:'\3c /style>'})");
}

TEST(AssembledPage, assets_of_another_build_are_our_fault) {
    auto other = assets("show()");
    other[0].bytes = "<!doctype html><html><head></head></html>";
    const auto error = testing::error_of([&] { static_cast<void>(assembled_page(other, "{}")); });
    EXPECT_EQ(error.kind(), ErrorKind::Fault);
    EXPECT_NE(std::string(error.what()).find("index.html"), std::string::npos);
}

// A case whose text tries to become part of the page. (The readers refuse some of its signs; nothing here relies on
// it.)
constexpr const char* kHostile = "</script><script>alert(1)</script><!-- \u2028 \u2029 日本";

workbench::OpenCasePtr hostile_case() {
    auto open = std::make_shared<workbench::OpenCase>(*opened(testing::tiny_case()));
    open->content.items.back().text = kHostile;
    return open;
}

TEST(EmbeddedDocuments, cannot_end_their_element) {
    const auto documents = embedded_documents(hostile_case(), {});
    EXPECT_EQ(documents.find('<'), std::string::npos);
    EXPECT_EQ(documents.find("\u2028"), std::string::npos);
    EXPECT_EQ(documents.find("\u2029"), std::string::npos);
}

TEST(EmbeddedDocuments, come_out_of_the_page_as_they_went_in) {
    const auto page = assembled_page(assets("show()"), embedded_documents(hostile_case(), {}));
    EXPECT_EQ(count(page, "</script>"), 2U);
    const auto json = Json::parse(documents_in(page));
    EXPECT_EQ(json.at("mode"), "report");
    EXPECT_EQ(json.at("documents").at("items").at("items").back().at("text"), kHostile);
}

TEST(EmbeddedDocuments, are_the_same_bytes_wherever_the_case_lies) {
    const Folder one;
    const Folder two;
    one.copy_tiny();
    two.copy_tiny();
    const auto documents = embedded_documents(opened(one.path()), {});
    EXPECT_EQ(documents, embedded_documents(opened(two.path()), {}));
    EXPECT_EQ(documents.find(one.path().string()), std::string::npos);
}

TEST(EmbeddedDocuments, hold_every_document_that_the_case_has) {
    const auto open = opened(testing::tiny_case());
    const auto json = Json::parse(embedded_documents(open, {})).at("documents");
    for (const auto name : page_document_names()) {
        EXPECT_EQ(json.contains(name), has_page_document(*open, name, {})) << name;
    }
}

TEST(EmbeddedDocuments, answer_the_question_that_was_asked) {
    const auto open = opened(testing::source_folder() / "tests/cases/two-coders");
    const auto json = Json::parse(embedded_documents(open, {{{}, {}, {open->content.coders.front().id}, 7}, {}}));
    EXPECT_EQ(json.at("documents").at("assess").at("seed"), 7);
    EXPECT_TRUE(json.at("documents").at("assess").at("coders").empty());
    EXPECT_FALSE(json.at("documents").contains("agreement"));
}

// With the pages as they are built.
class Report : public ::testing::Test {
protected:
    void SetUp() override {
        if (!page_assets().empty()) return;
        const char* ci = std::getenv("CI");
        if (ci != nullptr && std::string_view(ci) == "true") FAIL() << "this build has no pages";
        GTEST_SKIP() << "this build has no pages";
    }
};

TEST_F(Report, of_the_shipped_case_is_under_three_megabytes) {
    const auto page = report_page(opened(testing::source_folder() / "cases/us-japan"), {});
    EXPECT_LT(page.size(), 3U * 1024 * 1024);
    EXPECT_EQ(count(page, "<script"), 2U);
    EXPECT_EQ(Json::parse(documents_in(page)).at("documents").at("case").at("case").at("id"), "us-japan");
}

TEST_F(Report, is_the_same_bytes_again) {
    EXPECT_EQ(report_page(opened(testing::tiny_case()), {}), report_page(opened(testing::tiny_case()), {}));
}

TEST_F(Report, loads_nothing) {
    const auto page = report_page(opened(testing::tiny_case()), {});
    EXPECT_EQ(page.find("src=\"./"), std::string::npos);
    EXPECT_EQ(page.find("rel=\"stylesheet\""), std::string::npos);
}

}  // namespace
}  // namespace entente::reports
