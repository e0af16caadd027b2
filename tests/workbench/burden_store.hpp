// A data store for tests of burden sharing: invented numbers in the layouts of official files, and a theory over them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "workbench/burden.hpp"
#include "workbench/data_add.hpp"
#include "workbench/folders.hpp"

namespace entente::testing {

// The states are real, everything that is said of them is made up. From 2008 to 2012 the United States spend 400
// million dollars a year and have 1 million soldiers and 200 million people, the United Kingdom 60 million, 200,000 and
// 50 million, Canada 10 million, 50,000 and 25 million; of Canada's soldiers nothing is known in 2012. Output, known to
// 2010, is 10,000, 2,000 and 1,000 million dollars; the data set that has it counts 210 million Americans and 52
// million British. The United Kingdom gave 30 million in aid in 2010, Canada 10. Each year the United States delivered
// 30 of 40 units of arms to the United Kingdom, nobody any to Canada. The United States are to defend both, who are
// both to defend the United States and not each other. Alliance 3180 had the two large ones from 1949, Canada from
// 2010.
class BurdenStore : public ::testing::Test {
protected:
    static constexpr int kAmerica = 2;
    static constexpr int kCanada = 20;
    static constexpr int kBritain = 200;

    static void TearDownTestSuite() { home_.reset(); }

    void SetUp() override {
        const bool is_new = home_ == nullptr;
        if (is_new) home_ = std::make_unique<Folder>();
        entente_home_ = std::make_unique<Environment>("ENTENTE_HOME", home_->path().string());
        if (is_new) fill();
    }

    [[nodiscard]] static workbench::BurdenRequest request_for(const std::string& group, std::optional<int> year = {}) {
        workbench::BurdenRequest request;
        request.groups = {group};
        request.year = year;
        request.theory = theory_file().string();
        return request;
    }
    [[nodiscard]] static std::filesystem::path theory_file() { return home_->path() / "invented-burden.toml"; }

    static const burden::BurdenReading& reading(const workbench::BurdenResult& result, int state,
                                                const std::string& measure) {
        for (const auto& member : result.groups.at(0).now.facts.members) {
            if (member.state != state) continue;
            for (std::size_t place = 0; place < result.theory.measures.size(); ++place) {
                if (result.theory.measures[place].id == measure) return member.measures.at(place);
            }
        }
        throw std::runtime_error("no such reading");
    }

    static std::string codes(const workbench::BurdenResult& result) {
        std::string codes;
        for (const auto& member : result.groups.at(0).members) codes += (codes.empty() ? "" : " ") + member.code;
        return codes;
    }

private:
    static void fill() {
        write_states();
        write_pairs();
        home_->write("invented-burden.toml", kTheory);
        workbench::DataAddRequest request;
        request.paths = {home_->path() / "files"};
        (void)workbench::data_add(request);
    }

    static void write_states() {
        std::string capabilities = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n";
        std::string output = "ccode,year,mrgdppc,sd_mrgdppc,pwtrgdp,sd_pwtrgdp,pwtpop,sd_pwtpop\n";
        for (int year = 2008; year <= 2012; ++year) {
            const auto of_year = "," + std::to_string(year) + ",";
            capabilities += "USA,2" + of_year + "400000,1000,1,1,200000,1,0.5,2021\n";
            capabilities += "UKG,200" + of_year + "60000,200,1,1,50000,1,0.2,2021\n";
            capabilities += "CAN,20" + of_year + "10000," + (year == 2012 ? "-9" : "50") + ",1,1,25000,1,0.1,2021\n";
            if (year > 2010) continue;
            output += "2" + of_year + "50000,1,10000,1,210,1\n";
            output += "200" + of_year + "40000,1,2000,1,52,1\n";
            output += "20" + of_year + "40000,1,1000,1,,\n";
        }
        home_->write("files/NMC-60-abridged.csv", capabilities);
        home_->write("files/cw_gdppop.csv", output + "740,2019,1,1,1,1,1,1\n");
        home_->write("files/atop5_0m.csv",
                     "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,phase,cowsys,termmode,termcaus,"
                     "rev5,version\n"
                     "3180,2,1949,4,4,1951,6,19,0,1,1,0,0,0,5\n3180,200,1949,4,4,1951,6,19,0,1,1,0,0,0,5\n"
                     "3180,2,1951,6,19,0,0,0,1,2,1,0,0,0,5\n3180,200,1951,6,19,0,0,0,1,2,1,0,0,0,5\n"
                     "3180,20,2010,5,1,0,0,0,1,2,1,0,0,0,5\n7050,740,1951,9,8,0,0,0,1,0,1,0,0,0,5\n");
    }

    static void write_pairs() {
        std::string arms = "supplier,recipient,year,value,supplier_cown,recipient_cown\n";
        std::string pledges = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n";
        for (int year = 2008; year <= 2012; ++year) {
            const auto of_year = std::to_string(year);
            arms += "United States,United Kingdom," + of_year + ",30,2,200\n";
            arms += "France,United Kingdom," + of_year + ",10,220,200\n";
            for (const auto* pair : {"2,20", "20,2", "2,200", "200,2"}) {
                pledges += std::string(pair) + "," + of_year + ",1,0,0,0,1\n";
            }
        }
        home_->write("files/sipri-exports-processed.csv", arms + "France,Japan,2021,1,220,740\n");
        home_->write("files/peacesciencer_atop_alliance.csv", pledges);
        home_->write("files/oecd_dac2a_oda_total_net.csv",
                     "Recipient,Donor,Aid type,Amount type,Year,Value\n"
                     "India,United Kingdom,ODA: Total Net,Constant Prices (2022 USD millions),2010,20\n"
                     "Kenya,United Kingdom,ODA: Total Net,Constant Prices (2022 USD millions),2010,10\n"
                     "Kenya,Canada,ODA: Total Net,Constant Prices (2022 USD millions),2010,10\n"
                     "Kenya,France,ODA: Total Net,Constant Prices (2022 USD millions),2022,10\n");
    }

    static constexpr const char* kTheory = R"(id = "invented-burden"
kind = "burden"
name = "Invented"
summary = "s"
citation = "Nobody"
cautions = ["one caution"]
size = "gdp-cow.pwtrgdp"
effort = "spending-share"
leader = "nmc.milex"

[weighting]
step = 0.1
known_share = 0.6

[[measure]]
id = "spending-share"
name = "spending"
heading = "% GDP"
formula = "ratio"
data = ["nmc.milex"]
per = [{ column = "gdp-cow.pwtrgdp", scale = 1000 }]
scale = 100
unit = "% of GDP"
decimals = 2
stage = "input"
coin = "money"
sense = "carries-more"
stale_after = 1
weight = 1
base = "gdp-cow.pwtrgdp"
definition = "d"
assumption = "a"

[[measure]]
id = "personnel"
name = "soldiers"
heading = "soldiers"
formula = "ratio"
data = ["nmc.milper", "nmc.milper"]
per = [{ column = "gdp-cow.pwtpop", scale = 1000 }, "nmc.tpop"]
scale = 1000
unit = "per thousand people"
stage = "input"
coin = "people"
sense = "carries-more"
stale_after = 1
weight = 1
definition = "d"
assumption = "a"

[[measure]]
id = "in-proportion"
name = "in proportion"
heading = "in prop."
formula = "relative-share"
data = ["nmc.milex"]
per = ["gdp-cow.pwtrgdp"]
unit = "ratio"
stage = "input"
coin = "money"
sense = "carries-more"
stale_after = 0
weight = 0
definition = "d"
assumption = "a"

[[measure]]
id = "part"
name = "part of the soldiers"
heading = "part"
formula = "share-of-group"
data = ["nmc.milper"]
unit = "share"
stage = "input"
coin = "people"
sense = "carries-more"
stale_after = 0
weight = 0
definition = "d"
assumption = "a"

[[measure]]
id = "aid"
name = "aid"
heading = "aid"
formula = "ratio"
data = ["aid-given"]
per = ["gdp-cow.pwtrgdp"]
scale = 100
unit = "% of GDP"
stage = "output"
coin = "money"
sense = "carries-more"
stale_after = 0
weight = 1
definition = "d"
assumption = "a"

[[measure]]
id = "arms"
name = "arms from the leader"
heading = "arms"
formula = "from-leader"
data = ["sipri-arms-exports.value"]
per = ["arms-received"]
scale = 100
unit = "% of arms imports"
stage = "input"
coin = "money"
sense = "neither"
stale_after = 0
weight = 0
definition = "d"
assumption = "a"

[[measure]]
id = "owes"
name = "obliged to defend"
heading = "owes"
formula = "obliged-to"
data = ["atop-directed.defense"]
unit = "members"
decimals = 0
stage = "input"
coin = "obligation"
sense = "neither"
stale_after = 0
weight = 0
definition = "d"
assumption = "a"

[[measure]]
id = "owed"
name = "defended by"
heading = "owed"
formula = "defended-by"
data = ["atop-directed.defense"]
unit = "members"
decimals = 0
stage = "input"
coin = "obligation"
sense = "neither"
stale_after = 0
weight = 0
definition = "d"
assumption = "a"

[[measure]]
id = "stated"
name = "stated by cases"
heading = "stated"
formula = "case-only"
unit = "things"
stage = "input"
coin = "money"
sense = "carries-more"
stale_after = 0
weight = 0
definition = "d"
assumption = "a"

[[measure]]
id = "elsewhere"
name = "not at hand"
heading = "elsewhere"
formula = "value"
data = ["polity.polity2"]
unit = "points"
stage = "input"
coin = "money"
sense = "carries-more"
stale_after = 0
weight = 0
definition = "d"
assumption = "a"

[[guideline]]
id = "two-percent"
measure = "spending-share"
at_least = 2
text = "Two per cent."
bindingness = "aspirational"
since = 2009-01-01
deadline = 2012-12-31
alliances = ["3180"]

[[reading]]
id = "leadership"
of = "leader-share"
says = "It leads."
)";

    static inline std::unique_ptr<Folder> home_;
    std::unique_ptr<Environment> entente_home_;
    Environment entente_share_{"ENTENTE_SHARE", ""};
};

}  // namespace entente::testing
