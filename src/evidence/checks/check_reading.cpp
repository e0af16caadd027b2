#include "evidence/checks.hpp"
#include "evidence/checks/known_ids.hpp"

namespace entente::evidence {

namespace {

template <typename Things>
KnownIds ids_of(const char* kind, const Things& things, const Case& which, CasePart part) {
    KnownIds known(kind, "take it out of [reading], or use a protocol for any case");
    for (const auto& thing : things) known.add(thing.id);
    if (const auto lost = which.lost_in.find(part); lost != which.lost_in.end()) known.set_incomplete(lost->second);
    return known;
}

void require_mentioned(KnownIds& known, const Reading::Mention& mention, std::string_view by, Problems& problems) {
    if (!mention.id.empty()) known.require(mention.id, mention.where, by, problems);
}

}  // namespace

void check_reading(const Reading& reading, const Case& which, const std::vector<Theory>& theories, Problems& problems) {
    auto items = ids_of("item", which.items, which, CasePart::Items);
    for (const auto& item : reading.set_aside) require_mentioned(items, item, "the protocol's reading", problems);
    for (const auto& item : reading.regraded) items.require(item.item, item.where, "the protocol's reading", problems);

    auto coders = ids_of("coder", which.coders, which, CasePart::Codings);
    for (const auto& coder : reading.coders) require_mentioned(coders, coder, "the protocol's reading", problems);

    auto periods = ids_of("period", which.periods, which, CasePart::CaseFile);
    require_mentioned(periods, reading.focal, "the protocol's reading", problems);
    require_mentioned(periods, reading.baseline, "the protocol's reading", problems);
    if (!reading.focal.id.empty() && reading.focal.id == reading.baseline.id) {
        problems.error(reading.baseline.where, "baseline and focal period are both '" + reading.focal.id + "'",
                       "compare a period with another one");
    }

    KnownIds known("theory", "write the id of a theory at hand, or take it out of [reading]");
    for (const auto& theory : theories) known.add(theory.id);
    require_mentioned(known, reading.theory, "the protocol's reading", problems);
}

}  // namespace entente::evidence
