#include "reports/page_documents.hpp"

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "core/text.hpp"
#include "reports/json_objects.hpp"
#include "reports/json_threat.hpp"
#include "workbench/agreement.hpp"
#include "workbench/figures.hpp"
#include "workbench/show.hpp"
#include "workbench/threat.hpp"

namespace entente::reports {
namespace {

using workbench::OpenCasePtr;

Json case_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    return case_object(*open, request);
}

Json assess_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    return assess_object(workbench::assess(open, request), FileNames::within(*open));
}

Json trajectory_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    return trajectory_object(workbench::trajectory(open, {request.coders, request.seed}));
}

Json continuity_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    return continuity_object(workbench::continuity(open, request.coders));
}

Json figures_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return figures_object(workbench::figures(open));
}

Json agreement_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    workbench::AgreementRequest asked;
    asked.coders = workbench::coders_asked(*open, request.coders);
    asked.seed = request.seed.value_or(open->protocol.sensitivity.seed);
    return agreement_object(*open, workbench::agreement_of(*open, asked), asked);
}

Json check_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return check_object(workbench::check_of(*open), FileNames::within(*open));
}

template <workbench::Part part>
Json part_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return show_object(workbench::show(open, {std::string(name_of(part)), {}}), FileNames::within(*open));
}

Json theory_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return theory_object(open->theory);
}

Json protocol_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return protocol_object(open->protocol);
}

// Of the figures that the case ships, whatever the user's store has: a report is the same on every machine.
Json threat_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return threat_object(workbench::threat_of_case(open, {}));
}

struct PageDocument {
    std::string_view name;
    Json (*made)(const OpenCasePtr&, const DocumentRequest&);
};

constexpr auto kDocuments = std::to_array<PageDocument>({
    {"case", case_document_of},
    {"assess", assess_document_of},
    {"items", part_document_of<workbench::Part::Items>},
    {"sources", part_document_of<workbench::Part::Sources>},
    {"theory", theory_document_of},
    {"protocol", protocol_document_of},
    {"continuity", continuity_document_of},
    {"meetings", part_document_of<workbench::Part::Meetings>},
    {"trajectory", trajectory_document_of},
    {"figures", figures_document_of},
    {"threat", threat_document_of},
    {"claims", part_document_of<workbench::Part::Claims>},
    {"corrections", part_document_of<workbench::Part::Corrections>},
    {"scenarios", part_document_of<workbench::Part::Scenarios>},
    {"check", check_document_of},
    {"agreement", agreement_document_of},
});

constexpr auto kNames = [] {
    std::array<std::string_view, kDocuments.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kDocuments[i].name;
    return names;
}();

}  // namespace

std::span<const std::string_view> page_document_names() {
    return kNames;
}

bool has_page_document(const workbench::OpenCase& open, std::string_view name, const DocumentRequest& request) {
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) return false;
    if (name == "threat") return evidence::ships_threat_figures(open.content);
    if (name != "agreement") return true;
    const auto coders = workbench::coders_asked(open, request.coders);
    return (coders.empty() ? open.content.coders.size() : coders.size()) > 1;
}

std::string page_document(const OpenCasePtr& open, std::string_view name, const DocumentRequest& request) {
    const auto found =
        std::find_if(kDocuments.begin(), kDocuments.end(), [&](const PageDocument& each) { return each.name == name; });
    const std::vector<std::string> known(kNames.begin(), kNames.end());
    if (found == kDocuments.end()) {
        throw Error(ErrorKind::NotFound,
                    "there is no document '" + std::string(name) + "'" + did_you_mean(std::string(name), known),
                    "the documents: " + joined(known, ", "));
    }
    if (!has_page_document(*open, name, request)) {
        if (name == "threat") {
            throw Error(ErrorKind::NotFound, "the case ships no figures of threats",
                        "docs/case-format.md says which file holds them; `entente threat` reads the data store");
        }
        throw Error(ErrorKind::NotFound, "one coder cannot agree or disagree", "`agreement` needs at least two coders");
    }
    return found->made(open, request).dump();
}

}  // namespace entente::reports
