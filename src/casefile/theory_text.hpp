// A theory's file as parsed, before its kind is known. For use inside the module.
#pragma once

#include <string>

#include "casefile/read_parts.hpp"
#include "core/problem.hpp"
#include "evidence/burden_theory.hpp"
#include "evidence/outlook_theory.hpp"
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

// Only a file that says so is of another kind than the ledger's: a misspelt kind is for the ledger's reader to report.
[[nodiscard]] evidence::TheoryKind kind_of(const TheoryText& text);

// Reads the key `kind`. True, and a problem that names the command for it, if the file is of another kind than wanted.
[[nodiscard]] bool is_of_another_kind(const TheoryText& text, evidence::TheoryKind wanted, EntryReader& reader,
                                      Problems& problems);

// Each takes its own kind; of another it says only that it is another. What is wrong goes to `problems`.
[[nodiscard]] evidence::Theory ledger_theory_of(TheoryText text, Problems& problems);
[[nodiscard]] evidence::ThreatTheory threat_theory_of(TheoryText text, Problems& problems);
[[nodiscard]] evidence::BurdenTheory burden_theory_of(TheoryText text, Problems& problems);
[[nodiscard]] evidence::OutlookTheory outlook_theory_of(TheoryText text, Problems& problems);

// The problems of syntax and content, without what syntax errors may have hidden.
void report(const TheoryText& text, Problems& problems);

}  // namespace entente::casefile
