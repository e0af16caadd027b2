#include "workbench/theories.hpp"

#include <filesystem>
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

TEST(Theories, are_of_two_kinds) {
    const auto all = theories();
    EXPECT_EQ(all.ledgers.size(), 2U);
    ASSERT_EQ(all.threats.size(), 1U);
    EXPECT_EQ(all.threats.front().theory.id, "walt-1985");
    EXPECT_TRUE(theories("walt-1985").ledgers.empty());
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

TEST(ThreatTheory, unknown_or_broken_is_said_so) {
    EXPECT_EQ(refusal_of("walt-1979").kind(), ErrorKind::NotFound);
    const Folder own;
    own.write("mine.toml", "kind = \"threat\"\n");
    EXPECT_EQ(refusal_of((own.path() / "mine.toml").string()).kind(), ErrorKind::BadData);
}

}  // namespace
}  // namespace entente::workbench
