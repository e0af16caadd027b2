#include <optional>
#include <unordered_map>

#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "evidence/checks/known_ids.hpp"

namespace entente::evidence {

namespace {

class ActorResolver {
public:
    ActorResolver(const Case& which, const StateTable& states, Problems& problems)
        : states_(states), problems_(problems) {
        for (const CaseActor& actor : which.actors) {
            members_.emplace(actor.id, actor.member);
            names_.add(actor.id);
        }
        for (const StateRow& row : states.rows()) {
            names_.add(row.code);
            names_.add(row.name);
            for (const std::string& name : row.other_names) names_.add(name);
        }
    }

    void resolve(Actor& actor, const Date& when) {
        const auto own = members_.find(actor.written);
        if (own != members_.end()) {
            actor.code = actor.written;
            actor.member = own->second;
            return;
        }
        actor.code = state(actor.written, when, actor.where, "the actor").value_or("");
        actor.member = actor.code;
    }

    // The code of a state, or nothing with a message.
    std::optional<std::string> state(const std::string& written, const Date& when, const Position& where,
                                     std::string_view role) {
        const StateMatch& match = found(written, when);
        if (!match.code) report(match, written, when, where, role);
        return match.code;
    }

    void set_member(const std::string& id, const std::string& code) { members_[id] = code; }

    [[nodiscard]] bool is_case_actor(const std::string& written) const { return members_.contains(written); }

private:
    // One look-up for all items of a day that name the same actor.
    const StateMatch& found(const std::string& written, const Date& when) {
        const std::string key = written + '\n' + std::to_string(when.first.time_since_epoch().count()) + '\n' +
                                std::to_string(when.last.time_since_epoch().count());
        const auto known = matches_.find(key);
        if (known != matches_.end()) return known->second;
        return matches_.emplace(key, states_.find(written, when)).first->second;
    }

    void report(const StateMatch& match, const std::string& written, const Date& when, const Position& where,
                std::string_view role) {
        const std::string subject = std::string(role) + " '" + written + "'";
        const std::string list = joined(match.candidates, ", ");
        if (match.why_not == "ambiguous") {
            problems_.error(where, subject + " may be several states on " + to_text(when), "write the code: " + list);
        } else if (match.why_not == "did not exist") {
            problems_.error(where, subject + " did not exist on " + to_text(when), "it is in the table as: " + list);
        } else {
            problems_.error(where, subject + " is unknown" + names_.suggestion(written),
                            "write a state's COW code or name, cow:…, gw:… or iso:…, or define it as an [[actor]]");
        }
    }

    const StateTable& states_;
    Problems& problems_;
    std::unordered_map<std::string, std::string> members_;  // of the case's own actors
    std::unordered_map<std::string, StateMatch> matches_;
    KnownIds names_{"actor", ""};
};

// What has no day of its own is looked up in the focal period, or on the cut-off day.
Date time_of(const Case& which) {
    const Period* focal = find_period(which, which.focal);
    return focal != nullptr && focal->begin <= focal->end ? day_range(focal->begin, focal->end)
                                                          : single_day(which.cutoff);
}

}  // namespace

void resolve_actors(Case& which, const StateTable& states, Problems& problems) {
    ActorResolver resolver(which, states, problems);
    const Date time = time_of(which);
    for (CaseActor& actor : which.actors) {
        if (actor.member.empty()) continue;
        const auto code = resolver.state(actor.member, time, actor.where, "the member");
        if (!code) continue;
        actor.member = *code;
        resolver.set_member(actor.id, *code);
    }
    for (Actor& member : which.alliance.members) resolver.resolve(member, time);
    for (const Period& period : which.periods) {
        if (period.begin > period.end) continue;
        for (const Government& government : period.governments) {
            (void)resolver.state(government.state, day_range(period.begin, period.end), period.where,
                                 "the government of");
        }
    }
    for (Item& item : which.items) {
        for (Actor& actor : item.actors) resolver.resolve(actor, item.date);
    }
    // One spelling for each, so that figures of one actor meet.
    for (Figure& figure : which.figures) {
        if (figure.actor.empty() || resolver.is_case_actor(figure.actor)) continue;
        figure.actor = resolver.state(figure.actor, figure.as_of, figure.where, "the actor").value_or(figure.actor);
    }
}

}  // namespace entente::evidence
