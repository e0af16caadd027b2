#include "datasets/descriptor.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "datasets/harbours.hpp"
#include "folder.hpp"
#include "textfiles/problem_lines.hpp"

namespace entente::datasets {
namespace {

TEST(Descriptor, every_key_arrives) {
    Problems problems;
    const auto descriptor = read(kHarbours, problems);
    ASSERT_EQ(textfiles::lines_of(problems), Lines{});
    ASSERT_TRUE(descriptor);
    EXPECT_EQ(descriptor->id, "harbours");
    EXPECT_EQ(descriptor->family, "Ports");
    EXPECT_EQ(descriptor->unit, Unit::StateYear);
    EXPECT_EQ(descriptor->signature, (Lines{"ships", "piers"}));
    EXPECT_EQ(descriptor->not_with, Lines{"airports"});
    EXPECT_EQ(descriptor->missing, Lines{"-9"});
    EXPECT_EQ(descriptor->key.numbering, Numbering::Cow);
    EXPECT_EQ(descriptor->key.unique, (Lines{"ccode", "year"}));
    EXPECT_EQ(descriptor->others.missing, Lines{"."});
    ASSERT_EQ(descriptor->drop_rows.size(), 1U);
    EXPECT_EQ(descriptor->drop_rows[0].equals, (Lines{"Total", ""}));
    EXPECT_TRUE(descriptor->keeps_others);
}

TEST(Descriptor, all_problems_are_reported_at_once_with_the_nearest_known_word) {
    std::string text = changed("name      =", "nmae      =");
    text = changed("\"integer\"", "\"integre\"", text);
    text = changed("files =", "file  =", text);
    EXPECT_EQ(problems_of(text),
              (Lines{"2:1 unknown key 'nmae'; did you mean 'name'?",
                     "25:9 'type' should be one of number, integer, text, date, but is \"integre\"; did you mean "
                     "'integer'?",
                     "47:1 unknown key 'file'; did you mean 'files'?"}));
}

TEST(Descriptor, an_unknown_block_gets_the_nearest_known_one) {
    EXPECT_EQ(said_of("[[column]]", "[[colum]]"), Lines{"unknown block 'colum'; did you mean 'column'?"});
    EXPECT_EQ(said_of("[[drop_row]]", "[drop_row]"), Lines{"'drop_row' has the wrong number of brackets"});
}

TEST(Descriptor, a_block_written_as_a_key_is_pointed_to_its_header) {
    EXPECT_EQ(said_of("missing   = [\"-9\"]", "names = { Tirol = \"\" }"), Lines{"'names' stands as a key"});
}

TEST(Descriptor, the_id_is_the_name_of_the_file) {
    EXPECT_EQ(said_of("\"harbours\"", "\"ports\""), Lines{"the id is 'ports' and the file's name 'harbours'"});
    EXPECT_EQ(said_of("\"harbours\"", "\"Har bours\""), Lines{"'Har bours' is not an id"});
}

TEST(Descriptor, a_citation_is_bibtex) {
    EXPECT_EQ(said_of("@misc{harbours, author", "@misc{harbours author"),
              Lines{"in line 1 of the citation: comma missing after 'harbours'"});
    EXPECT_EQ(said_of("@misc{harbours, author = {Nobody, Ann}, title = {Harbours}, year = {2001}}", "Nobody 2001"),
              Lines{"the citation is no BibTeX"});
}

TEST(Descriptor, the_home_is_an_address) {
    EXPECT_EQ(said_of("https://example.org", "example.org"), Lines{"'home' is not the address of a page"});
}

TEST(Descriptor, there_is_a_key_a_version_and_a_signature) {
    EXPECT_EQ(problems_of("id = \"harbours\"\nunit = \"state-year\"\n"),
              (Lines{"0:0 there is no [[version]]", "0:0 there is no [key]", "1:1 'about' is missing",
                     "1:1 'citation' is missing", "1:1 'home' is missing", "1:1 'name' is missing",
                     "1:1 'terms' is missing", "1:1 no header tells files of this data set from others"}));
}

TEST(Descriptor, a_syntax_error_is_not_followed_by_what_it_hides) {
    EXPECT_EQ(problems_of(changed("numbering = \"cow\"", "numbering = cow")).size(), 1U);
    EXPECT_EQ(problems_of(changed("id        = \"harbours\"", "id = harbours")).size(), 1U);
}

TEST(Descriptor, no_control_character_reaches_a_terminal) {
    EXPECT_EQ(said_of("\"Ships and piers.\"", "\"Ships\\u001b[2J\""), Lines{"control character written as an escape"});
}

TEST(Descriptor, a_table_is_named_by_data_set_and_version) {
    EXPECT_EQ(table_name("nmc", "6.0"), "nmc_6_0");
    EXPECT_EQ(table_name("atop-member", "5.1-NNA"), "atop_member_5_1_nna");
}

class DescriptorFolder : public ::testing::Test {
protected:
    void write(const std::filesystem::path& name, const std::string& text) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << text;
    }

    testing::Folder made_;
    std::filesystem::path folder_ = made_.path();
};

TEST_F(DescriptorFolder, the_first_of_each_id_counts) {
    write("mine/harbours.toml", changed("Ships and piers.", "Mine."));
    write("shipped/harbours.toml", kHarbours);
    write("shipped/docks.toml", changed("id        = \"harbours\"", "id        = \"docks\""));
    Problems problems;
    const auto descriptors = read_descriptors({folder_ / "mine", folder_ / "shipped"}, problems);
    EXPECT_EQ(textfiles::lines_of(problems), Lines{});
    ASSERT_EQ(descriptors.size(), 2U);
    EXPECT_EQ(descriptors[0].id, "docks");
    EXPECT_EQ(descriptors[1].about, "Mine.");
}

TEST_F(DescriptorFolder, a_broken_one_is_a_problem_and_hides_nothing_but_itself) {
    write("mine/harbours.toml", "id = ");
    write("shipped/harbours.toml", kHarbours);
    write("shipped/docks.toml", changed("id        = \"harbours\"", "id        = \"docks\""));
    Problems problems;
    const auto descriptors = read_descriptors({folder_ / "mine", folder_ / "shipped"}, problems);
    EXPECT_EQ(problems.sorted().size(), 1U);
    ASSERT_EQ(descriptors.size(), 1U);
    EXPECT_EQ(descriptors[0].id, "docks");
}

TEST_F(DescriptorFolder, comparisons_and_breaks_are_other_kinds_of_files) {
    write("comparisons.toml", "[[comparison]]\n");
    write("breaks.toml", "[[break]]\n");
    write("below/deep.toml", "id = \"elsewhere\"\n");
    Problems problems;
    EXPECT_TRUE(read_descriptors({folder_, folder_ / "nowhere"}, problems).empty());
    EXPECT_EQ(textfiles::lines_of(problems), Lines{});
}

TEST_F(DescriptorFolder, two_data_sets_do_not_share_a_table) {
    const auto as = [](const std::string& id, const std::string& version) {
        return changed("id    = \"1.0\"", "id    = \"" + version + "\"",
                       changed("id        = \"harbours\"", "id        = \"" + id + "\""));
    };
    write("docks.toml", as("docks", "1.5-7"));
    write("docks-1.toml", as("docks-1", "5-7"));
    Problems problems;
    (void)read_descriptors({folder_}, problems);
    EXPECT_EQ(textfiles::lines_of(problems), Lines{"44:1 this version and one of 'docks' would be one table"});
}

TEST(ShippedDescriptors, each_reads_without_a_problem) {
    Problems problems;
    const auto descriptors = read_descriptors({std::filesystem::path(ENTENTE_SOURCE_DIR) / "datasets"}, problems);
    EXPECT_EQ(textfiles::lines_of(problems), Lines{});
    EXPECT_FALSE(descriptors.empty());
}

}  // namespace
}  // namespace entente::datasets
