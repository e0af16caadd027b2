#include <string_view>
#include <unordered_map>

#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

constexpr std::size_t kItemsShown = 6;

// The item that the coding is read against, if it lies wholly after the coded one; else null.
const Item* later_comparator(const Coding& coding, const CaseIndex& index) {
    if (coding.against.empty()) return nullptr;
    const Item* coded = index.item(coding.item);
    const Item* comparator = index.item(coding.against);
    if (coded == nullptr || comparator == nullptr || !coded->dated || !comparator->dated) return nullptr;
    return comparator->date.first > coded->date.last ? comparator : nullptr;
}

// Which item one coder reads against which, as a graph. Walked without recursion: chains can be as long as the case.
class ComparatorGraph {
public:
    ComparatorGraph(const Coder& coder, const CaseIndex& index) {
        for (const Coding& coding : coder.codings) {
            if (coding.against.empty() || later_comparator(coding, index) != nullptr) continue;  // reported as such
            const std::size_t from = node_of(coding.item);
            const std::size_t to = node_of(coding.against);
            nodes_[from].edges.push_back({to, &coding});
        }
    }

    void report_cycles(Problems& problems) {
        for (std::size_t start = 0; start < nodes_.size(); ++start) {
            if (nodes_[start].state == State::Unseen) walk_from(start, problems);
        }
    }

private:
    enum class State { Unseen, OnPath, Done };

    struct Edge {
        std::size_t to;
        const Coding* coding;
    };

    struct Node {
        std::string_view item;
        std::vector<Edge> edges;
        State state = State::Unseen;
        std::size_t next_edge = 0;
        std::size_t depth = 0;  // its place on the path
    };

    std::size_t node_of(std::string_view item) {
        const auto [found, added] = places_.try_emplace(item, nodes_.size());
        if (added) nodes_.push_back({item, {}, State::Unseen, 0, 0});
        return found->second;
    }

    void enter(std::size_t node) {
        nodes_[node].state = State::OnPath;
        nodes_[node].depth = path_.size();
        path_.push_back(node);
    }

    void walk_from(std::size_t start, Problems& problems) {
        enter(start);
        while (!path_.empty()) {
            Node& node = nodes_[path_.back()];
            if (node.next_edge == node.edges.size()) {
                node.state = State::Done;
                path_.pop_back();
                continue;
            }
            const Edge& edge = node.edges[node.next_edge++];
            if (nodes_[edge.to].state == State::Unseen) {
                enter(edge.to);
            } else if (nodes_[edge.to].state == State::OnPath) {
                report(edge, problems);
            }
        }
    }

    void report(const Edge& closing, Problems& problems) const {
        std::string circle;
        const std::size_t first = nodes_[closing.to].depth;
        for (std::size_t place = first; place < path_.size(); ++place) {
            if (place - first == kItemsShown) {
                circle += "… → ";
                break;
            }
            circle += std::string(nodes_[path_[place]].item) + " → ";
        }
        circle += nodes_[closing.to].item;
        problems.error(closing.coding->where, "'against' leads in a circle: " + circle,
                       "an item can only be read against an earlier one; correct one of the comparators");
    }

    std::vector<Node> nodes_;
    std::unordered_map<std::string_view, std::size_t> places_;
    std::vector<std::size_t> path_;
};

void check_comparator(const Coding& coding, Problems& problems) {
    if (coding.factor == kOutside || !coding.compared) return;
    if (!coding.against.empty() || !coding.searched.empty()) return;
    problems.error(coding.where, "the coding of '" + coding.item + "' has no comparator",
                   "name the item that it continues or breaks with 'against', or say where one looked for one: against "
                   "= { searched = \"…\" }");
}

void check_order(const Coding& coding, const CaseIndex& index, Problems& problems) {
    const Item* later = later_comparator(coding, index);
    if (later == nullptr) return;
    problems.error(coding.where,
                   "the comparator '" + later->id + "' (" + to_text(later->date) +
                       ") is later than the item it is compared with, '" + coding.item + "' (" +
                       to_text(index.item(coding.item)->date) + ")",
                   "only an earlier one can be continued or broken: name one with 'against', or say where one looked: "
                   "against = { searched = \"…\" }");
}

}  // namespace

void check_comparators(const Case& which, Problems& problems) {
    const CaseIndex index(which);
    for (const Coder& coder : which.coders) {
        for (const Coding& coding : coder.codings) {
            check_comparator(coding, problems);
            check_order(coding, index, problems);
        }
        ComparatorGraph(coder, index).report_cycles(problems);
    }
}

}  // namespace entente::evidence
