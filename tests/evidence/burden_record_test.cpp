#include "evidence/burden_record.hpp"

#include <gtest/gtest.h>

#include "evidence/burden_theory.hpp"

namespace entente::evidence {
namespace {

TEST(Conduct, is_what_was_said_or_what_was_done) {
    for (const auto words :
         {Conduct::Pledge, Conduct::Omission, Conduct::Condition, Conduct::Reversal, Conduct::Doubt}) {
        EXPECT_TRUE(is_words(words)) << name_of(words);
    }
    for (const auto act :
         {Conduct::Deployment, Conduct::Withdrawal, Conduct::Money, Conduct::Exercise, Conduct::Agreement}) {
        EXPECT_FALSE(is_words(act)) << name_of(act);
    }
}

TEST(Conduct, adds_to_what_a_guarantor_is_believed_to_do_or_takes_from_it) {
    for (const auto conduct :
         {Conduct::Pledge, Conduct::Deployment, Conduct::Money, Conduct::Exercise, Conduct::Agreement}) {
        EXPECT_TRUE(assures(conduct)) << name_of(conduct);
    }
    for (const auto conduct :
         {Conduct::Omission, Conduct::Condition, Conduct::Reversal, Conduct::Doubt, Conduct::Withdrawal}) {
        EXPECT_FALSE(assures(conduct)) << name_of(conduct);
    }
}

TEST(FindMeasure, finds_a_measure_by_its_id_or_nothing) {
    BurdenTheory theory;
    theory.measures.resize(2);
    theory.measures[0].id = "spending-share";
    theory.measures[1].id = "peacekeepers";
    EXPECT_EQ(find_measure(theory, "peacekeepers"), &theory.measures[1]);
    EXPECT_EQ(find_measure(theory, "spending"), nullptr);
}

}  // namespace
}  // namespace entente::evidence
