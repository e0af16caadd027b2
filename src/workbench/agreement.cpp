#include "workbench/agreement.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "workbench/coder_readings.hpp"

namespace entente::workbench {
namespace {

using indices::Metric;
using indices::Ratings;
using Marks = std::vector<std::optional<double>>;  // one per coder; nothing: this coder gave none

double side(const evidence::Coding& coding) {
    return coding.direction == evidence::Direction::Collapse ? -1 : 1;
}

bool is_new(const evidence::Coding& coding) {
    return coding.novelty == evidence::Novelty::New;
}

// A field of a coding: how it becomes a number, and how it is shown.
struct Field {
    const char* name;
    Metric metric;
    bool follows;  // from other fields: its disagreements are theirs, and are not listed again
    double (*number)(const evidence::Coding&);
    std::string (*shown)(const evidence::Coding&);
};

const std::array<Field, 4>& fields() {
    static const std::array<Field, 4> all{{
        {"direction", Metric::Nominal, false, side,
         [](const evidence::Coding& coding) { return std::string(name_of(coding.direction)); }},
        {"novelty", Metric::Nominal, false, [](const evidence::Coding& coding) { return is_new(coding) ? 1.0 : 0.0; },
         [](const evidence::Coding& coding) { return std::string(name_of(coding.novelty)); }},
        // New toward collapse < continuity < new toward endurance: what the ledger makes of a coding.
        {"change", Metric::Ordinal, true,
         [](const evidence::Coding& coding) { return is_new(coding) ? side(coding) : 0.0; }, nullptr},
        {"specificity", Metric::Interval, false, [](const evidence::Coding& coding) { return coding.specificity; },
         [](const evidence::Coding& coding) { return fmt::format("{:g}", coding.specificity); }},
    }};
    return all;
}

// Counts over the pairs of coders who both gave a unit a value.
double share_of_equal_pairs(const Ratings& ratings) {
    double equal = 0;
    double pairs = 0;
    for (const auto& marks : ratings) {
        for (std::size_t i = 0; i < marks.size(); ++i) {
            for (std::size_t j = i + 1; j < marks.size(); ++j) {
                if (!marks[i] || !marks[j]) continue;
                pairs += 1;
                if (*marks[i] == *marks[j]) equal += 1;
            }
        }
    }
    return pairs > 0 ? equal / pairs : 0;
}

bool differ(const Marks& marks) {
    const double* first = nullptr;
    for (const auto& mark : marks) {
        if (!mark) continue;
        if (first != nullptr && *mark != *first) return true;
        first = &*mark;
    }
    return false;
}

// The factors of the theory, and 'outside'.
std::vector<std::string> factors_of(const evidence::Theory& theory) {
    std::vector<std::string> factors;
    for (const auto& factor : theory.factors) factors.push_back(factor.id);
    factors.emplace_back(evidence::kOutside);
    return factors;
}

class Comparison {
public:
    Comparison(const OpenCase& open, const AgreementRequest& request)
        : request_(request),
          items_(items_to_read(open, request)),
          coders_(readings_of(open, request)),
          units_(read_by_several(coders_)),
          factors_(factors_of(open.theory)) {}

    AgreementResult result() {
        for (const auto& coder : coders_) {
            result_.coders.push_back(coder.coder->id);
            result_.read.push_back(static_cast<int>(coder.units.size()));
        }
        result_.items = items_;
        result_.items_in_common = static_cast<int>(units_.size());
        measure("factor", Metric::Nominal, first_factors());
        measure("factor applies", Metric::Nominal, applications());
        for (const auto& field : fields()) measure(field.name, field.metric, values_of(field));
        sort_disagreements();
        return std::move(result_);
    }

private:
    // The first factor that each coder assigned, as its number in the theory; −1: none.
    Ratings first_factors() const {
        Ratings ratings;
        for (const auto& unit : units_) {
            Marks marks;
            for (const auto& coder : coders_) {
                const auto* reading = coder.of(unit);
                marks.push_back(reading == nullptr ? std::nullopt : std::optional<double>(number_of(reading->first)));
            }
            ratings.push_back(std::move(marks));
        }
        return ratings;
    }

    double number_of(const evidence::Coding* coding) const {
        if (coding == nullptr) return -1;
        const auto found = std::find(factors_.begin(), factors_.end(), coding->factor);
        return static_cast<double>(found - factors_.begin());
    }

    // Item × factor, yes or no: whoever read an item and left a factor out said no.
    Ratings applications() {
        Ratings ratings;
        for (const auto& unit : units_) {
            for (const auto& factor : factors_) {
                Marks marks;
                std::vector<std::string> shown;
                for (const auto& coder : coders_) {
                    const bool read = coder.of(unit) != nullptr;
                    const bool yes = coder.coding(unit, factor) != nullptr;
                    marks.push_back(read ? std::optional<double>(yes ? 1 : 0) : std::nullopt);
                    shown.emplace_back(!read ? "" : (yes ? "yes" : "no"));
                }
                note_difference(unit, factor, "factor applies", marks, std::move(shown));
                ratings.push_back(std::move(marks));
            }
        }
        return ratings;
    }

    // Item × factor pairs that at least two coders assigned. Outside the theory a coding says nothing more.
    Ratings values_of(const Field& field) {
        Ratings ratings;
        for (const auto& unit : units_) {
            for (const auto& factor : factors_) {
                if (factor == evidence::kOutside) continue;
                Marks marks(coders_.size());
                std::vector<std::string> shown(coders_.size());
                std::size_t assigned = 0;
                for (std::size_t i = 0; i < coders_.size(); ++i) {
                    const auto* coding = coders_[i].coding(unit, factor);
                    if (coding == nullptr) continue;
                    ++assigned;
                    marks[i] = field.number(*coding);
                    if (!field.follows) shown[i] = field.shown(*coding);
                }
                if (assigned < 2) continue;
                if (!field.follows) note_difference(unit, factor, field.name, marks, std::move(shown));
                ratings.push_back(std::move(marks));
            }
        }
        return ratings;
    }

    void note_difference(const ReadingUnit& unit, const std::string& factor, const char* field, const Marks& marks,
                         std::vector<std::string> shown) {
        if (!differ(marks)) return;
        AgreementResult::Disagreement found{unit.item, factor, field, std::move(shown), {}, unit.baseline, {}};
        for (const auto& coder : coders_) {
            found.read.push_back(coder.of(unit) != nullptr);
            found.codings.push_back(coder.coding(unit, factor));
        }
        result_.disagreements.push_back(std::move(found));
    }

    void measure(const char* name, Metric metric, const Ratings& ratings) {
        const auto kappa = coders_.size() == 2 ? indices::Coefficient::CohenKappa : indices::Coefficient::FleissKappa;
        FieldAgreement field;
        field.field = name;
        field.metric = metric;
        field.observed = share_of_equal_pairs(ratings);
        auto both = indices::with_intervals(ratings, {{indices::Coefficient::Alpha, metric}, {kappa, Metric::Nominal}},
                                            request_.draws, request_.seed);
        field.alpha = std::move(both[0]);
        field.kappa = std::move(both[1]);
        result_.fields.push_back(std::move(field));
    }

    // All that is contested about one item stands together.
    void sort_disagreements() {
        std::stable_sort(result_.disagreements.begin(), result_.disagreements.end(),
                         [](const auto& a, const auto& b) { return a.item < b.item; });
    }

    const AgreementRequest& request_;
    int items_;
    std::vector<CoderReadings> coders_;
    std::vector<ReadingUnit> units_;
    std::vector<std::string> factors_;
    AgreementResult result_;
};

}  // namespace

AgreementResult agreement_of(const OpenCase& open, const AgreementRequest& request) {
    return Comparison(open, request).result();
}

}  // namespace entente::workbench
