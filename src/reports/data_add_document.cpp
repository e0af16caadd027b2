#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/data_documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kMostNames = 15;    // of a data set, that are not known; JSON has all
constexpr std::size_t kMostExamples = 5;  // of a data set, of names that were no states then

// Files that say the same, as the parts of one data set: one line for all of them.
struct FileGroup {
    const workbench::AddedFile* first = nullptr;
    std::vector<const workbench::AddedFile*> files;
    std::int64_t rows = 0;
};

std::string what_happened(const datasets::ImportOutcome& outcome) {
    if (outcome.already_there) return "there already";
    return outcome.replaced ? "replaced" : "added";
}

bool belong_together(const workbench::AddedFile& one, const workbench::AddedFile& other) {
    const auto& left = one.outcome;
    const auto& right = other.outcome;
    return left && right && !left->file.part.empty() && left->file.dataset == right->file.dataset &&
           left->file.version == right->file.version && what_happened(*left) == what_happened(*right);
}

std::vector<FileGroup> groups(const std::vector<workbench::AddedFile>& files) {
    std::vector<FileGroup> all;
    for (const auto& file : files) {
        if (!file.outcome) continue;
        const auto known = std::find_if(all.begin(), all.end(),
                                        [&](const FileGroup& group) { return belong_together(*group.first, file); });
        auto& group = known == all.end() ? all.emplace_back(FileGroup{&file, {}, 0}) : *known;
        group.files.push_back(&file);
        group.rows += file.outcome->file.rows;
    }
    return all;
}

std::string file_words(const FileGroup& group) {
    const auto name = group.first->path.filename().string();
    if (group.files.size() == 1) return name;
    return fmt::format("{} and {} more", name, group.files.size() - 1);
}

// What was mended or noticed; of several files, what the first ones that say anything say.
std::string remarks(const FileGroup& group) {
    std::map<std::string, std::size_t> counts;
    std::vector<std::string> order;
    for (const auto* file : group.files) {
        for (const auto& remark : file->outcome->remarks) {
            if (counts[remark]++ == 0) order.push_back(remark);
        }
    }
    std::vector<std::string> lines;
    for (const auto& remark : order) {
        if (lines.size() == 4) break;
        const bool everywhere = counts[remark] == group.files.size();
        lines.push_back(everywhere
                            ? remark
                            : fmt::format("{} (in {})", remark, counted(static_cast<long>(counts[remark]), "file")));
    }
    if (order.size() > lines.size()) lines.push_back(fmt::format("and {} more remarks", order.size() - lines.size()));
    return joined(lines, " · ");
}

Table file_table(const std::vector<FileGroup>& all) {
    Table table;
    table.columns = {{"file", Align::Left, true}, {"data set"}, {"version"},
                     {"rows", Align::Right},      {""},         {"remarks", Align::Left, false, true, false, true}};
    for (const auto& group : all) {
        const auto& outcome = *group.first->outcome;
        table.rows.push_back({Text{file_words(group)}, Text{outcome.file.dataset, Tone::Bold},
                              Text{outcome.file.version}, Text{std::to_string(group.rows)},
                              Text{what_happened(outcome), outcome.already_there ? Tone::Faint : Tone::Plain},
                              Text{remarks(group)}});
    }
    return table;
}

struct NamedReason {
    std::string dataset;
    datasets::UnresolvedName name;
};

// The names of all files of a data set together, by data set, then the number of rows.
std::vector<NamedReason> unresolved(const std::vector<workbench::AddedFile>& files) {
    std::vector<NamedReason> all;
    for (const auto& file : files) {
        if (!file.outcome) continue;
        for (const auto& name : file.outcome->unresolved) {
            const auto known = std::find_if(all.begin(), all.end(), [&](const NamedReason& one) {
                return one.dataset == file.outcome->file.dataset && one.name.written == name.written &&
                       one.name.why_not == name.why_not;
            });
            if (known == all.end()) {
                all.push_back({file.outcome->file.dataset, name});
                continue;
            }
            known->name.rows += name.rows;
            known->name.first_year = std::min(known->name.first_year, name.first_year);
            known->name.last_year = std::max(known->name.last_year, name.last_year);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const NamedReason& left, const NamedReason& right) {
        return left.dataset != right.dataset ? left.dataset < right.dataset : left.name.rows > right.name.rows;
    });
    return all;
}

// A colony before its independence is a fact; a name that nobody knows, or that means two states, needs somebody to
// look.
bool was_no_state_then(const NamedReason& one) {
    return one.name.why_not.starts_with("did not exist");
}

std::string years(const datasets::UnresolvedName& name) {
    if (name.first_year == 0) return "—";
    if (name.first_year == name.last_year) return std::to_string(name.first_year);
    return fmt::format("{}–{}", name.first_year, name.last_year);
}

void add_unknown_names(Document& document, const std::vector<NamedReason>& all) {
    Table table;
    table.columns = {{"data set"},
                     {"written", Align::Left, true},
                     {"years", Align::Right},
                     {"rows", Align::Right},
                     {"why", Align::Left, true}};
    std::map<std::string, std::size_t> shown;
    std::size_t hidden = 0;
    for (const auto& one : all) {
        if (was_no_state_then(one)) continue;
        if (++shown[one.dataset] > kMostNames) {
            ++hidden;
            continue;
        }
        table.rows.push_back({Text{one.dataset}, Text{one.name.written}, Text{years(one.name)},
                              Text{std::to_string(one.name.rows)}, Text{one.name.why_not}});
    }
    if (table.rows.empty()) return;
    document.heading("Names that mean no state, or several: stored without a state's number");
    document.table(std::move(table));
    if (hidden > 0) {
        document.paragraph(Text{fmt::format("and {} more; --format json has all", hidden), Tone::Faint}, 1);
    }
}

void add_later_states(Document& document, const std::vector<NamedReason>& all) {
    std::vector<std::string> order;
    std::map<std::string, std::vector<std::string>> names;
    std::map<std::string, std::int64_t> rows;
    for (const auto& one : all) {
        if (!was_no_state_then(one)) continue;
        if (!names.contains(one.dataset)) order.push_back(one.dataset);
        names[one.dataset].push_back(one.name.written + ' ' + years(one.name));
        rows[one.dataset] += one.name.rows;
    }
    if (order.empty()) return;
    document.heading("Not states in those years: stored without a state's number");
    for (const auto& dataset : order) {
        auto& list = names[dataset];
        const auto count = list.size();
        if (count > kMostExamples) list.resize(kMostExamples);
        document.labelled(dataset, {Text{fmt::format("{}, {}: {}{}", counted(static_cast<long>(count), "name"),
                                                     counted(rows[dataset], "row"), joined(list, ", "),
                                                     count > kMostExamples ? " …" : "")}});
    }
}

void add_unresolved(Document& document, const std::vector<workbench::AddedFile>& files) {
    const auto all = unresolved(files);
    add_unknown_names(document, all);
    add_later_states(document, all);
}

void add_left_out(Document& document, const std::vector<workbench::AddedFile>& files) {
    Table table;
    table.columns = {{"file", Align::Left, true},
                     {"why", Align::Left, true, true},
                     {"advice", Align::Left, false, true, false, true}};
    for (const auto& file : files) {
        if (!file.outcome)
            table.rows.push_back({Text{file.path.filename().string()}, Text{file.why_not}, Text{file.advice}});
    }
    if (table.rows.empty()) return;
    document.heading("Left out");
    document.table(std::move(table));
}

}  // namespace

Document data_add_document(const workbench::DataAddResult& result) {
    Document document;
    const auto all = groups(result.files);
    if (!all.empty()) document.table(file_table(all));
    add_unresolved(document, result.files);
    add_left_out(document, result.files);
    const auto is_new = [](const workbench::AddedFile& file) { return file.outcome && !file.outcome->already_there; };
    const auto added = std::count_if(result.files.begin(), result.files.end(), is_new);
    document.paragraph(Text{result.changed ? fmt::format("{} into {}", counted(added, "file"), result.store.string())
                                           : std::string("Nothing was changed."),
                            Tone::Faint});
    return document;
}

}  // namespace entente::reports
