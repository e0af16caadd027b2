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

evidence::Alliance read_alliance(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Alliance alliance;
    alliance.name = reader.filled_text("name");
    alliance.members = reader.some_actors("members");
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
    period.begin = reader.day("begin");
    period.end = reader.day("end");
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

}  // namespace

void read_case_toml(const Table& whole, Problems& problems, evidence::Case& which) {
    EntryReader reader(whole, problems);
    which.where = whole.where;
    which.id = reader.id();
    which.title = reader.filled_text("title");
    which.question = reader.filled_text("question");
    which.cutoff = reader.day("cutoff");
    which.theory = reader.id("theory");
    which.protocol = reader.id("protocol");
    which.baseline = reader.id("baseline");
    which.focal = reader.id("focal");
    if (reader.require_key("alliance", "add [alliance] with its name and members")) {
        if (const Table* alliance = reader.table_if("alliance")) which.alliance = read_alliance(*alliance, problems);
    }
    for (const Table* issue : reader.tables("issue")) which.issues.push_back(read_issue(*issue, problems));
    for (const Table* period : reader.tables("period")) which.periods.push_back(read_period(*period, problems));
    for (const Table* actor : reader.tables("actor")) which.actors.push_back(read_case_actor(*actor, problems));
    reader.finish();
}

}  // namespace entente::casefile
