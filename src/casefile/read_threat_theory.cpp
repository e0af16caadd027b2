// theories/*.toml of the kind `threat`: the components of threat, the rules of response and the two gauges.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "casefile/number_reader.hpp"
#include "casefile/theory_parts.hpp"
#include "casefile/theory_text.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

constexpr double kSumTolerance = 1e-9;  // how far the weights of the components may be from adding to 1
constexpr double kTopOfHostility = 5;   // war, in the dispute data

// A part that moves the mean of the others has no share in it, and is not needed for it. What a case codes runs from −1
// to 1, so it cannot stand in a mean of shares.
void check_moves(EntryReader& reader, evidence::ThreatPart& part, std::optional<evidence::ThreatFormula> formula) {
    if (part.moves) {
        part.weight = 0;
        for (const auto* key : {"weight", "needed"}) {
            if (!reader.has(key)) continue;
            (void)reader.value(key);
            reader.error_at(key, "a part that moves has no '" + std::string(key) + "'",
                            "it moves the mean of the other parts; take the line out, or `moves`");
        }
    } else if (formula == evidence::ThreatFormula::CodedEvidence) {
        reader.error_at("formula", "'coded-evidence' is no part of a mean: it may be below 0",
                        "write `moves = true` and no weight, so that it moves the mean of the other parts");
    }
}

std::vector<evidence::ThreatPart> read_parts(EntryReader& component) {
    std::vector<evidence::ThreatPart> parts;
    OnlyOnce ids("part");
    OnlyOnce formulas("formula");
    for (const Table* table : some_tables(component, "part")) {
        NumberReader reader(*table, component.problems());
        evidence::ThreatPart part;
        part.where = table->where;
        part.id = reader.id();
        const auto formula = reader.required_choice<evidence::ThreatFormula>("formula");
        part.moves = reader.flag_or("moves", false);
        if (!part.moves) {
            part.weight = reader.positive("weight");
            part.needed = reader.flag_or("needed", false);
        }
        part.note = reader.text_or("note", "");
        ids.see(reader, "id", part.id);
        if (formula) formulas.see(reader, "formula", std::string(name_of(*formula)));
        check_moves(reader, part, formula);
        part.formula = formula.value_or(evidence::ThreatFormula::CapabilityShare);
        reader.finish();
        parts.push_back(std::move(part));
    }
    return parts;
}

void read_components(EntryReader& whole, evidence::ThreatTheory& theory) {
    OnlyOnce ids("component");
    for (const Table* table : some_tables(whole, "component")) {
        EntryReader reader(*table, whole.problems());
        evidence::ThreatComponent component;
        component.where = table->where;
        component.id = reader.id();
        component.name = reader.filled_text("name");
        component.definition = reader.filled_text("definition");
        component.assumption = reader.filled_text("assumption");
        component.citations = reader.texts("citations");
        component.parts = read_parts(reader);
        const bool only_moved = !component.parts.empty() && std::all_of(component.parts.begin(), component.parts.end(),
                                                                        [](const auto& part) { return part.moves; });
        if (only_moved) {
            reader.error_at("part", "every part of the component moves, and there is nothing that it could move",
                            "give it a part with a weight");
        }
        ids.see(reader, "id", component.id);
        reader.finish();
        theory.components.push_back(std::move(component));
    }
}

// `us-troops.troops`: without a name before the point and one after it nothing can be asked for.
std::vector<evidence::DatasetVariable> read_variables(EntryReader& reader) {
    std::vector<evidence::DatasetVariable> variables;
    if (!reader.require_key("variables", "name the variables that count them, the best first")) return variables;
    for (const auto& text : reader.texts("variables")) {
        const auto point = text.find('.');
        if (point == std::string::npos || point == 0 || point + 1 == text.size()) {
            reader.error_at("variables", "'" + text + "' is no variable of a data set",
                            "write the data set's id, a point and the variable, as us-troops.troops");
            continue;
        }
        variables.push_back({text.substr(0, point), text.substr(point + 1)});
    }
    return variables;
}

void read_force_posture(EntryReader& whole, evidence::ThreatTheory& theory) {
    OnlyOnce ids("force posture");
    for (const Table* table : whole.tables("force_posture")) {
        EntryReader reader(*table, whole.problems());
        evidence::ForcePosture posture;
        posture.where = table->where;
        posture.id = reader.id();
        posture.name = reader.filled_text("name");
        posture.sender = reader.filled_text("sender");
        posture.counts = reader.filled_text("counts");
        posture.variables = read_variables(reader);
        posture.reason = reader.filled_text("reason");
        posture.note = reader.text_or("note", "");
        posture.citations = reader.texts("citations");
        ids.see(reader, "id", posture.id);
        reader.finish();
        theory.force_posture.push_back(std::move(posture));
    }
}

void read_memory(const Table& table, Problems& problems, evidence::ThreatTheory& theory) {
    NumberReader reader(table, problems);
    theory.half_life = reader.positive("half_life");
    theory.stale_after = reader.count("stale_after");
    theory.memory_citations = reader.texts("citations");
    reader.finish();
}

void read_hostility(const Table& table, Problems& problems, evidence::ThreatTheory& theory) {
    constexpr std::array<std::string_view, 5> kLevels{"none", "threat", "display", "force", "war"};
    NumberReader reader(table, problems);
    for (std::size_t level = 0; level < kLevels.size(); ++level) {
        const double hostility = theory.hostility[level] = reader.not_negative(kLevels[level]);
        if (hostility > kTopOfHostility) {
            reader.error_at(kLevels[level], "'" + std::string(kLevels[level]) + "' is above 5",
                            "the scale of the dispute data ends with 5, war");
        }
        if (level == 0 || !reader.has(kLevels[level]) || !(hostility < theory.hostility[level - 1])) continue;
        reader.error_at(kLevels[level],
                        "'" + std::string(kLevels[level]) + "' is less hostile than the level before it",
                        "let the numbers rise from 'none' to 'war'");
    }
    theory.conciliation = reader.not_negative("conciliation");
    if (theory.conciliation > kTopOfHostility) {
        reader.error_at("conciliation", "'conciliation' is above 5", "it is taken from hostility, on the same scale");
    }
    reader.finish();
}

// Without any component's id nothing can be said of the weights: the loss is reported already.
bool knows_its_components(const evidence::ThreatTheory& theory) {
    return !theory.components.empty() && std::none_of(theory.components.begin(), theory.components.end(),
                                                      [](const auto& component) { return component.id.empty(); });
}

void read_weights(const Table& table, Problems& problems, evidence::ThreatTheory& theory) {
    NumberReader reader(table, problems);
    double sum = 0;
    bool complete = true;
    for (auto& component : theory.components) {
        complete = complete && reader.has(component.id);
        component.weight = reader.positive(component.id);
        sum += component.weight;
    }
    reader.finish();
    if (complete && !(std::abs(sum - 1) <= kSumTolerance)) {
        problems.error(table.where, "the weights of the components do not add to 1", "change them until they do");
    }
}

void read_composite(const Table& table, Problems& problems, bool whole, evidence::ThreatTheory& theory) {
    NumberReader reader(table, problems);
    theory.form = reader.choice<evidence::CompositeForm>("form");
    theory.step = read_step(reader, theory.components.size(), "components");
    theory.composite_reason = reader.filled_text("reason");
    if (reader.require_key("weights", "add [composite.weights]: a weight for each component")) {
        const Table* weights = reader.table_if("weights");
        if (weights != nullptr && whole && knows_its_components(theory)) read_weights(*weights, problems, theory);
    }
    reader.finish();
}

evidence::ResponseCondition read_condition(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::ResponseCondition condition;
    condition.value = reader.choice<evidence::ThreatValue>("value");
    condition.at_least = reader.number_if("at_least");
    condition.at_most = reader.number_if("at_most");
    if (!reader.has("at_least") && !reader.has("at_most")) {
        problems.error(table.where, "the condition has no bound", "add 'at_least' or 'at_most', or both");
    }
    if (condition.at_least && condition.at_most && *condition.at_least > *condition.at_most) {
        reader.error_at("at_most", "'at_most' is below 'at_least'", "no value meets both; exchange them");
    }
    reader.finish();
    return condition;
}

evidence::ResponseRule read_rule(const Table& table, OnlyOnce& ids, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::ResponseRule rule;
    rule.where = table.where;
    rule.id = reader.id();
    rule.says = reader.filled_text("says");
    for (const Table* condition : some_tables(reader, "when")) {
        rule.when.push_back(read_condition(*condition, problems));
    }
    rule.pushes = reader.choice<evidence::Response>("pushes");
    rule.decibels = reader.decibels("decibels");
    rule.note = reader.text_or("note", "");
    rule.citations = reader.texts("citations");
    ids.see(reader, "id", rule.id);
    reader.finish();
    return rule;
}

evidence::Unseen read_unseen(const Table& table, OnlyOnce& ids, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Unseen unseen;
    unseen.id = reader.id();
    unseen.says = reader.filled_text("says");
    unseen.citations = reader.texts("citations");
    ids.see(reader, "id", unseen.id);
    reader.finish();
    return unseen;
}

void read_response(const Table& table, Problems& problems, evidence::ThreatTheory& theory) {
    NumberReader reader(table, problems);
    theory.prior = reader.inner_share("prior");
    theory.balances_from = reader.inner_share("balance");
    theory.bandwagons_to = reader.inner_share("bandwagon");
    if (reader.has("balance") && reader.has("bandwagon") && !(theory.bandwagons_to < theory.balances_from)) {
        reader.error_at("bandwagon", "'bandwagon' is not below 'balance'",
                        "up to 'bandwagon' a state bandwagons, from 'balance' on it balances");
    }
    for (const Table* each : reader.tables("faces")) theory.faces.push_back(read_condition(*each, problems));
    if (reader.has("faces") || reader.has("faces_reason")) theory.faces_reason = reader.filled_text("faces_reason");
    theory.response_reason = reader.filled_text("reason");
    theory.response_citations = reader.texts("citations");
    OnlyOnce rules("rule");
    for (const Table* rule : some_tables(reader, "rule")) theory.rules.push_back(read_rule(*rule, rules, problems));
    OnlyOnce unseen("id");
    for (const Table* each : reader.tables("unseen")) theory.unseen.push_back(read_unseen(*each, unseen, problems));
    reader.finish();
}

// Only what is coded is coded on a factor, and both gauges of an ally weigh the same codings.
std::string read_factor(EntryReader& reader, std::optional<evidence::GaugeSign> sign, std::string& of_theory) {
    if (!sign) return {};  // reported
    if (sign != evidence::GaugeSign::CodedDoubt) {
        if (reader.has("factor")) {
            (void)reader.value("factor");
            reader.error_at("factor", "the sign '" + std::string(name_of(*sign)) + "' has no factor",
                            "only 'coded-doubt' is read from codings; take the line out");
        }
        return {};
    }
    if (!reader.require_key("factor",
                            "name the factor of the case's theory that is about belief in the promise to help")) {
        return {};
    }
    auto factor = reader.filled_text("factor");
    if (of_theory.empty()) of_theory = factor;
    if (!factor.empty() && factor != of_theory) {
        reader.error_at("factor",
                        "the two signs 'coded-doubt' name two factors, '" + of_theory + "' and '" + factor + "'",
                        "name the same one in both");
    }
    return factor;
}

std::vector<evidence::GaugePart> read_signs(EntryReader& gauge, std::string_view key, std::string& factor) {
    std::vector<evidence::GaugePart> parts;
    OnlyOnce signs("sign");
    for (const Table* table : some_tables(gauge, key)) {
        NumberReader reader(*table, gauge.problems());
        evidence::GaugePart part;
        const auto sign = reader.required_choice<evidence::GaugeSign>("sign");
        if (sign) signs.see(reader, "sign", std::string(name_of(*sign)));
        part.sign = sign.value_or(evidence::GaugeSign::Need);
        const auto as = reader.text_or("as", "one-minus");
        part.one_minus = reader.has("as");
        if (as != "one-minus") reader.error_at("as", "'as' should be one-minus, but is \"" + as + "\"");
        part.says = reader.filled_text("says");
        part.weight = reader.positive("weight");
        part.factor = read_factor(reader, sign, factor);
        reader.finish();
        parts.push_back(std::move(part));
    }
    return parts;
}

void read_gauge(const Table& table, Problems& problems, evidence::ThreatTheory& theory) {
    NumberReader reader(table, problems);
    theory.gauge_citations = reader.texts("citations");
    theory.gauge_caution = reader.filled_text("caution");
    if (reader.has("known_at_least")) theory.gauge_known_at_least = reader.share("known_at_least");
    std::string factor;  // of the signs that are coded
    theory.abandonment = read_signs(reader, "abandonment", factor);
    theory.entrapment = read_signs(reader, "entrapment", factor);
    reader.finish();
}

// `whole`: no syntax error lost a part of the file that another part names.
void read_sections(EntryReader& reader, bool whole, evidence::ThreatTheory& theory) {
    auto& problems = reader.problems();
    read_components(reader, theory);
    read_force_posture(reader, theory);
    if (const Table* table = section(reader, "memory")) read_memory(*table, problems, theory);
    if (const Table* table = section(reader, "hostility")) read_hostility(*table, problems, theory);
    if (const Table* table = section(reader, "composite")) read_composite(*table, problems, whole, theory);
    if (const Table* table = section(reader, "response")) read_response(*table, problems, theory);
    if (const Table* table = section(reader, "gauge")) read_gauge(*table, problems, theory);
}

}  // namespace

evidence::ThreatTheory threat_theory_of(TheoryText text, Problems& problems) {
    evidence::ThreatTheory theory;
    theory.sha256 = text.sha256;
    theory.where = text.whole.where;
    EntryReader reader(text.whole, text.content);
    theory.id = reader.id();
    if (is_of_another_kind(text, evidence::TheoryKind::Threat, reader, problems)) return theory;
    read_introduction(reader, theory);
    read_sections(reader, !text.syntax.has_errors(), theory);
    reader.finish();
    report(text, problems);
    return theory;
}

}  // namespace entente::casefile
