// What an author concluded: causal claims, arguments, verdicts, forecasts. Never evidence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/claim_test.hpp"
#include "evidence/coding.hpp"
#include "evidence/forecast.hpp"
#include "evidence/item.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

enum class ClaimKind { Causal, Argument, Interpretation, Verdict, Forecast, Recommendation, Question };

struct Claim {
    std::string id;
    ClaimKind kind = ClaimKind::Argument;
    std::string author;
    std::optional<Date> date;  // of the judgement
    std::string text;
    std::optional<Quote> quote;
    std::vector<std::string> periods;
    std::vector<std::string> issues;
    std::string theory;  // of `factors`
    std::vector<std::string> factors;
    std::optional<Direction> direction;
    std::string cause;  // causal claims
    std::string effect;
    std::vector<std::string> rivals;        // claims that explain the same effect otherwise, or say the opposite
    std::vector<std::string> supported_by;  // items
    std::vector<std::string> opposed_by;    // items
    std::optional<Forecast> forecast;
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    std::vector<ClaimTest> tests;       // all of them together settle it, but for …
    std::vector<std::string> untested;  // … what of it none of them asks: `that Japan spread its ties`
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::ClaimKind> {
    static constexpr std::array<std::string_view, 7> names{"causal",   "argument",       "interpretation", "verdict",
                                                           "forecast", "recommendation", "question"};
};
