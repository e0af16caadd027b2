// What a command has to say, before it is decided how it looks: labelled lines, tables, lists. One document renders as
// terminal text, Markdown or LaTeX, so every command speaks all three and none computes anything here.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace entente::reports {

// Colour on a terminal; plain elsewhere.
enum class Tone { Plain, Weak, Strong, Faint, Bold };

struct Text {
    std::string text;
    Tone tone = Tone::Plain;

    Text() = default;
    Text(std::string words, Tone how = Tone::Plain) : text(std::move(words)), tone(how) {}  // NOLINT: reads as text
    Text(const char* words) : text(words) {}                                                // NOLINT: reads as text
};

struct Heading {
    std::string text;
};

// A paragraph, wrapped to the width, indented by so many columns.
struct Paragraph {
    Text text;
    std::size_t indent = 0;
};

// `VERDICT   slightly weakened …`: a short label, then lines that hang beside it. Neighbours share one label column,
// which takes a third of the width at most; a longer label stands on a line of its own.
struct Labelled {
    std::string label;
    std::vector<Text> lines;
};

enum class Align { Left, Right };

struct Column {
    std::string title;
    Align align = Align::Left;
    bool stretches = false;    // takes what width is left; text that does not fit is cut with …
    bool wraps = false;        // … or, where all of it must be read, goes on below
    bool drawn = false;        // a picture of other columns: of no use in CSV
    bool below = false;        // on a terminal, stands below its row and has the whole width: for sentences
    bool title_wraps = false;  // on a terminal, a title of several words takes several lines
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Text>> rows;
};

struct List {
    std::vector<Text> entries;
};

using Block = std::variant<Heading, Paragraph, Labelled, Table, List>;

// What a paper has to cite, by the keys of the command's own BibTeX.
struct Cited {
    std::string what;  // `The data`
    std::vector<std::string> keys;
};

struct Document {
    std::vector<Block> blocks;
    std::string origin;        // the last line: what all of it was made from
    std::vector<Cited> cited;  // of use in LaTeX only

    void heading(std::string text) { blocks.emplace_back(Heading{std::move(text)}); }
    void paragraph(Text text, std::size_t indent = 0) { blocks.emplace_back(Paragraph{std::move(text), indent}); }
    void labelled(std::string label, std::vector<Text> lines) {
        blocks.emplace_back(Labelled{std::move(label), std::move(lines)});
    }
    void table(Table table) { blocks.emplace_back(std::move(table)); }
    void list(std::vector<Text> entries) { blocks.emplace_back(List{std::move(entries)}); }
};

struct TextStyle {
    std::size_t width = 100;
    bool colour = false;
};

[[nodiscard]] std::string render_text(const Document& document, const TextStyle& style);
[[nodiscard]] std::string render_markdown(const Document& document);
// A fragment for \input, whose first line names the packages that it needs; special characters are escaped, signs that
// text fonts lack are set as mathematics, and no table is wider than the text.
[[nodiscard]] std::string render_latex(const Document& document);
// The document's tables, one after the other, without anything else; what is missing is empty, and
// numbers have the sign that programs read.
[[nodiscard]] std::string render_csv(const Document& document);

}  // namespace entente::reports
