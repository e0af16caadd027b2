// What is known of an official data set before a file of it has been seen: a file datasets/<id>.toml. It says what a
// row is, which columns name it, what each column means, which codes stand for missing, and how to cite. One descriptor
// describes one table; adding a data set of an ordinary shape is writing one. The format: docs/datasets.md.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"

namespace entente::datasets {

// The unit of analysis: what one row of the table is about.
enum class Unit {
    StateYear,
    StateSpell,        // a state from one day to another: a capital, a membership
    DyadYear,          // two states without order
    DirectedDyadYear,  // one state towards another
    DyadSpell,         // two states without order, from one day to another: contiguity, rivalry
    Alliance,
    AlliancePhase,
    MemberSpell,  // a state in an alliance, from entry to exit, one row for each phase
    LeaderSpell,
    Leader,  // what is true of a leader in all years of one spell in office
    Event,   // anything with an id of its own: a dispute, a war, a roll call, an exercise
    Other,
};

// Which list the numbers or words that name states belong to.
enum class Numbering { Cow, Gw, Iso3, Iso2, CowLetters, Name };

enum class ColumnType { Number, Integer, Text, Date };

// How several rows of one unit become one value in a panel. Same: they must agree, else the value is missing.
enum class Combine { Same, First, Last, Minimum, Maximum, Sum, Count };

// How the file is laid out. Rows: as the table. Years: a column for each year. Others: a column for each of something
// else, all columns but the named ones.
enum class Layout { Rows, Years, Others };

// The columns, as stored, that name a row. Empty where the unit has none.
struct Key {
    Numbering numbering = Numbering::Cow;
    std::string state;  // or:
    std::string state_1;
    std::string state_2;
    std::string year;
    std::string year_from;           // the column of numbers that `year` is made from: the session of an assembly …
    int year_offset = 0;             // … and what is added to them: the first session was held in 1946
    std::vector<std::string> begin;  // one column (a date, a year or YYYYMM) or three (year, month, day)
    std::vector<std::string> end;
    std::vector<std::string>
        ongoing;  // what stands for `has not ended` in the first column of `end`, empty cells included
    std::string alliance;
    std::string phase;
    std::string leader;
    std::vector<std::string> unique;  // columns that no two rows share all of; checked at import
};

// One entry of the key: `state`, with the columns it names. Only entries that name any.
struct KeyPart {
    std::string_view name;
    std::vector<std::string> columns;
};
[[nodiscard]] std::vector<KeyPart> parts_of(const Key& key);

struct YearSpan {
    int first = 0;
    int last = 0;

    bool operator==(const YearSpan&) const = default;
};

inline constexpr int kFirstNameYear = 1;
inline constexpr int kLastNameYear = 9999;

// A change of what a column means: no comparison should look across it.
struct DefinitionBreak {
    int year = 0;  // the first year of the new meaning
    std::string what;
    std::string state;  // its code, where only one state is concerned; else empty
};

// States that a list of everything leaves out for some years: there no row says nothing.
struct LeftOutOfList {
    std::vector<int> states;  // numbers on either list of states
    YearSpan years;
    std::string why;

    bool operator==(const LeftOutOfList&) const = default;
};

// Which rows are meant: those whose cell of a column holds one of these.
struct RowCondition {
    std::string column;
    std::vector<std::string> equals;

    bool operator==(const RowCondition&) const = default;
};

struct ColumnRule {
    std::string name;               // as stored
    std::vector<std::string> from;  // headers it has in files, `name` if none is given; the first that is there counts
    std::optional<RowCondition> only_in;  // of these rows only: what stands in rows of their own becomes columns
    std::string label;
    std::string unit;
    ColumnType type = ColumnType::Number;
    std::vector<std::string> missing;         // besides the descriptor's own
    std::vector<std::string> not_applicable;  // known not to exist: neither missing nor zero
    std::optional<double> at_least;           // outside: an impossible value
    std::optional<double> at_most;
    std::optional<YearSpan> years;        // coverage, where narrower than the version's
    std::optional<double> absent;         // what it means that a unit within coverage has no row; nothing: missing
    std::vector<LeftOutOfList> left_out;  // of pairs with these states `absent` is not meant
    Combine combine = Combine::Same;
    bool main = false;  // among the columns a panel gets that asks for the data set as a whole
    std::vector<DefinitionBreak> breaks;
    std::string zero_with;    // a 0 is one only beside a 0 of this column, else it is missing; empty: every 0 is one
    std::string zeros_mean;   // why a year without any value but 0 is right; empty: it may be missing
    std::string spikes_mean;  // what it is when one year stands out; empty: as with any amount
    Position where;
};

// How a version is known by its content. All that is given must hold. A test without any, which only the one version of
// a data set may have, holds if the largest year of the key's year column is the version's last; where there is no such
// column, or the version has no years, it holds always.
struct VersionTest {
    std::vector<std::string> has;      // headers that must be there
    std::vector<std::string> lacks;    // headers that must not
    std::string column;                // a header whose values decide …
    std::vector<std::string> equals;   // … every present one is one of these; numbers compare as numbers
    std::vector<std::string> without;  // … none is one of these
    std::optional<double> largest;     // … or their maximum is this
    std::string title;                 // text that a line above the header contains
};

[[nodiscard]] bool tests_nothing(const VersionTest& test) noexcept;

struct Version {
    std::string id;  // 5.0
    YearSpan years;  // years that the version covers; {0, 0} where it has no years
    VersionTest test;
    std::optional<std::int64_t> rows;  // of its table, whole; nothing: not known, or it grows
    std::string part_of;               // the version whose rows it has some of: no edition of its own
    std::vector<std::string> files;    // usual names of the file: only for messages
    std::string note;
    std::string citation;  // BibTeX, besides the data set's own: the package that its file comes from
    Position where;
};

// A sheet of a workbook that holds one of the table's columns (Layout::Years).
struct SheetRule {
    std::string name;    // `*` stands for any text
    std::string column;  // the stored column it fills
};

// A regular expression with one group, matched against the lines above the header, fills a column.
struct TitleColumn {
    std::string column;
    std::string pattern;
};

struct Descriptor {
    std::string id;      // nmc; the name of the file
    std::string name;    // official
    std::string family;  // data sets of one project: COW, ATOP, SIPRI …
    std::string about;   // one or two sentences
    std::string home;
    std::string terms;
    std::string citation;  // BibTeX, one or more entries; a version may have more
    Unit unit = Unit::Other;
    std::string unit_note;  // where Unit::Other or Event needs words: `a roll call`
    Key key;
    std::vector<std::string> signature;  // headers, any case, by which a file is known, beside the key's
    std::vector<std::string> not_with;   // headers that show it is another data set
    std::vector<std::string> missing;    // codes in every column: `-9`, `NA`; the empty cell always is
    Layout layout = Layout::Rows;
    std::vector<std::string> keep;  // Layout::Years, Others: headers or columns that are not unpivoted
    std::string unpivot_name;       // stored column for the header; with Layout::Years it is the key's year …
    std::string unpivot_value;      // … and for the cell (Layout::Years too)
    std::vector<SheetRule> sheets;
    std::vector<TitleColumn> title_columns;
    std::vector<std::string> drop_columns;  // headers left out: totals
    struct DropRows {
        std::string column;
        std::vector<std::string> equals;
    };
    std::vector<DropRows> drop_rows;  // rows left out: totals, regions, footnotes; an empty text drops empty cells
    bool several_files = false;  // each file is a part of the table (a supplier, a month): parts stand side by side
    std::vector<ColumnRule> columns;
    ColumnRule others;                      // the rule for columns that are not declared: codes, and …
    std::optional<ColumnType> others_type;  // … their type; nothing: by what their cells are
    bool keeps_others = true;
    struct StateName {
        std::string written;  // as the file has it
        std::string code;     // of the table of states; empty: not a state (a region, a group)
        // The only years in which it means that state; in others the figures are of another territory than the state's.
        YearSpan years{kFirstNameYear, kLastNameYear};
    };
    std::vector<StateName> names;  // Numbering::Name and letters: spellings the table of states does not know
    std::vector<Version> versions;
    std::string file;  // where the descriptor was read

    // Without case, as the database has it.
    [[nodiscard]] const ColumnRule* find_column(std::string_view stored_name) const noexcept;
    // The headers under which files may have the column: those of its rule, else the name itself. An empty header is
    // the file's first column, if that has none.
    [[nodiscard]] std::vector<std::string> headers_of(std::string_view stored_name) const;
    [[nodiscard]] const Version* find_version(std::string_view version) const noexcept;
    // The data set's entries, and those of the version if it is known.
    [[nodiscard]] std::string citation_of(std::string_view version) const;
    // The column whose cells say which rows are meant, if some column stands in rows of its own; else empty.
    [[nodiscard]] std::string_view telling_column() const noexcept;
};

// Never throws; what is wrong is reported at its place. Nothing is returned if the descriptor cannot be used.
[[nodiscard]] std::optional<Descriptor> read_descriptor(std::string bytes, const std::string& file, Problems& problems);

// All descriptors of these folders, the first of each id, by id.
[[nodiscard]] std::vector<Descriptor> read_descriptors(const std::vector<std::filesystem::path>& folders,
                                                       Problems& problems);

// `nmc` and `6.0` → `nmc_6_0`: the table's name in the store.
[[nodiscard]] std::string table_name(std::string_view dataset, std::string_view version);

}  // namespace entente::datasets

template <>
struct entente::NamesOf<entente::datasets::Unit> {
    static constexpr std::array<std::string_view, 12> names{
        "state-year",   "state-spell", "dyad-year",      "directed-dyad-year",
        "dyad-spell",   "alliance",    "alliance-phase", "member-spell",
        "leader-spell", "leader",      "event",          "other"};
};
template <>
struct entente::NamesOf<entente::datasets::Numbering> {
    static constexpr std::array<std::string_view, 6> names{"cow", "gw", "iso3", "iso2", "cow-letters", "name"};
};
template <>
struct entente::NamesOf<entente::datasets::ColumnType> {
    static constexpr std::array<std::string_view, 4> names{"number", "integer", "text", "date"};
};
template <>
struct entente::NamesOf<entente::datasets::Combine> {
    static constexpr std::array<std::string_view, 7> names{"same",    "first", "last", "minimum",
                                                           "maximum", "sum",   "count"};
};
template <>
struct entente::NamesOf<entente::datasets::Layout> {
    static constexpr std::array<std::string_view, 3> names{"rows", "years", "others"};
};
