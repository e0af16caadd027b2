#include "casefile/theory_parts.hpp"

#include <cmath>
#include <variant>

#include "textfiles/bibtex.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

constexpr double kMostSteps = 100;           // of a weight from 0 to 1
constexpr double kMostWeightings = 200'000;  // each ranks all states of a year

// C(steps + parts − 1, parts − 1): the ways to give out the steps.
double count_of_weightings(double steps, std::size_t parts) {
    double count = 1;
    for (std::size_t given = 1; given < parts; ++given) {
        count *= (steps + static_cast<double>(given)) / static_cast<double>(given);
    }
    return count;
}

}  // namespace

std::vector<const Table*> some_tables(EntryReader& reader, std::string_view key) {
    if (!reader.require_key(key, "name at least one")) return {};
    const auto* array = std::get_if<textfiles::Array>(&reader.value(key)->data);
    if (array != nullptr && array->empty()) {
        reader.error_at(key, "'" + std::string(key) + "' is an empty list", "name at least one");
    }
    return reader.tables(key);
}

const Table* section(EntryReader& reader, std::string_view name) {
    const std::string header = "[" + std::string(name) + "]";
    if (!reader.require_key(name, "add " + header + "; docs/case-format.md shows it")) return nullptr;
    return reader.table_if(name);
}

std::string read_references(EntryReader& reader) {
    if (!reader.has("references")) return {};
    auto references = reader.filled_text("references");
    Problems found;
    const auto entries = textfiles::read_bibtex(references, {}, found);
    for (const auto& problem : found.sorted()) {
        reader.error_at("references",
                        "in line " + std::to_string(problem.where.line) + " of 'references': " + problem.what,
                        problem.advice);
    }
    if (entries.empty() && found.empty() && !references.empty()) {
        reader.error_at("references", "'references' is no BibTeX", "write @article{key, author = {…}, …}");
    }
    std::set<std::string> keys;
    for (const auto& entry : entries) {
        if (keys.insert(entry.key).second) continue;
        reader.error_at("references", "'references' has the key '" + entry.key + "' twice", "keep one of the two");
    }
    return references;
}

double read_step(NumberReader& reader, std::size_t parts, const std::string& parts_are) {
    const double step = reader.positive("step");
    if (!(step > 0)) return step;  // reported
    const double steps = 1 / step;
    if (!(steps < kMostSteps + 0.5) || std::abs(steps - std::round(steps)) > 1e-6 || std::round(steps) < 1) {
        reader.error_at("step", "'step' does not divide 1 into 1 … 100 steps", "write 0.05, 0.1, 0.2, 0.25 or 0.5");
    } else if (count_of_weightings(std::round(steps), parts) > kMostWeightings) {
        reader.error_at("step", "'step' makes more than 200,000 weightings of so many " + parts_are,
                        "write a larger step");
    }
    return step;
}

}  // namespace entente::casefile
