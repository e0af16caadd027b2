// What the readers of theories have in common beyond the fields of one table. For use inside the module.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/number_reader.hpp"
#include "evidence/covariate.hpp"

namespace entente::casefile {

// Reports whatever stands twice in one list: ids, formulas, signs.
class OnlyOnce {
public:
    explicit OnlyOnce(std::string what) : what_(std::move(what)) {}

    void see(EntryReader& reader, std::string_view key, const std::string& word) {
        if (word.empty() || seen_.insert(word).second) return;
        reader.error_at(key, "the " + what_ + " '" + word + "' stands here twice", "keep one of the two");
    }

private:
    std::string what_;
    std::set<std::string> seen_;
};

// The tables of a list that must not be empty.
[[nodiscard]] std::vector<const textfiles::Table*> some_tables(EntryReader& reader, std::string_view key);

// The table of a section, or null and a problem.
[[nodiscard]] const textfiles::Table* section(EntryReader& reader, std::string_view name);

// BibTeX, printed as it stands: so it must be whole, and no key may stand in it twice. Missing: empty.
[[nodiscard]] std::string read_references(EntryReader& reader);

// Whose covariates they are: a theory of alliances says of each to which of its factors it belongs.
enum class CovariatesOf { Factors, Models };

// All [[covariate]] of a theory. An id that stands twice is reported.
[[nodiscard]] std::vector<evidence::Covariate> read_covariates(EntryReader& reader, CovariatesOf whose);

// What stands at the head of every theory's file but a ledger's, after its id and kind.
template <typename Theory>
void read_introduction(EntryReader& reader, Theory& theory) {
    theory.name = reader.filled_text("name");
    theory.summary = reader.filled_text("summary");
    theory.citation = reader.filled_text("citation");
    theory.references = read_references(reader);
    theory.cautions = reader.texts("cautions");
}

// The step of a grid of weightings of so many parts: it divides 1, and makes no more of them than can be ranked.
[[nodiscard]] double read_step(NumberReader& reader, std::size_t parts, const std::string& parts_are);

}  // namespace entente::casefile
