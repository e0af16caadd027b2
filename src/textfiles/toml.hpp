// TOML with positions. Values are the program's own, so no other module sees the library behind them. Reading never
// stops at the first mistake: each top-level block ([table] or [[array entry]], with its sub-tables) is read on its
// own, a broken one is reported, the rest is kept. Writing replaces whole blocks and keeps every other byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/date.hpp"
#include "core/problem.hpp"

namespace entente::textfiles {

struct Value;

using Array = std::vector<Value>;

struct Table {
    struct Entry;
    std::vector<Entry> entries;  // in file order
    Position where;

    [[nodiscard]] const Value* find(std::string_view key) const noexcept;
};

// A time of day or a date with one. None of our files uses them; KeyReader reports them as wrong types.
struct Moment {
    std::string_view what;  // `a time of day`
};

struct Value {
    std::variant<std::string, std::int64_t, double, bool, Day, Array, Table, Moment> data;
    Position where;
};

struct Table::Entry {
    std::string key;
    Value value;
    Position where;  // of the key
};

// One top-level block: `[name]` once, `[[name]]` any number of times; the keys before the first header form a block
// with an empty name.
struct Block {
    std::string name;
    bool array_entry = false;
    Table table;
    Position where;         // of the header
    std::size_t begin = 0;  // bytes of the file: from the first comment line that belongs to the block …
    std::size_t end = 0;    // … to the end of its last line
};

struct Document {
    std::string file;   // as named in messages
    std::string bytes;  // as read
    std::vector<Block> blocks;
};

// Never throws for any bytes. Reports invalid UTF-8, control characters, syntax errors, repeated [tables], values
// nested too deeply.
[[nodiscard]] Document read_toml(std::string bytes, std::string file, Problems& problems);

// Reads one table key by key, reports wrong types and missing keys, and at finish() every key nobody asked for.
class KeyReader {
public:
    KeyReader(const Table& table, Problems& problems);
    KeyReader(const KeyReader&) = delete;
    KeyReader& operator=(const KeyReader&) = delete;
    // Reports unknown keys with the nearest known one, and the required keys that are missing; of a missing key that is
    // likely to be an unknown one misspelt, only the latter. Called once, at the end.
    void finish();

    [[nodiscard]] Position where() const { return table_.where; }
    [[nodiscard]] bool has(std::string_view key);

    // Missing required keys and wrong types are reported; the result is then empty, zero or `fallback`.
    [[nodiscard]] std::string text(std::string_view key);  // required
    [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback);
    [[nodiscard]] double number(std::string_view key);  // required; integer or float, finite
    [[nodiscard]] std::optional<double> number_if(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> integer_if(std::string_view key);
    [[nodiscard]] std::int64_t integer(std::string_view key);  // required
    [[nodiscard]] bool flag_or(std::string_view key, bool fallback);
    [[nodiscard]] std::optional<Day> day_if(std::string_view key);
    [[nodiscard]] Day day(std::string_view key);                         // required
    [[nodiscard]] std::optional<Date> date_if(std::string_view key);     // 2017-02-10, "2017-02", "2017"
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);  // missing: empty
    [[nodiscard]] std::vector<double> numbers(std::string_view key);     // missing: empty
    [[nodiscard]] const Value* value(std::string_view key);              // any type, may be null
    [[nodiscard]] const Table* table_if(std::string_view key);
    [[nodiscard]] std::vector<const Table*> tables(std::string_view key);  // array of tables; missing: empty
    [[nodiscard]] Position where_is(std::string_view key) const;           // of the value; of the table if missing

    // A word out of a fixed list (NamesOf<Enumeration>).
    template <typename Enumeration>
    [[nodiscard]] Enumeration choice(std::string_view key);  // required
    template <typename Enumeration>
    [[nodiscard]] std::optional<Enumeration> choice_if(std::string_view key);

protected:
    // Reported when the reader finishes, so that a misspelt key is not reported as missing as well.
    void report_missing(std::string_view key, std::string advice);

private:
    struct MissingKey {
        std::string key;
        std::string advice;
    };

    [[nodiscard]] const Value* required(std::string_view key, std::string_view example);
    [[nodiscard]] const std::string* text_of(std::string_view key, const Value* value);
    // `'key' should be …, but is …`
    void wrong(std::string_view key, const Value& value, std::string_view expected, std::string advice = {});

    const Table& table_;
    Problems& problems_;
    std::vector<std::string> asked_;
    std::vector<MissingKey> missing_;
    bool finished_ = false;
};

// Edits: each returns the new bytes of the file; nothing else in it changes.
[[nodiscard]] std::string replace_block(const Document& document, const Block& block, std::string_view text);
[[nodiscard]] std::string append_block(const Document& document, std::string_view text);

// Without the block and the empty line that would be left beside another.
[[nodiscard]] std::string remove_block(const Document& document, const Block& block);

// A value as it stands behind `=`, on one line: `"words"`, `2017-02-10`, `["USA", { key = "x" }]`, `0.5`. A number must
// be finite.
[[nodiscard]] std::string value_text(const Value& value);

// `"…"` with everything escaped that TOML needs; multi-line text stays on one line.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace entente::textfiles

#include "textfiles/toml_choice.hpp"  // the two templates
