#include "assessment/comparison.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <set>

#include "assessment/comparability.hpp"
#include "assessment/verdict.hpp"

namespace entente::assessment {

namespace {

const FactorResult* find_factor(const Outcome& outcome, const std::string& id) {
    const auto found = std::ranges::find(outcome.factors, id, &FactorResult::id);
    return found == outcome.factors.end() ? nullptr : &*found;
}

FactorInCase factor_in(const ComparedCase& compared, const std::string& id) {
    FactorInCase cell;
    const auto* factor = find_factor(compared.assessment->outcome, id);
    if (factor == nullptr) return cell;
    cell.finding = factor->finding;
    cell.posterior = factor->posterior;
    cell.tilt = tilt_of(*factor);
    cell.magnitude = factor->magnitude;
    cell.items = static_cast<int>(factor->evidence.size());
    cell.clusters = static_cast<int>(factor->clusters.size());
    cell.standing_decibels = factor->standing_decibels;
    cell.weighs_most = factor->weighs_most;
    for (const auto& coder : compared.assessment->coders) {
        const auto* own = coder.stands_alone ? find_factor(coder.outcome, id) : nullptr;
        const auto own_tilt = own == nullptr ? std::nullopt : tilt_of(*own);
        if (own_tilt) cell.coders.push_back({coder.coder, *own_tilt});
    }
    return cell;
}

bool on_side(Finding finding, VerdictDirection side) {
    return found_or_leaning(finding, side);
}

Accord accord_of(const std::vector<const FactorInCase*>& assessed) {
    if (assessed.empty()) return Accord::None;
    if (assessed.size() == 1) return Accord::OneOnly;
    const auto first = assessed.front()->finding;
    if (std::ranges::all_of(assessed, [&](const auto* cell) { return cell->finding == first; })) return Accord::Alike;
    for (const auto side : {VerdictDirection::Weakened, VerdictDirection::Strengthened}) {
        if (std::ranges::all_of(assessed, [&](const auto* cell) { return on_side(cell->finding, side); })) {
            return Accord::SameSide;
        }
    }
    return Accord::Differs;
}

// The case that leans furthest to either side, and the one farthest from it.
void find_extremes(FactorRow& row) {
    for (std::size_t i = 0; i < row.cases.size(); ++i) {
        const auto& tilt = row.cases[i].tilt;
        if (!tilt) continue;
        const bool further = !row.leans_furthest || std::abs(*tilt) > std::abs(*row.cases[*row.leans_furthest].tilt);
        if (further) row.leans_furthest = i;
    }
    const double furthest = *row.cases[*row.leans_furthest].tilt;
    row.farthest_from_it = *row.leans_furthest;
    for (std::size_t i = 0; i < row.cases.size(); ++i) {
        const auto& tilt = row.cases[i].tilt;
        if (!tilt || i == *row.leans_furthest) continue;
        const double apart = std::abs(furthest - *tilt);
        if (row.farthest_from_it != *row.leans_furthest && apart <= row.apart) continue;
        row.farthest_from_it = i;
        row.apart = apart;
    }
}

FactorRow factor_row(const FactorResult& factor, const std::vector<ComparedCase>& cases) {
    FactorRow row;
    row.id = factor.id;
    row.name = factor.name;
    row.ledger = factor.ledger;
    for (const auto& compared : cases) row.cases.push_back(factor_in(compared, factor.id));
    std::vector<const FactorInCase*> assessed;
    for (const auto& cell : row.cases) {
        if (cell.tilt) assessed.push_back(&cell);
    }
    row.accord = accord_of(assessed);
    if (assessed.size() < 2) return row;
    find_extremes(row);
    auto weaker = *row.leans_furthest;
    auto stronger = row.farthest_from_it;
    if (*row.cases[weaker].tilt < *row.cases[stronger].tilt) std::swap(weaker, stronger);
    row.coders = coders_on_factor(cases[weaker], cases[stronger], factor.id);
    return row;
}

IssueInCase issue_in(const ComparedCase& compared, const std::string& id) {
    IssueInCase cell;
    const auto& issues = compared.which->issues;
    const auto issue = std::ranges::find(issues, id, &evidence::Issue::id);
    if (issue == issues.end()) return cell;
    cell.of_this_case = true;
    cell.name = issue->name;
    const auto& continuities = compared.assessment->issues;
    const auto said = std::ranges::find(continuities, id, &IssueContinuity::issue);
    if (said == continuities.end() || !said->state) return cell;
    cell.state = said->state;
    cell.items = static_cast<int>(said->items.size());
    cell.coded = cell.items + static_cast<int>(said->others.size());
    cell.toward_collapse = said->toward_collapse;
    cell.toward_endurance = said->toward_endurance;
    if (!said->items.empty()) cell.weightiest = said->items.front();
    return cell;
}

std::vector<IssueRow> issue_rows(const std::vector<ComparedCase>& cases) {
    std::vector<IssueRow> rows;
    for (const auto& compared : cases) {
        for (const auto& issue : compared.which->issues) {
            if (std::ranges::find(rows, issue.id, &IssueRow::id) != rows.end()) continue;
            IssueRow row;
            row.id = issue.id;
            row.name = issue.name;
            for (const auto& each : cases) {
                row.cases.push_back(issue_in(each, issue.id));
                if (row.cases.back().of_this_case) ++row.shared_by;
            }
            rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(rows, std::greater{}, &IssueRow::shared_by);
    return rows;
}

// Words that were said after the cut-off could not be known.
std::vector<evidence::Demand> demands_known(const evidence::Case& which, const std::string& measure) {
    std::vector<evidence::Demand> demands;
    if (!which.burden) return demands;
    for (const auto& demand : which.burden->demands) {
        if (demand.measure == measure && demand.date.first <= which.cutoff) demands.push_back(demand);
    }
    std::ranges::stable_sort(demands, {}, [](const evidence::Demand& demand) { return demand.date.first; });
    return demands;
}

std::ptrdiff_t asked_in(const DemandRow& row) {
    return std::ranges::count_if(row.cases, [](const DemandsInCase& cell) { return !cell.demands.empty(); });
}

std::vector<DemandRow> demand_rows(const std::vector<ComparedCase>& cases) {
    std::set<std::string> measures;
    for (const auto& compared : cases) {
        if (!compared.which->burden) continue;
        for (const auto& demand : compared.which->burden->demands) measures.insert(demand.measure);
    }
    std::vector<DemandRow> rows;
    for (const auto& measure : measures) {
        DemandRow row;
        row.measure = measure;
        for (const auto& compared : cases) {
            const auto& burden = compared.which->burden;
            row.cases.push_back({burden && !burden->demands.empty(), demands_known(*compared.which, measure)});
        }
        if (asked_in(row) > 0) rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, std::greater{}, asked_in);
    return rows;
}

double years_of(const evidence::Case& which, const std::string& period) {
    const auto* found = evidence::find_period(which, period);
    // Both end days belong to the period.
    return found == nullptr ? 0 : years_between(found->begin, found->end + std::chrono::days(1));
}

EvidenceOfCase evidence_of_case(const ComparedCase& compared) {
    const auto& question = compared.assessment->question;
    EvidenceOfCase evidence;
    evidence.focal_years = years_of(*compared.which, question.focal);
    evidence.baseline_years = years_of(*compared.which, question.baseline);
    const auto& coverage = compared.assessment->coverage;
    int all = 0;
    for (const auto& [outlet, count] : coverage.sources_by_class) all += count;
    for (const auto& [outlet, count] : coverage.sources_by_class) {
        evidence.class_shares.emplace_back(outlet, static_cast<double>(count) / all);
    }
    return evidence;
}

}  // namespace

Comparison compare(const std::vector<ComparedCase>& cases) {
    Comparison comparison;
    for (const auto& compared : cases) {
        comparison.tilts.push_back(tilt_of(compared.assessment->outcome.verdict));
        comparison.evidence.push_back(evidence_of_case(compared));
    }
    for (const auto& factor : cases.front().assessment->outcome.factors) {
        comparison.factors.push_back(factor_row(factor, cases));
    }
    comparison.issues = issue_rows(cases);
    comparison.demands = demand_rows(cases);
    for (std::size_t left = 0; left < cases.size(); ++left) {
        for (std::size_t right = left + 1; right < cases.size(); ++right) {
            comparison.orders.push_back(order_of(cases, left, right));
        }
    }
    comparison.caveats = caveats_about(cases, comparison);
    return comparison;
}

}  // namespace entente::assessment
