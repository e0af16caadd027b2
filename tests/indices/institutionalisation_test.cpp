#include <array>
#include <cstddef>
#include <map>
#include <optional>

#include <gtest/gtest.h>

#include "indices/institutionalisation.hpp"
#include "indices/official_table.hpp"

namespace entente::indices {
namespace {

using testing::OfficialTable;
using Column = std::optional<int> AllianceProvisions::*;

constexpr AllianceProvisions kNoProvision{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

AllianceProvisions with(Column column, std::optional<int> code) {
    auto provisions = kNoProvision;
    provisions.*column = code;
    return provisions;
}

// The rule of the authors' published code, one provision at a time; codes beside those named give nothing.
TEST(MilitaryInstitutionalisation, is_high_with_any_one_of_three_provisions) {
    EXPECT_EQ(military_institutionalisation(with(&AllianceProvisions::military_contact, 3)).value, 2);
    EXPECT_EQ(military_institutionalisation(with(&AllianceProvisions::integrated_command, 1)).value, 2);
    for (const int bases : {1, 2, 3}) {
        EXPECT_EQ(military_institutionalisation(with(&AllianceProvisions::bases, bases)).value, 2) << bases;
    }
}

TEST(MilitaryInstitutionalisation, is_moderate_with_any_one_of_the_lesser_provisions) {
    struct Lesser {
        Column column;
        int code;
    };
    for (const auto& [column, code] :
         {Lesser{&AllianceProvisions::military_contact, 2}, Lesser{&AllianceProvisions::military_aid, 3},
          Lesser{&AllianceProvisions::military_aid, 4}, Lesser{&AllianceProvisions::subordination, 1},
          Lesser{&AllianceProvisions::subordination, 2}, Lesser{&AllianceProvisions::contributions, 1},
          Lesser{&AllianceProvisions::first_purpose, 1}, Lesser{&AllianceProvisions::first_purpose, 4},
          Lesser{&AllianceProvisions::second_purpose, 1}, Lesser{&AllianceProvisions::second_purpose, 4}}) {
        const auto result = military_institutionalisation(with(column, code));
        EXPECT_EQ(result.value, 1);
        EXPECT_EQ(result.as_published, 1);
    }
}

TEST(MilitaryInstitutionalisation, is_none_with_provisions_that_require_nothing_in_peacetime) {
    EXPECT_EQ(military_institutionalisation(kNoProvision).value, 0);
    EXPECT_EQ(military_institutionalisation(with(&AllianceProvisions::military_contact, 1)).value, 0);
    EXPECT_EQ(military_institutionalisation(with(&AllianceProvisions::military_aid, 2)).value, 0);
    for (const int purpose : {2, 3, 5}) {
        EXPECT_EQ(military_institutionalisation(with(&AllianceProvisions::first_purpose, purpose)).value, 0) << purpose;
    }
}

TEST(MilitaryInstitutionalisation, is_not_known_where_a_missing_column_could_raise_it) {
    const auto bases = military_institutionalisation(with(&AllianceProvisions::bases, std::nullopt));
    EXPECT_FALSE(bases.value.has_value());
    EXPECT_FALSE(bases.why_not.empty());
    EXPECT_EQ(bases.as_published, 0);
    EXPECT_FALSE(military_institutionalisation(with(&AllianceProvisions::military_aid, -9)).value.has_value());
    EXPECT_FALSE(military_institutionalisation({}).as_published.has_value());
}

TEST(MilitaryInstitutionalisation, is_known_where_a_missing_column_could_not_raise_it) {
    AllianceProvisions provisions;
    provisions.bases = 2;
    EXPECT_EQ(military_institutionalisation(provisions).value, 2);
    EXPECT_EQ(military_institutionalisation(with(&AllianceProvisions::secrecy, std::nullopt)).value, 0);
}

TEST(Formality, has_a_point_for_a_public_treaty_and_one_for_an_organisation) {
    EXPECT_EQ(formality(kNoProvision).value, 0);
    EXPECT_EQ(formality(with(&AllianceProvisions::ratified_treaty, 1)).value, 1);
    EXPECT_EQ(formality(with(&AllianceProvisions::first_organisation, 2)).value, 1);
    EXPECT_EQ(formality(with(&AllianceProvisions::second_organisation, 3)).value, 1);
    auto both = with(&AllianceProvisions::ratified_treaty, 1);
    both.first_organisation = 3;
    EXPECT_EQ(formality(both).value, 2);
}

TEST(Formality, has_none_for_secret_treaties_or_mere_meetings) {
    auto secret = with(&AllianceProvisions::ratified_treaty, 1);
    secret.secrecy = 2;
    EXPECT_EQ(formality(secret).value, 0);
    secret.secrecy = 1;
    EXPECT_EQ(formality(secret).value, 1);
    EXPECT_EQ(formality(with(&AllianceProvisions::first_organisation, 1)).value, 0);
}

TEST(Formality, is_not_known_where_a_missing_column_could_raise_it) {
    EXPECT_FALSE(formality(with(&AllianceProvisions::ratified_treaty, std::nullopt)).value.has_value());
    EXPECT_FALSE(formality(with(&AllianceProvisions::second_organisation, std::nullopt)).value.has_value());
    EXPECT_EQ(formality(with(&AllianceProvisions::secrecy, std::nullopt)).value, 0);
    EXPECT_FALSE(formality({}).as_published.has_value());
}

// A quirk of the published code, by its cases: a treaty whose organisations are both missing stays at 0.
TEST(Formality, keeps_the_quirk_of_the_published_code_apart) {
    auto treaty = with(&AllianceProvisions::ratified_treaty, 1);
    treaty.first_organisation = std::nullopt;
    treaty.second_organisation = std::nullopt;
    EXPECT_EQ(formality(treaty).as_published, 0);
    EXPECT_FALSE(formality(treaty).value.has_value());
}

class OfficialInstitutionalisation : public ::testing::Test {
protected:
    static AllianceProvisions provisions(const OfficialTable& table, std::size_t row) {
        return {.military_contact = table.whole(row, "milcon"),
                .military_aid = table.whole(row, "milaid"),
                .integrated_command = table.whole(row, "intcom"),
                .subordination = table.whole(row, "subord"),
                .first_organisation = table.whole(row, "organ1"),
                .first_purpose = table.whole(row, "orgpurp1"),
                .second_organisation = table.whole(row, "organ2"),
                .second_purpose = table.whole(row, "orgpurp2"),
                .bases = table.whole(row, "base"),
                .contributions = table.whole(row, "contrib"),
                .ratified_treaty = table.whole(row, "estmode"),
                .secrecy = table.whole(row, "pubsecr")};
    }

    static AllianceProvisions provisions_of(const OfficialTable& table, int alliance) {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (table.whole(row, "atopid") == alliance) return provisions(table, row);
        }
        return {};
    }
};

// The authors' code run on ATOP 4.01 gives 2 and 2 for the United States and Japan of 1951 (3220) and 1960 (3375) and
// for the North Atlantic Treaty (3180); these columns are the same in 5.0.
TEST_F(OfficialInstitutionalisation, is_highest_for_alliances_that_everyone_knows_to_be) {
    ENTENTE_NEEDS_DATA(path, "atop/atop5_0a.csv");
    const OfficialTable table(path);
    for (const int alliance : {3180, 3220, 3375}) {
        const auto known = provisions_of(table, alliance);
        EXPECT_EQ(military_institutionalisation(known).value, 2) << alliance;
        EXPECT_EQ(formality(known).value, 2) << alliance;
    }
}

// The published code, written anew in R 4.2 and run on ATOP 5.0: 765 alliances.
TEST_F(OfficialInstitutionalisation, is_distributed_as_the_published_code_distributes_it) {
    ENTENTE_NEEDS_DATA(path, "atop/atop5_0a.csv");
    const OfficialTable table(path);
    std::map<std::optional<int>, int> military;
    std::map<std::optional<int>, int> formal;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        ++military[military_institutionalisation(provisions(table, row)).as_published];
        ++formal[formality(provisions(table, row)).as_published];
    }
    const std::map<std::optional<int>, int> expected_military = {{std::nullopt, 6}, {0, 523}, {1, 145}, {2, 91}};
    EXPECT_EQ(military, expected_military);
    const std::map<std::optional<int>, int> expected_formal = {{std::nullopt, 1}, {0, 143}, {1, 499}, {2, 122}};
    EXPECT_EQ(formal, expected_formal);
}

TEST_F(OfficialInstitutionalisation, differs_from_the_published_code_only_by_what_is_missing) {
    ENTENTE_NEEDS_DATA(path, "atop/atop5_0a.csv");
    const OfficialTable table(path);
    int not_known = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (const auto& result :
             {military_institutionalisation(provisions(table, row)), formality(provisions(table, row))}) {
            if (result.value) {
                EXPECT_EQ(result.value, result.as_published) << "row " << row;
            } else {
                ++not_known;
            }
        }
    }
    EXPECT_GT(not_known, 0);
}

}  // namespace
}  // namespace entente::indices
