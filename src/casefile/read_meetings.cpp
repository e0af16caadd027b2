// meetings.toml: leaders' meetings and what was promised at them.
#include <algorithm>
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

// `America/New_York`, `Asia/Tokyo`, `UTC`: the form of an IANA name, not its existence.
bool is_zone_name(std::string_view text) {
    const auto allowed = [](char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
               (character >= '0' && character <= '9') || character == '/' || character == '_' || character == '-' ||
               character == '+';
    };
    const bool named = text == "UTC" || text.find('/') != std::string_view::npos;
    return named && text.front() != '/' && text.back() != '/' && std::all_of(text.begin(), text.end(), allowed);
}

evidence::Promise read_promise(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Promise promise;
    promise.where = table.where;
    promise.text = reader.filled_text("text");
    promise.state = reader.required_choice<evidence::PromiseState>("state").value_or(evidence::PromiseState::Open);
    promise.by = reader.text_or("by", "");
    if (promise.state != evidence::PromiseState::Open) {
        (void)reader.require_key("by", "name the item that shows the promise " + std::string(name_of(promise.state)));
    }
    reader.finish();
    return promise;
}

std::string read_zone(EntryReader& reader) {
    std::string zone = reader.filled_text("zone");
    if (!zone.empty() && !is_zone_name(zone)) {
        reader.error_at("zone", "'" + zone + "' is not the name of a time zone",
                        "write it as the IANA list does: America/New_York, Asia/Tokyo");
    }
    return zone;
}

evidence::Meeting read_meeting(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Meeting meeting;
    meeting.where = table.where;
    meeting.id = reader.id();
    meeting.date = reader.required_date("date").value_or(Date{});
    meeting.zone = read_zone(reader);
    meeting.place = reader.filled_text("place");
    meeting.format = reader.choice<evidence::MeetingFormat>("format");
    meeting.participants = reader.some_texts("participants");
    meeting.topics = reader.texts("topics");
    meeting.issues = reader.texts("issues");
    meeting.listed_by = reader.texts("listed_by");
    meeting.correction = reader.text_or("correction", "");
    meeting.items = reader.texts("items");
    meeting.sources = reader.some_citations("sources");
    meeting.rows = reader.texts("rows");
    for (const Table* promise : reader.tables("promise")) meeting.promises.push_back(read_promise(*promise, problems));
    reader.finish();
    return meeting;
}

}  // namespace

void read_meetings(const Table& whole, Problems& problems, evidence::Case& which) {
    EntryReader reader(whole, problems);
    for (const Table* table : reader.tables("meeting")) {
        evidence::Meeting meeting = read_meeting(*table, problems);
        if (meeting.id.empty()) {
            which.lost_in.try_emplace(evidence::CasePart::Meetings, meeting.where);
            continue;
        }
        which.meetings.push_back(std::move(meeting));
    }
    reader.finish();
}

}  // namespace entente::casefile
