#include "datasets/import_file.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "datasets/alarms.hpp"
#include "datasets/cell_problems.hpp"
#include "datasets/column_names.hpp"
#include "datasets/import_plan.hpp"
#include "datasets/merge_part.hpp"
#include "datasets/spell_years.hpp"
#include "datasets/state_numbers.hpp"
#include "datasets/store_tables.hpp"
#include "datasets/stored_table.hpp"
#include "datasets/text_relation.hpp"
#include "datasets/typed_columns.hpp"
#include "textfiles/files.hpp"

namespace entente::datasets {

namespace {

constexpr const char* kArriving = "entente_arriving";

std::string now() {
    const auto seconds = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)));
}

// A descriptor that has changed may read the same file otherwise. One that is no file has no hash.
std::string hash_of_descriptor(const Descriptor& descriptor) {
    Problems not_a_file;
    const auto bytes = textfiles::read_file(descriptor.file, descriptor.file, not_a_file);
    return not_a_file.empty() ? sha256(bytes) : std::string();
}

ImportedFile described(const StagedFile& file, const Descriptor& descriptor, const std::string& version,
                       const std::string& program) {
    const auto name = file.original.filename().string();
    return {.dataset = descriptor.id,
            .version = version,
            .table = table_name(descriptor.id, version),
            .part = descriptor.several_files ? name : std::string(),
            .file_name = name,
            .format = file.format,
            .encoding = file.encoding,
            .sha256 = file.sha256,
            .bytes = file.bytes,
            .imported_at = now(),
            .program = program,
            .descriptor = hash_of_descriptor(descriptor)};
}

class Importer {
public:
    Importer(Database& database, const StagedFile& staged, const Recognition& recognised, ImportOutcome& outcome,
             const StateTable& states, const ImportedFile* before, bool may_lose_rows, Problems& problems)
        : database_(database),
          staged_(staged),
          outcome_(outcome),
          states_(states),
          before_(before),
          may_lose_rows_(may_lose_rows),
          problems_(problems),
          plan_(plan_import(staged, recognised)) {}

    bool run() {
        create_reading_functions(database_);
        database_.run("BEGIN");
        if (!make_table()) {
            database_.run("ROLLBACK");
            if (!problems_.has_errors()) {
                report_cells(database_, plan_, staged_.original.string(), trouble_, problems_);
            }
            return false;
        }
        const auto& descriptor = *plan_.descriptor;
        const auto rows = outcome_.file.part.empty() ? "true" : "part = " + literal(outcome_.file.part);
        for (const auto& remark : staged_.remarks) outcome_.remarks.push_back(remark);
        for (const auto& remark : plan_.remarks) outcome_.remarks.push_back(remark);
        remark_on_rows();
        for (auto& remark : remarks_on_table(database_, outcome_.file, descriptor, rows)) {
            outcome_.remarks.push_back(std::move(remark));
        }
        write_file_row(database_, outcome_.file);
        write_variables(database_, outcome_.file.dataset, outcome_.file.version,
                        count_columns(database_, outcome_.file, descriptor));
        database_.run("COMMIT");
        return true;
    }

private:
    bool make_table() {
        const auto relation = text_relation(database_, plan_, staged_.original.string(), problems_);
        if (relation.empty() || problems_.has_errors()) return false;
        if (!find_types(database_, plan_, relation)) return false;
        leave_out_empty_columns();
        const auto years = years_of_rows(plan_);
        const auto states = number_states(database_, plan_, relation, years, states_, outcome_.unresolved);
        if (!states) return false;
        free_added_names(years, *states);
        const auto& file = outcome_.file;
        const bool is_part = !file.part.empty();
        trouble_ = database_.try_run(fmt::format("CREATE OR REPLACE {} {} AS {}", is_part ? "TEMPORARY TABLE" : "TABLE",
                                                 identifier(is_part ? kArriving : file.table),
                                                 selection(relation, years, *states)));
        if (!trouble_.empty()) return false;
        const std::string table = is_part ? kArriving : file.table;
        if (!count_rows(table) || loses_rows()) return false;
        leave_out_uncounted_zeros(table);
        if (is_part) merge_part(database_, kArriving, file.table, file.part);
        count_unknown_ends(relation, years);
        return true;
    }

    // A download that was cut off at the end of a row looks whole. The same bytes, read by another descriptor, do lose
    // rows, and so does a file that has as many as the version should.
    bool loses_rows() {
        const auto& file = outcome_.file;
        const auto* version = plan_.descriptor->find_version(file.version);
        const bool is_whole = version != nullptr && version->rows && *version->rows == file.rows;
        if (before_ == nullptr || may_lose_rows_ || is_whole) return false;
        if (file.rows >= before_->rows || file.sha256 == before_->sha256) return false;
        problems_.error(
            {staged_.original.string(), 0, 0},
            fmt::format("has {}, and the store has {} of {} {}, from {}", count_text(file.rows, "row"),
                        count_text(before_->rows, "row"), file.dataset, file.version, before_->file_name),
            "it may be cut short: fetch it anew; if it is meant to take the other's place, add it with --replace");
        return true;
    }

    // Some files have 0 where nothing is known; what another column has as 0 too is one.
    void leave_out_uncounted_zeros(const std::string& table) {
        for (std::size_t place = 0; place < plan_.columns.size(); ++place) {
            const auto& column = plan_.columns[place];
            if (!column.declared || !stored_[place] || column.rule->zero_with.empty()) continue;
            const auto* other = plan_.find(column.rule->zero_with);
            const auto beside = other == nullptr ? std::string("NULL") : identifier(other->name);
            database_.run(fmt::format("UPDATE {0} SET {1} = NULL WHERE {1} = 0 AND {2} IS DISTINCT FROM 0",
                                      identifier(table), identifier(column.name), beside));
        }
    }

    // Spreadsheets leave columns without name and content behind.
    void leave_out_empty_columns() {
        const auto is_empty = [&](std::size_t place) {
            const auto& column = plan_.columns[place];
            return column.is_empty && column.name.starts_with("column_");
        };
        std::size_t count = 0;
        for (std::size_t place = 0; place < plan_.columns.size(); ++place) {
            stored_.push_back(!is_empty(place));
            if (!stored_.back()) ++count;
        }
        if (count == 0) return;
        plan_.remarks.push_back(fmt::format("{} without name and content left out",
                                            count == 1 ? "1 column" : fmt::format("{} columns", count)));
    }

    // The columns that the program adds have fixed names; one of the file's with such a name gives way.
    void free_added_names(const YearExpressions& years, const std::vector<StateNumbers>& states) {
        std::vector<std::string> added;
        if (!years.begin.empty()) added = {"begin_year", "end_year"};
        for (const auto& one : states) added.insert(added.end(), one.names.begin(), one.names.end());
        if (!outcome_.file.part.empty()) added.emplace_back("part");
        for (auto& column : plan_.columns) {
            const bool taken = std::any_of(added.begin(), added.end(),
                                           [&](const std::string& name) { return same_name(name, column.name); });
            if (!taken) continue;
            plan_.remarks.push_back(fmt::format("the file's own column '{0}' is stored as '{0}_in_file'", column.name));
            column.name += "_in_file";
        }
    }

    std::string selection(const std::string& relation, const YearExpressions& years,
                          const std::vector<StateNumbers>& states) const {
        std::string first_step;
        std::string second_step;
        for (std::size_t place = 0; place < plan_.columns.size(); ++place) {
            if (!stored_[place]) continue;
            const auto* separator = first_step.empty() ? "" : ", ";
            first_step += separator + read_value(plan_.columns[place], place);
            second_step += separator + stored_value(plan_.columns[place], place);
        }
        if (!years.begin.empty()) {
            first_step += fmt::format(", {} AS \"begin\", {} AS \"end\"", years.begin, years.end);
            second_step += ", \"begin\" AS begin_year, \"end\" AS end_year";
        }
        std::string joins;
        for (const auto& one : states) {
            first_step += one.first_step;
            second_step += one.columns;
            joins += one.join;
        }
        if (!outcome_.file.part.empty()) second_step += ", " + literal(outcome_.file.part) + " AS part";
        return fmt::format("SELECT {} FROM (SELECT {} FROM {}){}", second_step, first_step, relation, joins);
    }

    bool count_rows(const std::string& table) {
        outcome_.file.rows =
            database_.query("SELECT count(*) AS found FROM " + identifier(table)).integer(0, "found").value_or(0);
        if (outcome_.file.rows > 0) return true;
        problems_.error({staged_.original.string(), 0, 0}, "has a header and no rows",
                        "the download may have been cut off: fetch the file anew");
        return false;
    }

    // A part of a table has no number of rows of its own.
    void remark_on_rows() {
        const auto& file = outcome_.file;
        const auto* version = plan_.descriptor->find_version(file.version);
        if (version == nullptr || !version->rows || !file.part.empty() || *version->rows == file.rows) return;
        outcome_.remarks.push_back(fmt::format("{}, where version {} has {}: cut short, or changed since?",
                                               count_text(file.rows, "row"), version->id,
                                               count_text(*version->rows, "row")));
    }

    void count_unknown_ends(const std::string& relation, const YearExpressions& years) {
        if (years.ended_unknown.empty()) return;
        const auto found =
            database_.query(fmt::format("SELECT count(*) AS found FROM {} WHERE {}", relation, years.ended_unknown));
        const auto count = found.integer(0, "found").value_or(0);
        if (count == 0) return;
        plan_.remarks.push_back(fmt::format("{} with an unknown end: without begin_year and end_year",
                                            count == 1 ? "1 spell" : fmt::format("{} spells", count)));
    }

    Database& database_;
    const StagedFile& staged_;
    ImportOutcome& outcome_;
    const StateTable& states_;
    const ImportedFile* before_;  // whose place the file takes; null: nobody's
    bool may_lose_rows_;
    Problems& problems_;
    ImportPlan plan_;
    std::vector<bool> stored_;  // which of the plan's columns
    std::string trouble_;
};

bool is_same_content(const ImportedFile& left, const ImportedFile& right) {
    return left.dataset == right.dataset && left.version == right.version && left.sha256 == right.sha256 &&
           left.descriptor == right.descriptor;
}

bool is_same_place(const ImportedFile& left, const ImportedFile& right) {
    return left.dataset == right.dataset && left.version == right.version && left.part == right.part;
}

}  // namespace

std::optional<ImportedFile> find_stored(const std::vector<ImportedFile>& stored, const StagedFile& file,
                                        const Descriptor& descriptor, const std::string& version) {
    const auto wanted = described(file, descriptor, version, {});
    const auto found = std::find_if(stored.begin(), stored.end(),
                                    [&](const ImportedFile& one) { return is_same_content(one, wanted); });
    if (found == stored.end()) return std::nullopt;
    return *found;
}

std::optional<ImportOutcome> import_file(Database& database, const StagedFile& file, const Recognition& recognised,
                                         const std::string& version, const StateTable& states,
                                         const std::string& program, Problems& problems, Losing losing) {
    ensure(recognised.descriptor != nullptr, "what is imported has been recognised");
    ImportOutcome outcome;
    const auto stored = read_files(database);
    if (auto there = find_stored(stored, file, *recognised.descriptor, version)) {
        outcome.file = std::move(*there);
        outcome.already_there = true;
        return outcome;
    }
    outcome.file = described(file, *recognised.descriptor, version, program);
    const auto before = std::find_if(stored.begin(), stored.end(),
                                     [&](const ImportedFile& one) { return is_same_place(one, outcome.file); });
    outcome.replaced = before != stored.end();
    Problems found;
    const bool imported = Importer(database, file, recognised, outcome, states, outcome.replaced ? &*before : nullptr,
                                   losing == Losing::Allowed, found)
                              .run();
    problems.add(found);
    if (!imported) return std::nullopt;
    return outcome;
}

}  // namespace entente::datasets
