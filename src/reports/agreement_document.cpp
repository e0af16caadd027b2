#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

std::string metric_name(indices::Metric metric) {
    switch (metric) {
        case indices::Metric::Ordinal:
            return "ordinal";
        case indices::Metric::Interval:
            return "interval";
        case indices::Metric::Ratio:
            return "ratio";
        case indices::Metric::Nominal:
            break;
    }
    return "nominal";
}

std::string value_of(const std::optional<double>& value, int digits) {
    return value ? coefficient(*value, digits) : "—";
}

// `direction: α: every value is the same`; a reason that both share stands once.
std::vector<Text> reasons(const workbench::AgreementResult& result, const std::string& kappa) {
    std::vector<Text> lines;
    const auto why = [](const indices::Agreement& agreement) {
        return agreement.value ? agreement.why_no_interval : agreement.why_not;
    };
    for (const auto& field : result.fields) {
        const auto alpha = why(field.alpha);
        const auto other = why(field.kappa);
        if (!alpha.empty()) lines.emplace_back(field.field + (alpha == other ? ": " : ", α: ") + alpha, Tone::Faint);
        if (!other.empty() && other != alpha)
            lines.emplace_back(field.field + ", " + kappa + ": " + other, Tone::Faint);
    }
    return lines;
}

void add_fields(Document& document, const workbench::AgreementResult& result,
                const workbench::AgreementRequest& request) {
    const std::string kappa = result.coders.size() == 2 ? "Cohen κ" : "Fleiss κ";
    Table table;
    table.columns = {{"field"},
                     {"scale"},
                     {"units", Align::Right},
                     {"equal", Align::Right},
                     {"Krippendorff α", Align::Right},
                     {"95% from", Align::Right},
                     {"to", Align::Right},
                     {kappa, Align::Right},
                     {"95% from", Align::Right},
                     {"to", Align::Right}};
    for (const auto& field : result.fields) {
        const auto equal = field.alpha.units == 0 ? std::string("—") : percent(field.observed, 0);
        table.rows.push_back({Text{field.field}, Text{metric_name(field.metric)},
                              Text{std::to_string(field.alpha.units)}, Text{equal},
                              Text{value_of(field.alpha.value, 3)}, Text{value_of(field.alpha.low, 2)},
                              Text{value_of(field.alpha.high, 2)}, Text{value_of(field.kappa.value, 3)},
                              Text{value_of(field.kappa.low, 2)}, Text{value_of(field.kappa.high, 2)}});
    }
    document.table(std::move(table));
    if (auto lines = reasons(result, kappa); !lines.empty()) document.list(std::move(lines));
    document.paragraph(
        Text{"factor: the first that each coder assigned to an item, or none. α from .800 is taken as firm, "
             ".667–.800 as tentative (Krippendorff). κ treats every field as nominal. Intervals: "
             "bootstrap over units, " +
                 std::to_string(request.draws) + " draws.",
             Tone::Faint});
}

void add_disagreements(Document& document, const workbench::AgreementResult& result) {
    if (result.disagreements.empty()) return;
    document.heading("Where they differ");
    Table table;
    table.columns = {{"item", Align::Left, true}, {"factor", Align::Left, true}, {"field"}};
    for (const auto& coder : result.coders) table.columns.push_back({coder});
    for (const auto& each : result.disagreements) {
        std::vector<Text> row{Text{each.item}, Text{each.factor}, Text{each.field}};
        for (const auto& value : each.values) row.emplace_back(value);
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

}  // namespace

Document agreement_document(const workbench::OpenCase& open, const workbench::AgreementResult& result,
                            const workbench::AgreementRequest& request) {
    Document document;
    document.paragraph(fmt::format("{} · {} · coders {} · {} read by at least two", open.content.title,
                                   open.theory.name, result.coders.empty() ? "none" : joined(result.coders, ", "),
                                   counted(result.items_in_common, "item")));
    if (result.items_in_common > 0) {
        add_fields(document, result, request);
        add_disagreements(document, result);
    } else {
        document.paragraph(result.coders.size() < 2 ? "Nothing to compare: agreement needs two coders."
                                                    : "Nothing to compare: no item was read by two of them.");
    }
    document.origin = provenance(open, request.seed);
    return document;
}

}  // namespace entente::reports
