// Results to print: one put together by hand, of which a test sets what it is about, and one computed from a few lines.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "assessment/world.hpp"
#include "workbench/assess.hpp"

namespace entente::testing {

inline workbench::AssessResult empty_result() {
    const World world;
    workbench::OpenCase open;
    open.content = world.which;
    open.content.title = "A–B";
    open.theory = world.theory;
    open.protocol = world.protocol;
    workbench::AssessResult result;
    result.open = std::make_shared<const workbench::OpenCase>(std::move(open));
    result.assessment.question = world.question;
    return result;
}

inline workbench::AssessResult result_of(const World& world) {
    auto result = empty_result();
    auto open = *result.open;
    open.content = world.which;
    open.content.title = "A–B";
    result.open = std::make_shared<const workbench::OpenCase>(std::move(open));
    result.assessment = world.assessment();
    return result;
}

// Words against credibility, an act against trade values, and a ritual: all three from official sources.
inline World three_items() {
    return World({"s1,C2,C,new,W,A1,1,doubts,official", "s2,C6,C,new,A,B2,0.5,tariffs,press",
                  "s3,E4,E,cont,W,A1,1,ritual,official"});
}

}  // namespace entente::testing
