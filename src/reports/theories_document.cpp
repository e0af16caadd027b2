#include <fmt/format.h>

#include "core/text.hpp"
#include "evidence/theory_kind.hpp"
#include "reports/covariate_words.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

// `the guarantor's forces on the ally's soil (forces-with-ally): a rise points to endurance, from 10% on`
std::string indicator_in_words(const evidence::Indicator& indicator) {
    const auto least = indicator.change_of == evidence::ChangeOf::Ratio ? fmt::format("{:g}%", 100 * indicator.least)
                                                                        : fmt::format("{:g}", indicator.least);
    return fmt::format("{} ({}): a rise points to {}, from {} on", indicator.name, indicator.id,
                       name_of(indicator.rise), least);
}

}  // namespace

Document theories_document(const workbench::Theories& theories) {
    Document document;
    Table table;
    table.columns = {{"theory", Align::Left, false},
                     {"kind", Align::Left, false},
                     {"holds", Align::Left, false},
                     {"summary", Align::Left, true, true}};
    const auto row = [&table](const auto& theory, evidence::TheoryKind kind, const std::string& holds) {
        table.rows.push_back({Text{theory.id}, Text{std::string{name_of(kind)}}, Text{holds}, Text{theory.summary}});
    };
    for (const auto& [theory, file] : theories.ledgers) {
        row(theory, evidence::TheoryKind::Ledger, counted(static_cast<long>(theory.factors.size()), "factor"));
    }
    for (const auto& [theory, file] : theories.threats) {
        row(theory, evidence::TheoryKind::Threat, counted(static_cast<long>(theory.components.size()), "component"));
    }
    for (const auto& [theory, file] : theories.burdens) {
        row(theory, evidence::TheoryKind::Burden, counted(static_cast<long>(theory.measures.size()), "measure"));
    }
    for (const auto& entry : theories.outlooks) {
        row(entry.theory, evidence::TheoryKind::Outlook,
            counted(static_cast<long>(entry.theory.models.size()), "model"));
    }
    document.table(std::move(table));
    return document;
}

Document theory_document(const workbench::TheoryEntry& entry) {
    const auto& theory = entry.theory;
    Document document;
    document.paragraph(Text{theory.name, Tone::Bold});
    document.paragraph(theory.summary, 1);
    document.paragraph(Text{theory.citation, Tone::Faint}, 1);
    const auto listed = [&](const std::string& title, const std::vector<std::string>& entries) {
        if (entries.empty()) return;
        document.heading(title);
        document.list({entries.begin(), entries.end()});
    };
    listed("Decision rules", theory.decision_rules);
    listed("Cautions", theory.cautions);
    for (const auto& factor : theory.factors) {
        const auto id = factor.id == factor.name ? "" : factor.id + ", ";
        document.heading(fmt::format("{} ({}{})", factor.name, id, name_of(factor.ledger)));
        document.paragraph(factor.definition, 1);
        const auto field = [&](const std::string& label, const std::vector<std::string>& entries) {
            if (!entries.empty()) document.labelled(label, {entries.begin(), entries.end()});
        };
        std::vector<std::string> aspects;
        for (const auto& aspect : factor.aspects)
            aspects.push_back(aspect.id == aspect.name ? aspect.id : aspect.id + ": " + aspect.name);
        field("aspects", aspects);
        field("counts", factor.counts);
        field("does not count", factor.does_not_count);
        field("examples", factor.examples);
        if (!factor.mirrors.empty()) document.labelled("mirrors", {joined(factor.mirrors, ", ")});
        field("sources", factor.citations);
        for (const auto& indicator : theory.indicators) {
            if (indicator.factor != factor.id) continue;
            std::vector<Text> lines{indicator_in_words(indicator), indicator.reason};
            if (!indicator.data.empty()) lines.emplace_back("data: " + joined(indicator.data, ", "));
            if (!indicator.caution.empty()) lines.emplace_back(indicator.caution);
            document.labelled("number", std::move(lines));
        }
        for (const auto& covariate : theory.covariates) {
            if (covariate.factor == factor.id) document.labelled("covariate", covariate_lines(covariate));
        }
        for (const auto& unmeasured : theory.unmeasured) {
            if (unmeasured.factor == factor.id) document.labelled("no covariate", {unmeasured.why});
        }
    }
    return document;
}

}  // namespace entente::reports
