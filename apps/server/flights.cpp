#include "server/flights.hpp"

#include <optional>
#include <utility>

namespace entente::server {
namespace {

Reply busy() {
    return refusal(503, {"too much is being computed at once", "try again in a moment", {}, false});
}

}  // namespace

Flights::Flights(const Limits& limits, Post post)
    : post_(std::move(post)),
      looking_(1, limits.connections),
      computing_(limits.computing, limits.computations),
      writing_(1, limits.edits) {}

FlightPtr Flights::join(Task task, const std::string& question, Answer answer) {
    std::string key;
    if (task.route->work == Work::Reading) {
        key = std::to_string(edits_) + ' ' + question + '\n' + task.request.if_none_match;
        const auto found = open_.find(key);
        if (found != open_.end()) {
            ++found->second->waiting;
            found->second->answers.push_back(std::move(answer));
            return found->second;
        }
    }
    auto flight = std::make_shared<Flight>();
    flight->task = std::move(task);
    flight->key = key;
    flight->waiting = 1;
    flight->answers.push_back(std::move(answer));
    if (!key.empty()) open_.emplace(std::move(key), flight);
    if (flight->task.route->quick != nullptr) {
        look(flight);
    } else {
        compute(flight);
    }
    return flight;
}

void Flights::look(const FlightPtr& flight) {
    const bool taken = looking_.submit(
        [this, flight = FlightPtr(flight)]() mutable {
            std::optional<Reply> reply;
            if (flight->waiting > 0) reply = run_quickly(flight->task);
            // The last owner of a flight, and of the clients behind it, is the thread it is posted to.
            post_([this, flight = std::move(flight), reply = std::move(reply)] {
                if (reply) {
                    finish(flight, *reply);
                } else {
                    compute(flight);
                }
            });
        },
        [flight] { return flight->waiting > 0; });
    if (!taken) {
        post_([this, flight] { finish(flight, busy()); });
    }
}

void Flights::compute(const FlightPtr& flight) {
    const bool taken = lane_of(*flight->task.route)
                           .submit(
                               [this, flight = FlightPtr(flight)]() mutable {
                                   std::optional<Reply> reply;
                                   if (flight->waiting > 0) reply = run(flight->task);
                                   post_([this, flight = std::move(flight), reply = std::move(reply)] {
                                       if (reply) {
                                           finish(flight, *reply);
                                       } else if (flight->waiting > 0) {
                                           compute(flight);  // somebody came just after everybody had gone
                                       } else {
                                           finish(flight, busy());
                                       }
                                   });
                               },
                               [flight] { return flight->waiting > 0; });
    if (!taken) {
        post_([this, flight] { finish(flight, busy()); });
    }
}

void Flights::finish(const FlightPtr& flight, const Reply& reply) {
    if (flight->task.route->work == Work::Writing) ++edits_;
    const auto found = open_.find(flight->key);
    if (found != open_.end() && found->second == flight) open_.erase(found);
    const auto answers = std::exchange(flight->answers, {});
    for (const auto& answer : answers) answer(reply);
}

void Flights::stop() {
    looking_.stop();
    computing_.stop();
    writing_.stop();
}

}  // namespace entente::server
