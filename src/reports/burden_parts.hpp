// The sections of the document about burden sharing. Included by the burden_*.cpp files only.
#pragma once

#include <string>
#include <vector>

#include "reports/document.hpp"
#include "reports/documents.hpp"
#include "workbench/burden.hpp"

namespace entente::reports {

// The group is the two states compared and nobody else: what is said of the two need not be said of the group again.
[[nodiscard]] bool is_the_pair(const workbench::GroupBurden& group, const workbench::BurdenResult& result);

// Does one of the two carry its share, compared with the other? The answer in words, then the doubt; empty without a
// pair.
[[nodiscard]] std::vector<Text> pair_in_words(const workbench::BurdenResult& result);
// Who carries most and least, who keeps what was promised, whether the large carry the small.
[[nodiscard]] std::vector<Text> group_in_words(const workbench::GroupBurden& group,
                                               const workbench::BurdenResult& result);
[[nodiscard]] std::string exploitation_in_words(const burden::RankCorrelation& correlation,
                                                const evidence::BurdenTheory& theory);
// `The United States pays 71% of …`; empty where no leader is known.
[[nodiscard]] std::string leader_in_words(const workbench::GroupYear& year);

// The same question has several answers: one line for each kind of burden and stage.
void add_pair_answers(Document& document, const workbench::BurdenResult& result);
// Both states' numbers in every measure, who carries more by it, and what the number is.
void add_pair(Document& document, const workbench::BurdenResult& result, const BurdenView& view);
// The measures that are weighed, of the two side by side, in a few years.
void add_pair_years(Document& document, const workbench::BurdenResult& result);

// Members as rows, measures as columns: those that count in the fair share, then those beside.
void add_measures(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result);
// What each measure is: once for all groups.
void add_legend(Document& document, const workbench::BurdenResult& result);
void add_obligations(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result);

void add_fair_share(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result);
void add_guidelines(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result);
// The leader's share and the exploitation hypothesis, with every reading that the theory names.
void add_leader(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result);
// One row for each year.
void add_burden_history(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result);

// What a case records beyond official data.
void add_promises(Document& document, const workbench::BurdenOfCase& of_case, const evidence::BurdenTheory& theory);
void add_demands(Document& document, const workbench::BurdenOfCase& of_case, const workbench::BurdenResult& result);
void add_supports(Document& document, const workbench::BurdenOfCase& of_case, const workbench::BurdenResult& result);
void add_opinions(Document& document, const workbench::BurdenOfCase& of_case);
void add_conduct(Document& document, const workbench::BurdenOfCase& of_case);
void add_coins(Document& document, const workbench::BurdenOfCase& of_case);
void add_questions(Document& document, const workbench::BurdenOfCase& of_case);

}  // namespace entente::reports
