#include "workbench/outlook_files.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/codebook.hpp"
#include "textfiles/csv.hpp"
#include "textfiles/files.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

std::string column_name(std::string id) {
    std::replace(id.begin(), id.end(), '-', '_');
    return id;
}

// What the rows are, before the covariates.
struct KeyColumn {
    const char* name;
    const char* about;
};
constexpr std::array<KeyColumn, 6> kKeys{
    {{"alliance", "its number (ATOP); what stands behind a dot is a renewal after a gap, or a branch"},
     {"year", "t, in which it may end"},
     {"age", "whole years since the year in which it began"},
     {"ending",
      "how it ended in this year: in-force (it did not), violation, new-relationship, fulfilled or "
      "independence-lost"},
     {"member_a", "the member with the smaller number (Correlates of War)"},
     {"member_b", "the other"}}};

std::string sources_words(const OutlookRows& rows, const std::string& covariate) {
    std::vector<std::string> words;
    for (const auto& source : rows.sources) {
        if (source.fact != covariate) continue;
        words.push_back(source.dataset.empty()
                            ? source.why_not
                            : fmt::format("{}{}, {}–{}", source.dataset,
                                          source.variable.empty() ? "" : " `" + source.variable + "`", source.first,
                                          source.last));
    }
    return joined(words, "; ");
}

void add_covariate(std::string& text, const OutlookRows& rows, std::size_t place) {
    const auto& covariate = rows.covariates[place];
    const auto& missing = rows.missing[place];
    text += fmt::format("### {}\n\n{}\n\n- measure: {}", column_name(covariate.id), covariate.name,
                        name_of(covariate.measure));
    if (evidence::has_threshold(covariate.measure)) text += fmt::format(", threshold {}", covariate.threshold);
    text += fmt::format("\n- a rise is said to push towards: {}\n- source: {}\n", name_of(covariate.rise),
                        sources_words(rows, covariate.id));
    text += fmt::format("- reason: {}\n", covariate.reason);
    if (!covariate.caution.empty()) text += fmt::format("- caution: {}\n", covariate.caution);
    text += fmt::format("- present: {}", missing.rows[0]);
    if (missing.rows[0] > 0) text += fmt::format(", in rows of {}–{}", missing.first, missing.last);
    text += "\n";
    for (std::size_t lack = 1; lack < outlook::kLacks; ++lack) {
        if (missing.rows.at(lack) == 0) continue;
        text += fmt::format("- missing, {}: {}\n", name_of(static_cast<outlook::Lack>(lack)), missing.rows.at(lack));
    }
    text += "\n";
}

std::string bibtex_of(const OutlookRows& rows, const evidence::OutlookTheory& theory) {
    panels::Panel cited;
    cited.datasets = rows.datasets;
    return panels::bibliography(cited, theory.references);
}

}  // namespace

std::string risk_years_csv(const outlook::RiskYears& rows) {
    std::vector<std::string> header;
    for (const auto& key : kKeys) header.emplace_back(key.name);
    for (const auto& id : rows.covariates) header.push_back(column_name(id));
    auto text = textfiles::csv_line(header) + '\n';
    for (std::size_t row = 0; row < rows.size(); ++row) {
        text += fmt::format("{},{},{},{},{},{}", rows.alliances[rows.alliance[row]], rows.year[row], rows.age[row],
                            name_of(rows.ending[row]), rows.member_a[row], rows.member_b[row]);
        for (const auto& column : rows.columns) {
            text += ',';
            if (column[row]) text += fmt::format("{}", *column[row]);
        }
        text += '\n';
    }
    return text;
}

std::string risk_years_codebook(const OutlookRows& rows, const evidence::OutlookTheory& theory,
                                const std::string& file) {
    auto text = fmt::format(
        "# Codebook of {}\n\n{} rows of {} alliances of two states: one for each year in which the alliance was in "
        "force "
        "and may have ended. Covariates hold what was so at the end of the year before; an empty cell is missing, "
        "never "
        "zero. Made for the theory {} by entente {}; docs/covariates.md has the formulas.\n\n## What a row is\n\n",
        file, rows.rows.size(), rows.rows.alliances.size(), theory.id, ENTENTE_VERSION);
    for (const auto& key : kKeys) text += fmt::format("- `{}`: {}\n", key.name, key.about);
    text += "\n## Covariates\n\n";
    for (std::size_t place = 0; place < rows.covariates.size(); ++place) add_covariate(text, rows, place);
    text += "## Specifications\n\nCovariates of each, besides its duration.\n\n";
    for (const auto& model : theory.models) {
        std::vector<std::string> names;
        for (const auto& id : model.covariates) names.push_back('`' + column_name(id) + '`');
        text += fmt::format("- {} ({}, duration {}): {}\n", model.id, name_of(model.role), name_of(model.duration),
                            names.empty() ? "none" : joined(names, ", "));
    }
    if (!rows.notes.empty()) text += "\n## Notes\n\n";
    for (const auto& note : rows.notes) text += "- " + note + "\n";
    return text;
}

std::vector<panels::WrittenFile> write_outlook_rows(const OutlookRows& rows, const evidence::OutlookTheory& theory,
                                                    const fs::path& file) {
    require(file.extension() == ".csv", "the name of the table, '" + file.string() + "', does not end in .csv",
            "end it in .csv");
    const auto folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
    std::error_code failed;
    require(fs::is_directory(folder, failed), "there is no folder " + folder.string(), "make it first");
    require(!fs::is_directory(file, failed), file.string() + " is a folder");
    const auto name = file.stem().string();
    const auto codebook = file.parent_path() / (name + ".codebook.md");
    const auto citations = file.parent_path() / (name + ".bib");
    textfiles::replace_file(codebook, risk_years_codebook(rows, theory, file.filename().string()));
    textfiles::replace_file(citations, bibtex_of(rows, theory));
    const auto table = risk_years_csv(rows.rows);
    textfiles::replace_file(file, table);
    return {{file, table.size(), "alliances and years"},
            {codebook, std::nullopt, "what each column is"},
            {citations, std::nullopt, "what to cite"}};
}

}  // namespace entente::workbench
