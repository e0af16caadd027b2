// What the files of a case have in common: ids, dates, citations, actors, quotes. A reader of one table that knows
// them, and reports what is wrong with each where it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/item.hpp"
#include "evidence/source.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {

// The blocks of a file as one table: `[name]` as a table, all `[[name]]` as one array of tables, so that tables which
// a file may not have are reported like any unknown key. Control characters written as escapes are reported and become
// blanks.
[[nodiscard]] textfiles::Table whole_table(textfiles::Document document, Problems& problems);

// Where syntax errors lost part of a file, what is missing from the file as a whole may stand in that part. Leaves such
// problems out.
[[nodiscard]] Problems without_missing(const Problems& all);

// Where the first error is; nothing if there is none.
[[nodiscard]] std::optional<Position> first_error(const Problems& problems);

// `joint-statement-2017-02-10`: lower-case words and numbers joined by hyphens.
[[nodiscard]] bool is_id(std::string_view text) noexcept;

// Begins with https:// or http://, in whatever case.
[[nodiscard]] bool is_web_address(std::string_view text) noexcept;
// For messages about one that does not, and what to do.
[[nodiscard]] std::string no_web_address(std::string_view text);
inline constexpr std::string_view kHowToWriteAddress =
    "write it whole, with https:// or http://; a file or a shelf mark goes into the note";

class EntryReader : public textfiles::KeyReader {
public:
    EntryReader(const textfiles::Table& table, Problems& problems) : KeyReader(table, problems), problems_(problems) {}

    // Required. An id that is no id is reported and kept, so that references to it are not reported as well.
    [[nodiscard]] std::string id(std::string_view key = "id");
    // Required and not empty.
    [[nodiscard]] std::string filled_text(std::string_view key);
    [[nodiscard]] std::vector<std::string> some_texts(std::string_view key);  // required, at least one
    // One word or a list of words; missing: empty.
    [[nodiscard]] std::vector<std::string> word_or_words(std::string_view key);

    // Required; nothing, and a problem, if it is missing or cannot be read.
    [[nodiscard]] std::optional<Date> required_date(std::string_view key);
    [[nodiscard]] std::optional<Day> required_day(std::string_view key);
    [[nodiscard]] std::optional<double> probability_if(std::string_view key);  // 0–1
    [[nodiscard]] std::optional<evidence::Quote> quote_if(std::string_view key);
    [[nodiscard]] std::vector<evidence::Actor> some_actors(std::string_view key);        // required, at least one
    [[nodiscard]] std::vector<evidence::Actor> actors_if(std::string_view key);          // missing: empty
    [[nodiscard]] evidence::Actor actor(std::string_view key);                           // required
    [[nodiscard]] std::vector<evidence::Citation> citations_if(std::string_view key);    // missing: empty
    [[nodiscard]] std::vector<evidence::Citation> some_citations(std::string_view key);  // required, at least one
    [[nodiscard]] evidence::Citation citation(std::string_view key);                     // required
    // Two numbers, the first not above the second.
    [[nodiscard]] std::optional<std::pair<double, double>> range_if(std::string_view key);

    // Required like choice(), but nothing where the word is missing or none of the list.
    template <typename Enumeration>
    [[nodiscard]] std::optional<Enumeration> required_choice(std::string_view key) {
        if (!require_key(key, "one of: " + names_of<Enumeration>())) return std::nullopt;
        return choice_if<Enumeration>(key);
    }

    // False, and a problem, if the key is missing.
    bool require_key(std::string_view key, std::string_view advice = {});

    void error_at(std::string_view key, std::string what, std::string advice = {});
    [[nodiscard]] Problems& problems() noexcept { return problems_; }

private:
    [[nodiscard]] std::vector<evidence::Actor> actors_in(std::string_view key);
    [[nodiscard]] evidence::Citation read_citation(const textfiles::Value& value);

    Problems& problems_;
};

}  // namespace entente::casefile
