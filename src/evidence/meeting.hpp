// Leaders' meetings: when and where, what was discussed, what was promised and what became of it.
#pragma once

#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

enum class MeetingFormat { Visit, Summit, Margins, Telephone, Ministerial };

enum class PromiseState { Open, Kept, Broken };

struct Promise {
    std::string text;
    PromiseState state = PromiseState::Open;
    std::string by;  // the item that shows it kept or broken
    Position where;
};

struct Meeting {
    std::string id;
    Date date;         // local date at the place
    std::string zone;  // IANA name: America/New_York
    std::string place;
    MeetingFormat format = MeetingFormat::Visit;
    std::vector<std::string> participants;
    std::vector<std::string> topics;
    std::vector<std::string> issues;
    std::vector<Promise> promises;
    std::vector<std::string> listed_by;  // sources whose own chronology has this meeting
    std::string correction;              // the correction that adds it, if such a chronology misses it
    std::vector<std::string> items;      // the evidence that came out of it
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::MeetingFormat> {
    static constexpr std::array<std::string_view, 5> names{"visit", "summit", "margins", "telephone", "ministerial"};
};
template <>
struct entente::NamesOf<entente::evidence::PromiseState> {
    static constexpr std::array<std::string_view, 3> names{"open", "kept", "broken"};
};
