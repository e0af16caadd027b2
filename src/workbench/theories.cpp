#include "workbench/theories.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "casefile/case_folder.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

void stop_if_broken(const Problems& problems) {
    if (!problems.has_errors()) return;
    throw Error(ErrorKind::BadData, "a theory file is broken", "mend it; docs/case-format.md has the format",
                problems.sorted());
}

Theories read(const std::vector<fs::path>& files) {
    Problems problems;
    Theories theories;
    for (const auto& file : files) {
        auto theory = casefile::read_any_theory(file, problems);
        if (auto* threat = std::get_if<evidence::ThreatTheory>(&theory)) {
            theories.threats.push_back({std::move(*threat), file});
        } else if (auto* burden = std::get_if<evidence::BurdenTheory>(&theory)) {
            theories.burdens.push_back({std::move(*burden), file});
        } else if (auto* outlook = std::get_if<evidence::OutlookTheory>(&theory)) {
            theories.outlooks.push_back({std::move(*outlook), {}, {}, file});
        } else {
            theories.ledgers.push_back({std::get<evidence::Theory>(std::move(theory)), file});
        }
    }
    stop_if_broken(problems);
    return theories;
}

template <typename Entries>
std::string ids_of(const Entries& entries) {
    std::vector<std::string> ids;
    for (const auto& entry : entries) ids.push_back(entry.theory.id);
    return joined(ids, ", ");
}

// The user's own theories come first in the search path; without a name the program's is meant.
template <typename Entry>
Entry shipped_of(std::vector<Entry> entries, const std::string& kind) {
    const auto shipped = std::find_if(entries.begin(), entries.end(), [](const Entry& entry) {
        return shipped_with_program("theories", entry.file.stem().string()) == entry.file;
    });
    if (shipped != entries.end()) return std::move(*shipped);
    if (!entries.empty()) return std::move(entries.front());
    throw Error(ErrorKind::NotFound, "no theory of " + kind + " is at hand",
                "set ENTENTE_SHARE to the folder that holds theories/, protocols/ and datasets/");
}

// What the one theory that was read is, and what takes it.
struct Kind {
    std::string id;
    std::string what;
    std::string taken_by;
};

Kind kind_of(const Theories& one) {
    if (!one.threats.empty()) return {one.threats.front().theory.id, "a theory of threat", "`entente threat --theory`"};
    if (!one.burdens.empty()) {
        return {one.burdens.front().theory.id, "a theory of burden sharing", "`entente burden --theory`"};
    }
    if (!one.outlooks.empty()) {
        return {one.outlooks.front().theory.id, "a theory of endings", "`entente backtest --theory`"};
    }
    return {one.ledgers.front().theory.id, "a theory to code evidence under", "`entente assess --theory`"};
}

[[noreturn]] void refuse_other_kind(const Theories& one, const std::string& wanted, const std::string& known) {
    const auto kind = kind_of(one);
    throw Error(ErrorKind::BadRequest, "'" + kind.id + "' is " + kind.what + ", not a theory of " + wanted,
                kind.taken_by + " takes it; theories of " + wanted + ": " + known);
}

// What the models of a theory of endings name stands in theories of alliances: looked up among all at hand.
void resolve(std::vector<OutlookTheoryEntry>& outlooks, const std::vector<TheoryEntry>& ledgers) {
    std::vector<evidence::Theory> theories;
    for (const auto& entry : ledgers) theories.push_back(entry.theory);
    Problems problems;
    for (auto& entry : outlooks) {
        evidence::resolve_covariates(entry.theory, theories, problems);
        entry.covariates = evidence::covariates_of(entry.theory, theories);
        for (const auto& theory : theories) {
            const auto& models = entry.theory.models;
            const bool named =
                std::any_of(models.begin(), models.end(), [&](const auto& model) { return model.theory == theory.id; });
            if (named) entry.of_alliances.push_back(theory);
        }
    }
    stop_if_broken(problems);
}

Theories read_one(const fs::path& case_folder, const std::string& named) {
    auto one = read({find_shipped(case_folder, "theories", named)});
    if (!one.outlooks.empty()) resolve(one.outlooks, read(all_shipped(case_folder, "theories")).ledgers);
    return one;
}

Theories read_all(const fs::path& case_folder) {
    auto all = read(all_shipped(case_folder, "theories"));
    resolve(all.outlooks, all.ledgers);
    return all;
}

}  // namespace

Theories theories(const std::string& only) {
    return only.empty() ? read_all({}) : read_one({}, only);
}

ThreatTheoryEntry threat_theory(const std::string& named, const fs::path& case_folder) {
    if (named.empty()) return shipped_of(read(all_shipped(case_folder, "theories")).threats, "threat");
    auto found = read({find_shipped(case_folder, "theories", named)});
    if (!found.threats.empty()) return std::move(found.threats.front());
    refuse_other_kind(found, "threat", ids_of(read(all_shipped(case_folder, "theories")).threats));
}

BurdenTheoryEntry burden_theory(const std::string& named, const fs::path& case_folder) {
    if (named.empty()) return shipped_of(read(all_shipped(case_folder, "theories")).burdens, "burden sharing");
    auto found = read({find_shipped(case_folder, "theories", named)});
    if (!found.burdens.empty()) return std::move(found.burdens.front());
    refuse_other_kind(found, "burden sharing", ids_of(read(all_shipped(case_folder, "theories")).burdens));
}

OutlookTheoryEntry outlook_theory(const std::string& named, const fs::path& case_folder) {
    if (named.empty()) return shipped_of(read_all(case_folder).outlooks, "endings");
    auto found = read_one(case_folder, named);
    if (!found.outlooks.empty()) return std::move(found.outlooks.front());
    refuse_other_kind(found, "endings", ids_of(read(all_shipped(case_folder, "theories")).outlooks));
}

void refuse_threat_theory(const evidence::ThreatTheory& theory, const std::vector<std::string>& ledgers) {
    throw Error(ErrorKind::BadRequest,
                "'" + theory.id + "' is a theory of threat, and evidence cannot be coded under it",
                "`entente threat --theory` takes it; theories to code under: " + joined(ledgers, ", "));
}

void refuse_burden_theory(const evidence::BurdenTheory& theory, const std::vector<std::string>& ledgers) {
    throw Error(ErrorKind::BadRequest,
                "'" + theory.id + "' is a theory of burden sharing, and evidence cannot be coded under it",
                "`entente burden --theory` takes it; theories to code under: " + joined(ledgers, ", "));
}

void refuse_outlook_theory(const evidence::OutlookTheory& theory, const std::vector<std::string>& ledgers) {
    throw Error(ErrorKind::BadRequest,
                "'" + theory.id + "' is a theory of endings, and evidence cannot be coded under it",
                "`entente backtest --theory` takes it; theories to code under: " + joined(ledgers, ", "));
}

}  // namespace entente::workbench
