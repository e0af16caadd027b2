#include "workbench/open_case.hpp"

#include <gtest/gtest.h>

#include "workbench/assess.hpp"
#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using testing::Folder;
using Lines = std::vector<std::string>;

Error opening(const CaseRequest& request) {
    return error_of([&] { static_cast<void>(open_case(request)); });
}

TEST(OpenCase, reads_a_case_with_its_theory_its_protocol_and_the_states) {
    const auto open = open_case({testing::tiny_case(), {}, {}, {}});
    EXPECT_EQ(open->content.id, "tiny");
    EXPECT_EQ(open->theory.id, "walt-1997");
    EXPECT_EQ(open->protocol.id, "ledger-v1");
    EXPECT_EQ(open->states.name_of("AUL", make_day(2010, 1, 1)), "Australia");
}

TEST(OpenCase, another_theory_can_be_chosen) {
    EXPECT_EQ(open_case({testing::tiny_case(), "liberal", {}, {}})->theory.id, "liberal");
}

TEST(OpenCase, another_cutoff_replaces_that_of_the_case) {
    const auto day = make_day(2008, 6, 1);
    EXPECT_EQ(open_case({testing::tiny_case(), {}, {}, {}})->content.cutoff, make_day(2012, 12, 31));
    EXPECT_EQ(open_case({testing::tiny_case(), {}, {}, day})->content.cutoff, day);
}

// The Herald of 2 June 2008 is not the earliest source of the frigates: the ministry's annex of 2003 is. With its own
// day as the cut-off the absence of 2009, which has no source, stays; nothing else of the period does.
TEST(OpenCase, items_that_became_known_after_the_cutoff_do_not_count) {
    const Folder copy;
    copy.copy_tiny();
    copy.append("evidence/late.toml",
                "\n[[item]]\nid = \"later\"\ndate = 2009-03-01\nkind = \"act\"\nissues = [\"defence\"]\n"
                "actors = [\"NEW\"]\ntext = \"Later.\"\nsources = [\"herald-2008\"]\n");
    copy.append("codings/first.toml",
                "\n[[coding]]\nitem = \"later\"\ntheory = \"walt-1997\"\nfactor = \"solidarity\"\n"
                "direction = \"collapse\"\nbaseline = \"early\"\nnovelty = \"new\"\n"
                "against = { searched = \"nowhere\" }\nspecificity = 1.0\ncluster = \"later\"\n");
    CaseRequest request{copy.path(), {}, {}, {}};
    EXPECT_EQ(assess(open_case(request), {}).assessment.coverage.items, 3);
    request.cutoff = make_day(2008, 6, 1);
    const auto early = assess(open_case(request), {});
    EXPECT_EQ(early.assessment.coverage.items, 2);
    EXPECT_EQ(early.assessment.coverage.items_after_cutoff, 1);
}

TEST(OpenCase, a_broken_case_carries_all_its_problems_and_computes_nothing) {
    const Folder copy;
    copy.copy_tiny();
    copy.append("codings/first.toml",
                "\n[[coding]]\nitem = \"no-such-item\"\ntheory = \"walt-1997\"\nfactor = \"credibilty\"\n"
                "direction = \"collapse\"\nbaseline = \"early\"\nnovelty = \"new\"\n"
                "against = { searched = \"nowhere\" }\nspecificity = 1.0\ncluster = \"c\"\n");
    copy.append("evidence/late.toml", "\n[[item]]\nid = \"half\"\n");
    const auto error = opening({copy.path(), {}, {}, {}});
    EXPECT_EQ(error.kind(), ErrorKind::BadData);
    EXPECT_NE(std::string(error.what()).find("errors; nothing was computed"), std::string::npos) << error.what();
    std::string all;
    for (const auto& problem : error.problems()) all += to_line(problem) + '\n';
    EXPECT_NE(all.find("no-such-item"), std::string::npos) << all;
    EXPECT_NE(all.find("credibility"), std::string::npos) << all;  // what was probably meant
    EXPECT_NE(all.find("late.toml"), std::string::npos) << all;
    EXPECT_EQ(error.problems(), check_case({copy.path(), {}, {}, {}}).problems);
}

TEST(OpenCase, a_folder_that_does_not_exist_is_not_found) {
    const auto error = opening({"no/such/case", {}, {}, {}});
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(error.what(), "there is no file or folder 'no/such/case'");
    EXPECT_EQ(error_of([] { static_cast<void>(check_case({"no/such/case", {}, {}, {}})); }).kind(),
              ErrorKind::NotFound);
}

TEST(OpenCase, a_folder_that_holds_no_case_is_broken) {
    const Folder empty;
    EXPECT_EQ(opening({empty.path(), {}, {}, {}}).kind(), ErrorKind::BadData);
}

TEST(OpenCase, an_unknown_theory_or_protocol_is_not_found) {
    const auto theory = opening({testing::tiny_case(), "walt-1979", {}, {}});
    EXPECT_EQ(theory.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(theory.what(), "there is no theory 'walt-1979'; did you mean 'walt-1997'?");
    const auto protocol = opening({testing::tiny_case(), {}, "ledger-v2", {}});
    EXPECT_EQ(protocol.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(protocol.what(), "there is no protocol 'ledger-v2'; did you mean 'ledger-v1'?");
    EXPECT_EQ(opening({testing::tiny_case(), "no-such.toml", {}, {}}).kind(), ErrorKind::NotFound);
}

TEST(OpenCase, a_theory_can_be_a_file_of_the_user_s_own) {
    const Folder own;
    std::filesystem::copy(testing::source_folder() / "theories/liberal.toml", own.path() / "mine.toml");
    EXPECT_EQ(open_case({testing::tiny_case(), (own.path() / "mine.toml").string(), {}, {}})->theory.id, "liberal");
}

TEST(OpenCase, a_theory_of_threat_is_refused_by_what_it_is) {
    for (const auto& theory :
         {std::string{"walt-1985"}, (testing::source_folder() / "theories/walt-1985.toml").string()}) {
        const auto error = opening({testing::tiny_case(), theory, {}, {}});
        EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
        EXPECT_STREQ(error.what(), "'walt-1985' is a theory of threat, and evidence cannot be coded under it");
        EXPECT_EQ(error.advice(), "`entente threat --theory` takes it; theories to code under: liberal, walt-1997");
    }
}

TEST(CheckCase, counts_what_a_case_holds) {
    const auto result = check_case({testing::tiny_case(), {}, {}, {}});
    EXPECT_EQ(result.case_id, "tiny");
    EXPECT_EQ(result.errors, 0);
    EXPECT_EQ(result.items, 4);
    EXPECT_EQ(result.codings, 3);
    EXPECT_EQ(result.sources, 2);
    EXPECT_EQ(result.figures, 2);  // one figure, one derived number
}

TEST(CheckCase, a_derived_number_that_cannot_be_computed_is_reported_at_its_place) {
    const Folder copy;
    copy.copy_tiny();
    copy.append("figures.toml",
                "\n[[derived]]\nid = \"wrong\"\nname = \"Wrong\"\nmeasure = \"difference\"\n"
                "inputs = [\"frigates-ordered\"]\nunit = \"ships\"\n");
    const auto result = check_case({copy.path(), {}, {}, {}});
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_TRUE(result.problems[0].what.starts_with("'wrong' cannot be computed: ")) << result.problems[0].what;
    EXPECT_GT(result.problems[0].where.line, 0);
}

Lines problems_of(const CaseRequest& request) {
    Lines lines;
    for (const auto& problem : check_case(request).problems) {
        lines.push_back(std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) + " " +
                        problem.what + "; " + problem.advice);
    }
    return lines;
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// A copy of a case, and of shipped files, to be changed.
struct Changed {
    Changed() { copy.copy_tiny(); }
    void replace(const std::string& file, const std::string& old, const std::string& with) const {
        std::string text = text_of(copy.path() / file);
        const auto at = text.find(old);
        ASSERT_NE(at, std::string::npos) << file << " does not hold " << old;
        copy.write(file, text.replace(at, old.size(), with));
    }
    std::string take(const std::string& shipped, const std::string& file) const {
        copy.write(file, text_of(testing::source_folder() / shipped));
        return (copy.path() / file).string();
    }
    Folder copy;
};

TEST(CheckCase, an_unknown_protocol_is_reported_where_the_case_names_it) {
    const Changed changed;
    changed.replace("case.toml", "\"ledger-v1\"", "\"ledger\"");
    EXPECT_EQ(problems_of({changed.copy.path(), {}, {}, {}}),
              Lines{"7:12 the case names the unknown protocol 'ledger'; did you mean 'ledger-v1'?; known protocols: "
                    "ledger-v1"});
    EXPECT_EQ(opening({changed.copy.path(), {}, {}, {}}).kind(), ErrorKind::BadData);
    // Another protocol does not need the case's.
    EXPECT_EQ(problems_of({changed.copy.path(), {}, "ledger-v1", {}}), Lines{});
}

TEST(CheckCase, an_unknown_theory_is_reported_where_the_case_names_it) {
    const Changed changed;
    changed.replace("case.toml", "\"walt-1997\"", "\"walt-1979\"");
    EXPECT_EQ(problems_of({changed.copy.path(), {}, {}, {}}),
              Lines{"6:12 the case names the unknown theory 'walt-1979'; did you mean 'walt-1997'?; known theories: "
                    "liberal, walt-1997"});
}

TEST(CheckCase, a_case_that_names_a_theory_of_threat_is_told_what_it_is) {
    const Changed changed;
    changed.replace("case.toml", "\"walt-1997\"", "\"walt-1985\"");
    const auto problems = problems_of({changed.copy.path(), {}, {}, {}});
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(
        problems[0],
        "6:12 'walt-1985' is a theory of threat: it has no factors to code under; `entente threat` takes it; name "
        "a theory to code evidence under");
}

TEST(CheckCase, an_unknown_theory_or_protocol_that_is_asked_for_is_not_found) {
    const auto checking = [](const CaseRequest& request) {
        return error_of([&] { static_cast<void>(check_case(request)); }).kind();
    };
    EXPECT_EQ(checking({testing::tiny_case(), "walt-1979", {}, {}}), ErrorKind::NotFound);
    EXPECT_EQ(checking({testing::tiny_case(), {}, "ledger-v2", {}}), ErrorKind::NotFound);
    EXPECT_EQ(checking({testing::tiny_case(), {}, "no-such.toml", {}}), ErrorKind::NotFound);
}

TEST(CheckCase, the_errors_of_the_protocol_are_reported_too) {
    const Changed changed;
    const auto file = changed.take("protocols/ledger-v1.toml", "protocols/mine.toml");
    changed.replace("protocols/mine.toml", "\"ledger-v1\"", "\"mine\"");
    changed.replace("protocols/mine.toml", "act        = 6", "act        = \"x\"");
    const auto result = check_case({changed.copy.path(), {}, file, {}});
    ASSERT_EQ(result.errors, 1);
    EXPECT_EQ(result.problems[0].where.file, file);
    changed.replace("case.toml", "\"ledger-v1\"", "\"mine\"");
    EXPECT_EQ(check_case({changed.copy.path(), {}, {}, {}}).errors, 1);
}

TEST(OpenCase, a_broken_protocol_is_named_as_what_is_broken) {
    const Changed changed;
    const auto file = changed.take("protocols/ledger-v1.toml", "mine.toml");
    changed.replace("mine.toml", "act        = 6", "act        = \"x\"");
    const auto tiny = testing::tiny_case();
    const auto error = opening({tiny, {}, file, {}});
    EXPECT_EQ(error.what(), file + ": 1 error; nothing was computed");
    EXPECT_EQ(error.advice(), "mend them and run `entente check " + tiny.string() + " --protocol " + file + "` again");
}

TEST(OpenCase, a_changed_copy_that_keeps_the_id_of_a_shipped_file_is_warned_of) {
    const Changed changed;
    const auto file = changed.take("protocols/ledger-v1.toml", "p1.toml");
    changed.replace("p1.toml", "act        = 6", "act        = 3");
    const auto open = open_case({testing::tiny_case(), {}, file, {}});
    ASSERT_EQ(open->warnings.size(), 1U);
    EXPECT_EQ(to_line(open->warnings[0]), file +
                                              ": warning: calls itself 'ledger-v1' but differs from the shipped "
                                              "protocol of that name; give it an id of its own");
    EXPECT_EQ(check_case({testing::tiny_case(), {}, file, {}}).problems, open->warnings);
}

TEST(OpenCase, a_case_s_own_theory_that_hides_a_shipped_one_is_warned_of) {
    const Changed changed;
    changed.take("theories/walt-1997.toml", "theories/walt-1997.toml");
    EXPECT_EQ(problems_of({changed.copy.path(), {}, {}, {}}), Lines{});  // the same bytes
    changed.copy.append("theories/walt-1997.toml", "# changed\n");
    EXPECT_EQ(problems_of({changed.copy.path(), {}, {}, {}}),
              Lines{"0:0 calls itself 'walt-1997' but differs from the shipped theory of that name; give it an id of "
                    "its own"});
}

TEST(CheckCase, a_theory_whose_file_has_another_name_than_its_id_is_warned_of) {
    const Changed changed;
    changed.take("theories/liberal.toml", "theories/mine.toml");
    changed.replace("theories/mine.toml", "\"liberal\"", "\"my-own\"");
    EXPECT_EQ(problems_of({changed.copy.path(), {}, {}, {}}),
              Lines{"0:0 calls itself 'my-own' but the file is named 'mine'; rename the file my-own.toml, or correct "
                    "its id"});
}

}  // namespace
}  // namespace entente::workbench
