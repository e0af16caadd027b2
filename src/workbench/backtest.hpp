// The contest about how alliances end, on the official data at hand: which explanation foresees it better on decades
// and states that it has not seen, and which one an outlook may use? As a whole, or in parts that are put together
// later. docs/backtest.md states the design and its limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/outlook_theory.hpp"
#include "outlook/ending_contest.hpp"
#include "workbench/panel.hpp"
#include "workbench/shard_file.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

// What is being done, and how much of it is done; from one thread at a time.
using BacktestProgress = std::function<void(std::string_view what, std::size_t done, std::size_t of)>;

struct BacktestRequest {
    std::string theory;         // an id or a file; none: the shipped theory of endings
    std::vector<int> horizons;  // none: the theory's
    outlook::Ending ending = outlook::Ending::Violation;
    std::optional<int> from;  // years of the rows; none: the theory's, as far as all covariates are known
    std::optional<int> to;
    std::uint64_t seed = 1985;
    std::size_t draws = 1000;
    std::string model;     // whose coefficients are drawn too; none: the theory's first of a theory of alliances
    unsigned threads = 0;  // 0: as many as the machine has cores; the answer is the same with any number
    BacktestProgress progress;
};

struct BacktestResult {
    evidence::OutlookTheory theory;
    outlook::EndingContestResult contest;
    std::vector<ThreatSource> sources;
    std::vector<std::string> notes;
    std::string bibtex;                     // of the theory and the data sets
    std::vector<std::string> theory_cited;  // keys of its entries
    std::vector<std::string> data_cited;
};

// Reads the user's store. Throws NotFound if it lacks a data set that a model needs, has no alliance in the years asked
// for, or the theory has no such model; BadRequest for horizons, endings or numbers of draws that make no sense.
[[nodiscard]] BacktestResult backtest(const BacktestRequest& request);
[[nodiscard]] BacktestResult backtest(const OpenStore& open, const BacktestRequest& request);

// Whether the user's store, if there is one, has the data sets of all models of the shipped theory of endings.
[[nodiscard]] bool can_backtest();

// Only the draws of that part.
[[nodiscard]] Shard backtest_shard(const BacktestRequest& request, ShardPlace place);
[[nodiscard]] Shard backtest_shard(const OpenStore& open, const BacktestRequest& request, ShardPlace place);
// Replaces what stands there. Throws BadRequest if the folder is missing, Fault if the disk fails.
void write_shard(const Shard& shard, const std::filesystem::path& file);

// The shards together, as one process would have answered. Throws BadData for files that are no shards, BadRequest if
// not all are there once, they are not of one backtest, or the store now gives other rows.
[[nodiscard]] BacktestResult gather(const std::vector<std::filesystem::path>& files, unsigned threads = 0,
                                    const BacktestProgress& progress = {});
[[nodiscard]] BacktestResult gather(const OpenStore& open, const std::vector<std::filesystem::path>& files,
                                    unsigned threads = 0, const BacktestProgress& progress = {});

// The same with rows that are at hand: for whoever has no store.
class PreparedBacktest {
public:
    PreparedBacktest(const outlook::RiskYears& years, const evidence::OutlookTheory& theory,
                     const std::vector<evidence::Covariate>& covariates, const BacktestRequest& request);

    [[nodiscard]] outlook::EndingContestResult contest() const;
    [[nodiscard]] Shard shard(ShardPlace place) const;
    [[nodiscard]] outlook::EndingContestResult gathered(const std::vector<Shard>& shards) const;

private:
    [[nodiscard]] std::vector<outlook::EndingDraw> draws_of(ShardPlace place) const;

    BacktestRequest request_;
    ShardHead head_;
    outlook::EndingContests contests_;
};

// The request that made a shard.
[[nodiscard]] BacktestRequest request_of(const ShardHead& head);
// Throws BadRequest unless all parts are there once and of one backtest.
void require_all_shards(const std::vector<Shard>& shards, const std::vector<std::filesystem::path>& files);

}  // namespace entente::workbench
