// The descriptor of an invented data set, and what is said of it once something in it is written otherwise.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "datasets/descriptor.hpp"
#include "textfiles/problem_lines.hpp"

namespace entente::datasets {

using Lines = std::vector<std::string>;

// Invented: no such data set exists.
inline constexpr const char* kHarbours = R"(id        = "harbours"
name      = "Harbours of the World"
family    = "Ports"
about     = "Ships and piers."
home      = "https://example.org/harbours"
terms     = "Free."
unit      = "state-year"
signature = ["ships", "piers"]
not_with  = ["airports"]
missing   = ["-9"]
citation  = '''
@misc{harbours, author = {Nobody, Ann}, title = {Harbours}, year = {2001}}
'''

[key]
numbering = "cow"
state     = "ccode"
year      = "year"
unique    = ["ccode", "year"]

[[column]]
name  = "ships"
label = "Ships in harbour"
unit  = "thousand"
type  = "integer"
from  = ["ships", "vessels"]
not_applicable = ["-8"]
at_least = 0
at_most  = 5000
years = [1901, 2000]
absent = 0
combine = "sum"
main  = true
breaks = [{ year = 1950, what = "sail left out from here on" }]

[others]
type = "number"
missing = ["."]

[[drop_row]]
column = "ccode"
equals = ["Total", ""]

[[version]]
id    = "1.0"
years = [1900, 1990]
files = ["harbours.csv"]
when  = { column = "version", equals = ["1"] }

[[version]]
id    = "2.0"
years = [1900, 2000]
when  = { has = ["piers"], lacks = ["docks"], column = "year", largest = 2000, title = "Harbours" }
)";

inline std::string changed(const std::string& old, const std::string& with, std::string text = kHarbours) {
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), with);
}

inline std::optional<Descriptor> read(const std::string& text, Problems& problems) {
    return read_descriptor(text, "datasets/harbours.toml", problems);
}

inline Lines problems_of(const std::string& text) {
    Problems problems;
    const auto descriptor = read(text, problems);
    EXPECT_EQ(descriptor.has_value(), !problems.has_errors());
    return textfiles::lines_of(problems);
}

// What is wrong after one line is written otherwise, without the place.
inline Lines said_of(const std::string& old, const std::string& with) {
    Lines said;
    for (const auto& line : problems_of(changed(old, with))) said.push_back(line.substr(line.find(' ') + 1));
    return said;
}

// The rows say which unit, which key; the rest is the invented data set's.
inline std::string with_key(const std::string& unit, const std::string& key) {
    const std::string text = changed("unit      = \"state-year\"", "unit      = \"" + unit + "\"");
    const auto begin = text.find("[key]");
    const auto end = text.find("[[column]]");
    return text.substr(0, begin) + "[key]\n" + key + "\n\n" + text.substr(end);
}

}  // namespace entente::datasets
