// [[intention]] of codings/<coder>.toml: what one coder reads into an item about a state's intentions towards another.
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using evidence::HostilityLevel;
using evidence::Stance;

void read_level(EntryReader& reader, evidence::Intention& intention) {
    const bool hostile = intention.stance == Stance::Hostile;
    if (!hostile && reader.has("level")) {
        reader.error_at("level", "only what is hostile has a level", "take it out, or say stance = \"hostile\"");
        (void)reader.value("level");
        return;
    }
    if (!hostile) return;
    intention.level = reader.required_choice<HostilityLevel>("level");
    if (intention.level == HostilityLevel::None) {
        reader.error_at("level", "an act of the level 'none' is not hostile",
                        "write threat, display, force or war, or take the intention out");
        intention.level.reset();
    }
    if (!intention.level) intention.readable = false;
}

}  // namespace

evidence::Intention read_intention(const textfiles::Table& table, const std::string& coder, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Intention intention;
    intention.where = table.where;
    intention.coder = coder;
    intention.item = reader.filled_text("item");
    intention.theory = reader.filled_text("theory");
    intention.of = reader.actor("of");
    intention.toward = reader.actor("toward");
    const auto stance = reader.required_choice<Stance>("stance");
    intention.readable = stance.has_value();
    if (stance) {
        intention.stance = *stance;
        read_level(reader, intention);
    } else {
        (void)reader.value("level");
    }
    intention.note = reader.text_or("note", "");
    reader.finish();
    return intention;
}

}  // namespace entente::casefile
