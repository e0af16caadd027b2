#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "file_edits.hpp"

namespace entente::casefile {
namespace {

constexpr const char* kBlock =
    "\n[threat_figures]\nfile        = \"figures/threat.csv\"\ndefinition  = \"Invented.\"\nhalf_life   = 10\n"
    "disputes_to = 2014\n";
constexpr const char* kTable =
    "state,other,year,fact,value,source\nNEW,NEW,2000,capability,0.01,ministry-2003\n"
    "NEW,INS,2000,capability,0.02,ministry-2003\nNEW,INS,2000,rivalry,1,ministry-2003\n";

struct Read {
    evidence::Case which;
    Lines problems;
};

Read with_figures(const std::string& block, const std::string& rows) {
    CaseCopy copy;
    copy.append("figures.toml", block);
    copy.write("figures/threat.csv", rows);
    Read read;
    read.problems = copy.problems();
    read.which = copy.read();
    return read;
}

TEST(ThreatFigures, every_row_arrives) {
    const Read read = with_figures(kBlock, kTable);
    ASSERT_EQ(read.problems, Lines{});
    ASSERT_TRUE(read.which.threat_figures);
    const auto& figures = *read.which.threat_figures;
    EXPECT_EQ(figures.half_life, 10);
    EXPECT_EQ(figures.disputes_to, 2014);
    ASSERT_EQ(figures.figures.size(), 3U);
    EXPECT_EQ(figures.figures[1].state.written, "NEW");
    EXPECT_EQ(figures.figures[1].other.written, "INS");
    EXPECT_EQ(figures.figures[1].year, 2000);
    EXPECT_EQ(figures.figures[1].fact, evidence::ThreatFact::Capability);
    EXPECT_EQ(figures.figures[1].value, 0.02);
    EXPECT_EQ(figures.figures[1].source.key, "ministry-2003");
}

// Of forces stationed in the state itself too.
TEST(ThreatFigures, forces_that_are_stationed_name_their_entry_of_the_theory) {
    const Read read = with_figures(kBlock, std::string(kTable) +
                                               "NEW,INS,2000,stationed:us-troops,12,ministry-2003\n"
                                               "NEW,NEW,2000,stationed:us-troops,0,ministry-2003\n");
    EXPECT_EQ(read.problems, Lines{});
    ASSERT_EQ(read.which.threat_figures->figures.size(), 5U);
    const auto& figure = read.which.threat_figures->figures[3];
    EXPECT_EQ(figure.fact, evidence::ThreatFact::Stationed);
    EXPECT_EQ(figure.posture, "us-troops");
    EXPECT_EQ(figure.value, 12);
    for (const char* fact : {"stationed", "stationed:", "rivalry:us-troops", "rivalry:"}) {
        EXPECT_EQ(with_figures(kBlock, replaced(kTable, "rivalry", fact)).problems,
                  Lines{"figures/threat.csv:4:1 '" + std::string(fact) + "' does not say whose forces are stationed"});
    }
}

TEST(ThreatFigures, a_value_that_cannot_be_is_an_error_at_its_row) {
    for (const char* value : {"2", "-0.1", "", "much", "nan", "1e400"}) {
        const Read read = with_figures(kBlock, replaced(kTable, "capability,0.02", "capability," + std::string(value)));
        EXPECT_EQ(read.problems,
                  Lines{"figures/threat.csv:3:1 '" + std::string(value) + "' is no value of capability"});
        EXPECT_EQ(read.which.threat_figures->figures.size(), 2U);
    }
    EXPECT_EQ(with_figures(kBlock, replaced(kTable, "rivalry,1", "rivalry,0.5")).problems.size(), 1U);
    EXPECT_EQ(with_figures(kBlock, replaced(kTable, "rivalry,1", "contiguity,6")).problems.size(), 1U);
}

TEST(ThreatFigures, an_unknown_fact_and_a_wrong_year_are_errors) {
    EXPECT_EQ(with_figures(kBlock, replaced(kTable, "rivalry", "envy")).problems,
              Lines{"figures/threat.csv:4:1 unknown fact 'envy'"});
    EXPECT_EQ(with_figures(kBlock, replaced(kTable, "INS,2000,rivalry", "INS,20000,rivalry")).problems,
              Lines{"figures/threat.csv:4:1 '20000' is not a year that data cover"});
}

TEST(ThreatFigures, other_columns_are_refused) {
    EXPECT_EQ(with_figures(kBlock, "date,value,note\n2000,1,\n").problems.size(), 1U);
}

TEST(ThreatFigures, only_a_file_of_the_case_can_be_named) {
    for (const char* file : {"figures/none.csv", "../threat.csv", "figures/../case.toml"}) {
        const Read read = with_figures(replaced(kBlock, "figures/threat.csv", file), kTable);
        ASSERT_FALSE(read.problems.empty()) << file;
        EXPECT_TRUE(std::any_of(read.problems.begin(), read.problems.end(), [&](const auto& line) {
            return line.find("there is no file '" + std::string(file)) != std::string::npos;
        })) << file;
    }
}

TEST(ThreatFigures, a_half_life_and_a_year_are_checked) {
    EXPECT_EQ(with_figures(replaced(kBlock, "half_life   = 10", "half_life   = 0"), kTable).problems.size(), 1U);
    EXPECT_EQ(with_figures(replaced(kBlock, "2014", "99999999999"), kTable).problems.size(), 1U);
    EXPECT_EQ(with_figures(replaced(kBlock, "disputes_to = 2014\n", ""), kTable).problems.size(), 1U);
}

}  // namespace
}  // namespace entente::casefile
