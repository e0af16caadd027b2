// The HTTP server: listens, and answers until it is told to stop.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "server/guard.hpp"
#include "server/limits.hpp"
#include "server/served.hpp"

namespace entente::server {

class Server {
public:
    // Listens from now on; port 0 is any that is free. Throws BadRequest for a host that is no address of this machine
    // and for a port that cannot be had. `served` must outlive it.
    Server(Served& served, const Address& address, const Limits& limits = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // With the port that was found.
    [[nodiscard]] const Address& address() const noexcept;

    // `http://127.0.0.1:8451/`, with the token where there is one.
    [[nodiscard]] std::string url() const;

    // Until SIGINT or SIGTERM. An edit that is being written is written to its end.
    void run();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace entente::server
