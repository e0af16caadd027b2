// The computed columns of a panel: each takes data of the store through a formula of the module `indices`.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "panels/panel_query.hpp"

namespace entente::panels {

// A column that a measure gives.
struct MeasuredColumn {
    std::string name;
    std::string label;
    std::string unit;
    Cell cell;
    std::vector<std::string> notes;
    std::string flag_words;  // of a column of 0 and 1: the number of rows that have 1 is noted with these words
    bool hidden = false;     // counted, and not written
};

// The data that a measure stands on: in the version that the request names, else the newest.
class MeasureInputs {
public:
    MeasureInputs(std::string measure, const PanelRequest& request, const DataAtHand& data)
        : measure_(std::move(measure)), request_(&request), data_(&data) {}

    // The first of these data sets that the store has with all these variables, which then counts as used. Throws
    // NotFound, naming the first, if there is none.
    [[nodiscard]] const StoredDataset& need(std::span<const std::string_view> datasets,
                                            std::span<const std::string_view> variables);
    [[nodiscard]] const std::vector<const StoredDataset*>& used() const noexcept { return used_; }
    // The years that all of them cover.
    [[nodiscard]] datasets::YearSpan years() const;

private:
    std::string measure_;
    const PanelRequest* request_;
    const DataAtHand* data_;
    std::vector<const StoredDataset*> used_;
};

struct Measure {
    std::string_view name;
    std::string_view about;
    std::string_view formula;  // whose it is, or how it is computed
    std::string_view needs;    // the data sets, in words
    bool for_states = false;
    bool for_pairs = false;
    bool for_alliances = false;
    std::vector<MeasuredColumn> (*add)(PanelQuery& query, MeasureInputs& inputs);

    [[nodiscard]] bool offered_for(PanelUnit unit) const noexcept;
};

[[nodiscard]] std::span<const Measure> all_measures();
[[nodiscard]] const Measure* find_measure(std::string_view name);
[[nodiscard]] std::vector<std::string> measure_names();

// The measures themselves, a file each.
std::vector<MeasuredColumn> add_capability_share(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_capital_distance(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_minimum_distance(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_capability_at_distance(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_alliance_similarity(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_vote_similarity(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_ideal_point_distance(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_joint_democracy(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_institutionalisation(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_formality(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_rivalry(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_disputes(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_hostility_started(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_military_share(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_territorial_rivalry(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_aid_given(PanelQuery& query, MeasureInputs& inputs);
std::vector<MeasuredColumn> add_arms_received(PanelQuery& query, MeasureInputs& inputs);

}  // namespace entente::panels
