// Parts of a document that every contest of explanations has: scores, findings, what moves the forecasts.
#pragma once

#include <optional>
#include <string>

#include "contest/test_result.hpp"
#include "reports/document.hpp"

namespace entente::reports {

// `+.021 [+.012, +.034]`, or a dash.
[[nodiscard]] std::string interval_words(const std::optional<contest::Estimate>& estimate, bool with_sign);
[[nodiscard]] const std::optional<contest::Estimate>& score_of(const contest::ModelScores& scores,
                                                               contest::ScoreKind kind);
[[nodiscard]] std::string role_words(contest::ModelRole role);
[[nodiscard]] Text verdict_words(contest::TestVerdict verdict);

// Skill and area of every model, by each way of holding out.
void add_contest_scores(Document& document, const contest::TestResult& result);
// The first model of the theory against each rival.
void add_contest_findings(Document& document, const contest::TestResult& result);
// Every score of every model as rows of a table for spreadsheets; `first` stands in front of each.
void add_score_rows(Table& table, const std::string& first, const contest::TestResult& result);
[[nodiscard]] Table score_table(const std::string& first);

}  // namespace entente::reports
