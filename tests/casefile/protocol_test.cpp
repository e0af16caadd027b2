#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "core/sha256.hpp"

namespace entente::casefile {
namespace {

const std::filesystem::path kLedger = std::string(ENTENTE_SOURCE_DIR) + "/protocols/ledger-v1.toml";

Lines problems_of(const std::string& text) {
    Problems problems;
    (void)protocol_from(text, "p.toml", problems);
    Lines lines;
    for (const auto& problem : problems.sorted()) {
        EXPECT_FALSE(problem.advice.empty() && problem.what.find("did you mean") == std::string::npos &&
                     problem.what.find("should be") == std::string::npos)
            << problem.what;
        EXPECT_EQ(problem.where.file, "p.toml");
        lines.push_back(problem.what);
    }
    return lines;
}

Lines problems_after(const std::string& old, const std::string& with) {
    std::string text = bytes_of(kLedger);
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return problems_of(text.replace(at, old.size(), with));
}

TEST(ProtocolFile, the_shipped_protocol_reads_as_it_is_written) {
    Problems problems;
    const evidence::Protocol protocol = read_protocol(kLedger, problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(protocol.id, "ledger-v1");
    EXPECT_EQ(protocol.citations.size(), 3U);
    EXPECT_EQ(protocol.sha256, sha256(bytes_of(kLedger)));
    EXPECT_EQ(protocol.prior.unchanged, 0.6);
    EXPECT_EQ(protocol.decibels.structural, 10.0);
    EXPECT_EQ(protocol.continuity.act_share, 0.5);
    EXPECT_EQ(protocol.magnitudes.act, 2);
    EXPECT_EQ(protocol.magnitudes.minimum_decibels, 1.0);
    EXPECT_EQ(protocol.grades.reliability[4], 0.20);
    EXPECT_EQ(protocol.grades.credibility[5], 0.50);
    EXPECT_EQ(protocol.correlation, 0.8);
    EXPECT_EQ(protocol.cap_decibels, 15.0);
    EXPECT_EQ(protocol.clustering, evidence::Clustering::AsCoded);
    EXPECT_EQ(protocol.finding.contested_below, 0.45);
    EXPECT_EQ(protocol.verdict.moderately_above, 3);
    EXPECT_EQ(protocol.verdict.clearly_above, 2);
    EXPECT_EQ(protocol.grid.priors.size(), 4U);
    EXPECT_EQ(protocol.grid.correlations.size(), 3U);
    EXPECT_EQ(protocol.grid.decibels.size(), 4U);
    EXPECT_EQ(protocol.grid.clusterings.size(), 2U);
    EXPECT_EQ(protocol.grid.clusterings[1], evidence::Clustering::EachItemAlone);
    EXPECT_EQ(protocol.grid.ritual_weights.size(), 4U);
    EXPECT_EQ(protocol.sensitivity.random_codings, 10000);
    EXPECT_EQ(protocol.sensitivity.seed, 1951U);
    EXPECT_EQ(protocol.outlook.horizons_years, (std::vector<double>{5, 1, 10}));
    EXPECT_EQ(protocol.outlook.base_rates.size(), 3U);
    EXPECT_EQ(protocol.outlook.base_rates[2].minimum_age_years, 50.0);
    EXPECT_EQ(protocol.outlook.hazard_ratios.size(), 4U);
}

TEST(ProtocolFile, every_line_with_a_number_is_needed) {
    const std::string text = bytes_of(kLedger);
    std::string section;
    int removed = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin) + 1;
        const std::string line = text.substr(begin, end - begin);
        const std::size_t sign = line.find(" = ");
        const bool whole = sign != std::string::npos && line.front() != ' ' && line.front() != '[' &&
                           line.find("[\n") == std::string::npos;
        if (whole) {
            std::string without = text;
            without.erase(begin, end - begin);
            const std::string key = line.substr(0, line.find(' '));
            const Lines problems = problems_of(without);
            EXPECT_NE(std::find(problems.begin(), problems.end(), "'" + key + "' is missing"), problems.end()) << line;
            ++removed;
        }
        begin = end;
    }
    EXPECT_GT(removed, 60);
}

// All but [outlook], whose [[outlook.base_rate]] would still be there.
TEST(ProtocolFile, every_section_is_needed) {
    for (const char* section : {"prior", "decibels", "continuity", "magnitude", "grade", "dependence", "finding",
                                "verdict", "multiverse", "sensitivity"}) {
        const std::string name = section;
        const Lines problems = problems_after("[" + name + "]", "[unknown]");
        EXPECT_NE(std::find(problems.begin(), problems.end(), "'" + name + "' is missing"), problems.end()) << name;
    }
}

TEST(ProtocolFile, an_empty_file_misses_everything) {
    EXPECT_EQ(problems_of("").size(), 15U);  // id, name, summary, citations and eleven sections
}

TEST(ProtocolFile, priors_sum_to_one) {
    EXPECT_EQ(problems_after("unchanged    = 0.6", "unchanged    = 0.7"), Lines{"the prior does not sum to one"});
    EXPECT_EQ(problems_after("unchanged    = 0.6", "unchanged    = 0.6000000001"), Lines{});
    EXPECT_EQ(problems_after("unchanged    = 0.6", "unchanged    = 0.600000002"),
              Lines{"the prior does not sum to one"});
    EXPECT_EQ(problems_after("{ weakened = 0.1, ", "{ weakened = 0.2, "), Lines{"the prior does not sum to one"});
}

TEST(ProtocolFile, numbers_out_of_their_range_are_errors) {
    EXPECT_EQ(problems_after("correlation   = 0.8", "correlation   = 1.2"),
              Lines{"'correlation' is not between 0 and 1"});
    EXPECT_EQ(problems_after("cap_decibels  = 15", "cap_decibels  = 0"),
              Lines{"'cap_decibels' is not above 0 and up to 100"});
    EXPECT_EQ(problems_after("structural = 10\n", "structural = 1e308\n"),
              Lines{"'structural' is not above 0 and up to 100"});
    EXPECT_EQ(problems_after("random_codings       = 10000", "random_codings       = 2000000000"),
              Lines{"'random_codings' is out of range"});
    EXPECT_EQ(problems_after("words      = 3", "words      = -3"), Lines{"'words' is not above 0 and up to 100"});
    EXPECT_EQ(problems_after("D = 0.50", "D = 50"), Lines{"'D' is not between 0 and 1"});
    EXPECT_EQ(problems_after("0.15, 0.50]", "0.15]"), Lines{"'credibility' has not six numbers"});
    EXPECT_EQ(problems_after("0.15, 0.50]", "0.15, 5]"), Lines{"'credibility' is not between 0 and 1"});
    EXPECT_EQ(problems_after("structural       = 3\n", "structural       = 4\n"),
              Lines{"'structural' is not a magnitude"});
    EXPECT_EQ(problems_after("leaning         = 0.35", "leaning         = 0.6"), Lines{"'leaning' is above 'found'"});
    EXPECT_EQ(problems_after("moved_ratio      = 1.5", "moved_ratio      = 0"),
              Lines{"'moved_ratio' is not above zero"});
    EXPECT_EQ(problems_after("seed                 = 1951", "seed                 = -1"),
              Lines{"'seed' is below zero"});
    EXPECT_EQ(problems_after("random_codings       = 10000", "random_codings       = 0"),
              Lines{"'random_codings' is out of range"});
    EXPECT_EQ(problems_after("interval           = 0.95", "interval           = 1"),
              Lines{"'interval' is not above 0 and below 1"});
    EXPECT_EQ(problems_after("violated       = 160", "violated       = 363"),
              Lines{"more alliances ended by violation than ended"});
    EXPECT_EQ(problems_after("ratio = 0.27", "ratio = 0"), Lines{"'ratio' is not above zero"});
    EXPECT_EQ(problems_after("weakened     = 0.2", "weakened     = nan").size(), 2U);
}

TEST(ProtocolFile, the_grid_is_not_empty) {
    EXPECT_EQ(problems_after("correlations = [0.5, 0.8, 1.0]", "correlations = []"),
              Lines{"'correlations' is an empty list"});
    EXPECT_EQ(problems_after("clusterings    = [\"as-coded\", \"each-item-alone\"]", "clusterings = []"),
              Lines{"'clusterings' is an empty list"});
    EXPECT_EQ(problems_after("ritual_weights = [0.0, 0.5, 1.0, 2.0]", "ritual_weights = []"),
              Lines{"'ritual_weights' is an empty list"});
    EXPECT_EQ(problems_after("horizons_years     = [5, 1, 10]", "horizons_years = []"),
              Lines{"'horizons_years' is an empty list"});
}

TEST(ProtocolFile, clusterings_are_words_of_a_list) {
    EXPECT_EQ(problems_after("clustering    = \"as-coded\"", "clustering    = \"coded\""),
              Lines{"unknown clustering 'coded'"});
    EXPECT_EQ(problems_after("clustering    = \"as-coded\"", "clustering    = 3"), Lines{"a clustering is not a word"});
    EXPECT_EQ(problems_after("[\"as-coded\", \"each", "[\"as-code\", \"each"), Lines{"unknown clustering 'as-code'"});
}

TEST(ProtocolFile, unknown_keys_are_errors) {
    EXPECT_EQ(problems_after("ritual_weight = 1.0", "ritual_weight = 1.0\nrituals = 1"),
              Lines{"unknown key 'rituals'"});
}

TEST(ProtocolFile, a_syntax_error_is_not_followed_by_what_it_hides) {
    Problems problems;
    (void)protocol_from("id = broken\n", "p.toml", problems);
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(problems.sorted()[0].where.line, 1);
}

}  // namespace
}  // namespace entente::casefile
