#include "server/sessions.hpp"

namespace entente::server {

bool Sessions::make_room() {
    if (all_.size() < limits_.connections) return true;
    std::shared_ptr<Session> slowest;
    std::chrono::steady_clock::duration longest = limits_.patience;
    for (const auto& [key, session] : all_) {
        const auto waited = session->kept_waiting();
        if (!waited || *waited < longest) continue;
        longest = *waited;
        slowest = session;
    }
    if (slowest == nullptr) return false;
    slowest->close();
    return true;
}

void Sessions::close_all() {
    const auto all = all_;
    for (const auto& [key, session] : all) session->close();
}

}  // namespace entente::server
