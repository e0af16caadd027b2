// Rows of the ATOP files as the tests want them: made up, or out of the official files.
#pragma once

#include "indices/official_table.hpp"
#include "outlook/alliance_rows.hpp"

namespace entente::outlook::testing {

inline RecordedDay on(int year, int month, int day) {
    return {year, month, day};
}

inline RecordedDay some_day_in(int year, int month) {
    return {year, month, std::nullopt};
}

// Invented alliances of the states 901, 902 … with data to the end of 2000.
class Rows {
public:
    Rows() { rows.last_year = 2000; }

    MemberRow& member(int alliance, int state, RecordedDay entry, std::optional<RecordedDay> exit, int termmode = 0,
                      int phase = 0) {
        rows.members.push_back({alliance, state, phase, entry, exit, !exit, termmode, true});
        return rows.members.back();
    }
    AllianceRow& alliance(int number, RecordedDay begin, std::optional<RecordedDay> end, int term = 0) {
        AllianceRow row;
        row.alliance = number;
        row.begin = begin;
        row.end = end;
        row.in_effect = !end;
        row.term = term;
        row.bilateral = true;
        rows.alliances.push_back(row);
        return rows.alliances.back();
    }
    PhaseRow& phase(int number, int phase, RecordedDay begin, std::optional<RecordedDay> end, int term = 0) {
        PhaseRow row;
        row.alliance = number;
        row.phase = phase;
        row.begin = begin;
        row.end = end;
        row.in_effect = !end;
        row.term = term;
        rows.phases.push_back(row);
        return rows.phases.back();
    }

    AllianceRows rows;
};

class AtopFiles {
public:
    AtopFiles(const std::filesystem::path& alliances, const std::filesystem::path& members,
              const std::filesystem::path& phases, int last_year) {
        read_alliances(Table(alliances));
        if (!members.empty()) read_members(Table(members));
        if (!phases.empty()) read_phases(Table(phases));
        rows.last_year = last_year;
    }

    AllianceRows rows;

private:
    using Table = indices::testing::OfficialTable;

    static RecordedDay day(const Table& table, std::size_t row, const char* year, const char* month, const char* of) {
        return {table.whole(row, year).value_or(0), table.whole(row, month).value_or(0), table.whole(row, of)};
    }
    static std::optional<RecordedDay> end(const Table& table, std::size_t row, const char* year, const char* month,
                                          const char* of) {
        if (table.whole(row, year).value_or(0) == 0) return std::nullopt;
        return day(table, row, year, month, of);
    }

    void read_alliances(const Table& table) {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto code = [&](const char* column) { return table.whole(row, column).value_or(0); };
            AllianceRow alliance;
            alliance.alliance = code("atopid");
            alliance.begin = day(table, row, "begyr", "begmo", "begday");
            alliance.end = end(table, row, "endyr", "endmo", "endday");
            alliance.in_effect = code("ineffect") == 1;
            alliance.term = code("term");
            alliance.bilateral = code("bilat") == 1;
            alliance.defence = code("defense") == 1;
            alliance.only_nonaggression = code("defense") + code("offense") + code("neutral") + code("consul") == 0;
            rows.alliances.push_back(alliance);
        }
    }
    void read_members(const Table& table) {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto code = [&](const char* column) { return table.whole(row, column).value_or(0); };
            rows.members.push_back({code("atopid"), code("member"), code("phase"),
                                    day(table, row, "yrent", "moent", "dayent"),
                                    end(table, row, "yrexit", "moexit", "dayexit"), code("ineffect") == 1,
                                    code("termmode"), code("cowsys") == 1});
        }
    }
    void read_phases(const Table& table) {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto code = [&](const char* column) { return table.whole(row, column).value_or(0); };
            PhaseRow phase;
            phase.alliance = code("atopid");
            phase.phase = code("phase");
            phase.begin = day(table, row, "begyr", "begmo", "begday");
            phase.end = end(table, row, "endyr", "endmo", "endday");
            phase.in_effect = code("ineffect") == 1;
            phase.term = code("term");
            phase.provisions.bases = table.whole(row, "base");
            phase.non_military_cooperation = table.whole(row, "nomicoop");
            rows.phases.push_back(phase);
        }
    }
};

}  // namespace entente::outlook::testing
