// Where a statement comes from, and how far it can be trusted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"

namespace entente::evidence {

// The Admiralty code: reliability of the source A–F, credibility of the report 1–6, judged independently.
struct Grade {
    char reliability = 'F';
    int credibility = 6;

    bool operator==(const Grade&) const = default;
};

[[nodiscard]] std::optional<Grade> parse_grade(std::string_view text);
[[nodiscard]] std::string to_text(Grade grade);

enum class OutletClass { Press, Official, Poll, Expert, Treaty, Dataset, Social };

enum class Leaning { Left, CentreLeft, Centre, CentreRight, Right, Government, None };

struct Source {
    std::string key;
    std::string entry_type;  // BibTeX: article, book, online …
    std::string title;
    std::string author;
    std::string publisher;
    std::optional<Date> published;
    std::optional<OutletClass> outlet_class;
    Leaning leaning = Leaning::None;
    std::optional<Grade> grade;
    std::string language;
    std::vector<std::string> depends_on;  // keys of sources that this one copies
    std::string url;
    std::optional<Day> accessed;
    std::string note;
    std::vector<std::string> unreadable;  // fields that are there and could not be read: `date`, `class`, `grade`
    Position where;
};

// A reference to a source, with the place in it: `{ key = "thesis-2019", at = "§3.3" }`.
struct Citation {
    std::string key;
    std::string at;
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::OutletClass> {
    static constexpr std::array<std::string_view, 7> names{"press",  "official", "poll",  "expert",
                                                           "treaty", "dataset",  "social"};
};
template <>
struct entente::NamesOf<entente::evidence::Leaning> {
    static constexpr std::array<std::string_view, 7> names{"left",  "centre-left", "centre", "centre-right",
                                                           "right", "government",  "none"};
};
