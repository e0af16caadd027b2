// What would settle a claim in numbers, so that the program can compute it and say whether it holds. The claim's words
// stay the author's; the test is the case's reading of them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/item.hpp"

namespace entente::evidence {

enum class ClaimTestKind {
    Change,     // a quantity rises, falls or stays steady between two years
    Principal,  // certain states are the principal threats to a state
    Joining,    // a state that joins one state against another balances, or bandwagons
};

// Of shares of the world's capabilities, c: `of`, `with` (one or several, added) and `against`.
enum class TestedQuantity {
    Share,       // c(of)
    ShareOfSum,  // c(of) ÷ (c(of) + c(with))
    Ratio,       // (c(of) + c(with)) ÷ c(against)
    Alone,       // c(against) ÷ (c(against) + c(of)), the challenger's share against `of` alone
    AllyGain,    // what `with` takes from that: Alone − c(against) ÷ (c(against) + c(of) + c(with))
};

enum class ExpectedChange { Rises, Falls, Steady };

struct ClaimTest {
    ClaimTestKind kind = ClaimTestKind::Change;
    std::string says;  // what of the claim it tests
    // Change
    TestedQuantity quantity = TestedQuantity::Share;
    Actor of;  // Principal and Joining: the state that is threatened
    std::vector<Actor> with;
    Actor against;  // Joining too; empty where the quantity needs none
    ExpectedChange expect = ExpectedChange::Rises;
    double least = 0;  // a change counts from here on; what is steady stays within it
    // Principal
    std::vector<Actor> threats;
    // Joining
    Actor joins;
    std::string response;  // `balance` or `bandwagon`: what the claim calls it
    int from = 0;          // years; both included
    int to = 0;
    bool readable = true;  // false: something that it needs could not be read
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::ClaimTestKind> {
    static constexpr std::array<std::string_view, 3> names{"change", "principal", "joining"};
};
template <>
struct entente::NamesOf<entente::evidence::TestedQuantity> {
    static constexpr std::array<std::string_view, 5> names{"share", "share-of-sum", "ratio", "alone", "ally-gain"};
};
template <>
struct entente::NamesOf<entente::evidence::ExpectedChange> {
    static constexpr std::array<std::string_view, 3> names{"rises", "falls", "steady"};
};
