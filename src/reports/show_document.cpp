// show: one thing of a case with everything that hangs on it, or the table of a part.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/forecast_words.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"
#include "reports/show_parts.hpp"

namespace entente::reports {
namespace {

using workbench::ShowResult;

std::string coding_in_words(const evidence::Coding& coding) {
    const auto baseline = "baseline " + coding.baseline;
    if (coding.factor == evidence::kOutside) return reading_in_words(coding) + " · " + baseline;
    const auto cluster = coding.cluster.empty() ? "no cluster" : "cluster " + coding.cluster;
    return fmt::format("{} · {} · {} · {} · specificity {:g}", factor_in_words(coding), reading_in_words(coding),
                       baseline, cluster, coding.specificity);
}

// A line that is left out where there is nothing to say.
void field(Document& document, const std::string& label, const std::string& text) {
    if (!text.empty()) document.labelled(label, {text});
}

void sources_field(Document& document, const workbench::OpenCase& open,
                   const std::vector<evidence::Citation>& citations) {
    const evidence::CaseIndex index(open.content);
    std::vector<Text> lines;
    for (const auto& citation : citations) {
        if (const auto* source = index.source(citation.key)) lines.emplace_back(source_in_words(*source, citation.at));
    }
    if (!lines.empty()) document.labelled("sources", std::move(lines));
}

template <typename Thing>
std::vector<Text> one_per_line(const std::vector<const Thing*>& things) {
    std::vector<Text> lines;
    for (const auto* thing : things) lines.emplace_back(thing->id + ": " + thing->text);
    return lines;
}

void show_item(Document& document, const ShowResult& result, const workbench::ItemView& view) {
    const auto& item = *view.item;
    document.paragraph(Text{item.id, Tone::Bold});
    document.paragraph(item.text, 1);
    field(document, "date", to_text(item.date));
    field(document, "periods",
          joined(view.periods, ", ") + (view.after_cutoff ? " · known only after the cut-off" : ""));
    field(document, "kind", std::string(name_of(item.kind)));
    field(document, "issues", joined(item.issues, ", "));
    field(document, "actors", actors_in_words(item));
    field(document, "searched", item.searched);
    if (item.quote) {
        field(document, "quote",
              "“" + item.quote->text + "”" +
                  (item.quote->translation.empty() ? "" : " (" + item.quote->translation + ")"));
    }
    const evidence::CaseIndex index(result.open->content);
    field(document, "grade",
          to_text(evidence::grade_of(item, index)) + ", " + std::string(name_of(evidence::class_of(item, index))));
    sources_field(document, *result.open, item.sources);
    for (const auto& id : item.figures) {
        if (const auto* figure = index.figure(id)) field(document, "figure", id + ": " + figure_in_words(*figure));
    }
    for (const auto* coding : view.codings) {
        std::vector<Text> lines{coding->coder + ": " + coding_in_words(*coding)};
        const auto comparator = comparator_in_words(*coding);
        if (!comparator.empty()) lines.emplace_back(comparator, Tone::Faint);
        if (!coding->note.empty()) lines.emplace_back(coding->note, Tone::Faint);
        document.labelled("coding", std::move(lines));
    }
    const auto listed = [&](const std::string& label, const auto& things) {
        if (!things.empty()) document.labelled(label, one_per_line(things));
    };
    listed("claims for", view.claims_for);
    listed("claims against", view.claims_against);
    listed("taken up by", view.continued_or_broken_by);
    for (const auto* meeting : view.meetings) field(document, "meeting", meeting->id + ", " + meeting->place);
    field(document, "rows", joined(item.rows, ", "));
    field(document, "file", fmt::format("{}:{}", item.where.file, item.where.line));
}

void show_claim(Document& document, const ShowResult& result, const workbench::ClaimView& view) {
    const auto& claim = *view.claim;
    const evidence::CaseIndex index(result.open->content);
    document.paragraph(Text{claim.id, Tone::Bold});
    document.paragraph(claim.text, 1);
    field(document, "kind", std::string(name_of(claim.kind)) + ": what an author concluded, never evidence");
    field(document, "author", claim.author + (claim.date ? ", " + to_text(*claim.date) : ""));
    field(document, "cause", claim.cause);
    field(document, "effect", claim.effect);
    field(document, "factors", joined(claim.factors, ", "));
    if (claim.quote) field(document, "quote", "“" + claim.quote->text + "”");
    const auto items = [&](const std::string& label, const std::vector<std::string>& ids) {
        std::vector<Text> lines;
        for (const auto& id : ids) lines.emplace_back(id + ": " + item_in_words(*result.open, id));
        if (lines.empty()) lines.emplace_back("no item is named", Tone::Faint);
        document.labelled(label, std::move(lines));
    };
    items("for", claim.supported_by);
    items("against", claim.opposed_by);
    std::vector<Text> rivals = one_per_line(view.rivals);
    if (rivals.empty() && claim.kind == evidence::ClaimKind::Causal) {
        rivals.emplace_back("none is named: what else could explain it?", Tone::Weak);
    }
    if (!rivals.empty()) document.labelled("rivals", std::move(rivals));
    if (claim.forecast) {
        field(document, "horizon", claim.forecast->horizon);
        field(document, "settled if", claim.forecast->rule);
        const auto due = claim.forecast->due ? to_text(*claim.forecast->due) : std::string();
        if (due != claim.forecast->horizon) field(document, "due", due);
        field(document, "probability", probability_in_words(*claim.forecast));
        field(document, "resolution", settlement_in_words(claim.forecast->outcome));
    }
    sources_field(document, *result.open, claim.sources);
    field(document, "rows", joined(claim.rows, ", "));
    field(document, "file", fmt::format("{}:{}", claim.where.file, claim.where.line));
}

void show_source(Document& document, const workbench::SourceView& view) {
    const auto& source = *view.source;
    document.paragraph(Text{source.key, Tone::Bold});
    document.paragraph(reference_in_words(source, {}), 1);
    field(document, "class", source.outlet_class ? std::string(name_of(*source.outlet_class)) : "not stated");
    field(document, "leaning", std::string(name_of(source.leaning)));
    field(document, "grade", source.grade ? to_text(*source.grade) : "not stated");
    field(document, "language", source.language);
    field(document, "copies", joined(source.depends_on, ", "));
    field(document, "note", source.note);
    field(document, "accessed", source.accessed ? to_text(*source.accessed) : "");
    field(document, "items", joined(view.items, ", "));
    field(document, "claims", joined(view.claims, ", "));
    field(document, "others", joined(view.others, ", "));
}

void show_meeting(Document& document, const ShowResult& result, const evidence::Meeting& meeting) {
    document.paragraph(Text{meeting.id, Tone::Bold});
    field(document, "local date", to_text(meeting.date) + " (" + meeting.zone + ")");
    field(document, "place", meeting.place);
    field(document, "format", std::string(name_of(meeting.format)));
    field(document, "participants", joined(meeting.participants, ", "));
    field(document, "topics", joined(meeting.topics, ", "));
    for (const auto& promise : meeting.promises) {
        document.labelled(std::string(name_of(promise.state)),
                          {promise.text + (promise.by.empty() ? "" : " — " + item_in_words(*result.open, promise.by))});
    }
    field(document, "listed by", joined(meeting.listed_by, ", "));
    field(document, "added by", meeting.correction.empty() ? "" : "correction " + meeting.correction);
    for (const auto& id : meeting.items) field(document, "item", id + ": " + item_in_words(*result.open, id));
    sources_field(document, *result.open, meeting.sources);
}

void show_figure(Document& document, const ShowResult& result, const evidence::Figure& figure) {
    document.paragraph(Text{figure.id, Tone::Bold});
    document.paragraph(figure.name, 1);
    field(document, "value", figure_in_words(figure));
    field(document, "as of", to_text(figure.as_of));
    field(document, "definition", figure.definition);
    field(document, "stage", figure.stage);
    field(document, "price basis", figure.price_basis);
    field(document, "exchange rate", figure.exchange_rate);
    field(document, "asked", figure.question);
    field(document, "population", figure.population);
    field(document, "n", figure.sample_size ? std::to_string(*figure.sample_size) : "");
    if (figure.field_begin && figure.field_end) {
        field(document, "field dates", to_text(day_range(*figure.field_begin, *figure.field_end)));
    }
    field(document, "note", figure.note);
    sources_field(document, *result.open, figure.sources);
}

void show_correction(Document& document, const ShowResult& result, const evidence::Correction& correction) {
    document.paragraph(Text{correction.id, Tone::Bold});
    field(document, "corrects", cited({correction.corrects}));
    field(document, "stated", correction.stated);
    field(document, "right", correction.corrected);
    field(document, "basis", std::string(name_of(correction.basis)) + ": " + correction.reason);
    field(document, "by", correction.by + (correction.date ? ", " + to_text(*correction.date) : ""));
    sources_field(document, *result.open, correction.sources);
}

void show_scenario(Document& document, const ShowResult& result, const evidence::Scenario& scenario) {
    document.paragraph(Text{scenario.name, Tone::Bold});
    field(document, "author", scenario.author);
    field(document, "trigger", scenario.trigger);
    field(document, "horizon", scenario.horizon);
    field(document, "probability",
          scenario.probability_low && scenario.probability_high
              ? fmt::format("{:g}–{:g}, {}", *scenario.probability_low, *scenario.probability_high,
                            scenario.probability_basis)
              : "the author gives none");
    for (const auto& effect : scenario.effects) {
        const auto side = effect.direction ? std::string(name_of(*effect.direction)) : "left open";
        document.labelled(effect.factor,
                          {fmt::format("{} {:g}–{:g} dB{}{}", side, effect.decibels_low, effect.decibels_high,
                                       effect.note.empty() ? "" : ": ", effect.note)});
    }
    for (const auto& effect : scenario.indicator_effects) {
        document.labelled(effect.indicator,
                          {fmt::format("changes by {:g} to {:g}{}", effect.change_low, effect.change_high,
                                       effect.note.empty() ? "" : ": " + effect.note)});
    }
    field(document, "alternatives", scenario.alternatives);
    for (const auto& condition : scenario.conditions) field(document, "condition", condition.name);
    field(document, "settled if", scenario.resolution);
    if (scenario.outcome) field(document, "resolution", settlement_in_words(*scenario.outcome));
    sources_field(document, *result.open, scenario.sources);
}

void show_one(Document& document, const ShowResult& result) {
    for (const auto& view : result.items) show_item(document, result, view);
    for (const auto& view : result.claims) show_claim(document, result, view);
    for (const auto& view : result.sources) show_source(document, view);
    for (const auto* meeting : result.meetings) show_meeting(document, result, *meeting);
    for (const auto* figure : result.figures) show_figure(document, result, *figure);
    for (const auto* correction : result.corrections) show_correction(document, result, *correction);
    for (const auto* scenario : result.scenarios) show_scenario(document, result, *scenario);
}

}  // namespace

Document show_document(const ShowResult& result) {
    if (result.part == workbench::Part::Case) return case_document(*result.open);
    Document document;
    if (result.single) {
        show_one(document, result);
        return document;
    }
    auto table = show_table(result);
    const auto count = table.rows.size();
    std::string one(name_of(result.part));
    one.pop_back();  // every part is named in the plural
    document.paragraph(counted(static_cast<long>(count), one) + " of " + result.open->content.title);
    if (count > 0) document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
