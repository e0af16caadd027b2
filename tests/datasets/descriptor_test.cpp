#include "datasets/descriptor.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "folder.hpp"
#include "textfiles/problem_lines.hpp"

namespace entente::datasets {
namespace {

using Lines = std::vector<std::string>;

// Invented: no such data set exists.
constexpr const char* kHarbours = R"(id        = "harbours"
name      = "Harbours of the World"
family    = "Ports"
about     = "Ships and piers."
home      = "https://example.org/harbours"
terms     = "Free."
unit      = "state-year"
signature = ["ships", "piers"]
not_with  = ["airports"]
missing   = ["-9"]
citation  = '''
@misc{harbours, author = {Nobody, Ann}, title = {Harbours}, year = {2001}}
'''

[key]
numbering = "cow"
state     = "ccode"
year      = "year"
unique    = ["ccode", "year"]

[[column]]
name  = "ships"
label = "Ships in harbour"
unit  = "thousand"
type  = "integer"
from  = ["ships", "vessels"]
not_applicable = ["-8"]
at_least = 0
at_most  = 5000
years = [1901, 2000]
absent = 0
combine = "sum"
main  = true
breaks = [{ year = 1950, what = "sail left out from here on" }]

[others]
type = "number"
missing = ["."]

[[drop_row]]
column = "ccode"
equals = ["Total", ""]

[[version]]
id    = "1.0"
years = [1900, 1990]
files = ["harbours.csv"]
when  = { column = "version", equals = ["1"] }

[[version]]
id    = "2.0"
years = [1900, 2000]
when  = { has = ["piers"], lacks = ["docks"], column = "year", largest = 2000, title = "Harbours" }
)";

std::string changed(const std::string& old, const std::string& with, std::string text = kHarbours) {
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), with);
}

std::optional<Descriptor> read(const std::string& text, Problems& problems) {
    return read_descriptor(text, "datasets/harbours.toml", problems);
}

Lines problems_of(const std::string& text) {
    Problems problems;
    const auto descriptor = read(text, problems);
    EXPECT_EQ(descriptor.has_value(), !problems.has_errors());
    return textfiles::lines_of(problems);
}

// What is wrong after one line is written otherwise, without the place.
Lines said_of(const std::string& old, const std::string& with) {
    Lines said;
    for (const auto& line : problems_of(changed(old, with))) said.push_back(line.substr(line.find(' ') + 1));
    return said;
}

// The rows say which unit, which key; the rest is the invented data set's.
std::string with_key(const std::string& unit, const std::string& key) {
    const std::string text = changed("unit      = \"state-year\"", "unit      = \"" + unit + "\"");
    const auto begin = text.find("[key]");
    const auto end = text.find("[[column]]");
    return text.substr(0, begin) + "[key]\n" + key + "\n\n" + text.substr(end);
}

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

TEST(Descriptor, a_column_arrives_with_units_codes_limits_and_breaks) {
    Problems problems;
    const auto descriptor = read(kHarbours, problems);
    ASSERT_TRUE(descriptor);
    const ColumnRule* ships = descriptor->find_column("SHIPS");
    ASSERT_NE(ships, nullptr);
    EXPECT_EQ(ships->unit, "thousand");
    EXPECT_EQ(ships->type, ColumnType::Integer);
    EXPECT_EQ(ships->not_applicable, Lines{"-8"});
    EXPECT_EQ(ships->at_least, 0.0);
    EXPECT_EQ(ships->at_most, 5000.0);
    ASSERT_TRUE(ships->years);
    EXPECT_EQ(ships->years->first, 1901);
    EXPECT_EQ(ships->absent, 0.0);
    EXPECT_EQ(ships->combine, Combine::Sum);
    EXPECT_TRUE(ships->main);
    ASSERT_EQ(ships->breaks.size(), 1U);
    EXPECT_EQ(ships->breaks[0].year, 1950);
    EXPECT_EQ(descriptor->headers_of("ships"), (Lines{"ships", "vessels"}));
    EXPECT_EQ(descriptor->headers_of("ccode"), Lines{"ccode"});
}

TEST(Descriptor, versions_arrive_with_their_tests) {
    Problems problems;
    const auto descriptor = read(kHarbours, problems);
    ASSERT_TRUE(descriptor);
    const Version* first = descriptor->find_version("1.0");
    const Version* second = descriptor->find_version("2.0");
    ASSERT_NE(first, nullptr);
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(first->years.last, 1990);
    EXPECT_EQ(first->files, Lines{"harbours.csv"});
    EXPECT_EQ(first->test.equals, Lines{"1"});
    EXPECT_EQ(second->test.largest, 2000.0);
    EXPECT_EQ(second->test.title, "Harbours");
    EXPECT_EQ(descriptor->find_version("3.0"), nullptr);
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

TEST(Descriptor, the_key_names_what_the_unit_needs) {
    EXPECT_EQ(said_of("year      = \"year\"\n", ""), Lines{"the key of a state-year needs 'year'"});
    EXPECT_EQ(problems_of(with_key("dyad-year", "state_1 = \"a\"\nyear = \"year\"")),
              Lines{"15:1 the key of a dyad-year needs 'state_2'"});
    EXPECT_EQ(problems_of(with_key("member-spell", "alliance = \"a\"\nstate = \"s\"\nbegin = [\"b\"]\nend = [\"e\"]")),
              Lines{});
    EXPECT_EQ(problems_of(with_key("leader-spell", "state = \"s\"\nbegin = [\"b\"]\nend = [\"e\"]")),
              Lines{"15:1 the key of a leader-spell needs 'leader'"});
}

TEST(Descriptor, a_key_has_one_state_or_a_pair) {
    EXPECT_EQ(problems_of(with_key("event", "state = \"a\"\nstate_1 = \"b\"\nstate_2 = \"c\"")),
              Lines{"16:9 the key names one state and a pair of states"});
    EXPECT_EQ(problems_of(with_key("event", "state_1 = \"b\"\nstate_2 = \"B\"")),
              Lines{"17:11 both states of the pair are in 'b'"});
    EXPECT_EQ(problems_of(with_key("event", "state_1 = \"b\"")), Lines{"16:11 the key names half a pair of states"});
}

TEST(Descriptor, a_day_is_one_column_or_three) {
    EXPECT_EQ(problems_of(with_key("state-spell", "state = \"s\"\nbegin = [\"y\", \"m\"]\nend = [\"e\"]")),
              Lines{"17:9 'begin' is 2 columns"});
    EXPECT_EQ(problems_of(with_key("event", "begin = [\"y\"]\nongoing = [\"0\", \"\"]")),
              Lines{"17:11 'ongoing' says how an end is written, and the key has none"});
}

TEST(Descriptor, a_key_names_columns_as_they_are_stored) {
    EXPECT_EQ(said_of("state     = \"ccode\"", "state     = \"vessels\""),
              Lines{"the column 'vessels' is stored as 'ships'"});
}

TEST(Descriptor, a_key_is_declared_where_other_columns_are_left_out) {
    const auto said = said_of("missing   = [\"-9\"]", "keep_others = false");
    EXPECT_EQ(said, (Lines{"the key's column 'ccode' is not declared, and keep_others is false",
                           "the key's column 'year' is not declared, and keep_others is false",
                           "the key's column 'ccode' is not declared, and keep_others is false",
                           "the key's column 'year' is not declared, and keep_others is false",
                           "[others] is a rule for columns that keep_others = false leaves out"}));
}

TEST(Descriptor, the_key_s_columns_are_not_dropped) {
    EXPECT_EQ(said_of("missing   = [\"-9\"]", "drop_columns = [\"Year\", \"vessels\"]"),
              (Lines{"the key's column 'year' is in drop_columns", "the key's column 'year' is in drop_columns",
                     "the header 'vessels' is in drop_columns as well"}));
}

TEST(Descriptor, names_of_columns_differ_by_more_than_case) {
    EXPECT_EQ(said_of("[others]", "[[column]]\nname = \"Ships\"\n\n[others]"),
              Lines{"column 'Ships': the name is the name of another column"});
    EXPECT_EQ(said_of("[others]", "[[column]]\nname = \"Ships_not_applicable\"\n\n[others]"),
              Lines{"column 'Ships_not_applicable': the name is what the store adds for 'ships'"});
}

TEST(Descriptor, the_store_s_own_columns_are_not_declared) {
    const std::string text = changed("numbering = \"cow\"", "numbering = \"iso3\"");
    EXPECT_EQ(problems_of(changed("[others]", "[[column]]\nname = \"cow\"\n\n[others]", text)),
              Lines{"36:1 column 'cow': the name is the store's own"});
}

TEST(Descriptor, a_header_belongs_to_one_column) {
    EXPECT_EQ(said_of("[others]", "[[column]]\nname = \"boats\"\nfrom = [\"Vessels\"]\n\n[others]"),
              Lines{"the header 'Vessels' is in the column 'ships' and in 'boats'"});
}

TEST(Descriptor, codes_fit_the_type_of_their_column) {
    EXPECT_EQ(said_of("[\"-8\"]", "[\"-8.5\"]"),
              Lines{"column 'ships': the code '-8.5' is not a whole number, and the column's type is integer"});
    EXPECT_EQ(said_of("not_applicable = [\"-8\"]", "not_applicable = [\"-8\"]\nmissing = [\"-8\"]"),
              Lines{"column 'ships': the code '-8' stands for missing and for not applicable"});
    EXPECT_EQ(said_of("missing   = [\"-9\"]", "missing   = [-9]"), Lines{"a code in 'missing' is not a string"});
}

TEST(Descriptor, limits_and_absent_fit_the_type_and_each_other) {
    EXPECT_EQ(said_of("at_most  = 5000", "at_most  = -1"),
              (Lines{"column 'ships': 'absent' is a value that the limits call impossible",
                     "column 'ships': 'at_least' is above 'at_most'"}));
    EXPECT_EQ(said_of("\"integer\"", "\"text\""), (Lines{"column 'ships': 'absent' is a number, and its type is not",
                                                         "column 'ships': limits are for numbers, and its type is text",
                                                         "column 'ships': values of type text have no sum"}));
}

TEST(Descriptor, years_are_in_order_and_within_those_of_the_versions) {
    EXPECT_EQ(said_of("years = [1900, 1990]", "years = [1990, 1900]"), Lines{"'years' ends before it begins"});
    EXPECT_EQ(said_of("years = [1900, 1990]", "years = [1900]"), Lines{"'years' is not a first and a last year"});
    EXPECT_EQ(said_of("years = [1901, 2000]", "years = [1901, 2001]"),
              Lines{"column 'ships': its years reach beyond those of the versions, 1900–2000"});
}

TEST(Descriptor, versions_have_ids_of_their_own_and_can_be_told_apart) {
    EXPECT_EQ(said_of("id    = \"2.0\"", "id    = \"1.0\""), Lines{"the version '1.0' stands here twice"});
    EXPECT_EQ(said_of("id    = \"2.0\"", "id    = \"1_0\""), Lines{"the versions '1.0' and '1_0' would be one table"});
    EXPECT_EQ(said_of("when  = { column = \"version\", equals = [\"1\"] }", ""),
              Lines{"every file would be version '1.0', and there are others"});
}

TEST(Descriptor, a_version_s_test_is_whole) {
    EXPECT_EQ(said_of("{ column = \"version\", equals = [\"1\"] }", "{ column = \"version\" }"),
              Lines{"nothing is asked of the column 'version'"});
    EXPECT_EQ(said_of("{ column = \"version\", equals = [\"1\"] }", "{ equals = [\"1\"] }"),
              Lines{"'equals', 'without' and 'largest' need a column"});
    EXPECT_EQ(said_of("lacks = [\"docks\"]", "lacks = [\"Piers\"]"), Lines{"'piers' stands in 'has' and in 'lacks'"});
}

TEST(Descriptor, layout_years_says_what_the_cells_are) {
    const std::string text = changed("missing   = [\"-9\"]", "layout = \"years\"");
    EXPECT_EQ(problems_of(text),
              (Lines{"10:10 nothing says which column the cells fill", "17:13 the key's column 'ccode' is not kept",
                     "19:13 the key's column 'ccode' is not kept"}));
    EXPECT_EQ(problems_of(changed("[others]", "[unpivot]\nkeep = [\"ccode\"]\nvalue = \"ships\"\n\n[others]", text)),
              Lines{});
}

TEST(Descriptor, layout_others_says_what_headers_and_cells_are) {
    const std::string text = changed("missing   = [\"-9\"]", "layout = \"others\"");
    EXPECT_EQ(problems_of(changed("[others]", "[unpivot]\nkeep = [\"year\"]\n\n[others]", text)),
              (Lines{"17:13 the key's column 'ccode' is not kept", "19:13 the key's column 'ccode' is not kept",
                     "36:1 layout others needs to know which columns headers and cells fill"}));
    EXPECT_EQ(problems_of(changed(
                  "[others]", "[unpivot]\nkeep = [\"year\"]\nname = \"ccode\"\nvalue = \"ships\"\n\n[others]", text)),
              Lines{});
}

TEST(Descriptor, unpivot_is_not_for_rows) {
    EXPECT_EQ(said_of("[others]", "[unpivot]\nkeep = [\"year\"]\n\n[others]"),
              Lines{"[unpivot] is for layout years or others"});
    EXPECT_EQ(said_of("[others]", "[[sheet]]\nname = \"a\"\ncolumn = \"b\"\n\n[others]"),
              Lines{"[[sheet]] is for layout years: a sheet for each column"});
}

TEST(Descriptor, sheets_fill_different_columns) {
    std::string text = changed("missing   = [\"-9\"]", "layout = \"years\"");
    text = changed("[others]",
                   "[unpivot]\nkeep = [\"ccode\"]\n\n[[sheet]]\nname = \"a *\"\ncolumn = \"ships\"\n\n[[sheet]]\n"
                   "name = \"b\"\ncolumn = \"Ships\"\n\n[others]",
                   text);
    EXPECT_EQ(problems_of(text), Lines{"39:1 two [[sheet]] fill the column 'Ships'"});
}

TEST(Descriptor, a_title_s_pattern_is_a_regular_expression_with_one_group) {
    const auto said = [](const std::string& pattern) {
        return said_of("[others]", "[[title]]\ncolumn = \"seller\"\npattern = '" + pattern + "'\n\n[others]");
    };
    EXPECT_EQ(said("ships of (.*), [0-9]{4}"), Lines{});
    EXPECT_EQ(said("ships of .*"), Lines{"the pattern of the column 'seller' has 0 groups"});
    EXPECT_EQ(said("ships of (.*"), Lines{"the pattern of the column 'seller' is not a regular expression"});
    EXPECT_EQ(said("(a{9}{9}{9})"), Lines{"the pattern of the column 'seller' has more than two counts in braces"});
}

TEST(Descriptor, spellings_are_for_states_that_are_named) {
    const std::string names = "[names]\n\"Tirol, Free\" = \"TIR\"\nWorld = \"\"\nworld = \"\"\n\n[others]";
    EXPECT_EQ(said_of("[others]", names),
              (Lines{"[names] has 'world' twice", "[names] is for states that files name, and these have numbers"}));
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

TEST(Descriptor, a_year_may_be_made_from_a_number) {
    Problems problems;
    const auto descriptor = read(with_key("state-year",
                                          "state = \"ccode\"\nyear = \"year\"\nyear_from = "
                                          "\"session\"\nyear_offset = 1945"),
                                 problems);
    ASSERT_EQ(textfiles::lines_of(problems), Lines{});
    EXPECT_EQ(descriptor->key.year, "year");
    EXPECT_EQ(descriptor->key.year_from, "session");
    EXPECT_EQ(descriptor->key.year_offset, 1945);
}

TEST(Descriptor, what_a_year_is_made_from_is_said_whole) {
    const auto said = [](const std::string& key) {
        Lines lines;
        for (const auto& line : problems_of(with_key("state-year", key))) {
            lines.push_back(line.substr(line.find(' ') + 1));
        }
        return lines;
    };
    EXPECT_EQ(said("state = \"ccode\"\nyear = \"year\"\nyear_offset = 1945"),
              (Lines{"nothing says what 'year_offset' is added to"}));
    EXPECT_EQ(said("state = \"ccode\"\nyear = \"year\"\nyear_from = \"Year\""),
              (Lines{"the year is made from itself"}));
    EXPECT_EQ(said("state = \"ccode\"\nyear = \"year\"\nyear_from = \"session\"\nyear_offset = 20000"),
              (Lines{"'year_offset' leads to no year"}));
}

// A column of a kind of rows, from the header `amount`.
std::string parted(const std::string& name, const std::string& kind) {
    return "[[column]]\nname = \"" + name + "\"\nfrom = [\"amount\"]\nwhere = { column = \"what\", equals = [\"" +
           kind + "\"] }\n\n";
}

TEST(Descriptor, one_header_may_fill_several_columns_each_in_rows_of_its_own) {
    Problems problems;
    const auto descriptor =
        read(changed("[others]", parted("pledged", "Pledge") + parted("paid", "Payment") + "[others]"), problems);
    ASSERT_EQ(textfiles::lines_of(problems), Lines{});
    EXPECT_EQ(descriptor->telling_column(), "what");
    EXPECT_EQ(descriptor->find_column("paid")->only_in->equals, (Lines{"Payment"}));
}

TEST(Descriptor, rows_of_two_columns_are_not_the_same_and_are_told_apart_by_one_column) {
    const auto said = [](const std::string& columns) { return said_of("[others]", columns + "[others]"); };
    EXPECT_EQ(said(parted("pledged", "Pledge") + parted("paid", "Pledge")),
              (Lines{"the header 'amount' is in the column 'pledged' and in 'paid'"}));
    EXPECT_EQ(said(parted("pledged", "Pledge") + "[[column]]\nname = \"what\"\ntype = \"text\"\n"),
              (Lines{"column 'what': it says in which rows others stand, and its cells become their names"}));
    EXPECT_EQ(said("[[column]]\nname = \"paid\"\nwhere = { column = \"what\" }\n"),
              (Lines{"nothing says in which rows the column stands"}));
}

TEST(Descriptor, a_version_may_state_its_rows_and_what_it_is_a_part_of) {
    Problems problems;
    const auto descriptor = read(
        changed("years = [1900, 1990]\nfiles", "years = [1900, 1990]\nrows = 120\npart_of = \"2.0\"\nfiles"), problems);
    ASSERT_EQ(textfiles::lines_of(problems), Lines{});
    EXPECT_EQ(descriptor->versions[0].rows, 120);
    EXPECT_EQ(descriptor->versions[0].part_of, "2.0");
    EXPECT_FALSE(descriptor->versions[1].rows);
}

TEST(Descriptor, a_data_set_of_parts_states_no_rows) {
    const auto parts = changed("missing   = [\"-9\"]", "missing   = [\"-9\"]\nseveral_files = true");
    EXPECT_EQ(problems_of(changed("years = [1900, 1990]\nfiles", "rows = 120\nfiles", parts)).size(), 1U);
    EXPECT_EQ(said_of("years = [1900, 1990]\nfiles", "rows = 0\nfiles"), (Lines{"a table has a row at least"}));
    EXPECT_EQ(said_of("years = [1900, 1990]\nfiles", "part_of = \"3.0\"\nfiles"),
              (Lines{"'3.0' is no other version of the data set"}));
}

}  // namespace
}  // namespace entente::datasets
