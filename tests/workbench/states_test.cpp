#include "workbench/states.hpp"

#include <gtest/gtest.h>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;

StateAnswer answer_to(const std::string& written, const char* when = nullptr,
                      std::optional<StateSystem> system = std::nullopt) {
    StatesRequest request;
    request.written = {written};
    if (when != nullptr) request.when = parse_date(when);
    request.system = system;
    return states(request).answers.at(0);
}

// Both lists give 740 to Japan.
TEST(States, a_bare_number_that_both_lists_give_to_one_state_means_that_state) {
    const auto answer = answer_to("740");
    EXPECT_EQ(answer.match.code, "JPN");
    EXPECT_TRUE(answer.advice.empty());
}

// Correlates of War 679 is Yemen; Gleditsch and Ward, who number it 678, have no 679.
TEST(States, a_bare_number_that_only_one_list_has_means_its_state) {
    EXPECT_EQ(answer_to("679").match.code, "YEM");
}

// Correlates of War 260 is the Federal Republic to 1990, Gleditsch and Ward's 260 Germany from then on.
TEST(States, a_bare_number_that_the_lists_give_to_different_states_is_not_decided) {
    const auto answer = answer_to("260", "2000");
    EXPECT_FALSE(answer.match.code);
    EXPECT_EQ(answer.match.why_not, "ambiguous");
    EXPECT_EQ(answer.advice, "say which list it is of: cow:260 or gw:260, or --system for all");
    ASSERT_FALSE(answer.match.candidates.empty());
    EXPECT_EQ(answer.match.candidates.front().rfind("cow:260 ", 0), 0U) << answer.match.candidates.front();
}

TEST(States, a_number_that_no_list_has_is_unknown) {
    const auto answer = answer_to("99999");
    EXPECT_EQ(answer.match.why_not, "unknown");
    EXPECT_EQ(answer.advice, "no list has this number");
}

TEST(States, a_system_decides_what_a_bare_number_means) {
    EXPECT_EQ(answer_to("260", "2000", StateSystem::Gw).match.code, "GMY");
    EXPECT_EQ(answer_to("260", "1970", StateSystem::Cow).match.code, "GFR");
    EXPECT_TRUE(answer_to("260", "2000", StateSystem::Cow).advice.empty());
}

TEST(States, a_name_has_the_numbers_of_its_day) {
    const auto answer = answer_to("Germany", "1938-09-30");
    ASSERT_TRUE(answer.row);
    EXPECT_EQ(answer.row->cow_number, 255);
    EXPECT_EQ(answer.row->gw_number, 255);
}

// Gleditsch and Ward: Yugoslavia 345 to 2006-06-04, Serbia 340 after.
TEST(States, a_number_shows_the_state_of_its_own_time_and_says_what_followed) {
    for (const char* when : {static_cast<const char*>(nullptr), "2006"}) {
        const auto answer = answer_to("gw:345", when);
        ASSERT_TRUE(answer.row);
        EXPECT_EQ(answer.row->name, "Serbia and Montenegro");
        EXPECT_EQ(answer.row->gw_number, 345);
        EXPECT_EQ(answer.advice, "to 2006-06-04; later Serbia, gw 340, iso SRB");
    }
    EXPECT_TRUE(answer_to("gw:345", "2006-05-01").advice.empty());
    EXPECT_TRUE(answer_to("gw:340", "2006").advice.empty());
}

TEST(States, two_letters_are_an_iso_code_where_that_is_the_system) {
    EXPECT_EQ(answer_to("de", "2000", StateSystem::Iso).match.code, "GMY");
}

TEST(States, nothing_asked_is_a_request_that_makes_no_sense) {
    EXPECT_EQ(error_of([] { (void)states({}); }).kind(), ErrorKind::BadRequest);
}

}  // namespace
}  // namespace entente::workbench
