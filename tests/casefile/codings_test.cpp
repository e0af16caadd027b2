#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"

namespace entente::casefile {
namespace {

TEST(Codings, every_key_arrives) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    const evidence::Coder& coder = which.coders.at(0);
    EXPECT_EQ(coder.id, "first");
    EXPECT_FALSE(coder.blind);
    EXPECT_EQ(coder.read, Lines{"port-agreement-2004"});
    const evidence::Coding& coding = coder.codings.at(0);
    EXPECT_EQ(coding.coder, "first");
    EXPECT_EQ(coding.item, "frigates-cancelled-2008");
    EXPECT_EQ(coding.direction, evidence::Direction::Collapse);
    EXPECT_EQ(coding.novelty, evidence::Novelty::New);
    EXPECT_EQ(coding.baseline, "early");
    EXPECT_EQ(coding.against, "joint-statement-2003-05-01");
    EXPECT_EQ(coding.specificity, 1.0);
    EXPECT_EQ(coding.cluster, "frigates");
    EXPECT_EQ(coding.note, "Cancelled without notice.");
}

TEST(Codings, a_factor_may_name_its_aspect) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    EXPECT_EQ(which.coders.at(0).codings.at(0).factor, "credibility");
    EXPECT_EQ(which.coders.at(0).codings.at(0).aspect, "will");
    EXPECT_EQ(which.coders.at(0).codings.at(1).factor, "institutionalisation");
    EXPECT_EQ(which.coders.at(0).codings.at(1).aspect, "");
}

TEST(Codings, a_search_stands_in_for_a_comparator) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    EXPECT_EQ(which.coders.at(0).codings.at(1).against, "");
    EXPECT_EQ(which.coders.at(0).codings.at(1).searched, "Invented releases of both ministries, 2001–2006");
}

TEST(Codings, what_the_theory_cannot_see_needs_no_judgement) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    EXPECT_EQ(which.coders.at(0).codings.at(2).factor, evidence::kOutside);
    EXPECT_EQ(which.coders.at(0).codings.at(2).cluster, "");
}

TEST(Codings, a_factor_with_a_broken_aspect_is_an_error) {
    for (const char* factor : {"credibility/", "/will", "credibility/will/more", "outside/will"}) {
        CaseCopy copy;
        copy.replace("codings/first.toml", "\"credibility/will\"", "\"" + std::string(factor) + "\"");
        const Lines problems = copy.problems();
        ASSERT_FALSE(problems.empty()) << factor;
        EXPECT_TRUE(problems[0].starts_with("codings/first.toml:10:15 '")) << problems[0];
    }
}

TEST(Codings, the_file_is_named_for_its_coder) {
    CaseCopy copy;
    std::filesystem::rename(copy / "codings/first.toml", copy / "codings/second.toml");
    EXPECT_EQ(copy.problems(),
              Lines{"codings/second.toml:1:9 the coder is 'first' but the file is named 'second.toml'"});
}

TEST(Codings, two_files_of_one_coder_are_an_error) {
    CaseCopy copy;
    copy.write("codings/second.toml", copy.bytes("codings/first.toml"));
    const Lines problems = copy.problems();
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0],
              "codings/second.toml:1:9 the coder 'first' has another file: " + (copy / "codings/first.toml").string());
}

TEST(Codings, a_judgement_is_required_unless_outside) {
    CaseCopy copy;
    copy.replace("codings/first.toml", "\"outside\"", "\"solidarity\"");
    EXPECT_EQ(copy.problems(), (Lines{"codings/first.toml:30:1 'direction' is missing",
                                      "codings/first.toml:30:1 'novelty' is missing"}));
}

TEST(Codings, a_file_without_its_coder_is_an_error) {
    CaseCopy copy;
    copy.write("codings/first.toml", "blind = \"yes\"\n");
    EXPECT_EQ(copy.problems(),
              (Lines{"codings/first.toml:0:0 'coder' is missing",
                     "codings/first.toml:1:9 'blind' should be true or false, but is the string \"yes\""}));
}

TEST(Codings, blind_coders_stand_after_the_others) {
    CaseCopy copy;
    copy.write("codings/a-blind-one.toml", "coder = \"a-blind-one\"\nblind = true\n");
    Problems problems;
    const auto which = read_case(copy.folder(), problems);
    ASSERT_EQ(which.coders.size(), 2U);
    EXPECT_EQ(which.coders.back().id, "a-blind-one");
}

TEST(Codings, without_cluster_and_specificity_an_item_stands_alone_and_counts_in_full) {
    CaseCopy copy;
    copy.replace("codings/first.toml", "specificity = 0.5\ncluster     = \"exercises\"\n", "");
    EXPECT_EQ(copy.problems(), Lines{});
    const evidence::Coding coding = copy.read().coders.at(0).codings.at(1);
    EXPECT_EQ(coding.cluster, "");
    EXPECT_EQ(coding.specificity, 1.0);
}

TEST(Codings, a_missing_coder_is_answered_with_a_line_that_would_do) {
    CaseCopy copy;
    copy.write("codings/first.toml", "blind = false\n");
    EXPECT_EQ(copy.advice(), Lines{"add a line such as: coder = \"lower-case-words\""});
}

TEST(Codings, a_comparator_that_is_neither_an_item_nor_a_search_is_one_message) {
    for (const char* against : {"[\"port-agreement-2004\"]", "\"\"", "3"}) {
        CaseCopy copy;
        copy.replace("codings/first.toml", "against     = \"joint-statement-2003-05-01\"",
                     std::string("against     = ") + against);
        const Lines problems = copy.problems();
        ASSERT_EQ(problems.size(), 1U) << against;
        EXPECT_TRUE(problems[0].ends_with(" 'against' names neither an item nor where one looked")) << problems[0];
        EXPECT_EQ(copy.advice(), Lines{"write against = \"item-id\" or against = { searched = \"where one looked\" }"});
        EXPECT_FALSE(copy.read().coders.at(0).codings.at(0).compared);
    }
}

TEST(Codings, a_coder_whose_name_is_no_id_is_not_told_to_rename_the_file) {
    CaseCopy copy;
    copy.replace("codings/first.toml", "\"first\"", "\"Anna\"");
    EXPECT_EQ(copy.problems(), Lines{"codings/first.toml:1:9 'Anna' is not an id"});
}

}  // namespace
}  // namespace entente::casefile
