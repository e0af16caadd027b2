// threat: the threats to a state in a year, or year by year: the table, and where all of it is from.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"
#include "workbench/shipped_files.hpp"
#include "workbench/threat_unranked.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kShown = 10;  // of a year's threats
constexpr std::size_t kShortHash = 12;

void add_components(std::vector<Text>& row, const workbench::Threat& threat) {
    for (const auto& component : threat.reading.components) row.emplace_back(value_or_dash(component.value));
}

// `proximity (closeness: no row); offensive power (spending share: missing in source)`
std::string missing_in_words(const workbench::Threat& threat, const evidence::ThreatTheory& theory) {
    return joined(workbench::missing_components(threat.reading, theory), "; ");
}

// A tie of nothing has no first.
std::string place_words(const threat::Ranked& standing) {
    return standing.rank == 1 && !threat::comes_first(standing) ? "—" : rank_words(standing);
}

using Shown = std::vector<const workbench::Threat*>;

// The first of those with a rank, and the principal threats wherever they stand. Whom a composite of 0 leaves behind is
// among them if other weights would make it the first. Where nobody has a rank, the first all the same.
Shown shown_threats(const workbench::YearOfThreats& year, const ThreatView& view) {
    Shown shown;
    for (const auto& threat : year.threats) {
        const bool worth_showing = threat.standing.rank && (!is_nothing(threat) || threat.standing.first_share > 0);
        if (view.all || (worth_showing && shown.size() < kShown) || is_principal(threat, year)) {
            shown.push_back(&threat);
        }
    }
    for (const auto& threat : year.threats) {
        const bool none_ranked = !year.threats.front().standing.rank;
        if (none_ranked && !view.all && shown.size() < kShown) shown.push_back(&threat);
    }
    return shown;
}

void add_rest(Document& document, const workbench::YearOfThreats& year, const Shown& shown,
              const evidence::ThreatTheory& theory) {
    std::size_t ranked = 0;
    std::size_t nothing = 0;
    std::vector<std::pair<std::string, std::vector<workbench::NamedState>>> unranked;  // by what is missing
    for (const auto& threat : year.threats) {
        if (std::find(shown.begin(), shown.end(), &threat) != shown.end()) continue;
        if (threat.standing.rank) {
            ++ranked;
            if (is_nothing(threat)) ++nothing;
            continue;
        }
        const auto why = missing_in_words(threat, theory);
        const auto found =
            std::find_if(unranked.begin(), unranked.end(), [&](const auto& one) { return one.first == why; });
        if (found == unranked.end()) {
            unranked.emplace_back(why, std::vector{threat.other});
        } else {
            found->second.push_back(threat.other);
        }
    }
    if (ranked > 0) {
        const auto of_nothing = nothing == 0 ? "" : fmt::format(", {} of them with a composite of 0", nothing);
        document.paragraph(
            Text{fmt::format("and {} more with a rank{} (--all shows them)", ranked, of_nothing), Tone::Faint}, 1);
    }
    constexpr std::size_t kNamed = 6;
    for (const auto& [why, states] : unranked) {
        document.paragraph(
            Text{fmt::format("no rank, for want of {}: {}", why, state_names(states, kNamed)), Tone::Faint}, 1);
    }
}

}  // namespace

void add_threats(Document& document, const workbench::YearOfThreats& year, const workbench::ThreatResult& result,
                 const ThreatView& view) {
    if (year.threats.empty()) return;
    const auto& theory = result.theory;
    Table table;
    table.columns = {{"rank", Align::Right},
                     {"over all weightings", Align::Right},
                     {"first under", Align::Right},
                     {"state", Align::Left, true},
                     {"is"}};
    for (const auto& component : theory.components) table.columns.push_back({component.name, Align::Right});
    if (view.composite) table.columns.push_back({"composite", Align::Right});
    const auto posture = known_posture(year);
    for (const auto entry : posture) {
        table.columns.push_back({theory.force_posture[entry].name + " in it", Align::Right});
    }
    const auto shown = shown_threats(year, view);
    const bool some_missing =
        std::any_of(shown.begin(), shown.end(), [](const auto* threat) { return !threat->standing.rank; });
    if (some_missing) table.columns.push_back({"missing", Align::Left, false, true, false, true});
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto* each : shown) {
        const auto& threat = *each;
        const auto& standing = threat.standing;
        std::vector<Text> row{{place_words(standing)},
                              {rank_range(standing)},
                              {standing.rank ? share_words(standing.first_share) : "—"},
                              {threat.other.name, is_first_threat(threat, year) ? Tone::Bold : Tone::Plain},
                              {status_words(threat.status)}};
        add_components(row, threat);
        if (view.composite) row.emplace_back(value_or_dash(standing.composite));
        for (const auto entry : posture) row.emplace_back(posture_words(threat.posture[entry]));
        if (some_missing) row.emplace_back(missing_in_words(threat, theory));
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    add_rest(document, year, shown, theory);
}

namespace {

// The principal threats and, where they are fewer, the first of the ranking; in its order.
Shown compared_threats(const workbench::YearOfThreats& year) {
    constexpr std::size_t kCompared = 3;
    const auto principal = static_cast<std::size_t>(std::count_if(
        year.threats.begin(), year.threats.end(), [&year](const auto& threat) { return is_principal(threat, year); }));
    std::size_t others = kCompared - std::min(kCompared, principal);
    Shown compared;
    for (const auto& threat : year.threats) {
        if (compared.size() == kCompared) break;
        const bool of_principal = is_principal(threat, year);
        if (!of_principal && others == 0) continue;
        if (!of_principal) --others;
        compared.push_back(&threat);
    }
    return compared;
}

}  // namespace

void add_parts(Document& document, const workbench::YearOfThreats& year, const workbench::ThreatResult& result) {
    const auto& theory = result.theory;
    const auto compared = compared_threats(year);
    if (compared.empty()) return;
    document.heading("What the components are made of");
    Table table;
    table.columns = {{"", Align::Left, true, true}};
    for (const auto* threat : compared) {
        table.columns.push_back({threat->other.name, Align::Right, true, true});  // why a number is missing may be long
        table.columns.back().title_wraps = true;
    }
    const auto add_row = [&](const std::string& title, Tone tone, const auto& words_of) {
        std::vector<Text> row{{title, tone}};
        for (const auto* threat : compared) row.emplace_back(words_of(*threat), tone);
        table.rows.push_back(std::move(row));
    };
    for (std::size_t at = 0; at < theory.components.size(); ++at) {
        const auto& component = theory.components[at];
        add_row(component.name, Tone::Bold,
                [&](const auto& threat) { return value_or_reason(threat.reading.components[at].value); });
        for (std::size_t part = 0; part < component.parts.size(); ++part) {
            const bool of_cases = component.parts[part].formula == evidence::ThreatFormula::CodedEvidence;
            if (of_cases && !result.of_case) continue;
            const auto weight = component.parts[part].moves ? std::string("moves the mean")
                                                            : "weight " + number_words(component.parts[part].weight);
            const auto title = fmt::format("– {}, {}", component.parts[part].id, weight);
            add_row(title, Tone::Plain,
                    [&](const auto& threat) { return value_or_reason(threat.reading.components[at].parts[part]); });
        }
    }
    add_row("beside, in no component", Tone::Bold, [](const auto&) { return std::string{}; });
    add_row("– km between the capitals", Tone::Plain,
            [](const auto& threat) { return value_or_reason(threat.reading.facts.distance_km); });
    add_row("– capability after the loss of strength", Tone::Plain, [](const auto& threat) {
        const auto& facts = threat.reading.facts;
        return value_or_reason(facts.capability_at_distance) + (facts.inflated ? " inflated" : "");
    });
    for (const auto entry : known_posture(year)) {
        add_row("– " + theory.force_posture[entry].name + " in it", Tone::Plain, [entry](const auto& threat) {
            const auto& posture = threat.posture[entry];
            return is_not_applicable(posture.forces.in_it) ? posture_words(posture)
                                                           : value_or_reason(posture.forces.in_it);
        });
    }
    const bool ended = year.threats.front().reading.facts.hostility_known_to < year.year;
    if (ended) {
        add_row("– disputes known to", Tone::Plain, [](const auto& threat) {
            const auto known_to = threat.reading.facts.hostility_known_to;
            return known_to == 0 ? std::string("—") : std::to_string(known_to);
        });
    }
    document.table(std::move(table));
}

std::string threat_origin(const evidence::ThreatTheory& theory) {
    return fmt::format("theory {} {} · entente {}", theory.id, theory.sha256.substr(0, kShortHash),
                       workbench::version());
}

void add_threat_sources(Document& document, const std::vector<workbench::ThreatSource>& sources) {
    if (sources.empty()) return;
    document.heading("Sources");
    Table table;
    table.columns = {{"fact"},
                     {"data set", Align::Left, true},
                     {"years"},
                     {"how it was made", Align::Left, false, true, false, true}};
    for (const auto& source : sources) {
        const auto years = source.last == 0 ? std::string("—") : fmt::format("{}–{}", source.first, source.last);
        const bool at_hand = !source.dataset.empty();
        table.rows.push_back({{source.fact},
                              {at_hand ? source.dataset : "none", at_hand ? Tone::Plain : Tone::Weak},
                              {years},
                              {at_hand ? source.variable : source.why_not, Tone::Faint}});
    }
    document.table(std::move(table));
}

namespace {

// What this answer rests on stands below its table; what holds for every answer, at the end.
void add_notes(Document& document, const workbench::ThreatResult& result, const ThreatView& view) {
    std::vector<Text> notes;
    if (result.weights_changed || view.composite) notes.emplace_back("Weights: " + weights_words(result.theory) + ".");
    if (view.composite) {
        notes.emplace_back(
            fmt::format("The composite is the {} mean of the components by these weights, each component divided by "
                        "its largest value of the year. {}",
                        name_of(result.theory.form), result.theory.composite_reason));
    }
    notes.insert(notes.end(), result.notes.begin(), result.notes.end());
    if (!notes.empty()) document.list(std::move(notes));
}

void add_cautions(Document& document, const evidence::ThreatTheory& theory) {
    if (theory.cautions.empty()) return;
    document.heading("Cautions");
    document.list({theory.cautions.begin(), theory.cautions.end()});
}

void add_year(Document& document, const workbench::StateThreats& state, const workbench::YearOfThreats& year,
              const workbench::ThreatResult& result, const ThreatView& view) {
    document.paragraph(Text{first_in_words(state, year, result) + unranked_in_words(state, year), Tone::Bold}, 1);
    add_threats(document, year, result, view);
    add_unranked(document, state);
    if (&state == &result.states.front()) add_notes(document, result, view);
    add_parts(document, year, result);
    add_posture(document, state, year, result.theory);
    add_responses(document, year, result.theory);
    add_observed(document, year);
    add_allies(document, year, result.theory);
}

// What all of it was made from.
std::string origin(const workbench::ThreatResult& result) {
    std::string made;
    if (result.of_case) {
        made = fmt::format("case {} {} · cut-off {} · ", result.of_case->case_id,
                           result.of_case->sha256.substr(0, kShortHash), to_text(result.of_case->cutoff));
    }
    return made + threat_origin(result.theory);
}

}  // namespace

Document threat_document(const workbench::ThreatResult& result, const ThreatView& view) {
    Document document;
    const bool history = result.from != result.to;
    const auto years = history ? fmt::format("{}–{}", result.from, result.to) : std::to_string(result.to);
    for (const auto& state : result.states) {
        document.heading(fmt::format("Threats to {}, {} · {}{}", state.state.name, years, result.theory.name,
                                     result.weights_changed ? ", other weights" : ""));
        if (!history) {
            for (const auto& year : state.years) add_year(document, state, year, result, view);
            continue;
        }
        add_history(document, state, result, view);
        add_unranked(document, state);
        if (&state == &result.states.front()) add_notes(document, result, view);
    }
    if (result.states.empty()) {
        document.paragraph(
            Text{"There are no figures to compute threats from: no data store, and none in the case.", Tone::Bold}, 1);
        add_notes(document, result, view);
    }
    if (result.of_case) add_case_threats(document, *result.of_case, view);
    add_threat_sources(document, result.sources);
    add_cautions(document, result.theory);
    document.cited = {{"The theory", result.theory_cited}, {"The data", result.data_cited}};
    document.origin = origin(result);
    return document;
}

}  // namespace entente::reports
