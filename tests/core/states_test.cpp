// The shipped table of states. Dates: Correlates of War, State System Membership v2016; Gleditsch and Ward 1999.
#include "core/states.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <utility>

namespace entente {

class States : public testing::Test {
protected:
    static const StateTable& table() {
        static const StateTable shipped = [] {
            std::ifstream file(ENTENTE_SOURCE_DIR "/datasets/states.csv", std::ios::binary);
            std::ostringstream bytes;
            bytes << file.rdbuf();
            Problems problems;
            StateTable read = StateTable::read(bytes.str(), "datasets/states.csv", problems);
            for (const Problem& problem : problems.sorted()) ADD_FAILURE() << to_line(problem);
            return read;
        }();
        return shipped;
    }

    static std::string code_of(std::string_view written, std::string_view when) {
        const StateMatch match = table().find(written, *parse_date(when));
        return match.code ? *match.code : match.why_not;
    }

    static std::vector<std::string> candidates(std::string_view written, std::string_view when) {
        return table().find(written, *parse_date(when)).candidates;
    }
};

using Candidates = std::vector<std::string>;

TEST_F(States, the_shipped_table_is_read_without_a_problem) {
    EXPECT_GT(table().rows().size(), 400U);
}

TEST_F(States, a_state_is_found_by_any_of_its_codes) {
    for (const char* written : {"JPN", "cow:740", "gw:740", "iso:JPN", "iso:jpn", "Japan", "japan"}) {
        EXPECT_EQ(code_of(written, "2017-02-10"), "JPN") << written;
    }
    EXPECT_EQ(code_of("iso:AUS", "2017"), "AUL");
    EXPECT_EQ(code_of("AUS", "2017"), "AUS");  // a bare code is the Correlates of War's: Austria
}

TEST_F(States, a_state_is_found_by_the_names_that_people_write) {
    for (const char* written : {"United States of America", "united states", "US", "U.S.", "America"}) {
        EXPECT_EQ(code_of(written, "2017"), "USA") << written;
    }
    EXPECT_EQ(code_of("PRC", "2017"), "CHN");
    EXPECT_EQ(code_of("Republic of China", "1937"), "CHN");
    EXPECT_EQ(code_of("Republic of China", "2017"), "TAW");
    EXPECT_EQ(code_of("DPRK", "2017"), "PRK");
    EXPECT_EQ(code_of("Britain", "1914"), "UKG");
}

TEST_F(States, what_no_state_is_called_is_unknown) {
    for (const char* written : {"Japann", "jpn", "XYZ", "", "cow:9999", "cow:x", "cow:", "iso:ZZZ", "zip:740", ":"}) {
        EXPECT_EQ(code_of(written, "2017"), "unknown") << written;
    }
}

TEST_F(States, a_state_of_today_still_exists_after_the_official_lists_end) {
    EXPECT_EQ(code_of("USA", "2018-12-31"), "USA");
    EXPECT_EQ(code_of("cow:2", "2030-01-01"), "USA");
}

TEST_F(States, occupied_japan_is_a_state_for_gleditsch_and_ward_only) {
    EXPECT_EQ(code_of("JPN", "1951-09-08"), "JPN");  // the first security treaty
    EXPECT_EQ(code_of("gw:740", "1951-09-08"), "JPN");
    EXPECT_EQ(code_of("cow:740", "1951-09-08"), "did not exist");
}

TEST_F(States, germany_is_ambiguous_while_there_are_two) {
    EXPECT_EQ(code_of("Germany", "1960-06-23"), "ambiguous");
    EXPECT_EQ(candidates("Germany", "1960-06-23"), (Candidates{"GDR German Democratic Republic (1949-10-05…1990-10-02)",
                                                               "GFR German Federal Republic (1949-09-21…1990-10-02)"}));
    EXPECT_EQ(code_of("Germany", "1938"), "GMY");
    EXPECT_EQ(code_of("Germany", "2017"), "GMY");
    EXPECT_EQ(code_of("West Germany", "1960"), "GFR");
}

TEST_F(States, a_code_on_a_day_on_which_its_state_did_not_exist_names_its_spans) {
    EXPECT_EQ(code_of("GMY", "1960-06-23"), "did not exist");
    EXPECT_EQ(candidates("GMY", "1960-06-23"),
              (Candidates{"GMY Prussia (1816-01-01…1871-01-17)", "GMY Germany (1871-01-18…1945-05-08)",
                          "GMY Germany (1990-10-03…)"}));
    EXPECT_EQ(code_of("gw:260", "2017"), "GMY");  // Gleditsch and Ward let the Federal Republic go on
    EXPECT_EQ(code_of("gw:260", "1960"), "GFR");
    EXPECT_EQ(code_of("cow:255", "2017"), "GMY");
}

TEST_F(States, korea_is_one_state_and_then_two) {
    EXPECT_EQ(code_of("Korea", "1900"), "KOR");
    EXPECT_EQ(code_of("Korea", "1930"), "did not exist");
    EXPECT_EQ(code_of("Korea", "2017-04-01"), "ambiguous");
    EXPECT_EQ(candidates("Korea", "2017-04-01").size(), 2U);
    EXPECT_EQ(code_of("iso:KOR", "2017"), "ROK");
    EXPECT_EQ(code_of("South Korea", "1948-09-01"), "ROK");
    EXPECT_EQ(code_of("cow:732", "1948-09-01"), "did not exist");  // a member from 1949-06-29
}

TEST_F(States, vietnam_is_the_north_since_the_end_of_the_south) {
    EXPECT_EQ(code_of("Vietnam", "1965"), "ambiguous");
    EXPECT_EQ(code_of("Vietnam", "2017"), "DRV");
    EXPECT_EQ(code_of("cow:816", "1965"), "DRV");
    EXPECT_EQ(code_of("iso:VNM", "1965"), "ambiguous");
    EXPECT_EQ(code_of("iso:VDR", "1965"), "DRV");
    EXPECT_EQ(code_of("iso:VNM", "2017"), "DRV");
    EXPECT_EQ(code_of("RVN", "1980"), "did not exist");
}

TEST_F(States, yemen_is_a_new_state_in_one_list_and_the_north_in_the_other) {
    EXPECT_EQ(code_of("Yemen", "1990-05-21"), "ambiguous");
    EXPECT_EQ(code_of("Yemen", "1990-05-22"), "YEM");
    EXPECT_EQ(code_of("cow:679", "1990-05-22"), "YEM");
    EXPECT_EQ(code_of("cow:678", "1990-05-22"), "did not exist");
    EXPECT_EQ(code_of("gw:678", "1990-05-21"), "YAR");
    EXPECT_EQ(code_of("gw:678", "1990-05-22"), "YEM");
    EXPECT_EQ(code_of("YPR", "1980"), "YPR");
    EXPECT_EQ(code_of("Yemen", "1990"), "ambiguous");  // on some day of that year each of the three
}

TEST_F(States, serbia_is_yugoslavia_to_one_list_and_a_state_of_its_own_to_the_other) {
    EXPECT_EQ(code_of("Serbia", "1914"), "YUG");
    EXPECT_EQ(code_of("Serbia", "2017"), "YUG");
    EXPECT_EQ(code_of("gw:340", "2017"), "YUG");
    EXPECT_EQ(code_of("gw:345", "2017"), "did not exist");
    EXPECT_EQ(code_of("cow:345", "2017"), "YUG");
    EXPECT_EQ(code_of("iso:SRB", "2017"), "YUG");
    EXPECT_EQ(code_of("Yugoslavia", "1980"), "YUG");
    EXPECT_EQ(code_of("Yugoslavia", "2017"), "did not exist");
    EXPECT_EQ(table().name_of("YUG", make_day(2004, 1, 1)), "Serbia and Montenegro");
}

TEST_F(States, russia_and_the_soviet_union_are_one_state_under_two_names) {
    EXPECT_EQ(code_of("Soviet Union", "1991-12-25"), "RUS");
    EXPECT_EQ(code_of("USSR", "1991-12-26"), "did not exist");
    EXPECT_EQ(code_of("Russia", "1991-12-26"), "RUS");
    EXPECT_EQ(code_of("RUS", "1960"), "RUS");
    EXPECT_EQ(table().name_of("RUS", make_day(1960, 1, 1)), "Soviet Union");
    EXPECT_EQ(table().name_of("RUS", make_day(2017, 1, 1)), "Russia");
}

TEST_F(States, a_name_outside_the_time_of_the_state_is_its_nearest_earlier_one) {
    EXPECT_EQ(table().name_of("CZE", make_day(2017, 1, 1)), "Czechoslovakia");
    EXPECT_EQ(table().name_of("CZR", make_day(1980, 1, 1)), "Czech Republic");
    EXPECT_EQ(table().name_of("okinawa", make_day(2017, 1, 1)), "okinawa");
}

TEST_F(States, no_number_of_a_list_means_two_states_on_one_day) {
    const std::set<std::string> wholes{"DEU", "VNM", "YEM"};  // below
    for (const StateRow& row : table().rows()) {
        const Date span = day_range(row.begin, row.end);
        if (row.cow_number > 0) {
            EXPECT_EQ(table().find("cow:" + std::to_string(row.cow_number), span).code, row.code);
        }
        if (row.iso3.empty()) continue;
        if (wholes.count(row.iso3) != 0) continue;
        EXPECT_EQ(table().find("iso:" + row.iso3, single_day(row.begin)).code, row.code) << row.name;
    }
}

TEST_F(States, no_code_is_another_states_name_on_the_same_day) {
    std::set<std::string> codes;
    for (const StateRow& row : table().rows()) codes.insert(row.code);
    for (const StateRow& row : table().rows()) {
        for (const std::string& name : row.other_names) {
            EXPECT_TRUE(codes.count(name) == 0 || name == row.code) << name;
        }
    }
}

// Codes: Correlates of War, State System Membership v2016; ISO 3166-1.
TEST_F(States, a_bare_code_that_iso_gives_another_state_names_that_state_too) {
    const auto by_iso = [](std::string_view written, std::string_view when) {
        return table().find(written, *parse_date(when)).by_iso_code.value_or("none");
    };
    EXPECT_EQ(by_iso("AUS", "2017"), "AUL");
    EXPECT_EQ(by_iso("SWZ", "2017"), "SWA");
    EXPECT_EQ(by_iso("NZL", "2017"), "NEW");  // unknown to Correlates of War
    EXPECT_EQ(by_iso("CZE", "2017"), "CZR");  // Czechoslovakia, which had ended
    EXPECT_EQ(by_iso("CZE", "1980"), "none");
    EXPECT_EQ(by_iso("JPN", "2017"), "none");  // the same state by both
    EXPECT_EQ(by_iso("iso:AUS", "2017"), "none");
    EXPECT_EQ(by_iso("Austria", "2017"), "none");
}

// ISO 3166-1 gave DEU, VNM and YEM to the Federal Republic, the south and the north while there were two (ISO 3166-3:
// DDDE, VDVN, YDYE); data that use them for the past mean the whole, as Maddison's 78,645 thousand Germans in 1989.
TEST_F(States, an_iso_code_of_a_whole_is_ambiguous_while_it_was_divided) {
    EXPECT_EQ(code_of("iso:DEU", "1938"), "GMY");
    EXPECT_EQ(code_of("iso:DEU", "1960"), "ambiguous");
    EXPECT_EQ(candidates("iso:DEU", "1960"), (Candidates{"GDR German Democratic Republic (1949-10-05…1990-10-02)",
                                                         "GFR German Federal Republic (1949-09-21…1990-10-02)"}));
    EXPECT_EQ(code_of("iso2:DE", "1960"), "ambiguous");
    EXPECT_EQ(code_of("iso:DDR", "1960"), "GDR");
    EXPECT_EQ(code_of("iso:DEU", "1991"), "GMY");
    EXPECT_EQ(code_of("iso2:VN", "1965"), "ambiguous");
    EXPECT_EQ(code_of("iso:VNM", "1976"), "DRV");
    EXPECT_EQ(code_of("iso:YEM", "1960"), "YAR");  // the south was a colony to 1967-11-29
    EXPECT_EQ(code_of("iso:YEM", "1980"), "ambiguous");
    EXPECT_EQ(code_of("iso:YMD", "1980"), "YPR");
    EXPECT_EQ(code_of("iso:YEM", "1991"), "YEM");
    EXPECT_EQ(code_of("iso:KOR", "1960"), "ROK");
    EXPECT_EQ(code_of("iso:PRK", "1960"), "PRK");
}

// ISO 3166-3: a code of today is not that of the larger state before, and the other way round.
TEST_F(States, an_iso_code_is_that_of_the_state_of_its_time) {
    EXPECT_EQ(code_of("iso:SUN", "1980"), "RUS");
    EXPECT_EQ(code_of("iso:RUS", "1980"), "did not exist");
    EXPECT_EQ(code_of("iso:SUN", "1992"), "did not exist");
    EXPECT_EQ(code_of("iso:CSK", "1980"), "CZE");
    EXPECT_EQ(code_of("iso:CZE", "1980"), "did not exist");
    EXPECT_EQ(code_of("iso:SRB", "1980"), "did not exist");
    EXPECT_EQ(code_of("iso:BGD", "1960"), "did not exist");
    EXPECT_EQ(code_of("iso:ERI", "1980"), "did not exist");
    EXPECT_EQ(code_of("iso:SSD", "2010"), "did not exist");
}

// ISO 3166-3: ROM to 2002, BUR (BU) to 1989, TMP (TP) to 2002, BYS to 1992.
TEST_F(States, withdrawn_iso_codes_are_known) {
    EXPECT_EQ(code_of("iso:ROM", "1990"), "ROM");
    EXPECT_EQ(code_of("iso:BUR", "1980"), "MYA");
    EXPECT_EQ(code_of("iso2:BU", "1980"), "MYA");
    EXPECT_EQ(code_of("iso:TMP", "2003"), "ETM");
    EXPECT_EQ(code_of("iso2:TP", "2003"), "ETM");
    EXPECT_EQ(code_of("iso:BYS", "1992"), "BLR");
    EXPECT_EQ(code_of("iso:ZAR", "1980"), "DRC");
    EXPECT_EQ(table().row_of("MYA", make_day(1980, 1, 1))->iso3, "MMR");
}

// Gleditsch and Ward: Yugoslavia 345 to 2006-06-04, Serbia 340 from the next day.
TEST_F(States, a_match_has_the_rows_that_were_meant) {
    const auto meant = [](std::string_view written, std::string_view when) {
        const auto& row = table().rows().at(table().find(written, *parse_date(when)).rows.back());
        return row.name + ' ' + std::to_string(row.gw_number);
    };
    EXPECT_EQ(meant("gw:345", "2006"), "Serbia and Montenegro 345");
    EXPECT_EQ(meant("gw:340", "2006"), "Serbia 340");
    EXPECT_EQ(meant("iso:SCG", "2006"), "Serbia and Montenegro 345");
    EXPECT_EQ(meant("iso:YUG", "2003"), "Yugoslavia 345");
    EXPECT_EQ(meant("YUG", "2006"), "Serbia 340");
    EXPECT_TRUE(table().find("iso:DEU", *parse_date("1960")).rows.empty());
}

// The cases that conversion tables without dates get wrong, as the R package countrycode tests them
// (test-corner-cases.R, test-regex-special.R; issues 258 and 320).
TEST_F(States, numbers_are_those_of_the_year) {
    const auto gw_number = [](std::string_view written, std::string_view when) {
        const auto match = table().find(written, *parse_date(when));
        return match.code ? table().row_of(*match.code, parse_date(when)->first)->gw_number : 0;
    };
    EXPECT_EQ(gw_number("Germany", "1900"), 255);
    EXPECT_EQ(gw_number("Germany", "2000"), 260);
    EXPECT_EQ(gw_number("Korea", "1900"), 730);
}

TEST_F(States, states_of_the_past_have_their_years) {
    const auto years = [](std::string_view code) {
        std::pair<int, int> span{9999, 0};
        for (const StateRow& row : table().rows()) {
            if (row.code != code) continue;
            span = {std::min(span.first, year_of(row.begin)), std::max(span.second, year_of(row.end))};
        }
        return span;
    };
    using Years = std::pair<int, int>;
    EXPECT_EQ(years("UPC"), (Years{1823, 1839}));
    EXPECT_EQ(years("TRA"), (Years{1852, 1910}));
    EXPECT_EQ(years("OFS"), (Years{1854, 1910}));
    EXPECT_EQ(years("TBT"), (Years{1913, 1950}));
    EXPECT_EQ(years("VNM"), (Years{1816, 1893}));
}

TEST_F(States, a_name_is_known_however_it_is_written) {
    EXPECT_EQ(code_of("democratic people's republic of korea", "2017"), "PRK");
    EXPECT_EQ(code_of("Korea, Dem. People’s Rep. of", "2017"), "PRK");
    EXPECT_EQ(code_of("Korea, Republic of", "2017"), "ROK");
    EXPECT_EQ(code_of("dprk", "2017"), "PRK");
    EXPECT_EQ(code_of("chinese taipei", "2017"), "TAW");
    EXPECT_EQ(code_of("formosa", "2017"), "TAW");
    EXPECT_EQ(code_of("TÜRKİYE", "2017"), "TUR");
    EXPECT_EQ(code_of("CÔTE D’IVOIRE", "2017"), "CDI");
    EXPECT_EQ(code_of("Congo, Dem. Rep.", "2017"), "DRC");
    EXPECT_EQ(code_of("Congo, Rep.", "2017"), "CON");
    EXPECT_EQ(code_of("St. Kitts & Nevis", "2017"), "SKN");
    EXPECT_EQ(code_of("North Viet Nam", "1965"), "DRV");
    EXPECT_EQ(code_of("Republic of VietNam", "1965"), "RVN");
    EXPECT_EQ(code_of("Republic of Viet Nam", "1965"), "RVN");
}

TEST_F(States, a_state_is_found_by_the_name_it_took_later) {
    EXPECT_EQ(code_of("Benin", "1970"), "BEN");
    EXPECT_EQ(code_of("Russia", "1960"), "RUS");
    EXPECT_EQ(code_of("Eswatini", "1990"), "SWA");
    EXPECT_EQ(code_of("Russian Federation", "1980"), "did not exist");  // a part of the Soviet Union then
}

TEST_F(States, what_may_mean_two_states_is_not_guessed) {
    EXPECT_EQ(code_of("United Arab Republic", "1960"), "ambiguous");  // of Egypt and Syria
    EXPECT_EQ(code_of("United Arab Republic", "1965"), "EGY");
    EXPECT_EQ(code_of("United Arab Republic", "2017"), "did not exist");
    EXPECT_EQ(code_of("ROC", "2017"), "ambiguous");  // of China, of Congo
    EXPECT_EQ(code_of("ROC", "1937"), "CHN");
    EXPECT_EQ(code_of("saint martin", "2017"), "unknown");
    EXPECT_EQ(code_of("democratic republic of yemen", "1980"), "unknown");  // of 1994, and often said of the south
}

// ISO 3166-1 alpha-2; programs that take NA for a missing value lose Namibia.
TEST_F(States, the_two_letters_of_namibia_are_a_code_like_any_other) {
    EXPECT_EQ(code_of("iso2:NA", "2017"), "NAM");
    EXPECT_EQ(code_of("iso2:us", "2017"), "USA");
    EXPECT_EQ(code_of("iso2:CS", "1980"), "CZE");  // given twice: Czechoslovakia, Serbia and Montenegro
    EXPECT_EQ(code_of("iso2:CS", "2004"), "YUG");
}

TEST_F(States, names_of_several_states_on_one_day_are_only_these) {
    std::set<std::string> ambiguous;
    for (const StateRow& row : table().rows()) {
        for (const Day day : {row.begin, row.end}) {
            for (const std::string& name : row.other_names) {
                if (table().find(name, single_day(day)).why_not == "ambiguous") ambiguous.insert(name);
            }
            if (table().find(row.name, single_day(day)).why_not == "ambiguous") ambiguous.insert(row.name);
        }
    }
    EXPECT_EQ(ambiguous, (std::set<std::string>{"Congo", "Germany", "Hesse", "Korea", "ROC", "UAR",
                                                "United Arab Republic", "Viet Nam", "Vietnam", "Yemen"}));
}

}  // namespace entente
