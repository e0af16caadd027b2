// How results are called in print: the words of findings, verdicts and numbers, the same in every format.
#pragma once

#include <string>

#include "assessment/assessment.hpp"
#include "evidence/case.hpp"
#include "reports/document.hpp"
#include "workbench/open_case.hpp"

namespace entente::reports {

// `.57`, `1.00`: a probability or a share without its leading zero.
[[nodiscard]] std::string probability(double value);

// `+6.3`, `−7.2`, `0.0`: decibels with their sign.
[[nodiscard]] std::string decibels(double value, int digits = 1);

// `−0.03`, `0.80`: a coefficient of agreement
[[nodiscard]] std::string coefficient(double value, int digits = 2);

// `1.9%`, `−9.0%`, `0.0%`
[[nodiscard]] std::string percent(double value, int digits = 1);

// `1 item`, `7 items`
[[nodiscard]] std::string counted(long count, const std::string& one);

// `weakened ▼`, `leans stronger △`, `not assessed`
[[nodiscard]] Text finding(assessment::Finding finding);

// `slightly weakened`, `leaning strengthened`, `mixed`
[[nodiscard]] std::string verdict_words(assessment::VerdictDirection direction, assessment::Size size);
// `not assessed`: a direction without its size
[[nodiscard]] std::string direction_words(assessment::VerdictDirection direction);
[[nodiscard]] Tone tone_of(assessment::VerdictDirection direction);

// `holds`, `wears`, `—`
[[nodiscard]] std::string standing(double decibels);

[[nodiscard]] std::string factor_name(const evidence::Theory& theory, const std::string& id);
[[nodiscard]] std::string issue_name(const evidence::Case& which, const std::string& id);
[[nodiscard]] std::string period_name(const evidence::Case& which, const std::string& id);

// `Trump 2016-11-09…2018-12-31`
[[nodiscard]] std::string period_span(const evidence::Case& which, const std::string& id);

// `US`, `Japan`: short names of states where the table has them.
[[nodiscard]] std::string member_name(const workbench::OpenCase& open, const std::string& code);

// `asahi-2016-11-19, thesis-2019 §3.3`
[[nodiscard]] std::string cited(const std::vector<evidence::Citation>& citations);

// The last line of every output: case, theory and protocol with their hashes, cut-off, seed, version.
[[nodiscard]] std::string provenance(const workbench::OpenCase& open, std::uint64_t seed);

}  // namespace entente::reports
