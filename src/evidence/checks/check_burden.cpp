// The record of burdens against the case: promises by members, answers after their questions, each thing once.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "evidence/checks.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

using Words = std::string_view;

class BurdenChecks {
public:
    BurdenChecks(const Case& which, Problems& problems)
        : which_(which), burden_(*which.burden), index_(which), problems_(problems) {
        for (const CaseActor& actor : which.actors) own_actors_.insert(actor.id);
        members_known_ = !which.lost_in.contains(CasePart::CaseFile) &&
                         std::none_of(which.alliance.members.begin(), which.alliance.members.end(),
                                      [](const Actor& member) { return member.code.empty(); });
    }

    void check() {
        for (const Commitment& commitment : burden_.commitments) check_commitment(commitment);
        for (const Demand& demand : burden_.demands) check_demand(demand);
        check_supports();
        check_conduct();
        for (const BurdenFigure& figure : burden_.figures) require_state(figure.state, "the figure");
    }

private:
    // An actor of the case's own has no budget and no soldiers that official data count.
    bool require_state(const Actor& actor, const std::string& by) {
        if (!own_actors_.contains(actor.code)) return true;
        problems_.error(actor.where, by + " names '" + actor.code + "', which is no state", "name the state itself");
        return false;
    }

    void check_commitment(const Commitment& commitment) {
        std::set<Words> seen;
        for (const Actor& actor : commitment.by) {
            if (actor.code.empty() || !require_state(actor, "the commitment")) continue;
            if (!seen.insert(actor.code).second) {
                problems_.error(actor.where, "the commitment names '" + actor.code + "' twice", "take one of them out");
                continue;
            }
            if (!commitment.dated || !members_known_) continue;
            if (is_member_on(which_.alliance, actor.code, commitment.made.last)) continue;
            problems_.error(actor.where,
                            "'" + actor.code + "' was no member of the alliance on " + to_text(commitment.made),
                            "correct the day or the state, or the days of its membership in case.toml");
        }
    }

    void check_demand(const Demand& demand) {
        for (const Actor& actor : demand.of) {
            if (actor.code.empty() || !require_state(actor, "the demand")) continue;
            if (actor.code != demand.by.code) continue;
            problems_.error(actor.where, "the demand is of '" + actor.code + "' itself", "name who was asked");
        }
        if (demand.answer_item.empty()) {
            if (demand.answer != DemandAnswer::Open && demand.note.empty()) {
                problems_.warn(demand.where, "the demand '" + demand.id + "' was answered without evidence of it",
                               "add 'answer_item', or say in a note how one knows");
            }
            return;
        }
        const Item* answer = index_.item(demand.answer_item);
        if (answer == nullptr || !answer->dated || !demand.dated || answer->date.last >= demand.date.first) return;
        problems_.error(demand.where,
                        "the answer '" + answer->id + "' (" + to_text(answer->date) + ") is earlier than the demand (" +
                            to_text(demand.date) + ")",
                        "correct the item, or one of the days");
    }

    void check_supports() {
        std::map<std::tuple<Words, Words, Date, Words>, const HostSupport*> first_of;
        for (const HostSupport& support : burden_.supports) {
            const bool known = support.dated && !support.host.code.empty() && !support.guest.code.empty();
            if (!known || !require_state(support.host, "the support") || !require_state(support.guest, "the support")) {
                continue;
            }
            if (support.host.code == support.guest.code) {
                problems_.error(support.where, "the support's host and guest are both '" + support.host.code + "'",
                                "name who hosts, and whose forces");
            }
            const std::tuple key{Words(support.host.code), Words(support.guest.code), support.as_of,
                                 Words(support.definition)};
            const auto [first, added] = first_of.try_emplace(key, &support);
            if (added) continue;
            problems_.error(support.where,
                            "two supports of " + support.host.code + " for " + to_text(support.as_of) + ", '" +
                                first->second->id + "' and '" + support.id + "', have one definition",
                            "keep one of the two, or say what each counts");
        }
    }

    void check_conduct() {
        std::set<std::tuple<Words, Words, Conduct>> seen;
        std::unordered_set<Words> recorded;
        for (const ConductEntry& entry : burden_.conduct) recorded.insert(entry.item);
        for (const ConductEntry& entry : burden_.conduct) {
            if (!entry.by.code.empty() && !seen.emplace(entry.item, entry.by.code, entry.conduct).second) {
                problems_.error(entry.where,
                                "the item '" + entry.item + "' is recorded as a " +
                                    std::string(name_of(entry.conduct)) + " of " + entry.by.code + " before",
                                "keep one of the two");
            }
            check_answer(entry, recorded);
        }
    }

    void check_answer(const ConductEntry& entry, const std::unordered_set<Words>& recorded) {
        if (entry.answers.empty()) return;
        const Item* act = index_.item(entry.item);
        const Item* words = index_.item(entry.answers);
        if (words == nullptr) return;  // reported
        if (!recorded.contains(entry.answers)) {
            problems_.error(entry.where, "the item '" + entry.answers + "' that it answers is no recorded conduct",
                            "add a [[conduct]] for it: what was said");
        }
        if (act == nullptr || !act->dated || !words->dated || act->date.last >= words->date.first) return;
        problems_.error(entry.where,
                        "the item '" + act->id + "' (" + to_text(act->date) + ") answers one that is later (" +
                            to_text(words->date) + ")",
                        "words come first, and what bears them out after them");
    }

    const Case& which_;
    const BurdenRecord& burden_;
    CaseIndex index_;
    Problems& problems_;
    std::unordered_set<Words> own_actors_;
    bool members_known_ = false;
};

}  // namespace

void check_burden(const Case& which, const std::vector<BurdenTheory>& burdens, Problems& problems) {
    if (!which.burden) return;
    BurdenChecks(which, problems).check();
    check_burden_numbers(which, burdens, problems);
    check_burden_money(which, problems);
}

}  // namespace entente::evidence
