// Agreement that was computed before. Its bootstrap takes longer than all the rest of an assessment, and a reading that
// changes numbers of the protocol does not touch it. Safe for many threads.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "workbench/agreement.hpp"

namespace entente::workbench {

class KnownAgreement {
public:
    // What agreement_of says, computed only if it was not asked before.
    [[nodiscard]] std::vector<FieldAgreement> of(const OpenCase& open, const AgreementRequest& request);

private:
    std::mutex mutex_;
    std::map<std::string, std::vector<FieldAgreement>> known_;  // by everything that it depends on
};

}  // namespace entente::workbench
