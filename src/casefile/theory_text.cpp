#include "casefile/theory_text.hpp"

#include <filesystem>
#include <utility>

#include "casefile/case_folder.hpp"
#include "casefile/read_parts.hpp"
#include "core/sha256.hpp"
#include "textfiles/files.hpp"

namespace entente::casefile {

TheoryText parsed_theory(std::string bytes, const std::string& file) {
    TheoryText text;
    text.sha256 = sha256(bytes);
    text.whole = whole_table(textfiles::read_toml(std::move(bytes), file, text.syntax), text.content);
    return text;
}

evidence::TheoryKind kind_of(const TheoryText& text) {
    using evidence::TheoryKind;
    const auto* kind = text.whole.find("kind");
    const auto* word = kind == nullptr ? nullptr : std::get_if<std::string>(&kind->data);
    const bool threat = word != nullptr && *word == name_of(TheoryKind::Threat);
    return threat ? TheoryKind::Threat : TheoryKind::Ledger;
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
    if (kind_of(text) == evidence::TheoryKind::Threat) return threat_theory_of(std::move(text), problems);
    return ledger_theory_of(std::move(text), problems);
}

}  // namespace entente::casefile
