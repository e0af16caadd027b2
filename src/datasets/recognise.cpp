#include "datasets/recognise.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "core/text.hpp"
#include "datasets/fit.hpp"
#include "datasets/version_tests.hpp"

namespace entente::datasets {

namespace {

Recognition not_recognised(std::string why_not, std::string advice) {
    Recognition recognition;
    recognition.why_not = std::move(why_not);
    recognition.advice = std::move(advice);
    return recognition;
}

// `5.0 (1816–2012)`
std::string described(const Version& version) {
    if (version.years.first == 0) return version.id;
    return version.id + " (" + std::to_string(version.years.first) + "–" + std::to_string(version.years.last) + ")";
}

std::string known_versions(const Descriptor& descriptor) {
    std::vector<std::string> versions;
    for (const Version& version : descriptor.versions) versions.push_back(described(version));
    return joined(versions, ", ");
}

void choose_version(Recognition& recognition, const StagedFile& file) {
    const Descriptor& descriptor = *recognition.descriptor;
    const RecognisedSheet& first = recognition.sheets.front();
    const FittingVersions versions = find_versions(descriptor, file.sheets[first.sheet], first.header_row);
    if (versions.fit.size() == 1) {
        recognition.version = versions.fit.front();
        return;
    }
    const std::string name = descriptor.name + " (" + descriptor.id + ")";
    if (versions.fit.empty()) {
        recognition.why_not = "is " + name + ", in no version that is known; " + joined(versions.why_not, "; ");
    } else {
        std::vector<std::string> ids;
        for (const Version* version : versions.fit) ids.push_back(version->id);
        recognition.why_not = "is " + name + ", and fits several versions: " + joined(ids, ", ");
    }
    recognition.advice = "known: " + known_versions(descriptor) + "; say which it is with --as " + descriptor.id +
                         "@VERSION, or add a [[version]] to " + descriptor.file;
}

Recognition recognised(Fit fit, const StagedFile& file) {
    Recognition recognition;
    recognition.descriptor = fit.descriptor;
    recognition.sheets = std::move(fit.sheets);
    choose_version(recognition, file);
    return recognition;
}

// `nmc lacks 'pec', 'upop'`
std::string what_is_missing(const Fit& fit) {
    std::vector<std::string> headers;
    for (const auto& header : fit.lacks) {
        headers.push_back(header.empty() ? "a first column without header" : "'" + header + "'");
    }
    constexpr std::size_t kShown = 8;
    const std::size_t more = headers.size() > kShown ? headers.size() - kShown : 0;
    if (more > 0) headers.resize(kShown);
    return joined(headers, ", ") + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

std::string why_not(const Fit& fit) {
    if (!fit.lacks.empty()) return "lacks " + what_is_missing(fit);
    return fit.why_not.empty() ? "no sheet of it is like this" : fit.why_not;
}

// What is nearest to the file: with half of its signature at least. Half of the needed headers is not enough, since the
// columns of the key are much alike everywhere.
std::string nearest_data_sets(const std::vector<Fit>& fits) {
    constexpr std::size_t kShown = 3;
    std::vector<const Fit*> near;
    for (const Fit& fit : fits) {
        if (fit.in_signature > 0 && 2 * fit.in_signature >= fit.signature) near.push_back(&fit);
    }
    const auto share = [](const Fit* fit) {
        return static_cast<double>(fit->found) / static_cast<double>(fit->found + fit->lacks.size());
    };
    std::stable_sort(near.begin(), near.end(),
                     [&](const Fit* left, const Fit* right) { return share(left) > share(right); });
    if (near.size() > kShown) near.resize(kShown);
    std::string text;
    for (const Fit* fit : near) {
        text += (text.empty() ? "nearest: " : "; ") + fit->descriptor->id + " (" + why_not(*fit) + ")";
    }
    return text;
}

Recognition like_none(const std::vector<Fit>& fits) {
    const std::string near = nearest_data_sets(fits);
    return not_recognised("no data set that is known is like this",
                          near.empty() ? "a new data set needs a descriptor: docs/datasets.md"
                                       : near +
                                             "; if a column has a new name, add it to 'from' in the descriptor; a "
                                             "new data set needs one of its own: docs/datasets.md");
}

// Two data sets may have the same headers: the values that tell versions tell these too.
void keep_those_with_a_version(std::vector<Fit*>& fits, const StagedFile& file) {
    std::vector<Fit*> with_version;
    for (Fit* fit : fits) {
        const RecognisedSheet& first = fit->sheets.front();
        const auto versions = find_versions(*fit->descriptor, file.sheets[first.sheet], first.header_row);
        if (!versions.fit.empty()) with_version.push_back(fit);
    }
    if (with_version.size() == 1) fits = std::move(with_version);
}

Recognition recognise_by_content(const StagedFile& file, std::span<const Descriptor> known) {
    const auto heads = heads_of(file);
    std::vector<Fit> fits;
    for (const Descriptor& descriptor : known) fits.push_back(fit_of(descriptor, heads, NotWith::Counts));
    std::vector<Fit*> best;
    for (Fit& fit : fits) {
        if (fit.sheets.empty() || (!best.empty() && fit.score < best.front()->score)) continue;
        if (!best.empty() && fit.score > best.front()->score) best.clear();
        best.push_back(&fit);
    }
    if (best.empty()) return like_none(fits);
    if (best.size() > 1) keep_those_with_a_version(best, file);
    if (best.size() == 1) return recognised(std::move(*best.front()), file);
    std::vector<std::string> ids;
    for (const Fit* fit : best) ids.push_back(fit->descriptor->id);
    return not_recognised("fits several data sets equally well: " + joined(ids, ", "),
                          "say which it is: --as " + ids.front() + ", or --as " + ids.front() + "@VERSION");
}

bool is_version(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    const auto allowed = [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '.' || letter == '-' || letter == '_';
    };
    return !text.empty() && text.size() <= kLongest && std::isalnum(static_cast<unsigned char>(text.front())) != 0 &&
           std::all_of(text.begin(), text.end(), allowed);
}

// The user's word decides what is open, not what the file says of itself.
void contradict_if_it_is_another(Recognition& recognition, const StagedFile& file) {
    const RecognisedSheet& first = recognition.sheets.front();
    const FittingVersions versions = find_versions(*recognition.descriptor, file.sheets[first.sheet], first.header_row);
    if (std::find(versions.fit.begin(), versions.fit.end(), recognition.version) != versions.fit.end()) return;
    const std::string id = recognition.descriptor->id;
    recognition.why_not =
        "is not " + id + " " + recognition.version->id + ", as --as says: " + joined(versions.why_not, "; ");
    recognition.advice = versions.fit.empty()
                             ? "give it a version of its own: --as " + id + "@VERSION"
                             : "leave out --as: by its content it is " + id + " " + versions.fit.front()->id;
    recognition.version = nullptr;
}

Recognition recognise_as(const StagedFile& file, std::span<const Descriptor> known, const std::string& as) {
    const auto at = as.find('@');
    const std::string id = as.substr(0, at);
    const std::string version = at == std::string::npos ? std::string() : as.substr(at + 1);
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Descriptor& descriptor) { return descriptor.id == id; });
    if (found == known.end()) {
        std::vector<std::string> ids;
        for (const Descriptor& descriptor : known) ids.push_back(descriptor.id);
        return not_recognised("there is no data set '" + id + "'" + did_you_mean(id, ids),
                              ids.empty() ? std::string() : "known: " + known_words(id, ids));
    }
    if (at != std::string::npos && !is_version(version)) {
        return not_recognised("'" + as + "' names no version",
                              "write it after the @ with letters, digits, dots and hyphens: " + id + "@1.0");
    }
    Fit fit = fit_of(*found, heads_of(file), NotWith::Ignored);
    if (fit.sheets.empty()) {
        return not_recognised("is not " + found->name + " (" + id + "): " + why_not(fit),
                              "if a column has a new name, add it to 'from' in " + found->file);
    }
    if (version.empty()) return recognised(std::move(fit), file);
    Recognition recognition;
    recognition.descriptor = &*found;
    recognition.version = found->find_version(version);
    recognition.sheets = std::move(fit.sheets);
    if (recognition.version != nullptr) contradict_if_it_is_another(recognition, file);
    return recognition;
}

}  // namespace

Recognition recognise(const StagedFile& file, std::span<const Descriptor> known, const std::string& as) {
    return as.empty() ? recognise_by_content(file, known) : recognise_as(file, known, as);
}

}  // namespace entente::datasets
