// What may be asked about the threats to a state, and what is said to who asks for something else (threat_store.hpp
// says what is made up).
#include "workbench/threat.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "workbench/threat_state.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;

class ThreatQuestion : public testing::ThreatsToJapan {};

TEST_F(ThreatQuestion, takes_the_last_year_that_all_needed_data_cover) {
    fill();
    auto request = japan(0);
    request.to.reset();
    EXPECT_EQ(threat(request).to, 2000);
}

TEST_F(ThreatQuestion, says_which_data_end_when_a_year_lies_beyond_them) {
    fill();
    const auto error = error_of([] { (void)threat(japan(2005)); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("nmc 6.0 1985–2000"), std::string::npos) << error.what();
    EXPECT_NE(std::string(error.what()).find("remembered 10 years longer"), std::string::npos) << error.what();
    EXPECT_EQ(error.advice(), "the last year that works is 2000");
    EXPECT_EQ(error_of([] { (void)threat(japan(1980)); }).advice(), "the first year that works is 1985");
}

TEST_F(ThreatQuestion, knows_no_state_by_a_word_that_means_none) {
    fill();
    auto request = japan(1999);
    request.state = "Atlantis";
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::NotFound);
    request.state = "";
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::BadRequest);
}

TEST_F(ThreatQuestion, does_not_guess_which_korea_is_meant) {
    fill();
    auto request = japan(1999);
    request.state = "Korea";
    const auto error = error_of([&] { (void)threat(request); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(error.advice().find("PRK"), std::string::npos) << error.advice();
    EXPECT_NE(error.advice().find("ROK"), std::string::npos) << error.advice();
}

// Yugoslavia's successor: Slovenia entered the system in 1992.
TEST_F(ThreatQuestion, says_when_a_state_was_in_the_system) {
    fill();
    auto request = japan(1990);
    request.state = "Slovenia";
    const auto error = error_of([&] { (void)threat(request); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE((error.what() + error.advice()).find("1992"), std::string::npos) << error.what() << error.advice();
}

// The codes of the Correlates of War are PRK, ROK, GMY and UKG; KOR is theirs too, for Korea up to 1905.
TEST_F(ThreatQuestion, understands_iso_codes_where_they_mean_one_state) {
    fill();
    auto request = japan(1999);
    for (const auto& [code, name] : std::map<std::string, std::string>{
             {"KOR", "South Korea"}, {"DEU", "Germany"}, {"GBR", "United Kingdom"}, {"FRA", "France"}}) {
        request.state = code;
        EXPECT_EQ(threat(request).states[0].state.name, name);
    }
}

// AUS is Austria to the Correlates of War, and Australia to ISO.
TEST_F(ThreatQuestion, says_so_where_an_iso_code_would_mean_another_state) {
    fill();
    auto request = japan(1999);
    request.state = "AUS";
    const auto result = threat(request);
    EXPECT_EQ(result.states[0].state.name, "Austria");
    ASSERT_FALSE(result.notes.empty());
    EXPECT_TRUE(std::any_of(result.notes.begin(), result.notes.end(), [](const std::string& note) {
        return note.find("Australia") != std::string::npos && note.find("iso:AUS") != std::string::npos;
    }));
}

TEST_F(ThreatQuestion, refuses_a_state_as_a_threat_to_itself_or_as_its_own_ally) {
    fill();
    auto request = japan(1999);
    request.against = {"China", "Japan"};
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::BadRequest);
    request.against.clear();
    request.ally = "JPN";
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::BadRequest);
}

TEST_F(ThreatQuestion, makes_the_weights_asked_for_add_to_one) {
    fill();
    auto request = japan(1999);
    request.weights = {{"aggregate-power", 0.75}, {"proximity", 0.0}};
    const auto result = threat(request);
    EXPECT_TRUE(result.weights_changed);
    // .75, 0, .25 and .25, divided by their sum, 1.25.
    EXPECT_DOUBLE_EQ(result.theory.components[0].weight, 0.6);
    EXPECT_DOUBLE_EQ(result.theory.components[1].weight, 0);
    EXPECT_DOUBLE_EQ(result.theory.components[3].weight, 0.2);
}

TEST_F(ThreatQuestion, names_the_components_to_who_asks_for_another) {
    fill();
    auto request = japan(1999);
    request.weights = {{"proximty", 1.0}};
    const auto error = error_of([&] { (void)threat(request); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_NE(error.advice().find("proximity"), std::string::npos) << error.advice();
    request.weights = {{"proximity", -1.0}};
    EXPECT_EQ(error_of([&] { (void)threat(request); }).kind(), ErrorKind::BadRequest);
}

// Japan was in the system in every year; the German Democratic Republic to 1990.
TEST_F(ThreatQuestion, says_which_years_of_a_history_are_left_out) {
    fill();
    auto request = japan(1992);
    request.from = 1988;
    request.against = {"GDR"};
    const auto result = threat(request);
    ASSERT_EQ(result.left_out.size(), 1U);
    EXPECT_EQ(result.left_out[0].other->code, "GDR");
    EXPECT_EQ(result.left_out[0].years.first, 1991);
    EXPECT_EQ(result.left_out[0].years.last, 1992);
}

TEST_F(ThreatQuestion, cites_the_theory_and_the_data) {
    fill();
    const auto bibtex = threat(japan(1999)).bibtex;
    EXPECT_NE(bibtex.find("Walt"), std::string::npos);
    EXPECT_NE(bibtex.find("singer1972"), std::string::npos);
    EXPECT_NE(bibtex.find("thompson2021"), std::string::npos);
    EXPECT_NE(bibtex.find("leeds2002"), std::string::npos);
}

}  // namespace
}  // namespace entente::workbench
