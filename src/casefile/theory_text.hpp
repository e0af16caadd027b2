// A theory's file as parsed, before its kind is known. For use inside the module.
#pragma once

#include <string>

#include "core/problem.hpp"
#include "evidence/theory.hpp"
#include "evidence/theory_kind.hpp"
#include "evidence/threat_theory.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {

struct TheoryText {
    textfiles::Table whole;
    std::string sha256;  // of the bytes
    Problems syntax;
    Problems content;
};

[[nodiscard]] TheoryText parsed_theory(std::string bytes, const std::string& file);

// Only a file that says so is a theory of threat: a misspelt kind is for the ledger's reader to report.
[[nodiscard]] evidence::TheoryKind kind_of(const TheoryText& text);

// Each takes its own kind; of the other it says only that it is the other. What is wrong goes to `problems`.
[[nodiscard]] evidence::Theory ledger_theory_of(TheoryText text, Problems& problems);
[[nodiscard]] evidence::ThreatTheory threat_theory_of(TheoryText text, Problems& problems);

// The problems of syntax and content, without what syntax errors may have hidden.
void report(const TheoryText& text, Problems& problems);

}  // namespace entente::casefile
