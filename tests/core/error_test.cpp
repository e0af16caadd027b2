#include "core/error.hpp"

#include <gtest/gtest.h>

namespace entente {

TEST(Error, each_kind_has_its_exit_code) {
    EXPECT_EQ(exit_code(ErrorKind::BadRequest), 2);
    EXPECT_EQ(exit_code(ErrorKind::NotFound), 3);
    EXPECT_EQ(exit_code(ErrorKind::BadData), 4);
    EXPECT_EQ(exit_code(ErrorKind::Fault), 70);
}

TEST(Error, an_unmet_requirement_is_the_callers_mistake_and_carries_advice) {
    EXPECT_NO_THROW(require(true, "never seen"));
    try {
        require(false, "no such option", "see --help");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
        EXPECT_STREQ(error.what(), "no such option");
        EXPECT_EQ(error.advice(), "see --help");
    }
}

TEST(Error, a_broken_assumption_is_our_fault) {
    EXPECT_NO_THROW(ensure(true, "never seen"));
    try {
        ensure(false, "impossible");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Fault);
    }
}

TEST(Error, carries_the_problems_that_stopped_the_run) {
    const Error error(ErrorKind::BadData, "broken", {}, {{{"a.toml", 1, 2}, Severity::Error, "what", "advice"}});
    ASSERT_EQ(error.problems().size(), 1U);
    EXPECT_EQ(error.problems().front().what, "what");
}

}  // namespace entente
