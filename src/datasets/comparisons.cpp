#include "datasets/comparisons.hpp"

#include <set>
#include <utility>

#include "textfiles/toml.hpp"

namespace entente::datasets {
namespace {

constexpr std::string_view kReferenceAdvice = "write it as \"nmc@5.0.milex\", or \"nmc.milex\" for the newest version";

std::optional<ColumnReference> reference(textfiles::KeyReader& keys, std::string_view key, Problems& problems) {
    const std::string text = keys.text(key);
    auto parsed = parse_column_reference(text);
    if (!parsed && !text.empty()) {
        problems.error(keys.where_is(key), "'" + text + "' names no column of a data set",
                       std::string(kReferenceAdvice));
    }
    return parsed;
}

std::optional<YearSpan> years_of(textfiles::KeyReader& keys, Problems& problems) {
    const auto years = keys.numbers("years");
    if (years.empty()) return std::nullopt;
    if (years.size() != 2 || years[0] > years[1]) {
        problems.error(keys.where_is("years"), "'years' has to be a first and a last year", "write [1949, 2012]");
        return std::nullopt;
    }
    return YearSpan{static_cast<int>(years[0]), static_cast<int>(years[1])};
}

std::optional<Comparison> read_comparison(const textfiles::Block& block, Problems& problems) {
    textfiles::KeyReader keys(block.table, problems);
    Comparison comparison;
    comparison.where = block.where;
    comparison.id = keys.text("id");
    comparison.about = keys.text_or("about", "");
    const auto left = reference(keys, "left", problems);
    const auto right = reference(keys, "right", problems);
    comparison.scale = keys.number_if("scale").value_or(1);
    comparison.tolerance = keys.number("tolerance");
    comparison.minimum = keys.number_if("minimum").value_or(0);
    comparison.years = years_of(keys, problems);
    comparison.zero_with = keys.text_or("zero_with", "");
    comparison.by = keys.text_or("by", "");
    comparison.note = keys.text_or("note", "");
    keys.finish();
    if (comparison.tolerance < 0 || comparison.tolerance >= 1 || comparison.scale <= 0 || comparison.minimum < 0) {
        problems.error(block.where, "a comparison needs a tolerance from 0 to 1, a scale above 0, a minimum from 0",
                       "a tolerance of 0.05 is 5% of the larger value");
        return std::nullopt;
    }
    if (!left || !right || comparison.id.empty()) return std::nullopt;
    comparison.left = *left;
    comparison.right = *right;
    return comparison;
}

std::optional<DeclaredBreak> read_break(const textfiles::Block& block, Problems& problems) {
    textfiles::KeyReader keys(block.table, problems);
    DeclaredBreak declared;
    declared.where = block.where;
    const auto column = reference(keys, "variable", problems);
    declared.change.year = static_cast<int>(keys.integer("year"));
    declared.change.what = keys.text("what");
    declared.change.state = keys.text_or("state", "");
    declared.source = keys.text_or("source", "");
    keys.finish();
    if (!column || declared.change.what.empty() || declared.change.year == 0) return std::nullopt;
    declared.column = *column;
    return declared;
}

template <typename Entry, typename Read>
std::vector<Entry> read_entries(std::string bytes, const std::string& file, std::string_view name, Problems& problems,
                                const Read& read) {
    const auto document = textfiles::read_toml(std::move(bytes), file, problems);
    std::vector<Entry> entries;
    for (const auto& block : document.blocks) {
        if (block.name.empty() && block.table.entries.empty()) continue;
        if (block.name != name || !block.array_entry) {
            problems.error(block.where, "there is no place for this here",
                           "the file holds entries [[" + std::string(name) + "]] only");
            continue;
        }
        if (auto entry = read(block, problems)) entries.push_back(std::move(*entry));
    }
    return entries;
}

}  // namespace

std::optional<ColumnReference> parse_column_reference(std::string_view text) {
    ColumnReference parsed;
    const std::size_t at = text.find('@');
    // A version has dots of its own, so a column after it begins behind the last one.
    const std::size_t dot = at == std::string_view::npos ? text.find('.') : text.rfind('.');
    if (dot == std::string_view::npos || (at != std::string_view::npos && dot < at)) return std::nullopt;
    parsed.dataset = text.substr(0, std::min(at, dot));
    if (at != std::string_view::npos) parsed.version = text.substr(at + 1, dot - at - 1);
    parsed.column = text.substr(dot + 1);
    if (parsed.dataset.empty() || parsed.column.empty()) return std::nullopt;
    if (at != std::string_view::npos && parsed.version.empty()) return std::nullopt;
    return parsed;
}

std::string to_text(const ColumnReference& reference) {
    return reference.dataset + (reference.version.empty() ? "" : '@' + reference.version) + '.' + reference.column;
}

std::vector<Comparison> read_comparisons(std::string bytes, const std::string& file, Problems& problems) {
    auto all = read_entries<Comparison>(std::move(bytes), file, "comparison", problems, read_comparison);
    std::set<std::string> ids;
    std::vector<Comparison> unique;
    for (auto& comparison : all) {
        if (ids.insert(comparison.id).second) {
            unique.push_back(std::move(comparison));
        } else {
            problems.error(comparison.where, "there are two comparisons '" + comparison.id + "'", "rename one");
        }
    }
    return unique;
}

std::vector<DeclaredBreak> read_breaks(std::string bytes, const std::string& file, Problems& problems) {
    return read_entries<DeclaredBreak>(std::move(bytes), file, "break", problems, read_break);
}

}  // namespace entente::datasets
