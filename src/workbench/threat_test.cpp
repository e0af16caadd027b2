#include "workbench/threat_test.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "contest/contest.hpp"
#include "contest/verdict_words.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/codebook.hpp"
#include "workbench/reporting_runner.hpp"
#include "workbench/theories.hpp"
#include "workbench/threat_data.hpp"
#include "workbench/threat_test_records.hpp"
#include "workbench/threat_test_rows.hpp"

namespace entente::workbench {
namespace {

using contest::ModelRole;
using contest::TestModel;
using evidence::ThreatFormula;

constexpr const char* kExposureContest = "exposure";

// A contest to be held.
struct Plan {
    std::string id;
    PairChoice pairs = PairChoice::Relevant;
    std::size_t rule = 0;  // place in kOutcomeRules
    bool similarity = false;
    bool exposure = false;  // every model knows how many states quarrel with the other
    Scale scale = Scale::Plain;
    Wars wars = Wars::All;
    bool robustness = false;
};

const std::vector<Plan>& plans() {
    static const std::vector<Plan> all{
        {.id = "relevant"},
        {.id = "with-votes", .similarity = true},
        {.id = "all-pairs", .pairs = PairChoice::All},
        {.id = "new-pact", .pairs = PairChoice::NewPact},
        {.id = kExposureContest, .exposure = true},
        {.id = "named", .rule = 4},
        {.id = "one-year", .rule = 1, .robustness = true},
        {.id = "ten-years", .rule = 2, .robustness = true},
        {.id = "neighbour", .rule = 3, .robustness = true},
        {.id = "square-roots", .scale = Scale::SquareRoots, .robustness = true},
        {.id = "named-in-peace", .rule = 4, .wars = Wars::NoWorldWars, .robustness = true},
    };
    return all;
}

std::string words_of_pairs(const Plan& plan) {
    std::string words;
    switch (plan.pairs) {
        case PairChoice::Relevant:
            words = "politically relevant pairs: neighbours, or one is a major power";
            break;
        case PairChoice::All:
            words = "all pairs";
            break;
        case PairChoice::NewPact:
            words = "politically relevant pairs of states that gain a partner within the window: whom, not whether";
            break;
    }
    if (plan.similarity) words += "; both vote in the General Assembly";
    if (plan.exposure) words += "; every model knows how many states quarrel with the other";
    if (plan.wars == Wars::NoWorldWars) words += "; no window reaches into a world war";
    if (plan.scale == Scale::SquareRoots) words += "; square roots of all predictors";
    return words;
}

std::string words_of_outcome(const OutcomeRule& rule) {
    const auto within = rule.window == 1 ? "within a year" : fmt::format("within {} years", rule.window);
    std::string against;
    switch (rule.opposition) {
        case Opposition::Quarrel:
            against = fmt::format(
                "gains a defence pact with a state that is the other's rival or had a dispute with it in the "
                "last {} years",
                kQuarrelYears);
            break;
        case Opposition::Neighbour:
            against = "gains a defence pact with a neighbour of the other";
            break;
        case Opposition::Named:
            against = "enters a defence pact whose text names the other as the threat";
            break;
    }
    return within + ' ' + against + ", and has none with the other itself";
}

// A component that says no more than one rival does is no contestant of its own.
bool repeats_a_rival(const evidence::ThreatComponent& component) {
    return component.parts.size() == 1 && (component.parts.front().formula == ThreatFormula::CapabilityShare ||
                                           component.parts.front().formula == ThreatFormula::Closeness);
}

std::vector<TestModel> contestants(const evidence::ThreatTheory& theory, bool similarity, bool circular) {
    const std::string power(kPowerAlone);
    const std::string proximity(kProximityAlone);
    std::vector<TestModel> models{{"base", "the base rate", ModelRole::Base, {}},
                                  {"power", "power alone", ModelRole::Rival, {power}},
                                  {"proximity", "proximity alone", ModelRole::Rival, {proximity}},
                                  {"power-proximity", "power and proximity", ModelRole::Rival, {power, proximity}}};
    if (similarity) {
        models.push_back({"similarity", "how far apart the two vote", ModelRole::Rival, {std::string(kSimilarity)}});
    }
    TestModel whole{"threat", "threat, its components weighed by the data", ModelRole::Theory, {}};
    for (const auto& component : theory.components) whole.predictors.push_back(component.id);
    models.push_back(whole);
    models.push_back(
        {"composite", "threat, weighed as the theory file does", ModelRole::Theory, {std::string(kComposite)}});
    for (const auto& component : theory.components) {
        if (repeats_a_rival(component)) continue;
        models.push_back({component.id, component.name + " alone", ModelRole::Part, {component.id}});
    }
    if (circular) {
        models.push_back({"circular",
                          "power of states with unlike alliances (circular)",
                          ModelRole::Circular,
                          {std::string(kCircular)}});
    }
    return models;
}

// A pact with anybody is likelier to be with an enemy of a state that has many. The contest is then about what a model
// knows beyond that.
void give_exposure(std::vector<TestModel>& models) {
    for (auto& model : models) {
        model.predictors.emplace_back(kExposure);
        if (model.role == ModelRole::Base) model.name = "how many states quarrel with the other";
    }
}

std::vector<std::string> predictors_of(const std::vector<TestModel>& models) {
    std::vector<std::string> names;
    for (const auto& model : models) {
        for (const auto& name : model.predictors) {
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
    }
    return names;
}

struct Span {
    int from = 0;
    int to = 0;
};

// Years in which components, disputes and pacts are all known, the shortest window ahead.
Span years_of(const OpenStore& open, const ThreatTestRequest& request, const evidence::ThreatTheory& theory,
              const datasets::YearSpan& disputes, const datasets::YearSpan& pacts) {
    const auto coverage = threat_coverage(open, theory.stale_after);
    const int first = std::max({coverage.first, disputes.first, pacts.first});
    const int last = std::min({coverage.last, disputes.last, pacts.last - 1});
    const Span span{std::max(first, request.from.value_or(first)), std::min(last, request.to.value_or(last))};
    if (span.from > span.to) {
        throw Error(ErrorKind::NotFound,
                    fmt::format("capabilities, capitals, disputes and pacts are known together from {} to {}, and none "
                                "of the years asked for is among them",
                                first, last),
                    "ask for years within that span");
    }
    return span;
}

ThreatContest hold(const Plan& plan, const PairYears& pairs, const evidence::ThreatTheory& theory, bool circular,
                   const ThreatTestRequest& request) {
    const auto& rule = kOutcomeRules.at(plan.rule);
    ThreatContest held{plan.id, words_of_pairs(plan), words_of_outcome(rule), plan.robustness, {}, {}};
    auto models = contestants(theory, plan.similarity, circular);
    if (plan.exposure) give_exposure(models);
    auto rows = chosen_rows(pairs, {plan.pairs, plan.rule, predictors_of(models), plan.scale, plan.wars});
    auto choices = request.choices;
    choices.window = rule.window;
    choices.purpose = "threat-test";
    choices.words = {"no pair of states and year has all that the contest needs",
                     "nobody allied against anybody in these rows", "everybody allied against everybody in these rows"};
    std::size_t done = 0;
    const auto report = [&] {
        ++done;
        if (request.progress) request.progress(plan.id, done, 0);
    };
    held.result =
        contest::run_contest(std::move(rows), std::move(models), choices, reporting_runner(request.threads, report));
    held.sentence = sentence_on(held.result);
    return held;
}

}  // namespace

std::string sentence_on(const contest::TestResult& result) {
    return contest::sentence_on(result,
                                {"For decades and states that it had not seen, threat foresaw whom states ally against",
                                 "threat foresees whom states ally against"});
}

std::string summary_of(const std::vector<ThreatContest>& contests) {
    constexpr std::array<std::string_view, 3> kWords{"better in", "not better in", "it cannot be told in"};
    std::vector<std::string> rivals;  // by name, in the order in which they first appear
    std::map<std::string, std::array<std::vector<std::string>, 3>> found;
    for (const auto& contest : contests) {
        for (const auto& finding : contest.result.findings) {
            const auto& rival = contest.result.models[finding.rival];
            if (rival.role != ModelRole::Rival) continue;
            if (found.find(rival.name) == found.end()) rivals.push_back(rival.name);
            found[rival.name].at(static_cast<std::size_t>(finding.verdict)).push_back(contest.id);
        }
    }
    std::vector<std::string> sentences;
    for (const auto& rival : rivals) {
        std::vector<std::string> parts;
        for (std::size_t verdict = 0; verdict < kWords.size(); ++verdict) {
            const auto& ids = found[rival].at(verdict);
            if (!ids.empty()) parts.push_back(fmt::format("{} {}", kWords.at(verdict), joined(ids, ", ")));
        }
        sentences.push_back(fmt::format("Threat against {}: {}.", rival, joined(parts, "; ")));
    }
    return joined(sentences, " ");
}

std::string caution_on(const std::vector<ThreatContest>& contests) {
    const auto exposure = std::find_if(contests.begin(), contests.end(),
                                       [](const ThreatContest& contest) { return contest.id == kExposureContest; });
    if (exposure == contests.end() || exposure == contests.begin()) return {};
    const auto& main = contests.front().id;
    return fmt::format(
        "The contest {} is partly mechanical: a state that quarrels with many has an enemy among the new partners of "
        "anybody, whoever acts against whom. Once every model knows with how many states the other quarrels ({}): {} "
        "Whoever reports {} without {} misleads.",
        main, exposure->id, exposure->sentence, main, exposure->id);
}

ThreatTestResult test_threat(const OpenStore& open, const ThreatTestRequest& request) {
    ThreatTestResult result;
    result.theory = threat_theory(request.theory).theory;
    const auto reach = threat_test_reach(open);
    const auto span = years_of(open, request, result.theory, reach.disputes, reach.pacts);
    result.from = span.from;
    result.to = span.to;
    result.pacts_known_to = reach.pacts.last;
    const int years = span.to - span.from + 1;
    const auto report = [&](std::string_view what, int done) {
        if (!request.progress) return;
        request.progress(what, static_cast<std::size_t>(done), static_cast<std::size_t>(years));
    };
    report("alliances and disputes", 0);
    auto records = read_threat_test_records(open, span.from, span.to);
    PairYearsMaker maker(result.theory, records);
    ThreatDataRequest asked;
    asked.from = span.from;
    asked.to = span.to;
    asked.half_life = result.theory.half_life;
    asked.stale_after = result.theory.stale_after;
    const auto data = for_each_year(open, asked, [&](int year, std::span<const threat::DyadFacts> facts) {
        maker.add_year(year, facts);
        report("components", year - span.from + 1);
    });
    const auto pairs = maker.take();
    result.pairs = pairs.pairs;
    result.with_pact = pairs.with_pact;
    result.missing = pairs.missing;
    result.sources = data.sources;
    result.sources.insert(result.sources.end(), records.sources.begin(), records.sources.end());
    result.notes = data.notes;
    panels::Panel cited;
    cited.datasets = data.datasets;
    cited.datasets.insert(cited.datasets.end(), records.datasets.begin(), records.datasets.end());
    result.bibtex = panels::bibliography(cited, result.theory.references);
    result.theory_cited = panels::cited_keys(result.theory.references);
    result.data_cited = panels::cited_keys(panels::bibliography(cited));
    for (const auto& plan : plans()) {
        if (plan.robustness && request.robustness == RobustnessAsked::None) continue;
        result.contests.push_back(hold(plan, pairs, result.theory, records.unlike_alliances.has_value(), request));
    }
    result.summary = summary_of(result.contests);
    result.caution = caution_on(result.contests);
    return result;
}

ThreatTestResult test_threat(const ThreatTestRequest& request) {
    return test_threat(*open_store(), request);
}

}  // namespace entente::workbench
