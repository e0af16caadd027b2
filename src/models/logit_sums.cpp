#include "models/logit_sums.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::models {
namespace {

constexpr std::size_t kBlock = 512;  // rows summed at a time: small enough for the processor's nearest memory

using Values = Eigen::Array<double, Eigen::Dynamic, 1, Eigen::ColMajor, kBlock, 1>;

// Some rows with the columns as doubles, those of weight 0 left out.
class Block {
public:
    explicit Block(std::size_t columns) : columns_(kBlock, static_cast<Eigen::Index>(columns)) {}

    void take(const LogitRows& rows, std::size_t begin, std::size_t end) {
        size_ = 0;
        for (auto row = begin; row < end; ++row) {
            places_[static_cast<std::size_t>(size_)] = static_cast<std::uint32_t>(row);
            if (rows.weights.empty() || rows.weights[row] > 0) ++size_;
        }
        const bool all = size_ == static_cast<Eigen::Index>(end - begin);
        take(rows.outcomes, begin, all, outcomes_);
        weights_ = Values::Ones(size_);
        if (!rows.weights.empty()) take(rows.weights, begin, all, weights_);
        for (std::size_t j = 0; j < rows.columns.size(); ++j) {
            auto column = columns_.col(static_cast<Eigen::Index>(j)).head(size_);
            take(rows.columns[j], begin, all, column);
        }
    }

    [[nodiscard]] Eigen::Index size() const noexcept { return size_; }
    [[nodiscard]] std::uint32_t place(Eigen::Index i) const noexcept { return places_[static_cast<std::size_t>(i)]; }
    [[nodiscard]] auto column(Eigen::Index j) const { return columns_.col(j).head(size_); }
    [[nodiscard]] Eigen::Index columns() const noexcept { return columns_.cols(); }
    [[nodiscard]] const Values& outcomes() const noexcept { return outcomes_; }
    [[nodiscard]] const Values& weights() const noexcept { return weights_; }

private:
    template <typename Number, typename Target>
    void take(std::span<const Number> source, std::size_t begin, bool all, Target& target) const {
        using Source = Eigen::Array<Number, Eigen::Dynamic, 1>;
        if (all) {
            target = Eigen::Map<const Source>(source.data() + begin, size_).template cast<double>();
            return;
        }
        if constexpr (requires { target.resize(size_); }) target.resize(size_);
        for (Eigen::Index i = 0; i < size_; ++i) target(i) = static_cast<double>(source[place(i)]);
    }

    Eigen::ArrayXXd columns_;
    Values outcomes_;
    Values weights_;
    std::array<std::uint32_t, kBlock> places_{};
    Eigen::Index size_ = 0;
};

// Of the rows of a block at some coefficients. e^(−|x|) lies between 0 and 1, so nothing overflows.
struct Fitted {
    Values linear;    // x'β
    Values shrunk;    // e^(−|x'β|)
    Values surprise;  // weight · (y − p)
    Values spread;    // weight · p (1 − p)
};

void fit(const Block& block, const Eigen::VectorXd& coefficients, Fitted& fitted) {
    fitted.linear = Values::Constant(block.size(), coefficients(0));
    for (Eigen::Index j = 0; j < block.columns(); ++j) fitted.linear += coefficients(j + 1) * block.column(j);
    fitted.shrunk = (-fitted.linear.abs()).exp();
    fitted.surprise.resize(block.size());
    fitted.spread.resize(block.size());
    for (Eigen::Index i = 0; i < block.size(); ++i) {
        const double likelier = 1 / (1 + fitted.shrunk(i));
        const double rarer = fitted.shrunk(i) * likelier;
        const double yes = fitted.linear(i) >= 0 ? likelier : rarer;
        const double no = fitted.linear(i) >= 0 ? rarer : likelier;
        // Of a probability near 1 the difference from 1 is lost, and with it that the coefficients still grow.
        fitted.surprise(i) = block.weights()(i) * (block.outcomes()(i) * no - (1 - block.outcomes()(i)) * yes);
        fitted.spread(i) = block.weights()(i) * likelier * rarer;
    }
}

double log_likelihood(const Block& block, const Fitted& fitted) {
    return (block.weights() * (block.outcomes() * fitted.linear - fitted.linear.max(0.0) - (1 + fitted.shrunk).log()))
        .sum();
}

void add(const Block& block, const Fitted& fitted, LogitSums& sums) {
    sums.largest = std::max(sums.largest, fitted.linear.abs().maxCoeff());
    sums.score(0) += fitted.surprise.sum();
    sums.information(0, 0) += fitted.spread.sum();
    Values weighted;
    for (Eigen::Index j = 0; j < block.columns(); ++j) {
        weighted = fitted.spread * block.column(j);
        sums.score(j + 1) += (fitted.surprise * block.column(j)).sum();
        sums.information(0, j + 1) += weighted.sum();
        for (Eigen::Index k = j; k < block.columns(); ++k) {
            sums.information(j + 1, k + 1) += (weighted * block.column(k)).sum();
        }
    }
}

}  // namespace

LogitSums::LogitSums(Eigen::Index coefficients)
    : information(Eigen::MatrixXd::Zero(coefficients, coefficients)), score(Eigen::VectorXd::Zero(coefficients)) {}

LogitSums& LogitSums::operator+=(const LogitSums& more) {
    information += more.information;
    score += more.score;
    if (log_likelihood && more.log_likelihood) {
        *log_likelihood += *more.log_likelihood;
    } else {
        log_likelihood.reset();
    }
    largest = std::max(largest, more.largest);
    return *this;
}

LogitSums sums_over(const LogitRows& rows, std::size_t begin, std::size_t end, const Eigen::VectorXd& coefficients,
                    Likelihood likelihood) {
    LogitSums sums(coefficients.size());
    if (likelihood == Likelihood::NotWanted) sums.log_likelihood.reset();
    Block block(rows.columns.size());
    Fitted fitted;
    for (auto from = begin; from < end; from += kBlock) {
        block.take(rows, from, std::min(from + kBlock, end));
        if (block.size() == 0) continue;
        fit(block, coefficients, fitted);
        add(block, fitted, sums);
        if (sums.log_likelihood) *sums.log_likelihood += log_likelihood(block, fitted);
    }
    sums.information.triangularView<Eigen::StrictlyLower>() = sums.information.transpose();
    return sums;
}

LogitExtent::LogitExtent(std::size_t columns) : sums(columns, 0), squares(columns, 0), largest(columns, 0) {}

LogitExtent& LogitExtent::operator+=(const LogitExtent& more) {
    rows += more.rows;
    events += more.events;
    for (std::size_t j = 0; j < sums.size(); ++j) {
        sums[j] += more.sums[j];
        squares[j] += more.squares[j];
        largest[j] = std::max(largest[j], more.largest[j]);
    }
    return *this;
}

std::vector<double> LogitExtent::deviations() const {
    std::vector<double> found;
    for (std::size_t j = 0; j < sums.size() && rows > 0; ++j) {
        const double mean = sums[j] / rows;
        found.push_back(std::sqrt(std::max(squares[j] / rows - mean * mean, 0.0)));
    }
    return found;
}

std::string LogitExtent::why_not() const {
    if (rows <= static_cast<double>(sums.size() + 1)) return fmt::format("too few rows: {}", rows);
    if (events <= 0) return "the outcome never happens";
    if (events >= rows) return "the outcome always happens";
    return {};
}

LogitExtent extent_over(const LogitRows& rows, std::size_t begin, std::size_t end) {
    LogitExtent extent(rows.columns.size());
    Block block(rows.columns.size());
    for (auto from = begin; from < end; from += kBlock) {
        block.take(rows, from, std::min(from + kBlock, end));
        if (block.size() == 0) continue;
        extent.rows += block.weights().sum();
        extent.events += (block.weights() * block.outcomes()).sum();
        for (std::size_t j = 0; j < rows.columns.size(); ++j) {
            const auto column = block.column(static_cast<Eigen::Index>(j));
            extent.sums[j] += (block.weights() * column).sum();
            extent.squares[j] += (block.weights() * column.square()).sum();
            extent.largest[j] = std::max(extent.largest[j], column.abs().maxCoeff());
        }
    }
    return extent;
}

void ensure_same_length(const LogitRows& rows) {
    for (const auto& column : rows.columns) {
        ensure(column.size() == rows.outcomes.size(),
               "each column of a logistic regression has one value for each outcome");
    }
    ensure(rows.weights.empty() || rows.weights.size() == rows.outcomes.size(), "one weight for each outcome");
    ensure(rows.clusters.empty() || rows.clusters.size() == rows.outcomes.size(), "one cluster for each outcome");
}

Eigen::MatrixXd scores_by_cluster(const LogitRows& rows, const Eigen::VectorXd& coefficients) {
    const auto last = *std::max_element(rows.clusters.begin(), rows.clusters.end());
    Eigen::MatrixXd scores = Eigen::MatrixXd::Zero(coefficients.size(), static_cast<Eigen::Index>(last) + 1);
    Block block(rows.columns.size());
    Fitted fitted;
    for (std::size_t from = 0; from < rows.outcomes.size(); from += kBlock) {
        block.take(rows, from, std::min(from + kBlock, rows.outcomes.size()));
        if (block.size() == 0) continue;
        fit(block, coefficients, fitted);
        for (Eigen::Index i = 0; i < block.size(); ++i) {
            auto score = scores.col(rows.clusters[block.place(i)]);
            score(0) += fitted.surprise(i);
            for (Eigen::Index j = 0; j < block.columns(); ++j) score(j + 1) += fitted.surprise(i) * block.column(j)(i);
        }
    }
    return scores;
}

}  // namespace entente::models
