// Results as sentences. Each says only what a number beside it shows.
#pragma once

#include <string>
#include <vector>

#include "workbench/assess.hpp"

namespace entente::reports {

// ` (treaty of 1960)`, or nothing.
[[nodiscard]] std::string treaty_in_words(const workbench::AssessResult& result);

// `Trade BROKEN (9 of 32: tpp-withdrawal-2017-01-23)`: so many of the coded items, and the weightiest of them
[[nodiscard]] std::string issue_in_words(const evidence::Case& which, const assessment::IssueContinuity& issue);

// `2017-01-23 The United States leaves the Trans-Pacific Partnership …`
[[nodiscard]] std::string item_in_words(const workbench::OpenCase& open, const std::string& id);

// `Asahi Shimbun, “…”, 2016-11-19, p. 1, https://…`
[[nodiscard]] std::string reference_in_words(const evidence::Source& source, const std::string& at);
// The same after its key: `asahi-2016-11-19: Asahi Shimbun, …`
[[nodiscard]] std::string source_in_words(const evidence::Source& source, const std::string& at);

// `USA: …(5 reports, 1 cluster)`
[[nodiscard]] std::string weighs_most(const workbench::OpenCase& open, const assessment::FactorResult& factor);

// `weakened trade; strengthened institutions; contested solidarity`: what makes a verdict mixed
[[nodiscard]] std::string sides_of(const std::vector<assessment::FactorResult>& factors);

// `.78`: the share that belongs to the verdict's direction.
[[nodiscard]] std::string verdict_probability(const assessment::Verdict& verdict);

// `slightly weakened (.78; without evidence .38; as extreme in 1% of random codings): credibility, trade values`
[[nodiscard]] std::string verdict_sentence(const workbench::AssessResult& result);

// Why there is no base rate; empty if there is one.
[[nodiscard]] std::string why_no_outlook(const workbench::AssessResult& result);
[[nodiscard]] std::string outlook_sentence(const workbench::AssessResult& result);
[[nodiscard]] std::string outlook_standing(const workbench::AssessResult& result);

// What the reruns say: source classes, multiverse, recodings, placebos.
[[nodiscard]] std::vector<std::string> sensitivity_sentences(const workbench::AssessResult& result);

[[nodiscard]] std::string agreement_in_words(const workbench::FieldAgreement& field);

}  // namespace entente::reports
