#include "workbench/compare.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using testing::Folder;

std::filesystem::path shipped(const std::string& name) {
    return testing::source_folder() / "tests" / "cases" / name;
}

CompareRequest request_of(std::vector<std::filesystem::path> folders) {
    return {std::move(folders), {}, {}, {}, {}, {}};
}

// The case file with the liberal theory.
std::string with_another_theory(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string theory = "walt-1997";
    const auto at = text.find(theory);
    return at == std::string::npos ? std::string{} : text.replace(at, theory.size(), "liberal");
}

TEST(Compare, a_comparison_takes_two_cases) {
    const auto error = error_of([] { static_cast<void>(compare(request_of({shipped("tiny")}))); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_NE(std::string(error.advice()).find("name another"), std::string::npos);
}

TEST(Compare, one_folder_is_one_case_however_it_is_written) {
    for (const auto& other : {shipped("tiny"), shipped("tiny") / "", shipped("empty") / ".." / "tiny"}) {
        const auto error = error_of([&] { static_cast<void>(compare(request_of({shipped("tiny"), other}))); });
        EXPECT_EQ(error.kind(), ErrorKind::BadRequest) << other;
        EXPECT_NE(std::string(error.what()).find("is named twice"), std::string::npos) << error.what();
    }
}

TEST(Compare, a_copy_of_a_case_is_the_same_case) {
    const Folder copy;
    copy.copy_tiny();
    const auto error = error_of([&] { static_cast<void>(compare(request_of({shipped("tiny"), copy.path()}))); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_NE(std::string(error.what()).find("hold the same case"), std::string::npos) << error.what();
}

TEST(Compare, a_copy_in_which_something_changed_is_another_case_and_has_a_name_of_its_own) {
    const Folder copy;
    copy.copy_tiny();
    copy.append("case.toml", "\n# another\n");
    const auto result = compare(request_of({shipped("tiny"), copy.path()}));
    ASSERT_EQ(result.names.size(), 2U);
    EXPECT_NE(result.names[0], result.names[1]);
    EXPECT_TRUE(result.names[0].ends_with("(tiny)")) << result.names[0];
    // The same evidence says the same.
    EXPECT_EQ(result.comparison.orders.front().answer, assessment::OrderAnswer::Level);
}

TEST(Compare, cases_under_different_theories_are_refused_with_a_way_out) {
    const Folder copy;
    copy.copy_tiny();
    copy.write("case.toml", with_another_theory(copy.path() / "case.toml"));
    const auto request = request_of({shipped("two-coders"), copy.path()});
    const auto error = error_of([&] { static_cast<void>(compare(request)); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_NE(std::string(error.what()).find("their factors are not the same"), std::string::npos) << error.what();
    EXPECT_EQ(error.advice(), "--theory walt-1997 or --theory liberal reads all of them under one");
    auto under_one = request;
    under_one.theory = "walt-1997";
    EXPECT_EQ(compare(under_one).cases[1].open->theory.id, "walt-1997");
}

TEST(Compare, a_theory_that_differs_under_the_same_name_is_another_theory) {
    const Folder copy;
    copy.copy_tiny();
    const auto theory = testing::source_folder() / "theories" / "walt-1997.toml";
    std::filesystem::create_directories(copy.path() / "theories");
    std::filesystem::copy_file(theory, copy.path() / "theories" / "walt-1997.toml");
    copy.append("theories/walt-1997.toml", "\n# mine\n");
    const auto error = error_of([&] { static_cast<void>(compare(request_of({shipped("two-coders"), copy.path()}))); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_NE(std::string(error.what()).find("two theories that differ are called 'walt-1997'"), std::string::npos)
        << error.what();
}

TEST(Compare, each_case_answers_its_own_question_as_it_does_alone) {
    const auto result = compare(request_of({shipped("tiny"), shipped("two-coders")}));
    for (const auto& one : result.cases) {
        const auto alone = assess(one.open, {});
        const auto& verdict = alone.assessment.outcome.verdict;
        EXPECT_EQ(one.assessment.outcome.verdict.direction, verdict.direction);
        EXPECT_EQ(one.assessment.outcome.verdict.probability.weakened, verdict.probability.weakened);
    }
    EXPECT_EQ(result.comparison.orders.size(), 1U);
}

TEST(Compare, a_case_in_which_nothing_was_collected_is_not_ordered) {
    const auto result = compare(request_of({shipped("empty"), shipped("tiny"), shipped("two-coders")}));
    ASSERT_EQ(result.comparison.orders.size(), 3U);
    EXPECT_EQ(result.comparison.orders[0].answer, assessment::OrderAnswer::NotAssessed);
    EXPECT_EQ(result.comparison.orders[1].answer, assessment::OrderAnswer::NotAssessed);
    EXPECT_EQ(result.comparison.orders[2].answer, assessment::OrderAnswer::OneCoder);
}

TEST(Compare, a_coder_who_is_in_one_case_only_is_not_found) {
    auto request = request_of({shipped("tiny"), shipped("two-coders")});
    request.coders = {"second"};
    EXPECT_EQ(error_of([&] { static_cast<void>(compare(request)); }).kind(), ErrorKind::NotFound);
}

}  // namespace
}  // namespace entente::workbench
