#include "evidence/checks.hpp"

#include "evidence/checks/case_references.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {

void check_case(const Case& which, const std::vector<Theory>& theories, Problems& problems) {
    CaseReferences references(which, theories, problems);
    check_references(which, references, problems);
    check_burden_references(which, references, problems);
    check_codings(which, theories, references, problems);
    check_comparators(which, problems);
    check_spans(which, problems);
    check_evidence(which, problems);
    check_figures(which, problems);
}

}  // namespace entente::evidence
