// Words that the documents about threat share: values, ranks, reasons and rules as they stand in print.
#pragma once

#include <string>
#include <vector>

#include "core/missing.hpp"
#include "evidence/threat_theory.hpp"
#include "threat/ally_gauge.hpp"
#include "threat/ranking.hpp"
#include "threat/response.hpp"
#include "workbench/threat.hpp"

namespace entente::reports {

// `.231`, `6.99`, `10,903`: three digits that count, thousands grouped.
[[nodiscard]] std::string value_words(double value);

// `.25`, `2`: a number of a theory's file.
[[nodiscard]] std::string number_words(double value);

// A value, or `—`.
[[nodiscard]] std::string value_or_dash(const Reading& reading);

// The same, or `no data set`: where there is room for the reason.
[[nodiscard]] std::string value_or_reason(const Reading& reading);

// `71%`, `<1%`, `>99%`: a share of weightings; only a share of 1 reads `100%`.
[[nodiscard]] std::string share_words(double share);

// `1`, `1–3`: over all weightings; `—` without a composite.
[[nodiscard]] std::string rank_range(const threat::Ranked& standing);

// `2`, or `—`
[[nodiscard]] std::string rank_words(const threat::Ranked& standing);

// `power-ratio 6.99 (at least 2)`, `own-power .0195 (at least .02)`, `regime-distance: no data set (at most 2)`
[[nodiscard]] std::string condition_words(const threat::ConditionOutcome& condition,
                                          const evidence::ResponseCondition& asked);

// `threat`, `no threat`, `ally`; `—` where it cannot be judged.
[[nodiscard]] std::string status_words(threat::ThreatStatus status);

// `aggressive intentions of at least .2`: when a state faces a threat; empty: always.
[[nodiscard]] std::string faces_in_words(const evidence::ThreatTheory& theory);

// `only 25% of the weight is known`, or the reason; empty with a value.
[[nodiscard]] std::string why_no_gauge(const threat::Gauge& gauge);

// `met`, `not met`, `cannot be judged`
[[nodiscard]] std::string outcome_words(threat::RuleOutcome outcome);

// `balance`, `bandwagon`, `open: …`, `no threat to respond to`, `an ally: …`
[[nodiscard]] std::string response_words(threat::PredictedResponse response);

// `aggregate power .25 · proximity .25 …`
[[nodiscard]] std::string weights_words(const evidence::ThreatTheory& theory);

// How many weightings the ranks were taken under.
[[nodiscard]] std::size_t weightings_of(const evidence::ThreatTheory& theory);

// `Soviet Union, China`: at most so many, then `and 3 more`.
[[nodiscard]] std::string state_names(const std::vector<workbench::NamedState>& states, std::size_t most);

}  // namespace entente::reports
