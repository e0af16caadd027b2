#include <gtest/gtest.h>

#include <algorithm>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "file_edits.hpp"

namespace entente::casefile {
namespace {

using evidence::Bindingness;
using evidence::Conduct;

constexpr const char* kWords = R"([[commitment]]
id           = "two-percent"
text         = "Two percent."
by           = ["AUL"]
made         = 2003-05-01
bindingness  = "aspirational"
measure      = "spending-share"
at_least     = 2
deadline     = 2010-12-31
item         = "joint-statement-2003-05-01"
sources      = [{ key = "ministry-2003", at = "§14" }]
rows         = ["T043"]
note         = "n"

[[demand]]
id           = "more"
by           = "AUL"
of           = ["NEW"]
date         = "2003-05"
measure      = "spending-share"
at_least     = 1.5
text         = "More."
item         = "joint-statement-2003-05-01"
answer       = "partly-met"
answer_item  = "port-agreement-2004"

[[conduct]]
item         = "joint-statement-2003-05-01"
conduct      = "pledge"
by           = "AUL"
toward       = ["NEW"]

[[conduct]]
item         = "port-agreement-2004"
conduct      = "agreement"
by           = "AUL"
answers      = "joint-statement-2003-05-01"
note         = "n"

[[opinion]]
id           = "officials"
name         = "Officials on the pact"
audience     = "officials"
of           = "NEW"
about        = "alliance"
subject      = "the pact"
items        = ["port-agreement-2004"]
issue        = "defence"
)";

constexpr const char* kMoney = R"([[support]]
id         = "bases"
host       = "NEW"
guest      = "AUL"
as_of      = "2003"
paid       = "paid"
cost       = "cost"
definition = "as counted"

[[support.extra]]
id           = "rents"
says         = "Rents."
side         = "paid"
amount       = 1.5
amount_basis = "a guess"

[[conversion]]
id     = "aud"
from   = "AUD"
to     = "NZD"
rate   = 0.9
basis  = "budget"
as_of  = "2003"
source = "ministry-2003"

[[same-quantity]]
id          = "budget"
name        = "The budget"
figures     = ["paid", "cost"]
into        = "NZD"
conversions = ["aud"]
per         = "cost"
why         = "They count other things."

[burden_figures]
file       = "figures/burden.csv"
definition = "Invented."
)";

constexpr const char* kTable = "state,year,measure,value,source\nAUL,2003,spending-share,1.9,ministry-2003\n";

struct Read {
    evidence::Case which;
    Lines problems;
};

Read with(const std::string& record, const std::string& rows = kTable) {
    CaseCopy copy;
    copy.write("burden.toml", record);
    if (record.find("figures/burden.csv") != std::string::npos) copy.write("figures/burden.csv", rows);
    Read read;
    read.problems = copy.problems();
    read.which = copy.read();
    return read;
}

TEST(Burden, a_case_without_the_file_has_no_record) {
    Problems problems;
    EXPECT_FALSE(read_case(tiny_case(), problems).burden);
}

TEST(Burden, promises_and_demands_arrive) {
    const Read read = with(kWords);
    ASSERT_EQ(read.problems, Lines{});
    ASSERT_TRUE(read.which.burden);
    ASSERT_EQ(read.which.burden->commitments.size(), 1U);
    const auto& commitment = read.which.burden->commitments[0];
    EXPECT_EQ(commitment.by[0].written, "AUL");
    EXPECT_EQ(commitment.made.first, make_day(2003, 5, 1));
    EXPECT_EQ(commitment.bindingness, Bindingness::Aspirational);
    EXPECT_EQ(commitment.at_least, 2);
    EXPECT_EQ(commitment.deadline, make_day(2010, 12, 31));
    EXPECT_EQ(commitment.sources[0].at, "§14");
    EXPECT_EQ(commitment.where.line, 1);
    ASSERT_EQ(read.which.burden->demands.size(), 1U);
    const auto& demand = read.which.burden->demands[0];
    EXPECT_EQ(demand.of[0].written, "NEW");
    EXPECT_EQ(demand.answer, evidence::DemandAnswer::PartlyMet);
    EXPECT_EQ(demand.answer_item, "port-agreement-2004");
}

TEST(Burden, conduct_and_opinions_arrive) {
    const Read read = with(kWords);
    ASSERT_EQ(read.problems, Lines{});
    const auto& conduct = read.which.burden->conduct;
    ASSERT_EQ(conduct.size(), 2U);
    EXPECT_EQ(conduct[0].conduct, Conduct::Pledge);
    EXPECT_EQ(conduct[0].toward[0].written, "NEW");
    EXPECT_EQ(conduct[1].answers, "joint-statement-2003-05-01");
    const auto& opinions = read.which.burden->opinions;
    ASSERT_EQ(opinions.size(), 1U);
    EXPECT_EQ(opinions[0].audience, evidence::Audience::Officials);
    EXPECT_EQ(opinions[0].about, evidence::OpinionAbout::Alliance);
    EXPECT_EQ(opinions[0].items, std::vector<std::string>{"port-agreement-2004"});
}

TEST(Burden, money_and_official_figures_arrive) {
    const Read read = with(kMoney);
    ASSERT_EQ(read.problems, Lines{});
    const auto& burden = *read.which.burden;
    ASSERT_EQ(burden.supports.size(), 1U);
    EXPECT_EQ(burden.supports[0].paid, "paid");
    ASSERT_EQ(burden.supports[0].extras.size(), 1U);
    EXPECT_EQ(burden.supports[0].extras[0].amount, 1.5);
    ASSERT_EQ(burden.conversions.size(), 1U);
    EXPECT_EQ(burden.conversions[0].rate, 0.9);
    EXPECT_EQ(burden.conversions[0].basis, evidence::RateBasis::Budget);
    ASSERT_EQ(burden.same_quantities.size(), 1U);
    EXPECT_EQ(burden.same_quantities[0].per, "cost");
    EXPECT_EQ(burden.figures_file, "figures/burden.csv");
    ASSERT_EQ(burden.figures.size(), 1U);
    EXPECT_EQ(burden.figures[0].state.written, "AUL");
    EXPECT_EQ(burden.figures[0].year, 2003);
    EXPECT_EQ(burden.figures[0].measure, "spending-share");
    EXPECT_EQ(burden.figures[0].value, 1.9);
    EXPECT_EQ(burden.figures[0].where.line, 2);
}

TEST(Burden, the_file_is_one_of_the_case_and_in_its_hash) {
    CaseCopy copy;
    const auto before = copy.read().sha256;
    copy.write("burden.toml", "");
    const auto which = copy.read();
    EXPECT_EQ(copy.problems(), Lines{});
    EXPECT_NE(which.sha256, before);
    EXPECT_TRUE(std::any_of(which.files.begin(), which.files.end(),
                            [](const auto& file) { return file.path == "burden.toml"; }));
}

TEST(Burden, a_promised_number_has_a_day_and_a_measure) {
    EXPECT_EQ(with(replaced(kWords, "made         = 2003-05-01\n", "")).problems,
              Lines{"burden.toml:1:1 'made' is missing"});
    EXPECT_FALSE(with(replaced(kWords, "made         = 2003-05-01\n", "")).which.burden->commitments[0].dated);
    EXPECT_EQ(
        with(replaced(kWords, "measure      = \"spending-share\"\nat_least     = 2", "at_least     = 2")).problems,
        Lines{"burden.toml:7:16 'at_least' is in the unit of no measure"});
    EXPECT_EQ(with(replaced(kWords, "2010-12-31", "2002-12-31")).problems,
              Lines{"burden.toml:9:16 the deadline is before the day on which the promise was made"});
}

TEST(Burden, what_was_said_was_said_somewhere) {
    const auto bare = replaced(replaced(kWords, "item         = \"joint-statement-2003-05-01\"\nsources", "sources"),
                               "sources      = [{ key = \"ministry-2003\", at = \"§14\" }]\n", "");
    EXPECT_EQ(with(bare).problems, Lines{"burden.toml:1:1 the commitment has neither an item nor a source"});
}

TEST(Burden, an_open_demand_has_no_answer) {
    EXPECT_EQ(with(replaced(kWords, "answer       = \"partly-met\"\n", "")).problems,
              Lines{"burden.toml:24:16 the demand has an answer and is open"});
}

TEST(Burden, an_opinion_rests_on_polls_or_on_statements) {
    EXPECT_EQ(with(replaced(kWords, "items        = [\"port-agreement-2004\"]\n", "")).problems,
              Lines{"burden.toml:40:1 the opinion rests on nothing"});
    EXPECT_EQ(with(replaced(kWords, "items        =", "figures = [\"f\"]\nitems        =")).problems,
              Lines{"burden.toml:40:1 the opinion rests on figures and on items, which do not add up"});
}

TEST(Burden, words_outside_the_lists_are_errors) {
    EXPECT_EQ(with(replaced(kWords, "\"pledge\"", "\"promise\"")).problems.size(), 1U);
    EXPECT_EQ(with(replaced(kWords, "\"officials\"\nof", "\"everybody\"\nof")).problems.size(), 1U);
    EXPECT_EQ(with(replaced(kMoney, "\"budget\"\nas_of", "\"guess\"\nas_of")).problems.size(), 1U);
    EXPECT_EQ(with(replaced(kWords, "[[conduct]]", "[[conducts]]")).problems.size(), 1U);
}

TEST(Burden, a_share_needs_both_amounts_or_itself) {
    EXPECT_EQ(with(replaced(kMoney, "cost       = \"cost\"\n", "")).problems,
              Lines{"burden.toml:1:1 the support names only one of 'paid' and 'cost'"});
    const auto without = replaced(kMoney, "paid       = \"paid\"\ncost       = \"cost\"\n", "share = \"s\"\n");
    EXPECT_EQ(with(without).problems, Lines{"burden.toml:9:1 there is nothing that the extra could be added to"});
}

TEST(Burden, an_amount_comes_from_somewhere) {
    EXPECT_EQ(with(replaced(kMoney, "amount_basis = \"a guess\"\n", "")).problems,
              Lines{"burden.toml:10:1 the extra's amount comes from nowhere"});
    EXPECT_EQ(with(replaced(kMoney, "amount       = 1.5\namount_basis = \"a guess\"\n", "")).problems,
              Lines{"burden.toml:10:1 the extra has neither a figure nor an amount"});
}

TEST(Burden, a_conversion_leads_from_one_currency_to_another_at_a_rate) {
    EXPECT_EQ(with(replaced(kMoney, "\"AUD\"", "\"A$\"")).problems,
              Lines{"burden.toml:19:10 'A$' is not a currency code"});
    EXPECT_EQ(with(replaced(kMoney, "\"AUD\"", "\"NZD\"")).problems,
              Lines{"burden.toml:20:10 the conversion leads from NZD to itself"});
    EXPECT_EQ(with(replaced(kMoney, "0.9", "-1")).problems.size(), 1U);
    EXPECT_EQ(with(replaced(kMoney, "source = \"ministry-2003\"\n", "")).problems.size(), 1U);
}

TEST(Burden, one_figure_is_no_comparison) {
    EXPECT_EQ(with(replaced(kMoney, "[\"paid\", \"cost\"]", "[\"paid\"]")).problems,
              Lines{"burden.toml:29:15 one figure alone cannot be compared"});
}

TEST(Burden, the_table_of_figures_is_read_row_by_row) {
    const auto row = [](const std::string& cells) {
        return with(kMoney, "state,year,measure,value,source\n" + cells + "\nAUL,2003,spending-share,1.9,s\n");
    };
    EXPECT_EQ(row("AUL,1800,spending-share,1,s").problems,
              Lines{"figures/burden.csv:2:1 '1800' is not a year that data cover"});
    EXPECT_EQ(row("AUL,2003,Spending,1,s").problems,
              Lines{"figures/burden.csv:2:1 'Spending' is not the id of a measure"});
    for (const char* value : {"", "much", "nan", "inf", "1e400", "1,5"}) {
        const Read read = row("AUL,2003,spending-share," + std::string(value) + ",s");
        EXPECT_EQ(read.problems.size(), 1U) << value;
        EXPECT_EQ(read.which.burden->figures.size(), 1U) << value;
    }
    EXPECT_EQ(with(kMoney, "date,value,note\n2000,1,\n").problems,
              Lines{"figures/burden.csv:1:1 the columns of figures of burden are state, year, measure, value, source"});
}

TEST(Burden, only_a_table_of_the_case_can_be_named) {
    for (const char* file : {"figures/none.csv", "../burden.csv", "figures/../case.toml"}) {
        CaseCopy copy;
        copy.write("burden.toml", replaced(kMoney, "figures/burden.csv", file));
        EXPECT_EQ(copy.problems(), Lines{"burden.toml:36:14 there is no file '" + std::string(file) +
                                         "' in the case's folder figures/"});
    }
}

TEST(Burden, where_the_file_is_broken_references_into_it_are_not_checked) {
    const Read read = with("[[conversion]]\nid = \n" + std::string(kWords));
    EXPECT_FALSE(read.problems.empty());
    EXPECT_TRUE(read.which.lost_in.contains(evidence::CasePart::Burden));
    EXPECT_EQ(read.which.burden->commitments.size(), 1U);
}

}  // namespace
}  // namespace entente::casefile
