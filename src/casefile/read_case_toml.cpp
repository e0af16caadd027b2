// case.toml: the question, the alliance, issues, periods and actors.
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

evidence::Treaty read_treaty(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Treaty treaty;
    treaty.where = table.where;
    treaty.id = reader.id();
    treaty.name = reader.filled_text("name");
    treaty.atop_id = reader.text_or("atop", "");
    treaty.signed_on = reader.day_if("signed");
    treaty.in_force = reader.day_if("in_force");
    treaty.ended = reader.day_if("ended");
    reader.finish();
    return treaty;
}

// `"USA"`, or `{ state = "POL", from = 1999-03-12, to = … }`.
void read_member(const textfiles::Value& value, Problems& problems, evidence::Alliance& alliance) {
    evidence::Actor member;
    evidence::Membership days;
    member.where = value.where;
    if (const auto* name = std::get_if<std::string>(&value.data)) {
        member.written = *name;
        if (name->empty()) problems.error(value.where, "a member without a name", "write a state's code or name");
    } else if (const auto* table = std::get_if<Table>(&value.data)) {
        EntryReader reader(*table, problems);
        member.written = reader.filled_text("state");
        days.from = reader.day_if("from");
        days.to = reader.day_if("to");
        if (days.from && days.to && *days.to < *days.from) {
            reader.error_at("to", "the member leaves before it joins", "exchange 'from' and 'to'");
            days = {};  // nothing follows from them
        }
        reader.finish();
    } else {
        problems.error(value.where, "a member is neither a state nor { state = \"…\", from = … }",
                       "write \"POL\" or { state = \"POL\", from = 1999-03-12 }");
    }
    if (member.written.empty()) return;  // reported
    alliance.members.push_back(std::move(member));
    alliance.memberships.push_back(days);
}

void read_members(EntryReader& reader, evidence::Alliance& alliance) {
    if (!reader.require_key("members", "name at least one")) return;
    const auto* members = std::get_if<textfiles::Array>(&reader.value("members")->data);
    if (members == nullptr) {
        reader.error_at("members", "'members' is not a list", "write [\"USA\", \"JPN\"], with the brackets");
        return;
    }
    if (members->empty()) reader.error_at("members", "'members' is an empty list", "name at least one");
    for (const auto& value : *members) read_member(value, reader.problems(), alliance);
}

evidence::Alliance read_alliance(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Alliance alliance;
    alliance.name = reader.filled_text("name");
    read_members(reader, alliance);
    for (const Table* treaty : reader.tables("treaty")) alliance.treaties.push_back(read_treaty(*treaty, problems));
    reader.finish();
    return alliance;
}

evidence::Issue read_issue(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Issue issue;
    issue.where = table.where;
    issue.id = reader.id();
    issue.name = reader.filled_text("name");
    reader.finish();
    return issue;
}

evidence::Government read_government(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Government government;
    government.state = reader.filled_text("state");
    government.leader = reader.filled_text("leader");
    reader.finish();
    return government;
}

evidence::Period read_period(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Period period;
    period.where = table.where;
    period.id = reader.id();
    period.name = reader.filled_text("name");
    const auto begin = reader.required_day("begin");
    const auto end = reader.required_day("end");
    period.begin = begin.value_or(Day{});
    period.end = end.value_or(Day{});
    period.dated = begin && end;
    period.baseline = reader.text_or("baseline", "");
    for (const Table* government : reader.tables("governments")) {
        period.governments.push_back(read_government(*government, problems));
    }
    reader.finish();
    return period;
}

evidence::CaseActor read_case_actor(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::CaseActor actor;
    actor.where = table.where;
    actor.id = reader.id();
    actor.name = reader.filled_text("name");
    actor.member = reader.text_or("member", "");
    reader.finish();
    return actor;
}

// The period that is judged where the file does not say: the last one that names a baseline, if possible the case's.
const evidence::Period* default_focal(const evidence::Case& which) {
    const evidence::Period* last = nullptr;
    for (const auto& period : which.periods) {
        if (period.baseline.empty() || period.id == which.baseline) continue;
        const bool fits = which.baseline.empty() || period.baseline == which.baseline;
        const bool last_fits = last != nullptr && last->baseline == which.baseline;
        if (fits || !last_fits) last = &period;
    }
    return last;
}

// What the file leaves out follows from the periods.
void fill_in_periods(EntryReader& reader, evidence::Case& which) {
    if (!reader.has("focal")) {
        const auto* focal = default_focal(which);
        if (focal != nullptr) which.focal = focal->id;
        if (focal == nullptr) {
            (void)reader.require_key("focal",
                                     "no period names a baseline: give one period a line such as baseline = "
                                     "\"another-period\", or the case both baseline and focal");
        }
    }
    if (reader.has("baseline") || which.focal.empty()) return;
    const auto* focal = evidence::find_period(which, which.focal);
    if (focal != nullptr) which.baseline = focal->baseline;
    if (focal != nullptr && focal->baseline.empty()) {
        (void)reader.require_key("baseline", "the period '" + focal->id +
                                                 "' names none: give it a line such as "
                                                 "baseline = \"another-period\", or the case");
    }
}

// What has no id cannot be referred to.
void note_lost_entries(evidence::Case& which) {
    for (const auto& issue : which.issues) {
        if (issue.id.empty()) which.lost_in.try_emplace(evidence::CasePart::CaseFile, issue.where);
    }
    for (const auto& period : which.periods) {
        if (period.id.empty()) which.lost_in.try_emplace(evidence::CasePart::CaseFile, period.where);
    }
}

}  // namespace

void read_case_toml(const Table& whole, Problems& problems, evidence::Case& which) {
    EntryReader reader(whole, problems);
    which.where = whole.where;
    which.id = reader.id();
    which.title = reader.filled_text("title");
    which.question = reader.filled_text("question");
    const auto cutoff = reader.required_day("cutoff");
    which.cutoff = cutoff.value_or(Day{});
    which.has_cutoff = cutoff.has_value();
    which.theory = reader.id("theory");
    which.protocol = reader.id("protocol");
    which.theory_where = reader.where_is("theory");
    which.protocol_where = reader.where_is("protocol");
    if (reader.has("baseline")) which.baseline = reader.id("baseline");
    if (reader.has("focal")) which.focal = reader.id("focal");
    if (reader.require_key("alliance", "add [alliance] with its name and members")) {
        if (const Table* alliance = reader.table_if("alliance")) which.alliance = read_alliance(*alliance, problems);
    }
    for (const Table* issue : reader.tables("issue")) which.issues.push_back(read_issue(*issue, problems));
    for (const Table* period : reader.tables("period")) which.periods.push_back(read_period(*period, problems));
    for (const Table* actor : reader.tables("actor")) which.actors.push_back(read_case_actor(*actor, problems));
    reader.finish();
    fill_in_periods(reader, which);
    note_lost_entries(which);
}

}  // namespace entente::casefile
