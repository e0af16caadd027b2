#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "evidence/checks/known_ids.hpp"

namespace entente::evidence {

namespace {

// Bare codes that are COW's for one state and ISO's for another: each is one warning, however often it stands in the
// case. COW decides; many authors think of ISO.
class DoubleCodes {
public:
    explicit DoubleCodes(const StateTable& states) : states_(states) {}

    void add(const std::string& written, const StateMatch& match, const Date& when, const Position& where) {
        auto [found, first] = codes_.try_emplace(written);
        if (first) found->second = {where, match, when.first, 0};
        ++found->second.places;
    }

    // `'NZL' is the ISO code of New Zealand: write NEW or iso:NZL`
    [[nodiscard]] std::string iso_advice(const std::string& written, const std::string& code, const Date& when) const {
        return "'" + written + "' is the ISO code of " + states_.name_of(code, when.first) + ": write " + code +
               " or iso:" + written;
    }

    void warn(Problems& problems) const {
        for (const auto& [written, use] : codes_) {
            const std::string cow = states_.name_of(*use.match.code, use.day);
            const std::string iso = states_.name_of(*use.match.by_iso_code, use.day);
            std::string what = "'" + written + "' is " + cow + "'s COW code, and " + iso + "'s ISO code";
            if (use.places > 1) what += " (it stands in " + std::to_string(use.places) + " places)";
            const StateRow* row = states_.row_of(*use.match.code, use.day);
            const std::string number = row->cow_number > 0 ? "cow:" + std::to_string(row->cow_number) + " or " : "";
            problems.warn(use.where, what,
                          "write " + *use.match.by_iso_code + " or iso:" + written + " for " + iso + ", " + number +
                              "'" + cow + "' for " + cow);
        }
    }

private:
    struct Use {
        Position where;  // the first place
        StateMatch match;
        Day day{};
        int places = 0;
    };

    const StateTable& states_;
    std::map<std::string, Use> codes_;
};

class ActorResolver {
public:
    ActorResolver(const Case& which, const StateTable& states, Problems& problems)
        : states_(states),
          problems_(problems),
          double_codes_(states),
          knows_all_actors_(!which.lost_in.contains(CasePart::CaseFile)) {
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
        if (match.code && match.by_iso_code) double_codes_.add(written, match, when, where);
        return match.code;
    }

    void warn_of_double_codes() { double_codes_.warn(problems_); }

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
        const std::string iso = match.by_iso_code ? double_codes_.iso_advice(written, *match.by_iso_code, when) : "";
        if (match.why_not == "ambiguous") {
            problems_.error(where, subject + " may be several states on " + to_text(when), "write the code: " + list);
        } else if (match.why_not == "did not exist") {
            problems_.error(where, subject + " did not exist on " + to_text(when),
                            "it is in the table as: " + list + (iso.empty() ? "" : "; " + iso));
        } else if (!iso.empty()) {
            problems_.error(where, subject + " is no COW code", iso);
        } else if (knows_all_actors_) {
            problems_.error(where, subject + " is unknown" + names_.suggestion(written),
                            "write a state's COW code or name, cow:…, gw:… or iso:…, or define it as an [[actor]]");
        }
    }

    const StateTable& states_;
    Problems& problems_;
    DoubleCodes double_codes_;
    bool knows_all_actors_;                                 // false where errors may have lost actors of the case's own
    std::unordered_map<std::string, std::string> members_;  // of the case's own actors
    std::unordered_map<std::string, StateMatch> matches_;
    KnownIds names_{"actor", ""};
};

// What has no day of its own is looked up in the focal period, or on the cut-off day. Nothing if neither could be read.
std::optional<Date> time_of(const Case& which) {
    const Period* focal = find_period(which, which.focal);
    if (focal != nullptr && focal->dated && focal->begin <= focal->end) return day_range(focal->begin, focal->end);
    if (which.has_cutoff) return single_day(which.cutoff);
    return std::nullopt;
}

// A member is who it was while it was one: the days of `time` on which it was, else the one that is nearest to them.
Date days_of(const Membership& member, const Date& time) {
    const Day first = member.from ? std::max(*member.from, time.first) : time.first;
    const Day last = member.to ? std::min(*member.to, time.last) : time.last;
    if (first <= last) return day_range(first, last);
    return single_day(member.to && *member.to < time.first ? *member.to : *member.from);
}

void resolve_case_file(Case& which, ActorResolver& resolver) {
    if (const auto time = time_of(which)) {
        for (CaseActor& actor : which.actors) {
            if (actor.member.empty()) continue;
            const auto code = resolver.state(actor.member, *time, actor.where, "the member");
            if (!code) continue;
            actor.member = *code;
            resolver.set_member(actor.id, *code);
        }
        for (std::size_t i = 0; i < which.alliance.members.size(); ++i) {
            resolver.resolve(which.alliance.members[i], days_of(membership_of(which.alliance, i), *time));
        }
    }
    for (const Period& period : which.periods) {
        if (!period.dated || period.begin > period.end) continue;
        for (const Government& government : period.governments) {
            (void)resolver.state(government.state, day_range(period.begin, period.end), period.where,
                                 "the government of");
        }
    }
}

Date years(int from, int to) {
    return day_range(make_day(from, 1, 1), make_day(to, 12, 31));
}

// Who is meant depends on the day of the item.
void resolve_intentions(Case& which, ActorResolver& resolver) {
    std::unordered_map<std::string_view, const Item*> items;
    for (const Item& item : which.items) {
        if (item.dated) items.emplace(item.id, &item);
    }
    for (Coder& coder : which.coders) {
        for (Intention& intention : coder.intentions) {
            const auto item = items.find(intention.item);
            if (item == items.end()) continue;  // reported
            if (!intention.of.written.empty()) resolver.resolve(intention.of, item->second->date);
            if (!intention.toward.written.empty()) resolver.resolve(intention.toward, item->second->date);
        }
    }
}

void resolve_tests(Case& which, ActorResolver& resolver) {
    for (Claim& claim : which.claims) {
        for (ClaimTest& test : claim.tests) {
            if (!test.readable) continue;
            const Date when = years(test.from, test.to);
            for (Actor* actor : {&test.of, &test.against, &test.joins}) {
                if (!actor->written.empty()) resolver.resolve(*actor, when);
            }
            for (Actor& actor : test.with) resolver.resolve(actor, when);
            for (Actor& actor : test.threats) resolver.resolve(actor, when);
        }
    }
}

void resolve_threat_figures(Case& which, ActorResolver& resolver) {
    if (!which.threat_figures) return;
    for (ThreatFigure& figure : which.threat_figures->figures) {
        const Date when = years(figure.year, figure.year);
        resolver.resolve(figure.state, when);
        resolver.resolve(figure.other, when);
    }
}

// The last day that anything of the series is of: who has the opinion has it then.
std::optional<Date> date_of(const OpinionSeries& series, const CaseIndex& index) {
    std::optional<Date> date;
    const auto see = [&date](const Date& other) {
        if (!date || other.last > date->last) date = other;
    };
    for (const std::string& id : series.figures) {
        if (const Figure* figure = index.figure(id); figure != nullptr && figure->readable) see(figure->as_of);
    }
    for (const std::string& id : series.items) {
        if (const Item* item = index.item(id); item != nullptr && item->dated) see(item->date);
    }
    return date;
}

void resolve_burden(Case& which, ActorResolver& resolver) {
    if (!which.burden) return;
    const CaseIndex index(which);
    const auto all = [&resolver](std::vector<Actor>& actors, const Date& when) {
        for (Actor& actor : actors) resolver.resolve(actor, when);
    };
    const auto one = [&resolver](Actor& actor, const Date& when) {
        if (!actor.written.empty()) resolver.resolve(actor, when);
    };
    for (Commitment& commitment : which.burden->commitments) {
        if (commitment.dated) all(commitment.by, commitment.made);
    }
    for (Demand& demand : which.burden->demands) {
        if (!demand.dated) continue;
        one(demand.by, demand.date);
        all(demand.of, demand.date);
    }
    for (HostSupport& support : which.burden->supports) {
        if (!support.dated) continue;
        one(support.host, support.as_of);
        one(support.guest, support.as_of);
    }
    for (ConductEntry& entry : which.burden->conduct) {
        const Item* item = index.item(entry.item);
        if (item == nullptr || !item->dated) continue;  // reported
        one(entry.by, item->date);
        all(entry.toward, item->date);
    }
    for (OpinionSeries& series : which.burden->opinions) {
        if (const auto date = date_of(series, index)) one(series.of, *date);
    }
    for (BurdenFigure& figure : which.burden->figures) one(figure.state, years(figure.year, figure.year));
}

}  // namespace

void resolve_actors(Case& which, const StateTable& states, Problems& problems) {
    ActorResolver resolver(which, states, problems);
    resolve_case_file(which, resolver);
    for (Item& item : which.items) {
        if (!item.dated) continue;  // who is meant depends on the day
        for (Actor& actor : item.actors) resolver.resolve(actor, item.date);
    }
    // One spelling for each, so that figures of one actor meet.
    for (Figure& figure : which.figures) {
        if (figure.actor.empty() || !figure.readable || resolver.is_case_actor(figure.actor)) continue;
        figure.actor = resolver.state(figure.actor, figure.as_of, figure.where, "the actor").value_or(figure.actor);
    }
    resolve_intentions(which, resolver);
    resolve_tests(which, resolver);
    resolve_threat_figures(which, resolver);
    resolve_burden(which, resolver);
    resolver.warn_of_double_codes();
}

}  // namespace entente::evidence
