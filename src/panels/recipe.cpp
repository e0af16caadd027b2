#include "panels/recipe.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "textfiles/toml.hpp"

namespace entente::panels {
namespace {

std::string quoted_text(std::string_view text) {
    return textfiles::quoted(text);
}

std::string list_of(const std::vector<std::string>& words) {
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + quoted_text(word);
    return "[" + list + "]";
}

std::vector<PinnedFile> files_of(const datasets::ImportedFile* begin, const datasets::ImportedFile* end,
                                 const std::string& dataset, const std::string& version) {
    std::vector<PinnedFile> files;
    for (const auto* file = begin; file != end; ++file) {
        if (file->dataset != dataset || file->version != version) continue;
        files.push_back({file->dataset, file->version, file->file_name, file->sha256});
    }
    return files;
}

std::vector<PinnedFile> files_of(const DataAtHand& data, const std::string& dataset, const std::string& version) {
    const auto all = data.files();
    return files_of(all.data(), all.data() + all.size(), dataset, version);
}

void read_panel_block(const textfiles::Table& table, Recipe& recipe, Problems& problems) {
    textfiles::KeyReader reader(table, problems);
    recipe.request.unit = reader.choice<PanelUnit>("unit");
    recipe.request.system = reader.choice<datasets::Numbering>("system");
    recipe.request.from = static_cast<int>(std::clamp<std::int64_t>(reader.integer("from"), -1, 10'000));
    recipe.request.to = static_cast<int>(std::clamp<std::int64_t>(reader.integer("to"), -1, 10'000));
    recipe.request.states = reader.texts("states");
    recipe.request.rows = reader.text_or("rows", "");
    recipe.request.columns = reader.texts("with");
    recipe.states_sha256 = reader.text_or("table_of_states_sha256", "");
    recipe.program = reader.text_or("program", "");
    reader.finish();
}

void read_data_block(const textfiles::Table& table, Recipe& recipe, Problems& problems) {
    textfiles::KeyReader reader(table, problems);
    PinnedFile file;
    file.dataset = reader.text("dataset");
    file.version = reader.text("version");
    file.file = reader.text("file");
    file.sha256 = reader.text("sha256");
    if (reader.flag_or("for_measures", false)) recipe.request.versions.emplace(file.dataset, file.version);
    reader.finish();
    recipe.files.push_back(std::move(file));
}

}  // namespace

Recipe recipe_of(const Panel& panel, const DataAtHand& data, const std::string& states_sha256,
                 const std::string& program) {
    Recipe recipe;
    recipe.request = panel.request;
    recipe.request.columns.clear();
    std::set<std::string> seen;
    for (const auto& column : panel.columns) {
        if (seen.insert(column.asked_as).second) recipe.request.columns.push_back(column.asked_as);
    }
    if (const auto* rows = panel.frame.rows_from; rows != nullptr) {
        recipe.request.rows = rows->descriptor->id + "@" + rows->version_id;
    }
    for (const auto* dataset : panel.datasets) {
        for (auto& file : files_of(data, dataset->descriptor->id, dataset->version_id)) {
            recipe.files.push_back(std::move(file));
        }
    }
    recipe.states_sha256 = states_sha256;
    recipe.program = program;
    return recipe;
}

std::string recipe_text(const Recipe& recipe) {
    const auto& request = recipe.request;
    std::string text =
        "# A panel, and all that is needed to make it again: `entente panel --recipe FILE -o PANEL`.\n"
        "[panel]\n";
    text += fmt::format("unit = {}\n", quoted_text(name_of(request.unit)));
    text += fmt::format("system = {}\n", quoted_text(name_of(request.system.value_or(datasets::Numbering::Cow))));
    text += fmt::format("from = {}\nto = {}\n", request.from, request.to);
    if (!request.states.empty()) text += "states = " + list_of(request.states) + "\n";
    if (!request.rows.empty()) text += "rows = " + quoted_text(request.rows) + "\n";
    text += "with = [\n";
    for (const auto& column : request.columns) text += "  " + quoted_text(column) + ",\n";
    text += "]\n";
    text += fmt::format("program = {}\ntable_of_states_sha256 = {}\n", quoted_text(recipe.program),
                        quoted_text(recipe.states_sha256));
    for (const auto& file : recipe.files) {
        const auto chosen = request.versions.find(file.dataset);
        const bool for_measures = chosen != request.versions.end() && chosen->second == file.version;
        text +=
            fmt::format("\n[[data]]\ndataset = {}\nversion = {}\nfile = {}\nsha256 = {}\n", quoted_text(file.dataset),
                        quoted_text(file.version), quoted_text(file.file), quoted_text(file.sha256));
        if (for_measures) text += "for_measures = true\n";
    }
    return text;
}

std::optional<Recipe> read_recipe(std::string bytes, const std::string& file, Problems& problems) {
    Recipe recipe;
    Problems found;
    bool has_panel = false;
    const auto document = textfiles::read_toml(std::move(bytes), file, found);
    for (const auto& block : document.blocks) {
        if (block.name == "panel" && !block.array_entry) {
            has_panel = true;
            read_panel_block(block.table, recipe, found);
        } else if (block.name == "data" && block.array_entry) {
            read_data_block(block.table, recipe, found);
        } else if (!block.name.empty() || !block.table.entries.empty()) {
            found.error(block.where, "a recipe has no block '" + block.name + "'", "it has [panel] and [[data]]");
        }
    }
    if (!has_panel && !found.has_errors()) {
        found.error({file, 0, 0}, "this is no recipe of a panel: it has no [panel]",
                    "a recipe is written beside every panel, as panel.recipe.toml");
    }
    problems.add(found);
    if (found.has_errors()) return std::nullopt;
    return recipe;
}

std::vector<std::string> differences(const Recipe& recipe, const DataAtHand& data, const std::string& states_sha256) {
    std::vector<std::string> lines;
    std::set<std::pair<std::string, std::string>> versions;
    for (const auto& pinned : recipe.files) {
        versions.emplace(pinned.dataset, pinned.version);
        const auto stored = files_of(data, pinned.dataset, pinned.version);
        const bool same = std::any_of(stored.begin(), stored.end(),
                                      [&](const PinnedFile& one) { return one.sha256 == pinned.sha256; });
        if (same) continue;
        lines.push_back(fmt::format("{} {}: the recipe used {} (sha256 {}), which the store does not have{}",
                                    pinned.dataset, pinned.version, pinned.file, pinned.sha256.substr(0, 12),
                                    stored.empty() ? std::string{}
                                                   : fmt::format("; it has {} (sha256 {})", stored.front().file,
                                                                 stored.front().sha256.substr(0, 12))));
    }
    for (const auto& [dataset, version] : versions) {
        for (const auto& stored : files_of(data, dataset, version)) {
            const bool known = std::any_of(recipe.files.begin(), recipe.files.end(),
                                           [&](const PinnedFile& one) { return one.sha256 == stored.sha256; });
            const bool another = std::any_of(recipe.files.begin(), recipe.files.end(), [&](const PinnedFile& one) {
                return one.dataset == dataset && one.version == version && one.file == stored.file;
            });
            if (!known && !another) {
                lines.push_back(fmt::format("{} {}: the store also has {} (sha256 {}), which the recipe did not use",
                                            dataset, version, stored.file, stored.sha256.substr(0, 12)));
            }
        }
    }
    if (!recipe.states_sha256.empty() && recipe.states_sha256 != states_sha256) {
        lines.push_back("the table of states is another one than the recipe used");
    }
    return lines;
}

}  // namespace entente::panels
