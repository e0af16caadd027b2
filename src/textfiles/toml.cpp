#include "textfiles/toml.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "textfiles/source_text.hpp"
#include "textfiles/toml_blocks.hpp"
#include "textfiles/toml_parser.hpp"

namespace entente::textfiles {

const Value* Table::find(std::string_view key) const noexcept {
    for (const auto& entry : entries) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

namespace {

// `2017-05`, if that is what the line gives to its key: TOML knows days only, and people write months.
std::string unquoted_month(std::string_view line) {
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return {};
    const auto begin = line.find_first_not_of(" \t", equals + 1);
    if (begin == std::string_view::npos) return {};
    const auto value = line.substr(begin, line.find_first_of(" \t\r\n#", begin) - begin);
    const auto date = parse_date(value);
    return date && date->precision == Precision::Month ? std::string(value) : std::string();
}

// Reads the blocks of one file in order and keeps what the rules between blocks need.
class BlockReader {
public:
    BlockReader(Document& document, Problems& problems)
        : document_(document),
          source_(document.bytes, document.file, problems),
          scanner_(source_.text(), source_.begin()) {}

    void read() {
        while (const auto span = scanner_.next()) read(*span);
    }

private:
    void read(const TomlSpan& span) {
        const auto trouble = std::min(span.too_deep, span.unclosed);
        if (trouble != kNone) {
            if (span.string_with_header < trouble) return resume_in_string(span);
            if (trouble == span.unclosed) return report_unclosed(span.unclosed);
            return source_.error(span.too_deep, "values are nested too deeply", "flatten them");
        }
        const auto text = source_.text().substr(span.line, span.end - span.line);
        auto parsed = parse_toml(text, source_.at(span.line).line, document_.file);
        if (!parsed.problem) return keep(span, std::move(parsed.root));
        if (span.string_with_header != kNone && source_.at(span.string_with_header) <= parsed.problem->where) {
            return resume_in_string(span);
        }
        report_syntax(span, std::move(*parsed.problem));
    }

    void report_syntax(const TomlSpan& span, Problem problem) {
        auto line = source_.text().substr(span.line, span.end - span.line);
        for (int number = source_.at(span.line).line; number < problem.where.line; ++number) {
            line.remove_prefix(std::min(line.find('\n'), line.size() - 1) + 1);
        }
        const auto month = unquoted_month(line.substr(0, line.find('\n')));
        if (month.empty()) return source_.error(std::move(problem.where), std::move(problem.what));
        source_.error(std::move(problem.where), "the month " + month + " stands without quotation marks",
                      "write an imprecise date in quotation marks: \"" + month + '"');
    }

    // What follows a string with a header in it is broken: most likely the string was never closed, and what looked
    // like its end opens the next one.
    void resume_in_string(const TomlSpan& span) {
        report_unclosed(span.string_with_header);
        scanner_.restart_at(span.header_in_string);
    }

    void report_unclosed(std::size_t opening) {
        const char byte = source_.text()[opening];
        const bool string = byte == '"' || byte == '\'';
        const char* closing = byte == '[' ? "close it with ]" : "close it with }";
        source_.error(opening, std::string(string ? "string" : "bracket") + " is not closed before the next block",
                      string ? "close it with three quotation marks" : closing);
    }

    void keep(const TomlSpan& span, Table root) {
        Block block;
        block.where = source_.at(span.header);
        block.begin = span.begin;
        block.end = span.end;
        if (span.headed) {
            if (root.entries.size() != 1) return source_.error(block.where, "this block cannot be read");
            auto& only = root.entries.front();
            block.name = std::move(only.key);
            block.array_entry = span.array_entry;
            Value held = std::move(only.value);
            if (auto* array = std::get_if<Array>(&held.data); array && array->size() == 1) {
                Value entry = std::move(array->front());
                held = std::move(entry);
            }
            auto* table = std::get_if<Table>(&held.data);
            if (table == nullptr) return source_.error(block.where, "this block cannot be read");
            block.table = std::move(*table);
            block.table.where = block.where;
            if (!is_new(span, block)) return;
        } else {
            root.where = {document_.file, 1, 1};
            block.table = std::move(root);
        }
        document_.blocks.push_back(std::move(block));
    }

    bool is_new(const TomlSpan& span, const Block& block) {
        const auto line = [](const Position& where) { return std::to_string(where.line); };
        if (!document_.blocks.empty() && document_.blocks.front().name.empty()) {
            for (const auto& entry : document_.blocks.front().table.entries) {
                if (entry.key != block.name) continue;
                source_.error(block.where, "'" + block.name + "' is already set in line " + line(entry.where),
                              "remove one of the two");
                return false;
            }
        }
        const auto [first, inserted] = first_.try_emplace(block.name, block.where, block.array_entry);
        const auto& [where, array_entry] = first->second;
        if (inserted || (array_entry && block.array_entry)) return true;
        if (!span.own_header) {
            source_.error(block.where, "this part of '" + block.name + "' stands apart from it",
                          "move it directly below the block in line " + line(where));
        } else if (array_entry != block.array_entry) {
            source_.error(block.where,
                          "'" + block.name + "' has single brackets here or in line " + line(where) +
                              ", and double brackets in the other place",
                          "use double brackets in both if there can be several");
        } else {
            source_.error(block.where,
                          "[" + block.name + "] stands here a second time; the first is in line " + line(where),
                          "join the two");
        }
        return false;
    }

    Document& document_;
    SourceText source_;
    TomlBlockScanner scanner_;
    std::map<std::string, std::pair<Position, bool>> first_;  // of each name: place, [[entry]]
};

}  // namespace

Document read_toml(std::string bytes, std::string file, Problems& problems) {
    Document document{std::move(file), std::move(bytes), {}};
    BlockReader(document, problems).read();
    return document;
}

}  // namespace entente::textfiles
