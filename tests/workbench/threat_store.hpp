// Data stores for tests of threat: one of invented numbers in the layouts of official files, and one of official files.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "test_data.hpp"
#include "workbench/data_add.hpp"
#include "workbench/folders.hpp"

namespace entente::testing {

// The states are real, everything that is said of them is made up. Of the capabilities in each year from 1985 to 2000
// the United States have 5 tenths, China 3, Japan and North Korea 1 each; South Korea's are not known. North Korea's
// side began a dispute with Japan in 1990 (level 3) and 1998 (level 5, in which Japan reached 5 too), Japan's one with
// China in 1995 (level 2). North Korea and Japan are rivals over territory, China and Japan rivals from 1996. The
// United States pledged to defend Japan from 1992, Japan nobody; China pledged to defend North Korea. The United States
// keep 100 persons in Japan, 50 in South Korea up to 1999, none in China; of North Korea there is no row.
class ThreatStore : public ::testing::Test {
protected:
    static constexpr int kUsa = 2;
    static constexpr int kChina = 710;
    static constexpr int kNorthKorea = 731;
    static constexpr int kSouthKorea = 732;
    static constexpr int kJapan = 740;

    // A store of everything, or of all but the files named; with a text of the capabilities replaced by another. It is
    // filled once for all tests that want the same.
    void fill(const std::vector<std::string>& without = {}, const std::pair<std::string, std::string>& replaced = {}) {
        static std::map<std::pair<std::vector<std::string>, std::string>, std::unique_ptr<Folder>> stores;
        auto& home = stores[{without, replaced.second}];
        const bool is_new = home == nullptr;
        if (is_new) home = std::make_unique<Folder>();
        entente_home_ = std::make_unique<Environment>("ENTENTE_HOME", home->path().string());
        if (!is_new) return;
        write_files(*home, replaced);
        for (const auto& file : without) std::filesystem::remove(home->path() / "files" / file);
        workbench::DataAddRequest request;
        request.paths = {home->path() / "files"};
        (void)workbench::data_add(request);
    }

private:
    static void write_files(const Folder& home, const std::pair<std::string, std::string>& replaced) {
        auto text = capabilities();
        if (!replaced.first.empty()) text.replace(text.find(replaced.first), replaced.first.size(), replaced.second);
        home.write("files/NMC-60-abridged.csv", text);
        home.write("files/gml-ddy-disputes-2.1.1.csv", disputes());
        home.write("files/peacesciencer_atop_alliance.csv", pledges());
        home.write("files/cow_capitals.csv",
                   "ccode,statenme,capital,stdate,enddate,lat,lng\n"
                   "2,United States of America,A,1816-01-01,2024-12-31,0,90\n"
                   "710,China,B,1816-01-01,2024-12-31,0,20\n"
                   "731,North Korea,C,1948-09-09,2024-12-31,0,10\n"
                   "732,South Korea,D,1948-08-15,2024-12-31,0,11\n"
                   "740,Japan,E,1816-01-01,2024-12-31,0,0\n");
        home.write("files/cow_contdir.csv",
                   "ccode1,ccode2,conttype,stdate,enddate\n"
                   "710,731,1,1948-09-01,2016-12-01\n"
                   "731,732,1,1948-09-01,2016-12-01\n"
                   "732,740,4,1952-04-01,2016-12-01\n");
        home.write("files/troopdata.csv", troops());
        home.write("files/tss_rivalries.csv",
                   "tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,principal,"
                   "aprin\n"
                   "1,A,731,740,1980,2020,,1,,,,\n"
                   "2,B,710,740,1996,2020,1,,,,,\n"
                   "3,C,2,710,1949,2020,1,,,,,\n");
    }

    static std::string capabilities() {
        std::string text = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n";
        const auto add = [&](const std::string& state, int year, const std::string& value, const std::string& share) {
            text += state + ',' + std::to_string(year);
            for (int component = 0; component < 6; ++component) text += ',' + value;
            text += ',' + share + ",2021\n";
        };
        for (int year = 1985; year <= 2000; ++year) {
            add("USA,2", year, "5", "0.5");
            add("CHN,710", year, "3", "0.3");
            add("PRK,731", year, "1", "0.1");
            add("JPN,740", year, "1", "0.1");
        }
        return text;
    }

    static std::string disputes() {
        std::string text =
            "dispnum,ccode1,ccode2,year,midongoing,midonset,sidea1,sidea2,revstate1,hostlev1,hostlev2,ongo2010,"
            "version\n";
        const auto add = [&](const std::string& dispute, const std::string& began, const std::string& other, int year,
                             const std::string& level, const std::string& level_of_other) {
            const auto row = [&](const std::string& pair, const std::string& sides, const std::string& levels) {
                text += dispute + ',' + pair + ',' + std::to_string(year) + ",1,1," + sides + ",0," + levels +
                        ",0,gml-2.1.1\n";
            };
            row(began + ',' + other, "1,0", level + ',' + level_of_other);
            row(other + ',' + began, "0,1", level_of_other + ',' + level);
        };
        add("1", "2", "710", 1985, "2", "1");
        add("2", "731", "740", 1990, "3", "1");
        add("3", "740", "710", 1995, "2", "1");
        add("4", "731", "740", 1998, "5", "5");
        return text;
    }

    static std::string troops() {
        std::string text =
            "countryname,ccode,iso3c,year,troops,army,navy,air_force,marine_corps,region,space_force,coast_guard\n";
        for (int year = 1985; year <= 2000; ++year) {
            const auto add = [&](const std::string& host, int persons) {
                text += host + ',' + std::to_string(year) + ',' + std::to_string(persons) + ",NA,NA,NA,NA,A,NA,NA\n";
            };
            add("Japan,740,JPN", 100);
            if (year < 2000) add("South Korea,732,KOR", 50);
            add("China,710,CHN", 0);
        }
        text += "Japan,740,JPN,2023,100,NA,NA,NA,NA,A,NA,NA\n";  // the version is known by its last year
        return text;
    }

    static std::string pledges() {
        std::string text = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n";
        for (int year = 1985; year <= 2000; ++year) {
            const auto tail = ',' + std::to_string(year) + ",1,0,0,0,1\n";
            if (year >= 1992) text += "2,740" + tail + "740,2," + std::to_string(year) + ",0,0,0,0,1\n";
            text += "710,731" + tail;
        }
        return text;
    }

    std::unique_ptr<Environment> entente_home_;
    Environment entente_share_{"ENTENTE_SHARE", ""};
};

}  // namespace entente::testing
