// The kinds of theory, as a theory's file names them.
#pragma once

#include <array>
#include <string_view>

#include "core/named_enum.hpp"

namespace entente::evidence {

enum class TheoryKind {
    Ledger,   // factors to code evidence under (theory.hpp); a file that names no kind is of this one
    Threat,   // components of threat and rules of response (threat_theory.hpp)
    Burden,   // measures of who carries what (burden_theory.hpp)
    Outlook,  // covariates and models of how alliances end (outlook_theory.hpp)
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::TheoryKind> {
    static constexpr std::array<std::string_view, 4> names{"ledger", "threat", "burden", "outlook"};
};
