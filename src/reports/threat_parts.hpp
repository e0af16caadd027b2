// The sections of the documents about threat. Included by the threat_*.cpp files only.
#pragma once

#include <string>
#include <vector>

#include "reports/document.hpp"
#include "reports/documents.hpp"
#include "workbench/threat.hpp"

namespace entente::reports {

// Whether it is one of the principal threats of the year; whether the first of them.
[[nodiscard]] bool is_principal(const workbench::Threat& threat, const workbench::YearOfThreats& year);
[[nodiscard]] bool is_first_threat(const workbench::Threat& threat, const workbench::YearOfThreats& year);
// A component of it is 0, and with it the geometric composite: it threatens as little as everybody else of that kind.
[[nodiscard]] bool is_nothing(const workbench::Threat& threat);

// Who comes first, and how far that depends on the weights.
[[nodiscard]] std::string first_in_words(const workbench::StateThreats& of, const workbench::YearOfThreats& year,
                                         const workbench::ThreatResult& result);

void add_threats(Document& document, const workbench::YearOfThreats& year, const workbench::ThreatResult& result,
                 const ThreatView& view);
// The parts of each component of the first threats, side by side.
void add_parts(Document& document, const workbench::YearOfThreats& year, const workbench::ThreatResult& result);

[[nodiscard]] bool is_not_applicable(const Reading& reading);
// The entries of the theory's force posture of which anything is known in that year.
[[nodiscard]] std::vector<std::size_t> known_posture(const workbench::YearOfThreats& year);
// `42`, `at home` of the state whose forces they are, or a dash.
[[nodiscard]] std::string posture_words(const workbench::NamedPosture& posture);
// What the state whose forces they are keeps near the one that may be threatened.
void add_posture(Document& document, const workbench::StateThreats& of, const workbench::YearOfThreats& year,
                 const evidence::ThreatTheory& theory);

// Every rule with its values, then the probability, then what the rules cannot see.
void add_responses(Document& document, const workbench::YearOfThreats& year, const evidence::ThreatTheory& theory);
// What the state did.
void add_observed(Document& document, const workbench::YearOfThreats& year);
// Abandonment and entrapment.
void add_allies(Document& document, const workbench::YearOfThreats& year, const evidence::ThreatTheory& theory);

// One row for each year.
void add_history(Document& document, const workbench::StateThreats& of, const workbench::ThreatResult& result,
                 const ThreatView& view);

// ` Without a rank: North Korea (at worst 5th).`; empty where nobody without one must not go unseen.
[[nodiscard]] std::string unranked_in_words(const workbench::StateThreats& of, const workbench::YearOfThreats& year);
// ` Without a rank in some years: North Korea, Taiwan.`
[[nodiscard]] std::string unranked_in_words(const workbench::StateThreats& of);
// `PRK (5th)`: those of the year with their place at worst, or a dash.
[[nodiscard]] std::string unranked_codes(const workbench::StateThreats& of, const workbench::YearOfThreats& year);
// What is known of the standing of each.
void add_unranked(Document& document, const workbench::StateThreats& of);

// What a case adds.
void add_case_threats(Document& document, const workbench::CaseThreats& of_case, const ThreatView& view);

// The last line: what all of it was made from.
[[nodiscard]] std::string threat_origin(const evidence::ThreatTheory& theory);

void add_threat_sources(Document& document, const std::vector<workbench::ThreatSource>& sources);

}  // namespace entente::reports
