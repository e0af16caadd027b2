#include "workbench/shipped_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;
using testing::Environment;
using testing::Folder;

std::vector<std::string> names_of_theories(const fs::path& case_folder) {
    std::vector<std::string> names;
    for (const auto& file : all_shipped(case_folder, "theories")) names.push_back(file.stem().string());
    return names;
}

TEST(ShippedFiles, the_case_comes_before_the_user_and_the_user_before_the_program) {
    const Environment home("ENTENTE_HOME", "/user");
    const Environment share("ENTENTE_SHARE", "/program");
    EXPECT_EQ(search_path("/case"), (std::vector<fs::path>{"/case", "/user", "/program"}));
    EXPECT_EQ(search_path({}), (std::vector<fs::path>{"/user", "/program"}));
}

TEST(ShippedFiles, without_entente_home_the_user_has_the_folder_of_the_xdg_base_directories) {
    const Environment home("ENTENTE_HOME", "");
    const Environment share("ENTENTE_SHARE", "/program");
    const Environment own("HOME", "/home/jane");
    {
        const Environment data("XDG_DATA_HOME", "/data");
        EXPECT_EQ(search_path({}).front(), "/data/entente");
    }
    const Environment data("XDG_DATA_HOME", "");
    EXPECT_EQ(search_path({}).front(), "/home/jane/.local/share/entente");
}

TEST(ShippedFiles, without_entente_share_the_files_of_the_source_tree_are_found) {
    const Environment home("ENTENTE_HOME", "/nowhere");
    const Environment share("ENTENTE_SHARE", "");
    EXPECT_TRUE(fs::exists(find_shipped({}, "theories", "walt-1997")));
    EXPECT_TRUE(fs::exists(states_file({})));
}

TEST(ShippedFiles, a_theory_of_the_user_stands_before_the_program_s_of_the_same_name) {
    const Folder user;
    const Folder program;
    user.write("theories/walt.toml", "");
    program.write("theories/walt.toml", "");
    program.write("theories/other.toml", "");
    program.write("theories/notes.txt", "");
    const Environment home("ENTENTE_HOME", user.path().string());
    const Environment share("ENTENTE_SHARE", program.path().string());
    EXPECT_EQ(find_shipped({}, "theories", "walt"), user.path() / "theories/walt.toml");
    EXPECT_EQ(find_shipped({}, "theories", "other"), program.path() / "theories/other.toml");
    EXPECT_EQ(names_of_theories({}), (std::vector<std::string>{"walt", "other"}));
}

TEST(ShippedFiles, a_theory_beside_the_case_stands_before_all_others) {
    const Folder which;
    which.write("theories/walt-1997.toml", "");
    const Environment home("ENTENTE_HOME", "/nowhere");
    EXPECT_EQ(find_shipped(which.path(), "theories", "walt-1997"), which.path() / "theories/walt-1997.toml");
}

TEST(ShippedFiles, an_unknown_theory_is_not_found_and_the_known_ones_are_listed) {
    const Folder program;
    program.write("theories/walt.toml", "");
    program.write("theories/liberal.toml", "");
    const Environment home("ENTENTE_HOME", "/nowhere");
    const Environment share("ENTENTE_SHARE", program.path().string());
    const auto error = testing::error_of([] { static_cast<void>(find_shipped({}, "theories", "libral")); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(error.what(), "there is no theory 'libral'; did you mean 'liberal'?");
    EXPECT_EQ(error.advice(), "known: liberal, walt; or give the path of a .toml file");
}

TEST(ShippedFiles, a_name_that_ends_in_toml_is_a_path) {
    const Folder own;
    own.write("mine.toml", "");
    EXPECT_EQ(find_shipped({}, "theories", (own.path() / "mine.toml").string()), own.path() / "mine.toml");
    const auto error = testing::error_of([] { static_cast<void>(find_shipped({}, "protocols", "no/such.toml")); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(error.what(), "there is no protocol file 'no/such.toml'");
}

TEST(ShippedFiles, a_missing_table_of_states_is_not_found_and_the_remedy_is_named) {
    const Folder empty;
    const Environment home("ENTENTE_HOME", "/nowhere");
    const Environment share("ENTENTE_SHARE", empty.path().string());
    const auto error = testing::error_of([] { static_cast<void>(states_file({})); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_TRUE(error.advice().starts_with("set ENTENTE_SHARE"));
}

}  // namespace
}  // namespace entente::workbench
