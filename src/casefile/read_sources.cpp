// sources.bib: every source, with what BibTeX has no field for.
#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"
#include "core/named_enum.hpp"
#include "core/text.hpp"
#include "textfiles/bibtex.hpp"

namespace entente::casefile {
namespace {

using textfiles::BibEntry;
using textfiles::BibField;

// The fields that this program adds to BibTeX's own.
constexpr std::array<std::string_view, 7> kOwnFields{"date",     "class",      "leaning", "grade",
                                                     "language", "depends-on", "accessed"};

// One letter more, less or other.
bool one_slip_apart(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) std::swap(left, right);
    if (right.size() - left.size() > 1 || left == right) return false;
    const auto [at_left, at_right] = std::mismatch(left.begin(), left.end(), right.begin());
    const auto rest_left = left.size() == right.size() ? at_left + 1 : at_left;
    return std::equal(rest_left, left.end(), at_right + 1, right.end());
}

class SourceReader {
public:
    SourceReader(const BibEntry& entry, Problems& problems) : entry_(entry), problems_(problems) {}

    evidence::Source read() {
        evidence::Source source;
        source.where = entry_.where;
        source.key = entry_.key;
        source.entry_type = entry_.type;
        source.title = text("title");
        source.author = text("author");
        source.publisher = first_of({"publisher", "journal", "journaltitle", "organization", "howpublished"});
        source.published = published();
        source.outlet_class = choice<evidence::OutletClass>("class");
        source.leaning = choice<evidence::Leaning>("leaning").value_or(evidence::Leaning::None);
        source.grade = grade();
        source.language = text("language");
        source.depends_on = keys("depends-on");
        source.url = url();
        source.accessed = accessed();
        source.note = text("note");
        report_slips();
        source.unreadable = std::move(unreadable_);
        return source;
    }

private:
    std::string text(std::string_view name) const {
        const BibField* field = entry_.find(name);
        return field == nullptr ? std::string() : field->value;
    }

    std::string first_of(std::initializer_list<std::string_view> names) const {
        for (const auto name : names) {
            if (std::string value = text(name); !value.empty()) return value;
        }
        return {};
    }

    std::optional<Date> published() {
        const BibField* field = entry_.find("date");
        if (field == nullptr) field = entry_.find("year");
        if (field == nullptr) return std::nullopt;
        const auto date = parse_date(field->value);
        if (!date) {
            unreadable_.emplace_back("date");
            problems_.error(field->where, "'" + field->value + "' is not a date of publication",
                            "write 2017-02-10, 2017-02 or 2017");
        }
        return date;
    }

    template <typename Enumeration>
    std::optional<Enumeration> choice(std::string_view name) {
        const BibField* field = entry_.find(name);
        if (field == nullptr) return std::nullopt;
        const auto value = named<Enumeration>(field->value);
        if (!value) {
            unreadable_.emplace_back(name);
            problems_.error(field->where, "unknown " + std::string(name) + " '" + field->value + "'",
                            "one of: " + names_of<Enumeration>());
        }
        return value;
    }

    std::optional<evidence::Grade> grade() {
        const BibField* field = entry_.find("grade");
        if (field == nullptr) return std::nullopt;
        const auto value = evidence::parse_grade(field->value);
        if (!value) {
            unreadable_.emplace_back("grade");
            problems_.error(field->where, "'" + field->value + "' is not a grade",
                            "write a reliability A–F and a credibility 1–6: B2");
        }
        return value;
    }

    std::vector<std::string> keys(std::string_view name) const {
        std::vector<std::string> list;
        std::string key;
        for (const char character : text(name) + ",") {
            if (character != ',') {
                if (std::isspace(static_cast<unsigned char>(character)) == 0) key += character;
            } else if (!key.empty()) {
                list.push_back(std::exchange(key, {}));
            }
        }
        return list;
    }

    // The pages make a link of nothing else.
    std::string url() {
        const BibField* field = entry_.find("url");
        if (field == nullptr) return {};
        if (!is_web_address(field->value)) {
            problems_.warn(field->where, no_web_address(field->value), std::string(kHowToWriteAddress));
        }
        return field->value;
    }

    std::optional<Day> accessed() {
        const BibField* field = entry_.find("accessed");
        if (field == nullptr) return std::nullopt;
        const auto day = parse_day(field->value);
        if (!day) {
            problems_.error(field->where, "'" + field->value + "' is not the day on which the address was read",
                            "write 2026-11-22");
        }
        return day;
    }

    // BibTeX has many fields and styles add more, so an unknown one is no problem unless it looks like one of ours.
    void report_slips() {
        for (const BibField& field : entry_.fields) {
            for (const auto own : kOwnFields) {
                if (!one_slip_apart(field.name, own)) continue;
                problems_.warn(field.where, "unknown field '" + field.name + "' is not used",
                               "did you mean '" + std::string(own) + "'?");
            }
        }
    }

    const BibEntry& entry_;
    Problems& problems_;
    std::vector<std::string> unreadable_;
};

}  // namespace

void read_sources(std::string_view bytes, const std::string& file, Problems& problems, evidence::Case& which) {
    Problems syntax;
    for (const BibEntry& entry : textfiles::read_bibtex(bytes, file, syntax)) {
        which.sources.push_back(SourceReader(entry, problems).read());
    }
    if (const auto lost = first_error(syntax)) which.lost_in.try_emplace(evidence::CasePart::Sources, *lost);
    problems.add(syntax);
}

}  // namespace entente::casefile
