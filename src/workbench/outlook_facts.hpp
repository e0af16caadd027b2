// The facts that covariates are worked out from, out of the user's store: each data set that a theory names is read
// once, whatever number of covariates name it. For use inside the module.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "evidence/covariate.hpp"
#include "outlook/covariate_facts.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

class OutlookFacts {
public:
    // Of the covariates' data, for the years from `from` to `to`, and later ones that the data reach. Throws BadData
    // for a covariate whose `data` do not fit its measure. Leaves a panel of its own in the database.
    OutlookFacts(const OpenStore& open, const std::vector<evidence::Covariate>& covariates, int from, int to);

    // One for each covariate, in their order. Valid as long as this.
    [[nodiscard]] const std::vector<outlook::CovariateFacts>& of_covariates() const noexcept { return facts_; }
    // One for each of a covariate's data; those of phases are for whoever reads the alliances.
    [[nodiscard]] const std::vector<ThreatSource>& sources() const noexcept { return sources_; }
    [[nodiscard]] const std::vector<const panels::StoredDataset*>& datasets() const noexcept { return datasets_; }

private:
    void read_states(const OpenStore& open, const std::vector<std::string>& columns, int from, int to);
    void give(const OpenStore& open, const evidence::Covariate& covariate, evidence::CovariateInput input,
              const std::string& word, outlook::CovariateFacts& facts);

    std::set<outlook::StateYear> in_system_;
    std::map<std::string, outlook::StateFacts> of_states_;  // by the word of the theory: `nmc.cinc`
    std::map<std::string, outlook::RivalryFacts> rivalries_;
    std::map<std::string, outlook::PledgeFacts> pledges_;
    std::map<std::string, outlook::MembershipFacts> members_;
    std::vector<outlook::CovariateFacts> facts_;
    std::vector<ThreatSource> sources_;
    std::vector<const panels::StoredDataset*> datasets_;
};

}  // namespace entente::workbench
