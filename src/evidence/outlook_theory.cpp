#include "evidence/outlook_theory.hpp"

#include <algorithm>
#include <set>

#include "core/text.hpp"

namespace entente::evidence {
namespace {

const Theory* find_theory(const std::vector<Theory>& ledgers, std::string_view id) noexcept {
    const auto found =
        std::find_if(ledgers.begin(), ledgers.end(), [id](const Theory& theory) { return theory.id == id; });
    return found == ledgers.end() ? nullptr : &*found;
}

// The theories of alliances that models stand for, each once.
std::vector<const Theory*> theories_of_models(const OutlookTheory& theory, const std::vector<Theory>& ledgers) {
    std::vector<const Theory*> theories;
    for (const auto& model : theory.models) {
        const auto* found = model.theory.empty() ? nullptr : find_theory(ledgers, model.theory);
        if (found == nullptr || std::find(theories.begin(), theories.end(), found) != theories.end()) continue;
        theories.push_back(found);
    }
    return theories;
}

std::vector<std::string> ids_of(const std::vector<Covariate>& covariates) {
    std::vector<std::string> ids;
    ids.reserve(covariates.size());
    for (const auto& covariate : covariates) ids.push_back(covariate.id);
    return ids;
}

void take_all_of_theory(EndingModel& model, const std::vector<Theory>& ledgers, Problems& problems) {
    const auto* theory = find_theory(ledgers, model.theory);
    if (theory == nullptr) {
        std::vector<std::string> known;
        for (const auto& ledger : ledgers) known.push_back(ledger.id);
        problems.error(model.where,
                       "the model '" + model.id + "' names the unknown theory '" + model.theory + "'" +
                           did_you_mean(model.theory, known),
                       "name a theory to code evidence under: " + known_words(model.theory, known));
        return;
    }
    if (theory->covariates.empty()) {
        problems.error(model.where,
                       "the theory '" + model.theory + "' of the model '" + model.id + "' has no covariates",
                       "add [[covariate]] to it, or name another theory");
    }
    model.covariates = ids_of(theory->covariates);
}

void check_ids(const std::vector<Covariate>& all, const OutlookTheory& theory, Problems& problems) {
    std::set<std::string_view> seen;
    for (const auto& covariate : all) {
        if (covariate.id.empty() || seen.insert(covariate.id).second) continue;
        if (covariate.where.file != theory.where.file) continue;  // for the theory's own reader to report
        const auto own = std::count_if(theory.covariates.begin(), theory.covariates.end(),
                                       [&](const Covariate& each) { return each.id == covariate.id; });
        if (own > 1) continue;
        problems.error(covariate.where,
                       "the covariate '" + covariate.id + "' stands in a theory that a model stands for, too",
                       "take it out here, or give it an id of its own");
    }
}

}  // namespace

const EndingModel* find_model(const OutlookTheory& theory, std::string_view id) noexcept {
    const auto found = std::find_if(theory.models.begin(), theory.models.end(),
                                    [id](const EndingModel& model) { return model.id == id; });
    return found == theory.models.end() ? nullptr : &*found;
}

std::vector<Covariate> covariates_of(const OutlookTheory& theory, const std::vector<Theory>& ledgers) {
    std::vector<Covariate> all;
    for (const auto* ledger : theories_of_models(theory, ledgers)) {
        all.insert(all.end(), ledger->covariates.begin(), ledger->covariates.end());
    }
    all.insert(all.end(), theory.covariates.begin(), theory.covariates.end());
    return all;
}

void resolve_covariates(OutlookTheory& theory, const std::vector<Theory>& ledgers, Problems& problems) {
    const auto all = covariates_of(theory, ledgers);
    check_ids(all, theory, problems);
    const auto known = ids_of(all);
    for (auto& model : theory.models) {
        if (model.role == EndingModelRole::Theory) {
            take_all_of_theory(model, ledgers, problems);
            continue;
        }
        for (const auto& named : model.covariates) {
            if (std::find(known.begin(), known.end(), named) != known.end()) continue;
            problems.error(
                model.where,
                "the model '" + model.id + "' names the unknown covariate '" + named + "'" + did_you_mean(named, known),
                "name one of this theory or of one that a model stands for: " + known_words(named, known));
        }
    }
}

}  // namespace entente::evidence
