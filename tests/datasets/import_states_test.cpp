// Names, letters and spells: which state is meant in which years.
#include "datasets/importing.hpp"

namespace entente::datasets {

using ImportStates = ImportingFile;

namespace {

Descriptor by_name(Descriptor descriptor, Numbering numbering) {
    descriptor.key.numbering = numbering;
    descriptor.key.state = "country";
    descriptor.key.unique = {};
    descriptor.columns[0].type = ColumnType::Text;
    return descriptor;
}

}  // namespace

// COW: the German Federal Republic is 260 from 1955 to 1990, Germany 255 to 1945 and from 1990. Gleditsch and Ward
// keep 260 throughout.
TEST_F(ImportStates, a_name_means_the_state_of_that_year) {
    auto descriptor = by_name(state_years({column("country")}), Numbering::Name);
    const auto outcome = import(descriptor, "country,year\nGermany,1930\nGermany,2000\nJapan,2000\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT country, year, cow FROM tiny_1 ORDER BY country, year"),
              "Germany 1930 255 / Germany 2000 255 / Japan 2000 740");
    EXPECT_TRUE(outcome->unresolved.empty());
}

// Maddison's DEU of 1989 has 78,645 thousand people: the 62,062 of the Federal Republic (NMC 6.0) and those of the
// other.
TEST_F(ImportStates, a_code_of_a_divided_territory_is_of_neither_half) {
    const auto descriptor = by_name(state_years({column("country")}), Numbering::Iso3);
    const auto outcome = import(descriptor, "country,year\nDEU,1938\nDEU,1988\nDEU,1989\nDEU,1991\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT year, cow, gw FROM tiny_1 ORDER BY year"),
              "1938 255 255 / 1988 NULL NULL / 1989 NULL NULL / 1991 255 260");
    ASSERT_EQ(outcome->unresolved.size(), 1U);
    EXPECT_EQ(outcome->unresolved[0].why_not,
              "ambiguous: GDR German Democratic Republic (1949-10-05…1990-10-02), GFR German Federal Republic "
              "(1949-09-21…1990-10-02)");
    EXPECT_EQ(outcome->unresolved[0].rows, 2);
    EXPECT_EQ(outcome->unresolved[0].first_year, 1988);
    EXPECT_EQ(outcome->unresolved[0].last_year, 1989);
}

// Gleditsch and Ward have both in 2006: 345 to 2006-06-04, 340 after.
TEST_F(ImportStates, of_two_names_in_one_year_each_has_its_own_number) {
    const auto descriptor = by_name(state_years({column("country")}), Numbering::Iso3);
    ASSERT_TRUE(import(descriptor, "country,year\nSCG,2006\nSRB,2006\n")) << first_problem();
    EXPECT_EQ(cells("SELECT country, cow, gw FROM tiny_1 ORDER BY country"), "SCG 345 345 / SRB 345 340");
}

// Pakistan without the east had 50.4 million people in 1960 (Maddison), Pakistan 98.7 (NMC 6.0).
TEST_F(ImportStates, a_descriptor_says_in_which_years_its_country_is_the_state) {
    auto descriptor = by_name(state_years({column("country")}), Numbering::Iso3);
    descriptor.names = {{"PAK", "PAK", {1972, 9999}}, {"YUG", "iso:YUG", {1, 1991}}};
    const auto outcome = import(descriptor, "country,year\nPAK,1960\nPAK,1972\nYUG,1991\nYUG,2000\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT country, year, cow FROM tiny_1 ORDER BY country, year"),
              "PAK 1960 NULL / PAK 1972 770 / YUG 1991 345 / YUG 2000 NULL");
    ASSERT_EQ(outcome->unresolved.size(), 2U);
    EXPECT_EQ(outcome->unresolved[0].why_not, "another territory: PAK only from 1972");
    EXPECT_EQ(outcome->unresolved[1].why_not, "another territory: iso:YUG only to 1991");
}

TEST_F(ImportStates, an_unknown_name_is_listed_and_not_guessed) {
    auto descriptor = by_name(state_years({column("country")}), Numbering::Name);
    const auto outcome = import(descriptor, "country,year\nJapon,2000\nJapon,2001\n");
    ASSERT_TRUE(outcome) << first_problem();
    ASSERT_EQ(outcome->unresolved.size(), 1U);
    EXPECT_EQ(outcome->unresolved[0].written, "Japon");
    EXPECT_EQ(outcome->unresolved[0].why_not, "unknown");
    EXPECT_EQ(outcome->unresolved[0].rows, 2);
    EXPECT_EQ(cells("SELECT cow, gw FROM tiny_1"), "NULL NULL / NULL NULL");
}

TEST_F(ImportStates, the_descriptors_own_spellings_come_first) {
    auto descriptor = by_name(state_years({column("country")}), Numbering::Name);
    descriptor.names = {{"Nippon", "JPN", {1, 9999}}, {"World", "", {1, 9999}}};
    const auto outcome = import(descriptor, "country,year\nNIPPON,2000\nWorld,2000\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT country, cow FROM tiny_1 ORDER BY country"), "NIPPON 740 / World NULL");
    EXPECT_TRUE(outcome->unresolved.empty());
}

TEST_F(ImportStates, letters_of_the_two_lists_are_not_mixed_up) {
    // AUS is Australia in ISO 3166 (COW 900) and the letters AUS are Austria's with COW (305, abbreviated AUS).
    const auto text = "country,year\nAUS,2000\n";
    ASSERT_TRUE(import(by_name(state_years({column("country")}), Numbering::Iso3), text)) << first_problem();
    EXPECT_EQ(cells("SELECT cow FROM tiny_1"), "900");
    ASSERT_TRUE(
        import(by_name(state_years({column("country")}), Numbering::CowLetters), text + std::string("JPN,2000\n")))
        << first_problem();
    EXPECT_EQ(cells("SELECT cow FROM tiny_1 ORDER BY cow"), "305 / 740");
}

TEST_F(ImportStates, spells_end_in_their_year_or_not_at_all_or_nobody_knows) {
    auto descriptor = state_years({column("begin", ColumnType::Date), column("end", ColumnType::Text)});
    descriptor.unit = Unit::StateSpell;
    descriptor.key.year.clear();
    descriptor.key.unique.clear();
    descriptor.key.begin = {"begin"};
    descriptor.key.end = {"end"};
    descriptor.key.ongoing = {"201612"};
    const auto outcome = import(descriptor, "ccode,year,begin,end\n2,1,1950-02-03,196012\n2,2,19/x,\n");
    EXPECT_FALSE(outcome);  // `19/x` is no date
    const auto spells =
        import(descriptor,
               "ccode,year,begin,end\n2,1,1950-02-03,196012\n2,2,3/2/1951,201612\n2,3,195205,201612.0\n2,4,1953,-9\n");
    ASSERT_TRUE(spells) << problems_.sorted().back().what;
    EXPECT_EQ(cells("SELECT begin_year, end_year FROM tiny_1 ORDER BY year"),
              "1950 1960 / 1951 NULL / 1952 NULL / NULL NULL");
    EXPECT_EQ(spells->remarks,
              (std::vector<std::string>{"1 spell with an unknown end: without begin_year and end_year"}));
}

TEST_F(ImportStates, three_columns_of_a_date_give_the_year_of_the_first) {
    auto descriptor = state_years({column("y1"), column("m1"), column("d1"), column("y2"), column("m2"), column("d2")});
    descriptor.key.year.clear();
    descriptor.key.unique.clear();
    descriptor.key.begin = {"y1", "m1", "d1"};
    descriptor.key.end = {"y2", "m2", "d2"};
    descriptor.key.ongoing = {"0"};
    const auto outcome = import(descriptor, "ccode,year,y1,m1,d1,y2,m2,d2\n2,1,1951,8,-9,1990,1,1\n2,2,1952,,,0,0,0\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT begin_year, end_year FROM tiny_1 ORDER BY year"), "1951 1990 / 1952 NULL");
}

}  // namespace entente::datasets
