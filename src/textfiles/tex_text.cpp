#include "textfiles/tex_text.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace entente::textfiles {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

struct Accent {
    char command;
    std::string_view combining;  // for letters that have no form of their own
    std::string_view composed;   // letter and form, in turn
};

constexpr std::array kAccents{
    Accent{'\'', "\u0301", "AÁCĆEÉGǴIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeégǵiílĺnńoórŕsśuúyýzź"},
    Accent{'`', "\u0300", "AÀEÈIÌNǸOÒUÙaàeèiìnǹoòuù"},
    Accent{'^', "\u0302", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"},
    Accent{'"', "\u0308", "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"},
    Accent{'~', "\u0303", "AÃIĨNÑOÕUŨaãiĩnñoõuũ"},
    Accent{'=', "\u0304", "AĀEĒIĪOŌUŪYȲaāeēiīoōuūyȳ"},
    Accent{'.', "\u0307", "CĊEĖGĠIİZŻcċeėgġzż"},
    Accent{'c', "\u0327", "CÇGĢKĶLĻNŅRŖSŞTŢcçgģkķlļnņrŗsştţ"},
    Accent{'v', "\u030C", "CČDĎEĚNŇRŘSŠTŤZŽcčdďeěnňrřsštťzž"},
    Accent{'u', "\u0306", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"},
    Accent{'H', "\u030B", "OŐUŰoőuű"},
    Accent{'k', "\u0328", "AĄEĘIĮOǪUŲaąeęiįoǫuų"},
    Accent{'r', "\u030A", "AÅUŮaåuů"},
    Accent{'d', "\u0323", "AẠDḌHḤSṢTṬaạdḍhḥsṣtṭ"},
    Accent{'b', "\u0331", ""},
};

constexpr std::array kSymbols{
    Pair{"o", "ø"},
    Pair{"O", "Ø"},
    Pair{"l", "ł"},
    Pair{"L", "Ł"},
    Pair{"ss", "ß"},
    Pair{"ae", "æ"},
    Pair{"AE", "Æ"},
    Pair{"oe", "œ"},
    Pair{"OE", "Œ"},
    Pair{"aa", "å"},
    Pair{"AA", "Å"},
    Pair{"i", "ı"},
    Pair{"j", "ȷ"},
    Pair{"dh", "ð"},
    Pair{"DH", "Ð"},
    Pair{"th", "þ"},
    Pair{"TH", "Þ"},
    Pair{"dj", "đ"},
    Pair{"DJ", "Đ"},
    Pair{"ng", "ŋ"},
    Pair{"NG", "Ŋ"},
    Pair{"S", "§"},
    Pair{"P", "¶"},
    Pair{"copyright", "©"},
    Pair{"pounds", "£"},
    Pair{"euro", "€"},
    Pair{"texteuro", "€"},
    Pair{"dag", "†"},
    Pair{"ldots", "…"},
    Pair{"dots", "…"},
    Pair{"textellipsis", "…"},
    Pair{"textendash", "–"},
    Pair{"textemdash", "—"},
    Pair{"textquoteleft", "‘"},
    Pair{"textquoteright", "’"},
    Pair{"textquotedblleft", "“"},
    Pair{"textquotedblright", "”"},
    Pair{"textbackslash", "\\"},
    Pair{"textbraceleft", "{"},
    Pair{"textbraceright", "}"},
    Pair{"textasciitilde", "~"},
    Pair{"textunderscore", "_"},
    Pair{"textdegree", "°"},
};

// Commands about looks: the text they enclose stays, they go.
constexpr std::array<std::string_view, 15> kLooks{"emph",   "textit", "textbf", "textsc", "texttt",
                                                  "textrm", "textup", "mbox",   "it",     "em",
                                                  "bf",     "sc",     "url",    "path",   "uppercase"};

constexpr std::array kRuns{Pair{"---", "—"}, Pair{"--", "–"}, Pair{"``", "“"}, Pair{"''", "”"}};

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

std::size_t code_point_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
}

std::string accented(const Accent& accent, std::string_view letter) {
    if (letter == "ı") letter = "i";
    if (letter == "ȷ") letter = "j";
    for (std::size_t i = 0; i < accent.composed.size();) {
        const auto plain = accent.composed.substr(i, 1);
        const auto form = accent.composed.substr(i + 1, code_point_length(accent.composed[i + 1]));
        if (plain == letter) return std::string(form);
        i += 1 + form.size();
    }
    return std::string(letter) + std::string(accent.combining);
}

class TexDecoder {
public:
    explicit TexDecoder(std::string_view tex) : tex_(tex) {}

    std::string decode() {
        while (at_ < tex_.size()) step();
        return std::move(result_);
    }

private:
    void step() {
        const char byte = tex_[at_];
        if (byte == '\\') return command();
        if (is_space(byte)) return space();
        if (byte == '{' || byte == '}') {
            ++at_;
        } else if (byte == '~') {
            ++at_;
            result_ += "\u00A0";
        } else if (!run_of_signs()) {
            result_ += byte;
            ++at_;
        }
    }

    void space() {
        skip_spaces();
        if (!result_.empty() && !result_.ends_with(' ') && at_ < tex_.size()) result_ += ' ';
    }

    void skip_spaces() {
        while (at_ < tex_.size() && is_space(tex_[at_])) ++at_;
    }

    bool run_of_signs() {
        for (const auto& [run, sign] : kRuns) {
            if (!tex_.substr(at_).starts_with(run)) continue;
            result_ += sign;
            at_ += run.size();
            return true;
        }
        return false;
    }

    // The name of the command at `at`, without the backslash: letters, or one other character.
    std::string_view command_name(std::size_t at) const {
        auto end = at + 1;
        while (end < tex_.size() && is_letter(tex_[end])) ++end;
        if (end == at + 1 && end < tex_.size()) end += code_point_length(tex_[end]);
        return tex_.substr(at + 1, end - at - 1);
    }

    void command() {
        const auto begin = at_;
        const auto name = command_name(at_);
        at_ += 1 + name.size();
        if (name.size() == 1) {
            for (const auto& accent : kAccents) {
                if (accent.command == name.front()) return accent_over(accent);
            }
            if (std::string_view("&%$#_{}").find(name.front()) != std::string_view::npos) {
                result_ += name;
                return;
            }
            if (name.front() == '-') return;
            if (name.front() == '\\' || is_space(name.front())) return space();
        }
        if (const auto symbol = symbol_named(name); !symbol.empty()) {
            result_ += symbol;
            skip_spaces();
            return;
        }
        for (const auto look : kLooks) {
            if (look == name) return skip_spaces();
        }
        result_ += tex_.substr(begin, at_ - begin);
    }

    static std::string_view symbol_named(std::string_view name) {
        for (const auto& [command, symbol] : kSymbols) {
            if (command == name) return symbol;
        }
        return {};
    }

    // The letter may stand in braces, be a command itself (`\'{\i}`), or be missing.
    void accent_over(const Accent& accent) {
        skip_spaces();
        const bool braced = at_ < tex_.size() && tex_[at_] == '{';
        if (braced) ++at_;
        std::string_view letter;
        if (at_ < tex_.size() && tex_[at_] == '\\') {
            const auto name = command_name(at_);
            letter = symbol_named(name);
            if (!letter.empty()) at_ += 1 + name.size();
        } else if (at_ < tex_.size() && tex_[at_] != '}' && tex_[at_] != '{') {
            letter = tex_.substr(at_, code_point_length(tex_[at_]));
            at_ += letter.size();
        }
        if (letter.empty()) {
            if (!is_letter(accent.command)) result_ += accent.command;
        } else {
            result_ += accented(accent, letter);
        }
        if (braced && at_ < tex_.size() && tex_[at_] == '}') ++at_;
    }

    std::string_view tex_;
    std::size_t at_ = 0;
    std::string result_;
};

}  // namespace

std::string decode_tex(std::string_view tex) {
    return TexDecoder(tex).decode();
}

std::string decode_tex_address(std::string_view tex) {
    std::string result;
    for (std::size_t i = 0; i < tex.size(); ++i) {
        if (is_space(tex[i]) || tex[i] == '{' || tex[i] == '}') continue;
        const bool escape = tex[i] == '\\' && i + 1 < tex.size() &&
                            std::string_view("&%$#_~{}").find(tex[i + 1]) != std::string_view::npos;
        if (escape) ++i;
        result += tex[i];
    }
    return result;
}

std::string encode_tex(std::string_view text) {
    std::string result;
    bool space = false;
    for (const char byte : text) {
        if (is_space(byte)) {
            space = true;
            continue;
        }
        if (space && !result.empty()) result += ' ';
        space = false;
        // BibTeX counts braces even behind a backslash, so a single one needs its name.
        if (byte == '{') {
            result += "\\textbraceleft{}";
        } else if (byte == '}') {
            result += "\\textbraceright{}";
        } else if (byte == '\\') {
            result += "\\textbackslash{}";
        } else if (byte == '~') {
            result += "\\textasciitilde{}";
        } else if (std::string_view("&%$#_").find(byte) != std::string_view::npos) {
            result += '\\';
            result += byte;
        } else {
            // Two of these in a row would read as a dash or as a quotation mark.
            const bool joins = std::string_view("-`'").find(byte) != std::string_view::npos;
            if (joins && result.ends_with(byte)) result += "{}";
            result += byte;
        }
    }
    return result;
}

}  // namespace entente::textfiles
