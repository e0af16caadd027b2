#include "casefile/edit_protocol.hpp"

#include <gtest/gtest.h>

#include "case_copy.hpp"

namespace entente::casefile {
namespace {

std::string ledger() {
    return bytes_of(std::string(ENTENTE_SOURCE_DIR) + "/protocols/ledger-v1.toml");
}

EditedProtocol edited(const ProtocolEdit& edit, Lines& problems, const std::string& text = ledger()) {
    Problems found;
    auto result = edited_protocol(text, "p.toml", edit, found);
    for (const auto& problem : found.sorted()) {
        problems.push_back(problem.where.file + ": " + problem.what + "; " + problem.advice);
    }
    return result;
}

EditedProtocol edited(const ProtocolEdit& edit, const std::string& text = ledger()) {
    Lines problems;
    auto result = edited(edit, problems, text);
    EXPECT_EQ(problems, Lines{});
    return result;
}

Lines problems_of(const ProtocolEdit& edit) {
    Lines problems;
    (void)edited(edit, problems);
    return problems;
}

ProtocolEdit values(std::map<std::string, ProtocolValue> changes) {
    ProtocolEdit edit;
    edit.values = std::move(changes);
    return edit;
}

// The lines of `now` that `before` does not have in their place.
Lines changed_lines(const std::string& before, const std::string& now) {
    std::istringstream old_lines(before);
    std::istringstream new_lines(now);
    Lines changed;
    std::string old_line;
    for (std::string line; std::getline(new_lines, line);) {
        std::getline(old_lines, old_line);
        if (line != old_line) changed.push_back(line);
    }
    return changed;
}

TEST(EditProtocol, nothing_asked_changes_not_one_byte) {
    const auto result = edited({});
    EXPECT_EQ(result.text, ledger());
    EXPECT_TRUE(result.differences.empty());
}

TEST(EditProtocol, the_value_that_stands_there_already_is_no_change) {
    const auto result = edited(values({{"grade.reliability.C", 0.7}, {"decibels.words", 3.0}}));  // written 0.70 and 3
    EXPECT_EQ(result.text, ledger());
    EXPECT_TRUE(result.differences.empty());
}

TEST(EditProtocol, a_value_changes_in_place_and_its_comment_stays) {
    const auto result =
        edited(values({{"finding.found", 0.6}, {"dependence.clustering", std::string("each-item-alone")}}));
    EXPECT_EQ(changed_lines(ledger(), result.text),
              (Lines{"clustering    = \"each-item-alone\" # as-coded | each-item-alone",
                     "found           = 0.6     # P(weakened) or P(strengthened) at or above"}));
    EXPECT_EQ(result.protocol.finding.found, 0.6);
    EXPECT_EQ(result.protocol.clustering, evidence::Clustering::EachItemAlone);
    ASSERT_EQ(result.differences.size(), 2U);
    EXPECT_EQ(result.differences[1].path, "finding.found");
    EXPECT_EQ(result.differences[1].before, "0.55");
    EXPECT_EQ(result.differences[1].after, "0.6");
}

TEST(EditProtocol, tables_in_a_line_and_elements_of_lists_have_paths_too) {
    const auto result = edited(values({{"grade.reliability.A", 1.0},
                                       {"grade.credibility.6", 0.25},
                                       {"multiverse.correlations.2", 0.75},
                                       {"multiverse.decibels.4.act", std::int64_t{5}},
                                       {"multiverse.ritual_weights", std::vector<double>{1, 2.5}},
                                       {"outlook.hazard_ratio.2.ratio", 0.5},
                                       {"sensitivity.seed", std::int64_t{7}}}));
    EXPECT_EQ(result.protocol.grades.reliability[0], 1.0);
    EXPECT_EQ(result.protocol.grades.reliability[1], 0.85);
    EXPECT_EQ(result.protocol.grades.credibility[5], 0.25);
    EXPECT_EQ(result.protocol.grid.correlations, (std::vector<double>{0.5, 0.75, 1.0}));
    EXPECT_EQ(result.protocol.grid.decibels[3].act, 5.0);
    EXPECT_EQ(result.protocol.grid.ritual_weights, (std::vector<double>{1, 2.5}));
    EXPECT_EQ(result.protocol.outlook.hazard_ratios[1].ratio, 0.5);
    EXPECT_EQ(result.protocol.sensitivity.seed, 7U);
}

TEST(EditProtocol, an_unknown_path_gets_the_nearest_one) {
    EXPECT_EQ(
        problems_of(values({{"prior.weakend", 0.2}, {"prior", 1.0}, {"id", std::string("x")}})),
        (Lines{"id: the protocol has no such value; key paths are those of the protocol's file: prior.weakened, "
               "grade.reliability.A",
               "prior: is not one value, but several; name one of them, such as prior.weakened",
               "prior.weakend: the protocol has no such value; did you mean 'prior.weakened'?; key paths are those "
               "of the protocol's file: prior.weakened, grade.reliability.A"}));
}

TEST(EditProtocol, values_that_cannot_be_are_reported_at_their_paths_all_at_once) {
    const auto problems = problems_of(values({{"finding.found", 1.5},
                                              {"decibels.act", std::string("much")},
                                              {"magnitude.act", 2.5},
                                              {"dependence.clustering", std::string("alone")}}));
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_TRUE(problems[0].starts_with("decibels.act: ")) << problems[0];
    EXPECT_TRUE(problems[1].starts_with("dependence.clustering: unknown clustering 'alone'")) << problems[1];
    EXPECT_TRUE(problems[2].starts_with("finding.found: ")) << problems[2];
    EXPECT_TRUE(problems[3].starts_with("magnitude.act: ")) << problems[3];
}

TEST(EditProtocol, whoever_changes_one_prior_says_where_the_rest_goes) {
    // .25 + .6 + .2 = 1.05
    EXPECT_EQ(problems_of(values({{"prior.weakened", 0.25}, {"finding.found", 2.0}})),
              (Lines{"finding.found: 'found' is not between 0 and 1; write a share: 0.8",
                     "prior: the three priors would sum to 1.05, not to 1; give prior.unchanged and prior.strengthened "
                     "as well"}));
    const auto result = edited(values({{"prior.weakened", 0.25}, {"prior.unchanged", 0.55}}));
    EXPECT_EQ(result.protocol.prior.weakened, 0.25);
    EXPECT_EQ(result.protocol.prior.strengthened, 0.2);
}

TEST(EditProtocol, a_list_and_its_element_are_not_both_given) {
    EXPECT_EQ(
        problems_of(values({{"multiverse.correlations", std::vector<double>{1}}, {"multiverse.correlations.1", 0.1}})),
        Lines{"multiverse.correlations.1: is given beside the whole list 'multiverse.correlations'; give one of "
              "the two"});
}

TEST(EditProtocol, a_reading_is_added_below_everything_else) {
    ProtocolEdit edit;
    edit.set_aside = {"b", "a"};
    edit.grades = {{"c", {'B', 2}}};
    edit.focal = "late";
    const auto result = edited(edit);
    EXPECT_EQ(result.text, ledger() +
                               "\n[reading]\nfocal     = \"late\"\nset_aside = [\"b\", \"a\"]\n"
                               "grades    = { c = \"B2\" }\n");
    EXPECT_EQ(result.protocol.reading.set_aside[1].id, "a");
}

TEST(EditProtocol, a_reading_that_is_there_changes_key_by_key) {
    const std::string before = ledger() +
                               "\n# What I doubt.\n[reading]\nfocal = \"late\" # not the case's\nset_aside = [\n"
                               "  \"a\", # a rumour\n  \"b\",\n]\n";
    ProtocolEdit edit;
    edit.set_aside = {"a"};
    const auto text = edited(edit, before).text;
    EXPECT_NE(text.find("# What I doubt.\n[reading]\nfocal = \"late\" # not the case's\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\"a\""), std::string::npos);
    EXPECT_EQ(text.find("\"b\""), std::string::npos);

    edit = {};
    edit.focal = "";  // as the case says
    Problems problems;
    EXPECT_TRUE(edited(edit, before).protocol.reading.focal.id.empty());
}

TEST(EditProtocol, a_reading_with_a_table_of_grades_stays_one_block) {
    const std::string before = ledger() + "\n[reading]\nset_aside = [\"a\"]\n\n[reading.grades]\nb = \"C3\"\n";
    ProtocolEdit edit;
    edit.grades = {{"b", {'D', 4}}};
    const auto result = edited(edit, before);
    ASSERT_EQ(result.protocol.reading.regraded.size(), 1U);
    EXPECT_EQ(result.protocol.reading.regraded[0].grade, (evidence::Grade{'D', 4}));
    EXPECT_EQ(result.protocol.reading.set_aside.size(), 1U);
}

TEST(EditProtocol, a_new_name_leaves_the_rest) {
    ProtocolEdit edit;
    edit.id = "sceptic";
    edit.name = "The \"sceptic\"";
    edit.summary = "Change is unlikely.";
    const auto result = edited(edit);
    EXPECT_EQ(changed_lines(ledger(), result.text), (Lines{"id      = \"sceptic\"", "name    = \"The \\\"sceptic\\\"\"",
                                                           "summary = \"Change is unlikely.\""}));
    EXPECT_EQ(result.protocol.name, "The \"sceptic\"");
}

}  // namespace
}  // namespace entente::casefile
