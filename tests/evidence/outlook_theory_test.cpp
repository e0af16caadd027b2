#include "evidence/outlook_theory.hpp"

#include <gtest/gtest.h>

namespace entente::evidence {
namespace {

using Lines = std::vector<std::string>;

Covariate covariate(const std::string& id, const std::string& file) {
    Covariate made;
    made.id = id;
    made.where = {file, 7, 1};
    return made;
}

EndingModel model(const std::string& id, EndingModelRole role) {
    EndingModel made;
    made.id = id;
    made.role = role;
    made.where = {"endings.toml", 20, 1};
    return made;
}

// One rival that names a covariate of the theory and one of its own, and a model of the theory.
OutlookTheory endings() {
    OutlookTheory theory;
    theory.where.file = "endings.toml";
    theory.covariates = {covariate("power", "endings.toml")};
    theory.models = {model("rival", EndingModelRole::Rival), model("reasons", EndingModelRole::Theory)};
    theory.models[0].covariates = {"distance", "power"};
    theory.models[1].theory = "two";
    return theory;
}

std::vector<Theory> two_theories() {
    std::vector<Theory> theories(2);
    theories[0].id = "one";
    theories[0].covariates = {covariate("elsewhere", "one.toml")};
    theories[1].id = "two";
    theories[1].covariates = {covariate("distance", "two.toml"), covariate("change", "two.toml")};
    return theories;
}

Lines what_is_wrong(OutlookTheory theory, const std::vector<Theory>& ledgers) {
    Problems problems;
    resolve_covariates(theory, ledgers, problems);
    Lines lines;
    for (const auto& problem : problems.sorted()) lines.push_back(problem.what);
    return lines;
}

TEST(OutlookTheory, a_model_of_a_theory_takes_all_covariates_of_that_theory) {
    Problems problems;
    auto theory = endings();
    resolve_covariates(theory, two_theories(), problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(theory.models[1].covariates, (Lines{"distance", "change"}));
    EXPECT_EQ(theory.models[0].covariates, (Lines{"distance", "power"}));
}

TEST(OutlookTheory, covariates_are_those_of_its_models_theories_and_its_own) {
    Lines ids;
    for (const auto& each : covariates_of(endings(), two_theories())) ids.push_back(each.id);
    EXPECT_EQ(ids, (Lines{"distance", "change", "power"}));
}

TEST(OutlookTheory, a_theory_that_is_not_there_is_reported_with_the_nearest) {
    auto theory = endings();
    theory.models[1].theory = "twoo";
    theory.models[0].covariates = {"power"};
    EXPECT_EQ(what_is_wrong(theory, two_theories()),
              Lines{"the model 'reasons' names the unknown theory 'twoo'; did you mean 'two'?"});
}

TEST(OutlookTheory, a_theory_without_covariates_cannot_compete) {
    auto ledgers = two_theories();
    ledgers[1].covariates.clear();
    auto theory = endings();
    theory.models[0].covariates = {"power"};
    EXPECT_EQ(what_is_wrong(theory, ledgers), Lines{"the theory 'two' of the model 'reasons' has no covariates"});
}

TEST(OutlookTheory, a_covariate_that_nothing_defines_is_reported) {
    auto theory = endings();
    theory.models[0].covariates = {"distant"};
    EXPECT_EQ(what_is_wrong(theory, two_theories()),
              Lines{"the model 'rival' names the unknown covariate 'distant'; did you mean 'distance'?"});
}

TEST(OutlookTheory, one_id_means_one_covariate) {
    auto theory = endings();
    theory.covariates.push_back(covariate("change", "endings.toml"));
    EXPECT_EQ(what_is_wrong(theory, two_theories()),
              Lines{"the covariate 'change' stands in a theory that a model stands for, too"});
}

TEST(OutlookTheory, finds_a_model_by_its_id) {
    const auto theory = endings();
    EXPECT_EQ(find_model(theory, "reasons"), &theory.models[1]);
    EXPECT_EQ(find_model(theory, "none"), nullptr);
}

}  // namespace
}  // namespace entente::evidence
