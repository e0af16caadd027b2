#include "workbench/known_agreement.hpp"

namespace entente::workbench {
namespace {

constexpr std::size_t kMostKnown = 64;

// Everything that agreement depends on. The case's files are not enough: a case can be open with fewer coders than they
// hold, and with another cut-off.
std::string key_of(const OpenCase& open, const AgreementRequest& request) {
    std::string key = open.content.sha256 + '\n' + to_text(open.content.cutoff) + '\n' + open.theory.id + '\n' +
                      open.theory.sha256 + '\n' + request.baseline + '\n' + std::to_string(request.seed) + '\n' +
                      std::to_string(request.draws) + '\n';
    for (const auto& coder : open.content.coders) {
        key += coder.id + ' ' + std::to_string(coder.codings.size()) + ' ' + std::to_string(coder.read.size()) + ',';
    }
    const auto add_list = [&](const auto& ids) {
        key += '\n';
        for (const auto& id : ids) key += id + ',';
    };
    add_list(request.coders);
    add_list(request.periods);
    key += '\n';
    for (const auto& item : open.protocol.reading.set_aside) key += item.id + ',';
    return key;
}

}  // namespace

std::vector<FieldAgreement> KnownAgreement::of(const OpenCase& open, const AgreementRequest& request) {
    const auto key = key_of(open, request);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = known_.find(key); found != known_.end()) return found->second;
    }
    // Two threads may compute the same at once; both come to the same numbers.
    auto fields = agreement_of(open, request).fields;
    const std::lock_guard lock(mutex_);
    if (known_.size() >= kMostKnown) known_.clear();
    return known_.insert_or_assign(key, std::move(fields)).first->second;
}

}  // namespace entente::workbench
