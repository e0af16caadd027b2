// Rows of alliances and years out of the official files, against numbers that were worked out from the same files
// with R, and what happens where a store or a theory lacks something.
#include "workbench/outlook_rows.hpp"
#include "workbench/official_store.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "models/cox.hpp"
#include "test_data.hpp"
#include "workbench/data_add.hpp"
#include "workbench/folders.hpp"
#include "workbench/outlook_files.hpp"
#include "workbench/theories.hpp"

namespace entente::workbench {
namespace {

using outlook::Lack;

// Rows of a store of official files, made once for all tests that run together.
template <const auto& files>
class RowsOfStore : public OfficialStore<files> {
protected:
    void make(const std::vector<evidence::Covariate>& covariates) {
        if (rows_ != nullptr) return;
        open_ = open_store();
        rows_ = std::make_unique<OutlookRows>(outlook_rows(*open_, {}, covariates));
    }
    static void TearDownTestSuite() {
        rows_.reset();
        open_.reset();
        OfficialStore<files>::TearDownTestSuite();
    }

    static const OutlookRows& all() { return *rows_; }
    static const OpenStore& store() { return *open_; }

    static const std::vector<std::optional<double>>& column(const std::string& covariate) {
        for (std::size_t place = 0; place < all().rows.covariates.size(); ++place) {
            if (all().rows.covariates[place] == covariate) return all().rows.columns[place];
        }
        throw std::runtime_error("no such covariate");
    }
    static std::optional<double> value(const std::string& alliance, int year, const std::string& covariate) {
        const auto& rows = all().rows;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows.alliances[rows.alliance[row]] == alliance && rows.year[row] == year) return column(covariate)[row];
        }
        throw std::runtime_error("no such row");
    }

private:
    static inline std::shared_ptr<const OpenStore> open_;
    static inline std::unique_ptr<OutlookRows> rows_;
};

// All covariates of the shipped theory.
class OfficialRows : public RowsOfStore<kFilesOfEndings> {
protected:
    void SetUp() override {
        RowsOfStore::SetUp();
        if (!IsSkipped() && !HasFailure()) make(outlook_theory().covariates);
    }
};

evidence::Covariate covariate_with(evidence::CovariateMeasure measure, std::vector<std::string> data) {
    evidence::Covariate covariate;
    covariate.id = "one";
    covariate.measure = measure;
    covariate.threshold = 0.1;
    covariate.data = std::move(data);
    return covariate;
}

constexpr auto kFewFiles = std::to_array<const char*>(
    {"atop/atop5_0a.csv", "atop/atop5_0aph.csv", "atop/atop5_0m.csv", "cow/NMC-60-abridged.csv"});

// A covariate of capabilities, the only data beside those on alliances, and one of rivalries, which the store lacks.
class RowsOfFewData : public RowsOfStore<kFewFiles> {
protected:
    void SetUp() override {
        RowsOfStore::SetUp();
        using evidence::CovariateMeasure;
        if (!IsSkipped() && !HasFailure()) {
            make({covariate_with(CovariateMeasure::CapabilityRatio, {"nmc.cinc"}),
                  covariate_with(CovariateMeasure::SharedRival, {"rivalries-td"})});
        }
    }
};

// The treaty of 19 January 1960 between the United States and Japan.
constexpr const char* kTreaty1960 = "3375";

// One test, since each fills a store of its own.
TEST_F(OfficialRows, have_what_the_sources_say_of_the_treaty_of_1960) {
    const auto expect_always = [](const std::string& covariate, double expected) {
        for (int year = 1960; year <= 2016; ++year) EXPECT_EQ(value(kTreaty1960, year, covariate), expected) << year;
    };
    // ATOP 5.0, phase file: base 3 (troops of some in others), which makes MILINST 2 (Leeds and Anac 2005); nomicoop 1,
    // estmode 1.
    expect_always("military-institutions", 2);
    expect_always("non-military-cooperation", 1);
    expect_always("ratified-treaty", 1);

    // NMC 6.0, column cinc, 1980, which is what the row of 1981 knows: .133114590 and .053608559; their ratio is
    // 2.483084, their sum .186723149.
    expect_always("asymmetry", 0);
    EXPECT_NEAR(*value(kTreaty1960, 1981, "capability-ratio"), std::log(2.483084), 1e-6);
    EXPECT_NEAR(*value(kTreaty1960, 1981, "combined-capability"), .186723149, 1e-9);

    // Polity IV, polity2: both 10 in every year from 1959 to 2015, with which it ends.
    expect_always("joint-democracy", 1);
    expect_always("regime-change", 0);
    EXPECT_FALSE(value(kTreaty1960, 2017, "joint-democracy"));

    // Thompson, Sakuwa and Suhas: China is a rival of Japan from 1996 (China–Japan 2), of the United States in
    // 1949–1972 and from 1996.
    EXPECT_EQ(value(kTreaty1960, 1996, "shared-rival"), 0);
    EXPECT_EQ(value(kTreaty1960, 1997, "shared-rival"), 1);
    EXPECT_EQ(value(kTreaty1960, 2018, "shared-rival"), 1);

    // ATOP 5.1 by pairs, counted with R: in 1960 the United States had pledged to defend 43 states, in 2016 66, Japan
    // among them.
    EXPECT_NEAR(*value(kTreaty1960, 1961, "allies-of-leader"), std::log(1 + 42), 1e-12);
    EXPECT_NEAR(*value(kTreaty1960, 2017, "allies-of-leader"), std::log(1 + 65), 1e-12);

    // CHISOLS 4.0, solschdum is 1 for the United States in 2001 and 1993, for Japan in 1993 and for neither in 1990 and
    // 2000. The year after knows it; the file ends in 2008.
    EXPECT_EQ(value(kTreaty1960, 2001, "support-change"), 0);
    EXPECT_EQ(value(kTreaty1960, 2002, "support-change"), 1);
    EXPECT_EQ(value(kTreaty1960, 1991, "support-change"), 0);
    EXPECT_EQ(value(kTreaty1960, 1994, "support-change-democracy"), 1);
    EXPECT_EQ(value(kTreaty1960, 1994, "support-change-non-democracy"), 0);
    EXPECT_FALSE(value(kTreaty1960, 2010, "support-change"));
}

// A second program, written in R from the raw files, gave the same value in every row of every covariate; these are its
// numbers of known rows and their sums.
TEST_F(OfficialRows, are_those_that_were_worked_out_with_r) {
    struct Expected {
        const char* covariate;
        std::size_t known;
        double sum;
    };
    constexpr Expected kExpected[] = {
        {"shared-rival", 12952, 1060},
        {"rival-pressure-change", 12625, 187.88588595},
        {"capability-change", 12649, 10277},
        {"regime-change", 11947, 6116},
        {"support-change", 9417, 1731},
        {"polity-distance", 11962, 3569.6},
        {"asymmetry", 12625, 5283},
        {"allies-of-leader", 12625, 25048.829051741},
        {"military-institutions", 12956, 3727},
        {"joint-democracy", 12263, 3316},
        {"capability-change-20", 12638, 8281},
        {"new-outside-alliance", 13136, 5243},
        {"support-change-non-democracy", 9387, 366},
        {"support-change-democracy", 9409, 1385},
        {"non-military-cooperation", 12999, 10374},
        {"ratified-treaty", 13074, 11220},
        {"capability-ratio", 12625, 28898.884329167},
        {"combined-capability", 12625, 714.097402464},
    };
    EXPECT_EQ(all().rows.size(), 13136U);
    EXPECT_EQ(all().rows.alliances.size(), 664U);
    for (const auto& expected : kExpected) {
        SCOPED_TRACE(expected.covariate);
        std::size_t known = 0;
        double sum = 0;
        for (const auto& one : column(expected.covariate)) {
            if (!one) continue;
            ++known;
            sum += *one;
        }
        EXPECT_EQ(known, expected.known);
        EXPECT_NEAR(sum, expected.sum, 1e-6 * (1 + std::abs(expected.sum)));
    }
}

// Alliances begun in 1816–1989, followed to 2000, violation as the ending; R's survival 3.5-3, coxph with ties by Efron
// and clusters by alliance, on the rows as `--rows` writes them.
TEST_F(OfficialRows, give_the_coefficients_that_coxph_gives) {
    const std::vector<std::string> covariates{"capability-change", "new-outside-alliance",     "joint-democracy",
                                              "asymmetry",         "non-military-cooperation", "military-institutions",
                                              "regime-change",     "rival-pressure-change",    "ratified-treaty"};
    constexpr double kCoefficients[] = {1.28838820073, 0.57029718674,  -1.38915067400, -0.83558944116, -0.67779480607,
                                        0.61825143553, -0.05283534998, 1.18910757485,  -0.08138260935};
    constexpr double kErrors[] = {0.3559633090, 0.2057543160, 0.5025246560, 0.2328977524, 0.2323048268,
                                  0.1357075893, 0.2281993970, 0.4157298664, 0.2817473568};
    const auto& rows = all().rows;
    models::RiskIntervals intervals;
    intervals.columns.resize(covariates.size());
    for (const auto row : outlook::complete_rows(rows, covariates)) {
        const double began = rows.year[row] - rows.age[row];
        if (began < 1816 || began > 1989 || rows.year[row] > 2000) continue;
        intervals.entries.push_back(rows.age[row]);
        intervals.exits.push_back(rows.age[row] + 1);
        intervals.endings.push_back(static_cast<std::uint8_t>(rows.ending[row]));
        intervals.units.push_back(rows.alliance[row]);
        for (std::size_t place = 0; place < covariates.size(); ++place) {
            intervals.columns[place].push_back(*column(covariates[place])[row]);
        }
    }
    ASSERT_EQ(intervals.size(), 5303U);
    models::CoxChoices choices;
    choices.mode = static_cast<std::uint8_t>(outlook::Ending::Violation);
    const auto fit = models::cox(intervals, choices);
    ASSERT_EQ(fit.end, models::FitEnd::Converged) << fit.why_not;
    EXPECT_EQ(fit.events, 108);
    for (std::size_t place = 0; place < covariates.size(); ++place) {
        EXPECT_NEAR(fit.coefficients[place], kCoefficients[place], 1e-8) << covariates[place];
        EXPECT_NEAR(std::sqrt(fit.clustered_covariance[place][place]), kErrors[place], 1e-7) << covariates[place];
    }
}

// NMC 6.0 ends in 2016: three years before the 2019 that an outlook of 2020 asks for.
TEST_F(RowsOfFewData, say_of_which_year_the_values_of_an_outlook_are) {
    const auto now = covariates_now(all(), kTreaty1960, 2020, 5);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->at(0).value, covariates_now(all(), kTreaty1960, 2017, 0)->at(0).value);
    EXPECT_EQ(now->at(0).of_year, 2016);
    EXPECT_EQ(now->at(0).years_old, 3);
    EXPECT_FALSE(now->at(1).value);
    EXPECT_EQ(now->at(1).lack, Lack::NoDataset);
}

TEST_F(RowsOfFewData, carry_no_value_further_than_is_allowed) {
    const auto now = covariates_now(all(), kTreaty1960, 2020, 2);
    ASSERT_TRUE(now);
    EXPECT_FALSE(now->at(0).value);
    EXPECT_EQ(now->at(0).lack, Lack::OutsideCoverage);
    EXPECT_FALSE(covariates_now(all(), "9999", 2020, 5));
}

TEST_F(OfficialRows, agree_with_the_values_of_an_outlook_of_the_same_year) {
    const auto now = covariates_now(all(), kTreaty1960, 2005, 5);
    ASSERT_TRUE(now);
    for (const auto& one : *now) {
        EXPECT_EQ(one.value, value(kTreaty1960, 2005, one.covariate)) << one.covariate;
        EXPECT_EQ(one.of_year, 2004);
    }
}

TEST_F(OfficialRows, say_for_which_years_a_covariate_is_known) {
    EXPECT_EQ(all().last_year_of({"asymmetry"}), 2017);
    EXPECT_EQ(all().last_year_of({"asymmetry", "support-change"}), 2009);
    EXPECT_EQ(all().last_year_of({}), 2018);
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST_F(RowsOfFewData, keep_the_column_of_a_covariate_whose_data_the_store_lacks) {
    EXPECT_EQ(all().missing[1].rows[static_cast<std::size_t>(Lack::NoDataset)], all().rows.size());
    EXPECT_NE(all().notes.back().find("'one' falls away"), std::string::npos);
    EXPECT_NE(all().sources.back().why_not.find("rivalries-td"), std::string::npos);
}

TEST_F(RowsOfFewData, name_a_variable_that_the_data_set_does_not_have) {
    const auto rows =
        outlook_rows(store(), {}, {covariate_with(evidence::CovariateMeasure::CapabilityChange, {"nmc.cincs"})});
    EXPECT_NE(rows.sources.back().why_not.find("nmc 6.0 has no variable 'cincs'"), std::string::npos);
}

TEST_F(RowsOfFewData, refuse_data_that_do_not_fit_the_measure) {
    using evidence::CovariateMeasure;
    const auto message_of = [](CovariateMeasure measure, std::vector<std::string> data) {
        const auto error =
            testing::error_of([&] { (void)outlook_rows(store(), {}, {covariate_with(measure, std::move(data))}); });
        return std::string(error.what());
    };
    EXPECT_NE(message_of(CovariateMeasure::AlliesOfLeader, {"nmc.cinc"}).find("names 1 data sets, its measure reads 2"),
              std::string::npos);
    EXPECT_NE(message_of(CovariateMeasure::CapabilityChange, {"nmc"}).find("no variable of it"), std::string::npos);
    EXPECT_NE(message_of(CovariateMeasure::CapabilityChange, {"cincs.cinc"}).find("does not know"), std::string::npos);
    EXPECT_NE(message_of(CovariateMeasure::SharedRival, {"nmc"}).find("no rows of that kind"), std::string::npos);
}

TEST_F(OfficialRows, are_written_with_a_codebook_and_citations) {
    const testing::Folder folder;
    const auto written = write_outlook_rows(all(), outlook_theory().theory, folder.path() / "rows.csv");
    ASSERT_EQ(written.size(), 3U);
    const auto codebook = text_of(folder.path() / "rows.codebook.md");
    EXPECT_NE(codebook.find("### rival_pressure_change"), std::string::npos);
    EXPECT_NE(codebook.find("nmc 6.0 `cinc`, 1816–2016"), std::string::npos);
    EXPECT_NE(text_of(folder.path() / "rows.bib").find("@book{thompson2021"), std::string::npos);
    EXPECT_TRUE(text_of(folder.path() / "rows.csv").starts_with("alliance,year,age,ending,member_a,member_b,"));
}

TEST_F(RowsOfFewData, are_not_written_under_a_name_that_hides_their_format) {
    const testing::Folder folder;
    const auto theory = outlook_theory().theory;
    EXPECT_THROW((void)write_outlook_rows(all(), theory, folder.path() / "rows.parquet"), Error);
    EXPECT_THROW((void)write_outlook_rows(all(), theory, folder.path() / "none" / "rows.csv"), Error);
}

TEST(RiskYearsCsv, leaves_missing_values_empty) {
    outlook::RiskYears rows;
    rows.covariates = {"joint-democracy", "capability-ratio"};
    rows.columns = {{1, std::nullopt}, {0.25, 1.5}};
    rows.alliances = {"7"};
    rows.alliance = {0, 0};
    rows.year = {1950, 1951};
    rows.age = {0, 1};
    rows.ending = {outlook::Ending::GoesOn, outlook::Ending::Violation};
    rows.member_a = {1, 1};
    rows.member_b = {2, 2};
    EXPECT_EQ(risk_years_csv(rows),
              "alliance,year,age,ending,member_a,member_b,joint_democracy,capability_ratio\n"
              "7,1950,0,in-force,1,2,1,0.25\n"
              "7,1951,1,violation,1,2,,1.5\n");
}

TEST(OutlookRowsWithout, alliances_say_what_to_add) {
    ENTENTE_NEEDS_DATA(file, "cow/NMC-60-abridged.csv");
    const testing::Environment share("ENTENTE_SHARE", "");
    const testing::Folder home;
    const testing::Environment here("ENTENTE_HOME", home.path().string());
    DataAddRequest request;
    request.paths = {file};
    (void)data_add(request);
    EXPECT_THROW((void)outlook_rows(*open_store(), {}, {}), Error);
}

}  // namespace
}  // namespace entente::workbench
