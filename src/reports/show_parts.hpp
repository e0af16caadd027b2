// Pieces of `show`: its tables, and the words that they share with the views of one thing and with `assess --explain`.
// For use inside the module.
#pragma once

#include <string>

#include "reports/document.hpp"
#include "workbench/show.hpp"

namespace entente::reports {

// The part that was asked for, one row for each thing.
[[nodiscard]] Table show_table(const workbench::ShowResult& result);

// `USA, JPN`
[[nodiscard]] std::string actors_in_words(const evidence::Item& item);
// `credibility/will`
[[nodiscard]] std::string factor_in_words(const evidence::Coding& coding);
// `new collapse`
[[nodiscard]] std::string reading_in_words(const evidence::Coding& coding);
// `compared with obama-call-2016`, or where one searched in vain; empty if neither is said
[[nodiscard]] std::string comparator_in_words(const evidence::Coding& coding);
// `47 billion USD`
[[nodiscard]] std::string figure_in_words(const evidence::Figure& figure);

}  // namespace entente::reports
