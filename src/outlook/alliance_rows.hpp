// What the ATOP files say of alliances, their phases and their members, row by row, as far as histories need it. Codes
// are those of the codebook (5.0, section 2.32).
#pragma once

#include <optional>
#include <vector>

#include "indices/institutionalisation.hpp"

namespace entente::outlook {

// The day of the month is sometimes unknown; year and month never are.
struct RecordedDay {
    int year = 0;
    int month = 0;
    std::optional<int> day;
};

struct AllianceRow {
    int alliance = 0;  // `atopid`
    RecordedDay begin;
    std::optional<RecordedDay> end;  // none: the file gives no year of end
    bool in_effect = false;          // on the last day of the data
    int term = 0;                    // 0 in effect, or independence lost; 1 fulfilled, 2 violated, 3 new relationship
    bool bilateral = false;
    bool defence = false;
    bool only_nonaggression = false;  // neither defence nor offence, neutrality or consultation
};

struct PhaseRow {
    int alliance = 0;
    int phase = 0;  // 0: the alliance has one only
    RecordedDay begin;
    std::optional<RecordedDay> end;
    bool in_effect = false;
    int term = 0;
    indices::AllianceProvisions provisions;
    std::optional<int> non_military_cooperation;  // NOMICOOP
};

struct MemberRow {
    int alliance = 0;
    int member = 0;  // Correlates of War number
    int phase = 0;
    RecordedDay entry;
    std::optional<RecordedDay> exit;
    bool in_effect = false;
    int termmode = 0;
    bool in_system = false;  // of the Correlates of War, at entry
};

struct AllianceRows {
    std::vector<AllianceRow> alliances;
    std::vector<PhaseRow> phases;
    std::vector<MemberRow> members;
    int last_year = 0;  // the files follow alliances to the end of it
};

}  // namespace entente::outlook
