#include "casefile/theory_text.hpp"

#include <filesystem>
#include <utility>

#include "casefile/case_folder.hpp"
#include "casefile/read_parts.hpp"
#include "core/sha256.hpp"
#include "textfiles/files.hpp"

namespace entente::casefile {
namespace {

struct KindWords {
    std::string_view is;
    std::string_view has;
    std::string_view command;
};

KindWords words_of(evidence::TheoryKind kind) {
    using evidence::TheoryKind;
    switch (kind) {
        case TheoryKind::Ledger:
            return {"a theory to code evidence under", "factors to code evidence under", "entente assess"};
        case TheoryKind::Threat:
            return {"a theory of threat", "components of threat", "entente threat"};
        case TheoryKind::Burden:
            return {"a theory of burden sharing", "measures of burden sharing", "entente burden"};
        case TheoryKind::Outlook:
            return {"a theory of endings", "models of endings", "entente backtest"};
    }
    return {};
}

}  // namespace

TheoryText parsed_theory(std::string bytes, const std::string& file) {
    TheoryText text;
    text.sha256 = sha256(bytes);
    text.whole = whole_table(textfiles::read_toml(std::move(bytes), file, text.syntax), text.content);
    return text;
}

evidence::TheoryKind kind_of(const TheoryText& text) {
    const auto* kind = text.whole.find("kind");
    const auto* word = kind == nullptr ? nullptr : std::get_if<std::string>(&kind->data);
    const auto named_kind = word == nullptr ? std::nullopt : named<evidence::TheoryKind>(*word);
    return named_kind.value_or(evidence::TheoryKind::Ledger);
}

bool is_of_another_kind(const TheoryText& text, evidence::TheoryKind wanted, EntryReader& reader, Problems& problems) {
    using evidence::TheoryKind;
    const auto kind = reader.has("kind") ? reader.choice_if<TheoryKind>("kind") : TheoryKind::Ledger;
    if (!kind || *kind == wanted) return false;
    // The line that names its kind may be among what syntax errors lost.
    if (*kind == TheoryKind::Ledger && text.syntax.has_errors()) return false;
    const auto found = words_of(*kind);
    const auto missed = words_of(wanted);
    const bool says_kind = wanted != TheoryKind::Ledger;
    problems.error(
        reader.where_is("kind"), "this is " + std::string(found.is) + ": it has no " + std::string(missed.has),
        "`" + std::string(found.command) + " --theory` takes it" +
            (says_kind ? "; " + std::string(missed.is) + " says kind = \"" + std::string(name_of(wanted)) + "\"" : ""));
    return true;
}

void report(const TheoryText& text, Problems& problems) {
    problems.add(text.syntax);
    problems.add(text.syntax.has_errors() ? without_missing(text.content) : text.content);
}

evidence::Theory theory_from(std::string bytes, const std::string& file, Problems& problems) {
    return ledger_theory_of(parsed_theory(std::move(bytes), file), problems);
}

evidence::ThreatTheory threat_theory_from(std::string bytes, const std::string& file, Problems& problems) {
    return threat_theory_of(parsed_theory(std::move(bytes), file), problems);
}

evidence::BurdenTheory burden_theory_from(std::string bytes, const std::string& file, Problems& problems) {
    return burden_theory_of(parsed_theory(std::move(bytes), file), problems);
}

evidence::OutlookTheory outlook_theory_from(std::string bytes, const std::string& file, Problems& problems) {
    return outlook_theory_of(parsed_theory(std::move(bytes), file), problems);
}

evidence::Theory read_theory(const std::filesystem::path& file, Problems& problems) {
    Problems found;
    std::string bytes = textfiles::read_file(file, file.string(), found);
    problems.add(found);
    if (found.has_errors()) {
        evidence::Theory unread;
        unread.lost_at = first_error(found);
        return unread;
    }
    return theory_from(std::move(bytes), file.string(), problems);
}

evidence::ThreatTheory read_threat_theory(const std::filesystem::path& file, Problems& problems) {
    Problems found;
    std::string bytes = textfiles::read_file(file, file.string(), found);
    problems.add(found);
    if (found.has_errors()) return {};
    return threat_theory_from(std::move(bytes), file.string(), problems);
}

evidence::BurdenTheory read_burden_theory(const std::filesystem::path& file, Problems& problems) {
    Problems found;
    std::string bytes = textfiles::read_file(file, file.string(), found);
    problems.add(found);
    if (found.has_errors()) return {};
    return burden_theory_from(std::move(bytes), file.string(), problems);
}

evidence::OutlookTheory read_outlook_theory(const std::filesystem::path& file, Problems& problems) {
    Problems found;
    std::string bytes = textfiles::read_file(file, file.string(), found);
    problems.add(found);
    if (found.has_errors()) return {};
    return outlook_theory_from(std::move(bytes), file.string(), problems);
}

AnyTheory read_any_theory(const std::filesystem::path& file, Problems& problems) {
    Problems found;
    std::string bytes = textfiles::read_file(file, file.string(), found);
    problems.add(found);
    if (found.has_errors()) {
        evidence::Theory unread;
        unread.lost_at = first_error(found);
        return unread;
    }
    auto text = parsed_theory(std::move(bytes), file.string());
    const auto kind = kind_of(text);
    if (kind == evidence::TheoryKind::Threat) return threat_theory_of(std::move(text), problems);
    if (kind == evidence::TheoryKind::Burden) return burden_theory_of(std::move(text), problems);
    if (kind == evidence::TheoryKind::Outlook) return outlook_theory_of(std::move(text), problems);
    return ledger_theory_of(std::move(text), problems);
}

}  // namespace entente::casefile
