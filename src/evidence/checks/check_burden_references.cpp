// What the record of burdens names: items, sources, figures, issues, and its own conversions.
#include "evidence/checks/known_ids.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

class BurdenReferences {
public:
    BurdenReferences(const Case& which, CaseReferences& references, Problems& problems)
        : burden_(*which.burden), references_(references), problems_(problems) {
        for (const Conversion& conversion : burden_.conversions) conversions_.add(conversion.id);
        const auto lost = which.lost_in.find(CasePart::Burden);
        if (lost != which.lost_in.end()) conversions_.set_incomplete(lost->second);
    }

    void check() {
        for (const Commitment& commitment : burden_.commitments) check_commitment(commitment);
        for (const Demand& demand : burden_.demands) check_demand(demand);
        for (const HostSupport& support : burden_.supports) check_support(support);
        for (const ConductEntry& entry : burden_.conduct) {
            references_.item(entry.item, entry.where, "the conduct");
            item_if(entry.answers, entry.where, "the conduct's 'answers'");
        }
        for (const OpinionSeries& series : burden_.opinions) {
            references_.figures(series.figures, series.where, "the opinion");
            references_.items(series.items, series.where, "the opinion");
            if (!series.issue.empty()) references_.issues({series.issue}, series.where, "the opinion");
        }
        for (const Conversion& conversion : burden_.conversions) {
            if (!conversion.source.key.empty()) references_.citations({conversion.source}, "the conversion");
        }
        for (const SameQuantity& same : burden_.same_quantities) check_comparison(same);
        for (const BurdenFigure& figure : burden_.figures) {
            references_.source(figure.source.key, figure.where, "the figure");
        }
    }

private:
    void check_commitment(const Commitment& commitment) {
        item_if(commitment.item, commitment.where, "the commitment");
        references_.citations(commitment.sources, "the commitment");
    }

    void check_demand(const Demand& demand) {
        item_if(demand.item, demand.where, "the demand");
        item_if(demand.answer_item, demand.where, "the demand's answer");
        references_.citations(demand.sources, "the demand");
    }

    void check_support(const HostSupport& support) {
        for (const std::string* figure : {&support.paid, &support.cost, &support.share}) {
            figure_if(*figure, support.where, "the support");
        }
        KnownIds extras{"extra", {}};
        for (const SupportExtra& extra : support.extras) {
            figure_if(extra.figure, extra.where, "the extra");
            if (extra.id.empty() || extras.add(extra.id)) continue;
            problems_.error(extra.where, "the extra '" + extra.id + "' stands here a second time",
                            "give each its own id, or take one out");
        }
        references_.citations(support.sources, "the support");
    }

    void check_comparison(const SameQuantity& same) {
        references_.figures(same.figures, same.where, "the comparison");
        figure_if(same.per, same.where, "the comparison's 'per'");
        for (const std::string& conversion : same.conversions) {
            conversions_.require(conversion, same.where, "the comparison", problems_);
        }
    }

    void item_if(const std::string& id, const Position& where, std::string_view by) {
        if (!id.empty()) references_.item(id, where, by);
    }

    void figure_if(const std::string& id, const Position& where, std::string_view by) {
        if (!id.empty()) references_.figures({id}, where, by);
    }

    const BurdenRecord& burden_;
    CaseReferences& references_;
    Problems& problems_;
    KnownIds conversions_{"conversion", "add a [[conversion]] with this id to burden.toml, or correct the reference"};
};

}  // namespace

void check_burden_references(const Case& which, CaseReferences& references, Problems& problems) {
    if (which.burden) BurdenReferences(which, references, problems).check();
}

}  // namespace entente::evidence
