// What a case says of threats: coded intentions, claims with a test, and the figures that it ships.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "evidence/checks/known_ids.hpp"

namespace entente::evidence {

namespace {

using Words = std::string_view;

class ThreatChecks {
public:
    ThreatChecks(const Case& which, const std::vector<ThreatTheory>& threats, const std::vector<Theory>& ledgers,
                 Problems& problems)
        : which_(which), threats_(threats), ledgers_(ledgers), problems_(problems) {
        for (const Item& item : which.items) items_.add(item.id);
        for (const Source& source : which.sources) sources_.add(source.key);
        for (const ThreatTheory& theory : threats) theories_.add(theory.id);
        for (const CaseActor& actor : which.actors) own_actors_.insert(actor.id);
        allow_for(CasePart::Items, items_);
        allow_for(CasePart::Sources, sources_);
    }

    void check_coder(const Coder& coder) {
        std::set<std::tuple<Words, Words, Words, Words, Stance>> seen;
        for (const Intention& intention : coder.intentions) {
            check_intention(intention);
            const std::tuple key{Words(intention.item), Words(intention.theory), Words(intention.of.code),
                                 Words(intention.toward.code), intention.stance};
            if (!intention.readable || intention.of.code.empty() || intention.toward.code.empty()) continue;
            if (seen.insert(key).second) continue;
            problems_.error(intention.where,
                            "'" + coder.id + "' has coded the item '" + intention.item + "' as " +
                                std::string(name_of(intention.stance)) + " of " + intention.of.code + " towards " +
                                intention.toward.code + " before",
                            "keep one of the two intentions");
        }
    }

    void check_claim(const Claim& claim) {
        for (const ClaimTest& test : claim.tests) {
            std::vector<const Actor*> states{&test.of, &test.against, &test.joins};
            for (const Actor& actor : test.with) states.push_back(&actor);
            for (const Actor& actor : test.threats) states.push_back(&actor);
            std::set<Words> seen;
            for (const Actor* actor : states) {
                if (actor->code.empty() || !require_state(*actor, "the claim's test")) continue;
                if (seen.insert(actor->code).second) continue;
                problems_.error(actor->where, "the claim's test names '" + actor->code + "' twice",
                                "each state has one part in a test");
            }
        }
    }

    void check_figures(const ThreatFigures& table) {
        std::set<std::tuple<Words, Words, int, ThreatFact, Words>> seen;
        for (const ThreatFigure& figure : table.figures) {
            sources_.require(figure.source.key, figure.where, "the figure", problems_);
            const Words state = figure.state.code;
            const Words other = figure.other.code;
            if (state.empty() || other.empty()) continue;
            if (!require_state(figure.state, "the figure") || !require_state(figure.other, "the figure")) continue;
            const bool of_one = figure.fact == ThreatFact::Capability || figure.fact == ThreatFact::Stationed;
            if (state == other && !of_one) {
                problems_.error(figure.where, "the figure is about one state alone",
                                "only its own capability, and forces stationed in it, have the state twice");
            }
            check_posture(figure);
            if (seen.emplace(state, other, figure.year, figure.fact, figure.posture).second) continue;
            problems_.error(figure.where,
                            "the " + std::string(name_of(figure.fact)) + " of " + figure.other.code + " for " +
                                figure.state.code + " in " + std::to_string(figure.year) + " stands twice",
                            "keep one of the two rows");
        }
    }

private:
    void allow_for(CasePart part, KnownIds& ids) {
        const auto lost = which_.lost_in.find(part);
        if (lost != which_.lost_in.end()) ids.set_incomplete(lost->second);
    }

    void check_intention(const Intention& intention) {
        items_.require(intention.item, intention.where, "the intention", problems_);
        check_theory(intention);
        const bool of = intention.of.code.empty() || require_state(intention.of, "the intention");
        const bool toward = intention.toward.code.empty() || require_state(intention.toward, "the intention");
        if (!of || !toward || intention.of.code.empty() || intention.of.code != intention.toward.code) return;
        problems_.error(intention.where, "an intention of " + intention.of.code + " towards itself",
                        "name the state that it is directed at");
    }

    void check_theory(const Intention& intention) {
        if (intention.theory.empty() || theories_.has(intention.theory)) return;
        const auto is_it = [&](const Theory& theory) { return theory.id == intention.theory; };
        if (std::any_of(ledgers_.begin(), ledgers_.end(), is_it)) {
            problems_.error(
                intention.where,
                "'" + intention.theory + "' is a theory of factors: intentions are coded under one of threat",
                known_threats());
            return;
        }
        problems_.error(intention.where,
                        "the intention names the unknown theory '" + intention.theory + "'" +
                            theories_.suggestion(intention.theory),
                        known_threats());
    }

    // Without a theory at hand nothing can be said of it.
    void check_posture(const ThreatFigure& figure) {
        if (figure.posture.empty() || threats_.empty()) return;
        std::vector<std::string> known;
        for (const ThreatTheory& theory : threats_) {
            for (const auto& posture : theory.force_posture) known.push_back(posture.id);
        }
        if (std::find(known.begin(), known.end(), figure.posture) != known.end()) return;
        problems_.error(figure.where, "no theory of threat has the force posture '" + figure.posture + "'",
                        known.empty() ? "none has any" : "one of: " + joined(known, ", "));
    }

    [[nodiscard]] std::string known_threats() const {
        std::vector<std::string> ids;
        for (const ThreatTheory& theory : threats_) ids.push_back(theory.id);
        return ids.empty() ? "no theory of threat is at hand" : "theories of threat: " + joined(ids, ", ");
    }

    // An actor of the case's own has neither capabilities nor a capital.
    bool require_state(const Actor& actor, const std::string& by) {
        if (!own_actors_.contains(actor.code)) return true;
        problems_.error(actor.where, by + " names '" + actor.code + "', which is no state",
                        "name the state that acts or is threatened");
        return false;
    }

    const Case& which_;
    const std::vector<ThreatTheory>& threats_;
    const std::vector<Theory>& ledgers_;
    Problems& problems_;
    KnownIds items_{"item", "correct the id, or add the item"};
    KnownIds sources_{"source", "add an entry with this key to sources.bib"};
    KnownIds theories_{"theory", ""};
    std::unordered_set<std::string_view> own_actors_;
};

}  // namespace

void check_threats(const Case& which, const std::vector<ThreatTheory>& threats, const std::vector<Theory>& ledgers,
                   Problems& problems) {
    ThreatChecks checks(which, threats, ledgers, problems);
    for (const Coder& coder : which.coders) checks.check_coder(coder);
    for (const Claim& claim : which.claims) checks.check_claim(claim);
    if (which.threat_figures) checks.check_figures(*which.threat_figures);
}

}  // namespace entente::evidence
