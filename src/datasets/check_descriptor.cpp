// What a descriptor says of itself, of its key and of its layout: do the parts fit each other?
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "core/text.hpp"
#include "datasets/column_names.hpp"
#include "datasets/descriptor_draft.hpp"
#include "datasets/title_pattern.hpp"
#include "textfiles/bibtex.hpp"

namespace entente::datasets {

namespace {

// A letter first: ids begin the names of tables in the database.
bool is_id(std::string_view id) noexcept {
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    return !id.empty() && id.size() <= 60 && kLetters.find(id.front()) != std::string_view::npos &&
           id.find_first_not_of(kAllowed) == std::string_view::npos;
}

void check_bibtex(const std::string& citation, const Position& where, Problems& problems) {
    if (citation.empty()) return;  // that of a data set is reported as missing
    Problems found;
    const auto entries = textfiles::read_bibtex(citation, where.file, found);
    for (const auto& problem : found.sorted()) {
        problems.error(where, "in line " + std::to_string(problem.where.line) + " of the citation: " + problem.what,
                       problem.advice);
    }
    if (entries.empty() && found.empty()) {
        problems.error(where, "the citation is no BibTeX", "write @article{key, author = {…}, …}");
    }
}

void check_citations(const Draft& draft, Problems& problems) {
    check_bibtex(draft.descriptor.citation, draft.where("citation"), problems);
    for (const auto& version : draft.descriptor.versions) check_bibtex(version.citation, version.where, problems);
}

void check_names(const Draft& draft, Problems& problems) {
    const Descriptor& descriptor = draft.descriptor;
    if (descriptor.names.empty()) return;
    const Numbering numbering = descriptor.key.numbering;
    if (numbering == Numbering::Cow || numbering == Numbering::Gw) {
        problems.error(draft.where("names"), "[names] is for states that files name, and these have numbers",
                       "set numbering = \"name\", or remove the block");
    }
    std::set<std::string> seen;
    for (const auto& name : descriptor.names) {
        if (!seen.insert(plain_name(name.written)).second) {
            problems.error(draft.where("names"), "[names] has '" + name.written + "' twice", "remove one");
        }
    }
}

}  // namespace

void check_identity(const Draft& draft, Problems& problems) {
    const Descriptor& descriptor = draft.descriptor;
    const std::string stem = std::filesystem::path(descriptor.file).stem().string();
    if (!descriptor.id.empty() && !is_id(descriptor.id)) {
        problems.error(draft.where("id"), "'" + shortened(descriptor.id, 60) + "' is not an id",
                       "write lower-case words and numbers joined by hyphens, a letter first: nmc, atop-member");
    } else if (!descriptor.id.empty() && descriptor.id != stem) {
        problems.error(draft.where("id"), "the id is '" + descriptor.id + "' and the file's name '" + stem + "'",
                       "name the file " + descriptor.id + ".toml, or change the id");
    }
    if (descriptor.id.starts_with("entente")) {
        problems.error(draft.where("id"), "ids that begin with 'entente' are the program's own", "choose another");
    }
    const std::string& home = descriptor.home;
    if (!home.empty() && !home.starts_with("https://") && !home.starts_with("http://")) {
        problems.error(draft.where("home"), "'home' is not the address of a page", "write https://…");
    }
    check_citations(draft, problems);
    check_names(draft, problems);
}

namespace {

// What the key of each unit names, in the order of Unit.
const std::vector<std::string_view>& needs_of(Unit unit) {
    static const std::map<Unit, std::vector<std::string_view>> needs{
        {Unit::StateYear, {"state", "year"}},
        {Unit::StateSpell, {"state", "begin", "end"}},
        {Unit::DyadYear, {"state_1", "state_2", "year"}},
        {Unit::DirectedDyadYear, {"state_1", "state_2", "year"}},
        {Unit::DyadSpell, {"state_1", "state_2", "begin", "end"}},
        {Unit::Alliance, {"alliance"}},
        {Unit::AlliancePhase, {"alliance", "phase"}},
        {Unit::MemberSpell, {"alliance", "state", "begin", "end"}},
        {Unit::LeaderSpell, {"leader", "state", "begin", "end"}},
        {Unit::Leader, {"leader"}},
        {Unit::Event, {}},
        {Unit::Other, {}}};
    return needs.at(unit);
}

bool names_part(const Key& key, std::string_view name) {
    const auto parts = parts_of(key);
    return std::any_of(parts.begin(), parts.end(), [&](const KeyPart& part) { return part.name == name; });
}

// The column whose file headers have the name, if it is stored under another one.
const ColumnRule* stored_otherwise(const Descriptor& descriptor, std::string_view name) {
    if (descriptor.find_column(name) != nullptr) return nullptr;
    for (const ColumnRule& rule : descriptor.columns) {
        for (const auto& header : rule.from) {
            if (same_name(header, name)) return &rule;
        }
    }
    return nullptr;
}

class KeyCheck {
public:
    KeyCheck(const Draft& draft, Problems& problems)
        : draft_(draft), descriptor_(draft.descriptor), key_(draft.descriptor.key), problems_(problems) {}

    void check() {
        if (draft_.says("unit")) check_needs();
        check_year();
        check_states();
        check_spell();
        for (const KeyPart& part : parts_of(key_)) {
            for (const auto& column : part.columns) check_column(part.name, column);
        }
    }

private:
    [[nodiscard]] Position at(std::string_view part) const {
        const std::string place = "key." + std::string(part);
        return draft_.where(draft_.says(place) ? std::string_view(place) : "key");
    }

    void check_needs() {
        for (const std::string_view need : needs_of(descriptor_.unit)) {
            if (names_part(key_, need)) continue;
            problems_.error(
                draft_.where("key"),
                "the key of a " + std::string(name_of(descriptor_.unit)) + " needs '" + std::string(need) + "'",
                "name the column: [key] " + std::string(need) + " = \"…\"");
        }
    }

    void check_year() {
        if (key_.year_from.empty()) {
            if (draft_.says("key.year_offset")) {
                problems_.error(at("year_offset"), "nothing says what 'year_offset' is added to",
                                "name the column of numbers: year_from = \"session\"");
            }
            return;
        }
        if (key_.year.empty()) {
            problems_.error(at("year_from"), "nothing says which column the years go into", "add year = \"year\"");
        } else if (same_name(key_.year, key_.year_from)) {
            problems_.error(at("year_from"), "the year is made from itself",
                            "give the made column a name of its own: year = \"year\"");
        }
        if (descriptor_.layout != Layout::Rows) {
            problems_.error(at("year_from"), "'year_from' is for layout rows", "remove it, or set the layout");
        }
    }

    void check_states() {
        const bool first = !key_.state_1.empty();
        const bool second = !key_.state_2.empty();
        if (!key_.state.empty() && (first || second)) {
            problems_.error(at("state"), "the key names one state and a pair of states", "keep what fits the unit");
        } else if (first != second && !needs_pair()) {
            problems_.error(at(first ? "state_1" : "state_2"), "the key names half a pair of states",
                            "name state_1 and state_2");
        } else if (first && same_name(key_.state_1, key_.state_2)) {
            problems_.error(at("state_2"), "both states of the pair are in '" + key_.state_1 + "'", "name two columns");
        }
    }

    // Then the missing half is reported as what the unit needs.
    [[nodiscard]] bool needs_pair() const {
        const auto& needs = needs_of(descriptor_.unit);
        return draft_.says("unit") && std::find(needs.begin(), needs.end(), "state_2") != needs.end();
    }

    void check_spell() {
        for (const auto& [name, columns] : {std::pair{"begin", &key_.begin}, std::pair{"end", &key_.end}}) {
            if (columns->empty() || columns->size() == 1 || columns->size() == 3) continue;
            problems_.error(at(name), std::string("'") + name + "' is " + std::to_string(columns->size()) + " columns",
                            "name one, or three: year, month, day");
        }
        if (key_.begin.empty() && !key_.end.empty()) {
            problems_.error(at("end"), "the key has an end and no beginning", "name begin");
        }
        if (key_.end.empty() && !key_.ongoing.empty()) {
            problems_.error(at("ongoing"), "'ongoing' says how an end is written, and the key has none", "name end");
        }
    }

    void check_column(std::string_view part, const std::string& column) {
        if (const ColumnRule* rule = stored_otherwise(descriptor_, column)) {
            problems_.error(at(part), "the column '" + column + "' is stored as '" + rule->name + "'",
                            "keys name columns as stored: \"" + rule->name + "\"");
        } else if (!descriptor_.keeps_others && descriptor_.find_column(column) == nullptr && !is_made(column)) {
            problems_.error(at(part), "the key's column '" + column + "' is not declared, and keep_others is false",
                            "add a [[column]] for it");
        }
        for (const auto& dropped : descriptor_.drop_columns) {
            if (same_name(dropped, column)) {
                problems_.error(at(part), "the key's column '" + column + "' is in drop_columns", "keep it");
            }
        }
    }

    // Columns that no header of the file gives.
    [[nodiscard]] bool is_made(const std::string& column) const {
        const auto& titles = descriptor_.title_columns;
        const bool in_title = std::any_of(titles.begin(), titles.end(),
                                          [&](const TitleColumn& title) { return same_name(title.column, column); });
        if (!key_.year_from.empty() && same_name(key_.year, column)) return true;
        const bool in_header = descriptor_.layout == Layout::Years    ? same_name(key_.year, column)
                               : descriptor_.layout == Layout::Others ? same_name(descriptor_.unpivot_name, column)
                                                                      : false;
        return in_title || in_header || (descriptor_.several_files && same_name(column, "part"));
    }

    const Draft& draft_;
    const Descriptor& descriptor_;
    const Key& key_;
    Problems& problems_;
};

}  // namespace

void check_key(const Draft& draft, Problems& problems) {
    if (!draft.says("key")) {
        const bool needed = !draft.says("unit") || !needs_of(draft.descriptor.unit).empty();
        if (needed) {
            problems.error(Position{draft.descriptor.file, 0, 0}, "there is no [key]",
                           "say which columns name a row: state and year, begin and end …");
        }
        return;
    }
    KeyCheck(draft, problems).check();
}

}  // namespace entente::datasets
