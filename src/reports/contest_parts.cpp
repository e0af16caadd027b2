#include "reports/contest_parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "reports/names.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {

// `+.021 [+.012, +.034]`
std::string interval_words(const std::optional<contest::Estimate>& estimate, bool with_sign) {
    if (!estimate) return "—";
    const auto words = [&](double value) {
        auto text = with_sign ? decibels(value, 3) : coefficient(value, 3);
        const auto point = text.find("0.");
        if (point != std::string::npos && (point == 0 || text[point - 1] < '0' || text[point - 1] > '9'))
            text.erase(point, 1);
        return text;
    };
    return fmt::format("{} [{}, {}]", words(estimate->value), words(estimate->low), words(estimate->high));
}

const std::optional<contest::Estimate>& score_of(const contest::ModelScores& scores, contest::ScoreKind kind) {
    return scores.scores[static_cast<std::size_t>(kind)];
}

std::string role_words(contest::ModelRole role) {
    switch (role) {
        case contest::ModelRole::Base:
            return "base rate";
        case contest::ModelRole::Rival:
            return "rival";
        case contest::ModelRole::Theory:
            return "theory";
        case contest::ModelRole::Part:
            return "part of it";
        case contest::ModelRole::Circular:
            break;
    }
    return "circular";
}

Text verdict_words(contest::TestVerdict verdict) {
    switch (verdict) {
        case contest::TestVerdict::Better:
            return {"better", Tone::Strong};
        case contest::TestVerdict::NotBetter:
            return {"no better", Tone::Weak};
        case contest::TestVerdict::CannotTell:
            break;
    }
    return {"cannot be told", Tone::Plain};
}

namespace {

std::string way_words(contest::HoldOut held_out) {
    if (held_out == contest::HoldOut::Past) return "from the past alone";
    return std::string(contest::words_of(held_out)) + " held out";
}

}  // namespace

void add_contest_scores(Document& document, const contest::TestResult& result) {
    Table table;
    table.columns = {{"model", Align::Left, true, true}, {"is"}};
    for (const auto& held_out : result.held_out) {
        table.columns.push_back({"skill, " + way_words(held_out.held_out), Align::Right});
        table.columns.push_back({"area", Align::Right});
    }
    for (auto& column : table.columns) column.title_wraps = true;
    for (std::size_t model = 0; model < result.models.size(); ++model) {
        std::vector<Text> row{result.models[model].name, role_words(result.models[model].role)};
        for (const auto& held_out : result.held_out) {
            row.emplace_back(interval_words(score_of(held_out.models[model], contest::ScoreKind::Skill), true));
            const auto& area = score_of(held_out.models[model], contest::ScoreKind::Area);
            row.emplace_back(area ? value_words(area->value) : "—");
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

void add_contest_findings(Document& document, const contest::TestResult& result) {
    const auto theory = std::find_if(result.models.begin(), result.models.end(),
                                     [](const auto& model) { return model.role == contest::ModelRole::Theory; });
    const auto place = static_cast<std::size_t>(theory - result.models.begin());
    Table table;
    table.columns = {{theory->name + ", against", Align::Left, true, true}, {"is"}};
    for (const auto& held_out : result.held_out) {
        table.columns.push_back(
            {fmt::format("advantage in skill, {}", contest::words_of(held_out.held_out)), Align::Right});
    }
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto& finding : result.findings) {
        std::vector<Text> row{result.models[finding.rival].name, verdict_words(finding.verdict)};
        for (const auto& held_out : result.held_out) {
            const auto found =
                std::find_if(held_out.advantages.begin(), held_out.advantages.end(),
                             [&](const auto& one) { return one.model == place && one.rival == finding.rival; });
            row.emplace_back(
                found == held_out.advantages.end()
                    ? "—"
                    : interval_words(found->by[static_cast<std::size_t>(contest::ScoreKind::Skill)], true));
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

Table score_table(const std::string& first) {
    Table table;
    table.columns = {{first}, {"held_out"}, {"model"}, {"role"}, {"score"}, {"value"}, {"low"}, {"high"}};
    return table;
}

void add_score_rows(Table& table, const std::string& first, const contest::TestResult& result) {
    for (const auto& held_out : result.held_out) {
        for (std::size_t model = 0; model < held_out.models.size(); ++model) {
            const auto& named = result.models[model];
            for (std::size_t kind = 0; kind < contest::kScoreKinds; ++kind) {
                const auto& estimate = held_out.models[model].scores[kind];
                const auto digits = [&](double contest::Estimate::* which) {
                    return estimate ? fmt::format("{:.9g}", *estimate.*which) : std::string("—");
                };
                table.rows.push_back({{first},
                                      {std::string(name_of(held_out.held_out))},
                                      {named.id},
                                      {std::string(name_of(named.role))},
                                      {std::string(name_of(static_cast<contest::ScoreKind>(kind)))},
                                      {digits(&contest::Estimate::value)},
                                      {digits(&contest::Estimate::low)},
                                      {digits(&contest::Estimate::high)}});
            }
        }
    }
}

}  // namespace entente::reports
