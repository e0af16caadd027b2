// protocols/*.toml: every number of an assessment. Nothing has a default here: a key that is missing is an error.
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "casefile/case_folder.hpp"
#include "casefile/number_reader.hpp"
#include "casefile/readers.hpp"
#include "core/sha256.hpp"
#include "textfiles/files.hpp"

namespace entente::casefile {
namespace {

using textfiles::Array;
using textfiles::Table;
using textfiles::Value;

constexpr std::array<std::string_view, 2> kClusterings{"as-coded", "each-item-alone"};

// How far the three prior probabilities may be from summing to one.
constexpr double kSumTolerance = 1e-9;

evidence::Prior read_prior(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::Prior prior;
    prior.weakened = reader.inner_share("weakened");
    prior.unchanged = reader.inner_share("unchanged");
    prior.strengthened = reader.inner_share("strengthened");
    const bool complete = reader.has("weakened") && reader.has("unchanged") && reader.has("strengthened");
    if (complete && std::abs(prior.weakened + prior.unchanged + prior.strengthened - 1) > kSumTolerance) {
        problems.error(table.where, "the prior does not sum to one",
                       "weakened, unchanged and strengthened are probabilities of one thing or another");
    }
    reader.finish();
    return prior;
}

evidence::DecibelScale read_decibels(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::DecibelScale scale;
    scale.words = reader.decibels("words");
    scale.opinion = reader.decibels("opinion");
    scale.act = reader.decibels("act");
    scale.structural = reader.decibels("structural");
    reader.finish();
    return scale;
}

evidence::ContinuityScale read_continuity(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::ContinuityScale scale;
    scale.words = reader.decibels("words");
    scale.opinion = reader.decibels("opinion");
    scale.act_share = reader.share("act_share");
    scale.structural_share = reader.share("structural_share");
    reader.finish();
    return scale;
}

int read_magnitude(NumberReader& reader, std::string_view key) {
    const int magnitude = reader.count(key, 1);
    if (magnitude > 3) {
        reader.error_at(key, "'" + std::string(key) + "' is not a magnitude", "write 1, 2 or 3");
    }
    return magnitude;
}

evidence::Magnitudes read_magnitudes(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::Magnitudes magnitudes;
    magnitudes.words = read_magnitude(reader, "words");
    magnitudes.opinion = read_magnitude(reader, "opinion");
    magnitudes.act = read_magnitude(reader, "act");
    magnitudes.structural = read_magnitude(reader, "structural");
    magnitudes.minimum_decibels = reader.not_negative("minimum_decibels");
    reader.finish();
    return magnitudes;
}

evidence::GradeWeights read_grades(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::GradeWeights weights;
    if (reader.require_key("reliability", "give a share for each of A, B, C, D, E and F")) {
        if (const Table* letters = reader.table_if("reliability")) {
            NumberReader reliability(*letters, problems);
            constexpr std::array<std::string_view, 6> names{"A", "B", "C", "D", "E", "F"};
            for (std::size_t i = 0; i < names.size(); ++i) weights.reliability[i] = reliability.share(names[i]);
            reliability.finish();
        }
    }
    const std::vector<double> credibility = reader.shares("credibility");
    if (credibility.size() == weights.credibility.size()) {
        std::copy(credibility.begin(), credibility.end(), weights.credibility.begin());
    } else if (reader.has("credibility")) {
        reader.error_at("credibility", "'credibility' has not six numbers", "give a share for each of 1 … 6");
    }
    reader.finish();
    return weights;
}

std::optional<evidence::Clustering> clustering_named(const Value& value, Problems& problems) {
    const auto* word = std::get_if<std::string>(&value.data);
    for (std::size_t i = 0; word != nullptr && i < kClusterings.size(); ++i) {
        if (kClusterings[i] == *word) return static_cast<evidence::Clustering>(i);
    }
    problems.error(value.where, word == nullptr ? "a clustering is not a word" : "unknown clustering '" + *word + "'",
                   "one of: as-coded, each-item-alone");
    return std::nullopt;
}

void read_dependence(const Table& table, Problems& problems, evidence::Protocol& protocol) {
    NumberReader reader(table, problems);
    protocol.correlation = reader.share("correlation");
    protocol.cap_decibels = reader.decibels("cap_decibels");
    if (reader.require_key("clustering", "one of: as-coded, each-item-alone")) {
        const auto clustering = clustering_named(*reader.value("clustering"), problems);
        protocol.clustering = clustering.value_or(evidence::Clustering::AsCoded);
    }
    protocol.ritual_weight = reader.not_negative("ritual_weight");
    reader.finish();
}

evidence::FindingRule read_finding(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::FindingRule rule;
    rule.found = reader.share("found");
    rule.leaning = reader.share("leaning");
    rule.leaning_ratio = reader.positive("leaning_ratio");
    rule.contested_below = reader.share("contested_below");
    if (reader.has("found") && reader.has("leaning") && rule.leaning > rule.found) {
        reader.error_at("leaning", "'leaning' is above 'found'", "a leaning needs less than a finding");
    }
    reader.finish();
    return rule;
}

evidence::VerdictRule read_verdict(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::VerdictRule rule;
    rule.moved = reader.share("moved");
    rule.moved_ratio = reader.positive("moved_ratio");
    rule.moderately_above = reader.count("moderately_above");
    rule.clearly_above = reader.count("clearly_above");
    reader.finish();
    return rule;
}

// A list of tables that must not be empty.
std::vector<const Table*> some_tables(NumberReader& reader, std::string_view key) {
    if (!reader.require_key(key, "name at least one")) return {};
    const auto* array = std::get_if<Array>(&reader.value(key)->data);
    if (array != nullptr && array->empty()) {
        reader.error_at(key, "'" + std::string(key) + "' is an empty list", "name at least one");
    }
    return reader.tables(key);
}

evidence::Grid read_grid(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::Grid grid;
    for (const Table* prior : some_tables(reader, "priors")) grid.priors.push_back(read_prior(*prior, problems));
    grid.correlations = reader.shares("correlations");
    for (const Table* scale : some_tables(reader, "decibels")) {
        grid.decibels.push_back(read_decibels(*scale, problems));
    }
    if (!reader.some_texts("clusterings").empty()) {
        for (const Value& value : std::get<Array>(reader.value("clusterings")->data)) {
            if (const auto clustering = clustering_named(value, problems)) grid.clusterings.push_back(*clustering);
        }
    }
    grid.ritual_weights = reader.not_negatives("ritual_weights");
    reader.finish();
    return grid;
}

evidence::SensitivityRule read_sensitivity(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::SensitivityRule rule;
    rule.random_codings = reader.count("random_codings", 1);
    rule.pairs_up_to_clusters = reader.count("pairs_up_to_clusters");
    rule.thinning_draws = reader.count("thinning_draws", 1);
    rule.thinning_survives = reader.share("thinning_survives");
    rule.seed = reader.seed("seed");
    reader.finish();
    return rule;
}

evidence::BaseRate read_base_rate(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::BaseRate rate;
    rate.name = reader.filled_text("name");
    rate.minimum_age_years = reader.not_negative("minimum_age");
    rate.at_risk = reader.count("at_risk", 1);
    rate.ended = reader.count("ended");
    rate.violated = reader.count("violated");
    rate.alliance_years = reader.positive("alliance_years");
    if (reader.has("ended") && reader.has("at_risk") && rate.ended > rate.at_risk) {
        reader.error_at("ended", "more alliances ended than were at risk", "correct 'ended' or 'at_risk'");
    }
    if (reader.has("violated") && reader.has("ended") && rate.violated > rate.ended) {
        reader.error_at("violated", "more alliances ended by violation than ended", "correct 'violated' or 'ended'");
    }
    reader.finish();
    return rate;
}

evidence::HazardRatio read_hazard_ratio(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::HazardRatio ratio;
    ratio.name = reader.filled_text("name");
    ratio.ratio = reader.positive("ratio");
    reader.finish();
    return ratio;
}

evidence::OutlookRule read_outlook(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::OutlookRule rule;
    rule.horizons_years = reader.positives("horizons_years");
    rule.interval = reader.inner_share("interval");
    rule.minimum_at_risk = reader.count("minimum_at_risk", 1);
    rule.citation = reader.filled_text("citation");
    for (const Table* rate : some_tables(reader, "base_rate")) {
        rule.base_rates.push_back(read_base_rate(*rate, problems));
    }
    for (const Table* ratio : some_tables(reader, "hazard_ratio")) {
        rule.hazard_ratios.push_back(read_hazard_ratio(*ratio, problems));
    }
    reader.finish();
    return rule;
}

// The table of a section, or null and a problem.
const Table* section(EntryReader& reader, std::string_view name) {
    const std::string header = "[" + std::string(name) + "]";
    if (!reader.require_key(name, "add " + header + "; protocols/ledger-v1.toml shows it")) return nullptr;
    return reader.table_if(name);
}

void read_sections(EntryReader& reader, Problems& problems, evidence::Protocol& protocol) {
    if (const Table* table = section(reader, "prior")) protocol.prior = read_prior(*table, problems);
    if (const Table* table = section(reader, "decibels")) protocol.decibels = read_decibels(*table, problems);
    if (const Table* table = section(reader, "continuity")) protocol.continuity = read_continuity(*table, problems);
    if (const Table* table = section(reader, "magnitude")) protocol.magnitudes = read_magnitudes(*table, problems);
    if (const Table* table = section(reader, "grade")) protocol.grades = read_grades(*table, problems);
    if (const Table* table = section(reader, "dependence")) read_dependence(*table, problems, protocol);
    if (const Table* table = section(reader, "finding")) protocol.finding = read_finding(*table, problems);
    if (const Table* table = section(reader, "verdict")) protocol.verdict = read_verdict(*table, problems);
    if (const Table* table = section(reader, "multiverse")) protocol.grid = read_grid(*table, problems);
    if (const Table* table = section(reader, "sensitivity")) protocol.sensitivity = read_sensitivity(*table, problems);
    if (const Table* table = section(reader, "outlook")) protocol.outlook = read_outlook(*table, problems);
    if (const Table* table = reader.table_if("reading")) protocol.reading = read_reading(*table, problems);
}

}  // namespace

evidence::Protocol protocol_from(std::string bytes, const std::string& file, Problems& problems) {
    evidence::Protocol protocol;
    protocol.sha256 = sha256(bytes);
    Problems syntax;
    Problems content;
    const Table whole = whole_table(textfiles::read_toml(std::move(bytes), file, syntax), content);
    EntryReader reader(whole, content);
    protocol.where = whole.where;
    protocol.id = reader.id();
    protocol.name = reader.filled_text("name");
    protocol.summary = reader.filled_text("summary");
    protocol.citations = reader.some_texts("citations");
    read_sections(reader, content, protocol);
    reader.finish();
    problems.add(syntax);
    problems.add(syntax.has_errors() ? without_missing(content) : content);
    return protocol;
}

evidence::Protocol read_protocol(const std::filesystem::path& file, Problems& problems) {
    Problems found;
    std::string bytes = textfiles::read_file(file, file.string(), found);
    problems.add(found);
    if (found.has_errors()) return {};
    return protocol_from(std::move(bytes), file.string(), problems);
}

}  // namespace entente::casefile
