#include "casefile/edit_protocol.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "casefile/block_edits.hpp"
#include "casefile/case_folder.hpp"
#include "casefile/entry_text.hpp"
#include "casefile/read_parts.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "textfiles/toml_values.hpp"

namespace entente::casefile {
namespace {

using textfiles::Array;
using textfiles::Block;
using textfiles::Document;
using textfiles::Table;
using textfiles::Value;

constexpr double kSumTolerance = 1e-9;
constexpr std::array<std::string_view, 3> kPrior{"prior.weakened", "prior.unchanged", "prior.strengthened"};

struct Leaf {
    std::string path;
    const Value* value = nullptr;
};

bool is_table(const Value& value) {
    return std::holds_alternative<Table>(value.data);
}

// Every value that can be changed, by its key path.
void collect(const std::string& path, const Value& value, std::vector<Leaf>& leaves) {
    if (const auto* table = std::get_if<Table>(&value.data)) {
        for (const auto& entry : table->entries) collect(path + '.' + entry.key, entry.value, leaves);
        return;
    }
    if (const auto* array = std::get_if<Array>(&value.data)) {
        if (std::none_of(array->begin(), array->end(), is_table)) leaves.push_back({path, &value});
        for (std::size_t i = 0; i < array->size(); ++i) {
            collect(path + '.' + std::to_string(i + 1), (*array)[i], leaves);
        }
        return;
    }
    leaves.push_back({path, &value});
}

// Not what the protocol is called, and not [reading], which has keys of its own in an edit.
std::vector<Leaf> leaves_of(const Document& document) {
    std::vector<Leaf> leaves;
    for (const auto& block : document.blocks) {
        if (block.name.empty() || block.name == "reading") continue;
        for (const auto& entry : block.table.entries) collect(block.name + '.' + entry.key, entry.value, leaves);
    }
    return leaves;
}

const Value* find_leaf(const std::vector<Leaf>& leaves, std::string_view path) {
    const auto found = std::find_if(leaves.begin(), leaves.end(), [&](const Leaf& leaf) { return leaf.path == path; });
    return found == leaves.end() ? nullptr : found->value;
}

std::optional<double> number_in(const Value& value) {
    if (const auto* number = std::get_if<double>(&value.data)) return *number;
    if (const auto* number = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*number);
    return std::nullopt;
}

std::optional<double> number_in(const ProtocolValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
    return std::nullopt;
}

template <typename Element, typename Write>
std::string list_text(const std::vector<Element>& elements, Write write) {
    std::string text = "[";
    for (const auto& element : elements) text += (text.size() > 1 ? ", " : "") + write(element);
    return text + "]";
}

std::string written(const ProtocolValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return textfiles::quoted(*text);
    if (const auto* numbers = std::get_if<std::vector<double>>(&value)) return list_text(*numbers, number_text);
    return list_text(std::get<std::vector<std::string>>(value), textfiles::quoted);
}

// The same for what stands in the file, but for spaces and for zeros at the end of a number.
std::string written(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value.data)) return number_text(*number);
    if (const auto* text = std::get_if<std::string>(&value.data)) return textfiles::quoted(*text);
    if (const auto* array = std::get_if<Array>(&value.data)) {
        return list_text(*array, [](const Value& element) { return written(element); });
    }
    return {};
}

bool is_finite(const ProtocolValue& value) {
    if (const auto* numbers = std::get_if<std::vector<double>>(&value)) {
        return std::all_of(numbers->begin(), numbers->end(), [](double each) { return std::isfinite(each); });
    }
    const auto number = number_in(value);
    return !number || std::isfinite(*number);
}

std::string three_decimals(double number) {
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number, std::chars_format::general, 6).ptr;
    return {digits.begin(), end};
}

class Edit {
public:
    Edit(const std::string& text, const std::string& shown_as, const ProtocolEdit& edit, Problems& problems)
        : shown_as_(shown_as), edit_(edit), problems_(problems) {
        Problems none;
        before_ = protocol_from(text, shown_as, none);
        document_ = textfiles::read_toml(text, shown_as, none);
        ensure(!none.has_errors(), "only a protocol without errors is edited");
    }

    EditedProtocol result() {
        change_values();
        rename("id", edit_.id);
        rename("name", edit_.name);
        rename("summary", edit_.summary);
        EditedProtocol result;
        result.text = with_reading(textfiles::replace_values(document_, edits_));
        result.differences = std::move(differences_);
        Problems found;
        result.protocol = protocol_from(result.text, shown_as_, found);
        report(found, result);
        return result;
    }

private:
    void change_values() {
        const auto leaves = leaves_of(document_);
        const bool whole = prior_is_whole(leaves);
        for (const auto& [path, value] : edit_.values) {
            const auto* leaf = find_leaf(leaves, path);
            if (leaf == nullptr) {
                report_unknown(path, leaves);
            } else if (!is_finite(value)) {
                problems_.error({path, 0, 0}, "is not a number", "give a finite one");
            } else if (written(*leaf) != written(value) && (whole || !path.starts_with("prior."))) {
                differences_.push_back({path, written(*leaf), written(value)});
                edits_.push_back({leaf, written(value)});
            }
        }
        drop_elements_of_changed_lists();
    }

    // A list and one of its elements cannot both be given.
    void drop_elements_of_changed_lists() {
        for (const auto& list : differences_) {
            const auto inside = [&](const ProtocolDifference& each) { return each.path.starts_with(list.path + '.'); };
            const auto element = std::find_if(differences_.begin(), differences_.end(), inside);
            if (element == differences_.end()) continue;
            problems_.error({element->path, 0, 0}, "is given beside the whole list '" + list.path + "'",
                            "give one of the two");
            differences_.clear();
            edits_.clear();
            return;
        }
    }

    // Three probabilities of one thing or another: whoever changes one has to say where the rest goes.
    bool prior_is_whole(const std::vector<Leaf>& leaves) {
        double sum = 0;
        std::vector<std::string> left;
        for (const auto path : kPrior) {
            const auto given = edit_.values.find(std::string(path));
            const auto* leaf = find_leaf(leaves, path);
            auto number = leaf == nullptr ? std::nullopt : number_in(*leaf);
            if (given != edit_.values.end()) {
                number = number_in(given->second);
            } else {
                left.emplace_back(path);
            }
            if (!number) return true;  // the protocol's reader says so
            sum += *number;
        }
        if (left.size() == kPrior.size() || std::abs(sum - 1) <= kSumTolerance) return true;
        problems_.error({"prior", 0, 0}, "the three priors would sum to " + three_decimals(sum) + ", not to 1",
                        left.empty() ? "they are probabilities of one thing or another"
                                     : "give " + joined(left, " and ") + " as well");
        return false;
    }

    void report_unknown(const std::string& path, const std::vector<Leaf>& leaves) {
        std::vector<std::string> known;
        std::string below;
        for (const auto& leaf : leaves) {
            known.push_back(leaf.path);
            if (below.empty() && leaf.path.starts_with(path + '.')) below = leaf.path;
        }
        if (!below.empty()) {
            problems_.error({path, 0, 0}, "is not one value, but several", "name one of them, such as " + below);
        } else {
            problems_.error({path, 0, 0}, "the protocol has no such value" + did_you_mean(path, known),
                            "key paths are those of the protocol's file: prior.weakened, grade.reliability.A");
        }
    }

    void rename(std::string_view key, const std::string& text) {
        if (text.empty()) return;
        const auto& top = document_.blocks.front();
        const auto* value = top.name.empty() ? top.table.find(key) : nullptr;
        ensure(value != nullptr, "a protocol without errors has an id, a name and a summary");
        edits_.push_back({value, textfiles::quoted(text)});
    }

    static std::vector<KeyText> reading_texts(const evidence::Reading& reading) {
        std::vector<KeyText> keys;
        const auto text = [&](const char* key, const evidence::Reading::Mention& mention) {
            if (!mention.id.empty()) keys.push_back({key, textfiles::quoted(mention.id)});
        };
        const auto list = [&](const char* key, const std::vector<evidence::Reading::Mention>& mentions) {
            const auto quoted_id = [](const auto& mention) { return textfiles::quoted(mention.id); };
            if (!mentions.empty()) keys.push_back({key, list_text(mentions, quoted_id)});
        };
        text("theory", reading.theory);
        text("focal", reading.focal);
        text("baseline", reading.baseline);
        list("coders", reading.coders);
        list("set_aside", reading.set_aside);
        std::string grades;
        for (const auto& item : reading.regraded) {
            grades += (grades.empty() ? "{ " : ", ") + (is_id(item.item) ? item.item : textfiles::quoted(item.item)) +
                      " = " + textfiles::quoted(evidence::to_text(item.grade));
        }
        if (!grades.empty()) keys.push_back({"grades", grades + " }"});
        return keys;
    }

    evidence::Reading reading_after() const {
        evidence::Reading reading = before_.reading;
        const auto mentions = [](const std::vector<std::string>& ids) {
            std::vector<evidence::Reading::Mention> list;
            for (const auto& id : ids) list.push_back({id, {}});
            return list;
        };
        reading.theory.id = edit_.theory.value_or(reading.theory.id);
        reading.focal.id = edit_.focal.value_or(reading.focal.id);
        reading.baseline.id = edit_.baseline.value_or(reading.baseline.id);
        if (edit_.coders) reading.coders = mentions(*edit_.coders);
        if (edit_.set_aside) reading.set_aside = mentions(*edit_.set_aside);
        if (edit_.grades) {
            reading.regraded.clear();
            for (const auto& [item, grade] : *edit_.grades) reading.regraded.push_back({item, grade, {}});
        }
        return reading;
    }

    std::string with_reading(std::string text) const {
        const auto before = reading_texts(before_.reading);
        const auto after = reading_texts(reading_after());
        if (before == after) return text;
        Problems none;
        const auto document = textfiles::read_toml(std::move(text), shown_as_, none);
        const auto block = std::find_if(document.blocks.begin(), document.blocks.end(),
                                        [](const Block& each) { return each.name == "reading"; });
        const bool exists = block != document.blocks.end();
        auto edited = exists ? edited_block(document, *block, before, after) : block_text("reading", after);
        // Written anew, a block is one of several; this one stands alone.
        constexpr std::string_view kOneOfSeveral = "[[reading]]";
        if (const auto header = edited.find(kOneOfSeveral); header != std::string::npos) {
            edited.replace(header, kOneOfSeveral.size(), "[reading]");
        }
        return exists ? textfiles::replace_block(document, *block, edited) : textfiles::append_block(document, edited);
    }

    // What the protocol's reader says about a changed value belongs to its path.
    void report(const Problems& found, const EditedProtocol& result) {
        Problems none;
        const auto document = textfiles::read_toml(result.text, shown_as_, none);
        const auto leaves = leaves_of(document);
        for (const auto& problem : found.sorted()) {
            Position where = problem.where;
            for (const auto& difference : result.differences) {
                const auto* leaf = find_leaf(leaves, difference.path);
                if (leaf != nullptr && leaf->where == problem.where) where = {difference.path, 0, 0};
            }
            if (problem.severity == Severity::Error) {
                problems_.error(where, problem.what, problem.advice);
            } else {
                problems_.warn(where, problem.what, problem.advice);
            }
        }
    }

    const std::string& shown_as_;
    const ProtocolEdit& edit_;
    Problems& problems_;
    evidence::Protocol before_;
    Document document_;
    std::vector<textfiles::ValueEdit> edits_;
    std::vector<ProtocolDifference> differences_;
};

}  // namespace

EditedProtocol edited_protocol(const std::string& text, const std::string& shown_as, const ProtocolEdit& edit,
                               Problems& problems) {
    return Edit(text, shown_as, edit, problems).result();
}

}  // namespace entente::casefile
