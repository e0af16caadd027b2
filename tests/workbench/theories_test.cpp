#include "workbench/theories.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using testing::Folder;
using testing::source_folder;

Error refusal_of(const std::string& theory) {
    return error_of([&] { static_cast<void>(threat_theory(theory)); });
}

TEST(Theories, are_of_four_kinds) {
    const auto all = theories();
    EXPECT_EQ(all.ledgers.size(), 2U);
    ASSERT_EQ(all.threats.size(), 1U);
    EXPECT_EQ(all.threats.front().theory.id, "walt-1985");
    ASSERT_EQ(all.burdens.size(), 1U);
    EXPECT_EQ(all.burdens.front().theory.id, "olson-zeckhauser-1966");
    ASSERT_EQ(all.outlooks.size(), 1U);
    EXPECT_EQ(all.outlooks.front().theory.id, "alliance-endings");
    EXPECT_TRUE(theories("walt-1985").ledgers.empty());
    EXPECT_TRUE(theories("olson-zeckhauser-1966").ledgers.empty());
    EXPECT_TRUE(theories("walt-1997").threats.empty());
}

TEST(ThreatTheory, is_found_by_its_id_by_its_file_and_without_a_name) {
    EXPECT_EQ(threat_theory("walt-1985").theory.id, "walt-1985");
    EXPECT_EQ(threat_theory((source_folder() / "theories/walt-1985.toml").string()).theory.id, "walt-1985");
    EXPECT_EQ(threat_theory().theory.id, "walt-1985");
}

TEST(ThreatTheory, without_a_name_is_the_program_s_before_the_case_s_own) {
    const Folder own;
    std::filesystem::create_directories(own.path() / "theories");
    std::filesystem::copy(source_folder() / "theories/walt-1985.toml", own.path() / "theories/mine.toml");
    EXPECT_EQ(threat_theory({}, own.path()).file, source_folder() / "theories/walt-1985.toml");
    EXPECT_EQ(threat_theory("mine", own.path()).file, own.path() / "theories/mine.toml");
}

TEST(ThreatTheory, of_the_other_kind_is_refused_by_what_it_is) {
    const auto error = refusal_of("walt-1997");
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_STREQ(error.what(), "'walt-1997' is a theory to code evidence under, not a theory of threat");
    EXPECT_EQ(error.advice(), "`entente assess --theory` takes it; theories of threat: walt-1985");
}

TEST(BurdenTheory, is_found_and_one_of_another_kind_is_refused_by_what_it_is) {
    EXPECT_EQ(burden_theory().theory.id, "olson-zeckhauser-1966");
    EXPECT_EQ(burden_theory("olson-zeckhauser-1966").theory.id, "olson-zeckhauser-1966");
    const auto threat = error_of([] { static_cast<void>(burden_theory("walt-1985")); });
    EXPECT_EQ(threat.kind(), ErrorKind::BadRequest);
    EXPECT_STREQ(threat.what(), "'walt-1985' is a theory of threat, not a theory of burden sharing");
    EXPECT_EQ(threat.advice(), "`entente threat --theory` takes it; theories of burden sharing: olson-zeckhauser-1966");
    EXPECT_STREQ(refusal_of("olson-zeckhauser-1966").what(),
                 "'olson-zeckhauser-1966' is a theory of burden sharing, not a theory of threat");
}

TEST(OutlookTheory, comes_with_the_covariates_of_the_theory_that_a_model_stands_for) {
    const auto entry = outlook_theory();
    EXPECT_EQ(entry.theory.id, "alliance-endings");
    ASSERT_EQ(entry.of_alliances.size(), 1U);
    EXPECT_EQ(entry.of_alliances.front().id, "walt-1997");
    const auto* model = evidence::find_model(entry.theory, "walt-1997");
    ASSERT_NE(model, nullptr);
    EXPECT_EQ(model->covariates.size(), entry.of_alliances.front().covariates.size());
    EXPECT_EQ(entry.covariates.size(), entry.of_alliances.front().covariates.size() + entry.theory.covariates.size());
    EXPECT_EQ(theories("alliance-endings").outlooks.front().covariates.size(), entry.covariates.size());
}

TEST(OutlookTheory, of_another_kind_is_refused_by_what_it_is) {
    const auto error = error_of([] { static_cast<void>(outlook_theory("walt-1997")); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_STREQ(error.what(), "'walt-1997' is a theory to code evidence under, not a theory of endings");
    EXPECT_EQ(error.advice(), "`entente assess --theory` takes it; theories of endings: alliance-endings");
    EXPECT_STREQ(refusal_of("alliance-endings").what(),
                 "'alliance-endings' is a theory of endings, not a theory of threat");
}

TEST(OutlookTheory, that_names_what_no_theory_has_is_broken) {
    const Folder own;
    std::ifstream shipped(source_folder() / "theories/alliance-endings.toml");
    std::string text{std::istreambuf_iterator<char>(shipped), {}};
    const std::string named = "theory   = \"walt-1997\"";
    ASSERT_NE(text.find(named), std::string::npos);
    own.write("mine.toml", text.replace(text.find(named), named.size(), "theory = \"walt-1998\""));
    const auto error = error_of([&] { static_cast<void>(outlook_theory((own.path() / "mine.toml").string())); });
    EXPECT_EQ(error.kind(), ErrorKind::BadData);
}

TEST(ThreatTheory, unknown_or_broken_is_said_so) {
    EXPECT_EQ(refusal_of("walt-1979").kind(), ErrorKind::NotFound);
    const Folder own;
    own.write("mine.toml", "kind = \"threat\"\n");
    EXPECT_EQ(refusal_of((own.path() / "mine.toml").string()).kind(), ErrorKind::BadData);
}

}  // namespace
}  // namespace entente::workbench
