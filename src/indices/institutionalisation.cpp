#include "indices/institutionalisation.hpp"

#include <algorithm>
#include <initializer_list>

namespace entente::indices {
namespace {

enum class Answer { No, Unknown, Yes };

using Column = std::optional<int>;

// ATOP writes a missing code as −9.
bool is_known(const Column& column) {
    return column && *column >= 0;
}

Answer is_any_of(const Column& column, std::initializer_list<int> codes) {
    if (!is_known(column)) return Answer::Unknown;
    return std::find(codes.begin(), codes.end(), *column) != codes.end() ? Answer::Yes : Answer::No;
}

Answer is_above_zero(const Column& column) {
    if (!is_known(column)) return Answer::Unknown;
    return *column > 0 ? Answer::Yes : Answer::No;
}

// One provision is enough; without one, an unknown column leaves the question open.
Answer any(std::initializer_list<Answer> answers) {
    return std::max(answers);
}

bool all_missing(std::initializer_list<Column> columns) {
    return std::none_of(columns.begin(), columns.end(), is_known);
}

Answer is_high(const AllianceProvisions& provisions) {
    return any({is_any_of(provisions.military_contact, {3}), is_any_of(provisions.integrated_command, {1}),
                is_above_zero(provisions.bases)});
}

Answer is_moderate(const AllianceProvisions& provisions) {
    return any({is_any_of(provisions.military_contact, {2}), is_any_of(provisions.military_aid, {3, 4}),
                is_above_zero(provisions.subordination), is_any_of(provisions.contributions, {1}),
                is_any_of(provisions.first_purpose, {1, 4}), is_any_of(provisions.second_purpose, {1, 4})});
}

Answer is_public_treaty(const AllianceProvisions& provisions) {
    const auto ratified = is_any_of(provisions.ratified_treaty, {1});
    const auto not_secret = is_any_of(provisions.secrecy, {0, 1});
    return std::min(ratified, not_secret);
}

Answer has_formal_organisation(const AllianceProvisions& provisions) {
    return any({is_any_of(provisions.first_organisation, {2, 3}), is_any_of(provisions.second_organisation, {2, 3})});
}

std::optional<int> published_military_institutionalisation(const AllianceProvisions& provisions) {
    if (is_high(provisions) == Answer::Yes) return 2;
    if (is_moderate(provisions) == Answer::Yes) return 1;
    if (all_missing({provisions.military_contact, provisions.integrated_command, provisions.bases,
                     provisions.military_aid, provisions.subordination, provisions.contributions,
                     provisions.first_purpose, provisions.second_purpose})) {
        return std::nullopt;
    }
    return 0;
}

// The published code compares with missing values as Stata does: an unknown secrecy is not "all of it secret". A treaty
// whose organisations are both unknown falls through its cases and stays at zero.
std::optional<int> published_formality(const AllianceProvisions& provisions) {
    const bool no_treaty_columns = all_missing({provisions.ratified_treaty, provisions.secrecy});
    const bool no_organisations = all_missing({provisions.first_organisation, provisions.second_organisation});
    if (no_treaty_columns && no_organisations) return std::nullopt;
    if (no_treaty_columns || no_organisations) return 0;
    const bool treaty = provisions.ratified_treaty == 1 && provisions.secrecy != 2;
    const bool organisation = has_formal_organisation(provisions) == Answer::Yes;
    return static_cast<int>(treaty) + static_cast<int>(organisation);
}

}  // namespace

Institutionalisation military_institutionalisation(const AllianceProvisions& provisions) {
    Institutionalisation result;
    result.as_published = published_military_institutionalisation(provisions);
    const auto high = is_high(provisions);
    const auto moderate = is_moderate(provisions);
    if (high == Answer::Yes) {
        result.value = 2;
    } else if (high == Answer::Unknown) {
        result.why_not = "a column that could make it high is missing: military contact, integrated command or bases";
    } else if (moderate == Answer::Yes) {
        result.value = 1;
    } else if (moderate == Answer::Unknown) {
        result.why_not = "a column that could make it moderate is missing";
    } else {
        result.value = 0;
    }
    return result;
}

Institutionalisation formality(const AllianceProvisions& provisions) {
    Institutionalisation result;
    result.as_published = published_formality(provisions);
    const auto treaty = is_public_treaty(provisions);
    const auto organisation = has_formal_organisation(provisions);
    if (treaty == Answer::Unknown) {
        result.why_not = "whether it is a ratified and public treaty is not known";
    } else if (organisation == Answer::Unknown) {
        result.why_not = "whether it has a formal organisation is not known";
    } else {
        result.value = static_cast<int>(treaty == Answer::Yes) + static_cast<int>(organisation == Answer::Yes);
    }
    return result;
}

}  // namespace entente::indices
