#include "workbench/what_if.hpp"

#include <gtest/gtest.h>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using assessment::VerdictDirection;
using testing::error_of;
using testing::Folder;
using Lines = std::vector<std::string>;

OpenCasePtr tiny(const std::string& protocol = {}) {
    return open_case({testing::tiny_case(), {}, protocol, {}});
}

OpenCasePtr fixture() {
    return open_case({testing::source_folder() / "tests/cases/fixture-all", {}, {}, {}});
}

Error refused(const OpenCasePtr& open, const ReadingRequest& request) {
    return error_of([&] { static_cast<void>(what_if(open, request)); });
}

Lines lines_of(const Error& error) {
    Lines lines;
    for (const auto& problem : error.problems()) lines.push_back(problem.where.file + ": " + problem.what);
    return lines;
}

const assessment::FactorResult& factor(const WhatIfResult& result, const std::string& id) {
    for (const auto& each : result.result.assessment.outcome.factors) {
        if (each.id == id) return each;
    }
    throw std::out_of_range(id);
}

TEST(WhatIf, nothing_changed_is_the_protocol_itself) {
    const auto open = tiny();
    const auto result = what_if(open, {});
    EXPECT_TRUE(result.changed.empty());
    EXPECT_EQ(result.result.open->protocol.id, "ledger-v1");
    EXPECT_EQ(result.result.open->protocol.sha256, open->protocol.sha256);
}

TEST(WhatIf, a_reading_is_no_verdict_of_the_protocol_it_starts_from) {
    ReadingRequest request;
    request.changes = {{"decibels.act", std::int64_t{3}}};
    const auto result = what_if(tiny(), request);
    EXPECT_EQ(result.result.open->protocol.id, "ledger-v1-what-if");
    EXPECT_NE(result.result.open->protocol.sha256, tiny()->protocol.sha256);
    EXPECT_EQ(result.changed, Lines{"decibels.act: 3 instead of 6"});
}

// Of the two new items under the case's first factor, the act alone: (5.1391, 0.9276, −1.3732) dB after tempering by B2
// (docs/ledger.md, known answers), so 4.2115 over 'unchanged'. With 3 dB it is the B2 statement there:
// 2.3798 − 0.2241 = 2.1557.
TEST(WhatIf, a_changed_number_is_used) {
    EXPECT_NEAR(factor(what_if(tiny(), {}), "credibility").decibels_weakened, 4.2115, 1e-4);
    ReadingRequest request;
    request.changes = {{"decibels.act", std::int64_t{3}}};
    EXPECT_NEAR(factor(what_if(tiny(), request), "credibility").decibels_weakened, 2.1557, 1e-4);
}

TEST(WhatIf, says_in_words_what_was_changed) {
    ReadingRequest request;
    request.theory = "liberal";
    request.coders = Lines{"first"};
    request.changes = {{"prior.weakened", 0.1}, {"prior.unchanged", 0.8}, {"prior.strengthened", 0.1}};
    request.set_aside = Lines{"no-exercise-2009"};
    request.grades = {{"frigates-cancelled-2008", {'D', 4}}, {"port-agreement-2004", {'A', 1}}};  // A1 already
    EXPECT_EQ(what_if(tiny(), request).changed,
              (Lines{"theory: liberal instead of walt-1997", "coders: first instead of all",
                     "prior.strengthened: 0.1 instead of 0.2", "prior.unchanged: 0.8 instead of 0.6",
                     "prior.weakened: 0.1 instead of 0.2", "set aside: no-exercise-2009",
                     "grade of frigates-cancelled-2008: D4 instead of B2"}));
}

TEST(WhatIf, another_theory_is_read_under_that_theory) {
    ReadingRequest request;
    request.theory = "liberal";
    const auto result = what_if(tiny(), request);
    EXPECT_EQ(result.result.open->theory.id, "liberal");
    ASSERT_TRUE(result.other_theory.has_value());
    EXPECT_EQ(result.other_theory->id, "liberal");
    EXPECT_FALSE(result.other_protocol.has_value());
}

TEST(WhatIf, another_focal_period_brings_its_own_baseline) {
    const Folder copy;
    copy.copy_tiny();
    copy.append("case.toml",
                "\n[[period]]\nid = \"latest\"\nname = \"Latest\"\nbegin = 2013-01-01\nend = 2015-12-31\n"
                "baseline = \"late\"\n");
    ReadingRequest request;
    request.focal = "latest";
    const auto result = what_if(open_case({copy.path(), {}, {}, {}}), request);
    EXPECT_EQ(result.result.assessment.question.baseline, "late");
    EXPECT_EQ(result.changed, (Lines{"focal period: latest instead of late", "baseline: late instead of early"}));
}

TEST(WhatIf, with_everything_set_aside_nothing_is_assessed) {
    const auto open = fixture();
    ReadingRequest request;
    request.set_aside = Lines{};
    for (const auto& item : open->content.items) request.set_aside->push_back(item.id);
    const auto result = what_if(open, request).result;
    EXPECT_EQ(result.assessment.outcome.verdict.direction, VerdictDirection::NotAssessed);
    EXPECT_EQ(result.assessment.coverage.set_aside.size(), open->content.items.size());
    EXPECT_EQ(result.weakest_point, "");
}

TEST(WhatIf, every_problem_of_a_request_is_told_at_once) {
    ReadingRequest request;
    request.changes = {{"prior.weakend", 0.1}, {"finding.found", 7.0}};
    request.set_aside = Lines{"frigates-canceled-2008"};
    request.grades = {{"no-exercise-2010", {'A', 1}}};
    const auto error = refused(tiny(), request);
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_EQ(lines_of(error),
              (Lines{"finding.found: 'found' is not between 0 and 1",
                     "prior.weakend: the protocol has no such value; did you mean 'prior.weakened'?",
                     "reading of ledger-v1: the protocol's reading names the unknown item 'frigates-canceled-2008'; "
                     "did you mean 'frigates-cancelled-2008'?",
                     "reading of ledger-v1: the protocol's reading names the unknown item 'no-exercise-2010'; did you "
                     "mean 'no-exercise-2009'?"}));
}

TEST(WhatIf, a_question_that_the_case_does_not_know_is_told_once) {
    ReadingRequest request;
    request.focal = "lat";
    request.theory = "walt-1998";
    request.coders = Lines{"frst"};
    EXPECT_EQ(refused(tiny(), request).problems().size(), 3U);
}

TEST(WhatIf, a_protocol_is_named_by_its_id_and_never_by_a_path) {
    ReadingRequest request;
    request.protocol = (testing::source_folder() / "protocols/ledger-v1.toml").string();
    EXPECT_EQ(refused(tiny(), request).kind(), ErrorKind::NotFound);
    request.protocol = "../protocols/ledger-v1";
    EXPECT_EQ(refused(tiny(), request).kind(), ErrorKind::NotFound);
    request.protocol = "ledger-v2";
    EXPECT_NE(std::string(refused(tiny(), request).what()).find("did you mean 'ledger-v1'"), std::string::npos);
}

TEST(WhatIf, what_a_saved_reading_sets_aside_can_count_again) {
    const Folder copy;
    copy.copy_tiny();
    std::ifstream in(testing::source_folder() / "protocols/ledger-v1.toml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    text.replace(text.find("\"ledger-v1\""), 11, "\"mine\"");
    copy.write("protocols/mine.toml", text + "\n[reading]\nset_aside = [\"frigates-cancelled-2008\"]\n");
    const auto open = open_case({copy.path(), {}, "mine", {}});
    EXPECT_EQ(what_if(open, {}).result.assessment.coverage.set_aside, Lines{"frigates-cancelled-2008"});
    ReadingRequest request;
    request.set_aside = Lines{};
    const auto result = what_if(open, request);
    EXPECT_EQ(result.changed, Lines{"counts again: frigates-cancelled-2008"});
    EXPECT_NEAR(factor(result, "credibility").decibels_weakened, 4.2115, 1e-4);  // as above
    request = {};
    request.protocol = "ledger-v1";
    EXPECT_EQ(what_if(open, request).changed,
              (Lines{"protocol: ledger-v1 instead of mine", "counts again: frigates-cancelled-2008"}));
}

TEST(WhatIf, coders_do_not_agree_or_differ_about_what_is_set_aside) {
    const auto open = open_case({testing::source_folder() / "tests/cases/two-coders", {}, {}, {}});
    ReadingRequest request;
    request.set_aside = Lines{};
    for (const auto& item : open->content.items) request.set_aside->push_back(item.id);
    const auto before = what_if(open, {}).result;
    const auto after = what_if(open, request).result;
    ASSERT_FALSE(before.agreement.empty());
    EXPECT_GT(before.agreement.front().alpha.units, 0);
    EXPECT_EQ(after.agreement.front().alpha.units, 0);
}

// Agreement is computed once for readings that do not touch it, and anew for those that do.
TEST(WhatIf, agreement_known_before_is_what_a_case_opened_anew_computes) {
    const auto folder = testing::source_folder() / "tests/cases/two-coders";
    const auto open = open_case({folder, {}, {}, {}});
    ReadingRequest number;
    number.changes = {{"decibels.act", std::int64_t{5}}};
    ReadingRequest seed;
    seed.changes = {{"sensitivity.seed", std::int64_t{7}}};
    ReadingRequest item;
    item.set_aside = Lines{open->content.items.back().id};
    for (const auto& request : {ReadingRequest{}, number, seed, item, number, ReadingRequest{}}) {
        const auto known = what_if(open, request).result.agreement;
        const auto anew = what_if(open_case({folder, {}, {}, {}}), request).result.agreement;
        ASSERT_EQ(known.size(), anew.size());
        ASSERT_FALSE(known.empty());
        for (std::size_t i = 0; i < known.size(); ++i) {
            EXPECT_EQ(known[i].alpha.value, anew[i].alpha.value);
            EXPECT_EQ(known[i].alpha.low, anew[i].alpha.low);
            EXPECT_EQ(known[i].kappa.high, anew[i].kappa.high);
            EXPECT_EQ(known[i].alpha.units, anew[i].alpha.units);
        }
    }
}

TEST(WhatIf, agreement_of_a_case_with_fewer_coders_is_not_that_of_all) {
    const auto open = open_case({testing::source_folder() / "tests/cases/two-coders", {}, {}, {}});
    ASSERT_GT(what_if(open, {}).result.agreement.front().alpha.units, 0);
    auto fewer = *open;
    fewer.content.coders.back().codings.clear();
    fewer.content.coders.back().read.clear();
    EXPECT_EQ(what_if(std::make_shared<const OpenCase>(std::move(fewer)), {}).result.agreement.front().alpha.units, 0);
}

}  // namespace
}  // namespace entente::workbench
