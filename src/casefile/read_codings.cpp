// codings/<coder>.toml: what one coder reads into the items.
#include <algorithm>
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

// `credibility/will` → factor and aspect.
void read_factor(EntryReader& reader, evidence::Coding& coding) {
    const std::string written = reader.filled_text("factor");
    const std::size_t slash = written.find('/');
    coding.factor = written.substr(0, slash);
    if (slash == std::string::npos) return;
    coding.aspect = written.substr(slash + 1);
    if (coding.factor.empty() || !is_id(coding.aspect)) {
        reader.error_at("factor", "'" + written + "' is neither a factor nor a factor and its aspect",
                        "write \"credibility\" or \"credibility/will\"");
    } else if (coding.factor == evidence::kOutside) {
        reader.error_at("factor", "'outside' has no aspects", "write factor = \"outside\"");
    }
}

// The item that the coding compares with, or where one looked for such an item. That one of them is needed is a check
// of the whole case.
void read_comparator(EntryReader& reader, evidence::Coding& coding) {
    const textfiles::Value* value = reader.value("against");
    if (value == nullptr) return;
    if (const auto* search = std::get_if<Table>(&value->data)) {
        EntryReader search_reader(*search, reader.problems());
        coding.searched = search_reader.filled_text("searched");
        search_reader.finish();
    } else if (const auto* item = std::get_if<std::string>(&value->data); item != nullptr && !item->empty()) {
        coding.against = *item;
    } else {
        reader.error_at("against", "'against' names neither an item nor where one looked",
                        "write against = \"item-id\" or against = { searched = \"where one looked\" }");
    }
    coding.compared = !coding.against.empty() || !coding.searched.empty();
}

void read_judgement(EntryReader& reader, evidence::Coding& coding) {
    if (coding.factor != evidence::kOutside) {
        coding.direction = reader.choice<evidence::Direction>("direction");
        coding.novelty = reader.choice<evidence::Novelty>("novelty");
    } else {
        coding.direction = reader.choice_if<evidence::Direction>("direction").value_or(coding.direction);
        coding.novelty = reader.choice_if<evidence::Novelty>("novelty").value_or(coding.novelty);
    }
    coding.specificity = reader.number_if("specificity").value_or(coding.specificity);
    if (reader.has("cluster")) coding.cluster = reader.id("cluster");
}

}  // namespace

evidence::Coding read_coding(const Table& table, const std::string& coder, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Coding coding;
    coding.where = table.where;
    coding.coder = coder;
    coding.item = reader.filled_text("item");
    coding.theory = reader.filled_text("theory");
    read_factor(reader, coding);
    coding.baseline = reader.filled_text("baseline");
    read_comparator(reader, coding);
    read_judgement(reader, coding);
    coding.note = reader.text_or("note", "");
    reader.finish();
    return coding;
}

void read_codings(const Table& whole, const std::string& file_stem, Problems& problems, evidence::Case& which) {
    EntryReader reader(whole, problems);
    evidence::Coder coder;
    coder.where = whole.where;
    coder.id = reader.id("coder");
    coder.about = reader.text_or("about", "");
    coder.blind = reader.flag_or("blind", false);
    coder.read = reader.texts("read");
    if (is_id(coder.id) && coder.id != file_stem) {
        reader.error_at("coder", "the coder is '" + coder.id + "' but the file is named '" + file_stem + ".toml'",
                        "rename the file codings/" + coder.id + ".toml, or correct the coder");
    }
    const auto same_coder = [&](const evidence::Coder& other) { return other.id == coder.id; };
    const auto other = std::find_if(which.coders.begin(), which.coders.end(), same_coder);
    if (!coder.id.empty() && other != which.coders.end()) {
        reader.error_at("coder", "the coder '" + coder.id + "' has another file: " + other->where.file,
                        "keep the codings of one coder in one file");
    }
    for (const Table* table : reader.tables("coding")) {
        coder.codings.push_back(read_coding(*table, coder.id, problems));
    }
    for (const Table* table : reader.tables("intention")) {
        coder.intentions.push_back(read_intention(*table, coder.id, problems));
    }
    reader.finish();
    which.coders.push_back(std::move(coder));
}

}  // namespace entente::casefile
