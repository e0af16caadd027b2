#include "workbench/outlook.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "outlook/pair_alliances.hpp"
#include "panels/codebook.hpp"
#include "workbench/base_outlook.hpp"
#include "workbench/data.hpp"
#include "workbench/outlook_fit.hpp"

namespace entente::workbench {
namespace {

constexpr int kFirstYear = 1815;
constexpr int kLongestHorizon = 50;
constexpr std::int64_t kFewestDraws = 100;  // fewer have no outer 2.5% to speak of
constexpr std::int64_t kMostDraws = 1'000'000;
constexpr std::uint64_t kSeed = 1997;

// What the store knows, read once; the rows of all alliances and years only where a model is fitted to them.
struct OutlookData {
    std::shared_ptr<const OpenStore> store;
    AllianceRecords records;
    std::vector<outlook::PairAlliance> alliances;
    SystemYears system;
    std::optional<OutlookRows> rows;

    OutlookData(std::shared_ptr<const OpenStore> open, const OutlookTheoryEntry& theory)
        : store(std::move(open)),
          records(alliance_records(*store)),
          alliances(outlook::pair_alliances(records.rows)),
          system(store->states, kFirstYear, records.rows.last_year + theory.theory.contest.known_for + 1) {}

    [[nodiscard]] int last_year() const noexcept { return records.rows.last_year; }
};

void require_sensible_draws(std::size_t draws) {
    // A negative number of the command line arrives here as a huge one.
    const auto asked = static_cast<std::int64_t>(draws);
    require(asked == 0 || (asked >= kFewestDraws && asked <= kMostDraws),
            fmt::format("--draws {} is out of range", asked),
            fmt::format("write 0 (intervals by the delta method) or a whole number from {} to {}; 1000 is usual",
                        kFewestDraws, kMostDraws));
}

std::vector<int> horizons_of(const OutlookRequest& request) {
    std::vector<int> horizons{1, 5, 10};
    if (!request.horizon) return horizons;
    require(*request.horizon >= 1 && *request.horizon <= kLongestHorizon,
            fmt::format("{} years are no horizon", *request.horizon),
            fmt::format("give whole years from 1 to {}", kLongestHorizon));
    std::erase_if(horizons, [&](int years) { return years >= *request.horizon; });
    horizons.push_back(*request.horizon);
    return horizons;
}

// The model that is asked for, or chosen; where none was better than the base rate, the theory's own, for its drivers.
// Null, with the reason, where there is none of these.
const evidence::EndingModel* model_of(const OutlookRequest& request, const evidence::OutlookTheory& theory,
                                      std::string& why_not) {
    const auto& id = request.model.empty() ? theory.chosen : request.model;
    const auto* model = evidence::find_model(theory, id);
    if (model == nullptr) {
        std::vector<std::string> known;
        for (const auto& one : theory.models) known.push_back(one.id);
        throw Error(ErrorKind::NotFound, fmt::format("{} has no model '{}'", theory.id, id), known_words(id, known));
    }
    require(model->recent == 0, fmt::format("'{}' is a rival of the contest and fits nothing: it is a rate", model->id),
            "name another model, or --model base-rate");
    if (!request.model.empty() || model->role != evidence::EndingModelRole::Base) return model;
    const auto of_theory = std::find_if(theory.models.begin(), theory.models.end(),
                                        [](const auto& one) { return one.role == evidence::EndingModelRole::Theory; });
    if (of_theory != theory.models.end()) return &*of_theory;
    why_not = fmt::format("the contest has chosen no model over the base rate ({})", theory.chosen_reason);
    return nullptr;
}

std::string reason_of(const OutlookRequest& request, const evidence::OutlookTheory& theory,
                      const evidence::EndingModel& model) {
    if (model.id == theory.chosen) return theory.chosen_reason;
    const auto* chosen = evidence::find_model(theory, theory.chosen);
    return fmt::format("{}; the contest has chosen {}: {}",
                       request.model.empty() ? "shown for its drivers" : "asked for with --model " + request.model,
                       chosen != nullptr ? chosen->name : theory.chosen, theory.chosen_reason);
}

// Answers one request, step by step.
class Answering {
public:
    Answering(const OutlookRequest& request, OpenCasePtr open)
        : request_(request), theory_(outlook_theory(request.theory, open ? open->folder : std::filesystem::path())) {
        require_sensible_draws(request.draws);
        result_.open = std::move(open);
        result_.theory = theory_.theory;
        result_.horizons = horizons_of(request);
        result_.seed = request.seed.value_or(kSeed);
        model_ = model_of(request, theory_.theory, result_.why_no_model);
    }

    OutlookResult of_case() {
        const auto& content = result_.open->content;
        const auto day = day_of_case();
        result_.alliance.year = year_of(day) + 1;
        auto base = base_outlook(*result_.open, day);
        result_.base_rate = std::move(base.outlook);
        result_.treaty = std::move(base.treaty);
        result_.alliance.name = content.alliance.name;
        result_.periods = coded_pace(trajectory(result_.open, {}));
        result_.words_share = share_of_words(result_.periods);
        const auto treaty = std::find_if(content.alliance.treaties.begin(), content.alliance.treaties.end(),
                                         [&](const evidence::Treaty& one) { return one.id == result_.treaty; });
        if (treaty == content.alliance.treaties.end()) {
            return without("no treaty of the case is in force on " + to_text(day));
        }
        result_.alliance.begun = to_text(treaty->in_force.value());
        result_.alliance.age_years = years_between(*treaty->in_force, day);
        auto store = find_store();
        if (store == nullptr) {
            return without("there is no data store yet: `entente data add FILE…` makes one out of official files");
        }
        if (treaty->atop_id.empty()) {
            return without(fmt::format("the case does not say which alliance of ATOP the treaty '{}' is", treaty->id));
        }
        try {
            read(std::move(store));
        } catch (const Error& error) {
            // A store without histories of alliances is as good as none here: the base rate needs neither.
            if (error.kind() != ErrorKind::NotFound) throw;
            return without(fmt::format("{}: {}", error.what(), error.advice()));
        }
        result_.alliance.id = treaty->atop_id;
        if (const auto* pair = find_pair(data_->alliances, treaty->atop_id, *result_.alliance.year)) {
            if (treaty->signed_on && year_of(*treaty->signed_on) != pair->begin_year) {
                result_.notes.push_back(fmt::format("the case has the treaty signed in {}, ATOP has it begin in {}",
                                                    year_of(*treaty->signed_on), pair->begin_year));
            }
            const auto why_not =
                why_not_in_force(*pair, *result_.alliance.year, data_->last_year(), theory_.theory.contest.known_for);
            if (!why_not.empty()) {
                return without(fmt::format("the case has the treaty in force on {}, but {}", to_text(day), why_not));
            }
            fit(*pair);
        } else if (const auto* several = find_alliance(data_->records, treaty->atop_id)) {
            of_several(*several);
        } else {
            return without(fmt::format("the store's ATOP has no alliance {}", treaty->atop_id));
        }
        return finished();
    }

    OutlookResult of_target(const OutlookTarget& target, std::shared_ptr<const OpenStore> store) {
        read(std::move(store));
        const outlook::PairAlliance* pair = nullptr;
        if (target.first) {
            pair = &alliance_between(data_->alliances, data_->system, target, request_.year, data_->last_year());
        } else {
            pair = find_pair(data_->alliances, target.alliance, request_.year.value_or(data_->last_year() + 1));
        }
        result_.alliance.year = request_.year.value_or(data_->last_year() + 1);
        const int year = *result_.alliance.year;
        if (pair != nullptr) {
            const auto why_not = why_not_in_force(*pair, year, data_->last_year(), theory_.theory.contest.known_for);
            require(why_not.empty(), why_not,
                    fmt::format("name a --year from {} to {}", pair->begin_year,
                                pair->ending == outlook::Ending::GoesOn && pair->last_year == data_->last_year()
                                    ? data_->last_year() + 1
                                    : pair->last_year));
            result_.alliance.id = pair->id;
            result_.alliance.name = alliance_words(*pair, year, data_->system);
            result_.alliance.begun = std::to_string(pair->begin_year);
            result_.alliance.age_years = year - pair->begin_year;
            fit(*pair);
            return finished();
        }
        const auto* several = find_alliance(data_->records, target.alliance);
        if (several == nullptr) {
            throw Error(ErrorKind::NotFound, fmt::format("ATOP has no alliance '{}'", target.alliance),
                        "`entente outlook --histories` counts them; two states are written USA–JPN");
        }
        require(several->begin.year <= year,
                fmt::format("alliance {} began in {}, after {}", target.alliance, several->begin.year, year));
        require(!several->end || several->end->year >= year,
                fmt::format("alliance {} ended in {}, before {}", target.alliance,
                            several->end ? several->end->year : 0, year),
                fmt::format("name a --year from {} to {}", several->begin.year, several->end ? several->end->year : 0));
        result_.alliance.id = target.alliance;
        result_.alliance.begun = std::to_string(several->begin.year);
        result_.alliance.age_years = year - several->begin.year;
        of_several(*several);
        result_.alliance.name = fmt::format("alliance {} of {} members, {}", target.alliance,
                                            result_.alliance.members.size(), several->begin.year);
        return finished();
    }

private:
    [[nodiscard]] Day day_of_case() const {
        if (request_.year) return make_day(*request_.year - 1, 12, 31);
        const auto& content = result_.open->content;
        const auto focal = periods_of({}, *result_.open).focal;
        const auto* period = evidence::find_period(content, focal);
        return period != nullptr ? period->end : content.cutoff;
    }

    void read(std::shared_ptr<const OpenStore> store) {
        data_ = std::make_unique<OutlookData>(std::move(store), theory_);
    }

    OutlookResult without(std::string why_not) {
        // A reason that holds whatever the model comes before one that is about models.
        result_.why_no_model = why_not;
        result_.why_no_history = std::move(why_not);
        if (data_ != nullptr) add_history();
        return finished();
    }

    void fit(const outlook::PairAlliance& pair) {
        const int year = *result_.alliance.year;
        result_.alliance.members = members_in(pair, year, data_->system);
        if (pair.ending != outlook::Ending::GoesOn) result_.alliance.ended = pair.last_year;
        add_history();
        if (model_ == nullptr) return;
        data_->rows = outlook_rows(*data_->store, theory_.theory, theory_.covariates);
        auto answer = fit_for({&theory_, &*data_->rows, &data_->system, &pair, model_, year, result_.horizons,
                               request_.draws, result_.seed});
        result_.why_no_model = std::move(answer.why_not);
        result_.notes.insert(result_.notes.end(), answer.notes.begin(), answer.notes.end());
        if (!answer.fitted) return;
        answer.fitted->chosen = model_->id == theory_.theory.chosen;
        answer.fitted->reason = reason_of(request_, theory_.theory, *model_);
        if (answer.fitted->fit.to >= year) {
            result_.notes.push_back(
                fmt::format("the fit knows what came after {}: how models foresee without hindsight is what `entente "
                            "backtest` asks",
                            year - 1));
        }
        result_.fitted = std::move(answer.fitted);
    }

    void of_several(const outlook::AllianceRow& several) {
        const int year = *result_.alliance.year;
        result_.alliance.members = members_in(data_->records, several.alliance, year, data_->system);
        if (several.end && !several.in_effect) result_.alliance.ended = several.end->year;
        result_.why_no_model = fmt::format(
            "models are fitted to alliances of two states; this one has {} members. What has become of members of "
            "alliances that reached its age stands below.",
            result_.alliance.members.size());
        result_.history = history_of_members(data_->records, result_.alliance.age_years, result_.horizons);
    }

    void add_history() {
        result_.why_no_history.clear();
        result_.history = history_of_pairs(data_->records, result_.alliance.age_years, result_.horizons);
    }

    OutlookResult finished() {
        panels::Panel cited;
        if (data_ != nullptr) {
            add_sources();
            cited.datasets = result_.fitted ? data_->rows->datasets : data_->records.datasets;
        }
        const auto& theory = theory_.theory;
        result_.bibtex = panels::bibliography(
            cited, theory.references.empty() ? fmt::format("@misc{{{}, note = {{{}}}}}\n", theory.id, theory.citation)
                                             : theory.references);
        return std::move(result_);
    }

    // Those of the model's covariates, and of the histories.
    void add_sources() {
        if (!result_.fitted) {
            result_.sources = data_->records.sources;
            return;
        }
        const auto& covariates = data_->rows->covariates;
        const auto& own = result_.fitted->model.covariates;
        for (const auto& source : data_->rows->sources) {
            const bool of_covariate = std::any_of(covariates.begin(), covariates.end(),
                                                  [&](const auto& one) { return one.id == source.fact; });
            if (of_covariate && std::find(own.begin(), own.end(), source.fact) == own.end()) continue;
            result_.sources.push_back(source);
        }
    }

    const OutlookRequest& request_;
    OutlookTheoryEntry theory_;
    const evidence::EndingModel* model_ = nullptr;
    std::unique_ptr<OutlookData> data_;
    OutlookResult result_;
};

}  // namespace

OutlookResult outlook(const OutlookRequest& request) {
    const auto store = find_store();
    const auto target = outlook_target(request.of, store != nullptr ? store->states : shipped_states());
    if (target.folder.empty()) return Answering(request, nullptr).of_target(target, open_store());
    CaseRequest asked;
    asked.folder = target.folder;
    return outlook(open_case(asked), request);
}

OutlookResult outlook(const OpenCasePtr& open, const OutlookRequest& request) {
    return Answering(request, open).of_case();
}

std::shared_ptr<const OutlookResult> outlook_beside(const AssessResult& assessed) {
    const auto& open = assessed.open;
    const auto* focal = evidence::find_period(open->content, assessed.assessment.question.focal);
    const auto theory = outlook_theory({}, open->folder).theory;
    const auto* chosen = evidence::find_model(theory, theory.chosen);
    if (focal == nullptr || chosen == nullptr || chosen->role == evidence::EndingModelRole::Base) return nullptr;
    if (find_store() == nullptr) return nullptr;
    OutlookRequest request;
    request.year = year_of(focal->end) + 1;
    auto result = outlook(open, request);
    if (!result.fitted) return nullptr;
    return std::make_shared<const OutlookResult>(std::move(result));
}

}  // namespace entente::workbench
