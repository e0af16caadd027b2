#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/coverage_picture.hpp"
#include "reports/data_documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kMostVariables = 60;  // beyond: only those that the descriptor declares
constexpr std::size_t kMostNames = 20;      // of columns without a description

std::string years(const std::optional<datasets::YearSpan>& span) {
    if (!span) return "—";
    if (span->first == span->last) return std::to_string(span->first);
    return fmt::format("{}–{}", span->first, span->last);
}

std::string files(const std::vector<datasets::ImportedFile>& parts) {
    if (parts.size() == 1) return parts.front().file_name;
    return fmt::format("{}: {} …", counted(static_cast<long>(parts.size()), "file"), parts.front().file_name);
}

std::string day(const std::vector<datasets::ImportedFile>& parts) {
    std::string last;
    for (const auto& part : parts) last = std::max(last, part.imported_at.substr(0, 10));
    return last;
}

std::string unit_words(const workbench::StoredDataset& one) {
    return one.name.empty() ? "—" : std::string(name_of(one.unit));
}

void add_empty(Document& document, const workbench::DataListResult& result) {
    document.paragraph(Text{fmt::format("The data store is empty ({}).", result.store.string())});
    document.list({"`entente data list --known` names the data sets that can be read, and where to download them",
                   "`entente data add FILE…` puts the files as downloaded into the store; a folder will do"});
}

Table stored_table(const std::vector<workbench::StoredDataset>& stored) {
    Table table;
    table.columns = {{"data set"},
                     {"version"},
                     {"unit"},
                     {"years", Align::Right},
                     {"rows", Align::Right},
                     {"file", Align::Left, true},
                     {"added"}};
    for (const auto& one : stored) {
        table.rows.push_back({Text{one.dataset, Tone::Bold}, Text{one.version}, Text{unit_words(one)},
                              Text{years(one.covers ? one.covers : one.years)}, Text{std::to_string(one.rows)},
                              Text{files(one.files)}, Text{day(one.files), Tone::Faint}});
    }
    return table;
}

std::string megabytes(std::uintmax_t bytes) {
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string versions_of(const datasets::Descriptor& descriptor) {
    std::vector<std::string> ids;
    for (const auto& version : descriptor.versions) ids.push_back(version.id);
    return joined(ids, ", ");
}

bool is_stored(const workbench::DataListResult& result, const std::string& id) {
    return std::any_of(result.stored.begin(), result.stored.end(), [&](const auto& one) { return one.dataset == id; });
}

Table known_table(const workbench::DataListResult& result) {
    Table table;
    table.columns = {{"data set"}, {"versions", Align::Left, true},
                     {"unit"},     {"name", Align::Left, true},
                     {"stored"},   {"home", Align::Left, false, true, false, true}};
    for (const auto& one : result.known) {
        table.rows.push_back({Text{one.id, Tone::Bold}, Text{versions_of(one)}, Text{std::string(name_of(one.unit))},
                              Text{one.name}, Text{is_stored(result, one.id) ? "yes" : "—"}, Text{one.home}});
    }
    return table;
}

// `ccode, year`
std::string key_words(const datasets::Descriptor& descriptor) {
    std::vector<std::string> columns;
    for (const auto& part : datasets::parts_of(descriptor.key)) {
        if (part.name == "unique" || part.name == "year_from") continue;
        columns.insert(columns.end(), part.columns.begin(), part.columns.end());
    }
    const auto& key = descriptor.key;
    const bool has_states = !key.state.empty() || !key.state_1.empty();
    return joined(columns, ", ") + (has_states ? fmt::format("; states by {}", name_of(key.numbering)) : std::string());
}

// A war that began in 1816 and has not ended says nothing of when a data set ends: its descriptor does.
std::string years_in_words(const workbench::DataInfoResult& result) {
    const auto& stored = result.stored;
    if (!stored.covers) return years(stored.years);
    if (!stored.years || *stored.covers == *stored.years) return years(stored.covers);
    const bool spells = result.descriptor && !result.descriptor->key.begin.empty();
    return fmt::format("{} covered; its {} {}", years(stored.covers), spells ? "rows begin or end" : "rows are of",
                       years(stored.years));
}

void add_head(Document& document, const workbench::DataInfoResult& result) {
    const auto& stored = result.stored;
    document.paragraph(
        Text{fmt::format("{} {}{}", stored.dataset, stored.version, stored.name.empty() ? "" : " · " + stored.name),
             Tone::Bold});
    if (result.descriptor) document.paragraph(result.descriptor->about, 1);
    document.labelled("rows", {Text{fmt::format("{}, {}", stored.rows, unit_words(stored))}});
    if (stored.covers || stored.years) document.labelled("years", {Text{years_in_words(result)}});
    std::vector<Text> from;
    for (const auto& file : stored.files) {
        if (from.size() == 3) break;
        from.emplace_back(fmt::format("{} ({}, {}), added {}", file.file_name, file.format, file.encoding,
                                      file.imported_at.substr(0, 10)));
    }
    if (stored.files.size() > from.size()) {
        from.emplace_back(fmt::format("and {} more", stored.files.size() - from.size()), Tone::Faint);
    }
    document.labelled(stored.files.size() == 1 ? "file" : "files", std::move(from));
    if (result.descriptor) {
        document.labelled("key", {Text{key_words(*result.descriptor)}});
        document.labelled("home", {Text{result.descriptor->home}});
        if (!result.descriptor->terms.empty()) document.labelled("terms", {Text{result.descriptor->terms}});
    }
    if (!result.other_versions.empty()) {
        document.labelled("also stored", {Text{joined(result.other_versions, ", ")}});
    }
}

std::string picture_title(const workbench::CoverageBuckets& buckets, const datasets::YearSpan& span) {
    const auto first = std::to_string(span.first);
    const auto end = std::to_string(span.last);
    const auto width = buckets.rows.size();
    if (width < first.size() + end.size() + 1) return first + "…";
    return first + std::string(width - first.size() - end.size(), ' ') + end;
}

Table variable_table(const std::vector<const workbench::VariableInfo*>& variables,
                     const workbench::DataInfoResult& result) {
    Table table;
    const bool any_not_applicable = std::any_of(variables.begin(), variables.end(),
                                                [](const auto* one) { return one->variable.not_applicable > 0; });
    const bool any_unit =
        std::any_of(variables.begin(), variables.end(), [](const auto* one) { return !one->variable.unit.empty(); });
    const auto& buckets = result.buckets;
    const bool drawn = buckets.years_each > 0 && result.stored.years.has_value();
    table.columns = {{"variable", Align::Left, true}, {"label", Align::Left, true}};
    if (any_unit) table.columns.push_back({"unit", Align::Left, true});
    table.columns.push_back({"present", Align::Right});
    table.columns.push_back({"missing", Align::Right});
    if (any_not_applicable) table.columns.push_back({"n/a", Align::Right});
    if (drawn) table.columns.push_back({.title = picture_title(buckets, *result.stored.years), .drawn = true});
    for (const auto* one : variables) {
        const auto& variable = one->variable;
        const bool main = one->rule && one->rule->main;
        std::vector<Text> row{Text{variable.name, main ? Tone::Bold : Tone::Plain}, Text{variable.label}};
        if (any_unit) row.emplace_back(variable.unit, Tone::Faint);
        row.emplace_back(std::to_string(variable.present));
        row.emplace_back(std::to_string(variable.missing));
        if (any_not_applicable) row.emplace_back(std::to_string(variable.not_applicable));
        if (drawn) row.emplace_back(coverage_picture(buckets.rows, one->present), Tone::Strong);
        table.rows.push_back(std::move(row));
    }
    return table;
}

void add_breaks(Document& document, const workbench::DataInfoResult& result) {
    std::vector<Text> lines;
    for (const auto& one : result.variables) {
        if (!one.rule) continue;
        for (const auto& change : one.rule->breaks) {
            lines.emplace_back(fmt::format("{} {}{}: {}", one.variable.name, change.year,
                                           change.state.empty() ? "" : " (" + change.state + ')', change.what));
        }
    }
    if (lines.empty()) return;
    document.heading("Changes of definition: compare nothing across them");
    document.list(std::move(lines));
}

}  // namespace

Document data_list_document(const workbench::DataListResult& result) {
    Document document;
    if (result.stored.empty() && result.known.empty()) {
        add_empty(document, result);
        return document;
    }
    if (!result.known.empty()) {
        document.paragraph(
            Text{fmt::format("{} can be read", counted(static_cast<long>(result.known.size()), "data set"))});
        document.table(known_table(result));
        return document;
    }
    std::set<std::string> ids;
    for (const auto& one : result.stored) ids.insert(one.dataset);
    document.paragraph(Text{fmt::format("{} · {}, {}", result.store.string(),
                                        counted(static_cast<long>(ids.size()), "data set"), megabytes(result.bytes)),
                            Tone::Faint});
    document.table(stored_table(result.stored));
    return document;
}

Document data_info_document(const workbench::DataInfoResult& result) {
    Document document;
    add_head(document, result);
    std::vector<const workbench::VariableInfo*> shown;
    std::vector<std::string> others;
    for (const auto& one : result.variables) {
        if (result.variables.size() <= kMostVariables || one.rule || !one.variable.label.empty()) {
            shown.push_back(&one);
        } else {
            others.push_back(one.variable.name);
        }
    }
    const auto& buckets = result.buckets;
    if (buckets.years_each > 0) {
        document.heading(
            fmt::format("Coverage: one sign for {}; · no value, ▁…▇ some, █ all", counted(buckets.years_each, "year")));
    } else {
        document.heading("Variables");
    }
    document.table(variable_table(shown, result));
    if (!others.empty()) {
        const auto count = others.size();
        if (count > kMostNames) others.resize(kMostNames);
        document.paragraph(
            Text{fmt::format("and {} without a description: {}{}", counted(static_cast<long>(count), "column"),
                             joined(others, ", "), count > kMostNames ? " …" : ""),
                 Tone::Faint},
            1);
    }
    add_breaks(document, result);
    return document;
}

Document data_info_table_document(const workbench::DataInfoResult& result) {
    Table table;
    table.columns = {{"variable"},  {"label"},   {"unit"},    {"type"},          {"first_year"},
                     {"last_year"}, {"present"}, {"missing"}, {"not_applicable"}};
    const auto year = [](int value) { return value == 0 ? Text() : Text{std::to_string(value)}; };
    for (const auto& one : result.variables) {
        const auto& variable = one.variable;
        table.rows.push_back({Text{variable.name}, Text{variable.label}, Text{variable.unit},
                              Text{std::string(name_of(variable.type))}, year(variable.years.first),
                              year(variable.years.last), Text{std::to_string(variable.present)},
                              Text{std::to_string(variable.missing)}, Text{std::to_string(variable.not_applicable)}});
    }
    Document document;
    document.table(std::move(table));
    return document;
}

Document data_cite_document(const std::vector<workbench::CitedDataset>& cited) {
    Document document;
    Table table;
    table.columns = {{"data set"}, {"version"}, {"name"}, {"citation", Align::Left, true}};
    for (const auto& one : cited) {
        table.rows.push_back({Text{one.dataset}, Text{one.version}, Text{one.name}, Text{one.citation}});
    }
    document.table(std::move(table));
    return document;
}

std::string data_cite_bibtex(const std::vector<workbench::CitedDataset>& cited) {
    std::string bibtex;
    std::vector<std::string> seen;
    for (const auto& one : cited) {
        if (std::find(seen.begin(), seen.end(), one.citation) != seen.end()) continue;
        seen.push_back(one.citation);
        std::vector<std::string> users;
        for (const auto& other : cited) {
            if (other.citation == one.citation) {
                users.push_back(other.dataset + (other.version.empty() ? "" : ' ' + other.version));
            }
        }
        auto entry = one.citation;
        entry.erase(0, entry.find_first_not_of("\r\n"));
        entry.erase(entry.find_last_not_of(" \r\n") + 1);
        bibtex += (bibtex.empty() ? "% " : "\n% ") + joined(users, ", ") + '\n' + entry + '\n';
    }
    return bibtex;
}

}  // namespace entente::reports
