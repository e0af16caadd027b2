// A case folder ↔ evidence::Case. Reading collects every problem of every file; nothing is half-loaded.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "core/problem.hpp"
#include "core/states.hpp"
#include "evidence/burden_theory.hpp"
#include "evidence/case.hpp"
#include "evidence/outlook_theory.hpp"
#include "evidence/protocol.hpp"
#include "evidence/theory.hpp"
#include "evidence/threat_theory.hpp"

namespace entente::casefile {

// Reads all files of the folder (docs/case-format.md). Coders stand in the order of their files, blind ones last. What
// could not be read is left out of the result and stands in `problems`; a result with errors must not be assessed.
// `sha256` is the hash of one line per file that was read, sorted by path: the path relative to the folder, a zero
// byte, the SHA-256 of the file's bytes in hexadecimal, a line feed.
[[nodiscard]] evidence::Case read_case(const std::filesystem::path& folder, Problems& problems);

// A theory of any kind, as its file says.
using AnyTheory =
    std::variant<evidence::Theory, evidence::ThreatTheory, evidence::BurdenTheory, evidence::OutlookTheory>;

[[nodiscard]] AnyTheory read_any_theory(const std::filesystem::path& file, Problems& problems);
// A file of another kind is an error that says so.
[[nodiscard]] evidence::Theory read_theory(const std::filesystem::path& file, Problems& problems);
[[nodiscard]] evidence::ThreatTheory read_threat_theory(const std::filesystem::path& file, Problems& problems);
[[nodiscard]] evidence::BurdenTheory read_burden_theory(const std::filesystem::path& file, Problems& problems);
[[nodiscard]] evidence::OutlookTheory read_outlook_theory(const std::filesystem::path& file, Problems& problems);
[[nodiscard]] evidence::Protocol read_protocol(const std::filesystem::path& file, Problems& problems);
[[nodiscard]] StateTable read_states(const std::filesystem::path& file, Problems& problems);

// From bytes already in memory; the files above go through these. Used by the fuzz targets too. (A case from bytes in
// memory: case_files.hpp.)
[[nodiscard]] evidence::Theory theory_from(std::string bytes, const std::string& file, Problems& problems);
[[nodiscard]] evidence::ThreatTheory threat_theory_from(std::string bytes, const std::string& file, Problems& problems);
[[nodiscard]] evidence::BurdenTheory burden_theory_from(std::string bytes, const std::string& file, Problems& problems);
[[nodiscard]] evidence::OutlookTheory outlook_theory_from(std::string bytes, const std::string& file,
                                                          Problems& problems);
[[nodiscard]] evidence::Protocol protocol_from(std::string bytes, const std::string& file, Problems& problems);

}  // namespace entente::casefile
