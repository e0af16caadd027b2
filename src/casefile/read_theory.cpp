// theories/*.toml of the kind `ledger`: the factors of a theory and its rules for coding.
#include <set>
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/theory_parts.hpp"
#include "casefile/theory_text.hpp"
#include "core/text.hpp"
#include "evidence/coding.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

std::vector<evidence::Aspect> read_aspects(EntryReader& reader) {
    std::vector<evidence::Aspect> aspects;
    std::set<std::string> seen;
    for (const Table* table : reader.tables("aspect")) {
        EntryReader entry(*table, reader.problems());
        evidence::Aspect aspect;
        aspect.id = entry.id();
        aspect.name = entry.filled_text("name");
        entry.finish();
        if (!seen.insert(aspect.id).second) {
            entry.error_at("id", "the aspect '" + aspect.id + "' stands here twice", "give each its own id");
        }
        aspects.push_back(std::move(aspect));
    }
    return aspects;
}

evidence::Factor read_factor(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Factor factor;
    factor.where = table.where;
    factor.id = reader.id();
    factor.name = reader.filled_text("name");
    factor.ledger = reader.choice<evidence::Ledger>("ledger");
    factor.definition = reader.filled_text("definition");
    factor.counts = reader.texts("counts");
    factor.does_not_count = reader.texts("does_not_count");
    factor.examples = reader.texts("examples");
    factor.mirrors = reader.texts("mirrors");
    factor.citations = reader.texts("citations");
    factor.aspects = read_aspects(reader);
    reader.finish();
    if (factor.id == evidence::kOutside) {
        reader.error_at("id", "'outside' cannot be a factor", "codings use the word for what a theory cannot see");
    }
    return factor;
}

evidence::Indicator read_indicator(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Indicator indicator;
    indicator.where = table.where;
    indicator.id = reader.id();
    indicator.factor = reader.filled_text("factor");
    indicator.name = reader.filled_text("name");
    indicator.rise = reader.choice<evidence::Direction>("rise");
    indicator.change_of = reader.choice<evidence::ChangeOf>("change");
    indicator.least = reader.number("least");
    if (indicator.least < 0) reader.error_at("least", "'least' is negative", "write the size of the smallest change");
    indicator.reason = reader.filled_text("reason");
    indicator.data = reader.texts("data");
    indicator.caution = reader.text_or("caution", "");
    reader.finish();
    return indicator;
}

evidence::UnmeasuredFactor read_unmeasured(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::UnmeasuredFactor unmeasured;
    unmeasured.where = table.where;
    unmeasured.factor = reader.filled_text("factor");
    unmeasured.why = reader.filled_text("why");
    reader.finish();
    return unmeasured;
}

// Where the first factor, or the id of the theory, was lost.
std::optional<Position> first_loss(const evidence::Theory& theory, const Problems& syntax) {
    if (const auto broken = first_error(syntax)) return broken;
    if (theory.id.empty()) return theory.where;
    for (const auto& factor : theory.factors) {
        if (factor.id.empty()) return factor.where;
    }
    return std::nullopt;
}

void check_factor_ids(const evidence::Theory& theory, Problems& problems) {
    std::set<std::string_view> seen;
    for (const auto& factor : theory.factors) {
        if (factor.id.empty()) continue;  // reported as missing
        if (!seen.insert(factor.id).second) {
            problems.error(factor.where, "the factor '" + factor.id + "' stands here twice", "give each its own id");
        }
    }
}

void check_indicators(const evidence::Theory& theory, Problems& problems) {
    std::vector<std::string> ids;
    for (const auto& factor : theory.factors) ids.push_back(factor.id);
    std::set<std::string_view> seen;
    for (const auto& indicator : theory.indicators) {
        if (!indicator.id.empty() && !seen.insert(indicator.id).second) {
            problems.error(indicator.where, "the indicator '" + indicator.id + "' stands here twice",
                           "give each its own id");
        }
        if (!indicator.factor.empty() && evidence::find_factor(theory, indicator.factor) == nullptr) {
            problems.error(indicator.where, "the indicator names the unknown factor '" + indicator.factor + "'",
                           "name a factor of this theory" + did_you_mean(indicator.factor, ids));
        }
    }
}

void check_covariates(const evidence::Theory& theory, Problems& problems) {
    std::vector<std::string> ids;
    for (const auto& factor : theory.factors) ids.push_back(factor.id);
    const auto check_factor = [&](const std::string& named, const Position& where, const std::string& what) {
        if (named.empty() || evidence::find_factor(theory, named) != nullptr) return;
        problems.error(where, what + " names the unknown factor '" + named + "'",
                       "name a factor of this theory" + did_you_mean(named, ids));
    };
    std::set<std::string_view> measured;
    for (const auto& covariate : theory.covariates) {
        check_factor(covariate.factor, covariate.where, "the covariate");
        measured.insert(covariate.factor);
    }
    std::set<std::string_view> seen;
    for (const auto& unmeasured : theory.unmeasured) {
        check_factor(unmeasured.factor, unmeasured.where, "[[unmeasured]]");
        if (unmeasured.factor.empty()) continue;
        if (measured.contains(unmeasured.factor)) {
            problems.error(unmeasured.where, "the factor '" + unmeasured.factor + "' has a covariate that measures it",
                           "take out one of the two");
        } else if (!seen.insert(unmeasured.factor).second) {
            problems.error(unmeasured.where, "the factor '" + unmeasured.factor + "' is said to be unmeasured twice",
                           "keep one of the two");
        }
    }
}

void check_mirrors(const evidence::Theory& theory, Problems& problems) {
    std::vector<std::string> ids;
    for (const auto& factor : theory.factors) ids.push_back(factor.id);
    const std::set<std::string_view> known(ids.begin(), ids.end());
    for (const auto& factor : theory.factors) {
        for (const auto& mirror : factor.mirrors) {
            if (mirror == factor.id) {
                problems.error(factor.where, "the factor '" + factor.id + "' mirrors itself",
                               "take it out of 'mirrors'");
            } else if (!known.contains(mirror)) {
                problems.error(factor.where, "'mirrors' names the unknown factor '" + mirror + "'",
                               "name a factor of this theory" + did_you_mean(mirror, ids));
            }
        }
    }
}

}  // namespace

evidence::Theory ledger_theory_of(TheoryText text, Problems& problems) {
    auto& content = text.content;
    evidence::Theory theory;
    theory.sha256 = text.sha256;
    EntryReader reader(text.whole, content);
    theory.where = text.whole.where;
    theory.id = reader.id();
    if (is_of_another_kind(text, evidence::TheoryKind::Ledger, reader, problems)) {
        theory.lost_at = reader.where_is("kind");
        return theory;
    }
    theory.name = reader.filled_text("name");
    theory.summary = reader.filled_text("summary");
    theory.citation = reader.filled_text("citation");
    theory.decision_rules = reader.texts("decision_rules");
    theory.cautions = reader.texts("cautions");
    if (reader.require_key("factor", "add a [[factor]]")) {
        for (const Table* table : reader.tables("factor")) theory.factors.push_back(read_factor(*table, content));
    }
    for (const Table* table : reader.tables("indicator")) theory.indicators.push_back(read_indicator(*table, content));
    theory.covariates = read_covariates(reader, CovariatesOf::Factors);
    for (const Table* table : reader.tables("unmeasured"))
        theory.unmeasured.push_back(read_unmeasured(*table, content));
    reader.finish();
    check_factor_ids(theory, content);
    theory.lost_at = first_loss(theory, text.syntax);
    if (!theory.lost_at) {
        check_mirrors(theory, content);
        check_indicators(theory, content);
        check_covariates(theory, content);
    }
    report(text, problems);
    return theory;
}

}  // namespace entente::casefile
