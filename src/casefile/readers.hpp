// One reader for each kind of file of a case; each adds what it read to the case. For use inside the module.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/problem.hpp"
#include "evidence/case.hpp"
#include "evidence/protocol.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {

// Finds the bytes of another file of the case by its path relative to the folder; null if there is none.
using FindFile = std::function<const std::string*(std::string_view path)>;

void read_case_toml(const textfiles::Table& whole, Problems& problems, evidence::Case& which);
void read_sources(std::string_view bytes, const std::string& file, Problems& problems, evidence::Case& which);
void read_items(const textfiles::Table& whole, Problems& problems, evidence::Case& which);
// `file_stem` is `first` for codings/first.toml: the file is named for its coder.
void read_codings(const textfiles::Table& whole, const std::string& file_stem, Problems& problems,
                  evidence::Case& which);
void read_claims(const textfiles::Table& whole, Problems& problems, evidence::Case& which);
void read_meetings(const textfiles::Table& whole, Problems& problems, evidence::Case& which);
// `shown_folder` stands before the paths of figures/*.csv in messages.
void read_figures(const textfiles::Table& whole, const FindFile& find_file, const std::string& shown_folder,
                  Problems& problems, evidence::Case& which);
void read_corrections(const textfiles::Table& whole, Problems& problems, evidence::Case& which);
void read_scenario(const textfiles::Table& whole, Problems& problems, evidence::Case& which);

// burden.toml and the table that it names.
void read_burden(const textfiles::Table& whole, const FindFile& find_file, const std::string& shown_folder,
                 Problems& problems, evidence::Case& which);

// Its parts about money: [[support]], [[conversion]], [[same-quantity]]; and [burden_figures].
[[nodiscard]] evidence::HostSupport read_support(const textfiles::Table& table, Problems& problems);
[[nodiscard]] evidence::Conversion read_conversion(const textfiles::Table& table, Problems& problems);
[[nodiscard]] evidence::SameQuantity read_same_quantity(const textfiles::Table& table, Problems& problems);
void read_burden_figures(const textfiles::Table& table, const FindFile& find_file, const std::string& shown_folder,
                         Problems& problems, evidence::BurdenRecord& record);

// `figures/name.csv`: no other folder can be named, so no series leads out of the case.
[[nodiscard]] bool is_figures_path(std::string_view path);

// [threat_figures] and the table that it names.
[[nodiscard]] evidence::ThreatFigures read_threat_figures(const textfiles::Table& table, const FindFile& find_file,
                                                          const std::string& shown_folder, Problems& problems);

[[nodiscard]] evidence::ClaimTest read_claim_test(const textfiles::Table& table, Problems& problems);

[[nodiscard]] evidence::Reading read_reading(const textfiles::Table& table, Problems& problems);

// One [[item]] and one [[coding]], also from a row of a spreadsheet.
[[nodiscard]] evidence::Item read_item(const textfiles::Table& table, Problems& problems);
[[nodiscard]] evidence::Coding read_coding(const textfiles::Table& table, const std::string& coder, Problems& problems);

// One [[intention]] of a coder's file.
[[nodiscard]] evidence::Intention read_intention(const textfiles::Table& table, const std::string& coder,
                                                 Problems& problems);

}  // namespace entente::casefile
