#include "core/states.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <tuple>
#include <utility>

#include "core/name_folding.hpp"

namespace entente {

namespace {

constexpr std::string_view kHeader = "code,cow_number,gw_number,iso3,iso2,name,other_names,begin,end";
constexpr std::size_t kColumns = 9;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The end of a state that still exists.
Day open_end() {
    return make_day(9999, 12, 31);
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

std::string upper_case(std::string_view text) {
    std::string upper(text);
    for (char& letter : upper) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    return upper;
}

// One space of keys for all ways to write a state. Codes and names cannot meet: no code has a colon.
std::string code_key(std::string_view code) {
    return "code:" + std::string(code);
}
std::string cow_key(int number) {
    return "cow:" + std::to_string(number);
}
std::string gw_key(int number) {
    return "gw:" + std::to_string(number);
}
std::string iso_key(std::string_view iso) {
    return "iso:" + upper_case(iso);
}
std::string iso2_key(std::string_view iso) {
    return "iso2:" + upper_case(iso);
}
std::string name_key(std::string_view name) {
    return "name:" + folded_name(name);
}

std::vector<std::string> keys_of(const StateRow& row) {
    std::vector<std::string> keys{code_key(row.code), name_key(row.name)};
    if (row.cow_number > 0) keys.push_back(cow_key(row.cow_number));
    if (row.gw_number > 0) keys.push_back(gw_key(row.gw_number));
    if (!row.iso3.empty()) keys.push_back(iso_key(row.iso3));
    if (!row.iso2.empty()) keys.push_back(iso2_key(row.iso2));
    for (const std::string& iso : row.other_iso3) keys.push_back(iso_key(iso));
    for (const std::string& iso : row.other_iso2) keys.push_back(iso2_key(iso));
    for (const std::string& name : row.other_names) keys.push_back(name_key(name));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

// The keys that `written` may stand for: a prefixed code is only that, anything else a bare code or a name.
std::vector<std::string> keys_for(std::string_view written) {
    const std::size_t colon = written.find(':');
    if (colon == std::string_view::npos) return {code_key(written), name_key(written)};
    const std::string_view prefix = written.substr(0, colon);
    const std::string_view rest = written.substr(colon + 1);
    const auto number = whole_number(rest);
    if (prefix == "cow" && number) return {cow_key(*number)};
    if (prefix == "gw" && number) return {gw_key(*number)};
    if (prefix == "iso" || prefix == "iso3") return {iso_key(rest)};
    if (prefix == "iso2") return {iso2_key(rest)};
    return {};
}

bool overlaps(const StateRow& row, const Date& when) {
    return row.begin <= when.last && when.first <= row.end;
}

std::string candidate_text(const StateRow& row, Day end) {
    return row.code + ' ' + row.name + " (" + to_text(row.begin) + "…" + (end == open_end() ? "" : to_text(end)) + ')';
}

bool continues_as(const StateRow& row, const StateRow& next) {
    return row.code == next.code && row.name == next.name && row.end + std::chrono::days{1} == next.begin;
}

// Those that existed on a day of `when`, or all if it is not given. A state that changed only its membership of a list
// is one candidate, from its first day to its last.
std::vector<std::string> candidates_among(std::span<const StateRow* const> rows, const std::optional<Date>& when) {
    std::vector<std::string> candidates;
    for (std::size_t first = 0; first < rows.size();) {
        bool considered = !when || overlaps(*rows[first], *when);
        std::size_t last = first;
        while (last + 1 < rows.size() && continues_as(*rows[last], *rows[last + 1])) {
            ++last;
            considered = considered || overlaps(*rows[last], *when);
        }
        if (considered) candidates.push_back(candidate_text(*rows[first], rows[last]->end));
        first = last + 1;
    }
    return candidates;
}

// Reads one line of states.csv. Its cells never need quoting, so none is understood.
class RowReader {
public:
    RowReader(std::string_view line, Position where, Problems& problems)
        : cells_(split(line, ',')), where_(std::move(where)), problems_(problems) {}

    std::optional<StateRow> read() {
        if (cells_.size() != kColumns || std::any_of(cells_.begin(), cells_.end(), has_quote)) {
            problems_.error(where_, "a row of the state table has to have 9 cells without quotes",
                            "leave commas out of names; separate other names by |");
            return std::nullopt;
        }
        const auto cow = number(1);
        const auto gw = number(2);
        const auto begin = day(7);
        const auto end = cells_[8].empty() ? std::optional<Day>(open_end()) : day(8);
        if (!cow || !gw || !begin || !end) return std::nullopt;
        if (cells_[0].empty() || cells_[5].empty() || *begin > *end) {
            problems_.error(where_, "a state needs a code, a name and a span that does not end before it begins",
                            "correct the row");
            return std::nullopt;
        }
        auto iso3 = split(cells_[3], '|');
        auto iso2 = split(cells_[4], '|');
        StateRow row{cells_[0], *cow, *gw, iso3.front(), iso2.front(), {}, {}, cells_[5], {}, *begin, *end};
        row.other_iso3.assign(iso3.begin() + 1, iso3.end());
        row.other_iso2.assign(iso2.begin() + 1, iso2.end());
        if (!cells_[6].empty()) row.other_names = split(cells_[6], '|');
        return row;
    }

private:
    static bool has_quote(const std::string& cell) { return cell.find('"') != std::string::npos; }

    std::optional<int> number(std::size_t column) {
        const auto value = whole_number(cells_[column]);
        if (!value) {
            problems_.error(where_, '\'' + cells_[column] + "' is not a state number", "write 0 where a list has none");
        }
        return value;
    }

    std::optional<Day> day(std::size_t column) {
        const auto value = parse_day(cells_[column]);
        if (!value) problems_.error(where_, '\'' + cells_[column] + "' is not a day", "write it as 1990-10-03");
        return value;
    }

    std::vector<std::string> cells_;
    Position where_;
    Problems& problems_;
};

struct PlacedRow {
    StateRow row;
    Position where;
};

std::vector<PlacedRow> read_rows(std::string_view csv, const std::string& file, Problems& problems) {
    std::vector<PlacedRow> rows;
    if (csv.substr(0, kByteOrderMark.size()) == kByteOrderMark) csv.remove_prefix(kByteOrderMark.size());
    int line_number = 0;
    for (std::string& line : split(csv, '\n')) {
        ++line_number;
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const Position where{file, line_number, 1};
        if (line_number == 1) {
            if (line == kHeader) continue;
            problems.error(where, "the state table does not begin with its column names",
                           "the first line has to be " + std::string(kHeader));
            return {};
        }
        if (line.empty()) continue;
        if (auto row = RowReader(line, where, problems).read()) rows.push_back({std::move(*row), where});
    }
    return rows;
}

}  // namespace

StateTable StateTable::read(std::string_view csv, const std::string& file, Problems& problems) {
    std::vector<PlacedRow> placed = read_rows(csv, file, problems);
    std::stable_sort(placed.begin(), placed.end(), [](const PlacedRow& left, const PlacedRow& right) {
        return std::tie(left.row.code, left.row.begin) < std::tie(right.row.code, right.row.begin);
    });
    StateTable table;
    for (PlacedRow& next : placed) {
        if (!table.rows_.empty() && table.rows_.back().code == next.row.code &&
            table.rows_.back().end >= next.row.begin) {
            problems.error(next.where, "two rows of " + next.row.code + " overlap on " + to_text(next.row.begin),
                           "end the earlier row before the later one begins");
        }
        for (std::string& key : keys_of(next.row)) table.rows_by_key_[std::move(key)].push_back(table.rows_.size());
        table.rows_.push_back(std::move(next.row));
    }
    return table;
}

StateMatch StateTable::find(std::string_view written, const Date& when) const {
    for (const std::string& key : keys_for(written)) {
        const auto found = rows_by_key_.find(key);
        if (found == rows_by_key_.end()) continue;
        StateMatch match = match_among(found->second, when);
        // A name says which state is meant; a bare code may have been taken from another list.
        if (key == code_key(written)) match.by_iso_code = state_by_iso_code(written, when);
        if (match.by_iso_code == match.code) match.by_iso_code.reset();
        return match;  // a bare code decides over a name
    }
    return {std::nullopt, {}, "unknown", state_by_iso_code(written, when), {}};
}

std::optional<std::string> StateTable::state_by_iso_code(std::string_view written, const Date& when) const {
    const auto found = rows_by_key_.find(iso_key(written));
    if (found == rows_by_key_.end()) return std::nullopt;
    return match_among(found->second, when).code;
}

StateMatch StateTable::match_among(const std::vector<std::size_t>& places, const Date& when) const {
    std::vector<const StateRow*> all;
    std::vector<std::size_t> then;
    for (const std::size_t place : places) {
        all.push_back(&rows_[place]);
        if (overlaps(rows_[place], when)) then.push_back(place);
    }
    if (then.empty()) return {std::nullopt, candidates_among(all, std::nullopt), "did not exist", {}, {}};
    const std::string& first = rows_[then.front()].code;
    const bool one =
        std::all_of(then.begin(), then.end(), [&](const std::size_t place) { return rows_[place].code == first; });
    if (!one) return {std::nullopt, candidates_among(all, when), "ambiguous", {}, {}};
    return {first, candidates_among(all, when), {}, {}, std::move(then)};
}

std::string StateTable::name_of(std::string_view code, Day when) const {
    const StateRow* row = row_of(code, when);
    return row == nullptr ? std::string(code) : row->name;
}

const StateRow* StateTable::row_of(std::string_view code, Day when) const {
    const auto found = rows_by_key_.find(code_key(code));
    if (found == rows_by_key_.end()) return nullptr;
    const StateRow* then = &rows_[found->second.front()];
    for (const std::size_t place : found->second) {
        if (rows_[place].begin <= when) then = &rows_[place];
    }
    return then;
}

}  // namespace entente
