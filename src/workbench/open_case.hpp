// A case with the theory and the protocol it is read under, checked and ready. The door through which every command
// comes to a case.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "casefile/case_files.hpp"
#include "core/problem.hpp"
#include "core/states.hpp"
#include "evidence/case.hpp"
#include "evidence/protocol.hpp"
#include "evidence/theory.hpp"

namespace entente::workbench {

struct CaseRequest {
    std::filesystem::path folder;
    std::string theory;         // id or path; empty: the case's own
    std::string protocol;       // id or path; empty: the case's own
    std::optional<Day> cutoff;  // instead of the case's own
};

class KnownAgreement;

struct OpenCase {
    std::filesystem::path folder;
    evidence::Case content;
    std::vector<evidence::Theory> theories;  // all that codings of the case may name
    evidence::Theory theory;                 // the one it is read under
    evidence::Protocol protocol;
    std::string protocol_text;  // the bytes of its file
    StateTable states;
    std::vector<Problem> warnings;
    std::vector<Problem> misnamed;  // of these: theories and protocols that are not what they call themselves
    std::shared_ptr<KnownAgreement> agreement;  // computed before, for this case and its readings; may be null
};

// Holds pointers into itself nowhere, so it can be shared freely.
using OpenCasePtr = std::shared_ptr<const OpenCase>;

// Whom a question is put to: the coders asked for, else those of the protocol's reading; empty: all.
[[nodiscard]] std::vector<std::string> coders_asked(const OpenCase& open, const std::vector<std::string>& coders);

// Throws NotFound if there is no such file or folder. What stands there and is broken is BadData.
void require_present(const std::filesystem::path& path);

// Throws Error(BadData) carrying every problem if the case, a theory or its protocol has any error; NotFound for a
// folder that does not exist and for an unknown theory or protocol in the request.
[[nodiscard]] OpenCasePtr open_case(const CaseRequest& request);

// The same of files already in memory: as the case on disk would be after a change of them. Null, and what is wrong in
// `problems`, if anything is.
[[nodiscard]] OpenCasePtr open_case_from(const CaseRequest& request, const std::vector<casefile::CaseFile>& files,
                                         Problems& problems);

// What burden.toml holds.
struct BurdenCounts {
    int commitments = 0;
    int demands = 0;
    int supports = 0;
    int conduct = 0;
    int opinions = 0;
    int conversions = 0;
    int comparisons = 0;
    int figures = 0;
};

struct CheckResult {
    std::string case_id;
    std::vector<Problem> problems;  // errors and warnings, sorted
    int errors = 0;
    int warnings = 0;
    int items = 0;
    int codings = 0;
    int sources = 0;
    int claims = 0;
    int meetings = 0;
    int figures = 0;
    int corrections = 0;
    int scenarios = 0;
    std::optional<BurdenCounts> burden;  // none: the case has no burden.toml
};

// Every problem of a case, of the theories and of the protocol in one run; never throws for what is in the files.
// Throws NotFound like open_case.
[[nodiscard]] CheckResult check_case(const CaseRequest& request);

// What it says of a case that is open, and therefore without errors.
[[nodiscard]] CheckResult check_of(const OpenCase& open);

}  // namespace entente::workbench
