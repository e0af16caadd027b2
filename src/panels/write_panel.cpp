#include "panels/write_panel.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/codebook.hpp"
#include "textfiles/files.hpp"

namespace entente::panels {
namespace {

namespace fs = std::filesystem;
using datasets::identifier;
using datasets::literal;

// The file that is being written; removed unless it took its place.
class Arriving {
public:
    explicit Arriving(const fs::path& target)
        : target_(target),
          path_(target.parent_path() / fmt::format(".{}.{}.part", target.filename().string(), ::getpid())) {}
    Arriving(const Arriving&) = delete;
    Arriving& operator=(const Arriving&) = delete;
    ~Arriving() {
        std::error_code ignored;
        if (!there_) fs::remove(path_, ignored);
    }

    [[nodiscard]] const fs::path& path() const noexcept { return path_; }

    void take_its_place() {
        sync(path_, O_RDONLY);
        std::error_code failed;
        fs::rename(path_, target_, failed);
        if (failed) {
            throw Error(ErrorKind::Fault, target_.string() + " cannot be written: " + failed.message());
        }
        there_ = true;
        sync(target_.parent_path().empty() ? fs::path(".") : target_.parent_path(), O_RDONLY | O_DIRECTORY);
    }

private:
    static void sync(const fs::path& what, int how) {
        const int file = ::open(what.c_str(), how | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg): POSIX
        const bool synced = file >= 0 && ::fsync(file) == 0;
        if (file >= 0) (void)::close(file);
        if (!synced) throw Error(ErrorKind::Fault, what.string() + " cannot be written to the disk");
    }

    fs::path target_;
    fs::path path_;
    bool there_ = false;
};

void write_csv(const Panel& panel, const DataAtHand& data, const fs::path& file) {
    std::vector<datasets::Database::NamedExpression> columns;
    for (const auto& column : written_columns(panel)) columns.push_back({column.name, column.expression});
    const auto trouble = data.database().try_export_csv(columns, "panel", "row", panel.frame.rows, file);
    if (!trouble.empty()) throw Error(ErrorKind::Fault, "the panel cannot be written: " + trouble);
}

// Dictionaries are for the columns of few values; of thousands they take longer to make, and the file is larger with
// them.
void write_parquet(const Panel& panel, const DataAtHand& data, const fs::path& file) {
    std::string select;
    for (const auto& column : written_columns(panel)) {
        select += fmt::format("{}{} AS {}", select.empty() ? "" : ", ", column.expression, identifier(column.name));
    }
    keep_in_order(data, panel.frame);
    const auto trouble = data.database().try_run(
        fmt::format("COPY (SELECT {} FROM panel) TO {} (FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 64)",
                    select, literal(file.string())));
    if (!trouble.empty()) throw Error(ErrorKind::Fault, "the panel cannot be written: " + trouble);
}

constexpr const char* kCodebook = ".codebook.md";

// What the files beside a panel are called after: its name without the ending; but if the codebook of that name is of
// another panel that is there, `dyads.csv` beside `dyads.parquet`, the whole name, so that neither loses its own.
std::string name_beside(const fs::path& file) {
    const auto stem = file.stem().string();
    for (const char* ending : {".parquet", ".csv", ".dta"}) {
        const auto other = stem + ending;
        std::error_code failed;
        if (other == file.filename().string() || !fs::exists(file.parent_path() / other, failed)) continue;
        std::ifstream codebook(file.parent_path() / (stem + kCodebook));
        std::string first_line;
        std::getline(codebook, first_line);
        if (first_line == codebook_title(other)) return file.filename().string();
    }
    return stem;
}

}  // namespace

PanelFormat format_of(const fs::path& file) {
    const auto ending = file.extension();
    if (ending == ".parquet") return PanelFormat::Parquet;
    if (ending == ".csv") return PanelFormat::Csv;
    if (ending == ".dta") return PanelFormat::Stata;
    throw Error(ErrorKind::BadRequest, "the name of the panel, '" + file.string() + "', does not say its format",
                "end it in .parquet, .csv or .dta");
}

std::vector<WrittenColumn> written_columns(const Panel& panel) {
    std::vector<WrittenColumn> columns;
    for (const auto& key : panel.frame.keys) columns.push_back({key.name, identifier(key.name), nullptr, key.label});
    for (const auto& column : panel.columns) {
        if (column.hidden) continue;
        const auto name = identifier(column.name);
        columns.push_back(
            {column.name, column.type == "BOOLEAN" ? "CAST(" + name + " AS UTINYINT)" : name, &column, column.label});
        if (!column.needs_not_applicable()) continue;
        columns.push_back({column.name + "_not_applicable",
                           fmt::format("CAST({} = {} AS UTINYINT)", identifier(reason_column(column.name)),
                                       static_cast<int>(Reason::NotApplicable)),
                           nullptr, column.label + ": does not apply"});
    }
    return columns;
}

std::vector<WrittenFile> write_panel(const Panel& panel, const DataAtHand& data, const Recipe& recipe,
                                     const fs::path& file) {
    const auto format = format_of(file);
    const auto folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
    std::error_code failed;
    require(fs::is_directory(folder, failed), "there is no folder " + folder.string(), "make it first");
    require(!fs::is_directory(file, failed), file.string() + " is a folder");

    Arriving table(file);
    if (format == PanelFormat::Csv) write_csv(panel, data, table.path());
    if (format == PanelFormat::Parquet) write_parquet(panel, data, table.path());
    if (format == PanelFormat::Stata) write_stata(panel, data, table.path());
    std::vector<WrittenFile> written;
    const auto name = name_beside(file);
    const auto write_beside = [&](const char* ending, const std::string& bytes, const char* what) {
        const auto path = file.parent_path() / (name + ending);
        textfiles::replace_file(path, bytes);
        written.push_back({path, std::nullopt, what});
    };
    write_beside(kCodebook, codebook_markdown(panel, file.filename().string(), recipe.program), "codebook");
    write_beside(".codebook.csv", codebook_csv(panel), "codebook as a table");
    write_beside(".recipe.toml", recipe_text(recipe), "recipe: makes the same panel again");
    write_beside(".bib", bibliography(panel), "citations");
    table.take_its_place();
    written.insert(written.begin(), {file, fs::file_size(file), "the panel"});
    return written;
}

}  // namespace entente::panels
