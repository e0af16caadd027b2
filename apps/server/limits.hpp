// What one client, and all of them together, may take from the server. Every limit of the server stands here;
// session.cpp and listener.cpp hold to them.
#pragma once

#include <chrono>
#include <cstddef>

namespace entente::server {

struct Limits {
    using Time = std::chrono::milliseconds;

    std::size_t header_bytes = std::size_t{16} * 1024;  // also of a chunk's header, and of all trailers
    std::size_t body_bytes = std::size_t{1024} * 1024;
    Time header{10'000};   // from the connection, or from a request's first byte, to the end of its headers
    Time body{20'000};     // for the whole body
    Time idle{60'000};     // between two requests of a connection that is kept
    Time writing{60'000};  // for a client to take a whole reply
    Time farewell{1'000};  // for a client to see the reply to what was refused before the connection is cut
    Time patience{500};    // a connection that waits longer gives way where there are too many
    std::size_t connections = 1200;
    unsigned computing = 2;         // threads
    std::size_t computations = 64;  // that may wait for them
    std::size_t edits = 16;         // that may wait for the one before
    std::size_t cached_bytes = std::size_t{64} * 1024 * 1024;
};

}  // namespace entente::server
