#include "workbench/backtest.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/codebook.hpp"
#include "textfiles/files.hpp"
#include "workbench/outlook_rows.hpp"
#include "workbench/reporting_runner.hpp"
#include "workbench/shipped_files.hpp"
#include "workbench/theories.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

constexpr std::size_t kDrawsOfTask = 10;
constexpr int kLongestHorizon = 50;
constexpr std::size_t kFewestDraws = 2;
constexpr std::size_t kMostDraws = 1'000'000;

void require_sensible(const BacktestRequest& request) {
    for (const int years : request.horizons) {
        require(years >= 1 && years <= kLongestHorizon, fmt::format("{} is no horizon", years),
                fmt::format("give years from 1 to {}, as in `--horizon 1,5`", kLongestHorizon));
        require(std::count(request.horizons.begin(), request.horizons.end(), years) == 1,
                fmt::format("the horizon {} is asked for twice", years), "give each once");
    }
    // A negative number of the command line arrives here as a huge one.
    require(request.draws >= kFewestDraws && request.draws <= kMostDraws,
            fmt::format("{} draws make no interval", static_cast<std::int64_t>(request.draws)),
            fmt::format("give a number from {} to a million; 1000 is usual", kFewestDraws));
    require(request.ending != outlook::Ending::GoesOn && request.ending != outlook::Ending::Defeat,
            fmt::format("no alliance as a whole ends as '{}'", name_of(request.ending)),
            "ask for violation, new-relationship, fulfilled or independence-lost");
    require(!request.from || !request.to || *request.from <= *request.to, "--from is later than --to");
}

// The model whose coefficients are drawn.
std::string drawn_model(const evidence::OutlookTheory& theory, const std::string& asked) {
    std::vector<std::string> known;
    for (const auto& model : theory.models) {
        if (asked.empty() ? model.role == evidence::EndingModelRole::Theory : model.id == asked) return model.id;
        known.push_back(model.id);
    }
    require(!asked.empty(), "the theory '" + theory.id + "' has no model with the role 'theory'",
            "the contest is about one: add a [[model]] with role = \"theory\"");
    throw Error(ErrorKind::NotFound, "there is no model '" + asked + "'" + did_you_mean(asked, known),
                "the models of " + theory.id + ": " + known_words(asked, known));
}

std::vector<std::string> covariates_of(const evidence::OutlookTheory& theory) {
    std::vector<std::string> ids;
    for (const auto& model : theory.models) {
        for (const auto& id : model.covariates) {
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        }
    }
    return ids;
}

// The last year in which some row has all covariates, so that rows which the data have not reached yet are not counted
// as lacking something. Nothing if there is none.
std::optional<int> last_complete_year(const outlook::RiskYears& years, const std::vector<std::string>& covariates) {
    std::optional<int> last;
    for (const auto row : outlook::complete_rows(years, covariates)) {
        last = std::max(last.value_or(years.year[row]), years.year[row]);
    }
    return last;
}

outlook::EndingContestRequest contest_request(const outlook::RiskYears& years, const evidence::OutlookTheory& theory,
                                              const BacktestRequest& request) {
    require_sensible(request);
    outlook::EndingContestRequest asked;
    asked.rules = theory.contest;
    if (!request.horizons.empty()) asked.rules.horizons = request.horizons;
    asked.rules.from = request.from.value_or(theory.contest.from);
    const auto known_to = last_complete_year(years, covariates_of(theory));
    const int to = request.to.value_or(theory.contest.to > 0 ? theory.contest.to : known_to.value_or(asked.rules.from));
    asked.rules.to = known_to ? std::min(to, *known_to) : to;
    if (asked.rules.from > asked.rules.to) {
        throw Error(
            ErrorKind::NotFound,
            fmt::format("all covariates together are known of no alliance in the years asked for; the last year "
                        "in which they are is {}",
                        known_to ? std::to_string(*known_to) : "none"),
            "ask for earlier years");
    }
    asked.ending = request.ending;
    asked.seed = request.seed;
    asked.draws = request.draws;
    asked.drawn_model = drawn_model(theory, request.model);
    return asked;
}

void report(const BacktestRequest& request, std::string_view what, std::size_t done, std::size_t of) {
    if (request.progress) request.progress(what, done, of);
}

contest::TaskRunner fits_reported(const BacktestRequest& request) {
    auto done = std::make_shared<std::size_t>(0);
    return reporting_runner(request.threads, [done, request] { report(request, "fits", ++*done, 0); });
}

// What a covariate falls away without, in words; a contest without it would be another contest.
void require_data(const OutlookRows& rows, const evidence::OutlookTheory& theory) {
    std::vector<std::string> lacking;
    for (const auto& id : covariates_of(theory)) {
        const auto found = std::find_if(rows.missing.begin(), rows.missing.end(),
                                        [&](const auto& one) { return one.covariate == id; });
        if (found == rows.missing.end() || found->rows[static_cast<std::size_t>(outlook::Lack::None)] > 0) continue;
        for (const auto& source : rows.sources) {
            if (source.fact == id && source.dataset.empty()) lacking.push_back(id + " (" + source.why_not + ")");
        }
    }
    if (lacking.empty()) return;
    throw Error(ErrorKind::NotFound, "the store lacks data that the models need: " + joined(lacking, "; "),
                "`entente data add FILE…` adds them; docs/datasets.md says where they come from");
}

// The store's side of a backtest.
struct Gathered {
    OutlookTheoryEntry theory;
    OutlookRows rows;
};

Gathered from_store(const OpenStore& open, const BacktestRequest& request) {
    report(request, "alliances and covariates", 0, 0);
    Gathered gathered{outlook_theory(request.theory), {}};
    gathered.rows = outlook_rows(open, gathered.theory.theory, gathered.theory.covariates);
    require_data(gathered.rows, gathered.theory.theory);
    return gathered;
}

BacktestResult with_sources(const Gathered& gathered, outlook::EndingContestResult contest) {
    BacktestResult result;
    result.theory = gathered.theory.theory;
    result.contest = std::move(contest);
    result.sources = gathered.rows.sources;
    result.notes = gathered.rows.notes;
    panels::Panel cited;
    cited.datasets = gathered.rows.datasets;
    result.bibtex = panels::bibliography(cited, result.theory.references);
    result.theory_cited = panels::cited_keys(result.theory.references);
    result.data_cited = panels::cited_keys(panels::bibliography(cited));
    return result;
}

PreparedBacktest prepared(const Gathered& gathered, const BacktestRequest& request) {
    return {gathered.rows.rows, gathered.theory.theory, gathered.theory.covariates, request};
}

// What is wrong with a question is said even where there is no store.
void require_answerable(const BacktestRequest& request) {
    require_sensible(request);
    (void)drawn_model(outlook_theory(request.theory).theory, request.model);
}

std::vector<Shard> read_shards(const std::vector<std::filesystem::path>& files) {
    require(!files.empty(), "no shards were given",
            "name all files that `entente backtest --shard K/N --out FILE` wrote");
    Problems problems;
    std::vector<Shard> shards;
    for (const auto& file : files) shards.push_back(read_shard(file, problems));
    if (problems.has_errors()) {
        throw Error(ErrorKind::BadData, "a shard is broken", "run it again; the others may stay", problems.sorted());
    }
    require_all_shards(shards, files);
    return shards;
}

}  // namespace

PreparedBacktest::PreparedBacktest(const outlook::RiskYears& years, const evidence::OutlookTheory& theory,
                                   const std::vector<evidence::Covariate>& covariates, const BacktestRequest& request)
    : request_(request),
      contests_(years, theory.models, covariates, contest_request(years, theory, request), fits_reported(request)) {
    const auto& asked = contests_.request();
    head_ = {
        version(),    request.theory,       theory.sha256,    contests_.rows_sha256(), contests_.forecasts_sha256(),
        asked.ending, asked.rules.horizons, asked.rules.from, asked.rules.to,          asked.seed,
        asked.draws,  asked.drawn_model};
}

std::vector<outlook::EndingDraw> PreparedBacktest::draws_of(ShardPlace place) const {
    std::vector<std::size_t> numbers;
    for (std::size_t number = place.number - 1; number < head_.draws; number += place.of) numbers.push_back(number);
    std::vector<outlook::EndingDraw> draws(numbers.size());
    std::size_t done = 0;
    report(request_, "draws", 0, numbers.size());
    const auto run = reporting_runner(request_.threads, [&] {
        done = std::min(done + kDrawsOfTask, numbers.size());
        report(request_, "draws", done, numbers.size());
    });
    run((numbers.size() + kDrawsOfTask - 1) / kDrawsOfTask, [&](std::size_t task) {
        const auto end = std::min(numbers.size(), (task + 1) * kDrawsOfTask);
        for (auto at = task * kDrawsOfTask; at < end; ++at) draws[at] = contests_.draw(numbers[at]);
    });
    return draws;
}

outlook::EndingContestResult PreparedBacktest::contest() const {
    return contests_.result(draws_of({}));
}

Shard PreparedBacktest::shard(ShardPlace place) const {
    return {head_, place, contests_.draw_columns(), draws_of(place)};
}

outlook::EndingContestResult PreparedBacktest::gathered(const std::vector<Shard>& shards) const {
    std::vector<outlook::EndingDraw> draws(head_.draws);
    for (const auto& shard : shards) {
        const auto difference = difference_between(head_, shard.head);
        require(difference.empty(), "the shards do not go with this machine's store: " + difference,
                "gather them with the program, the theory and the data that made them");
        require(shard.columns == contests_.draw_columns(), "the columns of a shard are not those of its backtest",
                "run it again");
        std::size_t number = shard.place.number - 1;
        for (const auto& draw : shard.draws) {
            draws[number] = draw;
            number += shard.place.of;
        }
    }
    return contests_.result(draws);
}

BacktestResult backtest(const OpenStore& open, const BacktestRequest& request) {
    require_sensible(request);
    const auto gathered = from_store(open, request);
    return with_sources(gathered, prepared(gathered, request).contest());
}

BacktestResult backtest(const BacktestRequest& request) {
    require_answerable(request);
    return backtest(*open_store(), request);
}

bool can_backtest() {
    const auto open = find_store();
    if (open == nullptr) return false;
    const auto entry = outlook_theory();
    const auto ids = covariates_of(entry.theory);
    std::set<std::string> needed{"atop-alliance", "atop-phase", "atop-member"};
    for (const auto& covariate : entry.covariates) {
        if (std::find(ids.begin(), ids.end(), covariate.id) == ids.end()) continue;
        for (const auto& written : covariate.data) needed.insert(written.substr(0, written.find('.')));
    }
    return std::all_of(needed.begin(), needed.end(), [&](const std::string& dataset) {
        return find_dataset(*open->data, {{}, {dataset}, {}}) != nullptr;
    });
}

Shard backtest_shard(const OpenStore& open, const BacktestRequest& request, ShardPlace place) {
    require_sensible(request);
    return prepared(from_store(open, request), request).shard(place);
}

Shard backtest_shard(const BacktestRequest& request, ShardPlace place) {
    require_answerable(request);
    return backtest_shard(*open_store(), request, place);
}

void write_shard(const Shard& shard, const std::filesystem::path& file) {
    const auto folder = file.parent_path();
    require(folder.empty() || std::filesystem::is_directory(folder), "there is no folder " + folder.string(),
            "make it first");
    require(!std::filesystem::is_directory(file), file.string() + " is a folder", "name a file");
    textfiles::replace_file(file, shard_text(shard));
}

BacktestRequest request_of(const ShardHead& head) {
    BacktestRequest request;
    request.theory = head.theory;
    request.horizons = head.horizons;
    request.ending = head.ending;
    request.from = head.from;
    request.to = head.to;
    request.seed = head.seed;
    request.draws = head.draws;
    request.model = head.model;
    return request;
}

void require_all_shards(const std::vector<Shard>& shards, const std::vector<std::filesystem::path>& files) {
    const auto& first = shards.front();
    std::map<std::size_t, std::size_t> places;  // of the files, by number
    for (std::size_t i = 0; i < shards.size(); ++i) {
        const auto difference = difference_between(first.head, shards[i].head);
        require(difference.empty(),
                fmt::format("{} and {} are not of one backtest: {}", files[0].string(), files[i].string(), difference),
                "gather the shards of one backtest at a time");
        require(shards[i].place.of == first.place.of,
                fmt::format("{} is one of {} shards, {} one of {}", files[0].string(), first.place.of,
                            files[i].string(), shards[i].place.of),
                "cut a backtest into one number of shards");
        const auto [found, is_new] = places.try_emplace(shards[i].place.number, i);
        require(is_new,
                fmt::format("{} and {} are both shard {}", files[found->second].string(), files[i].string(),
                            shards[i].place.number),
                "give each shard once");
    }
    std::vector<std::string> missing;
    for (std::size_t number = 1; number <= first.place.of && missing.size() < 20; ++number) {
        if (places.find(number) == places.end()) missing.push_back(std::to_string(number));
    }
    require(missing.empty(),
            fmt::format("of {} shards these are missing: {}{}", first.place.of, joined(missing, ", "),
                        missing.size() == 20 ? " …" : ""),
            "run them, or give their files too");
}

namespace {

BacktestResult together(const OpenStore& open, const std::vector<Shard>& shards, unsigned threads,
                        const BacktestProgress& progress) {
    auto request = request_of(shards.front().head);
    request.threads = threads;
    request.progress = progress;
    const auto gathered = from_store(open, request);
    return with_sources(gathered, prepared(gathered, request).gathered(shards));
}

}  // namespace

BacktestResult gather(const OpenStore& open, const std::vector<std::filesystem::path>& files, unsigned threads,
                      const BacktestProgress& progress) {
    return together(open, read_shards(files), threads, progress);
}

BacktestResult gather(const std::vector<std::filesystem::path>& files, unsigned threads,
                      const BacktestProgress& progress) {
    const auto shards = read_shards(files);  // what is wrong with them is said even where there is no store
    return together(*open_store(), shards, threads, progress);
}

}  // namespace entente::workbench
