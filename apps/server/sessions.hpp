// The connections that are open. Where there are as many as there may be, the one that has kept the server waiting
// longest makes room: a thousand slow clients shut nobody out.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>

#include "server/session.hpp"

namespace entente::server {

class Sessions {
public:
    explicit Sessions(const Limits& limits) : limits_(limits) {}

    // False if there is no room and nobody can be asked to make some.
    [[nodiscard]] bool make_room();
    void add(const std::shared_ptr<Session>& session) { all_.emplace(session.get(), session); }
    void remove(const Session& session) { all_.erase(&session); }
    void close_all();
    [[nodiscard]] std::size_t count() const noexcept { return all_.size(); }

private:
    Limits limits_;
    std::unordered_map<const Session*, std::shared_ptr<Session>> all_;
};

}  // namespace entente::server
