#include <utility>

#include <fmt/format.h>

#include "core/text.hpp"
#include "datasets/comparison_pairs.hpp"

namespace entente::datasets {
namespace {

class ComparisonAlarms {
public:
    ComparisonAlarms(const CheckGround& ground, const Comparison& comparison, const CheckedTable& left,
                     const CheckedTable& right, const CommonKey& key)
        : ground_(ground),
          comparison_(comparison),
          left_(left),
          right_(right),
          key_(key),
          both_(count_pairs(ground, kBothPresent)) {}

    [[nodiscard]] std::int64_t both() const noexcept { return both_; }

    std::vector<Alarm> all() {
        // What is twice as large everywhere is another unit, and no double count.
        if (one_factor(ground_)) {
            add_differences(kDiffers);
        } else {
            add_doubled();
            add_zeros(kZeroOne, left_name(), right_name());
            add_zeros(kZeroTwo, right_name(), left_name());
            add_differences(kOther);
        }
        add_zeros_against_missing(kZeroAgainstMissing, left_name(), right_name(), comparison_.zero_with);
        add_zeros_against_missing(kMissingAgainstZero, right_name(), left_name(), {});
        add_gaps(kValueAgainstMissing, left_name(), right_name());
        add_gaps(kMissingAgainstValue, right_name(), left_name());
        return std::move(alarms_);
    }

private:
    [[nodiscard]] std::string left_name() const { return left_.id() + '.' + comparison_.left.column; }
    [[nodiscard]] std::string right_name() const { return right_.id() + '.' + comparison_.right.column; }
    [[nodiscard]] std::string units(std::int64_t count) const {
        const auto counted = count_text(count, unit_word(left_));
        return comparison_.by.empty() ? counted : counted + " with the same " + comparison_.by;
    }

    // Nothing if no unit fulfils the condition.
    std::optional<Alarm> alarm(Gravity gravity, const char* condition, std::int64_t checked) const {
        const std::int64_t count = count_pairs(ground_, condition);
        if (count == 0) return std::nullopt;
        Alarm made;
        made.kind = AlarmKind::Disagreement;
        made.gravity = gravity;
        made.dataset = left_.descriptor->id;
        made.version = left_.version;
        made.variable = comparison_.left.column;
        made.other = right_name();
        made.source = left_.source == right_.source ? left_.source : left_.source + ", " + right_.source;
        made.units = count;
        made.checked = checked;
        made.worst = worst_pairs(ground_, key_, condition);
        return made;
    }

    void add(std::optional<Alarm> made, std::string pattern, std::string what, std::string advice) {
        made->pattern = std::move(pattern);
        made->what = std::move(what);
        made->advice = std::move(advice);
        alarms_.push_back(std::move(*made));
    }

    void add_doubled() {
        auto made = alarm(Gravity::Wrong, kDoubled, both_);
        if (!made) return;
        auto what = fmt::format("one is exactly twice the other in {} of {}: {} against {}", made->units, units(both_),
                                left_name(), right_name());
        add(std::move(made), "exactly doubled", std::move(what),
            "one of the two counts these twice or by half; look up the original source before using either");
    }

    void add_zeros(const char* condition, const std::string& zero, const std::string& other) {
        auto made = alarm(Gravity::Doubtful, condition, both_);
        if (!made) return;
        auto what = fmt::format("{} is 0 where {} has a value, in {}", zero, other, units(made->units));
        add(std::move(made), "0 against a value", std::move(what),
            "a 0 that the other source contradicts is often a missing value: treat it as missing until it is settled");
    }

    void add_differences(const char* condition) {
        auto made = alarm(Gravity::Doubtful, condition, both_);
        if (!made) return;
        auto what = fmt::format("{} and {} differ {}in {} of {} ({})", left_name(), right_name(), tolerance_text(),
                                made->units, units(both_), share_text(made->units, both_));
        add(std::move(made), joined(patterns_of_pairs(ground_, key_), "; "), std::move(what),
            "say which of the two is used, and repeat the analysis with the other" +
                (comparison_.note.empty() ? std::string{} : "; " + comparison_.note));
    }

    void add_zeros_against_missing(const char* condition, const std::string& zero, const std::string& missing,
                                   const std::string& zero_with) {
        auto made = alarm(Gravity::Doubtful, condition, 0);
        if (!made) return;
        auto what = fmt::format("{} is 0 where {} is missing, in {}", zero, missing, units(made->units));
        if (!zero_with.empty()) what += fmt::format(" in which {} is not 0", zero_with);
        add(std::move(made), "0 against missing", std::move(what),
            "find out whether this 0 was measured; if not it is missing, and means that it pulls down are wrong");
    }

    void add_gaps(const char* condition, const std::string& present, const std::string& missing) {
        auto made = alarm(Gravity::Note, condition, 0);
        if (!made) return;
        auto what = fmt::format("{} has a value where {} is missing, in {}", present, missing, units(made->units));
        add(std::move(made), "a value against missing", std::move(what),
            "a gap that the other source can close, if their definitions agree elsewhere");
    }

    [[nodiscard]] std::string tolerance_text() const {
        if (comparison_.tolerance == 0) return {};
        return fmt::format("by more than {:g}% ", comparison_.tolerance * 100);
    }

    const CheckGround& ground_;
    const Comparison& comparison_;
    const CheckedTable& left_;
    const CheckedTable& right_;
    const CommonKey& key_;
    std::int64_t both_;
    std::vector<Alarm> alarms_;
};

}  // namespace

ComparisonOutcome compare_columns(const CheckGround& ground, const Comparison& comparison, const CheckedTable& left,
                                  const CheckedTable& right) {
    ComparisonOutcome outcome;
    for (const auto& [table, column] : {std::pair{&left, &comparison.left.column},
                                        {&right, &comparison.right.column},
                                        {&left, &comparison.zero_with}}) {
        if (!column->empty() && !table->holds_numbers(*column)) {
            outcome.why_not =
                table->id() + (table->has(*column) ? " has no numbers in '" : " has no column '") + *column + "'";
            return outcome;
        }
    }
    for (const auto* table : {&left, &right}) {
        if (comparison.by.empty() || table->has(comparison.by)) continue;
        outcome.why_not = table->id() + " has no column '" + comparison.by + "'";
        return outcome;
    }
    const auto key = common_key(left, right, comparison.by);
    if (!key) {
        outcome.why_not = left.id() + " and " + right.id() + " name their rows in different ways";
        return outcome;
    }
    make_pairs(ground, comparison, left, right, *key);
    ComparisonAlarms alarms(ground, comparison, left, right, *key);
    if (alarms.both() == 0) {
        outcome.why_not = left.id() + " and " + right.id() + " have no unit in common";
        return outcome;
    }
    outcome.alarms = alarms.all();
    return outcome;
}

}  // namespace entente::datasets
