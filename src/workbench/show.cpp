#include "workbench/show.hpp"

#include <algorithm>
#include <map>

#include "casefile/case_tables.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/show_filter.hpp"

namespace entente::workbench {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

ItemView view_of(const evidence::Item& item, const OpenCase& open, const ThingFilter& filter,
                 const evidence::CaseIndex& index) {
    const auto& content = open.content;
    ItemView view;
    view.item = &item;
    view.codings = filter.of(item.id);
    for (const auto& period : content.periods) {
        if (evidence::belongs_to(item, period)) view.periods.push_back(period.id);
    }
    const auto known = evidence::known_since(item, index);
    view.after_cutoff = known && *known > content.cutoff;
    return view;
}

// What else in the case points to an item; one pass over the case for all of its items.
class Neighbours {
public:
    Neighbours(const evidence::Case& which, const evidence::CaseIndex& index) {
        for (const auto& claim : which.claims) {
            for (const auto& id : claim.supported_by) add(claims_for_[id], claim);
            for (const auto& id : claim.opposed_by) add(claims_against_[id], claim);
        }
        for (const auto& meeting : which.meetings) {
            for (const auto& id : meeting.items) add(meetings_[id], meeting);
        }
        for (const auto& coder : which.coders) {
            for (const auto& coding : coder.codings) {
                const auto* later = coding.against.empty() ? nullptr : index.item(coding.item);
                if (later != nullptr) add(compared_by_[coding.against], *later);
            }
        }
    }

    void add_to(ItemView& view) const {
        const auto& id = view.item->id;
        view.claims_for = found(claims_for_, id);
        view.claims_against = found(claims_against_, id);
        view.meetings = found(meetings_, id);
        view.continued_or_broken_by = found(compared_by_, id);
    }

private:
    template <typename Thing>
    using ByItem = std::map<std::string_view, std::vector<const Thing*>>;

    template <typename Thing>
    static void add(std::vector<const Thing*>& things, const Thing& thing) {
        if (std::find(things.begin(), things.end(), &thing) == things.end()) things.push_back(&thing);
    }

    template <typename Thing>
    static std::vector<const Thing*> found(const ByItem<Thing>& things, const std::string& id) {
        const auto at = things.find(id);
        return at == things.end() ? std::vector<const Thing*>{} : at->second;
    }

    ByItem<evidence::Claim> claims_for_;
    ByItem<evidence::Claim> claims_against_;
    ByItem<evidence::Meeting> meetings_;
    ByItem<evidence::Item> compared_by_;
};

ClaimView view_of(const evidence::Claim& claim, const evidence::Case& which, const evidence::CaseIndex& index) {
    ClaimView view{&claim, {}};
    for (const auto& id : claim.rivals) {
        if (const auto* rival = index.claim(id)) view.rivals.push_back(rival);
    }
    for (const auto& other : which.claims) {
        const bool known = std::find(view.rivals.begin(), view.rivals.end(), &other) != view.rivals.end();
        if (!known && contains(other.rivals, claim.id)) view.rivals.push_back(&other);
    }
    return view;
}

// One pass over the case for all sources at once.
std::map<std::string, SourceView> source_views(const evidence::Case& which) {
    std::map<std::string, SourceView> views;
    for (const auto& source : which.sources) views[source.key].source = &source;
    const auto note = [&](const auto& things, auto list) {
        for (const auto& thing : things) {
            for (const auto& citation : thing.sources) {
                if (const auto view = views.find(citation.key); view != views.end()) {
                    (view->second.*list).push_back(thing.id);
                }
            }
        }
    };
    note(which.items, &SourceView::items);
    note(which.claims, &SourceView::claims);
    note(which.figures, &SourceView::others);
    note(which.meetings, &SourceView::others);
    note(which.corrections, &SourceView::others);
    note(which.scenarios, &SourceView::others);
    return views;
}

void show_part(ShowResult& result, const ThingFilter& filter, const evidence::CaseIndex& index) {
    const auto& content = result.open->content;
    const auto keep = [&](const auto& things, auto& list) {
        for (const auto& thing : things) {
            if (filter.passes(thing)) list.push_back(&thing);
        }
    };
    switch (result.part) {
        case Part::Items: {
            const Neighbours neighbours(content, index);
            for (const auto& item : content.items) {
                if (!filter.passes(item)) continue;
                result.items.push_back(view_of(item, *result.open, filter, index));
                neighbours.add_to(result.items.back());
            }
            break;
        }
        case Part::Codings:
            for (const auto& coder : content.coders) {
                for (const auto& coding : coder.codings) {
                    const auto* item = index.item(coding.item);
                    if (item != nullptr && filter.passes(*item) && filter.reads(coding)) {
                        result.codings.push_back(&coding);
                    }
                }
            }
            break;
        case Part::Sources: {
            const auto views = source_views(content);
            for (const auto& source : content.sources) {
                if (filter.passes(source)) result.sources.push_back(views.at(source.key));
            }
            break;
        }
        case Part::Claims:
            for (const auto& claim : content.claims) {
                if (filter.passes(claim)) result.claims.push_back(view_of(claim, content, index));
            }
            break;
        case Part::Meetings:
            keep(content.meetings, result.meetings);
            break;
        case Part::Figures:
            keep(content.figures, result.figures);
            break;
        case Part::Scenarios:
            keep(content.scenarios, result.scenarios);
            break;
        case Part::Corrections:
            keep(content.corrections, result.corrections);
            break;
        case Part::Case:
            break;
    }
}

// True if some thing of the case has this id.
bool show_single(ShowResult& result, const std::string& id, const ThingFilter& filter,
                 const evidence::CaseIndex& index) {
    const auto& content = result.open->content;
    result.single = true;
    const auto find = [&](const auto& things, auto& list, Part part) {
        for (const auto& thing : things) {
            if (thing.id != id) continue;
            result.part = part;
            list.push_back(&thing);
            return true;
        }
        return false;
    };
    if (const auto* item = index.item(id)) {
        result.part = Part::Items;
        result.items.push_back(view_of(*item, *result.open, filter, index));
        Neighbours(content, index).add_to(result.items.back());
        return true;
    }
    if (const auto* claim = index.claim(id)) {
        result.part = Part::Claims;
        result.claims.push_back(view_of(*claim, content, index));
        return true;
    }
    if (index.source(id) != nullptr) {
        result.part = Part::Sources;
        result.sources.push_back(source_views(content).at(id));
        return true;
    }
    return find(content.meetings, result.meetings, Part::Meetings) ||
           find(content.figures, result.figures, Part::Figures) ||
           find(content.corrections, result.corrections, Part::Corrections) ||
           find(content.scenarios, result.scenarios, Part::Scenarios);
}

// What `show` can be asked for.
std::vector<std::string> all_names(const evidence::Case& which) {
    std::vector<std::string> names;
    for (const auto name : NamesOf<Part>::names) names.emplace_back(name);
    const auto add = [&](const auto& things) {
        for (const auto& thing : things) names.push_back(thing.id);
    };
    add(which.items);
    add(which.claims);
    add(which.meetings);
    add(which.figures);
    add(which.corrections);
    add(which.scenarios);
    for (const auto& source : which.sources) names.push_back(source.key);
    return names;
}

}  // namespace

ShowResult show(const OpenCasePtr& open, const ShowRequest& request) {
    ShowResult result;
    result.open = open;
    const auto& content = result.open->content;
    const auto part = named<Part>(request.what);
    require_fitting(*result.open, part, request.filter);
    const evidence::CaseIndex index(content);
    const ThingFilter filter(content, result.open->theory.id, request.filter);
    if (part) {
        result.part = *part;
        show_part(result, filter, index);
        return result;
    }
    if (show_single(result, request.what, filter, index)) return result;
    const bool derived = std::any_of(content.derived.begin(), content.derived.end(),
                                     [&](const auto& each) { return each.id == request.what; });
    if (derived) {
        throw Error(ErrorKind::NotFound, "'" + request.what + "' is a derived number",
                    "`entente figures` prints it with its formula, inputs and sources");
    }
    throw Error(ErrorKind::NotFound,
                "the case has nothing called '" + request.what + "'" + did_you_mean(request.what, all_names(content)),
                "give one of " + names_of<Part>() + ", or the id of one thing in the case");
}

bool has_exchange_table(const ShowResult& result) noexcept {
    return result.part == Part::Items || result.part == Part::Codings;
}

std::string exchange_table(const ShowResult& result) {
    evidence::Case shown;
    for (const auto& view : result.items) shown.items.push_back(*view.item);
    for (const auto* coding : result.codings) {
        if (shown.coders.empty() || shown.coders.back().id != coding->coder) {
            shown.coders.emplace_back().id = coding->coder;
        }
        shown.coders.back().codings.push_back(*coding);
    }
    return result.part == Part::Items ? casefile::items_csv(shown) : casefile::codings_csv(shown, {});
}

}  // namespace entente::workbench
